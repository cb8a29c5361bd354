import type { SchemaDialect } from "../migrations/schema-dialect.ts";

export const SQLITE: SchemaDialect = {
  // A subject's claims of one day lie side by side: one page instead of one a row when the file is large.
  clustered: " without rowid",
  // 172800000 ms is the longest claim that the table's check lets in.
  claimsGuard: `
create trigger claims_never_overlap before insert on claims
when exists (
  select 1 from claims
  where account_id = new.account_id
    and subject = new.subject
    and starts_at < new.ends_at
    and starts_at > new.starts_at - 172800000
    and ends_at > new.starts_at
    and share_key <> new.share_key
)
begin
  select raise(abort, 'claims overlap');
end;

create trigger claims_never_change before update on claims
begin
  select raise(abort, 'claims are replaced, never changed');
end;`,
  lookupGuard: `
create trigger clients_are_indexed_anew
after update of firstname, lastname, email, dob, phone on clients
when old.lookup_version is not null
begin
  update clients set lookup_version = null where account_id = new.account_id and id = new.id;
end;`,
  // A check cannot be changed: the table is written anew.
  bookingEventKinds: `
create table booking_events_next (
  account_id text not null,
  booking_id text not null,
  number bigint not null,
  kind text not null check (kind in ('created', 'moved', 'cancelled', 'restored')),
  at bigint not null,
  actor_kind text not null check (actor_kind in ('key', 'person')),
  actor_id text not null,
  before text,
  after text not null,
  call_id text,
  primary key (account_id, booking_id, number),
  foreign key (account_id, booking_id) references bookings (account_id, id)
);
insert into booking_events_next
  select account_id, booking_id, number, kind, at, actor_kind, actor_id, before, after, null from booking_events;
drop table booking_events;
alter table booking_events_next rename to booking_events;`,
};
