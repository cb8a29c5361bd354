import { parseDate } from "../scheduling/calendar-date.ts";
import type { Language } from "../scheduling/configuration.ts";
import type { Range } from "../scheduling/range.ts";
import { parseLocalDateTime, type TimeZone } from "../scheduling/time-zone.ts";
import { understandPhrase } from "./phrases.ts";

/** What a `dateTime` asks for: the starts in a range, or those of the first day that has any. */
export type When = { readonly kind: "range"; readonly range: Range } | { readonly kind: "soonest" };

export interface Asked {
  readonly zone: TimeZone;
  readonly language: Language;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A date, a timestamp or a phrase as the contract reads it; undefined when it is none that we understand. */
export function understandWhen(text: string, { zone, language, now }: Asked): When | undefined {
  const trimmed = text.trim();
  const date = parseDate(trimmed);
  if (date !== undefined) return wholeDay(date, zone);
  if (/^\d{4}-\d{2}-\d{2}T/i.test(trimmed)) return restOfDay(trimmed.toUpperCase(), zone);
  const phrase = understandPhrase(trimmed, language);
  if (phrase === undefined) return undefined;
  if (phrase.kind === "soonest") return { kind: "soonest" };
  const today = zone.dayOf(Math.floor(now / 60_000));
  return wholeDay(phrase.dayFrom(today), zone);
}

/** The instant of a timestamp, in epoch milliseconds; without an offset it is local time. */
export function parseTimestamp(text: string, zone: TimeZone): number | undefined {
  const local = LOCAL.test(text) ? parseLocalDateTime(text, zone) : undefined;
  if (local !== undefined) return local * 60_000 + secondsOf(text) * 1_000;
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    if (/(?:Z|[+-]\d{2}:?\d{2}|\])$/i.test(text)) return undefined;
    const minute = parseLocalDateTime(text, zone);
    return minute === undefined ? undefined : minute * 60_000 + secondsOf(text) * 1_000;
  }
}

/** Most have no offset; asking `Temporal.Instant` first would cost a thrown error each time. */
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}([.,]\d+)?)?$/;

function secondsOf(text: string): number {
  const local = Temporal.PlainDateTime.from(text);
  return local.second + local.millisecond / 1_000;
}

function wholeDay(day: number, zone: TimeZone): When {
  return { kind: "range", range: { start: zone.startOf(day), end: zone.startOf(day + 1) } };
}

function restOfDay(text: string, zone: TimeZone): When | undefined {
  const instant = parseTimestamp(text, zone);
  if (instant === undefined) return undefined;
  const start = Math.ceil(instant / 60_000);
  return { kind: "range", range: { start, end: zone.startOf(zone.dayOf(Math.floor(instant / 60_000)) + 1) } };
}
