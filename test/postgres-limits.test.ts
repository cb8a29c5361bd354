import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openStore, REAL_EFFECTS } from "../src/main.ts";
import { applyPracticeFile } from "../src/practice-file/apply-practice-file.ts";
import { SCOPES } from "../src/store/store.ts";
import { hashOf, newCredential } from "../src/webhook/credentials.ts";
import { PHYSIO } from "./harness/desk-under-test.ts";
import { type FreshDatabase, freshDatabase } from "./harness/postgres-database.ts";
import { type ServerProcess, startServerProcess } from "./harness/server-process.ts";
import { WebhookClient } from "./harness/webhook-client.ts";

const LIMIT = 20;

let database: FreshDatabase;
let servers: ServerProcess[];
let bots: WebhookClient[];

beforeAll(async () => {
  database = await freshDatabase();
  const store = await openStore({ data: "unused", databaseUrl: database.url });
  const at = REAL_EFFECTS.now();
  const applied = await applyPracticeFile(store, PHYSIO, "physio.yaml", {
    prune: false,
    dryRun: false,
    at,
    newId: REAL_EFFECTS.newId,
  });
  if (!applied.ok) throw new Error(JSON.stringify(applied.faults));
  const credential = newCredential();
  await store.addKey({
    id: "key-1",
    accountId: applied.account.id,
    hash: hashOf(credential),
    label: null,
    entityIds: null,
    scopes: SCOPES,
    errorStatus: null,
    createdAt: at,
    expiresAt: null,
    revokedAt: null,
  });
  await store.close();
  const options = ["--requests-per-minute", String(LIMIT)];
  const start = () => startServerProcess("unused", options, { DATABASE_URL: database.url });
  servers = await Promise.all([start(), start()]);
  bots = servers.map((server) => new WebhookClient(server.address, credential));
});

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await database.drop();
});

it("a key has one limit over all servers on one database", async () => {
  await startOfMinute();
  let passed = 0;
  for (let turn = 0; turn < LIMIT * 3; turn += 1) {
    const { status } = await bots[turn % 2]!.call("getAppointmentTypes", { entityId: "nowhere" });
    expect([404, 429]).toContain(status);
    if (status !== 429) passed += 1;
    await wait(50); // 250 ms is how far the servers may be behind each other: five requests
  }
  expect(passed).toBeGreaterThanOrEqual(LIMIT);
  expect(passed).toBeLessThanOrEqual(LIMIT + 10);
});

/** The limit is one of whole minutes: the test shall lie in one. */
async function startOfMinute(): Promise<void> {
  const second = new Date().getUTCSeconds();
  if (second > 50) await wait((61 - second) * 1_000);
}
