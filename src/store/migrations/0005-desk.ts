import type { SchemaDialect } from "./schema-dialect.ts";

/**
 * What the people at the desk need: who may log in, notes, no-shows, links from bookings to calls, and what was done by
 * whom. The tables of people are those of better-auth in the common subset (dates are ISO text, booleans 0 or 1); people
 * belong to no account of their own, `members` says to which.
 */
export const desk = ({ clustered, bookingEventKinds }: SchemaDialect) => `
alter table bookings add column note text;
alter table bookings add column no_show bigint not null default 0;
create index bookings_by_entity on bookings (account_id, entity_id, starts_at);
create index bookings_by_participant on bookings (account_id, participant_id, starts_at);
create index clients_by_firstname on clients (account_id, firstname_key);
alter table clients add column note text;
alter table clients add column erased_at bigint;
${bookingEventKinds}
create index booking_events_by_call on booking_events (account_id, call_id);

create table people (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified integer not null,
  image text,
  two_factor_enabled integer,
  created_at text not null,
  updated_at text not null
);

create table people_sessions (
  id text primary key,
  expires_at text not null,
  token text not null unique,
  created_at text not null,
  updated_at text not null,
  ip_address text,
  user_agent text,
  user_id text not null references people (id) on delete cascade
);
create index people_sessions_by_user on people_sessions (user_id);

create table people_credentials (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references people (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at text,
  refresh_token_expires_at text,
  scope text,
  password text,
  created_at text not null,
  updated_at text not null
);
create index people_credentials_by_user on people_credentials (user_id);

create table people_verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at text not null,
  created_at text not null,
  updated_at text not null
);
create index people_verifications_by_identifier on people_verifications (identifier);

create table people_two_factors (
  id text primary key,
  secret text not null,
  backup_codes text not null,
  user_id text not null references people (id) on delete cascade,
  verified integer,
  failed_verification_count integer,
  locked_until text
);
create index people_two_factors_by_user on people_two_factors (user_id);

create table members (
  account_id text not null references accounts (id),
  user_id text not null references people (id),
  role text not null check (role in ('owner', 'desk', 'agent', 'readonly')),
  agent_id text,
  created_at bigint not null,
  primary key (account_id, user_id)
)${clustered};
create index members_by_user on members (user_id);

create table invitations (
  hash text primary key,
  account_id text references accounts (id),
  role text not null check (role in ('owner', 'desk', 'agent', 'readonly')),
  agent_id text,
  label text,
  user_id text references people (id),
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint
);
create index invitations_by_account on invitations (account_id);

create table server_secrets (
  name text primary key,
  value text not null
);

create table audit_events (
  account_id text not null,
  at bigint not null,
  id text not null,
  actor_kind text not null check (actor_kind in ('key', 'person')),
  actor_id text not null,
  action text not null,
  subject_id text,
  detail text not null,
  primary key (account_id, at, id)
)${clustered};
`;
