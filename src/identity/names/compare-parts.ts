import { compareWords, DIFFERENT, type Likeness, type NameKind } from "./compare-words.ts";
import type { NamePart } from "./name-part.ts";
import { type NameWord, nameWord } from "./name-word.ts";

/** Whether two first names, or two last names, are one; symmetric. */
export function compareParts(a: NamePart, b: NamePart, kind: NameKind = "first"): Likeness {
  let best = compareJoined(a, b, kind);
  if (best.verdict === "same") return best;
  if (a.withParticles !== undefined) best = better(best, compareWords(a.withParticles, b.joined, kind));
  if (b.withParticles !== undefined) best = better(best, compareWords(a.joined, b.withParticles, kind));
  if (a.words.length > 1 || b.words.length > 1) best = better(best, compareWordByWord(a, b, kind));
  return best;
}

/** In one long word a wrong ending is lost, so that as many words on both sides count one by one. */
function compareJoined(a: NamePart, b: NamePart, kind: NameKind): Likeness {
  if (a.words.length === 1 || a.words.length !== b.words.length)
    return compareWords(a.joined, b.joined, kind);
  return a.joined.text === b.joined.text ? compareWords(a.joined, b.joined, kind) : DIFFERENT;
}

/**
 * The same of last names, which women have in another form in Poland and Russia. Alone they may be anything: bots put first
 * names and whole names there.
 */
export function compareLastNames(a: NamePart, b: NamePart, kind: NameKind): Likeness {
  const likeness = compareParts(a, b, kind);
  if (likeness.verdict !== "different" || a.words.length !== b.words.length) return likeness;
  const [one, other] = [masculine(a.joined), masculine(b.joined)];
  if (one === undefined && other === undefined) return likeness;
  const { verdict } = compareWords(one ?? a.joined, other ?? b.joined, kind);
  if (verdict === "different") return likeness;
  return {
    verdict: "candidate",
    similarity: 0.75,
    reason: "one family name in two genders",
    isLiteral: false,
  };
}

export function better(one: Likeness, other: Likeness): Likeness {
  return other.similarity > one.similarity ? other : one;
}

/** What two words that must both fit come to. */
export function worse(one: Likeness, other: Likeness): Likeness {
  return other.similarity < one.similarity ? other : one;
}

/** Double names: all words in order are as like as the least like of them; a part of them, or another order, is a hint. */
function compareWordByWord(a: NamePart, b: NamePart, kind: NameKind): Likeness {
  if (a.words.length === b.words.length) {
    const inOrder = a.words.map((word, at) => compareWords(word, b.words[at]!, kind)).reduce(worse);
    if (inOrder.verdict !== "different") return inOrder;
  }
  const [few, many] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  return eachIsAmong(few, many, kind) ? PART_OF_DOUBLE : DIFFERENT;
}

const PART_OF_DOUBLE: Likeness = {
  verdict: "candidate",
  similarity: 0.78,
  reason: "a part of a double name",
  isLiteral: false,
};

function eachIsAmong(few: readonly NameWord[], many: readonly NameWord[], kind: NameKind): boolean {
  const left = [...many];
  for (const word of few) {
    const at = left.findIndex((other) => compareWords(word, other, kind).verdict !== "different");
    if (at === -1) return false;
    left.splice(at, 1);
  }
  return true;
}

const FEMININE: readonly (readonly [RegExp, string])[] = [
  [/(?<=[scz])k[ay]$/, "ki"],
  [/(?<=[scz]k)(aja|aya|aia)$/, "i"],
  [/(?<=[oe](?:v|w|ff))a$/, ""],
];

/** The form that a man of the family has, for a word that looks like a woman's: Kowalska, Ivanova. */
function masculine(word: NameWord): NameWord | undefined {
  for (const [ending, instead] of FEMININE) {
    if (word.text.length > 5 && ending.test(word.text)) return nameWord(word.text.replace(ending, instead));
  }
  return undefined;
}
