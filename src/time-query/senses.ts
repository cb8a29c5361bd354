import type { Minute, Range } from "../scheduling/range.ts";
import type { Readings, Time } from "./clock.ts";
import type { Conventions, Season } from "./conventions.ts";
import type { Days, Third } from "./days.ts";
import type { Figure } from "./words.ts";

export interface Duration {
  readonly months: number;
  readonly days: number;
  readonly minutes: number;
  /** The word of its largest unit. */
  readonly unit: Unit;
}

export type Unit =
  | "minute"
  | "hour"
  | "day"
  | "businessDay"
  | "week"
  | "month"
  | "quarter"
  | "year"
  | "second";

/** What depends on the very minute. */
export interface Clockwork {
  readonly now: Minute;
  /** Start of the appointment that is spoken of. */
  readonly referenceStart: Minute | undefined;
  readonly conventions: Conventions;
}

/** A stretch of real time: "within two hours", "later than my appointment"; `point`: its start is what was named. */
export interface Moment {
  readonly point: boolean;
  /** The sooner the better: "now". */
  readonly soonest?: boolean;
  readonly at: (clockwork: Clockwork) => Range | "no_reference";
}

export type Piece =
  | { readonly kind: "days"; readonly days: Days }
  | { readonly kind: "time"; readonly time: Time }
  | { readonly kind: "moment"; readonly moment: Moment }
  /** "At the earliest" also says that sooner is better. */
  | { readonly kind: "bound"; readonly edge: Edge; readonly soonest?: boolean }
  | { readonly kind: "between" | "or" | "through" | "except" | "soonest" | "anytime" | "refuse" | "past" }
  /** "Up to" between two times; before the first one it says nothing: "move it to Friday". */
  | { readonly kind: "to" }
  /** What follows takes the place of what was said; "no" can also exclude it, "but" only follows a "not". */
  | { readonly kind: "instead" | "no" | "but" }
  /** What was said before cannot be: "Monday doesn't work". */
  | { readonly kind: "refused" }
  | { readonly kind: "never" }
  /** Words that say nothing about the time. */
  | { readonly kind: "filler" };

/** from: its first minute on; after: its end on; before: up to its first minute; until: to its end, from now or the day's begin; by: to its end, from now. */
export type Edge = "from" | "after" | "before" | "until" | "by";

/** What words can be. Names as they stand in patterns. */
export interface Senses {
  readonly figure: Figure;
  /** A whole number in one word or figure. */
  readonly num: number;
  /** The same, as a word. */
  readonly numWord: number;
  readonly ones: number;
  readonly tens: number;
  /** "third", "3.", "3rd". */
  readonly ord: number;
  readonly ordOnes: number;
  /** "3." and "3rd", not "third": a date also without an article. */
  readonly figureOrd: number;
  /** "a", "einem". */
  readonly one: number;
  readonly n: number;
  readonly nth: number;
  readonly year: number;
  readonly month: number;
  readonly monthName: number;
  readonly weekday: number;
  readonly weekdays: number;
  readonly weekdayPart: readonly [number, Time];
  readonly season: Season;
  readonly third: Third;
  readonly unit: Unit;
  readonly part: Time;
  readonly parts: Time;
  readonly meridiem: "am" | "pm";
  readonly decimal: number;
  readonly colon: readonly number[];
  /** Written with a leading nought. */
  readonly colon24: readonly number[];
  readonly dotPair: readonly number[];
  readonly dotDate: readonly number[];
  readonly slash: readonly number[];
  /** Year, month, day. */
  readonly dashDate: readonly number[];
  /** Day, month, year. */
  readonly dashLast: readonly number[];
  readonly military: number;
  readonly hour: number;
  readonly minute: number;
  readonly clock: Readings;
  /** A clock time or a mere number, where only an hour can stand. */
  readonly plain: Readings;
  readonly quantity: number;
  readonly duration: Duration;
  readonly holiday: Days;
  /** A week, month, quarter or year. */
  readonly period: Days;
  readonly day: Days;
  /** Minutes east of UTC: "GMT". */
  readonly offset: number;
  readonly days: Days;
  readonly time: Time;
  readonly moment: Moment;
  readonly pieces: readonly Piece[];
  readonly filler: true;
}
