import { soundCode } from "./name-sounds.ts";
import type { NameWord } from "./name-word.ts";

/**
 * What any two words that `compareWords` calls the same have in common with each other: the code of homophones, that of
 * the folded word, and the lines of the table of forms.
 */
export function wordCodes(word: NameWord): readonly string[] {
  const before = codesOf.get(word);
  if (before !== undefined) return before;
  const codes = new Set([word.code, soundCode(word.folded, []) + word.figures]);
  for (const line of [...word.formOf, ...word.nicknameOf]) codes.add(`#${line}`);
  const made = [...codes];
  codesOf.set(word, made);
  return made;
}

/** Words are kept by name-word.ts; their codes go when they do. */
const codesOf = new WeakMap<NameWord, readonly string[]>();
const initialsOf = new WeakMap<NameWord, readonly string[]>();

/** How a word begins, so coarsely that no word that sounds like it begins otherwise. */
export function initialClasses(word: NameWord): readonly string[] {
  const before = initialsOf.get(word);
  if (before !== undefined) return before;
  const classes = new Set<string>();
  for (const { sound } of word.readings)
    for (const one of CLASSES[sound.text.charAt(0)] ?? "-") classes.add(one);
  const made = [...classes];
  initialsOf.set(word, made);
  return made;
}

/** A vowel and what is hardly heard before one, p, t, k, s, m, l, r; sounds between two of them are in both. */
const CLASSES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from("aeiouyqI@&^AEUOYhjG", (sound) => [sound, "a"])),
  ...Object.fromEntries(Array.from("pbfv", (sound) => [sound, "p"])),
  ...Object.fromEntries(Array.from("td", (sound) => [sound, "t"])),
  ...Object.fromEntries(Array.from("kg3", (sound) => [sound, "k"])),
  ...Object.fromEntries(Array.from("szSC658", (sound) => [sound, "s"])),
  ...Object.fromEntries(Array.from("mn", (sound) => [sound, "m"])),
  l: "l",
  r: "r",
  w: "pa",
  x: "kas",
  T: "tsp",
  c: "st",
  "7": "st",
  "4": "s",
  J: "sa",
  Z: "sa",
};
