import type { Statistics } from "../../../../src/staff-api/wire-types.ts";
import { weekStart } from "../../time.ts";

type Day = Statistics["days"][number];

/** A day, or a week that is called by its first day. */
export interface Bucket {
  readonly date: string;
  readonly calls: number;
  readonly bookedByPhone: number;
  readonly bookedAtDesk: number;
  readonly cancelled: number;
  readonly noShows: number;
  readonly averageMs: number | null;
  readonly slowestMs: number | null;
}

/** More days than that are too narrow to be read. */
const MOST_DAYS = 45;

export const isByWeek = (days: readonly Day[]): boolean => days.length > MOST_DAYS;

/** By day, or by week where there are many. */
export function bucketsOf(days: readonly Day[]): Bucket[] {
  if (!isByWeek(days)) return [...days];
  const weeks = new Map<string, Day[]>();
  for (const day of days) {
    const monday = weekStart(day.date);
    weeks.set(monday, [...(weeks.get(monday) ?? []), day]);
  }
  return [...weeks].map(([date, ofWeek]) => {
    const requests = total(ofWeek, ({ requests }) => requests);
    const slowest = ofWeek.flatMap(({ slowestMs }) => (slowestMs === null ? [] : [slowestMs]));
    return {
      date,
      calls: total(ofWeek, ({ calls }) => calls),
      bookedByPhone: total(ofWeek, ({ bookedByPhone }) => bookedByPhone),
      bookedAtDesk: total(ofWeek, ({ bookedAtDesk }) => bookedAtDesk),
      cancelled: total(ofWeek, ({ cancelled }) => cancelled),
      noShows: total(ofWeek, ({ noShows }) => noShows),
      averageMs:
        requests === 0 ? null : total(ofWeek, (day) => (day.averageMs ?? 0) * day.requests) / requests,
      slowestMs: slowest.length === 0 ? null : Math.max(...slowest),
    };
  });
}

export function total<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((all, item) => all + of(item), 0);
}
