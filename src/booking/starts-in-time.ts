import { bookableSpan } from "../scheduling/availability.ts";
import type { Day } from "../scheduling/calendar-date.ts";
import type { Minute, Range } from "../scheduling/range.ts";
import type { TimeZone } from "../scheduling/time-zone.ts";
import type { Desk } from "./desk.ts";
import { type Search, startsOfDay, startsOfDays, strideDays } from "./free-slots.ts";

/** As many as a caller can hold in mind: with fewer, "as soon as possible" would leave nothing to choose from. */
const ENOUGH_STARTS = 3;

/** Who says "next week" has left the day open and wants to hear of more than one; who says "soon" wants the first. */
const ENOUGH_DAYS = 3;

/** Days that somebody can mean one by one; what reaches over more of them is an open wish, however it was said. */
const MOST_NAMED_DAYS = 7;

/** A time as it was understood. */
export interface AskedTime {
  /** Sorted, disjoint, half-open. */
  readonly ranges: readonly Range[];
  /** Some of its days are wanted and not each of them. */
  readonly isOpen: boolean;
  /** Whether it only says from when on, and not until when. */
  readonly isEndless: boolean;
}

/**
 * The free starts inside the asked time, soonest first, as far as the horizon. Named days are answered whole. An open
 * wish walks on from day to day and is answered by all that the first days have, until that is at least three starts
 * (or `atLeast`) and, where the wish has an end, of three days.
 */
export async function startsInTime(
  desk: Desk,
  search: Search,
  time: AskedTime,
  atLeast: number,
): Promise<readonly Minute[]> {
  const { business } = search.offer;
  const { earliest, latest } = bookableSpan(business, search.now);
  const ranges = within(time.ranges, { start: earliest, end: latest + 1 });
  const days = daysOf(ranges, business.zone);
  if (days.length === 1) return inside(await startsOfDay(desk, search, days[0]!), ranges);
  const isOpen = time.isOpen || days.length > MOST_NAMED_DAYS;
  const enoughStarts = isOpen ? Math.max(ENOUGH_STARTS, atLeast) : Number.POSITIVE_INFINITY;
  const enoughDays = time.isEndless ? 1 : ENOUGH_DAYS;
  const found: (readonly Minute[])[] = [];
  let starts = 0;
  for (let next = 0, stride = 0; next < days.length; stride += 1) {
    const some = days.slice(next, next + (isOpen ? strideDays(stride) : days.length));
    next += some.length;
    for (const free of await startsOfDays(desk, search, some)) {
      const wanted = inside(free, ranges);
      if (wanted.length === 0) continue;
      found.push(wanted);
      starts += wanted.length;
      if (starts >= enoughStarts && found.length >= enoughDays) return joined(found);
    }
  }
  return joined(found);
}

/** One list stays the very list it was: what was answered for it before need not be made again. */
function joined(lists: readonly (readonly Minute[])[]): readonly Minute[] {
  return lists.length === 1 ? lists[0]! : lists.flat();
}

function within(ranges: readonly Range[], { start, end }: Range): Range[] {
  return ranges
    .map((range) => ({ start: Math.max(range.start, start), end: Math.min(range.end, end) }))
    .filter((range) => range.start < range.end);
}

/** The days that the ranges touch, each once. */
function daysOf(ranges: readonly Range[], zone: TimeZone): Day[] {
  const days: Day[] = [];
  for (const { start, end } of ranges) {
    const last = zone.dayOf(end - 1);
    for (
      let day = Math.max(zone.dayOf(start), (days.at(-1) ?? Number.NEGATIVE_INFINITY) + 1);
      day <= last;
      day += 1
    )
      days.push(day);
  }
  return days;
}

/** Those of the starts (sorted) that lie in a range; the very same list when all do. */
function inside(starts: readonly Minute[], ranges: readonly Range[]): readonly Minute[] {
  const [first] = starts;
  const last = starts.at(-1);
  if (first === undefined || last === undefined) return starts;
  if (ranges.some(({ start, end }) => start <= first && last < end)) return starts;
  return starts.filter((one) => ranges.some(({ start, end }) => start <= one && one < end));
}
