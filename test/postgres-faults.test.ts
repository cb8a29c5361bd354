import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { readSettings } from "../src/config.ts";
import { REAL_EFFECTS } from "../src/effects.ts";
import { startServer } from "../src/main.ts";
import { Database } from "../src/store/postgres/database.ts";
import { StoreUnavailable } from "../src/store/store.ts";
import { BUSY_PRACTICE } from "./harness/busy-practice.ts";
import { bookingsOf, newCaller } from "./harness/callers.ts";
import { type Asked, type MixedTraffic, startMixedTraffic } from "./harness/mixed-traffic.ts";
import { type PostgresPractice, postgresPractice } from "./harness/postgres-practice.ts";
import { type PostgresServer, startPostgres } from "./harness/postgres-server.ts";
import { runSlotline } from "./harness/run-slotline.ts";
import { type ServerProcess, startServerProcess } from "./harness/server-process.ts";
import { startTcpProxy, type TcpProxy } from "./harness/tcp-proxy.ts";
import { WebhookClient, type WireAnswer, type WireSlot } from "./harness/webhook-client.ts";

/** A caller on the telephone waits no longer. */
const DEADLINE_MS = 5_000;
const RECOVERED_WITHIN_MS = 2_000;
const STOPPED_WITHIN_MS = 10_000;
const SEEN_WITHIN_MS = 1_000;
const SOAK_MS = 10_000;

const TALK = { appointmentTypeId: "talk", productId: "t30", agentId: "bob" };

/** In a request to PostgreSQL: the prepared statement of that name. */
const COMMIT = "\0commit\0";

let postgres: PostgresServer;
let practice: PostgresPractice;
/** Each test has days of its own. */
let days = 1;

beforeAll(async () => {
  postgres = await startPostgres({ settings: { deadlock_timeout: "10ms", log_min_messages: "error" } });
  practice = await postgresPractice(postgres.url, BUSY_PRACTICE);
});
afterAll(async () => {
  practice?.remove();
  await postgres?.remove();
});

it("PostgreSQL killed under load: callers hear so in time, servers go on by themselves, nothing is lost", async () => {
  const servers = await Promise.all([start(), start()]);
  const bots = servers.map(botOf);
  const traffic = await trafficOf(bots, 8);
  await wait(1_000);
  // In mid-transaction a connection has nobody else who would hear of its end, and unheard it ends the process.
  const database = new Database(practice.url);
  const held = database.transaction((session) => session.execute("select pg_sleep(3)"));
  const outcome = expect(held).rejects.toThrow(StoreUnavailable);
  await wait(200);
  const killedAt = performance.now();
  await postgres.kill();
  await wait(1_000);
  await postgres.start();
  const backAt = performance.now();
  await Promise.all(bots.map(untilAnswered));
  expect(performance.now() - backAt).toBeLessThan(RECOVERED_WITHIN_MS);
  await wait(1_000);
  await traffic.stop();
  await outcome;
  await database.close();

  expectOnlyUnavailable(traffic.asked);
  const meanwhile = traffic.asked.filter(({ sentAt }) => sentAt > killedAt && sentAt < backAt);
  expect(meanwhile.filter(({ status }) => status === 503).length).toBeGreaterThan(8);
  const later = traffic.asked.filter(({ sentAt }) => sentAt > backAt + RECOVERED_WITHIN_MS / 2);
  expect(later.filter(({ status }) => status === 503)).toEqual([]);
  expect(servers.map(({ process }) => process.exitCode)).toEqual([null, null]);
  await traffic.settle(bots[0]!);
  await expectAllKept(traffic);
});

it("a connection cut after the commit and before its answer: who repeats the request gets what was done", async () => {
  const proxy = await proxied();
  const bot = botOf(await start(proxy.url));
  const [slot, target] = await slotsOfFreshDay(bot);
  const caller = newCaller();
  const cutThenRepeat = async (action: string, request: object): Promise<WireAnswer> => {
    const before = proxy.cuts();
    proxy.cutAnswerTo(COMMIT);
    expect(await bot.call(action, request)).toMatchObject({ status: 503, body: { code: "unavailable" } });
    expect(proxy.cuts()).toBe(before + 1);
    return await bot.call(action, request);
  };

  const booked = await cutThenRepeat("bookAppointment", bookRequest(slot!, caller));
  expect(booked.status).toBe(200);
  const { bookingId } = booked.body;
  expect(await bookingsOf(bot, caller)).toMatchObject([{ bookingId, slotId: slot!.avId }]);
  expect((await practice.audit()).bookings.filter(({ id }) => id === bookingId)).toHaveLength(1);

  const move = { bookingId, slotIdOld: slot!.avId, slotIdNew: target!.avId, start: target!.slotStart };
  expect(await cutThenRepeat("modifyAppointment", move)).toMatchObject({ status: 200, body: { bookingId } });
  const cancel = { bookingId, slotId: target!.avId, start: target!.slotStart };
  const cancelled = await cutThenRepeat("cancelAppointment", cancel);
  expect(cancelled).toMatchObject({ status: 200, body: { status: "cancelled" } });
  await expectSound();
});

it("a silent database: everybody is answered in time, it is used again at once, and a server can stop", async () => {
  const proxy = await proxied();
  const server = await start(proxy.url);
  const bot = botOf(server);
  const slots = await slotsOfFreshDay(bot);
  const wishes = slots.slice(0, 24).map((slot) => bookRequest(slot, newCaller()));
  proxy.hang();
  const bookings = wishes.map((request) => timed(bot.call("bookAppointment", request)));
  const reads = Array.from({ length: 700 }, () =>
    timed(bot.call("getSlots", { ...TALK, dateTime: "morgen" })),
  );
  for (const { answer, milliseconds } of await Promise.all([...bookings, ...reads])) {
    expect(answer).toMatchObject({ status: 503, body: { code: "unavailable" } });
    expect(milliseconds).toBeLessThan(DEADLINE_MS);
  }
  // What is known to be silent is not waited for again.
  expect((await timed(bot.call("bookAppointment", wishes[0]))).milliseconds).toBeLessThan(500);

  proxy.forward();
  const backAt = performance.now();
  await untilAnswered(bot);
  expect(performance.now() - backAt).toBeLessThan(RECOVERED_WITHIN_MS);
  const answers = await Promise.all(wishes.map((request) => bot.call("bookAppointment", request)));
  expect(answers.map(({ status }) => status)).toEqual(wishes.map(() => 200));
  const { bookings: stored } = await expectSound();
  const ids = new Set(stored.map(({ id }) => id));
  expect(answers.filter(({ body }) => !ids.has(body.bookingId))).toEqual([]);

  proxy.hang();
  const last = slots.slice(24, 30).map((slot) => bot.call("bookAppointment", bookRequest(slot, newCaller())));
  const lastAnswers = Promise.allSettled(last);
  await wait(200);
  const stopping = await timed(server.stop());
  expect(stopping.answer).toBe(0);
  expect(stopping.milliseconds).toBeLessThan(STOPPED_WITHIN_MS);
  for (const one of await lastAnswers) expect(one).toMatchObject({ value: { status: 503 } });
});

it("a server killed while another goes on: nothing that either acknowledged is lost, nothing is there twice", async () => {
  const [victim, survivor] = await Promise.all([start(), start()]);
  const traffic = await trafficOf([botOf(victim), botOf(survivor)], 8);
  await wait(1_500);
  await victim.kill();
  await wait(1_000);
  await traffic.stop();
  await traffic.settle(botOf(survivor));
  await expectAllKept(traffic);
});

it("a server whose clock falls back an hour: it and another one go on booking, each start once", async () => {
  const other = botOf(await start());
  let late = 0;
  const faults: unknown[] = [];
  const read = readSettings(
    { data: practice.data, databaseUrl: practice.url, port: 0, requestsPerMinute: 0 },
    {},
  );
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const effects = { ...REAL_EFFECTS, now: () => REAL_EFFECTS.now() - late };
  const server = await startServer(read.settings, effects, (fault) => faults.push(fault));
  onTestFinished(() => server.stop());
  const fallenBack = new WebhookClient(server.address, practice.key);
  const traffic = await trafficOf([fallenBack, other], 8);
  await wait(700);
  late = 3_600_000;
  await wait(1_500);
  late = 0;
  await wait(300);
  await traffic.stop();
  expect(faults).toEqual([]);
  expect(traffic.asked.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
  await expectAllKept(traffic);
});

it("four servers that book, move and cancel while the configuration changes: no deadlock, nothing twice", async () => {
  const servers = await Promise.all([start(), start(), start(), start()]);
  const before = await practice.deadlocks();
  const traffic = await trafficOf(servers.map(botOf), 12);
  const until = performance.now() + SOAK_MS;
  for (let change = 1; performance.now() < until; change += 1) {
    await practice.apply(BUSY_PRACTICE.replace("Praxis am Markt", `Praxis am Markt ${change}`));
    await wait(500);
  }
  await traffic.stop();
  expect(traffic.asked.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
  expect(traffic.asked.filter(({ status }) => status === 200).length).toBeGreaterThan(200);
  expect(servers.map((server) => server.errors()).join("")).toBe("");
  // The counter is written when a connection has been idle for a while, or ends.
  await Promise.all(servers.map((server) => server.stop()));
  expect(postgres.log).not.toContain("deadlock detected");
  expect(await practice.deadlocks()).toBe(before);
  await expectAllKept(traffic);
});

it("what one process changes another one sees within a second: a name, a key", async () => {
  const servers = await Promise.all([start(), start()]);
  const { key, id } = await practice.newKey();
  const bots = servers.map((server) => new WebhookClient(server.address, key));
  const name = (bot: WebhookClient) => bot.call("getBusinessName", { entityId: "busy" });
  for (const bot of bots) expect((await name(bot)).status).toBe(200);
  const calling = keepCalling(() => Promise.all(bots.map(name)));
  const environment = { DATABASE_URL: practice.url };

  const file = join(practice.data, "renamed.yaml");
  writeFileSync(file, BUSY_PRACTICE.replace("Praxis am Markt", "Praxis am See"));
  const applied = await runSlotline(["apply", file], { cwd: practice.data, environment });
  expect(applied).toMatchObject({ exitCode: 0 });
  await wait(SEEN_WITHIN_MS);
  for (const bot of bots) expect((await name(bot)).body.name).toBe("Praxis am See");

  const revoked = await runSlotline(["key", "revoke", id], { cwd: practice.data, environment });
  expect(revoked).toMatchObject({ exitCode: 0 });
  await wait(SEEN_WITHIN_MS);
  for (const bot of bots) expect((await name(bot)).status).toBe(401);
  await calling.stop();
});

async function start(databaseUrl = practice.url): Promise<ServerProcess> {
  const limits = ["--requests-per-minute", "0", "--failures-per-minute", "0"];
  const server = await startServerProcess(practice.data, limits, { DATABASE_URL: databaseUrl });
  onTestFinished(() => server.kill());
  return server;
}

async function proxied(): Promise<TcpProxy> {
  const proxy = await startTcpProxy(practice.url);
  onTestFinished(() => proxy.close());
  return proxy;
}

function botOf(server: ServerProcess): WebhookClient {
  return new WebhookClient(server.address, practice.key);
}

async function trafficOf(bots: readonly WebhookClient[], clients: number): Promise<MixedTraffic> {
  const firstDay = days;
  days += 3;
  const traffic = await startMixedTraffic(bots, { clients, firstDay });
  onTestFinished(() => traffic.stop());
  return traffic;
}

async function slotsOfFreshDay(bot: WebhookClient): Promise<WireSlot[]> {
  const [soonest] = await bot.slots({ ...TALK, dateTime: "morgen" });
  const first = Temporal.PlainDate.from(soonest!.slotStart.slice(0, 10));
  const dateTime = first.add({ days: days++ }).toString();
  return await bot.slots({ ...TALK, dateTime });
}

function bookRequest(slot: WireSlot, booker: object): object {
  const { appointmentTypeId, productId } = TALK;
  return { appointmentTypeId, productId, slotId: slot.avId, start: slot.slotStart, booker };
}

async function timed<T>(work: Promise<T>): Promise<{ answer: T; milliseconds: number }> {
  const started = performance.now();
  const answer = await work;
  return { answer, milliseconds: performance.now() - started };
}

async function untilAnswered(bot: WebhookClient): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (performance.now() < deadline) {
    if ((await bot.call("getSlots", { ...TALK, dateTime: "morgen" })).status === 200) return;
    await wait(20);
  }
  throw new Error("the server does not use its database again");
}

function keepCalling(call: () => Promise<unknown>): { stop: () => Promise<void> } {
  let calling = true;
  const loop = (async () => {
    while (calling) {
      await call();
      await wait(50);
    }
  })();
  return {
    stop: async () => {
      calling = false;
      await loop;
    },
  };
}

function expectOnlyUnavailable(asked: readonly Asked[]): void {
  const odd = asked.filter(
    ({ status, code, milliseconds }) =>
      !(status === 200 || status === 409 || (status === 503 && code === "unavailable")) ||
      milliseconds > DEADLINE_MS,
  );
  expect(odd).toEqual([]);
}

async function expectSound() {
  const audit = await practice.audit();
  expect(audit.faults).toEqual([]);
  return audit;
}

async function expectAllKept(traffic: MixedTraffic): Promise<void> {
  const { bookings } = await expectSound();
  expect(traffic.faultsIn(bookings)).toEqual([]);
  const confirmed = bookings.filter(({ status }) => status === "confirmed");
  expect(new Set(confirmed.map(({ participant_id }) => participant_id)).size).toBe(confirmed.length);
}
