import type { Minute, Range } from "../scheduling/range.ts";
import type { Circumstances, Nothing } from "./circumstances.ts";
import { exactly, type Time } from "./clock.ts";
import { choose, rangeOn } from "./clock-on-day.ts";
import { intersection, RANK, type Span } from "./days.ts";
import { OPEN_END } from "./moments.ts";
import type { Bound, Operand } from "./query.ts";
import { isNever, resolveTime } from "./resolve-days.ts";

export function rangeOf(bound: Bound, now: Circumstances): Range | Nothing {
  if (bound.kind === "range") {
    const low = firstOf(bound.low, now);
    if (typeof low === "string") return low;
    const inherits = bound.high.days.length === 0 && bound.high.moment === undefined;
    const high = firstOf(inherits ? { ...bound.high, days: bound.low.days } : bound.high, now, low.start);
    if (typeof high === "string") return high;
    const { time: upTo, moment } = bound.high;
    const isPart = upTo === undefined ? moment?.point !== true : upTo.kind === "part";
    return { start: low.start, end: isPart ? endOfPart(upTo, high) : high.start };
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
  if (moment !== undefined) return moment.at(now);
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
  return chosen === undefined ? undefined : rangeOn(from, chosen.window, exactly(time), now);
}
