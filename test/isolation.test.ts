import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACTIONS } from "../src/webhook/actions.ts";
import { rowsOfAccount } from "./harness/database-audit.ts";
import { type DeskUnderTest, PHYSIO, startDesk } from "./harness/desk-under-test.ts";
import { inEnglish, twinOf, withAccount, withSecondEntity } from "./harness/twin-practices.ts";
import type { WebhookClient, WireAnswer } from "./harness/webhook-client.ts";

/** Real ids of one entity, each of which a request can name. Starts are the same in all entities. */
interface Ids {
  readonly entityId: string;
  readonly sipId: string;
  readonly appointmentTypeId: string;
  readonly productId: string;
  readonly agentId: string;
  readonly clientId: string;
  readonly freeSlotId: string;
  readonly bookingId: string;
  readonly bookedSlotId: string;
  readonly bookingToMoveId: string;
  readonly slotIdToMove: string;
  readonly targetSlotId: string;
}

const DATE = "2026-12-02";
const STARTS = {
  free: `${DATE}T08:00:00.000+01:00`,
  booked: `${DATE}T09:00:00.000+01:00`,
  toMove: `${DATE}T10:00:00.000+01:00`,
  target: `${DATE}T11:00:00.000+01:00`,
};

/** Ids as well formed as real ones, of nothing that ever was. */
const NEVER: Ids = {
  entityId: "xyzBusinessEntityId9",
  sipId: "phoneSipId99999999",
  appointmentTypeId: "abc9",
  productId: "prId9",
  agentId: "agId9",
  clientId: "abcUserId9",
  freeSlotId: "AAABAAABAcdIxOa1v0lY3bEl",
  bookingId: "bk_999999999991",
  bookedSlotId: "AAABAAABAcdIxOa1v0lY3bEm",
  bookingToMoveId: "bk_999999999992",
  slotIdToMove: "AAABAAABAcdIxOa1v0lY3bEn",
  targetSlotId: "AAABAAABAcdIxOa1v0lY3bEo",
};

interface Row {
  /** A request that is answered 200 to whose ids they are. */
  readonly request: (ids: Ids) => object;
  /** What each of its ids is answered when the key does not know it: a problem's code, or an empty list. */
  readonly unknown: Partial<Record<keyof Ids, string>>;
}

const WISH = ({ appointmentTypeId, productId }: Ids) => ({ appointmentTypeId, productId });
const DETAILS = { firstname: "Max", lastname: "Mustermann", phone: "+49-341-1234567" };
const bookFree = (ids: Ids) => ({ ...WISH(ids), slotId: ids.freeSlotId, start: STARTS.free });

/** One row or more for each of the 13 actions. In one that names several people, each is tried for itself. */
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  getEntityForSipId: [{ request: ({ sipId }) => ({ sipId }), unknown: { sipId: "unknown_sip" } }],
  getBusinessName: [{ request: ({ entityId }) => ({ entityId }), unknown: { entityId: "unknown_entity" } }],
  getAppointmentTypes: [
    { request: ({ entityId }) => ({ entityId }), unknown: { entityId: "unknown_entity" } },
  ],
  getAgents: [
    {
      request: ({ appointmentTypeId }) => ({ appointmentTypeId }),
      unknown: { appointmentTypeId: "unknown_appointment_type" },
    },
  ],
  getProducts: [
    {
      request: ({ appointmentTypeId }) => ({ appointmentTypeId }),
      unknown: { appointmentTypeId: "unknown_appointment_type" },
    },
  ],
  getAppointmentTypesWithProducts: [
    { request: ({ entityId }) => ({ entityId }), unknown: { entityId: "unknown_entity" } },
  ],
  getSlots: [
    {
      request: (ids) => ({ ...WISH(ids), agentId: ids.agentId, dateTime: DATE, timezone: "Europe/Berlin" }),
      unknown: {
        appointmentTypeId: "unknown_appointment_type",
        productId: "unknown_product",
        agentId: "unknown_agent",
      },
    },
  ],
  getRequiredInfo: [
    { request: ({ productId }) => ({ productId }), unknown: { productId: "unknown_product" } },
  ],
  bookAppointment: [
    {
      request: (ids) => ({ ...bookFree(ids), booker: DETAILS }),
      unknown: {
        appointmentTypeId: "unknown_appointment_type",
        productId: "unknown_product",
        freeSlotId: "unknown_slot",
      },
    },
    {
      request: (ids) => ({ ...bookFree(ids), booker: { ...DETAILS, id: ids.clientId } }),
      unknown: { clientId: "unknown_client" },
    },
    {
      request: (ids) => ({ ...bookFree(ids), booker: DETAILS, participant: { id: ids.clientId } }),
      unknown: { clientId: "unknown_client" },
    },
  ],
  findExistingUser: ["participant", "user", "booker"].flatMap((member) => [
    { request: ({ clientId }) => ({ [member]: { id: clientId } }), unknown: { clientId: "[]" } },
    { request: ({ clientId }) => ({ [member]: { ...DETAILS, id: clientId } }), unknown: { clientId: "[]" } },
  ]),
  findExistingBooking: [
    { request: ({ clientId }) => ({ id: clientId }), unknown: { clientId: "unknown_client" } },
  ],
  modifyAppointment: [
    {
      request: (ids) => ({
        bookingId: ids.bookingToMoveId,
        slotIdOld: ids.slotIdToMove,
        slotIdNew: ids.targetSlotId,
        start: STARTS.target,
      }),
      unknown: {
        bookingToMoveId: "unknown_booking",
        slotIdToMove: "slot_mismatch",
        targetSlotId: "unknown_slot",
      },
    },
  ],
  cancelAppointment: [
    {
      request: (ids) => ({ bookingId: ids.bookingId, slotId: ids.bookedSlotId, start: STARTS.booked }),
      unknown: { bookingId: "unknown_booking", bookedSlotId: "slot_mismatch" },
    },
  ],
};

const CASES = Object.entries(ROWS).flatMap(([action, rows]) => rows.map((row) => ({ action, ...row })));

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
    const before = databaseOf(desk);
    await expectUnknown(desk.bot, row, { ours, theirs });
    expect(databaseOf(desk)).toEqual(before);
  });

  it.each(CASES)(
    "$action with the other account's entityId is unknown_entity",
    async ({ action, request }) => {
      const before = databaseOf(desk);
      await expectUnknownEntity(desk.bot, action, request(ours), theirs.entityId);
      expect(databaseOf(desk)).toEqual(before);
    },
  );

  it("findExistingUser shows only the account's own clients, whatever the caller says", async () => {
    await theirBot.must("bookAppointment", {
      ...WISH(theirs),
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
    const free = await theirBot.slots({ ...WISH(ours), agentId: ours.agentId, dateTime: DATE });
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
    others = { ...(await idsOf(desk.bot, "Z", "phoneSipId87654321", DATE, "abcUserId")) };
  });
  afterAll(() => desk.stop());

  it.each(CASES)("$action answers the other entity's ids as ids that never existed", async (row) => {
    // Clients belong to the account, whichever of its entities they visit.
    const { clientId: _shared, ...unknown } = row.unknown;
    const before = databaseOf(desk);
    await expectUnknown(narrowed, { ...row, unknown }, { ours, theirs: others });
    expect(databaseOf(desk)).toEqual(before);
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
      const before = databaseOf(desk);
      await expectUnknownEntity(narrowed, action, request(ours), others.entityId);
      expect(databaseOf(desk)).toEqual(before);
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

/** Books what the rows need and returns all ids as the bot learns them. */
async function idsOf(
  bot: WebhookClient,
  suffix: string,
  sipId: string,
  date = DATE,
  clientId = `abcUserId${suffix}`,
): Promise<Ids> {
  const { entityId } = await bot.must("getEntityForSipId", { sipId });
  const wish = { appointmentTypeId: `abc1${suffix}`, productId: `prId1${suffix}` };
  const agentId = `agId1${suffix}`;
  const slots = await bot.slots({ ...wish, agentId, dateTime: date });
  const slotIdAt = (start: string) =>
    slots.find((slot) => slot.slotStart === start.replace(DATE, date))!.avId;
  const book = (start: string) =>
    bot.must("bookAppointment", {
      ...wish,
      slotId: slotIdAt(start),
      start: start.replace(DATE, date),
      booker: { id: clientId },
    });
  const booked = await book(STARTS.booked);
  const toMove = await book(STARTS.toMove);
  return {
    entityId,
    sipId,
    ...wish,
    agentId,
    clientId,
    freeSlotId: slotIdAt(STARTS.free),
    bookingId: booked.bookingId,
    bookedSlotId: booked.slotId,
    bookingToMoveId: toMove.bookingId,
    slotIdToMove: toMove.slotId,
    targetSlotId: slotIdAt(STARTS.target),
  };
}

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
  const changed = (from: Ids) => ({
    ...ours,
    ...pick(
      from,
      codes.map(([member]) => member),
    ),
  });
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

function databaseOf({ data }: DeskUnderTest): object {
  return ["acc-leipzig", "acc-zwickau"].map((accountId) => rowsOfAccount(data, accountId));
}
