import { z } from "zod";
import { parseDate, WEEKDAYS } from "../scheduling/calendar-date.ts";
import { clock } from "../scheduling/time-zone.ts";
import { CONVENTIONS } from "../time-query/conventions.ts";
import { hoursText } from "./schedule-schema.ts";
import { checkedText, quoted, wholeNumber } from "./text-schema.ts";

/** Both languages name the same parts and seasons; where they begin is for German, and for English where it is alike. */
const { parts: PARTS, seasons: SEASONS, monthThirds, work: WORK } = CONVENTIONS.de;
const { aroundMinutes, shortlyMinutes, leewayMinutes, betweenTheYears: YEARS } = CONVENTIONS.de;

const parts = z
  .strictObject(
    membersFor(PARTS, ([from, to]) => {
      const usual = `${clock(from)}-${clock(to > 1_440 ? to - 1_440 : to)}`;
      return hoursText
        .optional()
        .meta({ description: `Wall-clock hours. Default: ${usual}.`, examples: [usual] });
    }),
  )
  .meta({ description: "What the parts of a day are.", examples: [{ afternoon: "13:00-17:00" }] });

const monthAndDay = checkedText(
  (text) => /^\d{2}-\d{2}$/.test(text) && parseDate(`2023-${text}`) !== undefined,
  (text) => `${quoted(text)} is not a day of every year; write it as "MM-DD", for example "03-20".`,
  { description: "Its first day, MM-DD.", examples: ["03-20"], pattern: "^\\d{2}-\\d{2}$" },
);

const weekdays = z.array(z.enum(WEEKDAYS)).min(1).max(WEEKDAYS.length);

const weekend = weekdays
  .refine((days) => days.every((day, at) => at === 0 || isNext(days[at - 1]!, day)), {
    error: ({ input }) =>
      `${quoted(input)} are not days that follow each other in one week; write for example [sat, sun].`,
  })
  .meta({ description: "Its days, one after the other. Default: sat, sun.", examples: [["fri", "sat"]] });

const month = z
  .strictObject({
    beginning: wholeNumber(1, 14, { description: "The last day of its beginning.", examples: [10] }),
    middle: wholeNumber(15, 27, { description: "The last day of its middle.", examples: [20] }),
  })
  .meta({
    description: `Where its beginning and its middle end. Default: ${monthThirds.join(" and ")}.`,
    examples: [{ beginning: 10, middle: 20 }],
  });

const usualWork = `${clock(WORK[0])}-${clock(WORK[1])}`;

const betweenTheYears = z
  .strictObject({
    first: wholeNumber(24, 31, { description: "The first date of December of it.", examples: [YEARS[0]] }),
    last: wholeNumber(24, 31, { description: "The last one.", examples: [YEARS[1]] }),
  })
  .refine(({ first, last }) => first <= last, {
    error: ({ input }) =>
      `${quoted(input)} ends before it begins; write for example { first: 27, last: 31 }.`,
  })
  .meta({
    description: `What "between the years" is in December. Default: ${YEARS.join(" to ")}.`,
    examples: [{ first: YEARS[0], last: YEARS[1] }],
  });

/** What an entity means by words about time that mean different things to different people. */
export const timeWordsSchema = z
  .strictObject({
    parts: parts.optional(),
    nextWeekday: z.enum(["of_next_week", "coming"]).optional().meta({
      description: 'What "next Tuesday" is while this week\'s is still to come. Default: of_next_week.',
    }),
    aroundMinutes: wholeNumber(0, 240, {
      description: `How far from three "around three" reaches, either way. Default: ${aroundMinutes}.`,
    }).optional(),
    shortlyMinutes: wholeNumber(5, 240, {
      description: `How long "shortly after nine" goes on. Default: ${shortlyMinutes}.`,
    }).optional(),
    leewayMinutes: wholeNumber(5, 240, {
      description: `How long after "in two hours" somebody still comes as said. Default: ${leewayMinutes}.`,
    }).optional(),
    work: hoursText.optional().meta({
      description: `When most people work: "before work", "after work". Default: ${usualWork}.`,
      examples: [usualWork],
    }),
    betweenTheYears: betweenTheYears.optional(),
    weekend: weekend.optional(),
    businessDays: weekdays
      .optional()
      .meta({ description: "Days that are not days off. Default: mon to fri.", examples: [["mon", "tue"]] }),
    month: month.optional(),
    seasons: z
      .strictObject(membersFor(SEASONS, () => monthAndDay.optional()))
      .optional()
      .meta({ description: "When they begin. Default: the calendar's.", examples: [{ spring: "03-01" }] }),
    slashOrder: z
      .enum(["day_first", "month_first"])
      .optional()
      .meta({ description: 'What stands first in "10/3". Default: by country, then by language.' }),
    todayHourRollsOver: z.boolean().optional().meta({
      description:
        '"Today at eight", said at ten, is in the evening. Default: false in German, true in English.',
    }),
  })
  .meta({
    description: "What callers mean by words about time. Default: what most do.",
    examples: [{ parts: { afternoon: "13:00-17:00" }, nextWeekday: "coming" }],
  });

function membersFor<Name extends string, Value, Schema>(
  usual: Readonly<Record<Name, Value>>,
  schema: (value: Value) => Schema,
): Record<Name, Schema> {
  const members = Object.entries<Value>(usual).map(([name, value]) => [name, schema(value)]);
  return Object.fromEntries(members) as Record<Name, Schema>;
}

function isNext(day: (typeof WEEKDAYS)[number], next: (typeof WEEKDAYS)[number]): boolean {
  return WEEKDAYS.indexOf(next) === WEEKDAYS.indexOf(day) + 1;
}
