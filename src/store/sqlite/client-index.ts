import type { StatementSync } from "node:sqlite";
import type { Client } from "../../identity/client.ts";
import { LOOKUP_VERSION } from "../../identity/lookup-keys.ts";
import type { MatchContext } from "../../identity/match-client.ts";
import {
  CARD_COLUMNS,
  clientRow,
  clientToIndex,
  completionOf,
  contextOfEntity,
  indexedClientRow,
  WRITTEN_COLUMNS,
} from "../queries/client-queries.ts";
import { mergePinQueries } from "../queries/pin-queries.ts";
import type { Schema } from "../schema.ts";
import type {
  Actor,
  ClientEvent,
  ClientMerge,
  ClientMergeResult,
  ClientPlace,
  CompletedClient,
  EpochMilliseconds,
  IndexedClients,
  StoredClient,
} from "../store.ts";
import { type Connection, sqliteQueries as queries } from "./connection.ts";

/** Clients in one go of the sweep: some milliseconds in which no request is answered. */
const LOOKED_AT_TOGETHER = 1_000;
const INDEXED_TOGETHER = 100;

const MEMBERS = CARD_COLUMNS.slice(1);

/** Writes cards and their keys; every call is part of a running transaction. */
export class ClientIndex {
  readonly #connection: Connection;
  readonly #sql: ReturnType<typeof prepareAll>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#sql = prepareAll(connection);
  }

  /** A card that is new. */
  add(accountId: string, client: StoredClient, at: EpochMilliseconds): void {
    this.#sql.add.run({ ...indexedClientRow(accountId, client, at) });
    this.#addKeys(accountId, client.id, client.lookupKeys);
  }

  /** Adds or replaces a card by its id. */
  save(accountId: string, client: StoredClient, at: EpochMilliseconds): void {
    this.#sql.save.run({ ...clientRow(accountId, client, at) });
    this.#index(accountId, client.id, client.lookupKeys);
  }

  /** False when the card is no longer what it was. */
  complete(accountId: string, { before, after }: CompletedClient, at: EpochMilliseconds): boolean {
    const {
      created_at: _kept,
      lookup_version: _v,
      lookup_keys: _k,
      merged_into: _m,
      note: _n,
      erased_at: _e,
      ...row
    } = clientRow(accountId, after, at);
    if (this.#sql.complete.run({ ...row, ...wasOf(before) }).changes !== 1) return false;
    this.#index(accountId, after.id, after.lookupKeys);
    return true;
  }

  /** Keeps what became of a card and by whom. */
  note(
    accountId: string,
    clientId: string,
    kind: ClientEvent["kind"],
    actor: Actor,
    at: EpochMilliseconds,
    detail: object,
  ): void {
    this.#sql.addEvent.run(
      accountId,
      clientId,
      accountId,
      clientId,
      kind,
      at,
      actor.kind,
      actor.id,
      JSON.stringify(detail),
    );
  }

  /** A unique index refuses when both have the same booking. */
  merge({ accountId, keep, drop, merged, actor, at }: ClientMerge): ClientMergeResult {
    const isAsRead = (card: Client) =>
      this.#sql.isStill.get({ account_id: accountId, id: card.id, ...wasOf(card) });
    if (isAsRead(drop) === undefined || isAsRead(keep) === undefined) return { ok: false, reason: "stale" };
    this.complete(accountId, { before: keep, after: merged }, at);
    this.#dropKeys(accountId, drop.id);
    this.#sql.noteMerged.run(keep.id, at, accountId, drop.id, drop.id);
    const cardIds = { keepId: keep.id, dropId: drop.id };
    for (const query of mergePinQueries(queries, accountId, cardIds)) this.#connection.run(query);
    const bookings = this.#sql.bookingsOf.all(accountId, drop.id, drop.id).map(({ id }) => String(id));
    this.#sql.moveBooked.run(keep.id, accountId, drop.id);
    this.#sql.moveAttended.run(keep.id, accountId, drop.id);
    const { members } = completionOf({ before: keep, after: merged }, "");
    this.note(accountId, keep.id, "merged", actor, at, { dropped: drop, bookings, members });
    return { ok: true, bookings: bookings.length };
  }

  indexNext(after: ClientPlace | undefined, at: EpochMilliseconds): IndexedClients {
    const page = this.#sql.page.all(after?.accountId ?? "", after?.clientId ?? "") as unknown as PageRow[];
    const outdated = page.filter((row) => row.isOutdated === 1).slice(0, INDEXED_TOGETHER);
    const contexts = new Map<string, MatchContext>();
    for (const { accountId, clientId } of outdated) {
      const context = contexts.get(accountId) ?? this.#contextOf(accountId, at);
      contexts.set(accountId, context);
      const row = this.#sql.row.get(accountId, clientId) as unknown as Schema["clients"];
      this.#index(accountId, clientId, clientToIndex(row, context).lookupKeys);
    }
    const last = outdated.length === INDEXED_TOGETHER ? outdated.at(-1) : page.at(-1);
    const isLast = outdated.length < INDEXED_TOGETHER && page.length < LOOKED_AT_TOGETHER;
    return {
      next: isLast || last === undefined ? undefined : { accountId: last.accountId, clientId: last.clientId },
      indexed: outdated.length,
    };
  }

  #contextOf(accountId: string, at: EpochMilliseconds): MatchContext {
    const entity = this.#sql.firstEntity.get(accountId) as { settings: string } | undefined;
    return contextOfEntity(entity?.settings, at);
  }

  #index(accountId: string, clientId: string, keys: readonly string[]): void {
    this.#dropKeys(accountId, clientId);
    this.#addKeys(accountId, clientId, keys);
    this.#sql.noteIndexed.run(LOOKUP_VERSION, JSON.stringify(keys), accountId, clientId);
  }

  #addKeys(accountId: string, clientId: string, keys: readonly string[]): void {
    for (const key of keys) this.#sql.addKey.run(accountId, key, clientId);
  }

  #dropKeys(accountId: string, clientId: string): void {
    const row = this.#sql.indexed.get(accountId, clientId) as { lookup_keys: string | null } | undefined;
    for (const key of JSON.parse(row?.lookup_keys ?? "[]") as string[])
      this.#sql.dropKey.run(accountId, key, clientId);
  }
}

function wasOf(card: Client): Record<string, string | null> {
  return Object.fromEntries(MEMBERS.map((member) => [`was_${member}`, card[member]]));
}

interface PageRow {
  readonly accountId: string;
  readonly clientId: string;
  readonly isOutdated: 0 | 1;
}

function prepareAll({ database }: Connection) {
  const prepare = (sql: string): StatementSync => database.prepare(sql);
  const columns = [
    "account_id",
    "id",
    ...WRITTEN_COLUMNS,
    "created_at",
    "lookup_version",
    "lookup_keys",
    "merged_into",
    "note",
    "erased_at",
  ];
  const insert = `insert into clients (${columns.join(", ")}) values (${columns.map((column) => `:${column}`).join(", ")})`;
  return {
    add: prepare(insert),
    save: prepare(`${insert} on conflict (account_id, id) do update set
      ${WRITTEN_COLUMNS.map((column) => `${column} = excluded.${column}`).join(", ")}`),
    complete: prepare(`
      update clients set ${WRITTEN_COLUMNS.map((column) => `${column} = :${column}`).join(", ")}
      where account_id = :account_id and id = :id and merged_into is null
        and ${MEMBERS.map((member) => `${member} is :was_${member}`).join(" and ")}`),
    addEvent: prepare(`
      insert into client_events (account_id, client_id, number, kind, at, actor_kind, actor_id, detail)
      select ?, ?, (select count(*) + 1 from client_events where account_id = ? and client_id = ?), ?, ?, ?, ?, ?`),
    isStill: prepare(`select 1 from clients
      where account_id = :account_id and id = :id and merged_into is null
        and ${MEMBERS.map((member) => `${member} is :was_${member}`).join(" and ")}`),
    // Also what was merged into it before: an id leads to its card in one step.
    noteMerged:
      prepare(`update clients set merged_into = ?, lookup_version = null, lookup_keys = null, updated_at = ?
      where account_id = ? and (id = ? or merged_into = ?)`),
    bookingsOf: prepare(
      "select id from bookings where account_id = ? and (booker_id = ? or participant_id = ?)",
    ),
    moveBooked: prepare("update bookings set booker_id = ? where account_id = ? and booker_id = ?"),
    moveAttended: prepare(
      "update bookings set participant_id = ? where account_id = ? and participant_id = ?",
    ),
    indexed: prepare("select lookup_keys from clients where account_id = ? and id = ?"),
    addKey: prepare("insert or ignore into client_lookup (account_id, key, client_id) values (?, ?, ?)"),
    dropKey: prepare("delete from client_lookup where account_id = ? and key = ? and client_id = ?"),
    noteIndexed: prepare(
      "update clients set lookup_version = ?, lookup_keys = ? where account_id = ? and id = ?",
    ),
    page: prepare(`
      select account_id as accountId, id as clientId,
        (lookup_version is null or lookup_version < ${LOOKUP_VERSION}) and merged_into is null as isOutdated
      from clients where (account_id, id) > (?, ?) order by account_id, id limit ${LOOKED_AT_TOGETHER}`),
    row: prepare("select * from clients where account_id = ? and id = ?"),
    firstEntity: prepare(
      "select settings from entities where account_id = ? and archived = 0 order by position limit 1",
    ),
  };
}
