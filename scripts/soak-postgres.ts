import { setTimeout as wait } from "node:timers/promises";
import { BUSY_PRACTICE } from "../test/harness/busy-practice.ts";
import { startMixedTraffic } from "../test/harness/mixed-traffic.ts";
import { type PostgresPractice, postgresPractice } from "../test/harness/postgres-practice.ts";
import { type PostgresServer, startPostgres } from "../test/harness/postgres-server.ts";
import { startServerProcess } from "../test/harness/server-process.ts";
import { WebhookClient } from "../test/harness/webhook-client.ts";

const SERVERS = 4;
const CLIENTS = 12;
const DAYS = 30;
const CHANGE_EVERY_MS = 5_000;

/** So short that two transactions that wait for each other are found out even if one would have given up. */
const DEADLOCK_TIMEOUT = "10ms";

/**
 * Callers who book, move and cancel at several servers on one PostgreSQL, while the configuration changes under them;
 * returns what went wrong.
 */
export async function soakPostgres(milliseconds: number, say: (line: string) => void): Promise<string[]> {
  const settings = { deadlock_timeout: DEADLOCK_TIMEOUT, log_min_messages: "error" };
  const postgres = await startPostgres({ settings });
  try {
    const practice = await postgresPractice(postgres.url, BUSY_PRACTICE);
    try {
      return await soak(postgres, practice, { milliseconds, say });
    } finally {
      practice.remove();
    }
  } finally {
    await postgres.remove();
  }
}

async function soak(
  postgres: PostgresServer,
  practice: PostgresPractice,
  { milliseconds, say }: { milliseconds: number; say: (line: string) => void },
): Promise<string[]> {
  const start = () =>
    startServerProcess(
      practice.data,
      ["--requests-per-minute", "0", "--lookups-per-call", "0", "--lookups-per-hour", "0"],
      { DATABASE_URL: practice.url },
    );
  const servers = await Promise.all(Array.from({ length: SERVERS }, start));
  try {
    const bots = servers.map(({ address }) => new WebhookClient(address, practice.key));
    const traffic = await startMixedTraffic(bots, { clients: CLIENTS, firstDay: 1, days: DAYS });
    const until = performance.now() + milliseconds;
    for (let change = 1; performance.now() < until; change += 1) {
      await wait(Math.min(CHANGE_EVERY_MS, until - performance.now()));
      await practice.apply(BUSY_PRACTICE.replace("Praxis am Markt", `Praxis am Markt ${change}`));
      const secondsToGo = Math.max(0, Math.round((until - performance.now()) / 1_000));
      say(`${traffic.asked.length} requests on PostgreSQL, ${secondsToGo} s to go`);
    }
    await traffic.stop();
    const refused = traffic.asked.filter(({ status }) => status !== 200 && status !== 409);
    const { bookings, faults } = await practice.audit();
    return [
      ...refused.map(({ action, status, code }) => `${action} was answered ${status} ${code}`),
      ...servers.map((server) => server.errors()).filter((text) => text !== ""),
      ...postgres.log.split("\n").filter((line) => line.includes("deadlock detected")),
      ...faults,
      ...traffic.faultsIn(bookings),
    ];
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}
