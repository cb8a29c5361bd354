import { type Day, MINUTES_PER_DAY } from "../scheduling/calendar-date.ts";
import { type Minute, merge, type Range, subtract } from "../scheduling/range.ts";
import type { TimeZone } from "../scheduling/time-zone.ts";
import { both, type Time } from "./clock.ts";
import type { Bound, Group, Operand, Query } from "./compose.ts";
import type { Window } from "./conventions.ts";
import { type Calendar, type Days, intersection, LONG_AGO, RANK, type Span } from "./days.ts";
import { OPEN_END } from "./moments.ts";

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
const HORIZON_DAYS = 91;
/** No span is looked at for longer than this. */
const MOST_DAYS = HORIZON_DAYS;
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
    const range = moment.at({ now: now.now, reference: now.referenceStart });
    if (range === "no_reference") return range;
    ranges = meet(ranges, [range]);
    if (base === undefined && group.moments.length === 1 && group.bounds.length === 0) {
      grain = moment.point ? "datetime" : "interval";
    } else grain = "interval";
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

function meet(a: readonly Range[], b: readonly Range[]): Range[] {
  return a.flatMap((one) =>
    b
      .map((other) => ({ start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) }))
      .filter(({ start, end }) => start < end),
  );
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

function resolveDays(days: Days, time: Time | undefined, now: Circumstances): Resolved | Nothing {
  const today = days.once ? now.today : (now.window?.from ?? now.today);
  let from = days.weekday !== undefined && days.every !== true ? today + 1 : today;
  for (let tries = 0; tries < 3; tries += 1) {
    const span = days.next(now, from);
    if (span === undefined) break;
    const spans = days.every === true ? allFrom(days, span, now) : [span];
    const resolved = onSpans(spans, time, now, days.every === true && !days.once);
    if (resolved !== undefined) return resolved;
    if (days.once) return "past";
    from = span.to;
  }
  return isNever(days, now) ? "no_such_date" : "past";
}

/** What comes again and again and does not come from today on never does. */
function isNever(days: Days, now: Circumstances): boolean {
  return !days.once || days.next(now, LONG_AGO) === undefined;
}

function allFrom(days: Days, first: Span, now: Circumstances): Span[] {
  const spans: Span[] = [];
  const end = days.once
    ? now.today + MOST_DAYS
    : (now.window?.to ?? Math.max(now.today, first.from) + HORIZON_DAYS);
  for (let span: Span | undefined = first; span !== undefined; span = days.next(now, span.to)) {
    if (span.from >= end) break;
    spans.push(span);
    if (span.to === Number.POSITIVE_INFINITY) break;
  }
  return spans;
}

function onSpans(
  spans: readonly Span[],
  time: Time | undefined,
  now: Circumstances,
  recurring: boolean,
): Resolved | undefined {
  const [first] = spans;
  if (first === undefined) return undefined;
  const { zone } = now;
  const forever = first.to === Number.POSITIVE_INFINITY;
  const single = spans.length === 1 && first.to === first.from + 1;
  const after = { start: now.now, end: OPEN_END };
  if (time === undefined) {
    const ranges = spans.map(({ from, to }) => ({
      start: zone.startOf(from),
      end: to === Number.POSITIVE_INFINITY ? OPEN_END : zone.startOf(to),
    }));
    const left = meet(merge(ranges), [after]);
    if (left.length === 0) return undefined;
    return { ranges: left, grain: single ? "date" : "interval", endless: recurring || forever };
  }
  const ranges: Range[] = [];
  const others: Range[] = [];
  let at: Minute | undefined;
  for (const { from, to } of spans) {
    for (let day = from; day < Math.min(to, from + (forever ? HORIZON_DAYS : MOST_DAYS)); day += 1) {
      const chosen = choose(time, day, now);
      if (chosen === undefined) continue;
      const range = rangeOn(day, chosen.window, time, now);
      at ??= rangeOn(day, chosen.window, { ...time, around: false }, now).start;
      ranges.push(range);
      others.push(rangeOn(day, chosen.other ?? chosen.window, time, now));
    }
  }
  const left = meet(merge(ranges), [after]);
  if (left.length === 0) return undefined;
  const isPoint = time.kind === "point" && single;
  // A named time that is past is past, though the half hour around it is not.
  if (isPoint && at !== undefined && at < now.now) return undefined;
  const differs = others.some(({ start }, index) => start !== ranges[index]?.start);
  return {
    ranges: left,
    grain: isPoint ? "datetime" : "interval",
    at: isPoint && time.around === true ? at : undefined,
    endless: recurring || forever,
    otherHalf: differs ? meet(merge(others), [after]) : undefined,
  };
}

function rangeOn(day: Day, [from, to]: Window, time: Time, { zone, conventions }: Circumstances): Range {
  const at = (minute: number) => instantOf(day, minute, time, zone);
  const start = at(from);
  if (time.kind !== "point") return { start, end: at(to) };
  const width = time.around === true ? conventions.aroundMinutes : 0;
  return { start: start - width, end: start + Math.max(1, width) };
}

function instantOf(day: Day, minute: number, { offset }: Time, zone: TimeZone): Minute {
  if (offset !== undefined) return day * MINUTES_PER_DAY + minute - offset;
  return minute <= MINUTES_PER_DAY
    ? zone.instantAt(day, minute)
    : zone.instantAt(day + 1, minute - MINUTES_PER_DAY);
}

/** Of several halves of the day the one inside opening time, and another one that is too. */
function choose(time: Time, day: Day, now: Circumstances): { window: Window; other?: Window } | undefined {
  const windows = time.choices(now.conventions);
  const [said] = windows;
  if (said === undefined) return undefined;
  if (windows.length === 1 || time.kind === "part" || time.settled === true) return { window: said };
  const future = windows.filter((window) => day !== now.today || !isPast(window, time, day, now));
  const fitting = windows.filter((window) => isOpen(window, time, day, now));
  const ahead = fitting.filter((window) => future.includes(window));
  const [window, other] = ahead;
  if (window !== undefined) return other === undefined ? { window } : { window, other };
  if (fitting[0] !== undefined && !now.conventions.todayHourRollsOver) return { window: fitting[0] };
  const [first, second] = future;
  // "Tomorrow at midnight" is when it begins; it could be when it ends.
  const isMidnight = first?.[0] === 0 && second?.[0] === MINUTES_PER_DAY;
  return { window: first ?? fitting[0] ?? said, ...(isMidnight ? { other: second } : {}) };
}

function isPast([from, to]: Window, time: Time, day: Day, now: Circumstances): boolean {
  const minute = time.kind === "point" ? from : to;
  const instant = minute <= MINUTES_PER_DAY ? instantOf(day, minute, time, now.zone) : now.now;
  return time.kind === "point" ? instant < now.now : instant <= now.now;
}

function isOpen([from, to]: Window, time: Time, day: Day, { openAt }: Circumstances): boolean {
  return openAt(day).some((open) => {
    if (time.kind === "until") return to > open.from && to <= open.to;
    return from >= open.from && from < open.to;
  });
}

/** A time of day on no day: the next one, or every one. */
function resolveTime(time: Time, now: Circumstances): Resolved | Nothing {
  const { today, zone } = now;
  if (time.kind === "from" || time.every === true) {
    const ranges: Range[] = [];
    const { from, to } = now.window ?? { from: today, to: today + HORIZON_DAYS };
    const windows = time.choices(now.conventions);
    // Only a choice depends on the day.
    const fixed =
      windows.length === 1 || time.settled === true || time.kind === "part" ? windows[0] : undefined;
    const anyDay = { ...now, today: LONG_AGO };
    for (let day = from; day < to; day += 1) {
      const window = fixed ?? choose(time, day, anyDay)?.window;
      if (window !== undefined) ranges.push(rangeOn(day, window, time, now));
    }
    const last = ranges.at(-1);
    // What is later than the days spelled out is open.
    if (time.kind === "from" && last !== undefined) ranges.push({ start: last.start, end: OPEN_END });
    const left = meet(merge(ranges), [{ start: now.now, end: OPEN_END }]);
    return left.length === 0 ? "no_such_date" : { ranges: left, grain: "interval", endless: true };
  }
  for (let day = today; day <= today + 2; day += 1) {
    if (time.kind === "point" && day === today && !comesToday(time, now)) continue;
    const resolved = onSpans([{ from: day, to: day + 1 }], time, now, false);
    if (resolved === undefined) continue;
    if (time.kind !== "until") return resolved;
    const [range] = resolved.ranges;
    return { ...resolved, ranges: range === undefined ? [] : [{ start: now.now, end: range.end }] };
  }
  return zone === undefined ? "past" : "no_such_date";
}

/** A mere "at eight", said at ten, is tomorrow's, unless it can be an opening time of tonight. */
function comesToday(time: Time, now: Circumstances): boolean {
  const windows = time.choices(now.conventions);
  const ahead = windows.filter((window) => !isPast(window, time, now.today, now));
  if (ahead.length === 0) return false;
  return (
    windows.length === 1 ||
    ahead.some((window) => isOpen(window, time, now.today, now)) ||
    !windows.some((window) => isOpen(window, time, now.today, now))
  );
}

function rangeOf(bound: Bound, now: Circumstances): Range | Nothing {
  if (bound.kind === "range") {
    const low = firstOf(bound.low, now);
    if (typeof low === "string") return low;
    const inherits = bound.high.days.length === 0 && bound.high.moment === undefined;
    const high = firstOf(inherits ? { ...bound.high, days: bound.low.days } : bound.high, now, low.start);
    if (typeof high === "string") return high;
    const upTo = bound.high.time;
    return {
      start: low.start,
      end: upTo === undefined ? high.end : upTo.kind === "part" ? endOfPart(upTo, high) : high.start,
    };
  }
  const { edge, operand } = bound;
  const range = firstOf(operand, now);
  if (typeof range === "string") return range;
  const whole = operand.days.some((days) => days.rank >= RANK.month);
  const isPoint = operand.time?.kind === "point" || operand.moment?.point === true;
  switch (edge) {
    case "from":
      return { start: range.start, end: OPEN_END };
    case "after":
      return { start: isPoint ? range.start : range.end, end: OPEN_END };
    case "before":
      return { start: now.now, end: range.start };
    case "until":
      // "Until Friday" includes it, "until October" does not.
      return { start: now.now, end: isPoint || whole ? range.start : endOfPart(operand.time, range) };
    case "by":
      return { start: now.now, end: isPoint ? range.start : endOfPart(operand.time, range) };
  }
}

/** "Until tomorrow noon" ends when noon begins. */
function endOfPart(time: Time | undefined, { start, end }: Range): Minute {
  return time?.part === "noon" ? start : end;
}

/** The first stretch that the operand names, not cut off at now. */
function firstOf({ days, time, moment }: Operand, now: Circumstances, after?: Minute): Range | Nothing {
  if (moment !== undefined) return moment.at({ now: now.now, reference: now.referenceStart });
  if (days.length === 0) {
    const resolved = time === undefined ? "past" : resolveTime(time, now);
    return typeof resolved === "string" ? resolved : (resolved.ranges[0] ?? "past");
  }
  const all = intersection(days);
  const today = all.weekday !== undefined && after === undefined ? now.today + 1 : now.today;
  let span = all.next(now, after === undefined ? today : now.zone.dayOf(after));
  if (span === undefined) return isNever(all, now) ? "no_such_date" : "past";
  for (let tries = 0; tries < 2; tries += 1) {
    const range = stretchOf(span, time, now);
    if (range === undefined) return "no_such_date";
    if (range.end > now.now) return range;
    const next = all.next(now, span.to);
    if (next === undefined) return "past";
    span = next;
  }
  return "past";
}

function stretchOf({ from, to }: Span, time: Time | undefined, now: Circumstances): Range | undefined {
  if (time === undefined)
    return { start: now.zone.startOf(from), end: Number.isFinite(to) ? now.zone.startOf(to) : OPEN_END };
  const chosen = choose(time, from, now);
  return chosen === undefined ? undefined : rangeOn(from, chosen.window, { ...time, around: false }, now);
}
