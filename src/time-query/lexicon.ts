import type { Word } from "./grammar.ts";
import { meantName } from "./misspelt.ts";
import type { Senses } from "./senses.ts";
import { type Figure, fold, type Token } from "./words.ts";

const NAMES: ReadonlySet<keyof Senses> = new Set(["weekday", "month", "part", "parts"]);

/** What the words of a language can be. */
export class Lexicon {
  readonly #senses = new Map<string, Partial<Senses>>();
  /** Of days, months and parts of a day, with what they mean: some are written in several ways. */
  readonly #names = new Map<string, string>();

  /** `a|b` are two words of that sense. */
  add<S extends keyof Senses>(sense: S, words: string, value: Senses[S]): this {
    for (const word of words.split("|")) {
      const key = fold(word);
      this.#senses.set(key, { ...this.#senses.get(key), [sense]: value });
      if (NAMES.has(sense)) this.#names.set(key, `${sense} ${JSON.stringify(value)}`);
    }
    return this;
  }

  has(word: string): boolean {
    return this.#senses.has(word);
  }

  /** The day, month or part of a day that a word of no sense is meant for. */
  lookUpMeant(word: string): Word | undefined {
    const name = meantName(word, this.#names);
    return name === undefined ? undefined : { word: name, kind: name, senses: this.#senses.get(name)! };
  }

  /** The token with all its senses. */
  lookUp({ word, figure, raw }: Token): Word {
    if (figure !== undefined) {
      const senses = sensesOf(figure);
      return { word, kind: `#${Object.keys(senses).join()}`, senses };
    }
    // "So." with a full stop is Sunday, "so" is a word that says nothing.
    const dotted = raw.endsWith(".") ? this.#senses.get(`${word}.`) : undefined;
    if (dotted !== undefined) return { word: `${word}.`, kind: `${word}.`, senses: dotted };
    return { word, kind: word, senses: this.#senses.get(word) ?? NO_SENSES };
  }
}

export const NO_SENSES: Partial<Senses> = {};

function sensesOf(figure: Figure): Partial<Senses> {
  const { parts, lengths, separator, dot, ordinal, apostrophe } = figure;
  const [first = 0] = parts;
  const [length = 0] = lengths;
  switch (separator) {
    case "": {
      if (ordinal) return { figure, ord: first, figureOrd: first, nth: first };
      if (isCompactDate(first, length))
        return { figure, dashDate: [Math.floor(first / 10_000), Math.floor(first / 100) % 100, first % 100] };
      if (apostrophe && length === 2) return { figure, year: fullYear(first) };
      return {
        figure,
        num: first,
        ...(dot ? { ord: first, figureOrd: first } : {}),
        ...(length === 4 && first >= 1900 && first < 2200 ? { year: first } : {}),
        ...(length === 4 && first % 100 < 60 && first <= 2400 ? { military: first } : {}),
      };
    }
    case ":":
      if (parts.length > 3 || lengths[1] !== 2) return { figure };
      // "06:00" was written by someone who counts to twenty-four.
      return { figure, colon: parts, ...(length === 2 && first < 10 ? { colon24: parts } : {}) };
    case "-":
      return length === 4 ? { figure, dashDate: parts } : { figure, dashLast: parts };
    case "/":
      return { figure, slash: parts };
    case ".":
      if (parts.length === 3 && length === 4) return { figure, dashDate: parts };
      if (parts.length === 3 || (parts.length === 2 && dot)) return { figure, dotDate: parts };
      return parts.length === 2 ? { figure, dotPair: parts, decimal: decimalOf(figure) } : { figure };
    case ",":
      return parts.length === 2 ? { figure, decimal: decimalOf(figure) } : { figure };
  }
}

/** "20261231". */
function isCompactDate(number: number, length: number): boolean {
  const [year, month, date] = [Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100];
  return length === 8 && year >= 1900 && year < 2200 && month >= 1 && month <= 12 && date >= 1 && date <= 31;
}

function decimalOf({ parts, lengths }: Figure): number {
  return parts[0]! + parts[1]! / 10 ** lengths[1]!;
}

/** "26" is 2026 and "85" is 1985. */
export function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}
