import type { StatementSync } from "node:sqlite";
import type { Client, ClientKeys } from "../../identity/client.ts";
import { CARD_COLUMNS, type CardRow, cardOf } from "../queries/client-queries.ts";
import { type Lookup, MOST_CANDIDATES, MOST_CLIENTS_OF_KEY } from "../store.ts";
import { type Connection, guarded } from "./connection.ts";

const CARD = CARD_COLUMNS.map((column) => `client.${column}`).join(", ");

/** The hot look-ups of clients: one index each, prepared. */
export class ClientReader {
  readonly #byId: StatementSync;
  readonly #card: StatementSync;
  readonly #byKey: StatementSync;
  readonly #byFormerKeys: readonly { columns: readonly (keyof ClientKeys)[]; statement: StatementSync }[];
  readonly #participants: StatementSync;

  constructor({ database }: Connection) {
    const prepare = (sql: string): StatementSync => {
      const statement = database.prepare(sql);
      statement.setReturnArrays(true);
      return statement;
    };
    this.#byId = prepare(`
      select ${CARD} from clients named
      join clients client on client.account_id = named.account_id and client.id = coalesce(named.merged_into, named.id)
      where named.account_id = ? and named.id = ? and client.erased_at is null`);
    this.#card = prepare(
      `select ${CARD} from clients client where account_id = ? and id = ? and merged_into is null`,
    );
    this.#byKey = prepare(
      `select client_id from client_lookup where account_id = ? and key = ? limit ${MOST_CLIENTS_OF_KEY}`,
    );
    // Without `+`, SQLite may walk all clients of the account instead of the index.
    const former = (columns: readonly (keyof ClientKeys)[], condition: string) => ({
      columns,
      statement: prepare(
        `select id from clients where account_id = ? and ${condition} and +merged_into is null limit ${MOST_CLIENTS_OF_KEY}`,
      ),
    });
    this.#byFormerKeys = [
      former(["dob", "lastnameKey"], "dob = ? and +lastname_key = ?"),
      former(["dob", "firstnameKey"], "dob = ? and +firstname_key = ?"),
      former(["phoneKey"], "phone_key = ?"),
      former(["emailKey"], "email_key = ?"),
      former(["lastnameKey", "firstnameKey"], "lastname_key = ? and firstname_key = ?"),
    ];
    this.#participants = prepare(`
      select ${CARD} from clients client
      where client.account_id = :account and client.id in (
        select participant_id from bookings where account_id = :account and booker_id = :booker
      )`);
  }

  byId(accountId: string, clientId: string): Client | undefined {
    const row = guarded(() => this.#byId.get(accountId, clientId)) as unknown as CardRow | undefined;
    return row === undefined ? undefined : cardOf(row);
  }

  /** The same statements whether there is anybody or not. */
  like(accountId: string, { keys, lookupKeys }: Lookup): Client[] {
    return guarded(() => {
      const found = (statement: StatementSync, values: readonly string[]) =>
        (statement.all(accountId, ...values) as unknown as [string][]).map(([id]) => id);
      const ids = new Set<string>();
      // Equal spelling first: of many who only sound alike not everybody is read.
      for (const { columns, statement } of this.#byFormerKeys) {
        const values = columns.map((column) => keys[column]).filter((value) => value !== null);
        if (values.length < columns.length) continue;
        for (const id of found(statement, values)) ids.add(id);
      }
      // A key that few share tells more than one that many do.
      const shared = lookupKeys.map((key) => found(this.#byKey, [key])).sort((a, b) => a.length - b.length);
      for (const id of shared.flat()) ids.add(id);
      const clients: Client[] = [];
      for (const id of [...ids].slice(0, MOST_CANDIDATES)) {
        const row = this.#card.get(accountId, id) as unknown as CardRow | undefined;
        if (row !== undefined) clients.push(cardOf(row));
      }
      return clients;
    });
  }

  participantsOf(accountId: string, bookerId: string): Client[] {
    const rows = guarded(() => this.#participants.all({ account: accountId, booker: bookerId }));
    return (rows as unknown as CardRow[]).map(cardOf);
  }
}
