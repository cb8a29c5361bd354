import type { Time } from "./clock.ts";
import type { Days } from "./days.ts";
import type { Bound, Group } from "./query.ts";
import type { Moment } from "./senses.ts";

export type Draft = { days: Days[]; times: Time[]; bounds: Bound[]; moments: Moment[] };

export const draft = (): Draft => ({ days: [], times: [], bounds: [], moments: [] });

export const isEmpty = (group: Group) =>
  group.days.length + group.times.length + group.bounds.length + group.moments.length === 0;

/** Two days that cannot be one: "Monday, Wednesday". */
export function separate(a: Days, b: Days): boolean {
  if (a.weekday !== undefined && b.weekday !== undefined) return a.weekday !== b.weekday;
  if (a.date !== undefined && b.date !== undefined) return a.date !== b.date;
  return a.exact === true && b.exact === true;
}

/** What is said once and meant for all: "Monday or Wednesday afternoon", "next week Monday or Tuesday". */
export function share(groups: readonly Draft[]): Group[] {
  const shared = groups.map((group) => ({ ...group, days: [...group.days], times: [...group.times] }));
  const daysOnly = (group: Draft) =>
    group.days.length > 0 && group.times.length + group.bounds.length + group.moments.length === 0;
  const timesOnly = (group: Draft) =>
    group.times.length > 0 && group.days.length + group.bounds.length + group.moments.length === 0;
  // From behind: what stands last holds for what stands before it alone.
  for (let index = shared.length - 2; index >= 0; index -= 1) {
    const [one, next] = [shared[index]!, shared[index + 1]!];
    if (daysOnly(one) && next.days.length > 0) one.times.push(...next.times);
    else if (timesOnly(one) && next.times.length > 0) one.days.push(...next.days);
    coarse(next, one);
  }
  for (let index = 1; index < shared.length; index += 1) {
    const [before, one] = [shared[index - 1]!, shared[index]!];
    if (timesOnly(one) && before.times.length > 0) one.days.push(...before.days);
    coarse(before, one);
    everyToo(before, one);
  }
  return shared;
}

/** "Every Tuesday and Thursday" are all Thursdays, too. */
function everyToo({ days: [first] }: Draft, to: Draft): void {
  if (first?.weekday === undefined || first.every !== true) return;
  to.days = to.days.map((days) => (days.weekday === undefined ? days : { ...days, every: true }));
}

/** The week or month of the one also holds for the weekday of the other. */
function coarse(from: Draft, to: Draft): void {
  const longer = from.days.filter((days) => days.rank > 1);
  const named = (group: Draft) =>
    group.days.some((days) => days.weekday !== undefined || days.date !== undefined);
  if (longer.length > 0 && named(from) && named(to) && to.days.every((days) => days.rank === 0)) {
    to.days.push(...longer.filter((days) => !to.days.includes(days)));
  }
}
