import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { changesCards, tellingOfClients } from "../client-news.ts";
import { allClientsQuery, clientEventOf, clientEventsQuery, clientOf } from "../queries/client-queries.ts";
import type { ColdStore, Step } from "../queries/cold-store.ts";
import { accountSettingsOf, saveConfigurationQueries } from "../queries/configuration-queries.ts";
import { deskBookingStore } from "../queries/desk-booking-store.ts";
import { deskClientStore } from "../queries/desk-client-store.ts";
import { keyOf, keyRow } from "../queries/key-rows.ts";
import { forgetVerificationsQuery } from "../queries/lookup-queries.ts";
import { memberStore } from "../queries/member-store.ts";
import type { ConfigurationChange, Store, StoredConfiguration } from "../store.ts";
import type { HolidayCalendar } from "../stored-business.ts";
import { backUpPostgres } from "../transfer/back-up-postgres.ts";
import { BookingNews, cardsOf } from "./booking-news.ts";
import { Bookings } from "./bookings.ts";
import { indexNext, saveClients } from "./client-index.ts";
import { postgresPins } from "./client-pins.ts";
import { Clients } from "./clients.ts";
import { Database, postgresQueries as queries, type Session, type Statement } from "./database.ts";
import { postgresLookups } from "./lookup-trail.ts";
import { mergeClients } from "./merge-clients.ts";
import { migrate } from "./migrate.ts";
import { postgresPhoneCalls } from "./phone-calls.ts";
import { entityIdsOf, readEntity, WarmConfigurations } from "./warm-configurations.ts";

export interface PostgresStoreOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  readonly holidays: HolidayCalendar;
}

/** Not `for no key update`: a booking that is being written holds its clients, and is waited for. */
const LOCK_CARD: Statement = {
  name: "lock_card",
  text: "select 1 from clients where account_id = $1 and id = $2 for update",
};

/** Connects, brings the schema up to date and answers the port's operations from the database. */
export async function openPostgresStore({ url, holidays }: PostgresStoreOptions): Promise<Store> {
  const database = new Database(url);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  const warm = new WarmConfigurations(database, holidays);
  const bookings = new Bookings(database);
  const news = new BookingNews(url, database);
  const clients = new Clients(database);

  const cold = coldStore(database);
  const bookingsOfDesk = deskBookingStore(queries, cold);

  const store: Store = {
    business: (accountId, entityId) => warm.business(accountId, entityId),
    entityOwning: (accountId, kind, id) => warm.entityOwning(accountId, kind, id),
    entityIds: (accountId) => warm.entityIds(accountId),
    entityForSipId: async (accountId, sipId, e164) => {
      const bySipId = queries.selectFrom("sip_ids").select("entity_id").where("account_id", "=", accountId);
      const exact = await database.first(bySipId.where("sip_id", "=", sipId).compile());
      if (exact !== undefined || e164 === undefined) return exact?.entity_id;
      return (await database.first(bySipId.where("e164", "=", e164).orderBy("sip_id").compile()))?.entity_id;
    },
    accountIds: async () => {
      const rows = await database.all(queries.selectFrom("accounts").select("id").orderBy("id").compile());
      return rows.map((row) => row.id);
    },
    configuration: (accountId) =>
      database.transaction((session) => readConfiguration(session, accountId), "repeatable read read only"),
    saveConfiguration: async (change) => {
      const saved = await database.transaction((session) => writeConfiguration(session, change));
      warm.forget();
      return saved ? { ok: true } : { ok: false, reason: "stale" };
    },

    keyByHash: (hash) => warm.keyByHash(hash),
    addKey: async (key) => {
      await database.transaction(async (session) => {
        await session.run(queries.insertInto("api_keys").values(keyRow(key)).compile());
        await tick(session);
      });
      warm.forget();
    },
    keys: async (accountId) => {
      const all = queries.selectFrom("api_keys").selectAll().orderBy("created_at").orderBy("id");
      const wanted = accountId === undefined ? all : all.where("account_id", "=", accountId);
      return (await database.all(wanted.compile())).map(keyOf);
    },
    revokeKey: async (accountId, keyId, at) => {
      const revoked = await database.transaction(async (session) => {
        await tick(session);
        return await session.run(
          queries
            .updateTable("api_keys")
            .set({ revoked_at: at })
            .where("account_id", "=", accountId)
            .where("id", "=", keyId)
            .where("revoked_at", "is", null)
            .compile(),
        );
      });
      warm.forget();
      return revoked > 0;
    },

    clientById: (accountId, clientId) => clients.byId(accountId, clientId),
    clientsLike: (accountId, said) => clients.like(accountId, said),
    clients: async (accountId) => {
      const rows = await database.all(allClientsQuery(queries, accountId));
      return rows.map(clientOf);
    },
    saveClients: async (accountId, changed, at) => {
      await database.transaction((session) => saveClients(session, accountId, changed, at));
    },
    mergeClients: (merge) => mergeClients(database, merge),
    clientEvents: async (accountId, clientId) =>
      (await database.all(clientEventsQuery(queries, accountId, clientId))).map(clientEventOf),
    indexClients: (after, at) => indexNext(database, after, at),

    bookingsMark: (accountId) => news.markOf(accountId),
    bookingsNews: (accountId) => news.newsOf(accountId),
    clientsNews: (accountId) => news.newsOf(cardsOf(accountId)),
    occupancy: (accountId, query) => bookings.occupancy(accountId, query),
    decisionBasis: (accountId, query) => bookings.decisionBasis(accountId, query),
    booking: (accountId, bookingId) => bookings.booking(accountId, bookingId),
    bookingsOf: (accountId, clientId, from) => bookings.bookingsOf(accountId, clientId, from),
    participantsOf: (accountId, bookerId) => clients.participantsOf(accountId, bookerId),
    idempotencyRecord: (accountId, keyId, idempotencyKey) =>
      bookings.idempotencyRecord(accountId, keyId, idempotencyKey),
    commitBooking: async (change, patienceMs) => {
      if (await bookings.commit(change, patienceMs)) {
        const { accountId } = change;
        await news.tell(accountId, ...(changesCards(change) ? [cardsOf(accountId)] : []));
        return { ok: true };
      }
      warm.forgetAccount(change.accountId);
      return { ok: false, reason: "stale" };
    },
    bookingEvents: (accountId, bookingId) => bookings.events(accountId, bookingId),

    ...postgresLookups(database),
    ...postgresPins(database),
    ...postgresPhoneCalls(database),
    ...bookingsOfDesk,
    markBooking: async (accountId, mark) => {
      const marked = await bookingsOfDesk.markBooking(accountId, mark);
      if (marked) await news.tell(accountId);
      return marked;
    },
    allowLongerClaims: async (accountId, entityId, minutes) => {
      await database.transaction(async (session) => {
        // First of all, as when a configuration is written: two changes must never become the same version.
        await tick(session);
        await deskBookingStore(queries, coldStoreIn(session)).allowLongerClaims(accountId, entityId, minutes);
      });
      warm.forget();
    },
    ...deskClientStore(queries, cold),
    eraseClient: async (accountId, clientId, erasing) =>
      await asExpected(database, async (session) => {
        await session.rows(LOCK_CARD, [accountId, clientId]);
        await deskClientStore(queries, coldStoreIn(session)).eraseClient(accountId, clientId, erasing);
      }),
    ...memberStore(queries, cold),

    // A message in the log of writes goes all the way to the disk, waits for nobody and leaves no row.
    checkWritable: () => database.execute("select pg_logical_emit_message(true, 'slotline', '')"),
    backup: (file) => backUpPostgres(url, file),
    prune: async (before) => {
      await database.run(queries.deleteFrom("idempotency_keys").where("created_at", "<", before).compile());
      await database.run(queries.deleteFrom("versions").where("changed_at", "<", before).compile());
      await database.run(forgetVerificationsQuery(queries, before));
    },
    close: async () => {
      await news.close();
      await database.close();
    },
  };
  return tellingOfClients(store, (accountId) => news.tell(cardsOf(accountId)));
}

/** Undoes the transaction; never leaves this file. */
class Unexpected extends Error {}

function coldStore(database: Database): ColdStore {
  return {
    all: (query) => database.all(query),
    first: (query) => database.first(query),
    write: async (steps) => await asExpected(database, (session) => runAll(session, steps)),
  };
}

/** False, and nothing is written, when one step changed other than what it must. */
async function asExpected(database: Database, write: (session: Session) => Promise<void>): Promise<boolean> {
  try {
    await database.transaction(write);
    return true;
  } catch (error) {
    if (error instanceof Unexpected) return false;
    throw error;
  }
}

/** The same as a part of a transaction that is running; what is not as expected ends that. */
function coldStoreIn(session: Session): ColdStore {
  return {
    all: (query) => session.all(query),
    first: (query) => session.first(query),
    write: async (steps) => {
      await runAll(session, steps);
      return true;
    },
  };
}

async function runAll(session: Session, steps: readonly Step[]): Promise<void> {
  for (const { query, changes } of steps) {
    const changed = await session.run(query);
    if (changes !== undefined && changed !== changes) throw new Unexpected();
  }
}

/** Tells every process to look anew at what it remembers, once this transaction is committed. */
async function tick(session: Session, by = 1): Promise<void> {
  await session.run(sql`update configuration_clock set number = number + ${by}`.compile(queries));
}

async function readConfiguration(
  session: Session,
  accountId: string,
): Promise<StoredConfiguration | undefined> {
  const account = await session.first(
    queries
      .selectFrom("accounts")
      .select(["name", "config_version", "settings"])
      .where("id", "=", accountId)
      .compile(),
  );
  if (account === undefined) return undefined;
  const entities = [];
  for (const entityId of await entityIdsOf(session, accountId)) {
    const entity = await readEntity(session, accountId, entityId);
    if (entity !== undefined) entities.push(entity.configuration);
  }
  const settings = accountSettingsOf(account.settings);
  return {
    configuration: { id: accountId, name: account.name, ...settings, entities },
    version: account.config_version,
  };
}

/** False when somebody else has written a newer version. */
async function writeConfiguration(session: Session, change: ConfigurationChange): Promise<boolean> {
  const { configuration, expectedVersion, clients, at } = change;
  // First of all: whoever else writes a configuration waits here, so that versions are compared one after another.
  await tick(session);
  const account = await session.first(
    queries
      .selectFrom("accounts")
      .select(["config_version", "slot_key", "last_ref"])
      .where("id", "=", configuration.id)
      .compile(),
  );
  if ((account?.config_version ?? 0) !== expectedVersion) return false;
  const refs = async (table: "agents" | "products") => {
    const rows = await session.all(
      queries.selectFrom(table).select(["id", "ref"]).where("account_id", "=", configuration.id).compile(),
    );
    return new Map(rows.map((row) => [row.id, row.ref]));
  };
  const given = {
    lastRef: account?.last_ref ?? 0,
    agents: await refs("agents"),
    products: await refs("products"),
  };
  const written = saveConfigurationQueries(queries, configuration, given, {
    slotKey: account?.slot_key ?? randomBytes(16).toString("hex"),
    version: expectedVersion + 1,
    at,
  });
  for (const query of written) await session.run(query);
  await saveClients(session, configuration.id, clients, at);
  return true;
}
