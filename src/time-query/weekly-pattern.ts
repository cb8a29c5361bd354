import { type Day, MINUTES_PER_DAY, weekdayIndexOf } from "../scheduling/calendar-date.ts";
import type { Minute, Range } from "../scheduling/range.ts";
import type { TimeZone } from "../scheduling/time-zone.ts";
import type { Window } from "./conventions.ts";
import { OPEN_END } from "./moments.ts";

/** Days of the week with the same hours. */
export interface WeeklyHours {
  /** Sorted, 0 is Monday. */
  readonly weekdays: readonly number[];
  /** Wall-clock minutes, sorted. */
  readonly windows: readonly Window[];
}

export interface WeeklyPattern {
  readonly first: Day;
  readonly last: Day;
  readonly hours: readonly WeeklyHours[];
}

/**
 * What comes again in each of the weeks that the ranges (sorted) touch; undefined where the weeks differ. Of a first day
 * that has begun a part is enough.
 */
export function weeklyPattern(
  ranges: readonly Range[],
  zone: TimeZone,
  now: Minute,
): WeeklyPattern | undefined {
  // What is later than the days spelled out says nothing new.
  const spelt = ranges.length > 1 && ranges.at(-1)!.end === OPEN_END ? ranges.slice(0, -1) : ranges;
  const pieces = spelt.flatMap((range) => byDay(range, zone));
  const [begun] = pieces;
  const last = pieces.at(-1)?.day;
  if (begun === undefined || last === undefined) return undefined;
  const whole = ranges[0]!.start === now ? pieces.filter(({ day }) => day !== begun.day) : pieces;
  const windowsOf = new Map<Day, Window[]>();
  for (const { day, window } of whole) {
    const windows = windowsOf.get(day);
    if (windows === undefined) windowsOf.set(day, [window]);
    else windows.push(window);
  }
  const [first] = windowsOf.keys();
  if (first === undefined) return undefined;
  const week = new Map<number, Day>();
  for (const day of windowsOf.keys()) {
    const weekday = weekdayIndexOf(day);
    if (!week.has(weekday)) week.set(weekday, day);
  }
  for (let day = first; day <= last; day += 1) {
    const example = week.get(weekdayIndexOf(day));
    if (example !== undefined && !same(windowsOf.get(day), windowsOf.get(example))) return undefined;
  }
  const ofToday = whole === pieces ? [] : pieces.slice(0, pieces.length - whole.length);
  const weekday = weekdayIndexOf(begun.day);
  if (!week.has(weekday)) week.set(weekday, first);
  const usual = windowsOf.get(week.get(weekday)!)!;
  const isRest = ({ window }: Piece) => usual.some(([from, to]) => from <= window[0] && window[1] <= to);
  if (!ofToday.every(isRest)) return undefined;
  const alike = Map.groupBy([...week.keys()].sort(), (weekday) => windowsOf.get(week.get(weekday)!)!.join());
  const hours = [...alike.values()].map((weekdays) => ({
    weekdays,
    windows: windowsOf.get(week.get(weekdays[0]!)!)!,
  }));
  return { first: begun.day, last, hours };
}

function same(some: readonly Window[] | undefined, others: readonly Window[] | undefined): boolean {
  if (some === undefined || others === undefined || some.length !== others.length) return false;
  return some.every(([from, to], index) => from === others[index]![0] && to === others[index]![1]);
}

interface Piece {
  readonly day: Day;
  readonly window: Window;
}

/** A range cut at midnight, unless it is one night. */
function byDay({ start, end }: Range, zone: TimeZone): Piece[] {
  const pieces: Piece[] = [];
  const wall = (minute: Minute) => {
    const local = (minute + zone.offsetAt(minute)) % MINUTES_PER_DAY;
    return local < 0 ? local + MINUTES_PER_DAY : local;
  };
  for (let from = start, day = zone.dayOf(start); ; day += 1) {
    const midnight = zone.startOf(day + 1);
    if (end === midnight) return [...pieces, { day, window: [wall(from), MINUTES_PER_DAY] }];
    if (end < midnight) return [...pieces, { day, window: [wall(from), wall(end)] }];
    const isNight = from === start && wall(start) > wall(end) && end - start < MINUTES_PER_DAY;
    if (isNight) return [...pieces, { day, window: [wall(from), wall(end) + MINUTES_PER_DAY] }];
    pieces.push({ day, window: [wall(from), MINUTES_PER_DAY] });
    from = midnight;
  }
}
