import type { Verdict } from "../verdict.ts";
import type { NameWord } from "./name-word.ts";
import { soundDistance } from "./sound-distance.ts";

export interface Likeness {
  readonly verdict: Verdict;
  /** 0..1. */
  readonly similarity: number;
  readonly reason: string;
  /** Equal or homophones, and not only forms of one name. */
  readonly isLiteral: boolean;
}

const EQUAL: Likeness = { verdict: "same", similarity: 1, reason: "equal after folding", isLiteral: true };
const HOMOPHONES: Likeness = { verdict: "same", similarity: 0.97, reason: "homophones", isLiteral: true };
const FORMS: Likeness = { verdict: "same", similarity: 0.92, reason: "forms of one name", isLiteral: false };
const BUT_FOR_AN_UMLAUT: Likeness = {
  verdict: "candidate",
  similarity: 0.85,
  reason: "equal but for an umlaut",
  isLiteral: false,
};
const RELATED: Likeness = {
  verdict: "candidate",
  similarity: 0.7,
  reason: "names from one name",
  isLiteral: false,
};
const SLURRED: Likeness = {
  verdict: "candidate",
  similarity: 0.72,
  reason: "equal but for a slurred vowel",
  isLiteral: false,
};
export const DIFFERENT: Likeness = {
  verdict: "different",
  similarity: 0,
  reason: "different",
  isLiteral: false,
};

/** How far apart two words may sound, by their length in sounds. */
const FREE = 0.25;
const FREE_FOR_A_SOUND = 0.05;
const LEAST_FREE = 0.4;
const MOST_FREE = 0.9;
/** Two names that both exist are told apart by less than a name and a misspelling. */
const OF_KNOWN_NAMES = 0.4;
/** A Turkish and a Polish name are seldom taken for each other: nobody writes one in the other's letters. */
const OTHER_LANGUAGE = 0.35;

/** Whose names they are: Lutz may be Ludwig's nickname, but nobody's family name has one. */
export type NameKind = "first" | "last";

/** Whether two words are one name; symmetric. */
export function compareWords(a: NameWord, b: NameWord, kind: NameKind = "first"): Likeness {
  if (a === b) return EQUAL;
  if (a.folded === b.folded) return areTwoByUmlaut(a, b) && !areForms(a, b) ? BUT_FOR_AN_UMLAUT : EQUAL;
  if (a.figures !== b.figures) return DIFFERENT;
  if (a.code === b.code && a.code !== "" && !isOtherLength(a, b)) return HOMOPHONES;
  if (shareOne(a.formOf, b.formOf) || (kind === "first" && areForms(a, b))) return FORMS;
  const alike = compareSounds(a, b);
  if (alike.similarity >= SLURRED.similarity) return alike;
  if (a.slurred === b.slurred && a.code !== "" && !isOtherLength(a, b)) return SLURRED;
  return alike.similarity < RELATED.similarity && areRelated(a, b) ? RELATED : alike;
}

/** Kuhn and Kühn are two names, unlike Muller and Müller. */
function areTwoByUmlaut(a: NameWord, b: NameWord): boolean {
  return a.isKnownAsWritten && b.isKnownAsWritten && UMLAUT.test(a.text) !== UMLAUT.test(b.text);
}

const UMLAUT = /[äöü]/;

function isOtherLength(a: NameWord, b: NameWord): boolean {
  return a.length !== undefined && b.length !== undefined && a.length !== b.length;
}

function areForms(a: NameWord, b: NameWord): boolean {
  return shareOne(a.formOf, b.formOf) || shareOne(a.formOf, b.nicknameOf) || shareOne(a.nicknameOf, b.formOf);
}

function areRelated(a: NameWord, b: NameWord): boolean {
  return shareOne(a.relatesOn, b.relatedOn) || shareOne(a.relatedOn, b.relatesOn);
}

function shareOne(some: readonly number[], others: readonly number[]): boolean {
  return some.some((one) => others.includes(one));
}

function compareSounds(a: NameWord, b: NameWord): Likeness {
  if ((a.initials & b.initials) === 0) return DIFFERENT;
  const strictness = a.isKnown && b.isKnown ? OF_KNOWN_NAMES : 1;
  let best = Infinity;
  for (const one of a.readings) {
    for (const other of b.readings) {
      const free = freeFor((one.sound.codes.length + other.sound.codes.length) / 2) * strictness;
      const penalty =
        one.penalty + other.penalty + (isOtherForeign(one.language, other.language) ? OTHER_LANGUAGE : 0);
      const most = free * Math.min(1, best) - penalty;
      if (most < 0) continue;
      const distance = soundDistance(one.sound, other.sound, most);
      if (distance <= most) best = (distance + penalty) / free;
    }
  }
  if (best > 1) return DIFFERENT;
  return {
    verdict: "candidate",
    similarity: 0.9 - 0.3 * best,
    reason: "sound alike",
    isLiteral: false,
  };
}

function freeFor(sounds: number): number {
  return Math.min(MOST_FREE, Math.max(LEAST_FREE, FREE + FREE_FOR_A_SOUND * sounds));
}

function isOtherForeign(one: string, other: string): boolean {
  return one !== other && one !== "de" && one !== "en" && other !== "de" && other !== "en";
}
