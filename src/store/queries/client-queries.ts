import type { CompiledQuery, Kysely } from "kysely";
import type { Client } from "../../identity/client.ts";
import type { Schema } from "../schema.ts";
import type { EpochMilliseconds, StoredClient } from "../store.ts";

/** Rows of one statement: few round trips, and far fewer parameters than any database allows. */
const BATCH = 500;

/** Made one after another: whoever runs them in a transaction never leaves it idle for long. */
export function* saveClientQueries(
  db: Kysely<Schema>,
  accountId: string,
  clients: readonly StoredClient[],
  at: EpochMilliseconds,
): Iterable<CompiledQuery> {
  // One statement cannot write a row twice; of two cards with one id the later one counts.
  const rows = [...new Map(clients.map((client) => [client.id, clientRow(accountId, client, at)])).values()];
  for (let from = 0; from < rows.length; from += BATCH)
    yield upsertClients(db, rows.slice(from, from + BATCH));
}

function upsertClients(db: Kysely<Schema>, rows: readonly Schema["clients"][]): CompiledQuery {
  const columns = Object.keys(rows[0]!) as (keyof Schema["clients"])[];
  const changed = columns.filter((column) => column !== "created_at");
  return db
    .insertInto("clients")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(["account_id", "id"])
        .doUpdateSet((eb) =>
          Object.fromEntries(changed.map((column) => [column, eb.ref(`excluded.${column}`)])),
        ),
    )
    .compile();
}

export function clientRow(accountId: string, client: StoredClient, at: EpochMilliseconds): Schema["clients"] {
  const { keys, ...card } = client;
  return {
    account_id: accountId,
    ...card,
    firstname_key: keys.firstnameKey,
    lastname_key: keys.lastnameKey,
    email_key: keys.emailKey,
    phone_key: keys.phoneKey,
    created_at: at,
    updated_at: at,
  };
}

export function clientOf(row: Schema["clients"]): Client {
  const { id, firstname, lastname, email, dob, phone, street, zip, city, country } = row;
  return { id, firstname, lastname, email, dob, phone, street, zip, city, country };
}

export function storedClientOf(row: Schema["clients"]): StoredClient {
  return {
    ...clientOf(row),
    keys: {
      firstnameKey: row.firstname_key,
      lastnameKey: row.lastname_key,
      emailKey: row.email_key,
      phoneKey: row.phone_key,
      dob: row.dob,
    },
  };
}
