import { MINUTES_PER_DAY } from "./calendar-date.ts";
import type { WallRange } from "./working-time.ts";

/** Minute of the day of `HH:MM` (00:00 to 24:00), or undefined for any other text. */
export function parseClock(text: string): number | undefined {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const minute = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minute <= MINUTES_PER_DAY ? minute : undefined;
}

/** An end at or before its start is on the next day, so that `22:00` to `02:00` is four hours. */
export function wallRange(from: string, to: string): WallRange | undefined {
  const start = parseClock(from);
  const end = parseClock(to);
  if (start === undefined || end === undefined || start === MINUTES_PER_DAY) return undefined;
  return { from: start, to: end <= start ? end + MINUTES_PER_DAY : end };
}

/** `08:00-18:00` in wall-clock minutes, or undefined when it is not of that form. */
export function parseHours(text: string): WallRange | undefined {
  const [from, to, ...rest] = text.split("-");
  return from === undefined || to === undefined || rest.length > 0 ? undefined : wallRange(from, to);
}
