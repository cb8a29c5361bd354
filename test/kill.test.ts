import { afterAll, beforeAll, expect, it } from "vitest";
import { BUSY_PRACTICE } from "./harness/busy-practice.ts";
import { bookingsOf, type Caller, newCaller, seededRandom } from "./harness/callers.ts";
import { bookingsIn, faultsIn } from "./harness/database-audit.ts";
import { type PreparedData, prepareData } from "./harness/prepared-data.ts";
import { type ServerProcess, startServerProcess } from "./harness/server-process.ts";
import { WebhookClient, type WireAnswer, type WireSlot } from "./harness/webhook-client.ts";

const KILLS = 20;
const BOOKERS = 6;
const CANCELLERS = 3;

/** From spawning the process to its first answer: a second or two, but other tests share the machine. */
const LONGEST_START_MS = 30_000;

const WISH = { appointmentTypeId: "massage", productId: "m20" };

interface Wanted {
  readonly caller: Caller;
  readonly request: object;
  /** The answer, once there was one; until then nobody knows whether it was booked. */
  booked?: { readonly bookingId: string; readonly slotId: string; readonly start: string };
  cancelling?: object;
  cancelled?: boolean;
}

let prepared: PreparedData;
/** On a machine that others use as well. */
const TWENTY_STARTS_MS = 180_000;

beforeAll(async () => {
  prepared = await prepareData(BUSY_PRACTICE);
});
afterAll(() => prepared.remove());

it(
  `loses nothing that it acknowledged when it is killed ${KILLS} times in mid-traffic`,
  async () => {
    const { data, key } = prepared;
    const random = seededRandom(20);
    const all: Wanted[] = [];
    let latest: Wanted[] = [];
    let cutShort = 0;
    for (let round = 0; round < KILLS; round += 1) {
      const server = await startWithoutRepair(data);
      const bot = new WebhookClient(server.address, key);
      expectKept(data, all);
      await repeatAll(bot, latest);
      const slots = await slotsOfRound(bot, round);
      latest = await trafficUntilKilled({ bot, server, slots, random });
      cutShort += latest.filter((one) => one.booked === undefined || isCancelUncertain(one)).length;
      all.push(...latest);
    }

    const server = await startWithoutRepair(data);
    const bot = new WebhookClient(server.address, key);
    expectKept(data, all);
    await repeatAll(bot, all);
    for (const { caller, booked, cancelled } of all.filter((one) => one.booked !== undefined)) {
      const listed = await bookingsOf(bot, caller);
      expect(listed.map((one) => one.bookingId)).toEqual(cancelled ? [] : [booked!.bookingId]);
    }
    const stored = bookingsIn(data);
    const acknowledged = all.flatMap(({ booked }) => booked?.bookingId ?? []);
    expect(stored.map(({ id }) => id).sort()).toEqual(acknowledged.sort());
    expect(all.filter((one) => one.cancelled).length).toBeGreaterThan(KILLS);
    expect(cutShort).toBeGreaterThan(KILLS);
    expect(await server.stop()).toBe(0);
    expect(faultsIn(data)).toEqual([]);
  },
  TWENTY_STARTS_MS,
);

async function startWithoutRepair(data: string): Promise<ServerProcess> {
  const started = performance.now();
  const server = await startServerProcess(data, ["--requests-per-minute", "0", "--lookups-per-hour", "0"]);
  const ready = await fetch(`${server.address}/readyz`);
  expect(ready.status).toBe(200);
  expect(performance.now() - started).toBeLessThan(LONGEST_START_MS);
  expect(faultsIn(data)).toEqual([]);
  return server;
}

/** Whatever was acknowledged is in the database, before anybody asks again. */
function expectKept(data: string, wanted: readonly Wanted[]): void {
  const statuses = new Map(bookingsIn(data).map(({ id, status }) => [id, status]));
  for (const one of wanted) {
    if (one.booked === undefined) continue;
    const status = statuses.get(one.booked.bookingId);
    if (isCancelUncertain(one)) expect(status).toBeDefined();
    else expect(status).toBe(one.cancelled ? "cancelled" : "confirmed");
  }
}

/** Each round has a day of its own, so that there is always something to book. */
async function slotsOfRound(bot: WebhookClient, round: number): Promise<WireSlot[]> {
  const [soonest] = await bot.slots({ ...WISH, dateTime: "übermorgen" });
  const dateTime = Temporal.PlainDate.from(soonest!.slotStart.slice(0, 10)).add({ days: round }).toString();
  return await bot.slots({ ...WISH, dateTime });
}

/** Bookers and cancellers go on until the server is killed under them; what they wanted and what they were told. */
async function trafficUntilKilled({
  bot,
  server,
  slots,
  random,
}: {
  bot: WebhookClient;
  server: ServerProcess;
  slots: readonly WireSlot[];
  random: () => number;
}): Promise<Wanted[]> {
  const wanted: Wanted[] = [];
  const uncancelled: Wanted[] = [];
  let answersToGo = 15 + Math.floor(random() * 40);
  let killed: Promise<void> | undefined;
  const ask = async (action: string, request: object): Promise<WireAnswer | undefined> => {
    try {
      const answer = await bot.call(action, request);
      answersToGo -= 1;
      if (answersToGo <= 0) killed ??= server.kill();
      return answer;
    } catch (error) {
      if (killed === undefined) throw error;
      return undefined;
    }
  };
  const book = async () => {
    while (killed === undefined) {
      const one = wantedBy(newCaller(), slots[Math.floor(random() * slots.length)]!);
      const answer = await ask("bookAppointment", one.request);
      if (answer?.status === 409) continue;
      wanted.push(one);
      if (answer !== undefined) note(one, answer);
      if (one.booked !== undefined) uncancelled.push(one);
    }
  };
  const cancel = async () => {
    while (killed === undefined) {
      const one = uncancelled.shift();
      if (one === undefined) {
        await bot.call("getBusinessName", { entityId: "busy" }).catch(() => undefined);
        continue;
      }
      one.cancelling = cancelRequest(one.booked!);
      const answer = await ask("cancelAppointment", one.cancelling);
      if (answer !== undefined) noteCancelled(one, answer);
    }
  };
  await Promise.all([
    ...Array.from({ length: BOOKERS }, book),
    ...Array.from({ length: CANCELLERS }, cancel),
  ]);
  await killed;
  return wanted;
}

/** Sends what was asked before the kill again, as bots and gateways do; afterwards nothing is uncertain any more. */
async function repeatAll(bot: WebhookClient, wanted: readonly Wanted[]): Promise<void> {
  for (const one of wanted) {
    if (one.cancelling !== undefined) {
      noteCancelled(one, await bot.call("cancelAppointment", one.cancelling));
      continue;
    }
    const answer = await bot.call("bookAppointment", one.request);
    const isTaken = answer.status === 409 && one.booked === undefined;
    if (isTaken) expect(answer.body.code).toBe("slot_taken");
    else note(one, answer);
  }
}

function note(one: Wanted, { status, body }: WireAnswer): void {
  expect({ status, body }).toMatchObject({ status: 200, body: { status: "confirmed" } });
  if (one.booked !== undefined) expect(body).toEqual(one.booked);
  one.booked = body;
}

function noteCancelled(one: Wanted, answer: WireAnswer): void {
  const { bookingId } = one.booked!;
  expect(answer).toMatchObject({ status: 200, body: { bookingId, status: "cancelled" } });
  one.cancelled = true;
}

function isCancelUncertain(one: Wanted): boolean {
  return one.cancelling !== undefined && one.cancelled !== true;
}

function wantedBy(caller: Caller, slot: WireSlot): Wanted {
  return { caller, request: { ...WISH, slotId: slot.avId, start: slot.slotStart, booker: caller } };
}

function cancelRequest({ bookingId, slotId, start }: NonNullable<Wanted["booked"]>): object {
  return { bookingId, slotId, start };
}
