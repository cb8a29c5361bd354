import type { StatementSync } from "node:sqlite";
import type { Client, ClientKeys } from "../../identity/client.ts";
import { clientOf, storedClientOf } from "../queries/client-queries.ts";
import type { Schema } from "../schema.ts";
import type { StoredClient } from "../store.ts";
import { type Connection, guarded } from "./connection.ts";

/** More than anybody can be asked about; a search that finds more has not said enough. */
const MOST_CANDIDATES = 50;

/** The hot look-ups of clients: one index each, prepared. */
export class ClientReader {
  readonly #byId: StatementSync;
  readonly #likes: readonly { columns: readonly (keyof ClientKeys)[]; statement: StatementSync }[];
  readonly #participants: StatementSync;

  constructor({ database }: Connection) {
    this.#byId = database.prepare("select * from clients where account_id = ? and id = ?");
    // The `+` keeps SQLite from walking all clients of the account in the order of their ids.
    const like = (columns: readonly (keyof ClientKeys)[], condition: string) => ({
      columns,
      statement: database.prepare(
        `select * from clients where account_id = ? and ${condition} order by +id limit ${MOST_CANDIDATES}`,
      ),
    });
    // What tells people apart comes first: of many namesakes only the first fifty are looked at.
    this.#likes = [
      like(["dob", "lastnameKey"], "dob = ? and lastname_key = ?"),
      like(["dob", "firstnameKey"], "dob = ? and firstname_key = ?"),
      like(["phoneKey"], "phone_key = ?"),
      like(["emailKey"], "email_key = ?"),
      like(["lastnameKey", "firstnameKey"], "lastname_key = ? and firstname_key = ?"),
    ];
    this.#participants = database.prepare(`
      select client.* from clients client
      where client.account_id = :account and client.id in (
        select participant_id from bookings where account_id = :account and booker_id = :booker
      )`);
  }

  byId(accountId: string, clientId: string): Client | undefined {
    const row = guarded(() => this.#byId.get(accountId, clientId)) as Schema["clients"] | undefined;
    return row === undefined ? undefined : clientOf(row);
  }

  like(accountId: string, keys: ClientKeys): StoredClient[] {
    return guarded(() => {
      const found = new Map<string, StoredClient>();
      for (const { columns, statement } of this.#likes) {
        const values = columns.map((column) => keys[column]).filter((value) => value !== null);
        if (values.length < columns.length) continue;
        for (const row of statement.all(accountId, ...values) as unknown as Schema["clients"][]) {
          found.set(row.id, storedClientOf(row));
        }
      }
      return [...found.values()].slice(0, MOST_CANDIDATES);
    });
  }

  participantsOf(accountId: string, bookerId: string): StoredClient[] {
    const rows = guarded(() => this.#participants.all({ account: accountId, booker: bookerId }));
    return (rows as unknown as Schema["clients"][]).map(storedClientOf);
  }
}
