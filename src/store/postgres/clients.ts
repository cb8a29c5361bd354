import type { Client } from "../../identity/client.ts";
import { CARD_COLUMNS, type CardRow, cardOf } from "../queries/client-queries.ts";
import { type Lookup, MOST_CANDIDATES, MOST_CLIENTS_OF_KEY } from "../store.ts";
import type { Database, Statement } from "./database.ts";

const CARD = `json_build_array(${CARD_COLUMNS.map((column) => `client.${column}`).join(", ")})`;

const BY_ID: Statement = {
  name: "client",
  text: `select ${CARD} from clients named
    join clients client on client.account_id = named.account_id and client.id = coalesce(named.merged_into, named.id)
    where named.account_id = $1 and named.id = $2`,
};

/** Equal spelling first: of many who only sound alike not everybody is read. */
const FORMER_KEYS = [
  "dob = $2::text and lastname_key = $3::text",
  "dob = $2::text and firstname_key = $4::text",
  "phone_key = $5::text",
  "email_key = $6::text",
  "lastname_key = $3::text and firstname_key = $4::text",
].map(
  (condition) =>
    `(select id, 0 as place from clients
      where account_id = $1 and ${condition} and merged_into is null limit ${MOST_CLIENTS_OF_KEY})`,
);

/** A key that few share tells more than one that many do. One index each, in one statement, whether there is anybody or not. */
export const CLIENTS_LIKE: Statement = {
  name: "clients_like",
  text: `
    select ${CARD} from (
      select id, min(place) as place from (
        ${FORMER_KEYS.join(" union all ")}
        union all (
          select found.client_id, found.sharing from unnest($7::text[]) as said (key), lateral (
            select client_id, count(*) over () as sharing from (
              select client_id from client_lookup where account_id = $1 and key = said.key limit ${MOST_CLIENTS_OF_KEY}
            ) first_of_key
          ) found
        )
      ) sharing group by id order by place, id limit ${MOST_CANDIDATES}
    ) chosen join clients client on client.account_id = $1 and client.id = chosen.id and client.merged_into is null
    order by chosen.place`,
};

const PARTICIPANTS: Statement = {
  name: "participants",
  text: `select ${CARD} from clients client
    where client.account_id = $1 and client.id in (
      select participant_id from bookings where account_id = $1 and booker_id = $2
    )`,
};

export class Clients {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async byId(accountId: string, clientId: string): Promise<Client | undefined> {
    const [row] = await this.#database.rows<[CardRow]>(BY_ID, [accountId, clientId]);
    return row === undefined ? undefined : cardOf(row[0]);
  }

  async like(accountId: string, { keys, lookupKeys }: Lookup): Promise<Client[]> {
    const { dob, lastnameKey, firstnameKey, phoneKey, emailKey } = keys;
    const values = [accountId, dob, lastnameKey, firstnameKey, phoneKey, emailKey, lookupKeys];
    const rows = await this.#database.rows<[CardRow]>(CLIENTS_LIKE, values);
    return rows.map(([row]) => cardOf(row));
  }

  async participantsOf(accountId: string, bookerId: string): Promise<Client[]> {
    const rows = await this.#database.rows<[CardRow]>(PARTICIPANTS, [accountId, bookerId]);
    return rows.map(([row]) => cardOf(row));
  }
}
