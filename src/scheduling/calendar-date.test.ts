import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dayOfPlainDate,
  formatDate,
  parseDate,
  plainDateOf,
  WEEKDAYS,
  weekdayIndexOf,
  yearOf,
} from "./calendar-date.ts";

/** From the year 1 to 9999: what four digits can say. */
const days = fc.integer({ min: -719_162, max: 2_932_896 });

describe("a day", () => {
  it("counts from 1970-01-01", () => {
    expect(parseDate("1970-01-01")).toBe(0);
    expect(parseDate("1969-12-31")).toBe(-1);
    expect(parseDate("2026-12-24")).toBe(20_811);
  });

  it("is the same date to Temporal in every year of four digits", () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = new Temporal.PlainDate(1970, 1, 1).add({ days: day });
        expect(formatDate(day)).toBe(date.toString());
        expect(plainDateOf(day).equals(date)).toBe(true);
        expect(dayOfPlainDate(date)).toBe(day);
        expect(parseDate(date.toString())).toBe(day);
        expect(yearOf(day)).toBe(date.year);
        expect(weekdayIndexOf(day)).toBe(date.dayOfWeek - 1);
      }),
      { numRuns: 2_000 },
    );
  });

  it("has the weekday of the calendar on the wall", () => {
    expect(WEEKDAYS[weekdayIndexOf(parseDate("2026-12-24")!)]).toBe("thu");
    expect(WEEKDAYS[weekdayIndexOf(parseDate("2027-01-03")!)]).toBe("sun");
  });

  it.each([
    "",
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "26-01-01",
    "2026-01-01T00:00",
    " 2026-01-01",
  ])("is not in %j", (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
});
