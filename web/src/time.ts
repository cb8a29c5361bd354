import type { Language } from "./language.ts";

/**
 * Times on the screen are the business's, whatever the browser's zone: the server writes them with their offset, and what
 * stands before it is what the practice's clock shows.
 */

/** `2026-12-01` of `2026-12-01T09:00:00.000+01:00`. */
export const dateOf = (timestamp: string): string => timestamp.slice(0, 10);
/** `09:00` of the same. */
export const clockOf = (timestamp: string): string => timestamp.slice(11, 16);
/** `2026-12-01T09:00`: without an offset, as calendars want it and the server takes it. */
export const localOf = (timestamp: string): string => timestamp.slice(0, 16);

const MINUTE_MS = 60_000;

export function minutesBetween(start: string, end: string): number {
  return Math.round((Date.parse(end) - Date.parse(start)) / MINUTE_MS);
}

const asUtc = (date: string): Date => new Date(`${date.slice(0, 10)}T00:00:00Z`);

export function addDays(date: string, days: number): string {
  const moved = asUtc(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** Local, without an offset. */
export function addMinutes(local: string, minutes: number): string {
  return new Date(Date.parse(`${local.slice(0, 16)}:00Z`) + minutes * MINUTE_MS).toISOString().slice(0, 16);
}

/** 0 is Monday. */
export function weekdayOf(date: string): number {
  return (asUtc(date).getUTCDay() + 6) % 7;
}

/** Monday of that week. */
export function weekStart(date: string): string {
  return addDays(date, -weekdayOf(date));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept: the browser takes a hundred times as long to make one as to use it. */
function formatOf(locale: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(style);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, style);
  formats.set(key, format);
  return format;
}

const LOCALES: Readonly<Record<Language, string>> = { de: "de-DE", en: "en-GB" };

export function formatDate(
  date: string,
  language: Language,
  style: Intl.DateTimeFormatOptions = { weekday: "long", day: "numeric", month: "long", year: "numeric" },
): string {
  return formatOf(LOCALES[language], { ...style, timeZone: "UTC" }).format(asUtc(date));
}

/** "23.–29. Nov.": what both ends have in common is said once. */
export function formatRange(
  from: string,
  to: string,
  language: Language,
  style: Intl.DateTimeFormatOptions,
): string {
  return formatOf(LOCALES[language], { ...style, timeZone: "UTC" }).formatRange(asUtc(from), asUtc(to));
}

/** "Di., 1. Dez., 09:00" */
export function formatMoment(timestamp: string, language: Language): string {
  const day = formatDate(timestamp, language, { weekday: "short", day: "numeric", month: "short" });
  return `${day}, ${clockOf(timestamp)}`;
}

/** A moment (ISO) as the clocks of that zone show it. */
export function formatInstant(
  iso: string,
  zone: string,
  language: Language,
  style?: Intl.DateTimeFormatOptions,
): string {
  const shown = style ?? { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };
  return formatOf(LOCALES[language], { ...shown, timeZone: zone }).format(new Date(iso));
}

/** `+01:00`: how the clocks of that zone go around noon of that date. */
export function offsetOn(date: string, timeZone: string): string {
  const noon = new Date(`${date.slice(0, 10)}T12:00:00Z`);
  const parts = formatOf("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(noon);
  return parts.find(({ type }) => type === "timeZoneName")?.value.slice(3) || "+00:00";
}

/** Today and now by the clocks of that zone: `2026-12-01T09:03`. */
export function nowIn(zone: string, now: Date = new Date()): string {
  return formatOf("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" })
    .format(now)
    .replace(" ", "T");
}

export function formatNumber(value: number, language: Language, style?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(LOCALES[language], style).format(value);
}

/** 0 is Monday. */
export function weekdayName(
  index: number,
  language: Language,
  style: "long" | "short" | "narrow" = "long",
): string {
  const name = formatDate(addDays("2024-01-01", index), language, { weekday: style });
  return style === "short" ? name.replace(".", "") : name;
}
