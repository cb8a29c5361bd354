import type { Language } from "../scheduling/configuration.ts";

/** Wall-clock minutes of a day, half-open; past 1440 it runs into the next day. */
export type Window = readonly [from: number, to: number];

export type DayPart =
  | "earlyMorning"
  | "morning"
  | "forenoon"
  | "noon"
  | "earlyAfternoon"
  | "afternoon"
  | "lateAfternoon"
  | "evening"
  | "night"
  | "workingHours";

export type Season = "spring" | "summer" | "autumn" | "winter";

/** What words mean that mean different things to different people; an account can say it differently. */
export interface Conventions {
  readonly parts: Readonly<Record<DayPart, Window>>;
  /** What "next Tuesday" is while this week's Tuesday is still to come. */
  readonly nextWeekday: "of_next_week" | "coming";
  /** Half the width of "around three", in minutes. */
  readonly aroundMinutes: number;
  /** How long "shortly after nine" goes on, and how long before nine "shortly before nine" begins, in minutes. */
  readonly shortlyMinutes: number;
  /** How long after "in two hours" somebody still comes as said, in minutes. */
  readonly leewayMinutes: number;
  /** From when to when most people work: "before work", "after work". */
  readonly work: Window;
  /** First and last date of December that lie "between the years", inclusive. */
  readonly betweenTheYears: readonly [first: number, last: number];
  /** Days of the week, 0 is Monday; the first and the last of the weekend, inclusive. */
  readonly weekend: readonly [first: number, last: number];
  /** Days of the week that are business days, 0 is Monday. */
  readonly businessDays: readonly number[];
  /** Last day of a month's beginning and of its middle. */
  readonly monthThirds: readonly [beginning: number, middle: number];
  /** First day of each season: month and day. */
  readonly seasons: Readonly<Record<Season, readonly [month: number, day: number]>>;
  /** Whether "3" can be three in the afternoon although the day has 24 hours: a written "15" or a heard "fifteen" decides. */
  readonly todayHourRollsOver: boolean;
  /** What stands first in "10/3". */
  readonly slashOrder: "day_first" | "month_first";
}

const h = (hours: number) => hours * 60;

const PARTS: Conventions["parts"] = {
  // Before most practices open, and before most people leave the house.
  earlyMorning: [h(6), h(9)],
  // From waking up to noon: who asks for the morning means the first half of the working day.
  morning: [h(6), h(12)],
  // German has a word of its own for it, and it does not include the early morning.
  forenoon: [h(8), h(12)],
  // The lunch hour: between twelve and two.
  noon: [h(12), h(14)],
  earlyAfternoon: [h(12), h(15)],
  // Noon to six; the evening follows without a gap.
  afternoon: [h(12), h(18)],
  lateAfternoon: [h(15), h(18)],
  // Up to the end of the day: what is open decides, not the word.
  evening: [h(18), h(24)],
  // Ten to six: "Tuesday night" runs into Wednesday.
  night: [h(22), h(30)],
  // "During working hours", "tagsüber".
  workingHours: [h(8), h(18)],
};

const COMMON: Omit<Conventions, "slashOrder" | "todayHourRollsOver"> = {
  parts: PARTS,
  // Said on a Monday, "next Friday" is for most people not the one in four days: that is "this Friday". The other
  // reading is always told, so that a bot can ask.
  nextWeekday: "of_next_week",
  // Half an hour either way: "around three" is neither two nor four.
  aroundMinutes: 30,
  // Up to the half hour, which has a name of its own; where slots begin on the hour and on the half it holds one.
  shortlyMinutes: 30,
  // Counted from an odd minute of the clock: who says it names a distance and would be glad of the next start after
  // it. Slots begin every hour at the most seldom, so an hour holds one.
  leewayMinutes: 60,
  // Nine to five. Who begins at eight takes the earlier of what is offered before nine.
  work: [h(9), h(17)],
  // From the last day of Christmas up to the new year: the years are between each other until the old one is over.
  betweenTheYears: [27, 31],
  weekend: [5, 6],
  businessDays: [0, 1, 2, 3, 4],
  // Thirds: "Mitte Oktober" is the 11th to the 20th.
  monthThirds: [10, 20],
  // The calendar's own beginnings, not the meteorologist's.
  seasons: { spring: [3, 20], summer: [6, 21], autumn: [9, 23], winter: [12, 21] },
};

export const CONVENTIONS: Readonly<Record<Language, Conventions>> = {
  de: {
    ...COMMON,
    // German clocks have 24 hours: who says "heute um acht" at ten has missed it.
    todayHourRollsOver: false,
    slashOrder: "day_first",
  },
  en: {
    ...COMMON,
    // "Tuesday night" is the evening of Tuesday in English, and over at midnight.
    parts: { ...PARTS, night: [h(18), h(24)] },
    // English clocks have twelve hours: "today at eight", said at ten, is the evening.
    todayHourRollsOver: true,
    // As in the United States; the entity's country decides where it is known.
    slashOrder: "month_first",
  },
};

/** Where English is spoken and the month stands first; everywhere else it is the day. */
export const MONTH_FIRST_COUNTRIES: ReadonlySet<string> = new Set(["US", "PH", "FM", "MH", "PW"]);

/** Where English is spoken and the day stands first, as far as the time zone tells it. */
export const DAY_FIRST_ZONES =
  /^(?:Europe\/(?:London|Dublin|Belfast|Jersey|Guernsey|Isle_of_Man)|Australia\/.*|Pacific\/Auckland|Africa\/Johannesburg|Asia\/(?:Kolkata|Calcutta|Singapore))$/;
