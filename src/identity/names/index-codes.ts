import { soundCode } from "./name-sounds.ts";
import { groupName, type NameWord } from "./name-word.ts";

/**
 * What any two words that `compareWords` calls the same have in common with each other: the code of homophones, that of
 * the folded word, and the groups of the table of forms.
 */
export function wordCodes(word: NameWord): readonly string[] {
  const before = codesOf.get(word);
  if (before !== undefined) return before;
  const codes = new Set([word.code, soundCode(word.folded, []) + word.figures]);
  for (const line of [...word.formOf, ...word.nicknameOf]) codes.add(`#${groupName(line)}`);
  const made = [...codes];
  codesOf.set(word, made);
  return made;
}

/** Words are kept by name-word.ts; their codes go when they do. */
const codesOf = new WeakMap<NameWord, readonly string[]>();
