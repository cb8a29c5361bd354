import type { Day } from "../scheduling/calendar-date.ts";
import type { Minute, Range } from "../scheduling/range.ts";
import type { TimeZone } from "../scheduling/time-zone.ts";
import type { Calendar, Span } from "./days.ts";

export interface Circumstances extends Calendar {
  /** Where what comes again and again is looked for, instead of from today on. */
  readonly window?: Span;
  readonly zone: TimeZone;
  readonly now: Minute;
  readonly referenceStart: Minute | undefined;
  readonly openAt: (day: Day) => readonly { readonly from: number; readonly to: number }[];
}

export type Grain = "date" | "datetime" | "interval";

export interface Resolved {
  readonly ranges: readonly Range[];
  readonly grain: Grain;
  readonly at?: Minute | undefined;
  /** Its end is open, or it goes on for ever: "afternoons". */
  readonly endless: boolean;
  /** Another half of the day would also be inside opening time. */
  readonly otherHalf?: readonly Range[] | undefined;
}

export type Nothing = "no_such_date" | "past" | "no_reference";

/** "Every Monday" is spelled out for that long. */
export const HORIZON_DAYS = 91;

export function meet(a: readonly Range[], b: readonly Range[]): Range[] {
  const shared: Range[] = [];
  for (const one of a) {
    for (const other of b) {
      const start = Math.max(one.start, other.start);
      const end = Math.min(one.end, other.end);
      if (start < end) shared.push({ start, end });
    }
  }
  return shared;
}
