/** A calendar date without a zone, as days since 1970-01-01. */
export type Day = number;

export const MINUTES_PER_DAY = 1440;

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** 0 is Monday. */
export function weekdayIndexOf(day: Day): number {
  const THURSDAY = 3; // 1970-01-01
  return (((day + THURSDAY) % 7) + 7) % 7;
}

/** The day of `YYYY-MM-DD`; undefined for any other text and for dates that do not exist. */
export function parseDate(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const month = Number(text.slice(5, 7));
  const date = Number(text.slice(8, 10));
  const day = dayOfDate(Number(text.slice(0, 4)), month, date);
  const exists = yearMonthDateOf(day);
  return exists.month === month && exists.date === date ? day : undefined;
}

export function dayOfPlainDate({ year, month, day }: Temporal.PlainDate): Day {
  return dayOfDate(year, month, day);
}

/**
 * A month past December is one of the next year, a date past its month's end one of the next month. By Howard
 * Hinnant's `days_from_civil` (public domain).
 */
export function dayOfDate(year: number, month: number, date: number): Day {
  const index = month - 1;
  const marchIndex = ((index % 12) + 12 + 10) % 12; // of a year that begins in March, so that leap days end it
  const marchYear = year + Math.floor(index / 12) - (marchIndex >= 10 ? 1 : 0);
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * marchIndex + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function plainDateOf(day: Day): Temporal.PlainDate {
  const { year, month, date } = yearMonthDateOf(day);
  return new Temporal.PlainDate(year, month, date);
}

/** `YYYY-MM-DD`. */
export function formatDate(day: Day): string {
  const { year, month, date } = yearMonthDateOf(day);
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(date)}`;
}

export function yearOf(day: Day): number {
  return yearMonthDateOf(day).year;
}

/** The proleptic Gregorian date, by Howard Hinnant's `civil_from_days` (public domain). */
export function yearMonthDateOf(day: Day): { year: number; month: number; date: number } {
  const shifted = day + 719_468; // days from 0000-03-01, so that leap days end a year
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

export function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
