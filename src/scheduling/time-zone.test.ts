import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOfPlainDate, parseDate } from "./calendar-date.ts";
import { clock, parseLocalDateTime, TimeZone } from "./time-zone.ts";

const FIRST_MINUTE = Date.parse("2024-01-01T00:00Z") / 60_000;
const LAST_MINUTE = Date.parse("2030-12-31T23:59Z") / 60_000;

/** The same for every zone, so that a failure comes again. */
const RANDOM_MINUTES = fc.sample(fc.integer({ min: FIRST_MINUTE, max: LAST_MINUTE }), {
  numRuns: 120,
  seed: 2024,
});

/** The minutes before and after each change of the clocks. */
function minutesNearChanges(name: string): number[] {
  const minutes: number[] = [];
  let at: Temporal.ZonedDateTime | null = zonedAt(FIRST_MINUTE, name);
  for (;;) {
    at = at.getTimeZoneTransition("next");
    if (at === null) return minutes;
    const change = at.epochMilliseconds / 60_000;
    if (change > LAST_MINUTE) return minutes;
    for (const offset of [-1_441, -61, -1, 0, 1, 29, 59, 60, 1_439]) minutes.push(change + offset);
  }
}

function zonedAt(minute: number, name: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(name);
}

function minuteOf(zoned: Temporal.ZonedDateTime): number {
  return zoned.epochMilliseconds / 60_000;
}

describe("every time zone that this machine knows, from 2024 to 2030", () => {
  const names = Intl.supportedValuesOf("timeZone");
  const samples = names.map((name) => ({ name, minutes: [...RANDOM_MINUTES, ...minutesNearChanges(name)] }));

  it("formats an instant as Temporal does", () => {
    for (const { name, minutes } of samples) {
      const zone = TimeZone.named(name)!;
      for (const minute of minutes) {
        const expected = zonedAt(minute, name).toString({ fractionalSecondDigits: 3, timeZoneName: "never" });
        if (zone.format(minute) !== expected)
          expect(`${name} ${zone.format(minute)}`).toBe(`${name} ${expected}`);
      }
    }
  });

  it("knows date, offset and beginning of the day as Temporal does", () => {
    for (const { name, minutes } of samples) {
      const zone = TimeZone.named(name)!;
      for (const minute of minutes) {
        const zoned = zonedAt(minute, name);
        const day = dayOfPlainDate(zoned.toPlainDate());
        const start = minuteOf(zoned.startOfDay());
        const offset = zoned.offsetNanoseconds / 60e9;
        const answer = [zone.dayOf(minute), zone.offsetAt(minute), zone.startOf(day)];
        if (answer.join() !== [day, offset, start].join()) {
          expect({ name, minute, answer }).toEqual({ name, minute, answer: [day, offset, start] });
        }
      }
    }
  });

  it("finds the instant of a wall-clock time as Temporal's compatible disambiguation does", () => {
    for (const { name, minutes } of samples) {
      const zone = TimeZone.named(name)!;
      for (const [index, minute] of minutes.entries()) {
        const date = zonedAt(minute, name).toPlainDate();
        // All quarters of the day come up, and the small hours of each change.
        const minuteOfDay = ((index % 2 === 0 ? minute : index * 15) % 1_440) | 0;
        const time = Temporal.PlainTime.from(clock(minuteOfDay));
        const expected = minuteOf(date.toZonedDateTime({ timeZone: name, plainTime: time }));
        const answer = zone.instantAt(dayOfPlainDate(date), minuteOfDay);
        if (answer !== expected)
          expect({ name, minute, minuteOfDay, answer }).toMatchObject({ answer: expected });
      }
    }
  });
});

describe("a time zone's name", () => {
  it("may be written in any case, and is kept as IANA writes it", () => {
    expect(TimeZone.named("europe/BERLIN")?.name).toBe("Europe/Berlin");
    expect(TimeZone.named("europe/berlin")).toBe(TimeZone.named("Europe/Berlin"));
  });

  it.each(["", "Europe/Atlantis", "+01:00", "Berlin", "Europe/Berlin "])("is not %j", (name) => {
    expect(TimeZone.named(name)).toBeUndefined();
  });
});

describe("wall-clock times", () => {
  const berlin = TimeZone.named("Europe/Berlin")!;
  const at = (date: string, minuteOfDay: number) =>
    berlin.format(berlin.instantAt(parseDate(date)!, minuteOfDay));

  it("move forward by the gap inside a gap", () => {
    expect(at("2026-03-29", 150)).toBe("2026-03-29T03:30:00.000+02:00");
  });

  it("mean the first occurrence in an overlap", () => {
    expect(at("2026-10-25", 150)).toBe("2026-10-25T02:30:00.000+02:00");
  });

  it("end the day at 24:00", () => {
    expect(at("2026-10-25", 1_440)).toBe("2026-10-26T00:00:00.000+01:00");
  });

  it("are read from local date-times", () => {
    expect(berlin.format(parseLocalDateTime("2026-12-07T08:15", berlin)!)).toBe(
      "2026-12-07T08:15:00.000+01:00",
    );
    expect(berlin.format(parseLocalDateTime("2026-03-29T02:30", berlin)!)).toBe(
      "2026-03-29T03:30:00.000+02:00",
    );
  });

  it.each(["", "2026-12-07", "2026-12-07 08:15", "2026-02-30T00:00", "2026-12-07T25:00", "soon"])(
    "are not read from %j",
    (text) => {
      expect(parseLocalDateTime(text, berlin)).toBeUndefined();
    },
  );
});

describe("an answer", () => {
  it("does not depend on what was asked before", () => {
    const zone = TimeZone.named("Australia/Lord_Howe")!;
    const minutes = [...minutesNearChanges("Australia/Lord_Howe"), ...RANDOM_MINUTES];
    const forward = minutes.map((minute) => zone.format(minute));
    const backward = minutes.toReversed().map((minute) => zone.format(minute));
    expect(backward.toReversed()).toEqual(forward);
  });

  it("is the same after more days than are remembered", () => {
    const zone = TimeZone.named("Europe/Paris")!;
    const before = zone.format(FIRST_MINUTE);
    for (let day = 0; day < 5_000; day += 1) zone.startOf(day);
    expect(zone.format(FIRST_MINUTE)).toBe(before);
  });
});
