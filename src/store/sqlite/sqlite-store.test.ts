import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MIGRATIONS } from "../migrations/migrations.ts";
import { type Store, StoreUnavailable } from "../store.ts";
import { describeStore } from "../store-contract.fixture.ts";
import {
  ACCOUNT,
  AT,
  accountWith,
  at,
  booking,
  commit,
  creation,
  foundAccount,
  HALLE,
  key,
  LEIPZIG,
} from "../store-under-test.fixture.ts";
import { Connection } from "./connection.ts";
import { openSqliteStore } from "./sqlite-store.ts";

const holidays = { isPublicHoliday: () => false };
const open = (file: string) => openSqliteStore({ file, holidays });

describeStore("SQLite", async () => {
  const folder = mkdtempSync(join(tmpdir(), "slotline-store-"));
  const file = join(folder, "slotline.db");
  const opened: Store[] = [];
  const openAnd = async (which: string) => {
    const store = await open(which);
    opened.push(store);
    return store;
  };
  const store = await openAnd(file);
  return {
    store,
    reopen: async () => {
      await opened.shift()!.close();
      return await openAnd(file);
    },
    execute: async (sql) => {
      const database = new DatabaseSync(file);
      database.exec(sql);
      database.close();
    },
    backupFile: join(folder, "backup.db"),
    openBackup: openAnd,
    close: async () => {
      for (const one of opened) await one.close();
      rmSync(folder, { recursive: true });
    },
  };
});

describe("SQLite alone", () => {
  let folder: string;
  let file: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "slotline-store-"));
    file = join(folder, "data", "slotline.db");
    store = await open(file);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  /** Runs `work` on a plain connection of its own, as another process would. */
  function elsewhere<T>(work: (database: DatabaseSync) => T): T {
    const database = new DatabaseSync(file);
    try {
      return work(database);
    } finally {
      database.close();
    }
  }

  it("makes the folder of a new database", () => {
    expect(existsSync(file)).toBe(true);
  });

  it.each([
    ["journal_mode", "wal"],
    ["synchronous", 2],
    ["foreign_keys", 1],
    ["busy_timeout", 5_000],
  ])("runs with %s = %s", (pragma, value) => {
    const connection = new Connection(file);
    const row = connection.database.prepare(`pragma ${pragma}`).get() as Record<string, unknown>;
    connection.close();
    expect(Object.values(row)).toEqual([value]);
  });

  it("refuses overlapping claims even by plain SQL, and any change of a claim", async () => {
    await foundAccount(store);
    await commit(store, creation(booking("bk-1")), creation(booking("bk-2", { start: at("11:00") })));
    const insert = (from: number, to: number) => () =>
      elsewhere((database) =>
        database
          .prepare("insert into claims values (?, 'agent/max', ?, ?, 'other', 'bk-2', ?)")
          .run(ACCOUNT, from * 60_000, to * 60_000, from * 60_000),
      );
    expect(insert(at("09:29"), at("10:00"))).toThrow("claims overlap");
    expect(insert(at("08:00"), at("12:00"))).toThrow("claims overlap");
    expect(insert(at("09:30"), at("09:30"))).toThrow("CHECK");
    expect(insert(at("12:00"), at("12:00") + 2 * 1_440 + 1)).toThrow("CHECK");
    expect(insert(at("09:30"), at("10:00"))).not.toThrow();
    const widen = () => elsewhere((database) => database.exec("update claims set ends_at = ends_at + 60000"));
    expect(widen).toThrow("claims are replaced, never changed");
  });

  it("shows another connection's configuration to the next request", async () => {
    await foundAccount(store);
    const before = (await store.business(ACCOUNT, "leipzig"))!;
    const other = await open(file);
    await other.saveConfiguration({
      configuration: accountWith([
        { ...LEIPZIG, name: "Neuer Name" },
        { ...HALLE, id: "aue" },
      ]),
      expectedVersion: before.version,
      clients: [],
      at: AT,
    });
    await other.close();
    await nextTurn();
    expect((await store.business(ACCOUNT, "leipzig"))?.name).toBe("Neuer Name");
    expect(await store.entityIds(ACCOUNT)).toEqual(["leipzig", "aue"]);
    expect(await store.business(ACCOUNT, "halle")).toBeUndefined();
  });

  it("shows another connection's keys and revocations to the next request", async () => {
    await foundAccount(store);
    expect(await store.keyByHash("hash-of-key-1")).toBeUndefined();
    const other = await open(file);
    await other.addKey(key("key-1"));
    await nextTurn();
    expect((await store.keyByHash("hash-of-key-1"))?.revokedAt).toBeNull();
    await other.revokeKey(ACCOUNT, "key-1", AT);
    await other.close();
    await nextTurn();
    expect((await store.keyByHash("hash-of-key-1"))?.revokedAt).toBe(AT);
  });

  it("compiles a business once for all reads until its configuration changes", async () => {
    await foundAccount(store);
    const first = await store.business(ACCOUNT, "leipzig");
    await commit(store, creation(booking("bk-1")));
    elsewhere((database) => database.exec("update versions set version = version"));
    expect(await store.business(ACCOUNT, "leipzig")).toBe(first);
  });

  it("refuses one of two connections that book the same time", async () => {
    await foundAccount(store);
    const other = await open(file);
    const mine = store.commitBooking(creation(booking("bk-1")));
    const theirs = other.commitBooking(creation(booking("bk-2")));
    expect([await mine, await theirs].map(({ ok }) => ok).sort()).toEqual([false, true]);
    await other.close();
  });

  it("calls itself unavailable, in time, while somebody else keeps the database locked", async () => {
    await foundAccount(store);
    const database = new DatabaseSync(file);
    database.exec("begin immediate");
    await expect(store.checkWritable()).rejects.toThrow(StoreUnavailable);
    database.exec("rollback");
    database.close();
    await expect(store.checkWritable()).resolves.toBeUndefined();
  });

  it("leaves the schema version alone when it is asked whether it can be written", async () => {
    const newer = MIGRATIONS.length + 1;
    elsewhere((database) => database.exec(`pragma user_version = ${newer}`));
    await store.checkWritable().catch(() => {});
    const version = elsewhere((database) => database.prepare("pragma user_version").get());
    expect(version).toEqual({ user_version: newer });
  });

  it("calls itself unavailable when a backup cannot be written there", async () => {
    await expect(store.backup(join(folder, "no", "such", "folder.db"))).rejects.toThrow(StoreUnavailable);
  });

  it("finds clients by an index, never by walking an account's clients, and reads the trail in its order", () => {
    const database = new DatabaseSync(file);
    const planOf = (sql: string) =>
      database
        .prepare(`explain query plan ${sql}`)
        .all()
        .map((row) => String(row.detail));
    for (const sql of [
      "select client_id from client_lookup where account_id = 'a' and key = 'k' limit 60",
      "select id from clients where account_id = 'a' and phone_key = 'p' and +merged_into is null limit 60",
      "select id from clients where account_id = 'a' and dob = 'd' and +lastname_key = 'l' limit 60",
    ]) {
      for (const step of planOf(sql)) expect(step).toMatch(/^SEARCH .* \(account_id=\? AND \w+=\?\)$/);
    }
    const trail = "where account_id = 'a' and (at, id) < (9, 'x') and actor_id = 'p' and action like 'b.%'";
    // In order as well: there is no step that sorts.
    expect(planOf(`select * from audit_events ${trail} order by at desc, id desc limit 51`)).toEqual([
      "SEARCH audit_events USING PRIMARY KEY (account_id=? AND (at,id)<(?,?))",
    ]);
    database.close();
  });
});
