import { merge, type Range, subtract } from "../scheduling/range.ts";
import { type Circumstances, HORIZON_DAYS, meet, type Nothing, type Resolved } from "./circumstances.ts";
import { both, type Time } from "./clock.ts";
import { intersection, type Span } from "./days.ts";
import { OPEN_END } from "./moments.ts";
import type { Group, Query } from "./query.ts";
import { rangeOf } from "./resolve-bounds.ts";
import { resolveDays, resolveTime } from "./resolve-days.ts";

/** "Next year, but not on Fridays". */
const MOST_HOLE_DAYS = 366;

export function resolve(query: Query, now: Circumstances): Resolved | Nothing {
  const always = { start: now.now, end: OPEN_END };
  const found: Resolved[] = [];
  let nothing: Nothing | undefined;
  for (const group of query.groups) {
    const resolved = resolveGroup(group, now);
    if (typeof resolved === "string") nothing ??= resolved;
    else found.push(resolved);
  }
  if (query.groups.length === 0) found.push({ ranges: [always], grain: "interval", endless: true });
  if (found.length === 0) return nothing ?? "past";
  // An impossible date is not made up for by another one: "31 February or 1 March" has to be asked again.
  if (nothing === "no_such_date") return nothing;
  const ranges = merge(found.flatMap(({ ranges: some }) => some));
  const endless = found.some((one) => one.endless);
  const [only] = found;
  const single = found.length === 1 && only !== undefined ? only : undefined;
  const window = windowOf(ranges, now);
  const holes = query.except.flatMap((group) => holesOf(group, { ...now, window }));
  if (holes.length > 0) {
    const rest = subtract(ranges, merge(holes));
    return rest.length === 0 ? "past" : { ranges: rest, grain: "interval", endless };
  }
  return {
    ranges,
    grain: single?.grain ?? "interval",
    at: single?.at,
    endless,
    otherHalf: single?.otherHalf,
  };
}

/** The days in which something is left out; of an open range as many as are spelled out. */
function windowOf(ranges: readonly Range[], { zone, today }: Circumstances): Span {
  const [first] = ranges;
  const last = ranges.at(-1);
  if (first === undefined || last === undefined) return { from: today, to: today };
  const from = zone.dayOf(first.start);
  const to = last.end === OPEN_END ? from + HORIZON_DAYS : zone.dayOf(last.end - 1) + 1;
  return { from, to: Math.min(to, from + MOST_HOLE_DAYS) };
}

function holesOf(group: Group, now: Circumstances): readonly Range[] {
  const days = group.days.map((one) => (one.once ? one : { ...one, every: true }));
  const times = group.times.map((one) => ({ ...one, every: true }));
  const resolved = resolveGroup({ ...group, days, times }, now);
  return typeof resolved === "string" ? [] : resolved.ranges.filter(({ end }) => end < OPEN_END);
}

function resolveGroup(group: Group, now: Circumstances): Resolved | Nothing {
  const base = resolveBase(group, now);
  if (typeof base === "string") return base;
  let { ranges, grain, at, endless } = base ?? {
    ranges: [{ start: now.now, end: OPEN_END }],
    grain: "interval",
    at: undefined,
    endless: true,
  };
  const otherHalf = base?.otherHalf;
  for (const moment of group.moments) {
    const range = moment.at(now);
    if (range === "no_reference") return range;
    ranges = meet(ranges, [range]);
    // "Now Monday" is Monday, and the next one.
    if (moment.soonest === true && base !== undefined) continue;
    if (base === undefined && group.moments.length === 1 && group.bounds.length === 0) {
      const isClockTime = moment.point && range.end < OPEN_END;
      grain = isClockTime ? "datetime" : "interval";
      at = isClockTime ? range.start : undefined;
    } else {
      grain = "interval";
      at = undefined;
    }
    endless = endless && range.end === OPEN_END;
  }
  for (const bound of group.bounds) {
    const range = rangeOf(bound, now);
    if (typeof range === "string") return range;
    ranges = meet(ranges, [range]);
    endless = endless && range.end === OPEN_END;
    grain = "interval";
  }
  ranges = meet(ranges, [{ start: now.now, end: OPEN_END }]);
  if (ranges.length === 0) return "past";
  return { ranges, grain, at, endless, otherHalf };
}

/** Days and times of day without the bounds; undefined when there are none. */
function resolveBase(group: Group, now: Circumstances): Resolved | Nothing | undefined {
  const time = timeOf(group.times);
  if (time === "contradiction") return "no_such_date";
  if (group.days.length === 0) return time === undefined ? undefined : resolveTime(time, now);
  const days = intersection(group.days);
  // "Saturday mornings" are all of them.
  const every = days.weekday !== undefined && time?.plural === true;
  return resolveDays(every ? { ...days, every } : days, time, now);
}

function timeOf(times: readonly Time[]): Time | undefined | "contradiction" {
  let all: Time | undefined;
  for (const time of times) {
    const next: Time | undefined = all === undefined ? time : both(all, time);
    if (next === undefined) return "contradiction";
    all = next;
  }
  return all;
}
