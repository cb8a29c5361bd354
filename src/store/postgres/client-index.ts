import { LOOKUP_VERSION } from "../../identity/lookup-keys.ts";
import type { MatchContext } from "../../identity/match-client.ts";
import { clientRow, clientToIndex, contextOfEntity, WRITTEN_COLUMNS } from "../queries/client-queries.ts";
import type { Schema } from "../schema.ts";
import type { ClientPlace, EpochMilliseconds, IndexedClients, StoredClient } from "../store.ts";
import type { Database, Session, Statement } from "./database.ts";

/** Clients that one transaction writes, and the sweep looks at: far from the time that a statement may take. */
const WRITTEN_TOGETHER = 500;
const LOOKED_AT_TOGETHER = 5_000;

const SAVE: Statement = {
  name: "save_clients",
  text: `insert into clients select * from json_populate_recordset(null::clients, $1)
    on conflict (account_id, id) do update set
      ${WRITTEN_COLUMNS.map((column) => `${column} = excluded.${column}`).join(", ")}`,
};

/** Each key is looked up by itself, whatever PostgreSQL believes of the size of a table that is being filled. */
export const DROP_KEYS: Statement = {
  name: "drop_lookup_keys",
  text: `delete from client_lookup where account_id = $1 and ctid = any(array(
      select found.place from clients, json_array_elements_text(clients.lookup_keys::json) former, lateral (
        select client_lookup.ctid as place from client_lookup
        where account_id = $1 and key = former and client_id = clients.id offset 0
      ) found
      where clients.account_id = $1 and clients.id = any($2::text[])))`,
};

const ADD_KEYS: Statement = {
  name: "add_lookup_keys",
  text: `insert into client_lookup (account_id, key, client_id)
    select $1, key, client_id from unnest($2::text[], $3::text[]) as added (key, client_id) order by key, client_id
    on conflict do nothing`,
};

const NOTE_INDEXED: Statement = {
  name: "note_indexed_clients",
  text: `update clients set lookup_version = ${LOOKUP_VERSION}, lookup_keys = indexed.keys
    from unnest($2::text[], $3::text[]) as indexed (client_id, keys)
    where clients.account_id = $1 and clients.id = indexed.client_id`,
};

const OUTDATED = `(lookup_version is null or lookup_version < ${LOOKUP_VERSION}) and merged_into is null`;

const PAGE: Statement = {
  name: "clients_to_index",
  text: `select account_id, id, ${OUTDATED} from clients
    where (account_id, id) > ($1, $2) order by account_id, id limit ${LOOKED_AT_TOGETHER}`,
};

/** Looked at once more under a lock: another server may have been faster. */
const LOCK: Statement = {
  name: "lock_clients_to_index",
  text: `select to_json(clients) from clients
    where account_id = $1 and id = any($2::text[]) and ${OUTDATED} order by id for no key update`,
};

const FIRST_ENTITY: Statement = {
  name: "first_entity",
  text: "select settings from entities where account_id = $1 and archived = 0 order by position limit 1",
};

/** Adds or replaces cards by id with their keys, as part of a transaction. */
export async function saveClients(
  session: Session,
  accountId: string,
  clients: readonly StoredClient[],
  at: EpochMilliseconds,
): Promise<void> {
  const last = [...new Map(clients.map((client) => [client.id, client])).values()];
  for (let from = 0; from < last.length; from += WRITTEN_TOGETHER) {
    const page = last.slice(from, from + WRITTEN_TOGETHER);
    await session.rows(SAVE, [JSON.stringify(page.map((client) => clientRow(accountId, client, at)))]);
    await indexClients(session, accountId, page);
  }
}

/** Looks at the next clients and indexes those who are not, or by older rules. */
export async function indexNext(
  database: Database,
  after: ClientPlace | undefined,
  at: EpochMilliseconds,
): Promise<IndexedClients> {
  const place = [after?.accountId ?? "", after?.clientId ?? ""];
  const page = await database.rows<[string, string, boolean]>(PAGE, place);
  const accountId = page.find(([, , isOutdated]) => isOutdated)?.[0];
  // One account in one go.
  const outdated = page
    .filter(([account, , isOutdated]) => isOutdated && account === accountId)
    .slice(0, WRITTEN_TOGETHER);
  if (accountId !== undefined) {
    await database.transaction(async (session) => {
      const ids = outdated.map(([, id]) => id);
      const rows = await session.rows<[Schema["clients"]]>(LOCK, [accountId, ids]);
      const context = await contextOf(session, accountId, at);
      const clients = rows.map(([row]) => clientToIndex(row, context));
      await indexClients(session, accountId, clients);
    });
  }
  const isLast =
    page.length < LOOKED_AT_TOGETHER && outdated.length === page.filter(([, , old]) => old).length;
  const last = outdated.length > 0 && !isLast ? outdated.at(-1) : page.at(-1);
  return {
    next: isLast || last === undefined ? undefined : { accountId: last[0], clientId: last[1] },
    indexed: outdated.length,
  };
}

async function contextOf(session: Session, accountId: string, at: EpochMilliseconds): Promise<MatchContext> {
  const [entity] = await session.rows<[string]>(FIRST_ENTITY, [accountId]);
  return contextOfEntity(entity?.[0], at);
}

async function indexClients(
  session: Session,
  accountId: string,
  clients: readonly StoredClient[],
): Promise<void> {
  const ids = clients.map(({ id }) => id);
  const keys = clients.flatMap(({ id, lookupKeys }) => lookupKeys.map((key) => [key, id] as const));
  await session.rows(DROP_KEYS, [accountId, ids]);
  await session.rows(ADD_KEYS, [accountId, keys.map(([key]) => key), keys.map(([, id]) => id)]);
  const lists = clients.map(({ lookupKeys }) => JSON.stringify(lookupKeys));
  await session.rows(NOTE_INDEXED, [accountId, ids, lists]);
}
