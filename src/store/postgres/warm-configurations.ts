import type { Business } from "../../scheduling/business.ts";
import type { EntityConfiguration } from "../../scheduling/configuration.ts";
import { entityConfigurationOf } from "../configuration-rows.ts";
import { accountSettingsOf, entityQueries } from "../queries/configuration-queries.ts";
import { keyOf } from "../queries/key-rows.ts";
import type { Schema } from "../schema.ts";
import type { ApiKey, OwnedKind } from "../store.ts";
import { businessOf, type HolidayCalendar } from "../stored-business.ts";
import { type Database, postgresQueries, type Session } from "./database.ts";

/** How often requests have somebody look, beside them, for changes by other processes. */
const LOOK_EVERY_MS = 250;

/** What was remembered for longer is looked at before it is trusted: no change is unseen for longer than this. */
const TRUSTED_MS = 750;

/** A compiled entity takes some 20 kB with its memos; the least recently compiled leaves first. */
const REMEMBERED_ENTITIES = 2_000;
const REMEMBERED_KEYS = 10_000;

interface AccountMemory {
  readonly version: number;
  readonly slotKey: string;
  entityIds: readonly string[] | undefined;
  /** `kind/id` to the entity that owns it; only ids that exist. */
  readonly owners: Map<string, string>;
}

const TABLE_OF = {
  appointment_type: "appointment_types",
  product: "products",
  agent: "agents",
} as const satisfies Record<OwnedKind, string>;

/**
 * Configuration and keys as compiled snapshots. One number counts the changes that any process makes; it is looked at
 * beside the requests, so that a warm one needs no round trip for it. What a booking decides on is safe all the same:
 * its commit compares the configuration's version.
 */
export class WarmConfigurations {
  readonly #database: Database;
  readonly #holidays: HolidayCalendar;
  #keys = new Map<string, ApiKey>();
  #accounts = new Map<string, AccountMemory>();
  readonly #businesses = new Map<string, Business>();
  #clock = -1;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #looking: Promise<void> | undefined;

  constructor(database: Database, holidays: HolidayCalendar) {
    this.#database = database;
    this.#holidays = holidays;
  }

  /** Must be called after a configuration or key was written by this process. */
  forget(): void {
    this.#keys = new Map();
    this.#accounts = new Map();
  }

  /** Must be called when a commit found the account changed. */
  forgetAccount(accountId: string): void {
    this.#accounts.delete(accountId);
  }

  async business(accountId: string, entityId: string): Promise<Business | undefined> {
    const account = await this.#account(accountId);
    if (account === undefined) return undefined;
    const memoKey = `${accountId}\n${entityId}`;
    const known = this.#businesses.get(memoKey);
    if (known?.version === account.version) return known;
    const business = await this.#database.transaction(
      (session) => this.#load(session, accountId, entityId),
      "repeatable read read only",
    );
    if (business === undefined) return undefined;
    if (this.#businesses.size >= REMEMBERED_ENTITIES) {
      this.#businesses.delete(this.#businesses.keys().next().value!);
    }
    this.#businesses.set(memoKey, business);
    return business;
  }

  async entityOwning(accountId: string, kind: OwnedKind, id: string): Promise<string | undefined> {
    const account = await this.#account(accountId);
    if (account === undefined) return undefined;
    const memoKey = `${kind}/${id}`;
    const known = account.owners.get(memoKey);
    if (known !== undefined) return known;
    const row = await this.#database.first(
      postgresQueries
        .selectFrom(TABLE_OF[kind])
        .select("entity_id")
        .where("account_id", "=", accountId)
        .where("id", "=", id)
        .where("archived", "=", 0)
        .compile(),
    );
    if (row !== undefined) account.owners.set(memoKey, row.entity_id);
    return row?.entity_id;
  }

  async entityIds(accountId: string): Promise<readonly string[]> {
    const account = await this.#account(accountId);
    if (account === undefined) return [];
    account.entityIds ??= await entityIdsOf(this.#database, accountId);
    return account.entityIds;
  }

  async keyByHash(hash: string): Promise<ApiKey | undefined> {
    await this.#notice();
    const keys = this.#keys;
    const known = keys.get(hash);
    if (known !== undefined) return known;
    const row = await this.#database.first(
      postgresQueries.selectFrom("api_keys").selectAll().where("hash", "=", hash).compile(),
    );
    if (row === undefined) return undefined;
    const key = keyOf(row);
    if (keys.size >= REMEMBERED_KEYS) keys.clear();
    keys.set(hash, key); // into the map that was there before the read: what was forgotten meanwhile stays so
    return key;
  }

  async #account(accountId: string): Promise<AccountMemory | undefined> {
    await this.#notice();
    const accounts = this.#accounts;
    const known = accounts.get(accountId);
    if (known !== undefined) return known;
    const row = await accountRowOf(this.#database, accountId);
    if (row === undefined) return undefined;
    const account: AccountMemory = {
      version: row.config_version,
      slotKey: row.slot_key,
      entityIds: undefined,
      owners: new Map(),
    };
    accounts.set(accountId, account);
    return account;
  }

  async #notice(): Promise<void> {
    const age = performance.now() - this.#lookedAt;
    if (age < LOOK_EVERY_MS) return;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    if (age >= TRUSTED_MS) await this.#looking;
    else this.#looking.catch(() => {}); // the next one who needs it hears of it
  }

  async #look(): Promise<void> {
    const asked = performance.now();
    const [row] = await this.#database.rows<[number]>(CLOCK, []);
    this.#lookedAt = asked;
    if (row![0] === this.#clock) return;
    this.#clock = row![0];
    this.forget();
  }

  /** All of one moment. */
  async #load(session: Session, accountId: string, entityId: string): Promise<Business | undefined> {
    const account = await accountRowOf(session, accountId);
    const stored = await readEntity(session, accountId, entityId);
    if (account === undefined || stored === undefined) return undefined;
    const refs = async (table: "agents" | "products") => {
      const rows = await session.all(
        postgresQueries
          .selectFrom(table)
          .select(["id", "ref"])
          .where("account_id", "=", accountId)
          .where("entity_id", "=", entityId)
          .compile(),
      );
      return new Map(rows.map((row) => [row.id, row.ref]));
    };
    return businessOf(
      stored.configuration,
      {
        accountId,
        version: account.config_version,
        ...accountSettingsOf(account.settings),
        slotKey: account.slot_key,
        agentRefs: await refs("agents"),
        productRefs: await refs("products"),
        longestClaimMinutes: stored.longestClaimMinutes,
      },
      this.#holidays,
    );
  }
}

const CLOCK = { name: "clock", text: "select number from configuration_clock" };

function accountRowOf(session: Session, accountId: string) {
  return session.first(
    postgresQueries
      .selectFrom("accounts")
      .select(["name", "config_version", "slot_key", "last_ref", "settings"])
      .where("id", "=", accountId)
      .compile(),
  );
}

export async function entityIdsOf(session: Session, accountId: string): Promise<string[]> {
  const rows = await session.all(
    postgresQueries
      .selectFrom("entities")
      .select("id")
      .where("account_id", "=", accountId)
      .where("archived", "=", 0)
      .orderBy("position")
      .orderBy("id")
      .compile(),
  );
  return rows.map((row) => row.id);
}

export async function readEntity(
  session: Session,
  accountId: string,
  entityId: string,
): Promise<{ configuration: EntityConfiguration; longestClaimMinutes: number } | undefined> {
  const queries = entityQueries(postgresQueries, accountId, entityId);
  const entity: Schema["entities"] | undefined = await session.first(queries.entity);
  if (entity === undefined) return undefined;
  const configuration = entityConfigurationOf({
    entity,
    sip_ids: await session.all(queries.sip_ids),
    resources: await session.all(queries.resources),
    agents: await session.all(queries.agents),
    absences: await session.all(queries.absences),
    appointment_types: await session.all(queries.appointment_types),
    appointment_type_agents: await session.all(queries.appointment_type_agents),
    products: await session.all(queries.products),
  });
  return { configuration, longestClaimMinutes: entity.longest_claim_minutes };
}
