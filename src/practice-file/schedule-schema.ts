import { z } from "zod";
import { parseDate, WEEKDAYS } from "../scheduling/calendar-date.ts";
import { parseClock, parseHours } from "../scheduling/hours-text.ts";
import { checkedText, date, paragraph, quoted } from "./text-schema.ts";

const HOURS_PER_DAY = 24; // more intervals than anybody opens in a day
const MANY = 2_000; // lists that people write by hand stay far below

export const hoursText = checkedText(
  (text) => parseHours(text) !== undefined,
  (text) => `${quoted(text)} are not hours; write them as "HH:MM-HH:MM", for example "08:00-18:00".`,
  {
    description:
      "Wall-clock hours in the entity's time zone. An end at or before the start is on the next day; 24:00 ends the day.",
    examples: ["08:00-18:00"],
    pattern: "^\\d{2}:\\d{2}-\\d{2}:\\d{2}$",
  },
);

const hoursOfDay = z
  .array(hoursText)
  .max(HOURS_PER_DAY)
  .meta({ description: "The hours of one day; [] is closed.", examples: [["08:00-12:00", "13:00-18:00"]] });

const weeklyHours = z
  .strictObject({
    mon: hoursOfDay.optional(),
    tue: hoursOfDay.optional(),
    wed: hoursOfDay.optional(),
    thu: hoursOfDay.optional(),
    fri: hoursOfDay.optional(),
    sat: hoursOfDay.optional(),
    sun: hoursOfDay.optional(),
  })
  .meta({
    description: "The hours of each weekday; a weekday that is left out is closed.",
    examples: [{ mon: ["08:00-18:00"] }],
  });

const clockText = checkedText(
  (text) => parseClock(text) !== undefined,
  (text) => `${quoted(text)} is not a time of day; write it as "HH:MM", for example "12:00".`,
  { description: "A wall-clock time.", examples: ["12:00"], pattern: "^\\d{2}:\\d{2}$" },
);

const pause = z
  .strictObject({
    days: z
      .array(z.enum(WEEKDAYS))
      .min(1)
      .max(WEEKDAYS.length)
      .optional()
      .meta({ description: "The weekdays of this break. Default: every day.", examples: [["mon", "tue"]] }),
    from: clockText,
    to: clockText,
  })
  .meta({ examples: [{ from: "12:00", to: "13:00" }] });

const season = z
  .strictObject({
    from: date({ description: "The first date." }),
    to: date({ description: "The last date; it is included." }),
    hours: weeklyHours,
  })
  .meta({ examples: [{ from: "2027-07-01", to: "2027-07-31", hours: { mon: ["07:00-13:00"] } }] });

const localDateTime = checkedText(
  isLocalDateTime,
  (text) =>
    /^\d{4}-\d{2}-\d{2}$/.test(text)
      ? `${quoted(text)} has no time of day; write for example ${quoted(`${text}T00:00`)}.`
      : `${quoted(text)} is not a date and time; write it as "YYYY-MM-DDTHH:MM", for example "2026-12-07T00:00".`,
  {
    description: "A local date and time in the entity's time zone.",
    examples: ["2026-12-07T00:00"],
    pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$",
  },
);

const absence = z
  .strictObject({
    start: localDateTime,
    end: localDateTime,
    reason: paragraph(500, { description: "For the staff; callers do not hear it." }).optional(),
  })
  .meta({ examples: [{ start: "2026-12-07T00:00", end: "2026-12-12T00:00", reason: "Fortbildung" }] });

export function absences(description: string) {
  return z.array(absence).max(MANY).default([]).meta({ description });
}

/** The members that entities and agents share. */
export const scheduleMembers = {
  hours: weeklyHours.optional(),
  breaks: z
    .array(pause)
    .max(MANY)
    .optional()
    .meta({ description: "Cut out of the weekly hours; an agent's own breaks replace the entity's." }),
  seasons: z
    .array(season)
    .max(MANY)
    .optional()
    .meta({ description: "Other weekly hours for a while, both dates included." }),
  overrides: z
    .record(date({ description: "The date." }), hoursOfDay)
    .optional()
    .meta({
      description:
        "A date's hours instead of weekly hours, breaks and public holidays; [] is closed. By date.",
      examples: [{ "2026-12-24": [], "2026-12-30": ["09:00-12:00"] }],
    }),
};

function isLocalDateTime(text: string): boolean {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/.exec(text);
  if (match === null) return false;
  const minute = parseClock(match[2]!);
  return parseDate(match[1]!) !== undefined && minute !== undefined && minute < 1_440;
}
