import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  book,
  clockOf,
  guest,
  MASSAGE,
  mustBook,
  offering,
  open,
  slotAt,
  slotsOf,
  TUESDAY,
  WEDNESDAY,
} from "../fixtures/studio.ts";
import { type DeskUnderTest, MONDAY_MORNING, PHYSIO, startDesk } from "../harness/desk-under-test.ts";
import type { WebhookClient, WireSlot } from "../harness/webhook-client.ts";

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

const clocksOf = (slots: readonly WireSlot[]) => slots.map(clockOf);
const datesOf = (slots: readonly WireSlot[]) => [
  ...new Set(slots.map((slot) => slot.slotStart.slice(0, 10))),
];
const MORNING = ["09:00", "09:30", "10:00", "10:30", "11:00", "11:30"];

describe("what getSlots answers", () => {
  it("a bare array of avId, slotStart, slotEnd in time order, with milliseconds and offset", async () => {
    const bot = await open(desk);
    const slots = await slotsOf(bot);
    expect(clocksOf(slots)).toEqual(MORNING);
    expect(slots[0]).toEqual({
      avId: expect.stringMatching(/^[A-Za-z0-9_-]{1,32}$/),
      slotStart: "2026-12-01T09:00:00.000+01:00",
      slotEnd: "2026-12-01T09:30:00.000+01:00",
    });
  });

  it("agentId is there when the slot has one: when the caller wants an agent", async () => {
    const bot = await open(desk);
    for (const slot of await slotsOf(bot, { agentId: "ben" })) expect(slot.agentId).toBe("ben");
    for (const slot of await slotsOf(bot)) expect(slot).not.toHaveProperty("agentId");
  });

  it("agentId null, absent or empty is any agent who performs the type: one slot per start", async () => {
    const bot = await open(desk, {
      agents: [
        { id: "anna", firstname: "Anna", lastname: "A" },
        { id: "ben", firstname: "Ben", lastname: "B", hours: { tue: ["11:00-13:00"] } },
        { id: "carla", firstname: "Carla", lastname: "C", hours: { tue: ["20:00-22:00"] } },
      ],
    });
    const any = await slotsOf(bot);
    expect(clocksOf(any)).toEqual([...MORNING, "12:00", "12:30"]);
    expect(await slotsOf(bot, { agentId: null })).toEqual(any);
    expect(await slotsOf(bot, { agentId: "" })).toEqual(any);
    expect(clocksOf(await slotsOf(bot, { agentId: "ben" }))).toEqual(["11:00", "11:30", "12:00", "12:30"]);
  });

  it("slot ids are stateless: a slot has the same id in every answer, others have others", async () => {
    const bot = await open(desk);
    const [any, again] = [await slotsOf(bot), await slotsOf(bot, { timezone: "America/New_York" })];
    expect(again.map((slot) => slot.avId)).toEqual(any.map((slot) => slot.avId));
    const ofAnna = await slotsOf(bot, { agentId: "anna" });
    const ofBen = await slotsOf(bot, { agentId: "ben" });
    const ids = [...any, ...ofAnna, ...ofBen].map((slot) => slot.avId);
    expect(new Set(ids).size).toBe(3 * MORNING.length);
  });

  it("nothing free is an empty list: closed, past, too far, booked out, nobody performs it", async () => {
    const bot = await open(desk, {
      overrides: { [WEDNESDAY]: [] },
      horizonDays: 30,
      ...offering({ durationMinutes: 180 }, ["anna"]),
    });
    const [slot] = await slotsOf(bot);
    await mustBook(bot, slot!);
    for (const dateTime of [
      TUESDAY,
      WEDNESDAY,
      "2026-11-29",
      "1999-01-01",
      "2027-06-01",
      "9999-12-31",
      "0001-01-01",
    ]) {
      expect(await slotsOf(bot, { dateTime }), dateTime).toEqual([]);
    }
    const empty = await open(desk, offering({}, []));
    expect(await slotsOf(empty)).toEqual([]);
  });

  it("a public holiday has no slots", async () => {
    const bot = await open(desk, { publicHolidays: { country: "DE", state: "SN" } });
    expect(await slotsOf(bot, { dateTime: "2026-12-25" })).toEqual([]);
    expect(clocksOf(await slotsOf(bot, { dateTime: "2026-12-28" }))).toEqual(MORNING);
  });

  it("neither notice nor horizon is overstepped, to the minute", async () => {
    const bot = await open(desk, { minNoticeMinutes: 120, horizonDays: 1 });
    expect(clocksOf(await slotsOf(bot, { dateTime: "2026-11-30" }))).toEqual(MORNING.slice(2));
    desk.clock.now += 1;
    expect(clocksOf(await slotsOf(bot, { dateTime: "2026-11-30" }))).toEqual(MORNING.slice(3));
    desk.clock.now = MONDAY_MORNING + 2 * 3_600_000;
    expect(clocksOf(await slotsOf(bot))).toEqual(["09:00", "09:30", "10:00"]);
    desk.clock.now -= 1;
    expect(clocksOf(await slotsOf(bot))).toEqual(["09:00", "09:30"]);
  });
});

describe("dateTime", () => {
  let bot: WebhookClient;
  beforeAll(async () => {
    bot = await open(desk, { hours: everyDay("00:00-24:00"), ...offering({ durationMinutes: 60 }) });
  });

  it("a date is that calendar day in the entity's time zone", async () => {
    const slots = await slotsOf(bot);
    expect(slots).toHaveLength(24);
    expect(slots[0]!.slotStart).toBe("2026-12-01T00:00:00.000+01:00");
    expect(slots.at(-1)!.slotStart).toBe("2026-12-01T23:00:00.000+01:00");
  });

  it.each([
    ["2026-12-01T20:00", "20:00"],
    ["2026-12-01T20:00:00", "20:00"],
    ["2026-12-01T20:00:00.000", "20:00"],
    ["2026-12-01T19:00:00.001", "20:00"],
    ["2026-12-01T20:00:00+01:00", "20:00"],
    ["2026-12-01T20:00:00.000+0100", "20:00"],
    ["2026-12-01T19:00Z", "20:00"],
    ["2026-12-01T19:00:00.000Z", "20:00"],
    ["2026-12-01T14:00:00-05:00", "20:00"],
    ["2026-12-02T00:45:00+05:45", "20:00"],
    ["2026-12-01t19:00:00z", "20:00"],
  ])("the timestamp %s is from that instant to the end of its day there", async (dateTime, first) => {
    const slots = await slotsOf(bot, { dateTime });
    expect(slots[0]!.slotStart).toBe(`2026-12-01T${first}:00.000+01:00`);
    expect(slots.at(-1)!.slotStart).toBe("2026-12-01T23:00:00.000+01:00");
  });

  it("a timestamp's day is the entity's, whatever its offset says", async () => {
    const slots = await slotsOf(bot, { dateTime: "2026-12-01T23:30:00Z" });
    expect(slots[0]!.slotStart).toBe("2026-12-02T01:00:00.000+01:00");
    expect(datesOf(slots)).toEqual([WEDNESDAY]);
  });

  it("a timestamp in the last minute of a day has nothing left of it", async () => {
    expect(await slotsOf(bot, { dateTime: "2026-12-01T23:00:01" })).toEqual([]);
    expect(await slotsOf(bot, { dateTime: "2026-12-01T23:59:59.999" })).toEqual([]);
  });

  it("a timestamp that has passed offers what is left of its day", async () => {
    const slots = await slotsOf(bot, { dateTime: "2026-11-30T00:00:00.000+01:00" });
    expect(clocksOf(slots)).toEqual(clocksOf(await slotsOf(bot, { dateTime: "2026-11-30" })));
    expect(clockOf(slots[0]!)).toBe("08:00");
  });

  it("a day on which clocks change has 25 or 23 hours, each named with its own offset", async () => {
    const whole = await open(desk, {
      hours: everyDay("00:00-24:00"),
      horizonDays: 730,
      ...offering({ durationMinutes: 60 }),
    });
    const spring = await slotsOf(whole, { dateTime: "2027-03-28" });
    expect(clocksOf(spring)).toEqual([...hours(0, 2), ...hours(3, 24)]);
    expect(spring[2]!.slotStart).toBe("2027-03-28T03:00:00.000+02:00");
    expect(spring[1]!.slotEnd).toBe("2027-03-28T03:00:00.000+02:00");
    const autumn = await slotsOf(whole, { dateTime: "2027-10-31" });
    expect(clocksOf(autumn)).toEqual([...hours(0, 3), ...hours(2, 24)]);
    expect(autumn[2]!.slotStart).toBe("2027-10-31T02:00:00.000+02:00");
    expect(autumn[3]!.slotStart).toBe("2027-10-31T02:00:00.000+01:00");
  });

  it.each(["2026-02-30", "2026-13-01", "2026-12-01T25:00", "2026-12-01T10:00+25:00", "blau", "-", " "])(
    "%j is not understood: invalid_request that names dateTime and asks for a day",
    async (dateTime) => {
      const { status, body } = await bot.call("getSlots", { ...MASSAGE, dateTime });
      expect([status, body.code]).toEqual([422, "invalid_request"]);
      expect(body.issues[0].path).toBe("dateTime");
      expect(body.speech).toContain("An welchem Tag möchten Sie kommen? Zum Beispiel nächsten Dienstag");
    },
  );
});

describe("phrases", () => {
  let bots: WebhookClient[];
  beforeAll(async () => {
    bots = [await open(desk, { language: "de" }), await open(desk, { language: "en" })];
  });

  const PHRASES: readonly [phrase: string, date: string][] = [
    ["heute", "2026-11-30"],
    ["morgen", "2026-12-01"],
    ["Morgen", "2026-12-01"],
    [" morgen. ", "2026-12-01"],
    ["übermorgen", "2026-12-02"],
    ["uebermorgen", "2026-12-02"],
    ["u\u0308bermorgen", "2026-12-02"],
    ["Dienstag", "2026-12-01"],
    ["am Mittwoch", "2026-12-02"],
    ["Donnerstag", "2026-12-03"],
    ["kommenden Freitag", "2026-12-04"],
    ["am kommenden Freitag", "2026-12-04"],
    ["Samstag", "2026-12-05"],
    ["Sonnabend", "2026-12-05"],
    ["Sonntag", "2026-12-06"],
    ["Montag", "2026-12-07"],
    ["today", "2026-11-30"],
    ["tomorrow", "2026-12-01"],
    ["the day after tomorrow", "2026-12-02"],
    ["day after tomorrow", "2026-12-02"],
    ["Tuesday", "2026-12-01"],
    ["on Wednesday", "2026-12-02"],
    ["thursday", "2026-12-03"],
    ["FRIDAY!", "2026-12-04"],
    ["this coming friday", "2026-12-04"],
    ["on the coming friday", "2026-12-04"],
    ["Saturday", "2026-12-05"],
    ["Sunday", "2026-12-06"],
    ["Monday", "2026-12-07"],
    ["so bald wie möglich", "2026-11-30"],
    ["so früh wie möglich", "2026-11-30"],
    ["so schnell wie möglich", "2026-11-30"],
    ["as soon as possible", "2026-11-30"],
    ["asap", "2026-11-30"],
  ];

  it.each(PHRASES)("%j is %s, also for a business of the other language", async (dateTime, date) => {
    for (const bot of bots) {
      expect(datesOf(await slotsOf(bot, { dateTime }))).toEqual([date]);
    }
  });

  it("today and tomorrow are the entity's: late in the evening elsewhere it is tomorrow here", async () => {
    const far = await open(desk, { timezone: "Pacific/Auckland" });
    desk.clock.now = Date.parse("2026-11-30T20:00:00.000+01:00");
    expect(datesOf(await slotsOf(far, { dateTime: "heute" }))).toEqual(["2026-12-01"]);
    expect(datesOf(await slotsOf(far, { dateTime: "tomorrow" }))).toEqual(["2026-12-02"]);
  });

  it("as soon as possible is what is left of the first day that has three, up to the horizon", async () => {
    const bot = await open(desk, {
      hours: { sat: ["09:00-12:00"] },
      horizonDays: 20,
      ...offering({ durationMinutes: 60 }, ["anna"]),
    });
    const saturdays = ["2026-12-05", "2026-12-12", "2026-12-19"];
    let number = 0;
    for (const date of saturdays) {
      const slots = await slotsOf(bot, { dateTime: "as soon as possible" });
      expect(slots.map((slot) => slot.slotStart.slice(0, 16))).toEqual(
        ["09:00", "10:00", "11:00"].map((time) => `${date}T${time}`),
      );
      for (const slot of slots) {
        number += 1;
        await mustBook(bot, slot, { booker: guest(number) });
      }
    }
    expect(await slotsOf(bot, { dateTime: "so bald wie möglich" })).toEqual([]);
  });
});

describe("timezone", () => {
  it("only formats the answer: the day stays the entity's", async () => {
    const bot = await open(desk);
    const home = await slotsOf(bot);
    const abroad = await slotsOf(bot, { timezone: "America/New_York" });
    expect(abroad[0]).toEqual({
      avId: home[0]!.avId,
      slotStart: "2026-12-01T03:00:00.000-05:00",
      slotEnd: "2026-12-01T03:30:00.000-05:00",
    });
    const [kathmandu] = await slotsOf(bot, { timezone: "Asia/Kathmandu" });
    expect(kathmandu!.slotStart).toBe("2026-12-01T13:45:00.000+05:45");
    const [utc] = await slotsOf(bot, { timezone: "UTC" });
    expect(utc!.slotStart).toBe("2026-12-01T08:00:00.000+00:00");
    expect(await slotsOf(bot, { timezone: "europe/berlin" })).toEqual(home);
  });

  it("absent, null or empty is the entity's own", async () => {
    const bot = await open(desk, { timezone: "Australia/Lord_Howe" });
    const home = await slotsOf(bot, { timezone: "Australia/Lord_Howe" });
    expect(home[0]!.slotStart).toBe("2026-12-01T09:00:00.000+11:00");
    for (const timezone of [undefined, null, ""]) expect(await slotsOf(bot, { timezone })).toEqual(home);
  });

  it.each(["Europe/Musterstadt", "Berlin", "MEZ!", "+01:00", "GMT+25"])(
    "%j is unknown: invalid_request",
    async (timezone) => {
      const bot = await open(desk);
      const { status, body } = await bot.call("getSlots", { ...MASSAGE, dateTime: TUESDAY, timezone });
      expect([status, body.code, body.issues[0].path]).toEqual([422, "invalid_request", "timezone"]);
    },
  );
});

describe("what is offered can be booked, and nothing else", () => {
  /** Books what is offered, from a place in the list that differs each time, until nothing is left. */
  async function bookOut(wish: Wish, bot: WebhookClient) {
    const booked = [];
    let offered = await bot.slots(wish);
    for (let round = 0; offered.length > 0; round += 1) {
      expect(round, "bookings of one day").toBeLessThan(200);
      const slot = offered[(round * 7) % offered.length]!;
      const answer = await book(bot, slot, {
        ...typeAndProduct(wish),
        booker: { ...guest(round), email: `gast${round}@example.com`, dob: "1990-01-01" },
      });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      expect(answer.body).toMatchObject({ start: slot.slotStart, end: slot.slotEnd, slotId: slot.avId });
      booked.push(answer.body);
      const left = await bot.slots(wish);
      const before = new Set(offered.map((one) => one.avId));
      expect(left.filter((one) => !before.has(one.avId))).toEqual([]);
      offered = left;
    }
    return booked;
  }

  it("all massages of a day with two masseurs: after each the right starts are left", async () => {
    const fresh = await startDesk({ files: [PHYSIO.replaceAll("{ Behandlungsraum: 1 }", "{}")] });
    const wish = { appointmentTypeId: "abc1", productId: "prId1", dateTime: "2026-12-03" };
    // Thursday: Max from eight, Hans from noon, both with a break to one; five minutes after each massage.
    const works: Record<string, [from: number, to: number][]> = {
      agId1: [
        [480, 720],
        [780, 1_200],
      ],
      agId2: [[780, 1_200]],
    };
    const taken: Record<string, number[]> = { agId1: [], agId2: [] };
    const isFree = (agent: string, start: number) =>
      (agent !== "agId1" || taken.agId1!.length < 14) &&
      taken[agent]!.every((other) => Math.abs(other - start) >= 35);
    const expected = () => {
      const starts = new Set<number>();
      for (const [agent, runs] of Object.entries(works)) {
        for (const [from, to] of runs) {
          for (let start = from; start + 30 <= to; start += 15) if (isFree(agent, start)) starts.add(start);
        }
      }
      return [...starts].sort((a, b) => a - b);
    };
    const minuteOf = (slot: { slotStart: string }) => {
      const [hour, minute] = slot.slotStart.slice(11, 16).split(":").map(Number);
      return hour! * 60 + minute!;
    };
    let booked = 0;
    for (;;) {
      const offered = await fresh.bot.slots(wish);
      expect(offered.map(minuteOf)).toEqual(expected());
      if (offered.length === 0) break;
      const slot = offered[(booked * 5) % offered.length]!;
      const answer = await book(fresh.bot, slot, { ...typeAndProduct(wish), booker: guest(booked) });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      const start = minuteOf(slot);
      expect(isFree(answer.body.agent.id, start)).toBe(true);
      taken[answer.body.agent.id]!.push(start);
      booked += 1;
    }
    expect(booked).toBeGreaterThan(15);
    await fresh.stop();
  });

  it.each([
    // Past an agent's or product's limit nothing is left; where minutes stay unused, fewer fit.
    { what: "half an hour, two rooms", wish: ["abc1", "prId1", null, "2026-12-03"], least: 20, most: 26 },
    {
      what: "45 minutes, an agent of choice",
      wish: ["abc1", "prId2", "agId1", "2026-12-10"],
      least: 7,
      most: 12,
    },
    { what: "20 minutes, no gaps", wish: ["def2", "prId3", "", "2026-12-02"], least: 41, most: 41 },
    {
      what: "a class of eight, sixteen a day",
      wish: ["ghi3", "prId4", null, "2026-12-01"],
      least: 16,
      most: 16,
    },
  ])("a day of the demo business can be booked out slot by slot: $what", async ({ wish, least, most }) => {
    const [appointmentTypeId, productId, agentId, dateTime] = wish;
    const booked = await bookOut({ appointmentTypeId, productId, agentId, dateTime } as Wish, desk.bot);
    expect(booked.length).toBeGreaterThanOrEqual(least);
    expect(booked.length).toBeLessThanOrEqual(most);
    expect(new Set(booked.map((one) => one.bookingId)).size).toBe(booked.length);
  });

  it("a start that is not offered cannot be booked with an offered slot's id", async () => {
    const bot = await open(desk);
    const [slot] = await slotsOf(bot);
    for (const start of [
      "2026-12-01T09:15:00.000+01:00",
      "2026-12-01T08:30:00.000+01:00",
      "2026-12-02T09:00:00.000+01:00",
    ]) {
      const answer = await book(bot, slot!, { start });
      expect([answer.status, answer.body.code]).toEqual([409, "slot_mismatch"]);
    }
  });

  it("a slot id with any one character changed is unknown", async () => {
    const bot = await open(desk);
    const slot = slotAt(await slotsOf(bot), "10:00");
    for (let at = 0; at < slot.avId.length; at += 1) {
      for (const other of ["A", "b", "-"]) {
        if (slot.avId[at] === other) continue;
        const slotId = slot.avId.slice(0, at) + other + slot.avId.slice(at + 1);
        const answer = await book(bot, slot, { slotId });
        expect([answer.status, answer.body.code], slotId).toEqual([404, "unknown_slot"]);
      }
    }
  });
});

interface Wish {
  readonly appointmentTypeId: string;
  readonly productId: string;
  readonly agentId?: string | null;
  readonly dateTime: string;
}

function typeAndProduct({ appointmentTypeId, productId }: Wish) {
  return { appointmentTypeId, productId };
}

function everyDay(text: string) {
  return Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, [text]]));
}

function hours(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, index) => `${String(from + index).padStart(2, "0")}:00`);
}
