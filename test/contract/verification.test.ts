import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { mustBook, open, openAccount, slotAt, slotsOf } from "../fixtures/studio.ts";
import { type DeskUnderTest, MONDAY_MORNING, startDesk } from "../harness/desk-under-test.ts";
import type { WebhookClient } from "../harness/webhook-client.ts";

let desk: DeskUnderTest;
beforeAll(async () => {
  desk = await startDesk({ settings: { lookupsPerCall: 4 } });
});
afterEach(() => {
  desk.clock.now = MONDAY_MORNING;
});
afterAll(async () => {
  expect(desk.faults).toEqual([]);
  await desk.stop();
});

const MAX = { id: "max", firstname: "Max", lastname: "Mustermann", dob: "1985-07-25", phone: "0341 1234567" };
const WANTED = { verification: { by: ["phone", "dob"] as ("phone" | "dob")[] } };

async function booked(bot: WebhookClient) {
  const slots = await slotsOf(bot);
  const { bookingId, slotId, start } = await mustBook(bot, slotAt(slots, "09:00"), { booker: { id: "max" } });
  const other = slotAt(await slotsOf(bot), "10:00");
  const move = { bookingId, slotIdOld: slotId, slotIdNew: other.avId, start: other.slotStart };
  return { bookingId, cancelling: { bookingId, slotId, start }, move };
}

describe("an entity that wants callers verified", () => {
  it("shows, moves and cancels nothing for who has proved nothing, and asks for it", async () => {
    const bot = await open(desk, WANTED, [MAX]);
    const { cancelling, move } = await booked(bot);
    for (const [action, request] of [
      ["findExistingBooking", { id: "max" }],
      ["modifyAppointment", move],
      ["cancelAppointment", cancelling],
      ["cancelAppointment", { ...cancelling, participant: { dob: "1985-07-26" } }],
      ["cancelAppointment", { ...cancelling, callerNumber: "anonymous" }],
      ["cancelAppointment", { ...cancelling, user: { dob: "1985-07-26", phone: MAX.phone } }],
    ] as const) {
      const { status, body } = await bot.call(action, request);
      expect([action, status, body.code]).toEqual([action, 422, "missing_information"]);
      expect(body.missing).toEqual(["participant.phone", "participant.dob"]);
      expect(body.speech).toMatch(/Geburtsdatum/);
      expect(JSON.stringify(body)).not.toMatch(/Mustermann|1985-07-25|1234567|09:00/);
    }
  });

  it("says the same of a client that does not exist", async () => {
    const bot = await open(desk, WANTED, [MAX]);
    const never = await bot.call("findExistingBooking", { id: "nobody", participant: { dob: "1985-07-26" } });
    const wrong = await bot.call("findExistingBooking", { id: "max", participant: { dob: "1985-07-26" } });
    expect(never.body).toEqual(wrong.body);
    expect(never.status).toBe(wrong.status);
  });

  it.each([
    ["the date of birth", { participant: { dob: "1985-07-25" } }],
    ["the number that was said", { user: { phone: "+49 341 1234567" } }],
    ["the number that is calling", { callerNumber: "+493411234567" }],
  ])("takes %s", async (_what, proof) => {
    const bot = await open(desk, WANTED, [MAX]);
    const { bookingId, cancelling, move } = await booked(bot);
    expect(await bot.must("findExistingBooking", { id: "max", ...proof })).toMatchObject([{ bookingId }]);
    const { slotId, start } = await bot.must("modifyAppointment", { ...move, ...proof });
    expect(await bot.must("cancelAppointment", { ...cancelling, slotId, start, ...proof })).toEqual({
      bookingId,
      status: "cancelled",
    });
  });

  it("remembers for the rest of the call what findExistingUser was answered by, and for no other call", async () => {
    const account = await openAccount(desk, WANTED, [MAX]);
    const bot = await desk.botOf(account);
    const { bookingId } = await booked(bot);
    const call = { "x-call-id": "call-1" };
    const { firstname, lastname, dob } = MAX;
    await bot.must("findExistingUser", { user: { firstname, lastname, dob } }, call);
    expect(await bot.must("findExistingBooking", { id: "max" }, call)).toMatchObject([{ bookingId }]);
    const statusOf = async (who: WebhookClient, headers: Record<string, string>) =>
      (await who.call("findExistingBooking", { id: "max" }, headers)).status;
    expect(await statusOf(bot, { "x-call-id": "call-2" })).toBe(422);
    expect(await statusOf(bot, {})).toBe(422);
    expect(await statusOf(await desk.botOf(account), call)).toBe(422);
    desk.clock.now += 2 * 3_600_000;
    expect(await statusOf(bot, call)).toBe(422);
  });

  it("is not satisfied by names alone, and lets nobody try for long", async () => {
    const bot = await open(desk, WANTED, [MAX]);
    const { cancelling } = await booked(bot);
    const call = { "x-call-id": "call-3" };
    await bot.must("findExistingUser", { user: { firstname: MAX.firstname, lastname: MAX.lastname } }, call);
    const guess = async (dob: string) =>
      (await bot.call("cancelAppointment", { ...cancelling, participant: { dob } }, call)).body.code;
    expect(await guess("1985-07-22")).toBe("missing_information");
    expect(await guess("1985-07-23")).toBe("missing_information");
    expect(await guess("1985-07-24")).toBe("missing_information");
    expect(await guess("1985-07-25")).toBe("rate_limited");
    expect(await guess("1985-07-25")).toBe("rate_limited");
    const listed = await bot.call("findExistingBooking", { id: "max" }, call);
    expect(listed.body.code).toBe("rate_limited");
  });

  it("takes no proof onto a card that a call has added", async () => {
    const account = await openAccount(desk, WANTED, [{ ...MAX, dob: null, email: "max@example.com" }]);
    const bot = await desk.botOf(account);
    const [slot] = await slotsOf(bot);
    const { firstname, lastname } = MAX;
    await mustBook(bot, slot!, {
      booker: { firstname, lastname, email: "max@example.com", dob: "1999-09-09", city: "Leipzig" },
    });
    expect(await desk.store.clientById(account, "max")).toMatchObject({ dob: null, city: "Leipzig" });
  });
});

it("an entity that says nothing shows bookings to whoever the bot speaks for", async () => {
  const bot = await open(desk, {}, [MAX]);
  const { bookingId } = await booked(bot);
  expect(await bot.must("findExistingBooking", { id: "max" })).toMatchObject([{ bookingId }]);
});
