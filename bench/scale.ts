import { copyFileSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { databaseFile } from "../src/places.ts";
import { startPostgres } from "../test/harness/postgres-server.ts";
import { Bench } from "./bench.ts";
import { copyToPostgres } from "./copy-to-postgres.ts";
import { fullScansOf, recording, SequentialScans } from "./full-scans.ts";
import { addBookings } from "./make-data.ts";
import { makePractices } from "./make-practices.ts";
import { measureAtScale } from "./measures/at-scale.ts";
import { FULL, QUICK_SCALE, SCALE } from "./plan.ts";
import { busyAccounts } from "./practice.ts";
import { busySecondsOfMachine, residentMegabytesOf } from "./processes.ts";
import { type AtScale, scalePageOf } from "./scale-report.ts";

/**
 * `npm run scale`: as many practices and bookings as a large operator has, on both stores; writes `bench/scale.md`.
 * With `--quick` less of everything, and the page to standard output. With `--keep` the SQLite files stay.
 */

const MEGABYTE = 2 ** 20;
const SPREAD_DAYS = 30;
const PAGE = new URL("scale.md", import.meta.url);
const SETTINGS = { shared_buffers: "2GB", max_wal_size: "4GB", random_page_cost: "1.1" };

const quick = process.argv.includes("--quick");
const keep = process.argv.includes("--keep");
const plan = quick ? QUICK_SCALE : SCALE;
const accounts = busyAccounts(plan.accounts, plan.entitiesEach);
const bench = new Bench(FULL);
process.on("SIGINT", async () => {
  await bench.close();
  process.exit(130);
});
try {
  const busyBefore = await busyCores();
  const practices = folder("practices");
  bench.say(`making ${plan.accounts} accounts`);
  const practicesSeconds = await secondsOf(() => makePractices(practices, accounts));
  const all: AtScale[] = [];
  for (const bookings of plan.sizes) {
    all.push(...(await measureSize(practices, bookings)));
    const page = scalePageOf(plan, practicesSeconds, busyBefore, inOrder(all));
    if (quick) process.stdout.write(page);
    else writeFileSync(PAGE, page);
  }
} finally {
  await bench.close({ keep });
}

async function measureSize(practices: string, bookings: number): Promise<AtScale[]> {
  const data = folder(`data-${bookings}`);
  copyFileSync(databaseFile(practices), databaseFile(data));
  const say = (progress: string) => bench.say(`  ${progress}`);
  bench.say(`making ${bookings.toLocaleString("en")} bookings`);
  const making = await secondsOf(() =>
    addBookings(data, { accounts, bookings, spreadDays: SPREAD_DAYS }, say),
  );
  bench.say("PostgreSQL: start and copy");
  const postgres = await startPostgres({ settings: SETTINGS });
  bench.atEnd(() => postgres.remove());
  const copying = await secondsOf(() => copyToPostgres(data, postgres.url, say));
  const onPostgres = await measurePostgres(data, postgres.url, bookings, copying);
  await postgres.remove();
  const onSqlite = await measureSqlite(data, bookings, making);
  if (!keep) rmSync(data, { recursive: true });
  return [onSqlite, onPostgres];
}

async function measureSqlite(data: string, bookings: number, makingSeconds: number): Promise<AtScale> {
  const megabytes = statSync(databaseFile(data)).size / MEGABYTE;
  const statements = join(bench.folder, `statements-${bookings}.json`);
  const server = await bench.server(data, { nodeOptions: recording(statements) });
  const found = await measureAtScale(bench, server, plan, nameOf("SQLite", bookings));
  const serverMegabytes = residentMegabytesOf(server.pid);
  await server.stop();
  const fullScans = fullScansOf(data, statements);
  return { store: "SQLite", bookings, makingSeconds, megabytes, serverMegabytes, fullScans, ...found };
}

async function measurePostgres(
  data: string,
  url: string,
  bookings: number,
  makingSeconds: number,
): Promise<AtScale> {
  const megabytes = await megabytesOf(url);
  const scans = await SequentialScans.since(url);
  const server = await bench.server(data, { databaseUrl: url });
  const found = await measureAtScale(bench, server, plan, nameOf("PostgreSQL", bookings));
  const serverMegabytes = residentMegabytesOf(server.pid);
  await server.stop();
  const fullScans = await scans.soFar();
  return { store: "PostgreSQL", bookings, makingSeconds, megabytes, serverMegabytes, fullScans, ...found };
}

function folder(name: string): string {
  const path = join(bench.folder, name);
  mkdirSync(path);
  return path;
}

function nameOf(store: AtScale["store"], bookings: number): string {
  return `${store} with ${bookings.toLocaleString("en")}`;
}

/** All of a store together, by size. */
function inOrder(all: readonly AtScale[]): AtScale[] {
  return all.toSorted((a, b) => b.store.localeCompare(a.store) || a.bookings - b.bookings);
}

async function secondsOf(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
}

/** How many cores others use while this process waits. */
async function busyCores(): Promise<number> {
  const before = busySecondsOfMachine();
  return await secondsOf(() => wait(3_000)).then((seconds) => (busySecondsOfMachine() - before) / seconds);
}

async function megabytesOf(url: string): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query("select pg_database_size(current_database()) as bytes");
  await client.end();
  return Number(rows[0].bytes) / MEGABYTE;
}
