import { type Day, weekdayIndexOf } from "../scheduling/calendar-date.ts";
import type { Language } from "../scheduling/configuration.ts";

export type Phrase = { kind: "soonest" } | { kind: "day"; dayFrom: (today: Day) => Day };

/** Today, tomorrow, weekdays and "as soon as possible" in German and English; the given language tries first. */
export function understandPhrase(text: string, language: Language): Phrase | undefined {
  const words = text
    .toLowerCase()
    .normalize("NFC")
    .replace(/[.,!?]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const order: readonly Language[] = language === "de" ? ["de", "en"] : ["en", "de"];
  for (const one of order) {
    const { soonest, days, weekdays, beforeWeekday } = PHRASES[one];
    if (soonest.has(words)) return { kind: "soonest" };
    const inDays = days.get(words);
    if (inDays !== undefined) return { kind: "day", dayFrom: (today) => today + inDays };
    const weekday = weekdays.indexOf(words.replace(beforeWeekday, ""));
    if (weekday >= 0) return { kind: "day", dayFrom: (today) => comingWeekday(today, weekday % 7) };
  }
  return undefined;
}

/** Who means today says "today": a weekday's name is the coming one, one to seven days away. */
function comingWeekday(today: Day, weekday: number): Day {
  return today + ((weekday - weekdayIndexOf(today) + 6) % 7) + 1;
}

interface Vocabulary {
  readonly soonest: ReadonlySet<string>;
  readonly days: ReadonlyMap<string, number>;
  /** Monday first; a second week holds other spellings. */
  readonly weekdays: readonly string[];
  readonly beforeWeekday: RegExp;
}

const PHRASES: Readonly<Record<Language, Vocabulary>> = {
  de: {
    soonest: new Set([
      "so bald wie möglich",
      "sobald wie möglich",
      "so bald wie moeglich",
      "so früh wie möglich",
      "so frueh wie moeglich",
      "so schnell wie möglich",
      "so schnell wie moeglich",
      "baldmöglichst",
      "möglichst bald",
      "schnellstmöglich",
    ]),
    days: new Map([
      ["heute", 0],
      ["morgen", 1],
      ["übermorgen", 2],
      ["uebermorgen", 2],
    ]),
    weekdays: [
      ...["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"],
      ...["montags", "dienstags", "mittwochs", "donnerstags", "freitags", "sonnabend", "sonntags"],
    ],
    beforeWeekday: /^(am )?(kommenden )?/,
  },
  en: {
    soonest: new Set(["as soon as possible", "asap", "as early as possible", "the earliest possible"]),
    days: new Map([
      ["today", 0],
      ["tomorrow", 1],
      ["the day after tomorrow", 2],
      ["day after tomorrow", 2],
    ]),
    weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    beforeWeekday: /^(on )?(the |this )?(coming )?/,
  },
};
