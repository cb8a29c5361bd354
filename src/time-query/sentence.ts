import {
  type Day,
  MINUTES_PER_DAY,
  weekdayIndexOf,
  yearMonthDateOf,
  yearOf,
} from "../scheduling/calendar-date.ts";
import type { Language } from "../scheduling/configuration.ts";
import type { Minute, Range } from "../scheduling/range.ts";
import { clock, type TimeZone } from "../scheduling/time-zone.ts";
import { HORIZON_DAYS } from "./circumstances.ts";
import type { Window } from "./conventions.ts";
import { OPEN_END } from "./moments.ts";
import { type WeeklyPattern, weeklyPattern } from "./weekly-pattern.ts";

interface Telling {
  readonly language: Language;
  readonly zone: TimeZone;
  readonly now: Minute;
  readonly grain: "date" | "datetime" | "interval";
  readonly at?: Minute | undefined;
  /** It goes on for ever. */
  readonly endless?: boolean;
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
        ? `${words.fromClock} ${day(start)}`
        : `${words.fromClock} ${day(start)}, ${clockText(start, telling)}`;
    }
    return stretchText(first, telling);
  }
  if (ranges.length <= 3)
    return joined(
      ranges.map((range) => stretchText(range, telling)),
      words.or,
    );
  const pattern = weeklyPattern(ranges, zone, now);
  if (pattern !== undefined) return patternText(pattern, telling);
  return `${day(first.start)} ${telling.endless ? words.andSoOn : `${words.to} ${day(last.end - 1)}`}`;
}

/** "Dienstags und donnerstags ab 17:00 Uhr": without days of the calendar where it begins at once and never ends. */
function patternText({ first, last, hours }: WeeklyPattern, telling: Telling): string {
  const { zone, now } = telling;
  const words = WORDS[telling.language];
  const [only] = hours;
  const today = zone.dayOf(now);
  // "Every Monday in December" has an end.
  const endless = telling.endless === true && last + 7 >= today + HORIZON_DAYS;
  if (!endless && hours.length === 1 && only?.weekdays.length === Math.min(7, last - first + 1)) {
    // Every day of a stretch.
    const clocks = only.windows.map((window) => clocksText(window, telling)).join(` ${words.and} `);
    const each = clocks === "" ? "" : `, ${words.each} ${clocks}`;
    return `${dateText(first, telling)} ${words.to} ${dateText(last, telling)}${each}`;
  }
  const again = hours.map(({ weekdays, windows }) => {
    const clocks = windows.map((window) => clocksText(window, telling, true)).join(` ${words.and} `);
    return `${weekdaysText(weekdays, telling)}${clocks === "" ? "" : ` ${clocks}`}`;
  });
  const text = joined(again, words.or);
  if (!endless)
    return `${text}, ${words.from} ${dateText(first, telling)} ${words.to} ${dateText(last, telling)}`;
  const weekdays = hours.flatMap((one) => one.weekdays);
  for (let day = today + 1; day < first; day += 1)
    if (weekdays.includes(weekdayIndexOf(day)))
      return `${text}, ${words.fromClock} ${dateText(first, telling)}`;
  return text;
}

function weekdaysText(weekdays: readonly number[], { language }: Telling): string {
  const words = WORDS[language];
  const name = (weekday: number) => words.everyWeekday(words.weekdays[weekday]!);
  if (weekdays.length === 7) return words.daily;
  const [missing] = [0, 1, 2, 3, 4, 5, 6].filter((weekday) => !weekdays.includes(weekday));
  if (weekdays.length === 6) return `${words.daily} ${words.except} ${name(missing!)}`;
  const [first, last] = [weekdays[0]!, weekdays.at(-1)!];
  if (weekdays.length > 2 && last - first === weekdays.length - 1)
    return `${name(first)} ${words.to} ${name(last)}`;
  const names = weekdays.map(name);
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} ${words.and} ${names.at(-1)}`;
}

/** Wall-clock minutes of a day; nothing for a whole one. `spelt`: "um 8", "von 8 bis 9". */
function clocksText([start, end]: Window, { language }: Telling, spelt = false): string {
  const words = WORDS[language];
  const ends = end % MINUTES_PER_DAY === 0;
  if (start === 0 && ends) return "";
  if (end - start === 1) return `${spelt ? `${words.at} ` : ""}${minuteText(start, language)}`;
  if (ends) return `${words.fromClock} ${minuteText(start, language)}`;
  if (start === 0) return `${words.to} ${minuteText(end, language)}`;
  const from =
    language === "de" ? minuteText(start, language).replace(" Uhr", "") : minuteText(start, language);
  return `${spelt ? `${words.from} ` : ""}${from} ${words.to} ${minuteText(end, language)}`;
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
  if (end - start === 1) return clockText(start, telling);
  if (isMidnight(start, zone) && isMidnight(end, zone)) return "";
  if (isMidnight(end, zone)) return `${words.fromClock} ${clockText(start, telling)}`;
  if (isMidnight(start, zone)) return `${words.to} ${clockText(end, telling)}`;
  return language === "de"
    ? `${wallClock(start, zone)} ${words.to} ${clockText(end, telling)}`
    : `${clockText(start, telling)} ${words.to} ${clockText(end, telling)}`;
}

function isMidnight(minute: Minute, zone: TimeZone): boolean {
  return zone.dayAround(minute).start === minute;
}

function wallClock(minute: Minute, zone: TimeZone): string {
  return zone.format(minute).slice(11, 16);
}

function clockText(minute: Minute, { language, zone }: Telling): string {
  return clockWords(wallClock(minute, zone), language);
}

function minuteText(minuteOfDay: number, language: Language): string {
  return clockWords(clock(minuteOfDay % MINUTES_PER_DAY), language);
}

/** Of "14:30". */
function clockWords(text: string, language: Language): string {
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
    from: "von",
    fromClock: "ab",
    at: "um",
    and: "und",
    except: "außer",
    daily: "täglich",
    everyWeekday: (name: string) => `${name.toLowerCase()}s`,
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
    at: "at",
    and: "and",
    except: "except",
    daily: "every day",
    everyWeekday: (name: string) => `${name}s`,
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
