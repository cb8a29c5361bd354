import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BUSY_PRACTICE } from "./harness/busy-practice.ts";
import { newCaller } from "./harness/callers.ts";
import { type PreparedData, prepareData } from "./harness/prepared-data.ts";
import { type ServerProcess, startServerProcess } from "./harness/server-process.ts";
import { WebhookClient } from "./harness/webhook-client.ts";

/** How often the load balancer of this test looks; the servers go on answering for longer than that. */
const LOOK_EVERY_MS = 100;
const DRAIN_SECONDS = 2;

const CALLERS = 8;
const TALK = { appointmentTypeId: "talk", productId: "t30" };

let prepared: PreparedData;
const servers: ServerProcess[] = [];
/** Those whose `/readyz` said yes when it was last looked at. */
let ready: readonly ServerProcess[] = [];
let looking = true;
let balancer: Promise<void>;

beforeAll(async () => {
  prepared = await prepareData(BUSY_PRACTICE);
  servers.push(await start(), await start());
  balancer = balance();
});

afterAll(async () => {
  looking = false;
  await balancer;
  await Promise.all(servers.map((server) => server.stop()));
  await prepared.remove();
});

it("servers that are replaced one after another under load lose no request", async () => {
  await expect.poll(() => ready.length, { timeout: 10_000 }).toBe(2);
  const answers: string[] = [];
  let calling = true;
  const callers = Array.from({ length: CALLERS }, async () => {
    while (calling) answers.push(await answerToOneCall());
  });
  for (let turn = 0; turn < 2; turn += 1) {
    servers.push(await start());
    await expect.poll(() => ready.length, { timeout: 10_000 }).toBe(3);
    expect(await servers.shift()!.stop()).toBe(0);
    await expect.poll(() => ready.length, { timeout: 10_000 }).toBe(2);
  }
  await wait(300);
  calling = false;
  await Promise.all(callers);
  expect(answers.filter((answer) => answer !== "200" && answer !== "409")).toEqual([]);
  expect(answers.length).toBeGreaterThan(100);
});

function start(): Promise<ServerProcess> {
  const options = ["--requests-per-minute", "0", "--drain-seconds", String(DRAIN_SECONDS)];
  return startServerProcess(prepared.place.data, options, prepared.environment);
}

/** Books for a new caller; the status, or what went wrong on the way. */
async function answerToOneCall(): Promise<string> {
  const server = ready[Math.floor(Math.random() * ready.length)]!;
  const bot = new WebhookClient(server.address, prepared.key);
  try {
    const slots = await bot.slots({ ...TALK, dateTime: "übermorgen" });
    const slot = slots[Math.floor(Math.random() * slots.length)];
    if (slot === undefined) return "200";
    const booking = { ...TALK, slotId: slot.avId, start: slot.slotStart, booker: newCaller() };
    return String((await bot.call("bookAppointment", booking)).status);
  } catch (error) {
    return String((error as Error).cause ?? error);
  }
}

async function balance(): Promise<void> {
  while (looking) {
    const looks = servers.map(async (server) => {
      const answer = await fetch(`${server.address}/readyz`).catch(() => undefined);
      await answer?.body?.cancel();
      return answer?.status === 200 ? [server] : [];
    });
    ready = (await Promise.all(looks)).flat();
    await wait(LOOK_EVERY_MS);
  }
}
