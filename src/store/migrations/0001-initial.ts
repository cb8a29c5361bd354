import type { SchemaDialect } from "./schema-dialect.ts";

/**
 * The first schema, in the subset that SQLite and PostgreSQL share: text, integer epoch milliseconds, json as text.
 * Every table carries `account_id` and every key begins with it, so that each can be distributed by account.
 */
export const initial = ({ clustered, claimsGuard }: SchemaDialect) => `
create table accounts (
  id text primary key,
  name text not null,
  slot_key text not null,
  config_version bigint not null,
  last_ref bigint not null,
  created_at bigint not null
);

create table entities (
  account_id text not null references accounts (id),
  id text not null,
  position bigint not null,
  name text not null,
  settings text not null,
  longest_claim_minutes bigint not null,
  archived bigint not null default 0,
  primary key (account_id, id)
);

create table sip_ids (
  account_id text not null,
  sip_id text not null,
  e164 text,
  entity_id text not null,
  position bigint not null,
  primary key (account_id, sip_id),
  foreign key (account_id, entity_id) references entities (account_id, id)
);
create index sip_ids_by_e164 on sip_ids (account_id, e164);

create table resources (
  account_id text not null,
  id text not null,
  entity_id text not null,
  pool text not null,
  name text not null,
  position bigint not null,
  archived bigint not null default 0,
  primary key (account_id, id),
  foreign key (account_id, entity_id) references entities (account_id, id)
);
create index resources_by_entity on resources (account_id, entity_id);

create table agents (
  account_id text not null,
  id text not null,
  entity_id text not null,
  ref bigint not null,
  position bigint not null,
  firstname text not null,
  lastname text not null,
  settings text not null,
  archived bigint not null default 0,
  primary key (account_id, id),
  foreign key (account_id, entity_id) references entities (account_id, id)
);
create index agents_by_entity on agents (account_id, entity_id);

create table absences (
  account_id text not null,
  entity_id text not null,
  agent_id text,
  position bigint not null,
  starts text not null,
  ends text not null,
  reason text,
  foreign key (account_id, entity_id) references entities (account_id, id),
  foreign key (account_id, agent_id) references agents (account_id, id)
);
create index absences_by_entity on absences (account_id, entity_id);

create table appointment_types (
  account_id text not null,
  id text not null,
  entity_id text not null,
  position bigint not null,
  name text not null,
  archived bigint not null default 0,
  primary key (account_id, id),
  foreign key (account_id, entity_id) references entities (account_id, id)
);
create index appointment_types_by_entity on appointment_types (account_id, entity_id);

create table appointment_type_agents (
  account_id text not null,
  appointment_type_id text not null,
  agent_id text not null,
  position bigint not null,
  primary key (account_id, appointment_type_id, agent_id),
  foreign key (account_id, appointment_type_id) references appointment_types (account_id, id),
  foreign key (account_id, agent_id) references agents (account_id, id)
);

create table products (
  account_id text not null,
  id text not null,
  entity_id text not null,
  appointment_type_id text not null,
  ref bigint not null,
  position bigint not null,
  name text not null,
  settings text not null,
  archived bigint not null default 0,
  primary key (account_id, id),
  foreign key (account_id, appointment_type_id) references appointment_types (account_id, id)
);
create index products_by_entity on products (account_id, entity_id);

create table clients (
  account_id text not null references accounts (id),
  id text not null,
  firstname text,
  lastname text,
  email text,
  dob text,
  phone text,
  street text,
  zip text,
  city text,
  country text,
  firstname_key text,
  lastname_key text,
  email_key text,
  phone_key text,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (account_id, id)
);
create index clients_by_name on clients (account_id, lastname_key, firstname_key);
create index clients_by_dob on clients (account_id, dob);
create index clients_by_phone on clients (account_id, phone_key);
create index clients_by_email on clients (account_id, email_key);

create table bookings (
  account_id text not null,
  id text not null,
  entity_id text not null,
  appointment_type_id text not null,
  product_id text not null,
  agent_id text not null,
  booker_id text not null,
  participant_id text not null,
  slot_id text not null,
  name text not null,
  starts_at bigint not null,
  ends_at bigint not null,
  status text not null check (status in ('confirmed', 'cancelled')),
  version bigint not null,
  said text,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (account_id, id),
  check (starts_at < ends_at),
  foreign key (account_id, entity_id) references entities (account_id, id),
  foreign key (account_id, agent_id) references agents (account_id, id),
  foreign key (account_id, product_id) references products (account_id, id),
  foreign key (account_id, booker_id) references clients (account_id, id),
  foreign key (account_id, participant_id) references clients (account_id, id)
);
create unique index bookings_once_per_client
  on bookings (account_id, participant_id, product_id, starts_at) where status = 'confirmed';
create index bookings_by_product on bookings (account_id, product_id, starts_at) where status = 'confirmed';
create index bookings_by_booker on bookings (account_id, booker_id, starts_at);

create table claims (
  account_id text not null,
  subject text not null,
  starts_at bigint not null,
  ends_at bigint not null,
  share_key text not null,
  booking_id text not null,
  slot_starts_at bigint not null,
  primary key (account_id, subject, starts_at, booking_id),
  check (starts_at < ends_at and ends_at - starts_at <= 172800000),
  foreign key (account_id, booking_id) references bookings (account_id, id)
)${clustered};
create index claims_by_booking on claims (account_id, booking_id);
${claimsGuard}

create table booking_events (
  account_id text not null,
  booking_id text not null,
  number bigint not null,
  kind text not null check (kind in ('created', 'moved', 'cancelled')),
  at bigint not null,
  actor_kind text not null check (actor_kind in ('key', 'person')),
  actor_id text not null,
  before text,
  after text not null,
  primary key (account_id, booking_id, number),
  foreign key (account_id, booking_id) references bookings (account_id, id)
);

create table versions (
  account_id text not null,
  subject text not null,
  version bigint not null,
  changed_at bigint not null,
  primary key (account_id, subject)
)${clustered};
create index versions_by_age on versions (changed_at);

create table idempotency_keys (
  account_id text not null,
  key_id text not null,
  idempotency_key text not null,
  fingerprint text not null,
  booking_id text not null,
  created_at bigint not null,
  primary key (account_id, key_id, idempotency_key),
  foreign key (account_id, booking_id) references bookings (account_id, id)
);
create index idempotency_keys_by_age on idempotency_keys (created_at);

create table api_keys (
  account_id text not null references accounts (id),
  id text not null,
  hash text not null unique,
  label text,
  entity_ids text,
  scopes text not null,
  error_status bigint,
  created_at bigint not null,
  expires_at bigint,
  revoked_at bigint,
  primary key (account_id, id)
);
`;
