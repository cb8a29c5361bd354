import type { Language } from "../scheduling/configuration.ts";
import { type DateOrder, type DateParts, dateReadings, type Readings } from "./spoken-date-parts.ts";
import { type Understood, understood } from "./understood.ts";

export interface DobContext {
  /** `YYYY-MM-DD`: nobody was born after it, or more than 120 years before. */
  readonly today: string;
  /** ISO 3166-1 alpha-2: whether English puts the month first. */
  readonly country: string | undefined;
  readonly language: Language;
}

const OLDEST_YEARS = 120;

/**
 * A date of birth as said or written, as `YYYY-MM-DD`. Two digits of a year mean the last such year that is not in the
 * future. What can be read day first and month first keeps both readings; a day that no calendar has is none. Two alternatives
 * ("3. oder 4. April 1985") are both kept.
 */
export function understandDob(text: string, context: DobContext): Understood {
  const alternatives = dateReadings(text, orderOf(context));
  return understood(alternatives.flatMap((tiers) => birthdaysOf(tiers, context.today)));
}

/** Of the first tier that has any. */
function birthdaysOf(tiers: readonly Readings[], today: string): readonly string[] {
  for (const readings of tiers) {
    const birthdays = readings.flatMap((parts) => birthdayOf(parts, today) ?? []);
    if (birthdays.length > 0) return birthdays;
  }
  return [];
}

const MONTH_FIRST = new Set(["US", "PH", "PR", "GU"]);
const DAY_FIRST_IN_ENGLISH = new Set([
  "GB",
  "IE",
  "AU",
  "NZ",
  "IN",
  "ZA",
  "MT",
  "CY",
  "SG",
  "HK",
  "NG",
  "KE",
  "PK",
  "JM",
]);

function orderOf({ language, country }: DobContext): DateOrder {
  if (language === "de") return "day first";
  if (country !== undefined && MONTH_FIRST.has(country)) return "month first";
  return country !== undefined && DAY_FIRST_IN_ENGLISH.has(country) ? "day first" : "unknown";
}

function birthdayOf({ day, month, year, hasCentury }: DateParts, today: string): string | undefined {
  const thisYear = Number(today.slice(0, 4));
  const years = hasCentury ? [year] : [2000 + year, 1900 + year];
  for (const full of years) {
    if (day < 1 || day > daysOf(month, full)) continue;
    const date = `${full}-${twoDigits(month)}-${twoDigits(day)}`;
    const oldest = `${thisYear - OLDEST_YEARS}${today.slice(4)}`;
    if (date <= today && date >= oldest) return date;
  }
  return undefined;
}

function daysOf(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
