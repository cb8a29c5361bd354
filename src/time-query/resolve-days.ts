import { type Minute, merge, type Range } from "../scheduling/range.ts";
import { type Circumstances, HORIZON_DAYS, meet, type Nothing, type Resolved } from "./circumstances.ts";
import { exactly, type Time } from "./clock.ts";
import { choose, isOpen, isPast, rangeOn } from "./clock-on-day.ts";
import { type Days, LONG_AGO, type Span } from "./days.ts";
import { OPEN_END } from "./moments.ts";

/** No span is looked at for longer than this. */
const MOST_DAYS = HORIZON_DAYS;

export function resolveDays(days: Days, time: Time | undefined, now: Circumstances): Resolved | Nothing {
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
export function isNever(days: Days, now: Circumstances): boolean {
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
  // What comes again and again is the same every day, also when today's is over.
  const daily = recurring || forever ? { ...now, today: LONG_AGO } : now;
  const ranges: Range[] = [];
  const others: Range[] = [];
  let at: Minute | undefined;
  for (const { from, to } of spans) {
    for (let day = from; day < Math.min(to, from + (forever ? HORIZON_DAYS : MOST_DAYS)); day += 1) {
      const chosen = choose(time, day, daily);
      if (chosen === undefined) continue;
      const range = rangeOn(day, chosen.window, time, now);
      at ??= rangeOn(day, chosen.window, exactly(time), now).start;
      ranges.push(range);
      others.push(chosen.other === undefined ? range : rangeOn(day, chosen.other, time, now));
    }
  }
  const left = meet(merge(ranges), [after]);
  if (left.length === 0) return undefined;
  const isPoint = time.kind === "point" && time.shortly === undefined && single;
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

/** A time of day on no day: the next one, or every one. */
export function resolveTime(time: Time, now: Circumstances): Resolved | Nothing {
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
    const isClock = time.kind === "point" || time.kind === "range";
    if (isClock && day === today && !comesToday(time, now)) continue;
    const resolved = onSpans([{ from: day, to: day + 1 }], time, now, false);
    if (resolved === undefined) continue;
    if (time.kind !== "until") return resolved;
    const [range] = resolved.ranges;
    // "By nine" is any time from now on; "before nine" is of the day that it is nine on.
    const isDeadline = time.deadline === true && range !== undefined;
    return isDeadline ? { ...resolved, ranges: [{ start: now.now, end: range.end }] } : resolved;
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
