import type { ClientDetailsOrNulls } from "./client.ts";
import { better, compareLastNames, compareParts } from "./names/compare-parts.ts";
import { DIFFERENT, type Likeness } from "./names/compare-words.ts";
import { type NamePart, namePart, partOf, splitsOf } from "./names/name-part.ts";
import type { Verdict } from "./verdict.ts";

export interface NameComparison {
  /** Unknown where the two have no name to compare. */
  readonly verdict: Verdict | "unknown";
  /** 0..1. */
  readonly similarity: number;
  readonly why: readonly string[];
  readonly contradictsOn: readonly ("firstname" | "lastname")[];
  /** How many of first and last name agree or sound alike. */
  readonly agreeing: number;
  /** Equal after folding or homophones: no nickname, no form of another language. */
  readonly isLiteral: boolean;
}

interface Names {
  readonly first: NamePart | undefined;
  readonly last: NamePart | undefined;
}

const UNKNOWN: NameComparison = {
  verdict: "unknown",
  similarity: 0,
  why: [],
  contradictsOn: [],
  agreeing: 0,
  isLiteral: false,
};

/** Whether two descriptions have the same name, as far as both give it; symmetric in verdict and similarity. */
export function compareNames(said: ClientDetailsOrNulls, stored: ClientDetailsOrNulls): NameComparison {
  const one = namesOf(said);
  const other = namesOf(stored);
  if (one.first && one.last && other.first && other.last) {
    return compareBoth(one.first, one.last, other.first, other.last);
  }
  const alone = one.first && one.last ? undefined : (one.first ?? one.last);
  const aloneToo = other.first && other.last ? undefined : (other.first ?? other.last);
  if (alone !== undefined && aloneToo !== undefined) return compareAlone(one, other, alone, aloneToo);
  if (alone !== undefined && other.first && other.last) {
    return compareWithFull(one, alone, other.first, other.last);
  }
  if (aloneToo !== undefined && one.first && one.last) {
    return compareWithFull(other, aloneToo, one.first, one.last);
  }
  return UNKNOWN;
}

function namesOf({ firstname, lastname }: ClientDetailsOrNulls): Names {
  return { first: namePart(firstname), last: namePart(lastname) };
}

function compareBoth(
  first: NamePart,
  last: NamePart,
  otherFirst: NamePart,
  otherLast: NamePart,
): NameComparison {
  const straight = pair(compareParts(first, otherFirst), compareLastNames(last, otherLast, "last"));
  if (straight.verdict === "same") return straight;
  const crossed = compareParts(first, otherLast);
  if (crossed.verdict === "different") return straight;
  const swapped = pair(crossed, compareParts(last, otherFirst), " (swapped)");
  if (swapped.verdict === "different") return straight;
  return swapped.similarity > straight.similarity || straight.verdict === "different" ? swapped : straight;
}

function pair(first: Likeness, last: Likeness, note = ""): NameComparison {
  const members = [
    ["firstname", first],
    ["lastname", last],
  ] as const;
  const contradictsOn = members.filter(([, one]) => one.verdict === "different").map(([member]) => member);
  const isSame = first.verdict === "same" && last.verdict === "same";
  return {
    verdict: contradictsOn.length > 0 ? "different" : isSame ? "same" : "candidate",
    similarity: (first.similarity + last.similarity) / 2,
    why: members.map(([member, { reason }]) => `${member}: ${reason}${note}`),
    contradictsOn,
    agreeing: 2 - contradictsOn.length,
    isLiteral: isSame && first.isLiteral && last.isLiteral,
  };
}

/** One name against one name; Anna Schmidt and Schmidt Anna in one member are the same. */
function compareAlone(one: Names, other: Names, alone: NamePart, aloneToo: NamePart): NameComparison {
  const isLast = one.last !== undefined && other.last !== undefined;
  const isFirst = one.first !== undefined && other.first !== undefined;
  const member = isFirst ? "firstname" : "lastname";
  const likeness = isLast ? compareLastNames(alone, aloneToo, "first") : compareParts(alone, aloneToo);
  if (alone.words.length > 1 && alone.words.length === aloneToo.words.length && likeness.verdict !== "same") {
    const turned = compareParts(alone, partOf(turnedRound(aloneToo)));
    if (turned.verdict === "same") return lone(turned, member, " (swapped)");
  }
  if (isLast || isFirst) return lone(likeness, member);
  return lone(asHint(likeness), member, " (first name against last name)");
}

function turnedRound({ words }: NamePart): string[] {
  const [first = "", ...rest] = words.map(({ text }) => text);
  return [...rest, first];
}

/** A name in one member against first and last name: the whole name, or one of the two. */
function compareWithFull(names: Names, alone: NamePart, first: NamePart, last: NamePart): NameComparison {
  const whole = compareSplit(alone, first, last);
  if (whole !== undefined && whole.verdict !== "different") return whole;
  const member = names.first !== undefined ? "firstname" : "lastname";
  const own = member === "firstname" ? compareParts(alone, first) : compareLastNames(alone, last, "first");
  if (own.verdict === "same") return lone(own, member);
  const other = asHint(member === "firstname" ? compareParts(alone, last) : compareParts(alone, first));
  return better(own, other) === own ? lone(own, member) : lone(other, member, " (swapped)");
}

/** The words of one member as first and last name, or as last and first, wherever they fit best. */
function compareSplit(alone: NamePart, first: NamePart, last: NamePart): NameComparison | undefined {
  let best: NameComparison | undefined;
  for (const [one, other] of splitsOf(alone)) {
    const split = compareBoth(one, other, first, last);
    if (best === undefined || split.similarity > best.similarity) best = split;
  }
  return best;
}

function asHint(likeness: Likeness): Likeness {
  if (likeness.verdict === "different") return DIFFERENT;
  return { ...likeness, verdict: "candidate", similarity: Math.min(likeness.similarity, 0.6) };
}

function lone(likeness: Likeness, member: "firstname" | "lastname", note = ""): NameComparison {
  const { verdict, similarity, reason, isLiteral } = likeness;
  return {
    verdict,
    similarity,
    why: [`${member}: ${reason}${note}`],
    contradictsOn: verdict === "different" ? [member] : [],
    agreeing: verdict === "different" ? 0 : 1,
    isLiteral,
  };
}
