import type { Weekday, WeeklyHours } from "../../../../src/staff-api/wire-types.ts";

export const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

export const DAY_MINUTES = 1_440;

/** Minutes from the day's midnight, half-open; the end is past 1440 where it is on the next day. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const two = (value: number) => String(value).padStart(2, "0");

/** `08:00`; what is past midnight is as on the next day's clock, midnight itself ends the day. */
export function clockText(minute: number): string {
  const shown = minute > DAY_MINUTES ? minute - DAY_MINUTES : minute;
  return `${two(Math.floor(shown / 60))}:${two(shown % 60)}`;
}

/** `8–12:30`, where there is little room. */
export function shortText({ from, to }: Span): string {
  const short = (minute: number) => clockText(minute).replace(/^0/, "").replace(":00", "");
  return `${short(from)}–${short(to)}`;
}

export function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** Of the practice file's `HH:MM-HH:MM`. */
export function spanOf(text: string): Span {
  const from = minuteOf(text);
  const to = minuteOf(text.slice(6));
  return { from, to: to <= from ? to + DAY_MINUTES : to };
}

export function spansOf(hours: readonly string[] | undefined): Span[] {
  return joined((hours ?? []).map(spanOf));
}

/** As the practice file has them: sorted, and nothing overlaps. */
export function hoursOf(spans: readonly Span[]): string[] {
  return joined(spans).map(({ from, to }) => `${clockText(from)}-${clockText(to)}`);
}

/** Sorted, with what touches made one. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && span.from <= last.to) {
      // Around the clock is as long as a day's hours can be.
      const to = Math.min(Math.max(last.to, span.to), last.from + DAY_MINUTES);
      result[result.length - 1] = { from: last.from, to };
    } else result.push(span);
  }
  return result;
}

export function withSpan(spans: readonly Span[], { from, to }: Span): Span[] {
  return joined([...spans, { from, to }]);
}

export function withoutSpan(spans: readonly Span[], { from, to }: Span): Span[] {
  return spans.flatMap((span) => [
    ...(span.from < from ? [{ from: span.from, to: Math.min(span.to, from) }] : []),
    ...(span.to > to ? [{ from: Math.max(span.from, to), to: span.to }] : []),
  ]);
}

/** `08:00–12:00, 13:00–18:00`, for people. */
export function readable(hours: readonly string[] | undefined): string {
  return (hours ?? []).map((text) => text.replace("-", "–")).join(", ");
}

export type ReadHours = { readonly ok: true; readonly hours: string[] } | { readonly ok: false };

const CLOCK = String.raw`(\d{1,2})(?:[:.](\d{2}))?\s*(?:uhr|h)?`;
const RANGE = new RegExp(String.raw`^${CLOCK}\s*(?:-|–|—|bis|to)\s*${CLOCK}$`);
const CLOSED = new Set(["", "-", "–", "—", "geschlossen", "zu", "frei", "closed", "off"]);

/** What people write: `8-12, 13-18`, `8 bis 12 Uhr und 13 bis 18 Uhr`, `geschlossen`. */
export function readHours(typed: string): ReadHours {
  const text = typed.trim().toLowerCase();
  if (CLOSED.has(text)) return { ok: true, hours: [] };
  const spans: Span[] = [];
  for (const part of text.split(/[,;+&]|\bund\b|\band\b/)) {
    const match = RANGE.exec(part.trim());
    if (match === null) return { ok: false };
    const from = minuteTyped(match[1]!, match[2]);
    const to = minuteTyped(match[3]!, match[4]);
    if (from === undefined || to === undefined || from === DAY_MINUTES) return { ok: false };
    spans.push({ from, to: to <= from ? to + DAY_MINUTES : to });
  }
  return { ok: true, hours: hoursOf(spans) };
}

function minuteTyped(hours: string, minutes: string | undefined): number | undefined {
  const minute = Number(hours) * 60 + Number(minutes ?? 0);
  return Number(minutes ?? 0) < 60 && minute <= DAY_MINUTES ? minute : undefined;
}

/** Without the days that are closed: the practice file leaves them out. */
export function tidyWeek(week: WeeklyHours): WeeklyHours {
  return Object.fromEntries(
    WEEKDAYS.flatMap((day) => (week[day] === undefined || week[day].length === 0 ? [] : [[day, week[day]]])),
  );
}

/** With a list for each day: a patch then replaces every day. */
export function wholeWeek(week: WeeklyHours): WeeklyHours {
  return Object.fromEntries(WEEKDAYS.map((day) => [day, week[day] ?? []]));
}
