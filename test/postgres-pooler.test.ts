import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { describeCommits } from "../src/store/commit-contract.fixture.ts";
import { describeConfigurations } from "../src/store/configurations-contract.fixture.ts";
import { describeKeeping } from "../src/store/keeping-contract.fixture.ts";
import { Database } from "../src/store/postgres/database.ts";
import { openPostgresUnderTest } from "../src/store/postgres/postgres-under-test.fixture.ts";
import type { OpenStore } from "../src/store/store-under-test.fixture.ts";
import { BUSY_PRACTICE } from "./harness/busy-practice.ts";
import { newCaller } from "./harness/callers.ts";
import { startMixedTraffic } from "./harness/mixed-traffic.ts";
import { type PgBouncer, pgBouncerVersion, startPgBouncer } from "./harness/pgbouncer.ts";
import { type PostgresPractice, postgresPractice } from "./harness/postgres-practice.ts";
import { type PostgresServer, startPostgres } from "./harness/postgres-server.ts";
import { type ServerProcess, startServerProcess } from "./harness/server-process.ts";
import { WebhookClient } from "./harness/webhook-client.ts";

const DEADLINE_MS = 5_000;
const SEEN_WITHIN_MS = 1_000;
const RECOVERED_WITHIN_MS = 4_000;

/** Far fewer than the two servers' connections: who is given which changes all the time. */
const POOL_SIZE = 4;

const TALK = { appointmentTypeId: "talk", productId: "t30", agentId: "bob" };

const version = pgBouncerVersion();
// biome-ignore lint/style/noProcessEnv: where everything must be tested, nothing is left out
const isMissing = version === undefined && process.env.CI !== "true";
const reason = isMissing ? " (does not run here: pgbouncer is not installed)" : "";

describe.skipIf(isMissing)(`behind ${version ?? "PgBouncer"} in transaction mode${reason}`, () => {
  let postgres: PostgresServer;
  let practice: PostgresPractice;
  let pooler: PgBouncer;
  let servers: ServerProcess[];
  let bots: WebhookClient[];

  beforeAll(async () => {
    if (version === undefined) throw new Error("pgbouncer is not installed; .ci/run installs it");
    postgres = await startPostgres({ settings: { deadlock_timeout: "10ms" } });
    practice = await postgresPractice(postgres.url, BUSY_PRACTICE);
    pooler = await startPgBouncer(practice.url, { poolSize: POOL_SIZE });
    const options = ["--requests-per-minute", "0", "--failures-per-minute", "0"];
    const start = () => startServerProcess(practice.data, options, { DATABASE_URL: pooler.url });
    servers = await Promise.all([start(), start()]);
    bots = servers.map((server) => new WebhookClient(server.address, practice.key));
  });
  afterAll(async () => {
    await Promise.all((servers ?? []).map((server) => server.kill()));
    await pooler?.stop();
    practice?.remove();
    await postgres?.remove();
  });

  it("two servers book, move and cancel while the configuration changes: nothing lost, nothing twice", async () => {
    const traffic = await startMixedTraffic(bots, { clients: 12, firstDay: 1 });
    onTestFinished(() => traffic.stop());
    const name = (bot: WebhookClient) => bot.call("getBusinessName", { entityId: "busy" });
    for (let change = 1; change <= 6; change += 1) {
      await practice.apply(BUSY_PRACTICE.replace("Praxis am Markt", `Praxis ${change}`));
      await wait(SEEN_WITHIN_MS);
      const names = await Promise.all(bots.map(name));
      expect(names.map(({ body }) => body.name)).toEqual([`Praxis ${change}`, `Praxis ${change}`]);
    }
    await traffic.stop();
    expect(traffic.asked.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
    expect(traffic.asked.filter(({ milliseconds }) => milliseconds > DEADLINE_MS)).toEqual([]);
    expect(traffic.asked.filter(({ status }) => status === 200).length).toBeGreaterThan(100);
    expect(servers.map((server) => server.errors()).join("")).toBe("");
    const { bookings, faults } = await practice.audit();
    expect(faults).toEqual([]);
    expect(traffic.faultsIn(bookings)).toEqual([]);
    expect(postgres.log).not.toContain("deadlock detected");
  });

  it("of many callers at both servers who want one start, one gets it; the others are offered other ones", async () => {
    const [soonest] = await bots[0]!.slots({ ...TALK, dateTime: "morgen" });
    const day = Temporal.PlainDate.from(soonest!.slotStart.slice(0, 10)).add({ days: 10 });
    const slots = await bots[0]!.slots({ ...TALK, dateTime: day.toString() });
    for (const slot of slots.slice(0, 3)) {
      const { appointmentTypeId, productId } = TALK;
      const wish = { appointmentTypeId, productId, slotId: slot.avId, start: slot.slotStart };
      const calls = Array.from({ length: 20 }, (_, turn) =>
        bots[turn % 2]!.call("bookAppointment", { ...wish, booker: newCaller() }),
      );
      const statuses = (await Promise.all(calls)).map(({ status }) => status).sort();
      expect(statuses).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
    }
    expect((await practice.audit()).faults).toEqual([]);
  });

  it("sessions of the database keep nothing of ours: no statements, no limits, nobody listens", async () => {
    await bots[0]!.slots({ ...TALK, dateTime: "morgen" });
    // Whatever session of the pool is at hand now has served the servers before.
    const direct = new Database(pooler.url, POOL_SIZE);
    onTestFinished(() => direct.close());
    const ask = (text: string) =>
      direct.transaction(async (session) => await session.rows<[string]>({ name: "ask", text }, []));
    const all = await Promise.all(
      Array.from({ length: POOL_SIZE }, () => ask("select name from pg_prepared_statements")),
    );
    expect(all.flat()).toEqual([]);
    expect(await ask("select * from pg_listening_channels()")).toEqual([]);
    expect(await ask("select reset_val from pg_settings where name = 'statement_timeout'")).toEqual([["0"]]);
    expect(await ask("show statement_timeout")).toEqual([["3500ms"]]);
    const [shown] = await direct.rows<[string]>({ name: "show", text: "show statement_timeout" }, []);
    expect(shown).toEqual(["0"]);
  });

  it("a transaction that takes too long is ended by the database, and by nobody's setting but its own", async () => {
    const database = new Database(pooler.url);
    onTestFinished(() => database.close());
    const began = performance.now();
    const slow = database.transaction((session) => session.execute("select pg_sleep(10)"));
    await expect(slow).rejects.toThrow("statement timeout");
    expect(performance.now() - began).toBeLessThan(4_000);
  });

  it("a row that somebody else has locked: all are answered in time, and nothing is written afterwards", async () => {
    const slots = await bots[0]!.slots({ ...TALK, dateTime: "übermorgen" });
    const before = (await practice.audit()).bookings.length;
    const holder = new pg.Client({ connectionString: practice.url });
    await holder.connect();
    onTestFinished(() => holder.end());
    await holder.query("begin; select from agents where id = 'bob' for update");
    const { appointmentTypeId, productId } = TALK;
    const began = performance.now();
    const calls = slots.slice(0, 10).map((slot, turn) =>
      bots[turn % 2]!.call("bookAppointment", {
        ...{ appointmentTypeId, productId, slotId: slot.avId, start: slot.slotStart },
        booker: newCaller(),
      }),
    );
    for (const { status } of await Promise.all(calls)) expect([409, 503]).toContain(status);
    expect(performance.now() - began).toBeLessThan(DEADLINE_MS);
    await holder.query("rollback");
    await wait(500);
    expect((await practice.audit()).bookings).toHaveLength(before);
  });

  it("PostgreSQL killed behind it: callers hear so in time, and servers and pooler go on by themselves", async () => {
    const traffic = await startMixedTraffic(bots, { clients: 8, firstDay: 20 });
    onTestFinished(() => traffic.stop());
    await wait(500);
    await postgres.kill();
    await wait(500);
    await postgres.start();
    const backAt = performance.now();
    await wait(RECOVERED_WITHIN_MS);
    const recoveredAt = performance.now();
    await wait(1_000);
    await traffic.stop();
    const odd = traffic.asked.filter(
      ({ status, milliseconds }) => ![200, 409, 503].includes(status) || milliseconds > DEADLINE_MS,
    );
    expect(odd).toEqual([]);
    expect(traffic.asked.filter(({ sentAt, status }) => sentAt > backAt && status === 200)).not.toEqual([]);
    expect(traffic.asked.filter(({ sentAt, status }) => sentAt > recoveredAt && status === 503)).toEqual([]);
    await traffic.settle(bots[0]!);
    const { bookings, faults } = await practice.audit();
    expect(faults).toEqual([]);
    expect(traffic.faultsIn(bookings)).toEqual([]);
  });
});

describe.skipIf(isMissing)(`the store's contract behind a transaction pooler${reason}`, () => {
  let pooler: PgBouncer;
  beforeAll(async () => {
    pooler = await startPgBouncer(inject("postgresUrl"), { poolSize: 2 });
  });
  afterAll(() => pooler?.stop());

  const openStore: OpenStore = () =>
    openPostgresUnderTest((direct) => {
      const url = new URL(pooler.url);
      url.pathname = new URL(direct).pathname;
      return url.href;
    });
  describeConfigurations("pooled", openStore);
  describeCommits("pooled", openStore);
  describeKeeping("pooled", openStore);
});
