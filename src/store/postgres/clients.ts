import type { Client, ClientKeys } from "../../identity/client.ts";
import { clientOf, storedClientOf } from "../queries/client-queries.ts";
import type { Schema } from "../schema.ts";
import type { StoredClient } from "../store.ts";
import type { Database, Statement } from "./database.ts";

/** More than anybody can be asked about; a search that finds more has not said enough. */
const MOST_CANDIDATES = 50;

const BY_ID: Statement = {
  name: "client",
  text: "select to_json(clients) from clients where account_id = $1 and id = $2",
};

/**
 * One index each, in one statement: `rank` puts what tells people apart first, because of many namesakes only the
 * first fifty are looked at.
 */
const LIKE: Statement = {
  name: "clients_like",
  text: [
    "dob = $2::text and lastname_key = $3::text",
    "dob = $2::text and firstname_key = $4::text",
    "phone_key = $5::text",
    "email_key = $6::text",
    "lastname_key = $3::text and firstname_key = $4::text",
  ]
    .map(
      (condition) =>
        `(select to_json(clients) from clients where account_id = $1 and ${condition} order by id limit ${MOST_CANDIDATES})`,
    )
    .join(" union all "),
};

const PARTICIPANTS: Statement = {
  name: "participants",
  text: `select to_json(client) from clients client
    where client.account_id = $1 and client.id in (
      select participant_id from bookings where account_id = $1 and booker_id = $2
    )`,
};

type ClientRow = [Schema["clients"]];

export class Clients {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async byId(accountId: string, clientId: string): Promise<Client | undefined> {
    const [row] = await this.#database.rows<ClientRow>(BY_ID, [accountId, clientId]);
    return row === undefined ? undefined : clientOf(row[0]);
  }

  async like(accountId: string, keys: ClientKeys): Promise<StoredClient[]> {
    const { dob, lastnameKey, firstnameKey, phoneKey, emailKey } = keys;
    const values = [accountId, dob, lastnameKey, firstnameKey, phoneKey, emailKey];
    const rows = await this.#database.rows<ClientRow>(LIKE, values);
    const found = new Map(rows.map(([row]) => [row.id, storedClientOf(row)]));
    return [...found.values()].slice(0, MOST_CANDIDATES);
  }

  async participantsOf(accountId: string, bookerId: string): Promise<StoredClient[]> {
    const rows = await this.#database.rows<ClientRow>(PARTICIPANTS, [accountId, bookerId]);
    return rows.map(([row]) => storedClientOf(row));
  }
}
