import type { SchemaDialect } from "../migrations/schema-dialect.ts";
import { TELL_FUNCTION } from "./booking-news.ts";
import { COMMIT_FUNCTION } from "./commit-function.ts";

export const POSTGRES: SchemaDialect = {
  clustered: "",
  claimsGuard: `
create extension if not exists btree_gist;
alter table claims add constraint claims_never_overlap exclude using gist (
  account_id with =, subject with =, int8range(starts_at, ends_at) with &&, share_key with <>
);`,
  lookupGuard: `
create function forget_lookup_version() returns trigger language plpgsql as $$
begin
  new.lookup_version := null;
  return new;
end
$$;
create trigger clients_are_indexed_anew
before update of firstname, lastname, email, dob, phone on clients
for each row when (old.lookup_version is not null) execute function forget_lookup_version();`,
  bookingEventKinds: `
alter table booking_events drop constraint booking_events_kind_check;
alter table booking_events add constraint booking_events_kind_check
  check (kind in ('created', 'moved', 'cancelled', 'restored'));
alter table booking_events add column call_id text;`,
};

/** What only this database has, after each of the shared migrations: functions, and what several servers share. */
export const POSTGRES_ADDITIONS: readonly string[] = [
  `${COMMIT_FUNCTION}${TELL_FUNCTION}
-- One row: counts what was changed that processes keep in memory, so that they see it by looking at one number.
create table configuration_clock (number bigint not null);
insert into configuration_clock values (0);

-- What all processes together have let pass in the running minute.
create table key_usage (
  account_id text not null,
  key_id text not null,
  minute bigint not null,
  requests bigint not null,
  primary key (account_id, key_id)
) with (fillfactor = 50);

create table webhook_calls (
  number bigint generated always as identity primary key,
  at bigint not null,
  account_id text,
  key_id text,
  entity_id text,
  call_id text,
  action text,
  outcome text not null,
  milliseconds double precision not null,
  request text,
  answer text
);
create index webhook_calls_by_age on webhook_calls (at);
create index webhook_calls_by_account on webhook_calls (account_id, number);`,
  COMMIT_FUNCTION, // the one before knew nothing of the index
  "",
  "",
  // The one before knew nothing of calls, either.
  `${COMMIT_FUNCTION}
create index webhook_calls_by_call on webhook_calls (account_id, call_id) where call_id is not null;`,
  COMMIT_FUNCTION, // the one before booked for clients who were being erased
];
