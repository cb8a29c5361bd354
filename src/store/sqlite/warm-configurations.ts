import type { StatementSync } from "node:sqlite";
import type { Business } from "../../scheduling/business.ts";
import type { EntityConfiguration } from "../../scheduling/configuration.ts";
import { entityConfigurationOf } from "../configuration-rows.ts";
import { accountSettingsOf, entityQueries } from "../queries/configuration-queries.ts";
import { keyOf } from "../queries/key-rows.ts";
import type { Schema } from "../schema.ts";
import type { ApiKey, OwnedKind } from "../store.ts";
import { businessOf, type HolidayCalendar } from "../stored-business.ts";
import { type Connection, guarded, sqliteQueries } from "./connection.ts";

/** A compiled entity takes some 20 kB with its memos; the least recently compiled leaves first. */
const REMEMBERED_ENTITIES = 2_000;
const REMEMBERED_KEYS = 10_000;

interface AccountRow {
  readonly config_version: number;
  readonly slot_key: string;
  readonly settings: string | null;
}

interface AccountMemory {
  readonly version: number;
  checkedAt: number;
  entityIds: readonly string[] | undefined;
  /** `kind/id` to the entity that owns it; only ids that exist. */
  readonly owners: Map<string, string>;
}

/**
 * Configuration and keys as compiled snapshots. They are never stale: SQLite's `data_version` moves when any other
 * connection commits, and then each account's version is read again before it is used.
 */
export class WarmConfigurations {
  readonly #connection: Connection;
  readonly #holidays: HolidayCalendar;
  readonly #dataVersion: StatementSync;
  readonly #accountVersion: StatementSync;
  readonly #keyByHash: StatementSync;
  readonly #owner: Record<OwnedKind, StatementSync>;
  readonly #accounts = new Map<string, AccountMemory>();
  readonly #businesses = new Map<string, Business>();
  readonly #keys = new Map<string, ApiKey>();
  readonly #bookingsMarks = new Map<string, object>();
  readonly #clientsMarks = new Map<string, object>();
  /** Counts what other connections committed. */
  #generation = -1;
  #hasLooked = false;
  readonly #lookAgain = () => {
    this.#hasLooked = false;
  };

  constructor(connection: Connection, holidays: HolidayCalendar) {
    const prepare = (sql: string) => connection.database.prepare(sql);
    this.#connection = connection;
    this.#holidays = holidays;
    this.#dataVersion = prepare("pragma data_version");
    this.#dataVersion.setReturnArrays(true);
    this.#accountVersion = prepare("select config_version, slot_key, settings from accounts where id = ?");
    this.#keyByHash = prepare("select * from api_keys where hash = ?");
    const owner = (table: string) =>
      prepare(`select entity_id from ${table} where account_id = ? and id = ? and archived = 0`);
    this.#owner = {
      appointment_type: owner("appointment_types"),
      product: owner("products"),
      agent: owner("agents"),
    };
  }

  /** Replaced when this connection has written bookings of the account, or another one anything. */
  bookingsMark(accountId: string): object {
    this.#notice();
    return markIn(this.#bookingsMarks, accountId);
  }

  /** The same of the account's cards. */
  clientsMark(accountId: string): object {
    this.#notice();
    return markIn(this.#clientsMarks, accountId);
  }

  /** Must be called after bookings of the account were written through this connection. */
  forgetBookings(accountId: string): void {
    this.#bookingsMarks.delete(accountId);
  }

  /** Must be called after cards of the account were written through this connection. */
  forgetClients(accountId: string): void {
    this.#clientsMarks.delete(accountId);
  }

  /** Must be called after a configuration or key was written through this connection. */
  forget(): void {
    this.#accounts.clear();
    this.#businesses.clear();
    this.#keys.clear();
  }

  business(accountId: string, entityId: string): Business | undefined {
    const account = this.#account(accountId);
    if (account === undefined) return undefined;
    const memoKey = `${accountId}\n${entityId}`;
    const known = this.#businesses.get(memoKey);
    if (known?.version === account.version) return known;
    const business = this.#connection.read(() => this.#load(accountId, entityId));
    if (business === undefined) return undefined;
    if (this.#businesses.size >= REMEMBERED_ENTITIES) {
      this.#businesses.delete(this.#businesses.keys().next().value!);
    }
    this.#businesses.set(memoKey, business);
    return business;
  }

  entityConfiguration(accountId: string, entityId: string): EntityConfiguration | undefined {
    const queries = entityQueries(sqliteQueries, accountId, entityId);
    const entity = this.#connection.first(queries.entity);
    if (entity === undefined) return undefined;
    return entityConfigurationOf({
      entity,
      sip_ids: this.#connection.all(queries.sip_ids),
      resources: this.#connection.all(queries.resources),
      agents: this.#connection.all(queries.agents),
      absences: this.#connection.all(queries.absences),
      appointment_types: this.#connection.all(queries.appointment_types),
      appointment_type_agents: this.#connection.all(queries.appointment_type_agents),
      products: this.#connection.all(queries.products),
    });
  }

  entityOwning(accountId: string, kind: OwnedKind, id: string): string | undefined {
    const account = this.#account(accountId);
    if (account === undefined) return undefined;
    const memoKey = `${kind}/${id}`;
    const known = account.owners.get(memoKey);
    if (known !== undefined) return known;
    const row = guarded(() => this.#owner[kind].get(accountId, id)) as { entity_id: string } | undefined;
    if (row !== undefined) account.owners.set(memoKey, row.entity_id);
    return row?.entity_id;
  }

  entityIds(accountId: string): readonly string[] {
    const account = this.#account(accountId);
    if (account === undefined) return [];
    account.entityIds ??= this.#connection
      .all(
        sqliteQueries
          .selectFrom("entities")
          .select("id")
          .where("account_id", "=", accountId)
          .where("archived", "=", 0)
          .orderBy("position")
          .orderBy("id")
          .compile(),
      )
      .map((row) => row.id);
    return account.entityIds;
  }

  keyByHash(hash: string): ApiKey | undefined {
    this.#notice();
    const known = this.#keys.get(hash);
    if (known !== undefined) return known;
    const row = guarded(() => this.#keyByHash.get(hash)) as Schema["api_keys"] | undefined;
    if (row === undefined) return undefined;
    const key = keyOf(row);
    if (this.#keys.size >= REMEMBERED_KEYS) this.#keys.clear();
    this.#keys.set(hash, key);
    return key;
  }

  #account(accountId: string): AccountMemory | undefined {
    this.#notice();
    const known = this.#accounts.get(accountId);
    if (known?.checkedAt === this.#generation) return known;
    const row = guarded(() => this.#accountVersion.get(accountId)) as AccountRow | undefined;
    if (row === undefined) return undefined;
    if (known?.version === row.config_version) {
      known.checkedAt = this.#generation;
      return known;
    }
    const account: AccountMemory = {
      version: row.config_version,
      checkedAt: this.#generation,
      entityIds: undefined,
      owners: new Map(),
    };
    this.#accounts.set(accountId, account);
    return account;
  }

  /**
   * Sees whether another connection has committed, once in each turn of the event loop: a request is answered within
   * one turn, and what is committed later comes before none of the requests of a later turn.
   */
  #notice(): void {
    if (this.#hasLooked) return;
    this.#hasLooked = true;
    setImmediate(this.#lookAgain);
    const [generation] = guarded(() => this.#dataVersion.get()) as unknown as [number];
    if (generation === this.#generation) return;
    this.#generation = generation;
    this.#keys.clear();
    this.#bookingsMarks.clear();
    this.#clientsMarks.clear();
  }

  /** All of one moment: what another process commits meanwhile is seen at the next look. */
  #load(accountId: string, entityId: string): Business | undefined {
    const account = this.#accountVersion.get(accountId) as AccountRow | undefined;
    const configuration = this.entityConfiguration(accountId, entityId);
    return account === undefined || configuration === undefined
      ? undefined
      : this.#compile(accountId, account, configuration);
  }

  #compile(accountId: string, account: AccountRow, configuration: EntityConfiguration): Business {
    const refs = (table: "agents" | "products") =>
      new Map(
        this.#connection
          .all(
            sqliteQueries
              .selectFrom(table)
              .select(["id", "ref"])
              .where("account_id", "=", accountId)
              .where("entity_id", "=", configuration.id)
              .compile(),
          )
          .map((row) => [row.id, row.ref]),
      );
    const entity = this.#connection.first(
      sqliteQueries
        .selectFrom("entities")
        .select("longest_claim_minutes")
        .where("account_id", "=", accountId)
        .where("id", "=", configuration.id)
        .compile(),
    );
    return businessOf(
      configuration,
      {
        accountId,
        version: account.config_version,
        ...accountSettingsOf(account.settings),
        slotKey: account.slot_key,
        agentRefs: refs("agents"),
        productRefs: refs("products"),
        longestClaimMinutes: entity?.longest_claim_minutes ?? 0,
      },
      this.#holidays,
    );
  }
}

function markIn(marks: Map<string, object>, accountId: string): object {
  const known = marks.get(accountId);
  if (known !== undefined) return known;
  const mark = {};
  marks.set(accountId, mark);
  return mark;
}
