import { describe, expect, it } from "vitest";
import { parseDate, WEEKDAYS, weekdayIndexOf } from "./calendar-date.ts";
import { parseHours } from "./hours-text.ts";
import { TimeZone } from "./time-zone.ts";
import { type WallRange, type WallWeek, WorkingTime, type WorkingTimeRules } from "./working-time.ts";

const zone = TimeZone.named("Europe/Berlin")!;
const NEVER: WallWeek = week([]);

function week(...byDay: string[][]): WallWeek {
  const days = byDay.length === 7 ? byDay : WEEKDAYS.map(() => byDay[0]!);
  return days.map(walls);
}

function walls(hours: readonly string[]): WallRange[] {
  return hours.map((text) => parseHours(text)!);
}

function dates(byDate: Record<string, string[]>): ReadonlyMap<number, readonly WallRange[]> {
  return new Map(Object.entries(byDate).map(([date, hours]) => [parseDate(date)!, walls(hours)]));
}

/** The runs that touch that date, as `begin – end` in local time. */
function runsOn(date: string, rules: Partial<WorkingTimeRules>): string[] {
  const workingTime = new WorkingTime({
    zone,
    overrides: [],
    seasons: [],
    week: NEVER,
    breaks: NEVER,
    isPublicHoliday: () => false,
    ...rules,
  });
  return workingTime.runsOn(parseDate(date)!).map(({ start, end }) => `${local(start)} – ${local(end)}`);
}

function local(minute: number): string {
  return zone.format(minute).slice(0, 16).replace("T", " ");
}

// 2026-06-10 is a Wednesday.
describe("working time on a date", () => {
  it("is the weekly hours of its weekday", () => {
    const rules = { week: week([], [], ["08:00-12:00", "14:00-18:00"], [], [], [], []) };
    expect(runsOn("2026-06-10", rules)).toEqual([
      "2026-06-10 08:00 – 2026-06-10 12:00",
      "2026-06-10 14:00 – 2026-06-10 18:00",
    ]);
    expect(runsOn("2026-06-11", rules)).toEqual([]);
  });

  it("is the hours of the first season that holds it", () => {
    const season = (from: string, to: string, hours: string) => ({
      firstDay: parseDate(from)!,
      lastDay: parseDate(to)!,
      week: week([hours]),
    });
    const rules = {
      week: week(["08:00-18:00"]),
      seasons: [
        season("2026-06-09", "2026-06-10", "07:00-13:00"),
        season("2026-06-10", "2026-06-11", "09:00-10:00"),
      ],
    };
    expect(runsOn("2026-06-08", rules)).toEqual(["2026-06-08 08:00 – 2026-06-08 18:00"]);
    expect(runsOn("2026-06-09", rules)).toEqual(["2026-06-09 07:00 – 2026-06-09 13:00"]);
    expect(runsOn("2026-06-10", rules)).toEqual(["2026-06-10 07:00 – 2026-06-10 13:00"]);
    expect(runsOn("2026-06-11", rules)).toEqual(["2026-06-11 09:00 – 2026-06-11 10:00"]);
    expect(runsOn("2026-06-12", rules)).toEqual(["2026-06-12 08:00 – 2026-06-12 18:00"]);
  });

  it("is none on a public holiday", () => {
    const holiday = parseDate("2026-06-10");
    const rules = { week: week(["08:00-18:00"]), isPublicHoliday: (day: number) => day === holiday };
    expect(runsOn("2026-06-10", rules)).toEqual([]);
    expect(runsOn("2026-06-11", rules)).toHaveLength(1);
  });

  it("is the date's override, which replaces hours and breaks", () => {
    const rules = {
      week: week(["08:00-18:00"]),
      breaks: week(["12:00-13:00"]),
      overrides: [dates({ "2026-06-10": ["10:00-14:00"] })],
    };
    expect(runsOn("2026-06-10", rules)).toEqual(["2026-06-10 10:00 – 2026-06-10 14:00"]);
  });

  it("is none when the override is empty", () => {
    const rules = { week: week(["08:00-18:00"]), overrides: [dates({ "2026-06-10": [] })] };
    expect(runsOn("2026-06-10", rules)).toEqual([]);
  });

  it("is the first of several overrides", () => {
    const overrides = [
      dates({ "2026-06-10": ["09:00-10:00"] }),
      dates({ "2026-06-10": [], "2026-06-11": [] }),
    ];
    const rules = { week: week(["08:00-18:00"]), overrides };
    expect(runsOn("2026-06-10", rules)).toEqual(["2026-06-10 09:00 – 2026-06-10 10:00"]);
    expect(runsOn("2026-06-11", rules)).toEqual([]);
  });

  it("is what an override opens on a public holiday", () => {
    const rules = { isPublicHoliday: () => true, overrides: [dates({ "2026-06-10": ["10:00-12:00"] })] };
    expect(runsOn("2026-06-10", rules)).toEqual(["2026-06-10 10:00 – 2026-06-10 12:00"]);
  });
});

describe("hours", () => {
  it("that touch or overlap are one", () => {
    const rules = { week: week(["08:00-12:00", "12:00-14:00", "13:00-15:00"]) };
    expect(runsOn("2026-06-10", rules)).toEqual(["2026-06-10 08:00 – 2026-06-10 15:00"]);
  });

  it("end with the day at 24:00", () => {
    const rules = { week: week([], [], ["20:00-24:00"], [], [], [], []) };
    expect(runsOn("2026-06-10", rules)).toEqual(["2026-06-10 20:00 – 2026-06-11 00:00"]);
    expect(runsOn("2026-06-11", rules)).toEqual([]);
  });

  it("belong to the date on which they open, and reach into the next one", () => {
    const rules = { week: week([], [], ["22:00-06:00"], [], [], [], []) };
    const night = ["2026-06-10 22:00 – 2026-06-11 06:00"];
    expect(runsOn("2026-06-10", rules)).toEqual(night);
    expect(runsOn("2026-06-11", rules)).toEqual(night);
  });

  it("of the day before go on into a date that is closed", () => {
    const rules = { week: week(["22:00-06:00"]), overrides: [dates({ "2026-06-11": [] })] };
    expect(runsOn("2026-06-11", rules)).toEqual(["2026-06-10 22:00 – 2026-06-11 06:00"]);
  });

  it("are one with those of the next day that they touch", () => {
    const rules = { week: week([], [], ["22:00-06:00"], ["06:00-08:00"], [], [], []) };
    expect(runsOn("2026-06-11", rules)).toEqual(["2026-06-10 22:00 – 2026-06-11 08:00"]);
  });

  it("that end where they start last a day", () => {
    const rules = { week: week([], [], ["08:00-08:00"], [], [], [], []) };
    expect(runsOn("2026-06-11", rules)).toEqual(["2026-06-10 08:00 – 2026-06-11 08:00"]);
  });
});

describe("a break", () => {
  it("cuts one interval into two", () => {
    const rules = { week: week(["08:00-18:00"]), breaks: week(["12:00-13:00"]) };
    expect(runsOn("2026-06-10", rules)).toEqual([
      "2026-06-10 08:00 – 2026-06-10 12:00",
      "2026-06-10 13:00 – 2026-06-10 18:00",
    ]);
  });

  it("cuts the night shift of the day before, also on a public holiday", () => {
    const rules = {
      week: week([], [], ["22:00-06:00"], [], [], [], []),
      breaks: week(["02:00-03:00"]),
      isPublicHoliday: (day: number) => day === parseDate("2026-06-11"),
    };
    expect(runsOn("2026-06-11", rules)).toEqual([
      "2026-06-10 22:00 – 2026-06-11 02:00",
      "2026-06-11 03:00 – 2026-06-11 06:00",
    ]);
  });

  it("across midnight ends on the next day", () => {
    const rules = { week: week(["20:00-04:00"]), breaks: week(["23:30-00:30"]) };
    expect(runsOn("2026-06-10", rules)).toEqual([
      "2026-06-10 00:30 – 2026-06-10 04:00",
      "2026-06-10 20:00 – 2026-06-10 23:30",
    ]);
  });

  it("does not cut the override of the next day that it reaches into", () => {
    const rules = {
      week: week(["20:00-24:00"]),
      breaks: week(["23:00-02:00"]),
      overrides: [dates({ "2026-06-11": ["01:00-05:00"] })],
    };
    expect(runsOn("2026-06-11", rules)).toEqual(["2026-06-11 01:00 – 2026-06-11 05:00"]);
  });
});

describe("working around the clock", () => {
  const AROUND_THE_CLOCK = week(["00:00-24:00"]);

  it("counts from where it began, when that is not long ago", () => {
    const rules = {
      week: AROUND_THE_CLOCK,
      overrides: [dates({ "2026-06-01": ["00:00-07:10"], "2026-06-02": [] })],
    };
    for (const date of ["2026-06-03", "2026-06-10", "2026-07-01", "2026-07-08"]) {
      expect(runsOn(date, rules)[0]).toMatch(/^2026-06-03 00:00 – /);
    }
  });

  it("counts from Monday 00:00 when it began long ago", () => {
    const rules = { week: AROUND_THE_CLOCK };
    expect(weekdayIndexOf(parseDate("2026-06-08")!)).toBe(0);
    for (const date of ["2026-06-08", "2026-06-10", "2026-06-14"]) {
      expect(runsOn(date, rules)[0]).toMatch(/^2026-06-08 00:00 – /);
    }
    expect(runsOn("2026-06-15", rules)[0]).toMatch(/^2026-06-15 00:00 – /);
  });

  it("changes from the one to the other 36 days after it began", () => {
    const rules = { week: AROUND_THE_CLOCK, overrides: [dates({ "2026-06-02": [] })] };
    expect(runsOn("2026-07-08", rules)[0]).toMatch(/^2026-06-03 00:00 – /);
    expect(runsOn("2026-07-09", rules)[0]).toMatch(/^2026-07-06 00:00 – /);
  });

  it("holds every appointment of a day's length", () => {
    const [run] = runsOn("2026-06-10", { week: AROUND_THE_CLOCK });
    expect(run!.split(" – ")[1]! >= "2026-06-12 00:00").toBe(true);
  });
});

describe("the rule of a day", () => {
  it("is the first that applies: override, public holiday, season, weekly hours", () => {
    const day = (date: string) => parseDate(date)!;
    const workingTime = new WorkingTime({
      zone,
      overrides: [dates({ "2026-06-10": [] })],
      seasons: [{ firstDay: day("2026-06-10"), lastDay: day("2026-06-12"), week: NEVER }],
      week: NEVER,
      breaks: NEVER,
      isPublicHoliday: (one) => one === day("2026-06-10") || one === day("2026-06-11"),
    });
    const days = ["2026-06-10", "2026-06-11", "2026-06-12", "2026-06-13"].map(day);
    expect(days.map((one) => workingTime.ruleOn(one))).toEqual([
      "override",
      "public_holiday",
      "season",
      "weekly_hours",
    ]);
  });
});

describe("an answer", () => {
  it("is the same when it is asked for again, in any order", () => {
    const workingTime = new WorkingTime({
      zone,
      overrides: [],
      seasons: [],
      week: week(["22:00-06:00"]),
      breaks: NEVER,
      isPublicHoliday: () => false,
    });
    const days = Array.from({ length: 900 }, (_, index) => parseDate("2026-01-01")! + index);
    const once = days.map((day) => workingTime.runsOn(day));
    const again = days.toReversed().map((day) => workingTime.runsOn(day));
    expect(again.toReversed()).toEqual(once);
  });
});
