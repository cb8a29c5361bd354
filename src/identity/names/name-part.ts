import { lowerCase } from "./fold-token.ts";
import { type NameWord, nameWord } from "./name-word.ts";
import { spelledName } from "./spelled-name.ts";

/** A first or a last name, taken apart. */
export interface NamePart {
  /** Without titles and particles; at least one. */
  readonly words: readonly NameWord[];
  /** The words as one: Anna-Lena is Annalena. */
  readonly joined: NameWord;
  /** As one with the particles: van den Berg is Vandenberg. */
  readonly withParticles: NameWord | undefined;
}

const TITLES = new Set(
  `dr prof professor professorin doktor doctor med dent vet jur phil rer nat dipl ing mag bsc msc ba ma phd frau herr herrn hr fr
  familie fam mr mrs ms miss mister missis misses sir lady madame monsieur bey hanım hanim pan pani gospodin junior jr senior sr jun sen ii iii`.split(
    /\s+/,
  ),
);
const PARTICLES = new Set(
  `von vom van der den dem des de di da do dos das du del della delle dello la le les las los zu zum zur und und y e
  af av ter ten te tot op 't t bin ibn bint ould al el ul ad ed as es ash ar an at az`.split(/\s+/),
);
/** What grows together with the word after it. */
const PREFIXES = new Set(["mc", "mac", "o", "abd", "abdul", "abdel", "abdal", "abu", "abou", "st", "fitz"]);
const MOST_WORDS = 8;

/** So many names of cards are kept ready; a look-up compares a few hundred. */
const MOST_PARTS_KEPT = 8_192;
const kept = new Map<string, NamePart | undefined>();

/** Undefined when there is no letter in it. */
export function namePart(text: string | null | undefined): NamePart | undefined {
  if (text == null || text === "") return undefined;
  const before = kept.get(text);
  if (before !== undefined || kept.has(text)) return before;
  const part = makePart(text);
  if (kept.size >= MOST_PARTS_KEPT) kept.clear();
  kept.set(text, part);
  return part;
}

function makePart(text: string): NamePart | undefined {
  if (SIMPLE.test(text) && !/^mc/i.test(text)) return single(nameWord(lowerCase(text)));
  const all = wordsOf(spelledName(text) ?? text);
  const named = all.filter((word) => !TITLES.has(word));
  const whole = named.length > 0 ? named : all;
  const telling = whole.filter((word) => word === "o" || !/^[a-z]$/.test(word));
  const full = telling.length > 0 ? telling : whole;
  if (full.length === 0) return undefined;
  const bare = withPrefixes(full.filter((word, at) => !isParticle(word, at, full)));
  const words = (bare.length > 0 ? bare : full).slice(0, MOST_WORDS);
  const joined = words.join("");
  const fullText = full.join("");
  return {
    words: words.map(nameWord),
    joined: nameWord(joined),
    withParticles: fullText === joined ? undefined : nameWord(fullText),
  };
}

/** One word of letters that is neither title nor particle: nearly all first names and most last names. */
const SIMPLE = /^\p{Letter}{4,}$/u;

function single(word: NameWord): NamePart {
  return { words: [word], joined: word, withParticles: undefined };
}

function isParticle(word: string, at: number, words: readonly string[]): boolean {
  return PARTICLES.has(word) && at < words.length - 1;
}

function wordsOf(text: string): string[] {
  return lowerCase(text)
    .replace(
      /\(?(?<!\p{Letter})(geb|geborene[rn]?|née|nee|born)(?!\p{Letter})\.?.*$/u,
      (maiden, _, at: number) => (at > 0 ? "" : maiden),
    )
    .replace(/(?<!\p{Letter})mc(?=\p{Letter})/gu, "mac")
    .replace(/(?<=\p{Letter})['’‘`´ʿʾʹʼ](?=\p{Letter})/gu, "")
    .split(/[^\p{Letter}\p{Mark}\p{Number}]+/u)
    .filter((word) => word !== "");
}

function withPrefixes(words: readonly string[]): string[] {
  const grown: string[] = [];
  let prefix = "";
  for (const [at, word] of words.entries()) {
    if (PREFIXES.has(word) && at < words.length - 1) prefix += word;
    else {
      grown.push(prefix + word);
      prefix = "";
    }
  }
  return grown;
}

/** A part of these words, as they stand. */
export function partOf(words: readonly string[]): NamePart {
  return { words: words.map(nameWord), joined: nameWord(words.join("")), withParticles: undefined };
}

/** The words of a part that may be a whole name, in two: for each place between them what is before and after it. */
export function splitsOf({ words }: NamePart): (readonly [NamePart, NamePart])[] {
  const texts = words.map(({ text }) => text);
  return texts
    .slice(1)
    .map((_, at) => [partOf(texts.slice(0, at + 1)), partOf(texts.slice(at + 1))] as const);
}
