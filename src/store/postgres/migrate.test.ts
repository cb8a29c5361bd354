import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../test/harness/postgres-database.ts";
import { StoreUnavailable } from "../store.ts";
import { REQUEST_LIMITS } from "./connections.ts";
import { Database, type Session } from "./database.ts";
import { migrate, versionOf } from "./migrate.ts";

/** Longer than any request may take. */
const LONG_MS = REQUEST_LIMITS.patienceMs + 1_000;
const LONG = `select pg_sleep(${LONG_MS / 1_000});`;
const ALTER = "alter table clients add column remark text;";

let fresh: FreshDatabase;
let databases: Database[];
beforeEach(async () => {
  fresh = await freshDatabase();
  databases = [new Database(fresh.url), new Database(fresh.url)];
});
afterEach(async () => {
  await Promise.all(databases.map((database) => database.close()));
  await fresh.drop();
});

const START = "create table clients (id text);";

it("a migration may take longer than a request, and servers that start meanwhile wait for it", async () => {
  const [one, other] = databases;
  const steps = [START, `${ALTER}${LONG}`];
  const began = performance.now();
  await Promise.all([migrate(one!, steps), migrate(other!, steps)]);
  expect(performance.now() - began).toBeGreaterThan(LONG_MS);
  expect(await version(one!)).toBe(2);
});

it("requests are limited as before once the migration is done", async () => {
  const [database] = databases;
  await migrate(database!, [START, ALTER]);
  const shown = await Promise.all([show("statement_timeout"), show("lock_timeout")]);
  expect(shown).toEqual(["3500ms", "0"]);
});

it("a migration that waits for somebody's long transaction gives up, before requests behind it do", async () => {
  const [database, live] = databases;
  await migrate(database!, [START]);
  const reader = await holding("select from clients");
  const began = performance.now();
  const migrating = expect(migrate(database!, [START, ALTER])).rejects.toThrow(StoreUnavailable);
  await wait(300);
  // It queues behind the migration, as every new request for the table does.
  await live!.execute("select from clients");
  expect(performance.now() - began).toBeLessThan(REQUEST_LIMITS.statementMs);
  await migrating;
  expect(await version(database!)).toBe(1);
  await reader.end();
  await migrate(database!, [START, ALTER]);
  expect(await version(database!)).toBe(2);
});

async function version(database: Database): Promise<number> {
  return await database.transaction((session: Session) => versionOf(session));
}

async function show(setting: string): Promise<string> {
  const [row] = await databases[0]!.rows<[string]>({ name: setting, text: `show ${setting}` }, []);
  return row![0];
}

/** Somebody who has begun a transaction with that statement, and goes on without ending it. */
async function holding(statement: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: fresh.url });
  await client.connect();
  await client.query(`begin; ${statement}`);
  return client;
}
