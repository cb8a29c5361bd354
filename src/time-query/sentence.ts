import {
  type Day,
  MINUTES_PER_DAY,
  weekdayIndexOf,
  yearMonthDateOf,
  yearOf,
} from "../scheduling/calendar-date.ts";
import type { Language } from "../scheduling/configuration.ts";
import type { Minute, Range } from "../scheduling/range.ts";
import type { TimeZone } from "../scheduling/time-zone.ts";
import { OPEN_END } from "./moments.ts";

interface Telling {
  readonly language: Language;
  readonly zone: TimeZone;
  readonly now: Minute;
  readonly grain: "date" | "datetime" | "interval";
  readonly at?: Minute | undefined;
}

/** What was understood, in words a caller can confirm: "Dienstag, 1. Dezember, ab 14:30 Uhr". */
export function sentenceOf(ranges: readonly Range[], telling: Telling): string {
  const { language, zone, now, grain } = telling;
  const words = WORDS[language];
  const [first] = ranges;
  const last = ranges.at(-1);
  if (first === undefined || last === undefined) return words.never;
  const day = (minute: Minute) => dateText(zone.dayOf(minute), telling);
  const at = telling.at ?? first.start;
  // "In two hours" goes on for a while: that is told as the stretch it is.
  if (grain === "datetime" && (telling.at !== first.start || first.end - first.start === 1)) {
    const around = telling.at === undefined ? "" : `${words.around} `;
    return `${day(at)}, ${around}${clockText(at, telling)}`;
  }
  if (ranges.length === 1) {
    const { start, end } = first;
    if (end === OPEN_END) {
      if (start <= now) return words.anytime;
      return isMidnight(start, zone)
        ? `${words.from} ${day(start)}`
        : `${words.from} ${day(start)}, ${clockText(start, telling)}`;
    }
    return stretchText(first, telling);
  }
  if (ranges.length <= 3)
    return joined(
      ranges.map((range) => stretchText(range, telling)),
      words.or,
    );
  const clocks = new Set<number>();
  for (let index = 1; index < ranges.length && clocks.size < 2; index += 1)
    clocks.add(clocksOf(ranges[index]!, zone));
  const upTo =
    last.end >= OPEN_END || ranges.length > 60 ? words.andSoOn : `${words.to} ${day(last.end - 1)}`;
  const [only] = clocks;
  const each =
    clocks.size === 1 && only !== undefined && only !== 0
      ? `, ${words.each} ${windowText(ranges[1]!, telling)}`
      : "";
  return `${day(first.start)} ${upTo}${each}`;
}

function stretchText({ start, end }: Range, telling: Telling): string {
  const { zone, language } = telling;
  const words = WORDS[language];
  const [from, to] = [zone.dayOf(start), zone.dayOf(end - 1)];
  const [opens, closes] = [isMidnight(start, zone), isMidnight(end, zone)];
  if (from === to) {
    const date = dateText(from, telling);
    return opens && closes ? date : `${date}, ${windowText({ start, end }, telling)}`;
  }
  const early = opens ? "" : `, ${clockText(start, telling)}`;
  const late = closes ? "" : `, ${clockText(end, telling)}`;
  const lastDay = zone.dayOf(closes ? end - 1 : end);
  return `${dateText(from, telling)}${early}, ${words.to} ${dateText(lastDay, telling)}${late}`;
}

function windowText({ start, end }: Range, telling: Telling): string {
  const { zone, language } = telling;
  const words = WORDS[language];
  if (isMidnight(start, zone) && isMidnight(end, zone)) return "";
  if (isMidnight(end, zone)) return `${words.fromClock} ${clockText(start, telling)}`;
  if (isMidnight(start, zone)) return `${words.to} ${clockText(end, telling)}`;
  return language === "de"
    ? `${wallClock(start, zone)} ${words.to} ${clockText(end, telling)}`
    : `${clockText(start, telling)} ${words.to} ${clockText(end, telling)}`;
}

/** Both as one number: there can be a hundred ranges, and texts cost. */
function clocksOf({ start, end }: Range, zone: TimeZone): number {
  const wall = (minute: Minute) => (minute + zone.offsetAt(minute)) % MINUTES_PER_DAY;
  return wall(start) * MINUTES_PER_DAY + wall(end);
}

function isMidnight(minute: Minute, zone: TimeZone): boolean {
  return zone.dayAround(minute).start === minute;
}

function wallClock(minute: Minute, zone: TimeZone): string {
  return zone.format(minute).slice(11, 16);
}

function clockText(minute: Minute, { language, zone }: Telling): string {
  const text = wallClock(minute, zone);
  if (language === "de") return `${text} Uhr`;
  const hour = Number(text.slice(0, 2));
  const half = hour < 12 ? "am" : "pm";
  return `${hour % 12 === 0 ? 12 : hour % 12}:${text.slice(3)} ${half}`;
}

function dateText(day: Day, { language, zone, now }: Telling): string {
  const { year, month, date } = yearMonthDateOf(day);
  const { weekdays, months } = WORDS[language];
  const name = weekdays[weekdayIndexOf(day)];
  const inYear = year === yearOf(zone.dayOf(now)) ? "" : ` ${year}`;
  return language === "de"
    ? `${name}, ${date}. ${months[month - 1]}${inYear}`
    : `${name}, ${date} ${months[month - 1]}${inYear}`;
}

function joined(texts: readonly string[], or: string): string {
  return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join("; ")} ${or} ${texts.at(-1)}`;
}

const WORDS = {
  de: {
    from: "ab",
    fromClock: "ab",
    to: "bis",
    or: "oder",
    each: "jeweils",
    around: "gegen",
    never: "nie",
    anytime: "so bald wie möglich",
    andSoOn: "und so weiter",
    weekdays: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    months: [
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
    ],
  },
  en: {
    from: "from",
    fromClock: "from",
    to: "to",
    or: "or",
    each: "each day",
    around: "around",
    never: "never",
    anytime: "as soon as possible",
    andSoOn: "and so on",
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    months: [
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
    ],
  },
} as const;
