import type { CompiledQuery, Kysely } from "kysely";
import type { Client } from "../../identity/client.ts";
import { LOOKUP_VERSION } from "../../identity/lookup-keys.ts";
import type { MatchContext } from "../../identity/match-client.ts";
import { CLIENT_FIELDS, type EntityConfiguration } from "../../scheduling/configuration.ts";
import type { Schema } from "../schema.ts";
import type { ClientEvent, CompletedClient, EpochMilliseconds, StoredClient } from "../store.ts";
import { matchContext, storedClient } from "../stored-client.ts";

/** The members of a card as the hot statements select them: an array costs half of an object. */
export const CARD_COLUMNS = ["id", ...CLIENT_FIELDS] as const satisfies (keyof Client)[];

export type CardRow = [id: string, ...rest: (string | null)[]];

export function cardOf(row: CardRow): Client {
  const [id, firstname, lastname, email, dob, phone, street, zip, city, country] = row as (string | null)[];
  return { id, firstname, lastname, email, dob, phone, street, zip, city, country } as Client;
}

/** What a written card says; what it does not name stays. */
export const WRITTEN_COLUMNS = [
  ...CLIENT_FIELDS,
  "firstname_key",
  "lastname_key",
  "email_key",
  "phone_key",
  "updated_at",
] as const satisfies (keyof Schema["clients"])[];

/** Everybody's cards, those without a name first. */
export function allClientsQuery(db: Kysely<Schema>, accountId: string): CompiledQuery<Schema["clients"]> {
  return db
    .selectFrom("clients")
    .selectAll()
    .where("account_id", "=", accountId)
    .where("merged_into", "is", null)
    .where("erased_at", "is", null)
    .orderBy("lastname", (order) => order.asc().nullsFirst())
    .orderBy("firstname", (order) => order.asc().nullsFirst())
    .orderBy("id")
    .compile();
}

/** The row of a card whose keys are not in the index yet. */
export function clientRow(accountId: string, client: StoredClient, at: EpochMilliseconds): Schema["clients"] {
  const { keys, lookupKeys: _indexed, ...card } = client;
  return {
    account_id: accountId,
    ...card,
    firstname_key: keys.firstnameKey,
    lastname_key: keys.lastnameKey,
    email_key: keys.emailKey,
    phone_key: keys.phoneKey,
    created_at: at,
    updated_at: at,
    lookup_version: null,
    lookup_keys: null,
    merged_into: null,
    note: null,
    erased_at: null,
  };
}

/** The row of a new card, written together with its keys. */
export function indexedClientRow(
  accountId: string,
  client: StoredClient,
  at: EpochMilliseconds,
): Schema["clients"] {
  return {
    ...clientRow(accountId, client, at),
    lookup_version: LOOKUP_VERSION,
    lookup_keys: JSON.stringify(client.lookupKeys),
  };
}

export function clientOf(row: Schema["clients"]): Client {
  const { id, firstname, lastname, email, dob, phone, street, zip, city, country } = row;
  return { id, firstname, lastname, email, dob, phone, street, zip, city, country };
}

/** An account's first entity says how its clients' numbers are read. */
export function contextOfEntity(settings: string | undefined, at: EpochMilliseconds): MatchContext {
  const entity = JSON.parse(settings ?? "{}") as Partial<EntityConfiguration>;
  const { country = entity.publicHolidays?.country, language = "de" } = entity;
  return matchContext({ country, language }, at);
}

/** A stored card as it is to be indexed: the number that was made of its phone when it was written stays that. */
export function clientToIndex(row: Schema["clients"], context: MatchContext): StoredClient {
  const phone = row.phone_key?.startsWith("+") ? row.phone_key : row.phone;
  return storedClient({ ...clientOf(row), phone }, context);
}

/** What `client_events` keeps of a completed card: which members, not their values. */
export function completionOf(
  { before, after }: CompletedClient,
  bookingId: string,
): { bookingId: string; members: string[] } {
  return { bookingId, members: CARD_COLUMNS.filter((member) => before[member] !== after[member]) };
}

export function clientEventsQuery(
  db: Kysely<Schema>,
  accountId: string,
  clientId: string,
): CompiledQuery<Schema["client_events"]> {
  return db
    .selectFrom("client_events")
    .selectAll()
    .where("account_id", "=", accountId)
    .where("client_id", "=", clientId)
    .orderBy("number")
    .compile();
}

export function clientEventOf(row: Schema["client_events"]): ClientEvent {
  return {
    clientId: row.client_id,
    kind: row.kind,
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor_id },
    detail: JSON.parse(row.detail) as ClientEvent["detail"],
  };
}
