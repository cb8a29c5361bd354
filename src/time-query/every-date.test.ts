import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Day,
  formatDate,
  parseDate,
  weekdayIndexOf,
  yearMonthDateOf,
} from "../scheduling/calendar-date.ts";
import type { Language } from "../scheduling/configuration.ts";
import { clock, TimeZone } from "../scheduling/time-zone.ts";
import { englishNumber, englishOrdinal } from "./english-words.ts";
import { germanNumber, germanOrdinal } from "./german-words.ts";
import { understandTime } from "./understand-time.ts";

const zone = TimeZone.named("Europe/Berlin")!;
const TODAY = parseDate("2026-12-02")!;
const NOW = Date.parse("2026-12-02T09:00:00+01:00");

/** Start of the only range, `YYYY-MM-DDTHH:MM`, with its grain. */
function meant(text: string, language: Language): string {
  const answer = understandTime({ text, language, zone, now: NOW });
  if (answer.kind !== "understood") return answer.kind;
  const start = zone.format(answer.ranges[0]!.start);
  return answer.grain === "date" ? start.slice(0, 10) : `${answer.grain} ${start.slice(0, 16)}`;
}

const GERMAN_MONTHS = [
  "Januar",
  "Februar",
  "März",
  "April",
  "Mai",
  "Juni",
  "Juli",
  "August",
  "September",
  "Oktober",
  "November",
  "Dezember",
];
const ENGLISH_MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const GERMAN_WEEKDAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];
const ENGLISH_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const two = (value: number) => String(value).padStart(2, "0");

function suffix(date: number): string {
  if (date >= 11 && date <= 13) return "th";
  return ["th", "st", "nd", "rd"][date % 10] ?? "th";
}

function germanForms(day: Day): string[] {
  const { year, month, date } = yearMonthDateOf(day);
  const name = GERMAN_MONTHS[month - 1]!;
  const weekday = GERMAN_WEEKDAYS[weekdayIndexOf(day)]!;
  const [d, m] = [germanOrdinal(date), germanOrdinal(month)];
  const spokenYear = `zweitausend${germanNumber(year % 100)}`;
  return [
    `${date}.${month}.${year}`,
    `${two(date)}.${two(month)}.${year}`,
    `${two(date)}.${two(month)}.${two(year % 100)}`,
    `${date}. ${name} ${year}`,
    `${date} ${name} ${year}`,
    `${date}. ${name.slice(0, 3)}. ${year}`,
    `am ${date}.${month}.${year}`,
    `${weekday}, den ${date}. ${name} ${year}`,
    `${weekday} ${date}.${month}.${year}`,
    `${weekday.slice(0, 2)}., ${date}.${month}.${year}`,
    `am ${d}en ${name} ${spokenYear}`,
    `${d}er ${name} ${spokenYear}`,
    `der ${d}e ${m}e ${spokenYear}`,
    `am ${d}en ${m}en ${germanNumber(20)} ${germanNumber(year % 100)}`,
    `am ${weekday} dem ${d}en ${name} ${spokenYear}`,
    `${date}/${month}/${year}`,
    `${year}-${two(month)}-${two(date)}`,
    `ich hätte gern einen termin am ${d}en ${name.toLowerCase()} ${year}`,
  ];
}

function englishForms(day: Day): string[] {
  const { year, month, date } = yearMonthDateOf(day);
  const name = ENGLISH_MONTHS[month - 1]!;
  const weekday = ENGLISH_WEEKDAYS[weekdayIndexOf(day)]!;
  const ordinal = englishOrdinal(date);
  const spokenYear = `twenty ${englishNumber(year % 100)}`;
  return [
    `${month}/${date}/${year}`,
    `${name} ${date}, ${year}`,
    `${name} ${date}${suffix(date)}, ${year}`,
    `${name} ${date}${suffix(date)} ${year}`,
    `${date} ${name} ${year}`,
    `${date}${suffix(date)} of ${name} ${year}`,
    `${date}-${name.slice(0, 3)}-${year}`,
    `${name.slice(0, 3)}. ${date}, ${year}`,
    `${weekday}, ${name} ${date}, ${year}`,
    `${weekday.slice(0, 3)}, ${date} ${name.slice(0, 3)} ${year}`,
    `${name} the ${ordinal} ${spokenYear}`,
    `${name} ${ordinal} ${spokenYear}`,
    `the ${ordinal} of ${name} ${spokenYear}`,
    `on ${weekday} the ${ordinal} of ${name} two thousand and ${englishNumber(year % 100)}`,
    `${year}-${two(month)}-${two(date)}`,
    `${year}/${month}/${date}`,
    `do you have anything on ${name.toLowerCase()} ${ordinal} ${year}`,
  ];
}

describe("a date in any of its forms is that date", () => {
  const anyDay = fc.integer({ min: TODAY + 1, max: TODAY + 3_000 });

  it("in German", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        for (const form of germanForms(day))
          expect(`${form}: ${meant(form, "de")}`).toBe(`${form}: ${formatDate(day)}`);
      }),
    );
  });

  it("in English", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        for (const form of englishForms(day))
          expect(`${form}: ${meant(form, "en")}`).toBe(`${form}: ${formatDate(day)}`);
      }),
    );
  });

  it("without a year it is the next one", () => {
    const withinAYear = fc.integer({ min: TODAY + 1, max: TODAY + 364 });
    fc.assert(
      fc.property(withinAYear, (day) => {
        const { month, date } = yearMonthDateOf(day);
        const texts = [
          `${date}.${month}.`,
          `am ${germanOrdinal(date)}en ${germanOrdinal(month)}en`,
          `${date}. ${GERMAN_MONTHS[month - 1]}`,
        ];
        for (const text of texts) expect(`${text}: ${meant(text, "de")}`).toBe(`${text}: ${formatDate(day)}`);
        const english = [
          `${month}/${date}`,
          `the ${englishOrdinal(date)} of ${ENGLISH_MONTHS[month - 1]}`,
          `${ENGLISH_MONTHS[month - 1]} ${date}`,
        ];
        for (const text of english)
          expect(`${text}: ${meant(text, "en")}`).toBe(`${text}: ${formatDate(day)}`);
      }),
    );
  });
});

describe("a clock time in any of its forms is that time", () => {
  const working = fc.integer({ min: 8 * 60, max: 20 * 60 - 1 });

  function germanClocks(minute: number): string[] {
    const [h, m] = [Math.floor(minute / 60), minute % 60];
    const twelve = h > 12 ? h - 12 : h;
    const next = (twelve % 12) + 1;
    const texts = [
      `${h}:${two(m)}`,
      `${h}:${two(m)} Uhr`,
      `${h}.${two(m)} Uhr`,
      `um ${h} Uhr ${m}`,
      `${h} Uhr ${germanNumber(m)}`,
    ];
    if (h !== 8 || minute >= 480) texts.push(`um ${h}:${two(m)} uhr`);
    if (m === 0) texts.push(`um ${h}`, `${h} Uhr`, `um ${germanNumber(h)}`, `punkt ${h} uhr`);
    if (m === 15) texts.push(`viertel nach ${germanNumber(twelve)}`);
    if (m === 30) texts.push(`halb ${germanNumber(next)}`, `um halb ${next}`);
    if (m === 45) texts.push(`viertel vor ${germanNumber(next)}`, `dreiviertel ${germanNumber(next)}`);
    if (m === 25) texts.push(`fünf vor halb ${germanNumber(next)}`);
    if (m === 10) texts.push(`zehn nach ${germanNumber(twelve)}`);
    return texts;
  }

  function englishClocks(minute: number): string[] {
    const [h, m] = [Math.floor(minute / 60), minute % 60];
    const half = h < 12 ? "am" : "pm";
    const twelve = h > 12 ? h - 12 : h;
    const next = (twelve % 12) + 1;
    const texts = [
      `${h}:${two(m)}`,
      `${twelve}:${two(m)}${half}`,
      `${twelve}:${two(m)} ${half[0]}.m.`,
      `at ${twelve}:${two(m)} ${half.toUpperCase()}`,
      `${two(h)}${two(m)} hours`,
    ];
    if (m === 0)
      texts.push(
        `${twelve}${half}`,
        `${englishNumber(twelve)} ${half}`,
        `at ${englishNumber(twelve)}`,
        `${twelve} o'clock`,
      );
    if (m >= 10)
      texts.push(
        `at ${englishNumber(twelve)} ${englishNumber(m)}`,
        `${englishNumber(twelve)} ${englishNumber(m)} ${half}`,
      );
    if (m === 15) texts.push(`quarter past ${englishNumber(twelve)}`);
    if (m === 30) texts.push(`half past ${englishNumber(twelve)}`);
    if (m === 45) texts.push(`a quarter to ${englishNumber(next)}`);
    if (m === 50) texts.push(`ten to ${englishNumber(next)}`);
    return texts;
  }

  it("in German, on a named day", () => {
    fc.assert(
      fc.property(working, (minute) => {
        for (const text of germanClocks(minute)) {
          expect(`${text}: ${meant(`morgen ${text}`, "de")}`).toBe(
            `${text}: datetime 2026-12-03T${clock(minute)}`,
          );
        }
      }),
    );
  });

  it("in English, on a named day", () => {
    fc.assert(
      fc.property(working, (minute) => {
        for (const text of englishClocks(minute)) {
          expect(`${text}: ${meant(`tomorrow ${text}`, "en")}`).toBe(
            `${text}: datetime 2026-12-03T${clock(minute)}`,
          );
        }
      }),
    );
  });
});

describe("dates that do not exist are impossible in every form", () => {
  const impossible = fc.constantFrom([30, 2], [31, 2], [31, 4], [31, 6], [31, 9], [31, 11], [32, 1], [29, 2]);

  it("in both languages", () => {
    fc.assert(
      fc.property(impossible, ([date, month]) => {
        const year = 2027;
        const german = [
          `${date}.${month}.${year}`,
          `${date}. ${GERMAN_MONTHS[month! - 1]} ${year}`,
          `am ${germanOrdinal(date!)}en ${germanOrdinal(month!)}en ${year}`,
        ];
        for (const text of german) expect(`${text}: ${meant(text, "de")}`).toBe(`${text}: impossible`);
        const english = [
          `${month}/${date}/${year}`,
          `${ENGLISH_MONTHS[month! - 1]} ${date}, ${year}`,
          `${ENGLISH_MONTHS[month! - 1]} ${englishOrdinal(date!)} ${year}`,
        ];
        for (const text of english) expect(`${text}: ${meant(text, "en")}`).toBe(`${text}: impossible`);
      }),
    );
  });
});
