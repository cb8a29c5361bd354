import { expect, it } from "vitest";
import type { Agent, Business } from "../scheduling/business.ts";
import { parseDate } from "../scheduling/calendar-date.ts";
import { TimeZone } from "../scheduling/time-zone.ts";
import { type WallRange, WorkingTime } from "../scheduling/working-time.ts";
import { openingHours } from "./opening-hours.ts";

const zone = TimeZone.named("Europe/Berlin")!;
const business = { zone } as Business;
const TUESDAY = parseDate("2026-12-01")!;

/** Somebody who works these hours on every day of the week. */
const working = (...hours: WallRange[]): Agent => {
  const week = Array.from({ length: 7 }, () => hours);
  const breaks = Array.from({ length: 7 }, () => []);
  const isPublicHoliday = () => false;
  const rules = { zone, overrides: [], seasons: [], week, breaks, isPublicHoliday };
  return { workingTime: new WorkingTime(rules) } as unknown as Agent;
};

it("are the union of the hours of all who perform it", () => {
  const agents = [working({ from: 480, to: 720 }, { from: 780, to: 900 }), working({ from: 700, to: 800 })];
  expect(openingHours(business, agents, TUESDAY)).toEqual([{ from: 480, to: 900 }]);
  expect(openingHours(business, [agents[0]!], TUESDAY)).toEqual([
    { from: 480, to: 720 },
    { from: 780, to: 900 },
  ]);
  expect(openingHours(business, [], TUESDAY)).toEqual([]);
});

it("of a night shift are the morning that it ends in and the evening that it begins in", () => {
  expect(openingHours(business, [working({ from: 1_320, to: 1_800 })], TUESDAY)).toEqual([
    { from: 0, to: 360 },
    { from: 1_320, to: 1_440 },
  ]);
});

it.each(["2027-03-28", "2027-10-31"])(
  "are those of the clocks on the wall when clocks change: %s",
  (date) => {
    const day = parseDate(date)!;
    expect(openingHours(business, [working({ from: 480, to: 1_080 })], day)).toEqual([
      { from: 480, to: 1_080 },
    ]);
    expect(openingHours(business, [working({ from: 0, to: 1_440 })], day)).toEqual([{ from: 0, to: 1_440 }]);
  },
);
