import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { PHYSIO } from "./harness/desk-under-test.ts";
import { type PostgresPractice, postgresPractice } from "./harness/postgres-practice.ts";
import { type ServerProcess, startServerProcess } from "./harness/server-process.ts";
import { WebhookClient } from "./harness/webhook-client.ts";

const LIMIT = 20;

let practice: PostgresPractice;
let servers: ServerProcess[];
let bots: WebhookClient[];

beforeAll(async () => {
  practice = await postgresPractice(inject("postgresUrl"), PHYSIO);
  const { url, data, key } = practice;
  const options = ["--requests-per-minute", String(LIMIT)];
  const start = () => startServerProcess(data, options, { DATABASE_URL: url });
  servers = await Promise.all([start(), start()]);
  bots = servers.map((server) => new WebhookClient(server.address, key));
});

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  practice.remove();
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
