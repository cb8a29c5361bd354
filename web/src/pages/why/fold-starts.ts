import type { Explained } from "../../../../src/staff-api/wire-types.ts";
import { minutesBetween } from "../../time.ts";

export type ExplainedAgent = Explained["agents"][number];
export type ExplainedStart = ExplainedAgent["starts"][number];
export type Rule = NonNullable<ExplainedStart["rule"]>;

/** Starts that follow each other and are free, or not, for the same reason. */
export interface Run {
  /** Null: free. */
  readonly rule: Rule | null;
  readonly first: string;
  readonly last: string;
  readonly count: number;
  readonly absence: ExplainedStart["absence"];
  readonly reason: string | undefined;
  readonly pool: string | undefined;
  readonly limit: number | undefined;
  /** In the way, in the order of the day. */
  readonly bookingIds: readonly string[];
}

/** Minutes from one start to the next; after a break it is longer. */
export function intervalOf(starts: readonly ExplainedStart[]): number {
  const gaps = starts.slice(1).map(({ start }, index) => minutesBetween(starts[index]!.start, start));
  return gaps.length === 0 ? 15 : Math.min(...gaps);
}

export function foldStarts(starts: readonly ExplainedStart[]): Run[] {
  const interval = intervalOf(starts);
  const runs: Run[] = [];
  for (const { start, rule, absence, reason, pool, limit, bookingId } of starts) {
    const run = runs.at(-1);
    const isSame =
      run !== undefined &&
      run.rule === rule &&
      run.absence === absence &&
      run.reason === reason &&
      run.pool === pool &&
      minutesBetween(run.last, start) <= interval;
    const ids = isSame ? run.bookingIds : [];
    const bookingIds = bookingId === undefined || ids.includes(bookingId) ? ids : [...ids, bookingId];
    const next = { rule, absence, reason, pool, limit, last: start, bookingIds };
    if (isSame) runs[runs.length - 1] = { ...next, first: run.first, count: run.count + 1 };
    else runs.push({ ...next, first: start, count: 1 });
  }
  return runs;
}
