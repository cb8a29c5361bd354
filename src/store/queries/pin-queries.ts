import { type CompiledQuery, type Kysely, sql } from "kysely";
import { MOST_WRONG_PINS, WRONG_PINS_MS } from "../client-pins.ts";
import type { Schema } from "../schema.ts";
import type { EpochMilliseconds } from "../store.ts";

/** Also of a card that was merged: its id leads to the kept one. */
const cardOf = (accountId: string, clientId: string) =>
  sql<string>`(select coalesce(merged_into, id) from clients where account_id = ${accountId} and id = ${clientId})`;

export function setPinQuery(
  db: Kysely<Schema>,
  accountId: string,
  clientId: string,
  hash: string,
): CompiledQuery {
  return sql`
    insert into client_pins (account_id, client_id, hash, tries, tried_since, locked_until)
    select account_id, coalesce(merged_into, id), ${hash}, 0, 0, 0
    from clients where account_id = ${accountId} and id = ${clientId}
    on conflict (account_id, client_id) do update set
      hash = excluded.hash, tries = 0, tried_since = 0, locked_until = 0`.compile(db);
}

export function removePinQuery(db: Kysely<Schema>, accountId: string, clientId: string): CompiledQuery {
  return db
    .deleteFrom("client_pins")
    .where("account_id", "=", accountId)
    .where("client_id", "=", cardOf(accountId, clientId))
    .compile();
}

export function hasPinQuery(
  db: Kysely<Schema>,
  accountId: string,
  clientId: string,
): CompiledQuery<{ client_id: string }> {
  return db
    .selectFrom("client_pins")
    .select("client_id")
    .where("account_id", "=", accountId)
    .where("client_id", "=", cardOf(accountId, clientId))
    .compile();
}

/** One statement, so that the database lines up tries that come at the same time. */
export function tryPinQuery(
  db: Kysely<Schema>,
  accountId: string,
  clientId: string,
  now: EpochMilliseconds,
): CompiledQuery<{ hash: string }> {
  const since = now - WRONG_PINS_MS;
  const inTime = sql`tried_since > ${since}`;
  return db
    .updateTable("client_pins")
    .set({
      tries: sql<number>`case when ${inTime} then tries + 1 else 1 end`,
      tried_since: sql<number>`case when ${inTime} then tried_since else ${sql.lit(now)} end`,
      locked_until: sql<number>`case when ${inTime} and tries + 1 >= ${sql.lit(MOST_WRONG_PINS)}
        then ${sql.lit(now + WRONG_PINS_MS)} else 0 end`,
    })
    .where("account_id", "=", accountId)
    .where("client_id", "=", clientId)
    .where("locked_until", "<=", now)
    .returning("hash")
    .compile();
}

export function forgetPinTriesQuery(db: Kysely<Schema>, accountId: string, clientId: string): CompiledQuery {
  return db
    .updateTable("client_pins")
    .set({ tries: 0, tried_since: 0, locked_until: 0 })
    .where("account_id", "=", accountId)
    .where("client_id", "=", clientId)
    .compile();
}

/** The kept card's PIN stays; without one it gets that of the dropped card, with the tries it has seen. */
export function mergePinQueries(
  db: Kysely<Schema>,
  accountId: string,
  { keepId, dropId }: { keepId: string; dropId: string },
): CompiledQuery[] {
  const dropped = (clientId: string) => sql`account_id = ${accountId} and client_id = ${clientId}`;
  return [
    sql`update client_pins set client_id = ${keepId} where ${dropped(dropId)}
      and not exists (select 1 from client_pins kept where kept.account_id = ${accountId} and kept.client_id = ${keepId})`.compile(
      db,
    ),
    sql`delete from client_pins where ${dropped(dropId)}`.compile(db),
  ];
}
