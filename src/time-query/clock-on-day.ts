import { type Day, MINUTES_PER_DAY } from "../scheduling/calendar-date.ts";
import type { Minute, Range } from "../scheduling/range.ts";
import type { TimeZone } from "../scheduling/time-zone.ts";
import type { Circumstances } from "./circumstances.ts";
import { SHORTLY_MINUTES, type Time } from "./clock.ts";
import type { Window } from "./conventions.ts";

export function rangeOn(
  day: Day,
  [from, to]: Window,
  time: Time,
  { zone, conventions }: Circumstances,
): Range {
  const at = (minute: number) => instantOf(day, minute, time, zone);
  const start = at(from);
  if (time.kind !== "point") return { start, end: at(to) };
  if (time.shortly === "after") {
    const said = start - SHORTLY_MINUTES;
    return { start: said, end: said + conventions.shortlyMinutes };
  }
  if (time.shortly === "before") {
    const said = start + SHORTLY_MINUTES;
    return { start: said - conventions.shortlyMinutes, end: said };
  }
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
export function choose(
  time: Time,
  day: Day,
  now: Circumstances,
): { window: Window; other?: Window } | undefined {
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

export function isPast([from, to]: Window, time: Time, day: Day, now: Circumstances): boolean {
  const minute = time.kind === "point" ? from : to;
  const instant = minute <= MINUTES_PER_DAY ? instantOf(day, minute, time, now.zone) : now.now;
  return time.kind === "point" ? instant < now.now : instant <= now.now;
}

export function isOpen([from, to]: Window, time: Time, day: Day, { openAt }: Circumstances): boolean {
  return openAt(day).some((open) => {
    if (time.kind === "until") return to > open.from && to <= open.to;
    return from >= open.from && from < open.to;
  });
}
