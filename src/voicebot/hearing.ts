import { wordCodes } from "../identity/names/index-codes.ts";
import { namePart } from "../identity/names/name-part.ts";
import { spokenTokens } from "../identity/spoken-numbers.ts";
import type { Slot } from "../protocol/index.ts";
import type { Language } from "../scheduling/configuration.ts";
import { TimeZone } from "../scheduling/time-zone.ts";
import { understandTime } from "../time-query/understand-time.ts";
import type { ListenedFor } from "./texts.ts";

/** What the caller's words mean as an answer, found without the webhook and without a clock. */

const UMLAUTS: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  ı: "i",
  ł: "l",
  ø: "o",
};

/** Lower case, German umlauts as two letters, other accents gone, no punctuation but the apostrophe. */
export function folded(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[äöüßıłø]/g, (letter) => UMLAUTS[letter]!)
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .replace(/[^\p{Letter}\p{Number}' ]/gu, " ")
    .replace(/ +/g, " ")
    .trim();
}

/** Words that stand in every question and tell no option from another. */
const SHORTEST_TELLING = 3;

/**
 * The one option whose words were said more completely than those of all others; undefined for none and for a tie. Words
 * count as said when they are written the same or, with `bySound`, sound the same.
 */
export function chosenByName<Option>(
  text: string,
  options: readonly Option[],
  nameOf: (option: Option) => string,
  { bySound = false } = {},
): Option | undefined {
  const said = folded(text);
  const joined = said.replace(/ /g, "");
  const codes = new Set(bySound ? said.split(" ").flatMap(codesOf) : []);
  const scored = options.map((option) => {
    const words = folded(nameOf(option))
      .split(" ")
      .filter((word) => word.length >= SHORTEST_TELLING || /^\d+$/.test(word));
    const heard = words.filter(
      (word) =>
        (/^\d+$/.test(word) ? said.split(" ").includes(word) : joined.includes(word)) ||
        (bySound && codesOf(word).some((code) => codes.has(code))),
    );
    return { option, heard: heard.length, share: words.length === 0 ? 0 : heard.length / words.length };
  });
  scored.sort((a, b) => b.heard - a.heard || b.share - a.share);
  const [best, next] = scored;
  if (best === undefined || best.heard === 0) return undefined;
  return next !== undefined && next.heard === best.heard && next.share === best.share
    ? undefined
    : best.option;
}

function codesOf(word: string): readonly string[] {
  return namePart(word)?.words.flatMap((one) => wordCodes(one)) ?? [];
}

/** Which of so many was meant by its place: "die zweite", a key of the telephone. */
export function chosenByPlace(text: string, count: number, words: ListenedFor): number | undefined {
  const said = folded(text);
  // "Die 2.", "the 2nd", and a key of the telephone.
  const [, figure] =
    /^(?:(?:ja|yes|bitte|please|die|der|das|den|the|nummer|number) )*(\d)(?:st|nd|rd|th|te|ten|ter)?(?: bitte| please| one)?$/.exec(
      said,
    ) ?? [];
  const place =
    figure !== undefined
      ? Number(figure) - 1
      : [words.first, words.second, words.third].findIndex((pattern) => pattern.test(said));
  return place >= 0 && place < count ? place : undefined;
}

const UTC = TimeZone.named("UTC")!;
const DAY_MS = 86_400_000;
/** A Monday: which words are about a time does not depend on when they are said. */
const ANY_MOMENT = Date.UTC(2027, 0, 4, 0, 0);

export interface WishedTime {
  /** Not only a time of day. */
  readonly namesDay: boolean;
  readonly isSoonest: boolean;
}

/** The time in it that a server can be asked for; also one that is over or not in the calendar: the server says so. */
export function timeIn(text: string, language: Language): WishedTime | undefined {
  const answer = understandTime({ text, language, zone: UTC, now: ANY_MOMENT });
  switch (answer.kind) {
    case "understood":
      return { namesDay: answer.namesDay, isSoonest: answer.isSoonest };
    case "impossible":
      return { namesDay: true, isSoonest: false };
    case "unknown":
      return undefined;
  }
}

/** `YYYY-MM-DD` of the first day that the words mean, when they are said on `today`. */
export function firstDayOf(text: string, language: Language, today: string): string | undefined {
  const now = Date.parse(`${today}T00:00Z`);
  const answer = understandTime({ text, language, zone: UTC, now });
  if (answer.kind !== "understood") return undefined;
  return new Date(answer.ranges[0]!.start * 60_000).toISOString().slice(0, 10);
}

/** The offered slots that fit what was said about their time: "um neun", "der am Mittwoch", "der am Vormittag". */
export function chosenByTime(text: string, slots: readonly Slot[], language: Language): Slot[] {
  const starts = slots.map(({ slotStart }) => Date.parse(`${slotStart.slice(0, 16)}:00Z`));
  const days = [...new Set(starts.map((start) => start - (start % DAY_MS)))].toSorted((a, b) => a - b);
  const firstDay = days[0] ?? 0;
  const namesDay = timeIn(text, language)?.namesDay ?? true;
  // A time of day alone can be on any of the days; said on its own day, "Mittwoch" would be the one in a week.
  const moments = namesDay ? [firstDay, firstDay - DAY_MS] : days;
  const named = moments.map((now) => {
    const answer = understandTime({ text, language, zone: UTC, now });
    if (answer.kind !== "understood") return [];
    const isNamed = (start: number) =>
      answer.at === undefined
        ? answer.ranges.some((range) => range.start * 60_000 <= start && start < range.end * 60_000)
        : answer.at * 60_000 === start;
    return slots.filter((_slot, index) => isNamed(starts[index]!));
  });
  if (namesDay) return named.find((some) => some.length > 0) ?? [];
  const all = new Set(named.flat());
  return slots.filter((slot) => all.has(slot));
}

/** The numbers that were said, and half, three quarters of and a whole hour in minutes: how long something takes. */
export function saidMinutes(text: string): readonly number[] {
  const said = folded(text);
  const numbers = spokenTokens(text).flatMap((token) => (token.kind === "number" ? [token.value] : []));
  if (/\b(halbe stunde|half an hour|half hour)\b/.test(said)) return [...numbers, 30];
  if (/\b(dreiviertelstunde|three quarters of an hour)\b/.test(said)) return [...numbers, 45];
  return /\b(eine stunde|an hour|one hour)\b/.test(said) ? [...numbers, 60] : numbers;
}
