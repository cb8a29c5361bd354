import { MINUTES_PER_DAY } from "./calendar-date.ts";
import type { Minute } from "./range.ts";
import type { TimeZone } from "./time-zone.ts";

/** Where a caller hears another part of the day begin: noon and, for those who work, five o'clock. */
const PARTS_OF_DAY_BEGIN = [12 * 60, 17 * 60] as const;

/**
 * At most `most` of the starts (sorted, and so is the result), to be read out to somebody who can choose among a few
 * only. The soonest one is always there. Each further one is of a day from which the fewest are chosen so far; among
 * those, of the part of the day (before noon, from noon, from five) from which the fewest are; among those, the one
 * that is farthest in time from its nearest chosen one; of equals the earlier one.
 */
export function spreadOut(starts: readonly Minute[], most: number, zone: TimeZone): readonly Minute[] {
  if (starts.length <= most) return starts;
  const open = starts.map((start) => candidateAt(start, zone));
  const chosenOfDay = new Map<number, number>();
  const chosenOfPart = new Map<number, number>();
  const chosen: Minute[] = [];
  while (chosen.length < most && open.length > 0) {
    const rank = ({ day, part, distance }: Candidate) =>
      [-(chosenOfDay.get(day) ?? 0), -(chosenOfPart.get(part) ?? 0), distance] as const;
    let best = 0;
    for (let index = 1; index < open.length; index += 1) {
      if (isAbove(rank(open[index]!), rank(open[best]!))) best = index;
    }
    const [next] = open.splice(best, 1);
    const { start, day, part } = next!;
    chosen.push(start);
    chosenOfDay.set(day, (chosenOfDay.get(day) ?? 0) + 1);
    chosenOfPart.set(part, (chosenOfPart.get(part) ?? 0) + 1);
    for (const one of open) one.distance = Math.min(one.distance, Math.abs(one.start - start));
  }
  return chosen.sort((a, b) => a - b);
}

interface Candidate {
  readonly start: Minute;
  readonly day: number;
  readonly part: number;
  /** From the nearest chosen one. */
  distance: number;
}

function candidateAt(start: Minute, zone: TimeZone): Candidate {
  const local = start + zone.offsetAt(start);
  const minuteOfDay = ((local % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  const part = PARTS_OF_DAY_BEGIN.filter((begin) => minuteOfDay >= begin).length;
  return { start, day: zone.dayOf(start), part, distance: Number.POSITIVE_INFINITY };
}

/** The first number that differs decides. */
function isAbove(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((number, index) => number !== other[index]);
  return at !== -1 && one[at]! > other[at]!;
}
