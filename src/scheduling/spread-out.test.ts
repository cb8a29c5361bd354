import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDate } from "./calendar-date.ts";
import type { Minute } from "./range.ts";
import { spreadOut } from "./spread-out.ts";
import { TimeZone } from "./time-zone.ts";

const BERLIN = TimeZone.named("Europe/Berlin")!;
const MONDAY = parseDate("2026-12-07")!;

/** Every half hour of that day from eight to five. */
const day = (offset: number, from = 8 * 60, to = 17 * 60 + 30): Minute[] => {
  const starts: Minute[] = [];
  for (let minute = from; minute <= to; minute += 30) starts.push(BERLIN.instantAt(MONDAY + offset, minute));
  return starts;
};
const told = (starts: readonly Minute[]) => starts.map((start) => BERLIN.format(start).slice(5, 16));

describe("a few starts out of many", () => {
  it("of one day: the soonest, and from each part of the day one that is far from the others", () => {
    expect(told(spreadOut(day(0), 3, BERLIN))).toEqual(["12-07T08:00", "12-07T12:30", "12-07T17:30"]);
  });

  it("of a morning: its beginning, its middle and its end", () => {
    expect(told(spreadOut(day(0, 8 * 60, 11 * 60), 3, BERLIN))).toEqual([
      "12-07T08:00",
      "12-07T09:30",
      "12-07T11:00",
    ]);
  });

  it("of three days: one of each, each at another part of the day", () => {
    expect(told(spreadOut([...day(0), ...day(1), ...day(2)], 3, BERLIN))).toEqual([
      "12-07T08:00",
      "12-08T12:30",
      "12-09T17:30",
    ]);
  });

  it("of a day with one start and a full one: both days are there", () => {
    const starts = [...day(0, 600, 600), ...day(1)];
    expect(told(spreadOut(starts, 2, BERLIN))).toEqual(["12-07T10:00", "12-08T17:30"]);
  });

  it("just one is the soonest", () => {
    expect(told(spreadOut(day(0), 1, BERLIN))).toEqual(["12-07T08:00"]);
  });

  it("a list that is short enough comes back as it is", () => {
    const starts = day(0, 480, 540);
    expect(spreadOut(starts, 3, BERLIN)).toBe(starts);
  });
});

const manyStarts = fc
  .uniqueArray(fc.integer({ min: 0, max: 20 * 1_440 }), { maxLength: 120 })
  .map((minutes) => minutes.map((minute) => BERLIN.startOf(MONDAY) + minute).sort((a, b) => a - b));

it("is a sorted subset of as many as there can be, begins with the soonest, and never differs", () => {
  fc.assert(
    fc.property(manyStarts, fc.integer({ min: 1, max: 20 }), (starts, most) => {
      const few = spreadOut(starts, most, BERLIN);
      expect(few).toHaveLength(Math.min(most, starts.length));
      expect([...few].sort((a, b) => a - b)).toEqual(few);
      expect(new Set(few).size).toBe(few.length);
      for (const start of few) expect(starts).toContain(start);
      expect(few[0]).toBe(starts[0]);
      expect(spreadOut([...starts], most, BERLIN)).toEqual(few);
    }),
  );
});

it("is of as many days as there can be", () => {
  fc.assert(
    fc.property(manyStarts, fc.integer({ min: 1, max: 20 }), (starts, most) => {
      const daysOf = (some: readonly Minute[]) => new Set(some.map((start) => BERLIN.dayOf(start))).size;
      expect(daysOf(spreadOut(starts, most, BERLIN))).toBe(Math.min(most, daysOf(starts)));
    }),
  );
});
