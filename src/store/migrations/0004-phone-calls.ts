import type { SchemaDialect } from "./schema-dialect.ts";

/** Calls over a telephone carrier, while they last: what was said so far, so that any server can take the next turn. */
export const phoneCalls = ({ clustered }: SchemaDialect) => `
create table phone_calls (
  account_id text not null,
  call_id text not null,
  turn bigint not null,
  begun_at bigint not null,
  state text,
  answer text,
  forget_at bigint not null,
  primary key (account_id, call_id)
)${clustered};
create index phone_calls_by_age on phone_calls (forget_at);
`;
