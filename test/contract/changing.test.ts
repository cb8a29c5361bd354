import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  book,
  clockOf,
  guest,
  halfHour,
  mustBook,
  offering,
  open,
  slotAt,
  slotsOf,
  TUESDAY,
  WEDNESDAY,
} from "../fixtures/studio.ts";
import { type DeskUnderTest, MONDAY_MORNING, startDesk } from "../harness/desk-under-test.ts";
import type { WebhookClient, WireAnswer, WireSlot } from "../harness/webhook-client.ts";

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

interface Booked {
  readonly bookingId: string;
  readonly slotId: string;
  readonly start: string;
}

function move(bot: WebhookClient, booked: Booked, to: WireSlot, members: object = {}): Promise<WireAnswer> {
  return bot.call("modifyAppointment", {
    bookingId: booked.bookingId,
    slotIdOld: booked.slotId,
    slotIdNew: to.avId,
    start: to.slotStart,
    ...members,
  });
}

function cancel(bot: WebhookClient, { bookingId, slotId, start }: Booked, members: object = {}) {
  return bot.call("cancelAppointment", { bookingId, slotId, start, ...members });
}

async function futureOf(bot: WebhookClient, client = guest(1)): Promise<Booked[]> {
  const [found] = await bot.must("findExistingUser", { participant: client });
  return await bot.must("findExistingBooking", { id: found.id });
}

const refusal = (answer: WireAnswer) => [answer.status, answer.body.code];

describe("modifyAppointment", () => {
  it("answers as bookAppointment, and the old time is free again", async () => {
    const bot = await open(desk, offering({}, ["anna"]));
    const slots = await slotsOf(bot);
    const booked = await mustBook(bot, slotAt(slots, "09:00"));
    const target = slotAt(slots, "11:00");
    const moved = await move(bot, booked, target);
    expect(moved.status).toBe(200);
    expect(moved.body).toEqual({
      ...booked,
      slotId: target.avId,
      start: target.slotStart,
      end: target.slotEnd,
    });
    expect((await slotsOf(bot)).map(clockOf)).toEqual(["09:00", "09:30", "10:00", "10:30", "11:30"]);
    expect(await futureOf(bot)).toMatchObject([{ bookingId: booked.bookingId, start: target.slotStart }]);
  });

  it("to another day and another agent", async () => {
    const bot = await open(desk);
    const booked = await mustBook(bot, slotAt(await slotsOf(bot, { agentId: "anna" }), "09:00"));
    const target = slotAt(await slotsOf(bot, { agentId: "ben", dateTime: WEDNESDAY }), "11:30");
    const moved = await move(bot, booked, target);
    expect(moved.body).toMatchObject({ agent: { id: "ben" }, start: target.slotStart });
  });

  it("is compare-and-swap: slotIdOld must be the booking's slot, otherwise nothing changes", async () => {
    const bot = await open(desk);
    const [first, second, third] = await slotsOf(bot);
    const booked = await mustBook(bot, first!);
    for (const slotIdOld of [second!.avId, "abcSlotIdOld"]) {
      expect(refusal(await move(bot, booked, third!, { slotIdOld }))).toEqual([409, "slot_mismatch"]);
    }
    expect(await futureOf(bot)).toMatchObject([{ slotId: first!.avId }]);
  });

  it("start must be the new slot's, and the new slot must be one", async () => {
    const bot = await open(desk);
    const [first, second] = await slotsOf(bot);
    const booked = await mustBook(bot, first!);
    expect(refusal(await move(bot, booked, second!, { start: first!.slotStart }))).toEqual([
      409,
      "slot_mismatch",
    ]);
    expect(refusal(await move(bot, booked, second!, { slotIdNew: "abcSlotIdNew" }))).toEqual([
      404,
      "unknown_slot",
    ]);
  });

  it("the new slot must be of the booking's product", async () => {
    const other = halfHour({ id: "massage-60", durationMinutes: 60 });
    const [type] = offering({}).appointmentTypes!;
    const bot = await open(desk, { appointmentTypes: [{ ...type!, products: [halfHour(), other] }] });
    const booked = await mustBook(bot, slotAt(await slotsOf(bot), "09:00"));
    const [slot] = await slotsOf(bot, { productId: "massage-60", dateTime: WEDNESDAY });
    expect(refusal(await move(bot, booked, slot!))).toEqual([409, "slot_mismatch"]);
  });

  it("the old slot is kept until the new one is certain: a taken target changes nothing", async () => {
    const bot = await open(desk, offering({}, ["anna"]));
    const slots = await slotsOf(bot);
    const booked = await mustBook(bot, slotAt(slots, "09:00"));
    await mustBook(bot, slotAt(slots, "10:00"), { booker: guest(2) });
    const refused = await move(bot, booked, slotAt(slots, "10:00"));
    expect(refusal(refused)).toEqual([409, "slot_taken"]);
    expect(await futureOf(bot)).toMatchObject([{ slotId: booked.slotId, start: booked.start }]);
    expect((await book(bot, slotAt(slots, "09:00"), { booker: guest(3) })).body.code).toBe("slot_taken");
    const clocks = refused.body.alternatives.map(clockOf);
    expect(clocks).toEqual(["09:00", "09:30", "10:30", "11:00"]);
    for (const alternative of refused.body.alternatives.slice(1) as WireSlot[]) {
      const moved = await move(bot, (await futureOf(bot))[0]!, alternative);
      expect(moved.status).toBe(200);
    }
  });

  it("a target that is not offered any more is refused with alternatives", async () => {
    const bot = await open(desk, { minNoticeMinutes: 60 });
    const booked = await mustBook(bot, slotAt(await slotsOf(bot, { dateTime: WEDNESDAY }), "09:00"));
    const target = slotAt(await slotsOf(bot), "09:00");
    desk.clock.now = Date.parse(target.slotStart);
    const refused = await move(bot, booked, target);
    expect(refusal(refused)).toEqual([409, "slot_not_offered"]);
    expect(refused.body.alternatives.map(clockOf)).toEqual(["10:00", "10:30"]);
  });

  it("the booking's own time counts as free", async () => {
    const bot = await open(desk, offering({ durationMinutes: 60, slotIntervalMinutes: 15 }, ["anna"]));
    const slots = await slotsOf(bot);
    const booked = await mustBook(bot, slotAt(slots, "09:30"));
    const later = await move(bot, booked, slotAt(slots, "10:00"));
    expect(later.status).toBe(200);
    expect((await move(bot, later.body, slotAt(slots, "09:15"))).status).toBe(200);
  });

  it("the booking's own seat, room and place in the day's count are free too", async () => {
    const bot = await open(desk, {
      agents: [{ id: "anna", firstname: "Anna", lastname: "A", maxBookingsPerDay: 2 }],
      resources: [{ id: "room", pool: "room", name: "Raum" }],
      ...offering({ capacity: 2, maxBookingsPerDay: 2, resources: { room: 1 } }, ["anna"]),
    });
    const slots = await slotsOf(bot);
    const nine = slotAt(slots, "09:00");
    const booked = await mustBook(bot, nine);
    await mustBook(bot, nine, { booker: guest(2) });
    expect(await slotsOf(bot)).toEqual([]);
    const moved = await move(bot, booked, slotAt(slots, "10:00"));
    expect(moved.status).toBe(200);
    expect((await move(bot, moved.body, nine)).status).toBe(200);
  });

  it("a repeat of a modification that already happened answers 200 again", async () => {
    const bot = await open(desk, { changeNoticeMinutes: 60 });
    const slots = await slotsOf(bot);
    const booked = await mustBook(bot, slotAt(slots, "09:00"));
    const moved = await move(bot, booked, slotAt(slots, "10:00"));
    const again = await move(bot, booked, slotAt(slots, "10:00"));
    expect([again.status, again.body]).toEqual([200, moved.body]);
    desk.clock.now = Date.parse("2026-12-01T12:00:00+01:00");
    const late = await move(bot, booked, slotAt(slots, "10:00"));
    expect([late.status, late.body]).toEqual([200, moved.body]);
  });

  it("a modification that happened before another one is no repeat of it", async () => {
    const bot = await open(desk);
    const slots = await slotsOf(bot);
    const booked = await mustBook(bot, slotAt(slots, "09:00"));
    const second = await move(bot, booked, slotAt(slots, "10:00"));
    await move(bot, second.body, slotAt(slots, "11:00"));
    expect(refusal(await move(bot, booked, slotAt(slots, "10:00")))).toEqual([409, "slot_mismatch"]);
  });

  it("onto a start that the same client has already is refused", async () => {
    const bot = await open(desk);
    const slots = await slotsOf(bot);
    const booked = await mustBook(bot, slotAt(slots, "09:00"));
    await mustBook(bot, slotAt(slots, "10:00"));
    expect(refusal(await move(bot, booked, slotAt(slots, "10:00")))).toEqual([409, "slot_taken"]);
    expect(await futureOf(bot)).toHaveLength(2);
  });
});

describe("cancelAppointment", () => {
  it("answers bookingId and status, frees the time at once and lists the booking no more", async () => {
    const bot = await open(desk, offering({}, ["anna"]));
    const slot = slotAt(await slotsOf(bot), "10:00");
    const booked = await mustBook(bot, slot);
    const cancelled = await cancel(bot, booked);
    expect(cancelled.status).toBe(200);
    expect(cancelled.body).toEqual({ bookingId: booked.bookingId, status: "cancelled" });
    expect(await futureOf(bot)).toEqual([]);
    await mustBook(bot, slot, { booker: guest(2) });
  });

  it("slotId and start must be the booking's", async () => {
    const bot = await open(desk);
    const [first, second] = await slotsOf(bot);
    const booked = await mustBook(bot, first!);
    const wrong = [
      { slotId: second!.avId },
      { slotId: "abcSlotId" },
      { start: second!.slotStart },
      { slotId: second!.avId, start: second!.slotStart },
    ];
    for (const members of wrong) {
      expect(refusal(await cancel(bot, booked, members))).toEqual([409, "slot_mismatch"]);
    }
    expect(await futureOf(bot)).toHaveLength(1);
  });

  it("after a move they are the new slot's", async () => {
    const bot = await open(desk);
    const [first, second] = await slotsOf(bot);
    const booked = await mustBook(bot, first!);
    const moved = await move(bot, booked, second!);
    expect(refusal(await cancel(bot, booked))).toEqual([409, "slot_mismatch"]);
    expect((await cancel(bot, moved.body)).status).toBe(200);
  });

  it("a repeat answers 200 again, also when the appointment would be over", async () => {
    const bot = await open(desk, { changeNoticeMinutes: 60 });
    const booked = await mustBook(bot, slotAt(await slotsOf(bot), "10:00"));
    const first = await cancel(bot, booked);
    desk.clock.now = Date.parse("2026-12-24T12:00:00+01:00");
    const again = await cancel(bot, booked);
    expect([again.status, again.body]).toEqual([200, first.body]);
  });

  it("a cancelled booking is kept and cannot be moved", async () => {
    const bot = await open(desk);
    const [first, second] = await slotsOf(bot);
    const booked = await mustBook(bot, first!);
    await cancel(bot, booked);
    expect(refusal(await move(bot, booked, second!))).toEqual([409, "not_changeable"]);
  });
});

describe("change notice", () => {
  const changes = {
    modify: async (bot: WebhookClient, booked: Booked) =>
      await move(bot, booked, (await slotsOf(bot, { dateTime: "2026-12-03" }))[0]!),
    cancel: async (bot: WebhookClient, booked: Booked) => await cancel(bot, booked),
  };

  it.each(["modify", "cancel"] as const)(
    "%s is possible until the very instant of the notice and not after",
    async (kind) => {
      const bot = await open(desk, { changeNoticeMinutes: 1_440 });
      const booked = await mustBook(bot, slotAt(await slotsOf(bot, { dateTime: WEDNESDAY }), "10:00"));
      const lastInstant = Date.parse("2026-12-01T10:00:00.000+01:00");
      desk.clock.now = lastInstant + 1;
      expect(refusal(await changes[kind](bot, booked))).toEqual([409, "not_changeable"]);
      expect(await futureOf(bot)).toMatchObject([{ slotId: booked.slotId }]);
      desk.clock.now = lastInstant;
      expect((await changes[kind](bot, booked)).status).toBe(200);
    },
  );

  it.each(["modify", "cancel"] as const)(
    "%s of what has begun is refused, also without notice",
    async (kind) => {
      const bot = await open(desk);
      const booked = await mustBook(bot, slotAt(await slotsOf(bot), "10:00"));
      desk.clock.now = Date.parse(booked.start);
      expect(refusal(await changes[kind](bot, booked))).toEqual([409, "not_changeable"]);
      desk.clock.now -= 1;
      expect((await changes[kind](bot, booked)).status).toBe(200);
    },
  );
});

describe("start, in any spelling of the instant", () => {
  const SPELLINGS = [
    "2026-12-01T10:00:00.000+01:00",
    "2026-12-01T10:00:00+01:00",
    "2026-12-01T10:00+01:00",
    "2026-12-01T10:00:00.000+0100",
    "2026-12-01T10:00+01",
    "2026-12-01T09:00Z",
    "2026-12-01T09:00:00Z",
    "2026-12-01T09:00:00.000Z",
    "2026-12-01T09:00:00.000000+00:00",
    "2026-12-01T04:00:00-05:00",
    "2026-12-01T14:45:00.000+05:45",
    "2026-12-01T10:00",
    "2026-12-01T10:00:00",
    "2026-12-01T10:00:00.000",
  ];

  it.each(SPELLINGS)("%s books, moves and cancels ten o'clock", async (start) => {
    const bot = await open(desk, { id: "s" });
    const slots = await slotsOf(bot);
    const ten = slotAt(slots, "10:00");
    const booked = await mustBook(bot, ten, { start });
    expect(booked.start).toBe("2026-12-01T10:00:00.000+01:00");
    const away = await move(bot, booked, slotAt(slots, "11:00"));
    const back = await move(bot, away.body, ten, { start });
    expect(back.body.start).toBe("2026-12-01T10:00:00.000+01:00");
    expect((await cancel(bot, back.body, { start })).status).toBe(200);
  });

  it.each(["2026-12-01T10:00:01+01:00", "2026-12-01T10:00Z", "2026-12-01T09:00", "2027-12-01T10:00+01:00"])(
    "%s is another instant",
    async (start) => {
      const bot = await open(desk);
      const ten = slotAt(await slotsOf(bot), "10:00");
      expect(refusal(await book(bot, ten, { start }))).toEqual([409, "slot_mismatch"]);
    },
  );

  it("an hour that clocks show twice is told apart by its offset", async () => {
    const bot = await open(desk, {
      hours: { sun: ["00:00-06:00"] },
      horizonDays: 400,
      ...offering({ durationMinutes: 60 }, ["anna"]),
    });
    const slots = await slotsOf(bot, { dateTime: "2027-10-31" });
    const [summer, winter] = slots.filter((slot) => clockOf(slot) === "02:00") as [WireSlot, WireSlot];
    expect(refusal(await book(bot, winter, { start: summer.slotStart }))).toEqual([409, "slot_mismatch"]);
    // Without an offset the first occurrence counts.
    expect((await mustBook(bot, summer, { start: "2027-10-31T02:00:00" })).start).toBe(summer.slotStart);
    const booked = await mustBook(bot, winter, { booker: guest(2), start: "2027-10-31T01:00:00Z" });
    expect(booked.start).toBe("2027-10-31T02:00:00.000+01:00");
  });
});

it("entityId narrows modify, cancel and book to one entity", async () => {
  const types = (suffix: string) => [
    {
      id: `massage${suffix}`,
      name: "Massage",
      agents: [`anna${suffix}`],
      products: [halfHour({ id: `massage-30${suffix}` })],
    },
  ];
  const branch = (suffix: string) => ({
    id: `branch${suffix}`,
    name: `Filiale ${suffix}`,
    timezone: "Europe/Berlin",
    hours: { tue: ["09:00-12:00"] },
    agents: [{ id: `anna${suffix}`, firstname: "Anna", lastname: "A" }],
    appointmentTypes: types(suffix),
  });
  const bot = await open(desk, [branch("1"), branch("2")]);
  const wish = { appointmentTypeId: "massage1", productId: "massage-301" };
  const [first, second] = await slotsOf(bot, { ...wish, dateTime: TUESDAY });
  expect(refusal(await book(bot, first!, { ...wish, entityId: "branch2" }))).toEqual([
    404,
    "unknown_appointment_type",
  ]);
  const booked = await mustBook(bot, first!, { ...wish, entityId: "branch1" });
  const unknown = [404, "unknown_booking"];
  expect(refusal(await move(bot, booked, second!, { entityId: "branch2" }))).toEqual(unknown);
  expect(refusal(await cancel(bot, booked, { entityId: "branch2" }))).toEqual(unknown);
  expect((await move(bot, booked, second!, { entityId: "branch1" })).status).toBe(200);
  const [moved] = await futureOf(bot);
  expect((await cancel(bot, moved!, { entityId: "branch1" })).status).toBe(200);
});
