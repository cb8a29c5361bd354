import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  ANNA,
  book,
  clockOf,
  type Entity,
  guest,
  MASSAGE,
  mustBook,
  offering,
  open,
  openAccount,
  slotAt,
  slotsOf,
  TUESDAY,
} from "../fixtures/studio.ts";
import { type DeskUnderTest, MONDAY_MORNING, startDesk } from "../harness/desk-under-test.ts";
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

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"];
/** A practice that is open all day, Monday to Friday, with one masseur and a slot every half hour. */
const practice = (changes: Partial<Entity> = {}): Partial<Entity> => ({
  hours: Object.fromEntries(WEEKDAYS.map((day) => [day, ["08:00-18:00"]])),
  agents: [ANNA],
  ...offering({}, ["anna"]),
  ...changes,
});
const ALL_HOURS = Object.fromEntries([...WEEKDAYS, "sat", "sun"].map((day) => [day, ["00:00-24:00"]]));

const dateOf = (slot: WireSlot) => slot.slotStart.slice(0, 10);
const datesOf = (slots: readonly WireSlot[]) => [...new Set(slots.map(dateOf))];
const clocksOf = (slots: readonly WireSlot[]) => slots.map(clockOf);
const isSorted = (slots: readonly WireSlot[]) => {
  const starts = slots.map((slot) => Date.parse(slot.slotStart));
  return starts.every((start, index) => index === 0 || starts[index - 1]! < start);
};

async function ask(bot: WebhookClient, dateTime: string, members: object = {}) {
  const { status, headers, body } = await bot.call("getSlots", { ...MASSAGE, dateTime, ...members });
  expect(status, JSON.stringify(body)).toBe(200);
  return {
    slots: body as WireSlot[],
    understood: decodeURIComponent(headers.get("slotline-understood") ?? ""),
    ambiguous: (headers.get("slotline-ambiguous") ?? "").split(", ").map(decodeURIComponent),
  };
}

describe("a caller's words, as the bot heard them", () => {
  it("are answered with the slots that are meant, and with what was understood in a header", async () => {
    const bot = await open(desk, practice());
    const words = "ähm geht's vielleicht nächsten dienstag am nachmittag so ab halb drei";
    const { slots, understood } = await ask(bot, words);
    expect(datesOf(slots)).toHaveLength(1);
    expect(["2026-12-01", "2026-12-08"]).toContain(datesOf(slots)[0]);
    expect(clocksOf(slots)[0]).toBe("14:30");
    for (const slot of slots) expect(clockOf(slot) >= "14:30" && clockOf(slot) < "18:00").toBe(true);
    expect(understood).toMatch(/^Dienstag, \d\. Dezember.*14:30/);
  });

  it("of a named day with nothing free are answered with an empty list", async () => {
    const bot = await open(desk, practice());
    expect((await ask(bot, "am sonntag")).slots).toEqual([]);
    expect((await ask(bot, "dienstag")).slots).toHaveLength(20);
    expect((await ask(bot, "dienstag um drei uhr nachts")).slots).toEqual([]);
  });

  it("that name two days are answered with both, whole", async () => {
    const bot = await open(desk, practice());
    const { slots } = await ask(bot, "dienstag oder donnerstag");
    expect(datesOf(slots)).toEqual(["2026-12-01", "2026-12-03"]);
    expect(slots).toHaveLength(40);
  });

  it("without am or pm mean the hours in which somebody works", async () => {
    const bot = await open(desk, practice());
    expect(clocksOf((await ask(bot, "morgen zwischen zwei und vier")).slots)).toEqual([
      "14:00",
      "14:30",
      "15:00",
      "15:30",
    ]);
    const night = await open(desk, practice({ hours: { tue: ["00:00-06:00"] } }));
    expect(clocksOf((await ask(night, "morgen zwischen zwei und vier")).slots)).toEqual([
      "02:00",
      "02:30",
      "03:00",
      "03:30",
    ]);
  });

  it("are understood in the other language too, and told in the entity's", async () => {
    const bot = await open(desk, practice({ language: "en" }));
    const { slots, understood } = await ask(bot, "tomorrow afternoon from half past two");
    expect(datesOf(slots)).toEqual([TUESDAY]);
    expect(clocksOf(slots)[0]).toBe("14:30");
    expect(understood).toContain("Tuesday");
    expect(datesOf((await ask(bot, "übermorgen")).slots)).toEqual(["2026-12-02"]);
  });

  it.each([
    ["nach 17 uhr", "täglich ab 17:00 Uhr"],
    ["dienstags und donnerstags ab drei", "dienstags und donnerstags ab 15:00 Uhr"],
  ])("that name no day of the calendar are told with their hours: %s", async (words, told) => {
    const bot = await open(desk, practice());
    expect((await ask(bot, words)).understood).toBe(told);
  });

  it("that are vague find the starts nearby", async () => {
    const bot = await open(desk, practice());
    desk.clock.now = MONDAY_MORNING + 13 * 60_000;
    expect(clocksOf((await ask(bot, "morgen kurz nach neun")).slots)).toEqual(["09:00"]);
    expect(clocksOf((await ask(bot, "morgen gegen neun")).slots)).toEqual(["08:30", "09:00"]);
    expect((await ask(bot, "in einer stunde")).slots).toHaveLength(2);
    expect((await ask(bot, "jetzt")).slots.length).toBeGreaterThanOrEqual(3);
  });

  it("are told in pure ASCII", async () => {
    const bot = await open(desk, practice());
    const { headers } = await bot.call("getSlots", { ...MASSAGE, dateTime: "samstag früh oder im märz" });
    for (const [, value] of headers) expect(value).toMatch(/^[ -~]*$/);
  });

  it("leave dates and timestamps as they are: nothing is told about them", async () => {
    const bot = await open(desk, practice());
    for (const dateTime of [TUESDAY, "2026-12-01T09:00:00.000+01:00"]) {
      const { headers } = await bot.call("getSlots", { ...MASSAGE, dateTime });
      expect(headers.get("slotline-understood")).toBeNull();
    }
  });
});

describe("an open wish", () => {
  it("for the soonest is answered with the first days that have three starts together", async () => {
    const bot = await open(
      desk,
      practice({ overrides: { "2026-11-30": ["08:00-08:30"], [TUESDAY]: ["09:00-09:30"] } }),
    );
    const { slots } = await ask(bot, "so früh wie möglich");
    expect(datesOf(slots)).toEqual(["2026-11-30", "2026-12-01", "2026-12-02"]);
    expect(slots).toHaveLength(1 + 1 + 20);
  });

  it("from a day on begins on that day", async () => {
    const bot = await open(desk, practice());
    const { slots } = await ask(bot, "ab mittwoch");
    expect(datesOf(slots)).toEqual(["2026-12-02"]);
  });

  it("for a week is answered with three of its days", async () => {
    const bot = await open(desk, practice({ overrides: { "2026-12-07": [] } }));
    const { slots } = await ask(bot, "nächste woche");
    expect(datesOf(slots)).toEqual(["2026-12-08", "2026-12-09", "2026-12-10"]);
    expect(isSorted(slots)).toBe(true);
  });

  it("walks on over months without a free day, and ends at the horizon", async () => {
    const closures = [{ start: "2026-11-30T00:00", end: "2027-03-01T00:00" }];
    const bot = await open(desk, practice({ closures, horizonDays: 100 }));
    expect(datesOf((await ask(bot, "so früh wie möglich")).slots)).toEqual(["2027-03-01"]);
    const short = await open(desk, practice({ closures, horizonDays: 80 }));
    expect((await ask(short, "so früh wie möglich")).slots).toEqual([]);
  });
});

describe("a time that cannot be used is refused, never guessed", () => {
  it.each([
    ["blau", /^An welchem Tag möchten Sie kommen\? Zum Beispiel nächsten Dienstag oder am 3\. Dezember\.$/],
    ["am 31. februar", /^Dieses Datum gibt es leider nicht\. An welchem Tag/],
    ["gestern", /^Das ist leider schon vorbei\. An welchem Tag/],
  ])("%s", async (dateTime, speech) => {
    const bot = await open(desk, practice());
    const { status, headers, body } = await bot.call("getSlots", { ...MASSAGE, dateTime });
    expect([status, body.code, body.issues[0].path]).toEqual([422, "invalid_request", "dateTime"]);
    expect(body.speech).toMatch(speech);
    expect(body).not.toHaveProperty("time");
    expect(headers.get("slotline-understood")).toBeNull();
  });

  it("in English", async () => {
    const bot = await open(desk, practice({ language: "en" }));
    const { body } = await bot.call("getSlots", { ...MASSAGE, dateTime: "february 31st" });
    expect(body.speech).toMatch(/^I am sorry, there is no such date\. Which day would you like to come\?/);
  });
});

describe("what an entity means by its words", () => {
  it("is what getSlots goes by: hours of an afternoon, which Tuesday the next one is", async () => {
    const usual = await open(desk, practice());
    expect(clocksOf((await ask(usual, "morgen nachmittag")).slots)[0]).toBe("12:00");
    expect(datesOf((await ask(usual, "nächsten dienstag")).slots)).toEqual(["2026-12-08"]);
    const timeWords = { parts: { afternoon: "14:00-16:00" }, nextWeekday: "coming" } as const;
    const own = await open(desk, practice({ timeWords }));
    const clocks = clocksOf((await ask(own, "morgen nachmittag")).slots);
    expect([clocks[0], clocks.at(-1)]).toEqual(["14:00", "15:30"]);
    expect(datesOf((await ask(own, "nächsten dienstag")).slots)).toEqual(["2026-12-01"]);
  });

  it("is also until when they work, and what shortly is", async () => {
    const timeWords = { work: "09:00-15:00", shortlyMinutes: 60 } as const;
    const own = await open(desk, practice({ timeWords }));
    expect(clocksOf((await ask(own, "morgen nach der arbeit")).slots)[0]).toBe("15:00");
    expect(clocksOf((await ask(own, "morgen kurz nach zehn")).slots).at(-1)).toBe("10:30");
  });

  it("is told about: the reading that was not chosen", async () => {
    const bot = await open(desk, practice());
    const { understood, ambiguous } = await ask(bot, "nächsten dienstag");
    expect(understood).toBe("Dienstag, 8. Dezember");
    expect(ambiguous).toEqual(["Dienstag, 1. Dezember"]);
  });
});

describe("with a booking to refer to", () => {
  it("later, earlier and the day after are counted from it, and its own time is free", async () => {
    const bot = await open(desk, practice());
    const { bookingId } = await mustBook(bot, slotAt(await slotsOf(bot), "10:00"));
    expect(clocksOf(await slotsOf(bot))).not.toContain("10:00");
    expect(clocksOf(await slotsOf(bot, { bookingId }))).toContain("10:00");
    const later = (await ask(bot, "später als mein termin", { bookingId })).slots;
    expect(later.length).toBeGreaterThan(0);
    for (const slot of later) expect(slot.slotStart > "2026-12-01T10:00").toBe(true);
    const after = (await ask(bot, "am tag danach", { bookingId })).slots;
    expect(datesOf(after)).toEqual(["2026-12-02"]);
  });

  it("what is offered can be moved to, its own start as well", async () => {
    const bot = await open(desk, practice());
    const booked = await mustBook(bot, slotAt(await slotsOf(bot), "10:00"));
    const { bookingId, slotId: slotIdOld } = booked;
    const offered = slotAt(await slotsOf(bot, { bookingId }), "10:30");
    const wish = { bookingId, slotIdOld, slotIdNew: offered.avId, start: offered.slotStart };
    expect(await bot.call("modifyAppointment", wish)).toMatchObject({ status: 200 });
  });

  it("one that the key does not reach is unknown", async () => {
    const bot = await open(desk, practice());
    const other = await open(desk, practice());
    const { bookingId } = await mustBook(other, slotAt(await slotsOf(other), "10:00"));
    for (const dateTime of [TUESDAY, "später"]) {
      const { status, body } = await bot.call("getSlots", { ...MASSAGE, dateTime, bookingId });
      expect([status, body.code]).toEqual([404, "unknown_booking"]);
    }
  });
});

describe("a key with maxSlots", () => {
  it("gets so many, spread over the day, beginning with the soonest", async () => {
    const account = await openAccount(desk, practice());
    const bot = await desk.botOf(account, { maxSlots: 3 });
    expect(clocksOf(await slotsOf(bot))).toEqual(["08:00", "12:30", "17:30"]);
    expect(datesOf((await ask(bot, "nächste woche")).slots)).toEqual([
      "2026-12-07",
      "2026-12-08",
      "2026-12-09",
    ]);
    const all = await slotsOf(await desk.botOf(account));
    const one = await slotsOf(await desk.botOf(account, { maxSlots: 1 }));
    expect([all.length, one]).toEqual([20, [all[0]]]);
  });

  it.each([
    ["so früh wie möglich", "2026-11-30"],
    ["jetzt", "2026-11-30"],
    ["frühestens mittwoch", "2026-12-02"],
    ["frühestens um drei", "2026-11-30"],
    ["nächste woche so früh wie möglich", "2026-12-07"],
    ["as soon as possible", "2026-11-30"],
  ])("gets the soonest ones and no others for %s", async (words, day) => {
    const bot = await desk.botOf(await openAccount(desk, practice()), { maxSlots: 3 });
    const all = await desk.botOf(await openAccount(desk, practice()));
    const { slots } = await ask(bot, words);
    expect(datesOf(slots)).toEqual([day]);
    expect(clocksOf(slots)).toEqual(clocksOf((await ask(all, words)).slots).slice(0, 3));
  });

  it.each([
    ["ab mittwoch", ["08:00", "12:30", "17:30"]],
    ["egal wann", ["08:00", "12:30", "17:30"]],
  ])("gets a choice of an open wish that is not in a hurry: %s", async (words, clocks) => {
    const bot = await desk.botOf(await openAccount(desk, practice()), { maxSlots: 3 });
    expect(clocksOf((await ask(bot, words)).slots)).toEqual(clocks);
  });

  it("gets as many as there are where there are fewer", async () => {
    const account = await openAccount(desk, practice({ hours: { tue: ["08:00-09:00"] } }));
    const bot = await desk.botOf(account, { maxSlots: 3 });
    expect(clocksOf(await slotsOf(bot))).toEqual(["08:00", "08:30"]);
  });
});

describe("days on which clocks change", () => {
  it.each([
    ["am 28. märz", "2027-03-28", 23],
    ["am 31. oktober", "2027-10-31", 25],
  ])("%s has all its hours", async (words, date, hours) => {
    const bot = await open(desk, {
      hours: ALL_HOURS,
      horizonDays: 400,
      ...offering({ durationMinutes: 60 }),
    });
    desk.clock.now = Date.parse("2027-01-04T08:00:00+01:00");
    const { slots } = await ask(bot, words);
    expect(datesOf(slots)).toEqual([date]);
    expect(slots).toHaveLength(hours);
    expect(slots).toEqual(await slotsOf(bot, { dateTime: date }));
  });

  it("a bound inside the missing hour is the hour after it", async () => {
    const bot = await open(desk, {
      hours: ALL_HOURS,
      horizonDays: 400,
      ...offering({ durationMinutes: 60 }),
    });
    desk.clock.now = Date.parse("2027-01-04T08:00:00+01:00");
    const { slots } = await ask(bot, "am 28. märz ab 02:30 uhr");
    expect(slots[0]!.slotStart).toBe("2027-03-28T04:00:00.000+02:00");
  });
});

describe("whatever the words", () => {
  const PHRASES = [
    "heute",
    "heute nachmittag",
    "morgen früh",
    "übermorgen ab drei",
    "dienstag oder freitag",
    "am 4. dezember vormittags",
    "nächste woche nachmittags",
    "so früh wie möglich",
    "egal wann",
    "in zwei wochen",
    "bis freitag",
    "jeden tag außer mittwoch",
    "nach 16 uhr",
    "tomorrow at noon",
    "next week",
    "asap",
  ];

  it("what is offered is sorted, to come, and can be booked", async () => {
    const bot = await open(
      desk,
      practice({ minNoticeMinutes: 30, ...offering({ durationMinutes: 45 }, ["anna"]) }),
    );
    const moments = fc
      .integer({ min: 0, max: 4 * 1_440 })
      .map((minutes) => MONDAY_MORNING + minutes * 60_000);
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...PHRASES), moments, fc.nat(), async (words, now, pick) => {
        desk.clock.now = now;
        const { status, body } = await bot.call("getSlots", { ...MASSAGE, dateTime: words });
        // "Heute früh" is over at noon, and "until Friday" on Saturday: said so, and nothing is offered.
        if (status === 422) {
          expect(body.speech).toContain("vorbei");
          return;
        }
        const slots = body as WireSlot[];
        expect(isSorted(slots)).toBe(true);
        for (const slot of slots)
          expect(Date.parse(slot.slotStart)).toBeGreaterThanOrEqual(now + 30 * 60_000);
        if (slots.length === 0) return;
        number += 1;
        const slot = slots[pick % slots.length]!;
        const answer = await book(bot, slot, { booker: guest(number) });
        expect(answer.status, `${words}: ${JSON.stringify(answer.body)}`).toBe(200);
      }),
      { numRuns: 40 },
    );
    expect(number).toBeGreaterThan(10);
  });
});
