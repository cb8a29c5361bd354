import { foldToken, lowerCase } from "./fold-token.ts";
import { initialClasses } from "./initial-classes.ts";
import { KNOWN_NAMES } from "./known-names.ts";
import { SAME_NAMES } from "./name-groups.ts";
import { firstVowelLength, type NameLanguage, type Reading, readingsOf, soundCode } from "./name-sounds.ts";

/** One word of a name with all that it is compared by. */
export interface NameWord {
  readonly text: string;
  readonly folded: string;
  /** Equal for homophones. */
  readonly code: string;
  readonly length: "long" | "short" | undefined;
  /** Whether it stands in the tables of names. */
  readonly isKnown: boolean;
  /** Whether it stands there with just these marks. */
  readonly isKnownAsWritten: boolean;
  /** Lines of the table of forms in which it, or what sounds exactly so, stands before the bar, and after it. */
  readonly formOf: readonly number[];
  readonly nicknameOf: readonly number[];
  readonly readings: readonly Reading[];
  /** Bits of initial-classes.ts. */
  readonly initials: number;
}

/** So many words of cards are kept ready; a look-up compares a few hundred. */
const MOST_WORDS_KEPT = 8_192;

const writtenNames = new Set<string>();
const languagesOf = new Map<string, NameLanguage[]>();
for (const language of ["de", "en", "tr", "pl", "ru", "ar"] as const) {
  for (const name of KNOWN_NAMES[language].trim().split(/\s+/)) {
    const folded = foldToken(name);
    writtenNames.add(lowerCase(name));
    const languages = languagesOf.get(folded);
    if (languages === undefined) languagesOf.set(folded, [language]);
    else if (!languages.includes(language)) languages.push(language);
  }
}

interface Lines {
  readonly forms: Map<string, number[]>;
  readonly nicknames: Map<string, number[]>;
}

const byText: Lines = { forms: new Map(), nicknames: new Map() };
const byCode: Lines = { forms: new Map(), nicknames: new Map() };
for (const [line, text] of SAME_NAMES.trim().split("\n").entries()) {
  const [forms = "", nicknames = ""] = text.split(" | ");
  for (const name of forms.split(/\s+/)) addLine("forms", name, line);
  for (const name of nicknames.split(/\s+/).filter(Boolean)) addLine("nicknames", name, line);
}

function addLine(kind: keyof Lines, name: string, line: number): void {
  const folded = foldToken(name);
  push(byText[kind], folded, line);
  push(
    byCode[kind],
    soundCode(lowerCase(name).replace(/\P{Letter}/gu, ""), languagesOf.get(folded) ?? []),
    line,
  );
}

function push(lines: Map<string, number[]>, key: string, line: number): void {
  const before = lines.get(key);
  if (before === undefined) lines.set(key, [line]);
  else if (!before.includes(line)) before.push(line);
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

function makeWord(text: string): NameWord {
  const lower = lowerCase(text);
  const folded = foldToken(lower);
  const known = languagesOf.get(folded) ?? [];
  const code = soundCode(lower, known);
  const formOf = byText.forms.get(folded) ?? [];
  const nicknameOf = byText.nicknames.get(folded) ?? [];
  const isKnown = known.length > 0 || formOf.length > 0 || nicknameOf.length > 0;
  const readings = readingsOf(lower, folded, known);
  return {
    text: lower,
    folded,
    code,
    length: firstVowelLength(lower),
    isKnown,
    isKnownAsWritten: writtenNames.has(lower),
    formOf: isKnown ? formOf : (byCode.forms.get(code) ?? []),
    nicknameOf: isKnown ? nicknameOf : (byCode.nicknames.get(code) ?? []),
    readings,
    initials: initialClasses(readings),
  };
}
