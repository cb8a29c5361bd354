import type { SchemaDialect } from "./schema-dialect.ts";

/**
 * Clients by the keys of the identity rules, and what is kept about looking them up.
 *
 * The columns `*_key` of clients stay for now: servers of the release before read and write them, and what those have
 * written is found by them until the sweep has indexed it. They and their four indexes go in the release after the next.
 */
export const clientLookup = ({ clustered, lookupGuard }: SchemaDialect) => `
alter table accounts add column settings text;
alter table clients add column lookup_version bigint;
alter table clients add column lookup_keys text;
alter table clients add column merged_into text;

create table client_lookup (
  account_id text not null,
  key text not null,
  client_id text not null,
  primary key (account_id, key, client_id)
)${clustered};
${lookupGuard}

create table client_events (
  account_id text not null,
  client_id text not null,
  number bigint not null,
  kind text not null check (kind in ('completed', 'merged')),
  at bigint not null,
  actor_kind text not null check (actor_kind in ('key', 'person')),
  actor_id text not null,
  detail text not null,
  primary key (account_id, client_id, number),
  foreign key (account_id, client_id) references clients (account_id, id)
);

create table client_pins (
  account_id text not null,
  client_id text not null,
  hash text not null,
  tries bigint not null,
  tried_since bigint not null,
  locked_until bigint not null,
  primary key (account_id, client_id),
  foreign key (account_id, client_id) references clients (account_id, id)
);

create table lookup_audit (
  account_id text not null,
  at bigint not null,
  id text not null,
  key_id text not null,
  call_id text,
  action text not null,
  members text not null,
  outcome text not null,
  client_ids text not null,
  primary key (account_id, at, id)
)${clustered};
create index lookup_audit_by_key on lookup_audit (account_id, key_id, at, outcome);
create index lookup_audit_by_call on lookup_audit (account_id, call_id, at, outcome);

create table call_verifications (
  account_id text not null,
  key_id text not null,
  call_id text not null,
  client_id text not null,
  proof text not null,
  expires_at bigint not null,
  primary key (account_id, key_id, call_id, client_id, proof)
)${clustered};
create index call_verifications_by_age on call_verifications (expires_at);
`;
