import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { hashPin } from "../../src/booking/pin-hash.ts";
import { mustBook, openAccount, slotAt, slotsOf } from "../fixtures/studio.ts";
import { type DeskUnderTest, MONDAY_MORNING, startDesk } from "../harness/desk-under-test.ts";
import { readableData } from "../harness/fresh-place.ts";

let desk: DeskUnderTest;
beforeAll(async () => {
  desk = await startDesk();
});
afterEach(() => {
  desk.clock.now = MONDAY_MORNING;
});
afterAll(async () => {
  expect(desk.faults).toEqual([]);
  await desk.stop();
});

const MAX = { id: "max", firstname: "Max", lastname: "Mustermann", dob: "1985-07-25", phone: "0341 1234567" };
const NAME = { firstname: "Max", lastname: "Mustermann" };
const ERIKA = { id: "erika", firstname: "Erika", lastname: "Gabler" };
const BY_PIN = { verification: { by: ["pin"] as ("phone" | "dob" | "pin")[] } };
const PIN = "73910428";
const WRONG = "73910429";
const CALL = { "x-call-id": "call-1" };

async function opened(wanted: typeof BY_PIN = BY_PIN, clients: object[] = [MAX, ERIKA]) {
  const account = await openAccount(desk, wanted, clients as Parameters<typeof openAccount>[2]);
  await desk.store.setPin(account, "max", await hashPin(PIN));
  const bot = await desk.botOf(account);
  const list = async (pin?: string, headers = {}, id = "max") =>
    await bot.call("findExistingBooking", { id, participant: { pin } }, headers);
  return { account, bot, list };
}

describe("an entity that asks for a PIN", () => {
  it("shows, moves and cancels for who says it, in whatever words, and for nobody else", async () => {
    const { bot, list } = await opened();
    const { bookingId, slotId, start } = await mustBook(bot, slotAt(await slotsOf(bot), "09:00"), {
      booker: { id: "max" },
    });
    const other = slotAt(await slotsOf(bot), "10:00");
    const move = { bookingId, slotIdOld: slotId, slotIdNew: other.avId, start: other.slotStart };
    for (const [action, request] of [
      ["findExistingBooking", { id: "max" }],
      ["modifyAppointment", move],
      ["cancelAppointment", { bookingId, slotId, start }],
    ] as const) {
      const { status, body } = await bot.call(action, { ...request, user: { pin: WRONG } });
      expect([status, body.code, body.missing]).toEqual([422, "missing_information", ["participant.pin"]]);
      expect(body.speech).toMatch(/noch Ihre PIN\.$/);
    }
    expect((await list("sieben drei neun eins null vier zwei acht")).body).toMatchObject([{ bookingId }]);
    const moved = await bot.must("modifyAppointment", { ...move, booker: { pin: PIN } });
    await bot.must("cancelAppointment", {
      bookingId,
      slotId: moved.slotId,
      start: moved.start,
      user: { pin: PIN },
    });
  });

  it("answers a wrong PIN, a client without one and nobody alike, after the same work", async () => {
    const { list } = await opened();
    const asked = async (id: string) => {
      const spies = (["clientById", "tryPin", "forgetPinTries"] as const).map((name) =>
        vi.spyOn(desk.store, name),
      );
      const { status, body } = await list(WRONG, {}, id);
      const calls = spies.map((spy) => spy.mock.calls.length);
      for (const spy of spies) spy.mockRestore();
      return { status, body, calls };
    };
    const wrong = await asked("max");
    expect(wrong.status).toBe(422);
    expect(await asked("erika")).toEqual(wrong);
    expect(await asked("nobody")).toEqual(wrong);
  });

  it("takes none for an hour after five wrong ones, whoever says them", async () => {
    const { account, list } = await opened();
    const elsewhere = await desk.botOf(account);
    for (let turn = 0; turn < 3; turn += 1) expect((await list(WRONG)).status).toBe(422);
    for (let turn = 0; turn < 2; turn += 1)
      await elsewhere.call("findExistingBooking", { id: "max", user: { pin: WRONG } });
    expect((await list(PIN)).status).toBe(422);
    desk.clock.now += 3_600_000;
    expect((await list(PIN)).status).toBe(200);
  });

  it("takes none beside another's date of birth, and needs none beside what else is enough", async () => {
    const { bot } = await opened({ verification: { by: ["dob", "pin"] } });
    const status = async (participant: object) =>
      (await bot.call("findExistingBooking", { id: "max", participant })).status;
    expect(await status({ pin: PIN, dob: "1985-07-26" })).toBe(422);
    expect(await status({ pin: WRONG, dob: "1985-07-25" })).toBe(200);
    expect(await status({ pin: PIN })).toBe(200);
  });

  it("is not asked where the entity asks for something else", async () => {
    const { list } = await opened({ verification: { by: ["dob"] } });
    expect((await list(PIN)).status).toBe(422);
  });
});

describe("a PIN said to findExistingUser", () => {
  it("proves for the rest of the call whom was found, and identifies nobody", async () => {
    const { bot, list } = await opened();
    expect((await bot.call("findExistingUser", { user: { pin: PIN } }, CALL)).body.code).toBe("too_broad");
    expect((await list(undefined, CALL)).status).toBe(422);
    expect(await bot.must("findExistingUser", { user: { ...NAME, pin: WRONG } }, CALL)).toHaveLength(1);
    expect((await list(undefined, CALL)).status).toBe(422);
    await bot.must("findExistingUser", { user: { ...NAME, pin: PIN } }, CALL);
    expect((await list(undefined, CALL)).status).toBe(200);
    expect((await list(undefined, { "x-call-id": "call-2" })).status).toBe(422);
  });

  it("is no wrong one of namesakes: it is looked at when one client is left", async () => {
    const { bot, list } = await opened(BY_PIN, [MAX, { ...MAX, id: "max2", dob: "1990-01-12", phone: null }]);
    for (let turn = 0; turn < 6; turn += 1)
      expect(await bot.must("findExistingUser", { user: { ...NAME, pin: WRONG } }, CALL)).toHaveLength(2);
    expect((await list(PIN, CALL)).status).toBe(200);
  });
});

it("nothing keeps or answers a PIN: no answer, audit, call log or row", async () => {
  const { account, bot, list } = await opened();
  const answers = [
    await bot.must("findExistingUser", { user: { ...NAME, pin: PIN } }, CALL),
    (await list(WRONG)).body,
    (await list(PIN)).body,
    await mustBook(bot, slotAt(await slotsOf(bot), "09:00"), { booker: { id: "max", pin: PIN } }),
  ];
  expect(JSON.stringify(answers)).not.toMatch(/7391042|scrypt|"pin"/);
  await expect.poll(() => desk.store.lookups(account, 10), { timeout: 5_000 }).toHaveLength(5);
  const [first] = await desk.store.lookups(account, 10);
  expect(first?.members).toContain("pin");
  const folder = await readableData(desk.place);
  const files = readdirSync(folder).map((file) => readFileSync(join(folder, file), "latin1"));
  expect(files.length).toBeGreaterThan(0);
  expect(files.join("\n")).not.toMatch(/7391042[89]/);
});
