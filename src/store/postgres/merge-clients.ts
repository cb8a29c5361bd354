import type { Client } from "../../identity/client.ts";
import { CARD_COLUMNS, type CardRow, cardOf, completionOf } from "../queries/client-queries.ts";
import { mergePinQueries } from "../queries/pin-queries.ts";
import type { ClientMerge, ClientMergeResult } from "../store.ts";
import { DROP_KEYS, saveClients } from "./client-index.ts";
import { type Database, postgresQueries as queries, type Session, type Statement } from "./database.ts";

/** Not `for no key update`: a booking that is being written holds its clients, and is waited for. */
const LOCK: Statement = {
  name: "lock_clients_to_merge",
  text: `select json_build_array(${CARD_COLUMNS.join(", ")}) from clients
    where account_id = $1 and id in ($2, $3) and merged_into is null order by id for update`,
};

/** Also what was merged into it before: an id leads to its card in one step. */
const NOTE_MERGED: Statement = {
  name: "note_merged",
  text: `update clients set merged_into = $2, lookup_version = null, lookup_keys = null, updated_at = $4
    where account_id = $1 and (id = $3 or merged_into = $3)`,
};

const SAME_BOOKING: Statement = {
  name: "same_booking",
  text: `select 1 from bookings one join bookings other
    on other.account_id = one.account_id and other.product_id = one.product_id and other.starts_at = one.starts_at
    where one.account_id = $1 and one.participant_id = $2 and other.participant_id = $3
      and one.status = 'confirmed' and other.status = 'confirmed' limit 1`,
};

const BOOKINGS: Statement = {
  name: "move_bookings",
  text: `update bookings set
      booker_id = case when booker_id = $3 then $2 else booker_id end,
      participant_id = case when participant_id = $3 then $2 else participant_id end
    where account_id = $1 and (booker_id = $3 or participant_id = $3) returning id`,
};

const NOTE: Statement = {
  name: "note_merge",
  text: `insert into client_events (account_id, client_id, number, kind, at, actor_kind, actor_id, detail)
    select $1::text, $2::text, count(*) + 1, 'merged', $3::bigint, $4, $5, $6
    from client_events where account_id = $1 and client_id = $2`,
};

export async function mergeClients(database: Database, merge: ClientMerge): Promise<ClientMergeResult> {
  return await database.transaction((session) => mergeWithin(session, merge));
}

async function mergeWithin(session: Session, merge: ClientMerge): Promise<ClientMergeResult> {
  const { accountId, keep, drop, merged, actor, at } = merge;
  const rows = await session.rows<[CardRow]>(LOCK, [accountId, keep.id, drop.id]);
  const cards = new Map(rows.map(([row]) => [row[0], cardOf(row)]));
  const isAsRead = (card: Client) => {
    const now = cards.get(card.id);
    return now !== undefined && CARD_COLUMNS.every((member) => now[member] === card[member]);
  };
  if (!isAsRead(keep) || !isAsRead(drop)) return { ok: false, reason: "stale" };
  const [same] = await session.rows(SAME_BOOKING, [accountId, keep.id, drop.id]);
  if (same !== undefined) return { ok: false, reason: "same_booking" };
  await saveClients(session, accountId, [merged], at);
  await session.rows(DROP_KEYS, [accountId, [drop.id]]);
  await session.rows(NOTE_MERGED, [accountId, keep.id, drop.id, at]);
  const cardIds = { keepId: keep.id, dropId: drop.id };
  for (const query of mergePinQueries(queries, accountId, cardIds)) await session.run(query);
  const moved = await session.rows<[string]>(BOOKINGS, [accountId, keep.id, drop.id]);
  const bookings = moved.map(([id]) => id).sort();
  const { members } = completionOf({ before: keep, after: merged }, "");
  const detail = JSON.stringify({ dropped: drop, bookings, members });
  await session.rows(NOTE, [accountId, keep.id, at, actor.kind, actor.id, detail]);
  return { ok: true, bookings: bookings.length };
}
