import { foldToken, lowerCase } from "./fold-token.ts";
import { initialClasses } from "./initial-classes.ts";
import { firstVowelLength, type Reading, readingsOf, soundCode } from "./name-sounds.ts";
import { nameTables } from "./name-tables.ts";

/** One word of a name with all that it is compared by. */
export interface NameWord {
  readonly text: string;
  readonly folded: string;
  /** Its figures: who writes "Maier 2" into the card index tells two apart. */
  readonly figures: string;
  /** Equal for homophones. */
  readonly code: string;
  /** The code without what is slurred: every e after the first vowel, and any vowel before a last n. */
  readonly slurred: string;
  readonly length: "long" | "short" | undefined;
  /** Whether it stands in the tables of names. */
  readonly isKnown: boolean;
  /** Whether it stands there with just these marks. */
  readonly isKnownAsWritten: boolean;
  /** Lines of the table of forms in which it, or what sounds exactly so, stands before the bar, and after it. */
  readonly formOf: readonly number[];
  readonly nicknameOf: readonly number[];
  /** Lines of the table of related names in which it, or a name it is a form of, stands first, and later. */
  readonly relatesOn: readonly number[];
  readonly relatedOn: readonly number[];
  readonly readings: readonly Reading[];
  /** Bits of initial-classes.ts. */
  readonly initials: number;
}

/** So many words of cards are kept ready; a look-up compares a few hundred. */
const MOST_WORDS_KEPT = 8_192;

function linesOf(
  side: ReadonlyMap<string | number, readonly number[]>,
  folded: string,
  forms: readonly number[],
): readonly number[] {
  const lines = [folded, ...forms].flatMap((key) => side.get(key) ?? []);
  return lines.length < 2 ? lines : [...new Set(lines)];
}

/** What a group of forms is called in stored keys. */
export function groupName(line: number): string {
  return nameTables().groupNames[line]!;
}

/** What a line of related names is called in stored keys. */
export function relationName(line: number): string {
  return nameTables().relationNames[line]!;
}

const kept = new Map<string, NameWord>();

export function nameWord(text: string): NameWord {
  const before = kept.get(text);
  if (before !== undefined) return before;
  const word = makeWord(text);
  if (kept.size >= MOST_WORDS_KEPT) kept.clear();
  kept.set(text, word);
  return word;
}

const SHORTEST_SLURRED = 5;

function slurred(code: string): string {
  if (code.length < SHORTEST_SLURRED) return code;
  const at = code.search(/[aeiouyq@&^]/) + 1;
  return code.slice(0, at) + code.slice(at).replace(/[e@](?=[^aeiouyqj@&^])|(?<=s)o(?=n$)/g, "");
}

function makeWord(text: string): NameWord {
  const { languagesOf, byText, byCode, relations, writtenNames } = nameTables();
  const lower = lowerCase(text);
  const folded = foldToken(lower);
  const known = languagesOf.get(folded) ?? [];
  const figures = lower.replace(/\P{Number}/gu, "");
  const code = soundCode(lower, known) + figures;
  const formOf = byText.forms.get(folded) ?? [];
  const nicknameOf = byText.nicknames.get(folded) ?? [];
  const isKnown = known.length > 0 || formOf.length > 0 || nicknameOf.length > 0;
  const readings = readingsOf(lower, folded, known);
  const forms = isKnown ? formOf : (byCode.forms.get(code) ?? []);
  return {
    text: lower,
    folded,
    figures,
    code,
    slurred: slurred(code),
    length: firstVowelLength(lower),
    isKnown,
    isKnownAsWritten: writtenNames.has(lower),
    formOf: forms,
    nicknameOf: isKnown ? nicknameOf : (byCode.nicknames.get(code) ?? []),
    relatesOn: linesOf(relations.first, folded, forms),
    relatedOn: linesOf(relations.others, folded, forms),
    readings,
    initials: initialClasses(readings),
  };
}
