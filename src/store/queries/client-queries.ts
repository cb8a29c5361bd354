import type { CompiledQuery, Kysely } from "kysely";
import type { Client } from "../../identity/client.ts";
import type { Schema } from "../schema.ts";
import type { EpochMilliseconds, StoredClient } from "../store.ts";

export function saveClientQueries(
  db: Kysely<Schema>,
  accountId: string,
  clients: readonly StoredClient[],
  at: EpochMilliseconds,
): CompiledQuery[] {
  return clients.map((client) => {
    const row = clientRow(accountId, client, at);
    const { created_at: _kept, ...changed } = row;
    return db
      .insertInto("clients")
      .values(row)
      .onConflict((conflict) => conflict.columns(["account_id", "id"]).doUpdateSet(changed))
      .compile();
  });
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
