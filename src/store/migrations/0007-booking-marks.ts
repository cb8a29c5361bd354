import type { SchemaDialect } from "./schema-dialect.ts";

/** What the desk has marked a booking with, when and by whom; `number` is the booking's version since then. */
export const bookingMarks = ({ clustered }: SchemaDialect) => `
create table booking_marks (
  account_id text not null,
  booking_id text not null,
  number bigint not null,
  kind text not null,
  at bigint not null,
  actor_kind text not null,
  actor_id text not null,
  primary key (account_id, booking_id, number),
  foreign key (account_id, booking_id) references bookings (account_id, id)
)${clustered};
`;
