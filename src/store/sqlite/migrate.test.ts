import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { MIGRATIONS } from "../migrations/migrations.ts";
import { NewerSchema } from "../migrations/newer-schema.ts";
import { ACCOUNT, booking, commit, creation, foundAccount } from "../store-under-test.fixture.ts";
import { Connection } from "./connection.ts";
import { migrate } from "./migrate.ts";
import { openSqliteStore } from "./sqlite-store.ts";

const NEXT = MIGRATIONS.length + 1;
const migrations = MIGRATIONS as (typeof MIGRATIONS)[number][];
const holidays = { isPublicHoliday: () => false };

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "slotline-migrate-"));
  file = join(folder, "slotline.db");
});
afterEach(() => {
  migrations.length = NEXT - 1;
  rmSync(folder, { recursive: true });
});

function inDatabase<T>(path: string, work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(path);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

const versionOf = (path: string) =>
  inDatabase(path, (database) => database.prepare("pragma user_version").get()?.user_version);

const columnsOf = (path: string, table: string) =>
  inDatabase(path, (database) =>
    database
      .prepare(`select name from pragma_table_info('${table}')`)
      .all()
      .map((row) => row.name),
  );

/** A database with a booking, of the schema as it is before `addNextMigration`. */
async function makeDatabaseWithData(): Promise<void> {
  const store = await openSqliteStore({ file, holidays });
  await foundAccount(store);
  await commit(store, creation(booking("bk-1")));
  await store.close();
}

function addNextMigration(sql = "alter table clients add column nickname text;"): void {
  migrations.push(() => sql);
}

async function migrateOnce(): Promise<void> {
  const connection = new Connection(file);
  try {
    await migrate(connection, file);
  } finally {
    connection.close();
  }
}

it("makes the whole schema in an empty file, and no backup of nothing", async () => {
  await migrateOnce();
  expect(versionOf(file)).toBe(MIGRATIONS.length);
  expect(columnsOf(file, "bookings")).toContain("participant_id");
  expect(existsSync(`${file}.before-v${MIGRATIONS.length}`)).toBe(false);
});

it("names the account in every table", async () => {
  await migrateOnce();
  const tables = inDatabase(file, (database) =>
    database.prepare("select name from sqlite_schema where type = 'table'").all(),
  ).map((row) => String(row.name));
  expect(tables.length).toBeGreaterThan(10);
  // People can belong to several accounts, an invitation can make one, and the server has secrets of its own.
  const OF_NO_ACCOUNT = /^(accounts|sqlite_.*|people.*|invitations|server_secrets)$/;
  for (const table of tables.filter((name) => !OF_NO_ACCOUNT.test(name)))
    expect([table, columnsOf(file, table)[0]]).toEqual([table, "account_id"]);
});

it("does nothing to a database that is up to date", async () => {
  await makeDatabaseWithData();
  await migrateOnce();
  expect(versionOf(file)).toBe(MIGRATIONS.length);
  expect(existsSync(`${file}.before-v${MIGRATIONS.length}`)).toBe(false);
});

it("brings a database with data up to date, after a backup of it as it was", async () => {
  await makeDatabaseWithData();
  addNextMigration();
  const store = await openSqliteStore({ file, holidays });
  expect(await store.booking(ACCOUNT, "bk-1")).toBeDefined();
  await store.close();
  expect(versionOf(file)).toBe(NEXT);
  expect(columnsOf(file, "clients")).toContain("nickname");
  const backup = `${file}.before-v${NEXT}`;
  expect(versionOf(backup)).toBe(NEXT - 1);
  expect(columnsOf(backup, "clients")).not.toContain("nickname");
  const bookings = inDatabase(backup, (database) => database.prepare("select id from bookings").all());
  expect(bookings).toEqual([{ id: "bk-1" }]);
});

it("keys from before they could ask for few slots go on getting all", async () => {
  const [initial, ...later] = migrations.splice(0);
  migrations.push(initial!);
  await migrateOnce();
  inDatabase(file, (database) =>
    database.exec(`
      insert into accounts values ('acc', 'A', '00', 1, 0, 1);
      insert into api_keys (account_id, id, hash, scopes, created_at) values ('acc', 'key-1', 'hash-1', 'read', 1)`),
  );
  migrations.push(...later);
  const store = await openSqliteStore({ file, holidays });
  expect(await store.keyByHash("hash-1")).toMatchObject({ id: "key-1", maxSlots: null });
  await store.close();
});

it("leaves the database as it was when a migration fails", async () => {
  await makeDatabaseWithData();
  addNextMigration("alter table clients add column nickname text; select no_such_function();");
  await expect(migrateOnce()).rejects.toThrow("no_such_function");
  expect(versionOf(file)).toBe(NEXT - 1);
  expect(columnsOf(file, "clients")).not.toContain("nickname");
});

it("makes the schema once when two open an empty file at the same time", async () => {
  const stores = await Promise.all([1, 2, 3].map(() => openSqliteStore({ file, holidays })));
  for (const [index, store] of stores.entries()) await foundAccount(store, `acc-${index}`);
  expect(await stores[0]!.accountIds()).toEqual(["acc-0", "acc-1", "acc-2"]);
  for (const store of stores) await store.close();
  expect(versionOf(file)).toBe(MIGRATIONS.length);
});

it("migrates once, and backs up what was before, when two open a database with data", async () => {
  await makeDatabaseWithData();
  addNextMigration();
  await Promise.all([migrateOnce(), migrateOnce()]);
  expect(versionOf(file)).toBe(NEXT);
  expect(versionOf(`${file}.before-v${NEXT}`)).toBe(NEXT - 1);
});

it("refuses a newer schema with a message that says what to do, and changes nothing", async () => {
  await makeDatabaseWithData();
  inDatabase(file, (database) => database.exec(`pragma user_version = ${NEXT}`));
  const opening = openSqliteStore({ file, holidays });
  await expect(opening).rejects.toThrow(NewerSchema);
  await expect(opening).rejects.toThrow(
    `${file} has schema version ${NEXT}; this Slotline knows versions up to ${NEXT - 1}. Start the newer one.`,
  );
  expect(versionOf(file)).toBe(NEXT);
});
