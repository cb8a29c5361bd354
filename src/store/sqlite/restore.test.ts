import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ACCOUNT, booking, commit, creation, foundAccount } from "../store-under-test.fixture.ts";
import { restoreDatabase } from "./restore.ts";
import { openSqliteStore } from "./sqlite-store.ts";

const holidays = { isPublicHoliday: () => false };
const open = (which: string) => openSqliteStore({ file: which, holidays });

let folder: string;
/** The database, with one booking more than the backup. */
let file: string;
let backup: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "slotline-restore-"));
  file = join(folder, "slotline.db");
  backup = join(folder, "backup.db");
  const store = await open(file);
  await foundAccount(store);
  await store.backup(backup);
  await commit(store, creation(booking("since-then")));
  await store.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The ids of the bookings in a database file. */
async function bookingsIn(which: string): Promise<string[]> {
  const store = await open(which);
  const bookings = await store.bookingsOf(ACCOUNT, "erika", 0);
  await store.close();
  return bookings.map(({ id }) => id);
}

it("puts the backup in the database's place and keeps what was there", async () => {
  const restored = restoreDatabase(backup, file);
  expect(restored).toEqual({ ok: true, kept: expect.stringContaining("before-restore") });
  expect(await bookingsIn(file)).toEqual([]);
  expect(await bookingsIn((restored as { kept: string }).kept)).toEqual(["since-then"]);
});

it("keeps what was there also of a database whose server died before it could tidy up", async () => {
  const store = await open(file);
  await commit(store, creation(booking("in-the-log", { start: 29_000_000, end: 29_000_030 })));
  const died = join(folder, "died");
  mkdirSync(died);
  for (const name of ["slotline.db", "slotline.db-wal"])
    writeFileSync(join(died, name), readFileSync(join(folder, name)));
  await store.close();
  const restored = restoreDatabase(backup, join(died, "slotline.db"));
  expect(restored.ok).toBe(true);
  expect(await bookingsIn((restored as { kept: string }).kept)).toEqual(["in-the-log", "since-then"]);
});

it("loses nothing when a second restore follows the first", async () => {
  const first = restoreDatabase(backup, file);
  const second = restoreDatabase(backup, file);
  expect([first.ok, second.ok]).toEqual([true, true]);
  const kept = readdirSync(folder).filter((name) => name.includes("before-restore"));
  const bookings = await Promise.all(kept.map((name) => bookingsIn(join(folder, name))));
  expect(bookings.flat()).toContain("since-then");
});

it("makes the database, and its folder, where there was none", async () => {
  const fresh = join(folder, "new", "slotline.db");
  expect(restoreDatabase(backup, fresh)).toEqual({ ok: true, kept: null });
  expect(await bookingsIn(fresh)).toEqual([]);
});

it("refuses while somebody has the database open, and changes nothing", async () => {
  const store = await open(file);
  expect(restoreDatabase(backup, file)).toMatchObject({ ok: false, message: `${file} is in use.` });
  expect(await store.bookingsOf(ACCOUNT, "erika", 0)).toHaveLength(1);
  await commit(store, creation(booking("afterwards", { start: 29_000_000, end: 29_000_030 })));
  await store.close();
  expect(await bookingsIn(file)).toEqual(["afterwards", "since-then"]);
});

it("replaces a damaged database: that is what backups are for", async () => {
  writeFileSync(file, "this was a database once ".repeat(1_000));
  expect(restoreDatabase(backup, file)).toMatchObject({ ok: true });
  expect(await bookingsIn(file)).toEqual([]);
});

it.each([
  ["no database", () => writeFileSync(backup, "account: {}"), "is not a backup of Slotline"],
  ["an empty file", () => writeFileSync(backup, ""), "is not a backup of Slotline"],
  ["another program's database", () => sql("drop table booking_events"), "is not a backup of Slotline"],
  ["a newer Slotline's", () => sql("pragma user_version = 99"), "is from a newer Slotline"],
  ["a damaged one", () => scribble(), "is damaged"],
  ["missing", () => rmSync(backup), "There is no file"],
])("refuses a backup that is %s, and changes nothing", async (_what, spoil, message) => {
  spoil();
  const restored = restoreDatabase(backup, file);
  expect(restored).toMatchObject({ ok: false, message: expect.stringContaining(message) });
  expect(await bookingsIn(file)).toEqual(["since-then"]);
  expect(existsSync(`${file}.incoming`)).toBe(false);
});

function sql(text: string): void {
  const database = new DatabaseSync(backup);
  database.exec(text);
  database.close();
}

/** Overwrites pages in the middle of the file; the header and the schema stay readable. */
function scribble(): void {
  const bytes = readFileSync(backup);
  bytes.fill(0x5a, Math.floor(bytes.length / 2), Math.floor(bytes.length * 0.9));
  writeFileSync(backup, bytes);
}
