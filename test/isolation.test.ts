import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACTIONS } from "../src/webhook/actions.ts";
import { rowsOfAccount } from "./harness/database-audit.ts";
import { type DeskUnderTest, PHYSIO, startDesk } from "./harness/desk-under-test.ts";
import { readableData } from "./harness/fresh-place.ts";
import {
  bookFree,
  CASES,
  DATE,
  DETAILS,
  type Ids,
  idsOf,
  NEVER,
  ROWS,
  type Row,
  STARTS,
  wishOf,
} from "./harness/named-ids.ts";
import { inEnglish, twinOf, withAccount, withSecondEntity } from "./harness/twin-practices.ts";
import type { WebhookClient, WireAnswer } from "./harness/webhook-client.ts";

it("has a row for each action", () => {
  expect(Object.keys(ROWS)).toEqual([...ACTIONS.keys()]);
});

describe("two accounts with the same names", () => {
  let desk: DeskUnderTest;
  let theirBot: WebhookClient;
  let ours: Ids;
  let theirs: Ids;

  beforeAll(async () => {
    const twin = inEnglish(twinOf("acc-zwickau", "Z"), "phoneSipId87654321", "+49 375 7654321");
    desk = await startDesk({ files: [PHYSIO, twin] });
    theirBot = await desk.botOf("acc-zwickau");
    ours = await idsOf(desk.bot, "", "phoneSipId12345678");
    theirs = await idsOf(theirBot, "Z", "phoneSipId87654321");
  });
  afterAll(() => desk.stop());

  it.each(CASES)("$action answers the other account's ids as ids that never existed", async (row) => {
    const before = await databaseOf(desk);
    await expectUnknown(desk.bot, row, { ours, theirs });
    expect(await databaseOf(desk)).toEqual(before);
  });

  it.each(CASES)(
    "$action with the other account's entityId is unknown_entity",
    async ({ action, request }) => {
      const before = await databaseOf(desk);
      await expectUnknownEntity(desk.bot, action, request(ours), theirs.entityId);
      expect(await databaseOf(desk)).toEqual(before);
    },
  );

  it("findExistingUser shows only the account's own clients, whatever the caller says", async () => {
    await theirBot.must("bookAppointment", {
      ...wishOf(theirs),
      slotId: theirs.freeSlotId,
      start: STARTS.free,
      booker: { firstname: "Nora", lastname: "Nachbar", phone: "+49 375 1112223", email: "nora@example.com" },
    });
    const same = [
      { firstname: "Max", lastname: "Mustermann" },
      { lastname: "Mustermann", dob: "1985-07-25" },
      { phone: "+49 341 1234567" },
      { email: "max.mustermann@mailinator.com" },
      { firstname: "Max", lastname: "Mustermann", dob: "1990-01-12", phone: "+49 351 7654321" },
    ];
    for (const participant of same) {
      const found = (await desk.bot.must("findExistingUser", { participant })) as { id: string }[];
      const foundByThem = (await theirBot.must("findExistingUser", { participant })) as { id: string }[];
      expect(found.length).toBeGreaterThan(0);
      expect(foundByThem).toHaveLength(found.length);
      const ids = found.map((client) => client.id);
      for (const { id } of foundByThem) expect(ids).not.toContain(id);
    }
    const onlyTheirs = [
      { firstname: "Nora", lastname: "Nachbar" },
      { phone: "+49 375 1112223" },
      { email: "nora@example.com" },
    ];
    for (const participant of onlyTheirs) {
      expect(await desk.bot.must("findExistingUser", { participant })).toEqual([]);
      expect(await theirBot.must("findExistingUser", { participant })).toHaveLength(1);
    }
  });

  it("answers each of these requests to the account whose ids they are", async () => {
    const own = await idsOf(theirBot, "Z", "phoneSipId87654321", "2026-12-03");
    for (const { action, request } of CASES) {
      const sent = JSON.parse(JSON.stringify(request(own)).replaceAll(DATE, "2026-12-03"));
      expect({ action, ...(await theirBot.call(action, sent)) }).toMatchObject({ action, status: 200 });
    }
    expect(desk.faults).toEqual([]);
  });
});

describe("two accounts with the same SIP ids and the same people", () => {
  it("each key reaches its own entity and its own clients", async () => {
    const desk = await startDesk({ files: [PHYSIO, twinOf("acc-zwickau", "Z")] });
    const theirBot = await desk.botOf("acc-zwickau");
    for (const sipId of [
      "phoneSipId12345678",
      "+49 341 1234567",
      "0341/1234567",
      "sip:+493411234567@pbx.test",
    ]) {
      const ours = await desk.bot.must("getEntityForSipId", { sipId });
      expect(ours).toEqual({ entityId: "xyzBusinessEntityId" });
      const theirs = await theirBot.must("getEntityForSipId", { sipId });
      expect(theirs).toEqual({ entityId: "xyzBusinessEntityIdZ" });
    }
    const participant = { phone: "+49 341 1234567" };
    expect(await desk.bot.must("findExistingUser", { participant })).toMatchObject([{ id: "abcUserId" }]);
    expect(await theirBot.must("findExistingUser", { participant })).toMatchObject([{ id: "abcUserIdZ" }]);
    await desk.stop();
  });
});

describe("two accounts with the same ids throughout", () => {
  it("share nothing: no slot, no time, no booking, no client", async () => {
    const desk = await startDesk({ files: [PHYSIO, withAccount("acc-zwickau")] });
    const theirBot = await desk.botOf("acc-zwickau");
    const ours = await idsOf(desk.bot, "", "phoneSipId12345678");
    const booking = { bookingId: ours.bookingId, slotId: ours.bookedSlotId, start: STARTS.booked };

    expect(await theirBot.must("findExistingBooking", { id: "abcUserId" })).toEqual([]);
    expect(await theirBot.call("cancelAppointment", booking)).toMatchObject({
      status: 404,
      body: { code: "unknown_booking" },
    });
    const free = await theirBot.slots({ ...wishOf(ours), agentId: ours.agentId, dateTime: DATE });
    expect(free.map((slot) => slot.slotStart)).toEqual(expect.arrayContaining(Object.values(STARTS)));
    const withOurSlot = { ...bookFree(ours), booker: DETAILS };
    expect(await theirBot.call("bookAppointment", withOurSlot)).toMatchObject({
      status: 404,
      body: { code: "unknown_slot" },
    });
    const theirs = await idsOf(theirBot, "", "phoneSipId12345678");
    expect(theirs.bookedSlotId).not.toBe(ours.bookedSlotId);
    const key = { "idempotency-key": "the same for both" };
    const [first, second] = [
      await desk.bot.must("bookAppointment", { ...bookFree(ours), booker: DETAILS }, key),
      await theirBot.must("bookAppointment", { ...bookFree(theirs), booker: DETAILS }, key),
    ];
    expect(second.bookingId).not.toBe(first.bookingId);
    await desk.stop();
  });
});

describe("a key narrowed to one entity of two", () => {
  let desk: DeskUnderTest;
  let narrowed: WebhookClient;
  let ours: Ids;
  let others: Ids;

  beforeAll(async () => {
    desk = await startDesk({ files: [withSecondEntity("Z", "phoneSipId87654321", "+49 375 7654321")] });
    narrowed = await desk.botOf("acc-leipzig", { entityIds: ["xyzBusinessEntityId"] });
    ours = await idsOf(desk.bot, "", "phoneSipId12345678");
    others = await idsOf(desk.bot, "Z", "phoneSipId87654321", DATE, "abcUserId");
  });
  afterAll(() => desk.stop());

  it.each(CASES)("$action answers the other entity's ids as ids that never existed", async (row) => {
    // Clients belong to the account, whichever of its entities they visit.
    const { clientId: _shared, ...unknown } = row.unknown;
    const before = await databaseOf(desk);
    await expectUnknown(narrowed, { ...row, unknown }, { ours, theirs: others });
    expect(await databaseOf(desk)).toEqual(before);
  });

  it.each(CASES)(
    "$action narrowed by entityId answers the other entity's ids in the same way",
    async (row) => {
      const { clientId: _shared, entityId: _itself, ...unknown } = row.unknown;
      const request = (ids: Ids) => ({ ...row.request(ids), entityId: ours.entityId });
      await expectUnknown(desk.bot, { ...row, request, unknown }, { ours, theirs: others });
    },
  );

  it.each(CASES)(
    "$action with the other entity's entityId is unknown_entity",
    async ({ action, request }) => {
      const before = await databaseOf(desk);
      await expectUnknownEntity(narrowed, action, request(ours), others.entityId);
      expect(await databaseOf(desk)).toEqual(before);
    },
  );

  it("findExistingBooking shows a client's bookings with the key's entity only", async () => {
    const inBoth = await desk.bot.must("findExistingBooking", { id: ours.clientId });
    const bookingIds = inBoth.map((one: { bookingId: string }) => one.bookingId);
    expect(bookingIds).toEqual(expect.arrayContaining([ours.bookingId, others.bookingId]));
    const listed = (await narrowed.must("findExistingBooking", { id: ours.clientId })) as {
      bookingId: string;
    }[];
    expect(listed.map((one) => one.bookingId).sort()).toEqual([ours.bookingId, ours.bookingToMoveId].sort());
  });

  it("does all 13 actions with its own entity", async () => {
    for (const { action, request } of CASES) {
      expect({ action, ...(await narrowed.call(action, request(ours))) }).toMatchObject({
        action,
        status: 200,
      });
    }
    expect(desk.faults).toEqual([]);
  });
});

/** Each id alone out of place, then all at once, as a bot of the other side would send them. */
async function expectUnknown(
  bot: WebhookClient,
  { action, request, unknown }: Row & { action: string },
  { ours, theirs }: { ours: Ids; theirs: Ids },
): Promise<void> {
  const codes = Object.entries(unknown) as [keyof Ids, string][];
  if (codes.length === 0) return;
  for (const [member, code] of codes) {
    const foreign = await bot.call(action, request({ ...ours, [member]: theirs[member] }));
    const never = await bot.call(action, request({ ...ours, [member]: NEVER[member] }));
    expect({ member, answer: comparable(foreign) }).toEqual({ member, answer: comparable(never) });
    if (code === "[]") expect(foreign).toMatchObject({ status: 200, body: [] });
    else expect(foreign.body.code).toBe(code);
    expect(foreign.status).toBe(code === "[]" ? 200 : code === "slot_mismatch" ? 409 : 404);
  }
  const members = codes.map(([member]) => member);
  const changed = (from: Ids) => ({ ...ours, ...pick(from, members) });
  const allForeign = await bot.call(action, request(changed(theirs)));
  const allNever = await bot.call(action, request(changed(NEVER)));
  expect(comparable(allForeign)).toEqual(comparable(allNever));
}

async function expectUnknownEntity(
  bot: WebhookClient,
  action: string,
  request: object,
  entityId: string,
): Promise<void> {
  const foreign = await bot.call(action, { ...request, entityId });
  const never = await bot.call(action, { ...request, entityId: NEVER.entityId });
  expect(foreign).toMatchObject({ status: 404, body: { code: "unknown_entity" } });
  expect(comparable(foreign)).toEqual(comparable(never));
}

/** All of an answer that could tell a difference. */
function comparable({ status, headers, body }: WireAnswer): object {
  const { date: _date, ...rest } = Object.fromEntries(headers);
  return { status, headers: rest, body };
}

function pick(ids: Ids, members: readonly (keyof Ids)[]): Partial<Ids> {
  return Object.fromEntries(members.map((member) => [member, ids[member]]));
}

async function databaseOf({ place }: DeskUnderTest): Promise<object> {
  const data = await readableData(place);
  return ["acc-leipzig", "acc-zwickau"].map((accountId) => rowsOfAccount(data, accountId));
}
