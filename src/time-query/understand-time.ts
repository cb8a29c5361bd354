import { type Day, parseDate } from "../scheduling/calendar-date.ts";
import type { Language } from "../scheduling/configuration.ts";
import type { Minute, Range } from "../scheduling/range.ts";
import type { TimeZone } from "../scheduling/time-zone.ts";
import type { Circumstances, Grain } from "./circumstances.ts";
import { CONVENTIONS, type Conventions, DAY_FIRST_ZONES, MONTH_FIRST_COUNTRIES } from "./conventions.ts";
import { english } from "./english.ts";
import { german } from "./german.ts";
import { OPEN_END } from "./moments.ts";
import { type Phrase, readSentence, type Sentence, type Tongue } from "./read-sentence.ts";
import { otherReadings, resolvePieces } from "./readings.ts";
import type { Piece } from "./senses.ts";
import { sentenceOf } from "./sentence.ts";
import { parseTimestamp } from "./when.ts";
import { type Token, tokensOf } from "./words.ts";

export { OPEN_END };

export interface TimeQuestion {
  readonly text: string;
  /** Tried first; then the other one. */
  readonly language: Language;
  readonly zone: TimeZone;
  /** Epoch milliseconds. */
  readonly now: number;
  /** ISO 3166-1 alpha-2, for holidays by name and for the order of day and month in "10/3"; undefined: by language. */
  readonly country?: string | undefined;
  /** The part of ISO 3166-2 after the hyphen. */
  readonly state?: string | undefined;
  /**
   * Opening time of a date in wall-clock minutes of the day, sorted, half-open; decides am or pm.
   * Absent: 08:00–20:00 every day.
   */
  readonly openingHours?:
    | ((day: Day) => readonly { readonly from: number; readonly to: number }[])
    | undefined;
  /** Start of the appointment that "later than my appointment", "an hour earlier", "the day after" refer to. */
  readonly reference?: Minute | undefined;
  /** What the account says differently. */
  readonly conventions?: Partial<Conventions> | undefined;
}

export type TimeAnswer =
  | {
      readonly kind: "understood";
      /** Sorted, disjoint, half-open; none before now. The end of an open one is `OPEN_END`. */
      readonly ranges: readonly Range[];
      /** date: one whole calendar day; datetime: one clock time; interval: everything else. */
      readonly grain: "date" | "datetime" | "interval";
      /** The named time of a datetime, where its range is wider than that ("around three", "in two hours"). */
      readonly at?: Minute | undefined;
      /** The soonest free time of `ranges` is asked for, on whatever day, rather than one named day. */
      readonly isOpenQuery: boolean;
      /** A day was named, or a moment counted from now, and not a time of day alone. */
      readonly namesDay: boolean;
      /** Of an open query: the sooner the better, rather than a choice among days and parts of the day. */
      readonly isSoonest: boolean;
      /** Normalised, in the question's language: "Dienstag, 1. Dezember, ab 14:30 Uhr". */
      readonly sentence: string;
      /** The readings not chosen. */
      readonly ambiguities: readonly { readonly sentence: string; readonly ranges: readonly Range[] }[];
      /** Which words gave which constraint. */
      readonly why: readonly string[];
    }
  | {
      readonly kind: "impossible";
      readonly reason: "no_such_date" | "past";
      readonly sentence: string;
      readonly why: readonly string[];
    }
  | { readonly kind: "unknown"; readonly why: readonly string[] };

/** Callers say less; what is longer is no answer to "when?". */
const MOST_CHARACTERS = 400;
const MOST_WORDS = 40;
const MOST_SPANS = 500;

const TONGUES: Partial<Record<Language, Tongue>> = {};

/** Building a grammar takes some milliseconds: once, when it is first needed. */
function tongueOf(language: Language): Tongue {
  const known = TONGUES[language] ?? (language === "de" ? german() : english());
  TONGUES[language] = known;
  return known;
}

/** What the words say about a time, as ranges in `zone` from `now` on; never a guess. */
export function understandTime(question: TimeQuestion): TimeAnswer {
  const text = question.text.trim();
  const now = circumstancesOf(question);
  const iso = understandIso(text, question, now);
  if (iso !== undefined) return iso;
  if (text.length > MOST_CHARACTERS) return { kind: "unknown", why: ["too long"] };
  const tokens = tokensOf(text);
  if (tokens.length > MOST_WORDS) return { kind: "unknown", why: ["too long"] };
  const languages: readonly Language[] = question.language === "de" ? ["de", "en"] : ["en", "de"];
  const [first, other] = [
    understandIn(languages[0]!, tokens, question, now),
    () => understandIn(languages[1]!, tokens.map(withoutShortDays), question, now),
  ];
  // What one language has read to the end without a time is no time in the other one: "can you do two hours".
  if (first.isWhole) return first.answer;
  if (first.answer.kind === "unknown") {
    const { answer } = other();
    return answer.kind === "unknown" ? first.answer : answer;
  }
  if (first.leftOut < OTHER_LANGUAGE_LEAST) return first.answer;
  // "The first Monday in December" has a month in German, too, and much that is none of its words.
  const second = other();
  const isBetter = second.answer.kind !== "unknown" && first.leftOut - second.leftOut >= OTHER_LANGUAGE_LEAST;
  return isBetter ? second.answer : first.answer;
}

/** So many words more must the other language know: names and trades are left out in both. */
const OTHER_LANGUAGE_LEAST = 2;

/** "Do you have parking" has no Thursday in it, "so Monday" no Sunday: German days of two letters are for German callers. */
function withoutShortDays(token: Token): Token {
  return /^(?:mo|di|mi|do|fr|sa|so)$/.test(token.word) ? { ...token, isNoDay: true } : token;
}

/** A date is that day; a timestamp is from it to the end of its day. */
function understandIso(
  text: string,
  { zone, language }: TimeQuestion,
  now: Circumstances,
): TimeAnswer | undefined {
  const date = parseDate(text);
  let range: Range;
  let grain: Grain;
  if (date !== undefined) {
    range = { start: zone.startOf(date), end: zone.startOf(date + 1) };
    grain = "date";
  } else {
    if (!/^\d{4}-\d{2}-\d{2}T/i.test(text)) return undefined;
    const instant = parseTimestamp(text.toUpperCase(), zone);
    if (instant === undefined) return undefined;
    range = {
      start: Math.ceil(instant / 60_000),
      end: zone.startOf(zone.dayOf(Math.floor(instant / 60_000)) + 1),
    };
    grain = "datetime";
  }
  const why = [`"${text}": ISO 8601`];
  const isPast = grain === "date" ? range.end <= now.now : range.start < now.now;
  const sentence = sentenceOf([range], { language, zone, now: now.now, grain });
  if (isPast) return { kind: "impossible", reason: "past", sentence, why };
  const ranges = [{ start: Math.max(now.now, range.start), end: range.end }];
  return {
    kind: "understood",
    ranges,
    grain,
    isOpenQuery: false,
    namesDay: true,
    isSoonest: false,
    sentence,
    ambiguities: [],
    why,
  };
}

const USUAL_OPENING = [{ from: 8 * 60, to: 20 * 60 }];

function circumstancesOf(question: TimeQuestion): Circumstances {
  const { zone, country, state, reference, openingHours } = question;
  const now = Math.ceil(question.now / 60_000);
  const order =
    country === undefined
      ? question.language === "en" && DAY_FIRST_ZONES.test(zone.name)
        ? ({ slashOrder: "day_first" } as const)
        : {}
      : ({ slashOrder: MONTH_FIRST_COUNTRIES.has(country) ? "month_first" : "day_first" } as const);
  return {
    today: zone.dayOf(Math.floor(question.now / 60_000)),
    now,
    zone,
    country,
    state,
    conventions: { ...CONVENTIONS[question.language], ...order, ...question.conventions },
    reference: reference === undefined ? undefined : zone.dayOf(reference),
    referenceStart: reference,
    effort: { left: MOST_SPANS },
    openAt: (day) => {
      const open = openingHours?.(day) ?? [];
      return open.length === 0 ? USUAL_OPENING : open;
    },
  };
}

function understandIn(
  language: Language,
  tokens: readonly Token[],
  question: TimeQuestion,
  now: Circumstances,
): { readonly answer: TimeAnswer; readonly isWhole: boolean; readonly leftOut: number } {
  const sentence = readSentence(tongueOf(language), tokens);
  if (sentence === undefined)
    return {
      answer: { kind: "unknown", why: ["a number is left that fits nowhere"] },
      isWhole: false,
      leftOut: tokens.length,
    };
  const onlyFillers = sentence.phrases.every(({ pieces }) => pieces.every(({ kind }) => kind === "filler"));
  return {
    answer: answerOf(sentence, question, now),
    leftOut: sentence.leftOut.length,
    isWhole: sentence.leftOut.length === 0 && sentence.phrases.length > 0 && onlyFillers,
  };
}

function answerOf({ phrases, leftOut }: Sentence, question: TimeQuestion, now: Circumstances): TimeAnswer {
  const why = [
    ...phrases.filter(({ pieces }) => pieces.some(({ kind }) => kind !== "filler")).map(reason),
    ...(leftOut.length === 0 ? [] : [`left out: ${leftOut.join(" ")}`]),
  ];
  const pieces = asBetween(phrases.flatMap((phrase) => phrase.pieces));
  if (pieces.some(({ kind }) => kind === "refuse")) return { kind: "unknown", why };
  if (pieces.some(({ kind }) => kind === "never")) return impossible("no_such_date", question, why);
  if (pieces.some(({ kind }) => kind === "past")) return impossible("past", question, why);
  const resolved = resolvePieces(pieces, now);
  if (now.effort.left <= 0) return { kind: "unknown", why: [...why, "too many conditions"] };
  if (resolved === undefined || resolved === "no_reference") return { kind: "unknown", why };
  if (typeof resolved === "string") return impossible(resolved, question, why);
  const { ranges, grain, at, endless, open, soonest } = resolved;
  const tell = (one: readonly Range[], of: Grain, isEndless: boolean, exactly?: Minute) =>
    sentenceOf(one, {
      language: question.language,
      zone: question.zone,
      now: now.now,
      grain: of,
      at: exactly,
      endless: isEndless,
    });
  const others = otherReadings(pieces, resolved, now);
  const first = ranges[0]?.start ?? now.now;
  const end = question.zone.dayAround(first).end;
  const isOpenQuery =
    open || endless || (grain === "interval" && (ranges.at(-1)?.end ?? 0) > end + NIGHT_MINUTES);
  return {
    kind: "understood",
    ranges,
    grain,
    ...(at === undefined ? {} : { at }),
    isOpenQuery,
    namesDay: pieces.some(({ kind }) => kind === "days" || kind === "moment"),
    isSoonest: isOpenQuery && soonest,
    sentence: tell(ranges, grain, endless, at),
    ambiguities: others.map((other) => ({
      ranges: other.ranges,
      sentence: tell(other.ranges, other.grain, other.endless),
    })),
    why: [...why, ...others.flatMap((other) => other.why ?? [])],
  };
}

/** "To" is "up to" where something stands before it. */
function asBetween(pieces: readonly Piece[]): readonly Piece[] {
  const told = pieces.filter(({ kind }) => kind !== "filler");
  return told.flatMap((piece, index): readonly Piece[] => {
    if (piece.kind !== "to") return [piece];
    return index === 0 ? [] : [{ kind: "through" }];
  });
}

/** A night that runs into the next morning is still one named day. */
const NIGHT_MINUTES = 12 * 60;

function impossible(
  reason: "no_such_date" | "past",
  { language, text }: TimeQuestion,
  why: readonly string[],
): TimeAnswer {
  const said = text.trim();
  const sentences = {
    de: { no_such_date: `${said}: das Datum gibt es nicht`, past: `${said}: das ist vorbei` },
    en: { no_such_date: `${said}: there is no such date`, past: `${said}: that is past` },
  };
  return { kind: "impossible", reason, sentence: sentences[language][reason], why };
}

function reason({ words, pieces }: Phrase): string {
  return `"${words}": ${pieces.map(({ kind }) => NAMES[kind]).join(", ")}`;
}

const NAMES: Readonly<Record<Piece["kind"], string>> = {
  days: "days",
  time: "a time of day",
  moment: "a time counted from now or from the appointment",
  bound: "a bound",
  between: "a range begins",
  or: "another one",
  through: "up to",
  to: "up to",
  except: "not",
  soonest: "the soonest",
  anytime: "any time",
  refuse: "what cannot be answered",
  past: "in the past",
  never: "never",
  instead: "instead of what was said before",
  no: "not, or instead",
  but: "instead",
  refused: "not what was said before",
  filler: "nothing about time",
};
