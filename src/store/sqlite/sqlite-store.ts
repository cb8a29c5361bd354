import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { changesCards, tellingOfClients } from "../client-news.ts";
import { allClientsQuery, clientEventOf, clientEventsQuery, clientOf } from "../queries/client-queries.ts";
import type { ColdStore } from "../queries/cold-store.ts";
import { accountSettingsOf, saveConfigurationQueries } from "../queries/configuration-queries.ts";
import { deskBookingStore } from "../queries/desk-booking-store.ts";
import { deskClientStore } from "../queries/desk-client-store.ts";
import { keyOf, keyRow } from "../queries/key-rows.ts";
import { forgetVerificationsQuery } from "../queries/lookup-queries.ts";
import { memberStore } from "../queries/member-store.ts";
import type { ClientMergeResult, ConfigurationChange, Store, StoredConfiguration } from "../store.ts";
import type { HolidayCalendar } from "../stored-business.ts";
import { BookingReader } from "./booking-reader.ts";
import { BookingWriter } from "./booking-writer.ts";
import { ClientIndex } from "./client-index.ts";
import { sqlitePins } from "./client-pins.ts";
import { ClientReader } from "./client-reader.ts";
import { Connection, sqliteQueries as queries } from "./connection.ts";
import { copyDatabase } from "./copy-database.ts";
import { sqliteLookups } from "./lookup-trail.ts";
import { migrate, versionOf } from "./migrate.ts";
import { OccupancyReader } from "./occupancy-reader.ts";
import { sqlitePhoneCalls } from "./phone-calls.ts";
import { WarmConfigurations } from "./warm-configurations.ts";

export interface SqliteStoreOptions {
  /** Path of the database file; its folder is made when it is missing. */
  readonly file: string;
  readonly holidays: HolidayCalendar;
}

/** Opens the file, brings its schema up to date and answers the port's operations from it. */
export async function openSqliteStore({ file, holidays }: SqliteStoreOptions): Promise<Store> {
  makeFolder(dirname(file));
  const connection = new Connection(file);
  try {
    await migrate(connection, file);
  } catch (error) {
    connection.close();
    throw error;
  }
  const warm = new WarmConfigurations(connection, holidays);
  const taken = new OccupancyReader(connection);
  const bookings = new BookingReader(connection);
  const clients = new ClientReader(connection);
  const index = new ClientIndex(connection);
  const writer = new BookingWriter(connection, (accountId) => warm.forgetBookings(accountId));

  const cold = coldStore(connection);
  const bookingsOfDesk = deskBookingStore(queries, cold);

  const store: Store = {
    business: async (accountId, entityId) => warm.business(accountId, entityId),
    entityOwning: async (accountId, kind, id) => warm.entityOwning(accountId, kind, id),
    entityIds: async (accountId) => warm.entityIds(accountId),
    entityForSipId: async (accountId, sipId, e164) => {
      const bySipId = queries.selectFrom("sip_ids").select("entity_id").where("account_id", "=", accountId);
      const exact = connection.first(bySipId.where("sip_id", "=", sipId).compile());
      if (exact !== undefined || e164 === undefined) return exact?.entity_id;
      return connection.first(bySipId.where("e164", "=", e164).orderBy("sip_id").compile())?.entity_id;
    },
    accountIds: async () =>
      connection
        .all(queries.selectFrom("accounts").select("id").orderBy("id").compile())
        .map((row) => row.id),
    configuration: async (accountId) => connection.read(() => readConfiguration(connection, warm, accountId)),
    saveConfiguration: async (change) => {
      const saved = connection.write(() => writeConfiguration(connection, index, change));
      warm.forget();
      return saved ? { ok: true } : { ok: false, reason: "stale" };
    },

    keyByHash: async (hash) => warm.keyByHash(hash),
    addKey: async (key) => {
      connection.run(queries.insertInto("api_keys").values(keyRow(key)).compile());
      warm.forget();
    },
    keys: async (accountId) => {
      const all = queries.selectFrom("api_keys").selectAll().orderBy("created_at").orderBy("id");
      const wanted = accountId === undefined ? all : all.where("account_id", "=", accountId);
      return connection.all(wanted.compile()).map(keyOf);
    },
    revokeKey: async (accountId, keyId, at) => {
      const revoked = connection.run(
        queries
          .updateTable("api_keys")
          .set({ revoked_at: at })
          .where("account_id", "=", accountId)
          .where("id", "=", keyId)
          .where("revoked_at", "is", null)
          .compile(),
      );
      warm.forget();
      return revoked > 0;
    },

    clientById: async (accountId, clientId) => clients.byId(accountId, clientId),
    clientsLike: async (accountId, said) => clients.like(accountId, said),
    clients: async (accountId) => connection.all(allClientsQuery(queries, accountId)).map(clientOf),
    saveClients: async (accountId, changed, at) => {
      connection.write(() => {
        for (const client of changed) index.save(accountId, client, at);
      });
    },
    mergeClients: async (merge) => {
      let result: ClientMergeResult = { ok: false, reason: "same_booking" };
      connection.write(() => {
        const isDone = connection.attempt(() => {
          result = index.merge(merge);
        });
        if (!isDone) result = { ok: false, reason: "same_booking" };
      });
      warm.forgetBookings(merge.accountId);
      return result;
    },
    clientEvents: async (accountId, clientId) =>
      connection.all(clientEventsQuery(queries, accountId, clientId)).map(clientEventOf),
    indexClients: async (after, at) => connection.write(() => index.indexNext(after, at)),

    bookingsMark: (accountId) => warm.bookingsMark(accountId),
    // Replaced by changes alone.
    bookingsNews: (accountId) => warm.bookingsMark(accountId),
    clientsNews: (accountId) => warm.clientsMark(accountId),
    occupancy: async (accountId, query) => taken.occupancy(accountId, query),
    decisionBasis: async (accountId, query) => ({
      // Versions come first: whatever changes after this line makes the commit stale.
      versions: bookings.versions(accountId, query.versionSubjects),
      occupancy: taken.occupancy(accountId, query),
      sameStart:
        query.sameStart === undefined
          ? []
          : bookings.bookingsAt(accountId, query.sameStart.productId, query.sameStart.start),
      idleSince:
        query.idle === undefined
          ? new Map()
          : taken.idleSince(accountId, query.idle.agentIds, query.idle.before),
      cards: (query.people ?? []).map((person) => clients.like(accountId, person)),
    }),
    booking: async (accountId, bookingId) => bookings.booking(accountId, bookingId),
    bookingsOf: async (accountId, clientId, from) => bookings.bookingsOf(accountId, clientId, from),
    participantsOf: async (accountId, bookerId) => clients.participantsOf(accountId, bookerId),
    idempotencyRecord: async (accountId, keyId, idempotencyKey) =>
      bookings.idempotencyRecord(accountId, keyId, idempotencyKey),
    commitBooking: async (change) => {
      const committed = await writer.commit(change);
      if (committed.ok && changesCards(change)) warm.forgetClients(change.accountId);
      return committed;
    },
    bookingEvents: async (accountId, bookingId) => bookings.events(accountId, bookingId),

    ...sqliteLookups(connection),
    ...sqlitePins(connection),
    ...sqlitePhoneCalls(connection),
    ...bookingsOfDesk,
    markBooking: async (accountId, mark) => {
      const marked = await bookingsOfDesk.markBooking(accountId, mark);
      warm.forgetBookings(accountId);
      return marked;
    },
    allowLongerClaims: async (accountId, entityId, minutes) => {
      await bookingsOfDesk.allowLongerClaims(accountId, entityId, minutes);
      warm.forget();
    },
    ...deskClientStore(queries, cold),
    ...memberStore(queries, cold),

    checkWritable: async () => {
      // Writing the schema version over itself goes all the way to the disk and leaves no trace.
      connection.write(() => connection.database.exec(`pragma user_version = ${versionOf(connection)}`));
    },
    backup: (target) => copyDatabase(file, target),
    prune: async (before) => {
      connection.write(() => {
        connection.run(queries.deleteFrom("idempotency_keys").where("created_at", "<", before).compile());
        connection.run(queries.deleteFrom("versions").where("changed_at", "<", before).compile());
        connection.run(forgetVerificationsQuery(queries, before));
      });
    },
    close: async () => connection.close(),
  };
  return tellingOfClients(store, (accountId) => warm.forgetClients(accountId));
}

/** Undoes the transaction; never leaves this file. */
class Unexpected extends Error {}

function coldStore(connection: Connection): ColdStore {
  return {
    all: async (query) => connection.all(query),
    first: async (query) => connection.first(query),
    write: async (steps) => {
      try {
        connection.write(() => {
          for (const { query, changes } of steps) {
            const changed = connection.run(query);
            if (changes !== undefined && changed !== changes) throw new Unexpected();
          }
        });
        return true;
      } catch (error) {
        if (error instanceof Unexpected) return false;
        throw error;
      }
    },
  };
}

/** Not `mkdirSync` with `recursive`, which never returns where a parent cannot be made, such as below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 }); // it will hold personal data
  } catch (error) {
    if (!existsSync(folder)) throw error; // otherwise another process was faster
  }
}

function readConfiguration(
  connection: Connection,
  warm: WarmConfigurations,
  accountId: string,
): StoredConfiguration | undefined {
  const account = connection.first(
    queries
      .selectFrom("accounts")
      .select(["name", "config_version", "settings"])
      .where("id", "=", accountId)
      .compile(),
  );
  if (account === undefined) return undefined;
  const entities = warm
    .entityIds(accountId)
    .map((entityId) => warm.entityConfiguration(accountId, entityId))
    .filter((entity) => entity !== undefined);
  const settings = accountSettingsOf(account.settings);
  return {
    configuration: { id: accountId, name: account.name, ...settings, entities },
    version: account.config_version,
  };
}

/** False when somebody else has written a newer version. */
function writeConfiguration(
  connection: Connection,
  index: ClientIndex,
  change: ConfigurationChange,
): boolean {
  const { configuration, expectedVersion, clients, at } = change;
  const account = connection.first(
    queries
      .selectFrom("accounts")
      .select(["config_version", "slot_key", "last_ref"])
      .where("id", "=", configuration.id)
      .compile(),
  );
  if ((account?.config_version ?? 0) !== expectedVersion) return false;
  const refs = (table: "agents" | "products") =>
    new Map(
      connection
        .all(
          queries
            .selectFrom(table)
            .select(["id", "ref"])
            .where("account_id", "=", configuration.id)
            .compile(),
        )
        .map((row) => [row.id, row.ref]),
    );
  const given = { lastRef: account?.last_ref ?? 0, agents: refs("agents"), products: refs("products") };
  const written = saveConfigurationQueries(queries, configuration, given, {
    slotKey: account?.slot_key ?? randomBytes(16).toString("hex"),
    version: expectedVersion + 1,
    at,
  });
  for (const query of written) connection.run(query);
  for (const client of clients) index.save(configuration.id, client, at);
  return true;
}
