import type { Client } from "../../identity/client.ts";
import { CARD_COLUMNS, type CardRow, cardOf } from "../queries/client-queries.ts";
import { type Lookup, MOST_CANDIDATES, MOST_CLIENTS_OF_KEY } from "../store.ts";
import type { Database, Statement } from "./database.ts";

const CARD = `json_build_array(${CARD_COLUMNS.map((column) => `client.${column}`).join(", ")})`;

const BY_ID: Statement = {
  name: "client",
  text: `select ${CARD} from clients named
    join clients client on client.account_id = named.account_id and client.id = coalesce(named.merged_into, named.id)
    where named.account_id = $1 and named.id = $2 and client.erased_at is null`,
};

/**
 * The cards that a person can mean as rows of `card` and `place`; their look-up is the six parameters from `first` on.
 * Equal spelling comes first: of many who only sound alike not everybody is read. A key that few share tells more than one
 * that many do. One index each, whether there is anybody or not.
 */
export function cardsLike(first: number): string {
  const [dob, lastname, firstname, phone, email] = [0, 1, 2, 3, 4].map((place) => `$${first + place}::text`);
  const spelledTheSame = [
    `dob = ${dob} and lastname_key = ${lastname}`,
    `dob = ${dob} and firstname_key = ${firstname}`,
    `phone_key = ${phone}`,
    `email_key = ${email}`,
    `lastname_key = ${lastname} and firstname_key = ${firstname}`,
  ].map(
    (condition) =>
      `(select id, 0 as place from clients
        where account_id = $1 and ${condition} and merged_into is null limit ${MOST_CLIENTS_OF_KEY})`,
  );
  return `
    select ${CARD} as card, chosen.place from (
      select id, min(place) as place from (
        ${spelledTheSame.join(" union all ")}
        union all (
          select found.client_id, found.sharing from unnest($${first + 5}::text[]) as said (key), lateral (
            select client_id, count(*) over () as sharing from (
              select client_id from client_lookup where account_id = $1 and key = said.key limit ${MOST_CLIENTS_OF_KEY}
            ) first_of_key
          ) found
        )
      ) sharing group by id order by place, id limit ${MOST_CANDIDATES}
    ) chosen join clients client on client.account_id = $1 and client.id = chosen.id and client.merged_into is null`;
}

export const LOOKUP_VALUES = 6;

/** The parameters of `cardsLike`. */
export function lookupValues({ keys, lookupKeys }: Lookup): unknown[] {
  return [keys.dob, keys.lastnameKey, keys.firstnameKey, keys.phoneKey, keys.emailKey, lookupKeys];
}

export const CLIENTS_LIKE: Statement = {
  name: "clients_like",
  text: `select card from (${cardsLike(2)}) found order by place`,
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

  async like(accountId: string, lookup: Lookup): Promise<Client[]> {
    const values = [accountId, ...lookupValues(lookup)];
    const rows = await this.#database.rows<[CardRow]>(CLIENTS_LIKE, values);
    return rows.map(([row]) => cardOf(row));
  }

  async participantsOf(accountId: string, bookerId: string): Promise<Client[]> {
    const rows = await this.#database.rows<[CardRow]>(PARTICIPANTS, [accountId, bookerId]);
    return rows.map(([row]) => cardOf(row));
  }
}
