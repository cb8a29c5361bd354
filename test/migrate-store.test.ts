import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { migrateStoreCommand } from "../src/cli/commands/migrate-store.ts";
import { databaseFile, openStore } from "../src/places.ts";
import { SCOPES, StoreUnavailable } from "../src/store/store.ts";
import { CopyDiffers, copyRows } from "../src/store/transfer/copy-rows.ts";
import type { StorePlace } from "../src/store/transfer/places.ts";
import { SqliteRows } from "../src/store/transfer/sqlite-rows.ts";
import { SqliteTarget } from "../src/store/transfer/sqlite-target.ts";
import { TableChecksum } from "../src/store/transfer/table-checksum.ts";
import { type Row, TABLES } from "../src/store/transfer/tables.ts";
import { transferStore } from "../src/store/transfer/transfer-store.ts";
import { BUSY_PRACTICE } from "./harness/busy-practice.ts";
import { newCaller } from "./harness/callers.ts";
import { faultsIn } from "./harness/database-audit.ts";
import { type FreshDatabase, freshDatabase } from "./harness/postgres-database.ts";
import { type PreparedData, prepareData } from "./harness/prepared-data.ts";
import { runSlotline } from "./harness/run-slotline.ts";
import { startServerProcess } from "./harness/server-process.ts";
import { WebhookClient } from "./harness/webhook-client.ts";

const WISH = { appointmentTypeId: "massage", productId: "m30" };

/** More pages than one of clients, so that a copy of them can be caught half way. */
const MANY_CLIENTS = 9_000;

let folder: string;
/** A practice with bookings (one moved, one cancelled), clients, keys and idempotency records, in SQLite. */
let source: PreparedData;
let sourceFile: string;
let target: FreshDatabase;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "slotline-migrate-"));
  source = await prepareData(BUSY_PRACTICE);
  sourceFile = databaseFile(source.data);
  const server = await startServerProcess(source.data);
  const bot = new WebhookClient(server.address, source.key);
  const booked = [];
  for (let count = 0; count < 4; count += 1) booked.push(await book(bot));
  const [moved, cancelled] = booked;
  const [later] = await bot.slots({ ...WISH, dateTime: TODAY.add({ days: 95 }).toString() });
  await bot.must("modifyAppointment", {
    bookingId: moved!.bookingId,
    slotIdOld: moved!.slotId,
    slotIdNew: later!.avId,
    start: later!.slotStart,
  });
  const { bookingId, slotId, start } = cancelled!;
  await bot.must("cancelAppointment", { bookingId, slotId, start });
  await server.stop();
  const store = await openStore(source.place);
  const nothing = { email: null, dob: null, phone: null, street: null, zip: null, city: null, country: null };
  const keys = { firstnameKey: null, lastnameKey: null, emailKey: null, phoneKey: null, dob: null };
  const clients = Array.from({ length: MANY_CLIENTS }, (_, index) => ({
    ...{
      ...nothing,
      id: `many-${index}`,
      firstname: `Zoë "${index}"`,
      lastname: "Groß\n\\ 💆",
      keys,
      lookupKeys: [`n:${index}`],
    },
  }));
  await store.saveClients("acc-busy", clients, 1);
  await store.addKey({
    ...{ id: "key-narrow", accountId: "acc-busy", hash: "hash", label: "Ä", entityIds: ["busy"] },
    ...{ scopes: SCOPES, errorStatus: 200, maxSlots: 3, createdAt: 1, expiresAt: 2, revokedAt: 3 },
  });
  await store.close();
});
afterAll(async () => {
  await source.remove();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  target = await freshDatabase();
});
afterEach(() => target.drop());

const sqlite = (file: string): StorePlace => ({ kind: "sqlite", file });
const postgres = (url: string): StorePlace => ({ kind: "postgres", url });

let files = 0;
function newFile(): string {
  files += 1;
  return join(folder, `copy-${files}.db`);
}

const TODAY = Temporal.Now.plainDateISO("Europe/Berlin");
let bookings = 0;

/** Books the first slot of a day, by turns of all days, with an idempotency key. */
async function book(bot: WebhookClient): Promise<{ bookingId: string; slotId: string; start: string }> {
  bookings += 1;
  const number = bookings;
  const dateTime = TODAY.add({ days: 2 + (number % 90) }).toString();
  const [slot] = await bot.slots({ ...WISH, dateTime });
  const request = { ...WISH, slotId: slot!.avId, start: slot!.slotStart, booker: newCaller() };
  return await bot.must("bookAppointment", request, { "idempotency-key": `once-${number}` });
}

/** Every row of every table, sorted by what it holds. */
function rowsOf(file: string): Record<string, string[]> {
  const database = new DatabaseSync(file);
  try {
    return Object.fromEntries(
      tablesIn(database).map((name) => {
        const rows = database.prepare(`select * from ${name}`).all();
        return [name, rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort()];
      }),
    );
  } finally {
    database.close();
  }
}

function tablesIn(database: DatabaseSync): string[] {
  const rows = database.prepare("select name from sqlite_schema where type = 'table'").all();
  return rows.map(({ name }) => String(name)).filter((name) => !name.startsWith("sqlite_"));
}

async function ask(sql: string, url = target.url): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const tablesOfTarget = () =>
  ask("select tablename from pg_tables where schemaname = 'public' order by tablename");

const migrateStore = (from: string, to: string, ...more: string[]) =>
  runSlotline(["migrate-store", "--from", from, "--to", to, ...more], { cwd: folder });

/** What takes longer than a second, on a busy machine, shows how far it is. */
const NOTHING_BUT_PROGRESS = expect.stringMatching(/^(\d+ of \d+ rows \w+ \(\w+\)\n)*$/);

describe("migrate-store", () => {
  it("copies every table there is", () => {
    const database = new DatabaseSync(sourceFile);
    expect([...TABLES].sort()).toEqual(tablesIn(database).sort());
    database.close();
  });

  it("brings a practice from SQLite to PostgreSQL and back, equal row by row, and a server books on it", async () => {
    const there = await migrateStore(`sqlite:${source.data}`, target.url, "--json");
    expect(there).toMatchObject({ exitCode: 0, errors: NOTHING_BUT_PROGRESS });
    const { tables, seconds } = JSON.parse(there.output);
    expect(seconds).toBeGreaterThan(0);
    const rowsIn = (name: string) => tables.find(({ table }: { table: string }) => table === name).rows;
    expect(["bookings", "booking_events", "clients", "api_keys", "idempotency_keys"].map(rowsIn)).toEqual([
      ...[4, 6, MANY_CLIENTS + 4, 2],
      rowsOf(sourceFile).idempotency_keys!.length,
    ]);
    expect(rowsIn("idempotency_keys")).toBeGreaterThan(0);
    expect(await ask("select number from configuration_clock")).not.toEqual([{ number: "0" }]);

    const back = newFile();
    const returned = await migrateStore(target.url, `sqlite:${back}`, "--json");
    expect(returned).toMatchObject({ exitCode: 0, errors: NOTHING_BUT_PROGRESS });
    expect(JSON.parse(returned.output).tables).toEqual(tables);
    expect(rowsOf(back)).toEqual(rowsOf(sourceFile));
    expect(statSync(back).mode & 0o777).toBe(0o600);

    const server = await startServerProcess(folder, [], { DATABASE_URL: target.url });
    const { bookingId } = await book(new WebhookClient(server.address, source.key));
    expect(await server.stop()).toBe(0);
    const again = join(folder, "again");
    const after = await migrateStore(target.url, `sqlite:${again}`);
    expect(after).toMatchObject({ exitCode: 0, errors: NOTHING_BUT_PROGRESS });
    expect(after.output).toMatch(/^bookings +5 +[0-9a-f]{64}$/m);
    expect(faultsIn(again)).toEqual([]);
    const embedded = await startServerProcess(again);
    await book(new WebhookClient(embedded.address, source.key));
    expect(await embedded.stop()).toBe(0);
    expect(rowsOf(databaseFile(again)).bookings!.join()).toContain(bookingId);
    expect(faultsIn(again)).toEqual([]);
  });

  it("leaves the constraints and indexes of the target as a server would have made them", async () => {
    const made = await freshDatabase();
    await (await openStore({ data: folder, databaseUrl: made.url })).close();
    await transferStore(sqlite(sourceFile), postgres(target.url));
    for (const query of [
      "select conrelid::regclass::text as of, conname, pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2",
      "select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1",
    ]) {
      expect(await ask(query)).toEqual(await ask(query, made.url));
    }
    await made.drop();
  });

  it("refuses a target that holds an account, and leaves it as it was", async () => {
    const other = await prepareData(BUSY_PRACTICE.replace("acc-busy", "acc-other"));
    const otherFile = databaseFile(other.data);
    const before = rowsOf(otherFile);
    expect(await transferStore(sqlite(otherFile), postgres(target.url))).toMatchObject({ ok: true });
    const refused = await migrateStore(`sqlite:${sourceFile}`, target.url);
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toMatch(/already holds an account\.\nNothing was changed\. .*createdb/);
    expect(await ask("select id from accounts")).toEqual([{ id: "acc-other" }]);
    expect(await transferStore(sqlite(sourceFile), sqlite(otherFile))).toMatchObject({
      ok: false,
      message: `${otherFile} already holds an account.`,
    });
    expect(rowsOf(otherFile)).toEqual(before);
    await other.remove();
  });

  it("refuses source and target that are the same, by whatever name", async () => {
    const same = { ok: false, message: "Source and target are the same." };
    expect(
      await transferStore(sqlite(sourceFile), sqlite(join(source.data, ".", "slotline.db"))),
    ).toMatchObject(same);
    await transferStore(sqlite(sourceFile), postgres(target.url));
    const otherName = `${target.url}?application_name=other`;
    expect(await transferStore(postgres(target.url), postgres(otherName))).toMatchObject(same);
  });

  it("refuses other schema versions, with what to do", async () => {
    const file = newFile();
    await transferStore(sqlite(sourceFile), sqlite(file));
    const database = new DatabaseSync(file);
    database.exec("pragma user_version = 99");
    database.close();
    expect(await transferStore(sqlite(file), postgres(target.url))).toMatchObject({
      ok: false,
      message: expect.stringContaining("has schema version 99"),
      next: "Nothing was changed. Use the newer Slotline.",
    });
    expect(await tablesOfTarget()).toEqual([]);
    await ask("create table schema_version as select 99::bigint as version");
    for (const [from, to] of [
      [sqlite(sourceFile), postgres(target.url)],
      [postgres(target.url), sqlite(newFile())],
    ] as const) {
      const refused = await transferStore(from, to);
      expect(refused).toMatchObject({ ok: false, message: expect.stringContaining("schema version 99") });
    }
  });

  it.each([
    ["no place", "here", "sqlite:there.db", 2, "--from names no place"],
    ["a missing file", "sqlite:missing.db", "sqlite:there.db", 1, "There is no database at missing.db."],
    ["something else", "sqlite:text.db", "sqlite:there.db", 1, "text.db is no database of Slotline."],
    ["nobody there", "postgres://localhost:1/none", "sqlite:there.db", 3, "A database cannot be used:"],
  ])("says so of %s", async (_what, from, to, exitCode, message) => {
    writeFileSync(join(folder, "text.db"), "not a database, but long enough to look like one".repeat(20));
    const refused = await migrateStore(from, to);
    expect({ ...refused, errors: refused.errors.slice(0, message.length) }).toEqual({
      exitCode,
      output: "",
      errors: message,
    });
    expect(refused.errors).not.toMatch(/\n\s+at /);
    expect(existsSync(join(folder, "there.db"))).toBe(false);
  });

  it("says that there is no such database, and never the password", async () => {
    const url = new URL(target.url);
    url.pathname = "/nowhere";
    url.password = "secret";
    const refused = await migrateStore(`sqlite:${sourceFile}`, url.href);
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toContain("/nowhere");
    expect(refused.errors).not.toContain("secret");
  });

  it("leaves nothing behind when PostgreSQL ends the connection half way, and works when done again", async () => {
    let killed: Promise<unknown> | undefined;
    const copying = transferStore(sqlite(sourceFile), postgres(target.url), ({ table }) => {
      if (table !== "clients") return;
      killed ??= ask(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'slotline copy' and datname = current_database()",
      );
    });
    await expect(copying).rejects.toBeInstanceOf(StoreUnavailable);
    await killed;
    expect(await tablesOfTarget()).toEqual([]);
    expect(await transferStore(sqlite(sourceFile), postgres(target.url))).toMatchObject({ ok: true });
  });

  it("leaves no file behind when it is interrupted, and none that is not whole", async () => {
    await transferStore(sqlite(sourceFile), postgres(target.url));
    const empty = join(folder, "interrupted");
    const copying = transferStore(postgres(target.url), sqlite(databaseFile(empty)), ({ table, step }) => {
      if (step === "compared" && table === "clients") throw new Error("power cut");
    });
    await expect(copying).rejects.toThrow("power cut");
    expect(readdirSync(empty)).toEqual([]);
  });

  it.each([
    ["loses a row", (rows: readonly Row[]) => rows.slice(1)],
    ["changes a text", (rows: readonly Row[]) => rows.map((row) => ({ ...row, firstname: "Zoe" }))],
    ["adds a row", (rows: readonly Row[]) => [...rows, { ...rows[0]!, id: `more-than-${rows[0]!.id}` }]],
  ])("refuses a copy that %s", async (_what, spoil) => {
    const database = new DatabaseSync(sourceFile);
    const spoiled = new SqliteTarget(newFile());
    const write = spoiled.write.bind(spoiled);
    spoiled.write = (table, rows) => write(table, table === "clients" ? spoil(rows) : rows);
    await expect(copyRows(new SqliteRows(database), spoiled)).rejects.toThrow(CopyDiffers);
    spoiled.close();
    database.close();
  });

  it.each(["SQLite", "PostgreSQL"])(
    "copies one moment of a %s that is written to meanwhile",
    async (kind) => {
      const isPostgres = kind === "PostgreSQL";
      const data = join(folder, `written-${kind}`);
      const from = isPostgres ? target.url : `sqlite:${data}`;
      await transferStore(sqlite(sourceFile), isPostgres ? postgres(target.url) : sqlite(databaseFile(data)));
      const server = await startServerProcess(data, [], isPostgres ? { DATABASE_URL: target.url } : {});
      const bot = new WebhookClient(server.address, source.key);
      let hasCopied = false;
      const copying = migrateStore(from, `sqlite:${join(folder, `moment-${kind}`)}`, "--json").finally(() => {
        hasCopied = true;
      });
      const bookWhileCopying = async () => {
        while (!hasCopied) await book(bot);
      };
      await Promise.all([bookWhileCopying(), bookWhileCopying()]);
      expect(await copying).toMatchObject({ exitCode: 0, errors: NOTHING_BUT_PROGRESS });
      await book(bot);
      await server.stop();
      await migrateStore(from, `sqlite:${join(folder, `end-${kind}`)}`);
      const [moment, end] = ["moment", "end"].map((name) => join(folder, `${name}-${kind}`));
      expect(faultsIn(moment!)).toEqual([]);
      const bookingsThen = rowsOf(databaseFile(moment!)).bookings!;
      const bookingsInTheEnd = rowsOf(databaseFile(end!)).bookings!;
      expect(bookingsThen.length).toBeLessThan(bookingsInTheEnd.length);
      expect(bookingsInTheEnd).toEqual(expect.arrayContaining(bookingsThen));
    },
  );
});

describe("restore with DATABASE_URL", () => {
  const environment = () => ({ DATABASE_URL: target.url });

  it("puts a backup into an empty PostgreSQL, and refuses one that holds an account", async () => {
    const backup = newFile();
    expect(await runSlotline(["backup", backup, "--data", source.data])).toMatchObject({ exitCode: 0 });
    const options = { cwd: folder, environment: environment() };
    const restored = await runSlotline(["restore", backup], options);
    expect(restored).toMatchObject({ exitCode: 0, errors: NOTHING_BUT_PROGRESS });
    expect(restored.output).toContain(`The data is what ${backup} holds.`);
    const second = newFile();
    expect(await runSlotline(["backup", second], options)).toMatchObject({
      exitCode: 0,
      errors: NOTHING_BUT_PROGRESS,
    });
    expect(rowsOf(second)).toEqual(rowsOf(sourceFile));

    const refused = await runSlotline(["restore", backup], options);
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toMatch(
      /already holds an account\.\nNothing was changed\. .*createdb.*DATABASE_URL/,
    );
  });

  it("refuses what is no backup", async () => {
    const file = newFile();
    writeFileSync(file, "something else");
    const refused = await runSlotline(["restore", file], { cwd: folder, environment: environment() });
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toContain("is not a backup of Slotline");
    expect(await tablesOfTarget()).toEqual([]);
  });
});

describe("the checksum of a table", () => {
  const of = (...rows: Record<string, string | number | null>[]) => {
    const checksum = new TableChecksum();
    checksum.add(rows);
    return String(checksum);
  };

  it("does not depend on the order of rows and columns", () => {
    expect(of({ a: 1, b: "x" }, { a: 2, b: null })).toBe(of({ b: null, a: 2 }, { b: "x", a: 1 }));
  });

  it.each([
    ["a value", { a: 1, b: "y" }],
    ["a type", { a: "1", b: "x" }],
    ["what is empty", { a: 1, b: null }],
  ])("tells %s", (_what, row) => {
    expect(of(row)).not.toBe(of({ a: 1, b: "x" }));
  });

  it("tells a row that is there twice", () => {
    expect(of({ a: 1 }, { a: 1 })).not.toBe(of({ a: 1 }));
  });
});

it("migrate-store --help shows examples", () => {
  let help = "";
  migrateStoreCommand()
    .configureOutput({ writeOut: (text) => (help += text) })
    .outputHelp();
  expect(help).toMatch(/Examples:\n.*\$ slotline migrate-store/s);
});
