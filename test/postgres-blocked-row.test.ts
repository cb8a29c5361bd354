import pg from "pg";
import { afterAll, beforeAll, expect, inject, it, onTestFinished } from "vitest";
import { BUSY_PRACTICE } from "./harness/busy-practice.ts";
import { newCaller } from "./harness/callers.ts";
import { type PostgresPractice, postgresPractice } from "./harness/postgres-practice.ts";
import { type ServerProcess, startServerProcess } from "./harness/server-process.ts";
import { WebhookClient, type WireSlot } from "./harness/webhook-client.ts";

/** As docs/operations.md says: four seconds, and the way there and back on a busy machine. */
const DEADLINE_MS = 4_500;
const RECOVERED_WITHIN_MS = 1_000;

const TALK = { appointmentTypeId: "talk", productId: "t30", agentId: "bob" };

let practice: PostgresPractice;
let server: ServerProcess;
let bot: WebhookClient;

beforeAll(async () => {
  practice = await postgresPractice(inject("postgresUrl"), BUSY_PRACTICE);
  server = await startServerProcess(practice.data, ["--requests-per-minute", "0"], {
    DATABASE_URL: practice.url,
  });
  bot = new WebhookClient(server.address, practice.key);
});
afterAll(async () => {
  await server?.stop();
  practice?.remove();
});

it("a row that somebody else has locked: all who call are answered in time, and at once when it is free", async () => {
  const slots = await bot.slots({ ...TALK, dateTime: "morgen" });
  const booked = await bot.must("bookAppointment", bookRequest(slots[0]!));
  const holder = await holding("select from agents where id = 'bob' for update");
  const { bookingId, slotId, start } = booked;
  const target = slots[1]!;
  const calls = [
    ...slots.slice(2, 12).map((slot) => bot.call("bookAppointment", bookRequest(slot))),
    bot.call("modifyAppointment", {
      bookingId,
      slotIdOld: slotId,
      slotIdNew: target.avId,
      start: target.slotStart,
    }),
    bot.call("cancelAppointment", { bookingId, slotId, start }),
  ];
  const began = performance.now();
  const times = await Promise.all(
    calls.map(async (call) => {
      expect(await call).toMatchObject({ status: 503, body: { code: "unavailable" } });
      return performance.now() - began;
    }),
  );
  expect(Math.max(...times)).toBeLessThan(DEADLINE_MS);

  // What was called unavailable is not done when the row is free: nobody waits for it any more.
  expect(await waitingForLocks()).toBe(0);
  await holder.query("rollback");
  const freeAt = performance.now();
  expect(await bot.call("bookAppointment", bookRequest(slots[12]!))).toMatchObject({ status: 200 });
  expect(performance.now() - freeAt).toBeLessThan(RECOVERED_WITHIN_MS);
  const { bookings, faults } = await practice.audit();
  expect(faults).toEqual([]);
  expect(bookings).toHaveLength(2);
});

it("a row that is free again in time: the booking is made, and slots are answered meanwhile", async () => {
  const slots = await bot.slots({ ...TALK, dateTime: "morgen" });
  const holder = await holding("select from agents where id = 'bob' for update");
  const blocked = bot.call("bookAppointment", bookRequest(slots[0]!));
  await bot.must("getSlots", { appointmentTypeId: "massage", productId: "m30", dateTime: "morgen" });
  await holder.query("rollback");
  // It was in time after all.
  expect(await blocked).toMatchObject({ status: 200 });
});

function bookRequest(slot: WireSlot): object {
  const { appointmentTypeId, productId } = TALK;
  return { appointmentTypeId, productId, slotId: slot.avId, start: slot.slotStart, booker: newCaller() };
}

/** Somebody at `psql` who has begun a transaction with that statement, and went for a coffee. */
async function holding(statement: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: practice.url });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query(`begin; ${statement}`);
  return client;
}

async function waitingForLocks(): Promise<number> {
  const client = new pg.Client({ connectionString: practice.url });
  await client.connect();
  const { rows } = await client.query(
    "select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  await client.end();
  return rows[0].waiting;
}
