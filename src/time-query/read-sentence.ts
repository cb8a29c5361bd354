import { type Grammar, Reading, type Word } from "./grammar.ts";
import { type Lexicon, NO_SENSES } from "./lexicon.ts";
import type { Piece } from "./senses.ts";
import { fold, type Token } from "./words.ts";

export interface Tongue {
  readonly grammar: Grammar;
  readonly lexicon: Lexicon;
}

/** Some words and what they say. */
export interface Phrase {
  readonly words: string;
  readonly pieces: readonly Piece[];
  readonly afterComma: boolean;
}

export interface Sentence {
  readonly phrases: readonly Phrase[];
  readonly leftOut: readonly string[];
}

// What reading costs: the cheapest way through the sentence is the one that leaves the least out, in the fewest pieces.
const COST_OF_PIECE = 10;
const COST_OF_JOINT = 9;
const COST_OF_FILLER = 6;
/** A number is seldom said for nothing: only where nothing else can be made of it. */
const COST_OF_FILLER_WITH_NUMBER = 22;
const SAVED_BY_ONE_PATTERN = 1;
const COST_OF_WORD_LEFT_OUT = 25;
const COST_OF_NUMBER_LEFT_OUT = 1_000;

const JOINTS: ReadonlySet<Piece["kind"]> = new Set([
  "bound",
  "through",
  "to",
  "between",
  "or",
  "except",
  "instead",
  "no",
  "but",
  "refused",
]);

/** The pieces that cover the sentence best; undefined when a number is left that fits nowhere. */
export function readSentence({ grammar, lexicon }: Tongue, all: readonly Token[]): Sentence | undefined {
  const tokens = withoutHyphens(all, lexicon);
  const words = withoutNames(tokens.map((token) => wordOf(token, lexicon, grammar)));
  const unnamed = withoutMonthNamedPeople(words, tokens, grammar);
  const reading = new Reading(grammar, unnamed);
  // Cheapest way from each place to the end, filled from behind.
  const cost: number[] = new Array(words.length + 1).fill(0);
  const step: { readonly end: number; readonly pieces: readonly Piece[] | undefined }[] = [];
  for (let at = words.length - 1; at >= 0; at -= 1) {
    cost[at] = cost[at + 1]! + (isNumber(words[at]!) ? COST_OF_NUMBER_LEFT_OUT : COST_OF_WORD_LEFT_OUT);
    step[at] = { end: at + 1, pieces: undefined };
    for (const { value: pieces, end } of reading.at("pieces", at)) {
      const isFiller = pieces[0]?.kind === "filler";
      const isJoint = pieces.length === 1 && pieces[0]?.kind !== undefined && JOINTS.has(pieces[0].kind);
      const hasNumber = isFiller && words.slice(at, end).some(isNumber);
      const ofFiller = hasNumber ? COST_OF_FILLER_WITH_NUMBER : COST_OF_FILLER;
      const own = isFiller ? ofFiller : isJoint ? COST_OF_JOINT : costOf(pieces.length);
      if (own + cost[end]! < cost[at]!) {
        cost[at] = own + cost[end]!;
        step[at] = { end, pieces };
      }
    }
  }
  if (cost[0]! >= COST_OF_NUMBER_LEFT_OUT) return undefined;
  const phrases: Phrase[] = [];
  const leftOut: string[] = [];
  for (let at = 0; at < words.length; at = step[at]!.end) {
    const { end, pieces } = step[at]!;
    const text = tokens
      .slice(at, end)
      .map(({ raw }) => raw)
      .join(" ");
    if (pieces === undefined) leftOut.push(text);
    else phrases.push({ words: text, pieces, afterComma: tokens[at]!.afterComma });
  }
  return { phrases, leftOut };
}

function wordOf(token: Token, lexicon: Lexicon, grammar: Grammar): Word {
  const word = lexicon.lookUp(token);
  // "We'd like to come" is not about Wednesday.
  const isNoDay = token.isNoDay === true || /['’]d$/i.test(token.raw);
  if (isNoDay && word.senses.weekday !== undefined) {
    return { word: word.word, kind: `${word.word} no day`, senses: NO_SENSES };
  }
  const isUnknown = token.figure === undefined && word.senses === NO_SENSES && !grammar.knows(word.word);
  return (isUnknown ? lexicon.lookUpMeant(word.word) : undefined) ?? word;
}

/** A pattern that says several things at once knows more than one for each of them. */
function costOf(count: number): number {
  return COST_OF_PIECE * count + 1 - (count > 1 ? SAVED_BY_ONE_PATTERN : 0);
}

function isNumber({ senses }: Word): boolean {
  return senses.figure !== undefined || senses.num !== undefined;
}

/** "Mid-October" and "3-Oct" are two words; "Mon-Fri" and "8am-5pm" are from the one to the other. */
function withoutHyphens(tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  return tokens.filter(({ word, glued }, index) => {
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    // "Buß- und Bettag"
    if (word === "-" && glued && before?.figure === undefined && COMMON_END.has(after?.word ?? ""))
      return false;
    if (word !== "-" || !glued || after?.glued !== true || before === undefined) return true;
    if (before.figure !== undefined && after.figure !== undefined) return true;
    const [left, right] = [lexicon.lookUp(before).senses, lexicon.lookUp(after).senses];
    const ends = left.weekday !== undefined || left.meridiem !== undefined || HOUR_WORDS.has(before.word);
    if (left.month !== undefined && right.month !== undefined) return true;
    if (
      left.figure !== undefined &&
      right.month === undefined &&
      right.unit === undefined &&
      right.num === undefined
    )
      return false;
    return ends && (right.weekday !== undefined || right.figure !== undefined || HOUR_WORDS.has(after.word));
  });
}

/** Two words share an ending: the hyphen stands for it. */
const COMMON_END: ReadonlySet<string> = new Set(["und", "oder", "and", "or"]);
const HOUR_WORDS: ReadonlySet<string> = new Set(["uhr", "noon", "midday", "midnight", "oclock"]);

const TITLES: ReadonlySet<string> = new Set("frau herr herrn mr mrs ms miss familie dr prof".split(" "));
const DOCTORS: ReadonlySet<string> = new Set(["doktor", "doctor", "professor"]);
/** "My name is April", "this is April": with the word before. */
const CALLED: ReadonlySet<string> = new Set(
  [
    "name is",
    "names",
    "the name",
    "name ist",
    "den namen",
    "dem namen",
    "called",
    "heiße",
    "this is",
    "hier ist",
    "hier spricht",
  ].map(foldAll),
);

function foldAll(words: string): string {
  return words.split(" ").map(fold).join(" ");
}

/** "Frau Sommer" and "Herr Freitag" are people. */
function withoutNames(words: readonly Word[]): readonly Word[] {
  return words.map((word, index) => {
    const before = words[index - 1]?.word ?? "";
    const { month, season, weekday, part } = word.senses;
    const isSeason = month !== undefined || season !== undefined;
    // "To the doctor Friday" is a day, and so is the Monday of "this is Monday".
    const isName = TITLES.has(before)
      ? isSeason || weekday !== undefined || part !== undefined
      : isSeason && (DOCTORS.has(before) || isCalled(words, index));
    const isNamedDay = weekday !== undefined && /^(?:name|heisse)/.test(callOf(words, index) ?? "");
    return isName || isNamedDay ? NAMELESS : word;
  });
}

/**
 * "Juli Weber, Dienstag" and "Jan Müller, morgen": between two pauses nothing but a month and a word that is written
 * like a name and is none of the language's is a person, as long as a day is told besides.
 */
function withoutMonthNamedPeople(
  words: readonly Word[],
  tokens: readonly Token[],
  grammar: Grammar,
): readonly Word[] {
  const first = words.findIndex(({ senses }, index) => {
    const surname = tokens[index + 1];
    if (senses.month === undefined || surname === undefined) return false;
    const isAlone = (index === 0 || tokens[index]!.afterComma) && (tokens[index + 2]?.afterComma ?? true);
    const { word, senses: known } = words[index + 1]!;
    const isName =
      /^\p{Lu}\p{Ll}{2,}/u.test(surname.raw) && Object.keys(known).length === 0 && !grammar.knows(word);
    return isAlone && !surname.afterComma && isName;
  });
  if (first < 0) return words;
  const others = words.map((word, index) => (index === first || index === first + 1 ? NAMELESS : word));
  const reading = new Reading(grammar, others);
  const isDayTold = others.some((_, index) => reading.at("days", index).length > 0);
  return isDayTold ? others : words;
}

const NAMELESS: Word = { word: "", kind: "", senses: {} };

/** The words that make what follows a name. */
function callOf(words: readonly Word[], index: number): string | undefined {
  const before = words[index - 1]?.word ?? "";
  const both = `${words[index - 2]?.word ?? ""} ${before}`;
  if (CALLED.has(before)) return before;
  return CALLED.has(both) ? both : undefined;
}

/** Also with a first name between: "mein Name ist Peter Sommer". */
function isCalled(words: readonly Word[], index: number): boolean {
  if (callOf(words, index) !== undefined) return true;
  const before = words[index - 1];
  const isUnknown = before !== undefined && Object.keys(before.senses).length === 0 && before.word.length > 3;
  return isUnknown && /^(?:name|heisse|called)/.test(callOf(words, index - 1) ?? "");
}
