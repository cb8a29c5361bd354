import { type Day, parseDate } from "../scheduling/calendar-date.ts";
import type { Language } from "../scheduling/configuration.ts";
import type { Minute, Range } from "../scheduling/range.ts";
import type { TimeZone } from "../scheduling/time-zone.ts";
import type { Conventions } from "./conventions.ts";
import { understandPhrase } from "./phrases.ts";
import { parseTimestamp } from "./when.ts";

export interface TimeQuestion {
  readonly text: string;
  /** Tried first; then the other one. */
  readonly language: Language;
  readonly zone: TimeZone;
  /** Epoch milliseconds. */
  readonly now: number;
  /** ISO 3166-1 alpha-2, for holidays by name and for the order of day and month in "10/3"; undefined: by language. */
  readonly country?: string | undefined;
  /** The part of ISO 3166-2 after the hyphen. */
  readonly state?: string | undefined;
  /**
   * Opening time of a date in wall-clock minutes of the day, sorted, half-open; decides am or pm.
   * Absent: 08:00–20:00 every day.
   */
  readonly openingHours?:
    | ((day: Day) => readonly { readonly from: number; readonly to: number }[])
    | undefined;
  /** Start of the appointment that "later than my appointment", "an hour earlier", "the day after" refer to. */
  readonly reference?: Minute | undefined;
  /** What the account says differently. */
  readonly conventions?: Partial<Conventions> | undefined;
}

export type TimeAnswer =
  | {
      readonly kind: "understood";
      /** Sorted, disjoint, half-open; none before now. The end of an open one is `OPEN_END`. */
      readonly ranges: readonly Range[];
      /** date: one whole calendar day; datetime: one clock time; interval: everything else. */
      readonly grain: "date" | "datetime" | "interval";
      /** The named time of a datetime, where its range begins earlier ("around three"). */
      readonly at?: Minute | undefined;
      /** The soonest free time of `ranges` is asked for, on whatever day, rather than one named day. */
      readonly isOpenQuery: boolean;
      /** Normalised, in the question's language: "Dienstag, 1. Dezember, ab 14:30 Uhr". */
      readonly sentence: string;
      /** The readings not chosen. */
      readonly ambiguities: readonly { readonly sentence: string; readonly ranges: readonly Range[] }[];
      /** Which words gave which constraint. */
      readonly why: readonly string[];
    }
  | {
      readonly kind: "impossible";
      readonly reason: "no_such_date" | "past";
      readonly sentence: string;
      readonly why: readonly string[];
    }
  | { readonly kind: "unknown"; readonly why: readonly string[] };

/** The end of a range that has none: the first minute of the year 2200. */
export const OPEN_END: Minute = 120_968_640;

/** What the words say about a time, as ranges in `zone` from `now` on; never a guess. */
export function understandTime(question: TimeQuestion): TimeAnswer {
  const { zone, now, language } = question;
  const text = question.text.trim();
  const first = Math.ceil(now / 60_000);
  const understood = (
    range: Range,
    grain: "date" | "datetime" | "interval",
    isOpenQuery: boolean,
  ): TimeAnswer => {
    const start = Math.max(first, range.start);
    const { end } = range;
    if (end <= start) return { kind: "impossible", reason: "past", sentence: text, why: [] };
    const ranges = [{ start, end }];
    return { kind: "understood", ranges, grain, isOpenQuery, sentence: text, ambiguities: [], why: [] };
  };
  const wholeDay = (day: Day) =>
    understood({ start: zone.startOf(day), end: zone.startOf(day + 1) }, "date", false);
  const date = parseDate(text);
  if (date !== undefined) return wholeDay(date);
  if (/^\d{4}-\d{2}-\d{2}T/i.test(text)) {
    const instant = parseTimestamp(text.toUpperCase(), zone);
    if (instant === undefined) return { kind: "unknown", why: [] };
    const end = zone.startOf(zone.dayOf(Math.floor(instant / 60_000)) + 1);
    return understood({ start: Math.ceil(instant / 60_000), end }, "datetime", false);
  }
  const phrase = understandPhrase(text, language);
  if (phrase === undefined) return { kind: "unknown", why: [] };
  if (phrase.kind === "soonest") return understood({ start: first, end: OPEN_END }, "interval", true);
  return wholeDay(phrase.dayFrom(zone.dayOf(Math.floor(now / 60_000))));
}
