import { lowerCase } from "./names/fold-token.ts";

/** A number in a caller's words, or a word that is none. */
export type Spoken =
  | {
      readonly kind: "number";
      readonly value: number;
      /** As digits, with the zeros that were said: `07`. */
      readonly digits: string;
      readonly isOrdinal: boolean;
    }
  | { readonly kind: "word"; readonly text: string };

type SpokenNumber = Extract<Spoken, { kind: "number" }>;

interface NumberWord {
  readonly value: number;
  readonly isOrdinal: boolean;
  readonly language: "de" | "en";
}

const GERMAN_UNITS =
  "null ein zwei drei vier fuenf sechs sieben acht neun zehn elf zwoelf dreizehn vierzehn fuenfzehn sechzehn siebzehn achtzehn neunzehn".split(
    " ",
  );
const GERMAN_TENS = "zwanzig dreissig vierzig fuenfzig sechzig siebzig achtzig neunzig".split(" ");
const GERMAN_ORDINAL_STEMS: Readonly<Record<number, readonly string[]>> = {
  1: ["ers"],
  2: ["zwei", "zwo"],
  3: ["drit"],
  7: ["sieb", "sieben"],
  8: ["ach"],
};
const GERMAN_ENDINGS = ["te", "ter", "ten", "tes", "tem"];
const ENGLISH_UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ENGLISH_ORDINALS: Readonly<Record<number, string>> = {
  1: "first",
  2: "second",
  3: "third",
  5: "fifth",
  8: "eighth",
  9: "ninth",
  12: "twelfth",
};

const WORDS: ReadonlyMap<string, NumberWord> = numberWords();

function numberWords(): Map<string, NumberWord> {
  const words = new Map<string, NumberWord>();
  const add = (word: string, value: number, language: "de" | "en", isOrdinal = false) =>
    words.set(word, { value, isOrdinal, language });
  for (const [value, word] of ENGLISH_UNITS.entries()) {
    add(word, value, "en");
    add(ENGLISH_ORDINALS[value] ?? `${word}th`, value, "en", true);
  }
  for (const [at, word] of ENGLISH_TENS.entries()) {
    add(word, (at + 2) * 10, "en");
    add(word.replace(/y$/, "ieth"), (at + 2) * 10, "en", true);
  }
  for (const word of ["oh", "o", "nought", "naught", "nil"]) add(word, 0, "en");
  add("fourty", 40, "en");
  for (const [value, word] of GERMAN_UNITS.entries()) {
    add(word, value, "de");
    for (const stem of GERMAN_ORDINAL_STEMS[value] ?? [word]) {
      for (const ending of GERMAN_ENDINGS) add(stem + ending, value, "de", true);
    }
  }
  for (const [at, tens] of GERMAN_TENS.entries()) {
    for (const [unit, word] of ["", ...GERMAN_UNITS.slice(1, 10)].entries()) {
      const value = (at + 2) * 10 + unit;
      const compounds =
        unit === 2 ? [`zweiund${tens}`, `zwound${tens}`] : [unit === 0 ? tens : `${word}und${tens}`];
      for (const compound of compounds) {
        add(compound, value, "de");
        for (const ending of GERMAN_ENDINGS) add(`${compound}s${ending}`, value, "de", true);
      }
    }
  }
  for (const word of ["eins", "eine", "einen", "einer"]) add(word, 1, "de");
  add("zwo", 2, "de");
  add("fuenfe", 5, "de");
  return words;
}

/** The words and numbers of a text; numbers that are said in several words are one. */
export function spokenTokens(text: string): readonly Spoken[] {
  const parts = lowerCase(text)
    .replace(/(\d+)(?:st|nd|rd|th|ter|te|ten)(?!\p{Letter})/gu, "$1° ")
    .split(/[^\p{Letter}\p{Number}°]+|(?<=\d)(?=\p{Letter})|(?<=\p{Letter})(?=\d)/u)
    .flatMap(digitsRunTogether)
    .filter(Boolean);
  const tokens: Spoken[] = [];
  let at = 0;
  while (at < parts.length) {
    const read = readNumber(parts, at);
    if (read === undefined) {
      tokens.push({ kind: "word", text: parts[at]! });
      at += 1;
    } else {
      tokens.push(read.number);
      at = read.next;
    }
  }
  return tokens;
}

const DIGIT_WORDS =
  "null|eins|ein|zwo|zwei|drei|vier|fuenf|fünf|funf|sechs|sieben|acht|neun|zero|one|two|three|four|five|six|seven|eight|nine";
const RUN_OF_DIGITS = new RegExp(`^(?:${DIGIT_WORDS}){2,}$`);
const DIGIT_WORD = new RegExp(DIGIT_WORDS, "g");

/** "dreifünf" is two digits that a recogniser wrote as one word. */
function digitsRunTogether(word: string): readonly string[] {
  return RUN_OF_DIGITS.test(word) ? (word.match(DIGIT_WORD) ?? []) : [word];
}

interface Read {
  readonly number: SpokenNumber;
  readonly next: number;
}

function numberOf(value: number, isOrdinal = false, digits = String(value)): SpokenNumber {
  return { kind: "number", value, digits, isOrdinal };
}

function readNumber(parts: readonly string[], at: number): Read | undefined {
  const part = parts[at]!;
  const written = /^(\d+)(°?)$/.exec(part);
  if (written !== null) {
    const digits = written[1]!;
    return { number: numberOf(Number(digits), written[2] !== "", digits), next: at + 1 };
  }
  const small = readSmall(parts, at);
  if (small === undefined) {
    const compound = germanCompound(part);
    return compound === undefined ? undefined : readCentury(parts, { number: compound, next: at + 1 });
  }
  return readLarge(parts, small);
}

/** Below a hundred, in one word or several: twenty five, fünf und zwanzig. */
function readSmall(parts: readonly string[], at: number): Read | undefined {
  const word = wordAt(parts, at);
  if (word === undefined) return undefined;
  const next = wordAt(parts, at + 1);
  if (word.language === "en" && word.value >= 20 && !word.isOrdinal && next !== undefined) {
    if (next.language === "en" && next.value >= 1 && next.value <= 9) {
      return { number: numberOf(word.value + next.value, next.isOrdinal), next: at + 2 };
    }
  }
  const tens = parts[at + 1] === "und" ? wordAt(parts, at + 2) : undefined;
  if (tens !== undefined && word.value >= 1 && word.value <= 9 && !word.isOrdinal) {
    if (tens.language === "de" && tens.value >= 20 && tens.value % 10 === 0) {
      return { number: numberOf(word.value + tens.value, tens.isOrdinal), next: at + 3 };
    }
  }
  return { number: numberOf(word.value, word.isOrdinal), next: at + 1 };
}

/** With the hundreds and thousands that follow: nineteen hundred, two thousand and five. */
function readLarge(parts: readonly string[], small: Read): Read {
  const factor = factorOf(parts[small.next]);
  if (factor === undefined || small.number.isOrdinal || small.number.value === 0) return small;
  const value = small.number.value * factor;
  const from = /^(und|and)$/.test(parts[small.next + 1] ?? "") ? small.next + 2 : small.next + 1;
  const rest = from < parts.length ? readNumber(parts, from) : undefined;
  if (rest !== undefined && rest.number.value < factor && rest.number.digits.length < String(factor).length) {
    return { number: numberOf(value + rest.number.value), next: rest.next };
  }
  return { number: numberOf(value), next: small.next + 1 };
}

/** A recogniser may part a year behind its hundreds: neunzehnhundert fünfundachtzig, zweitausend und fünf. */
function readCentury(parts: readonly string[], century: Read): Read {
  const { value } = century.number;
  if (value % 100 !== 0 || value < 1_100 || value > 2_000) return century;
  const rest = readSmall(parts, parts[century.next] === "und" ? century.next + 1 : century.next);
  if (rest === undefined || rest.number.isOrdinal || rest.number.value === 0) return century;
  return { number: numberOf(value + rest.number.value), next: rest.next };
}

function factorOf(word: string | undefined): number | undefined {
  if (word === "hundred" || word === "hundert") return 100;
  return word === "thousand" || word === "tausend" ? 1_000 : undefined;
}

function wordAt(parts: readonly string[], at: number): NumberWord | undefined {
  const part = parts[at];
  return part === undefined ? undefined : WORDS.get(inGermanSpelling(part));
}

/** Numbers that a recogniser writes as one word: neunzehnhundertfünfundachtzig, zweitausendfünf, hundertzwölf. */
function germanCompound(word: string): SpokenNumber | undefined {
  const value = compoundValue(inGermanSpelling(word));
  return value === undefined ? undefined : numberOf(value);
}

function compoundValue(word: string): number | undefined {
  if (word === "") return 0;
  for (const [name, factor] of FACTORS) {
    const at = word.indexOf(name);
    if (at === -1) continue;
    const before = at === 0 ? 1 : compoundValue(word.slice(0, at));
    const after = compoundValue(word.slice(at + name.length).replace(/^und/, ""));
    return before === undefined || after === undefined ? undefined : before * factor + after;
  }
  const known = WORDS.get(word);
  return known === undefined || known.isOrdinal ? undefined : known.value;
}

const FACTORS = [
  ["tausend", 1_000],
  ["hundert", 100],
] as const;

/** As in the tables above, whether with umlauts, with ue, or without both. */
function inGermanSpelling(word: string): string {
  return word
    .replaceAll("ß", "ss")
    .replaceAll("ü", "ue")
    .replaceAll("ö", "oe")
    .replace(/funf/g, "fuenf")
    .replace(/zwolf/g, "zwoelf")
    .replace(/dreizig|dreisig/g, "dreissig");
}
