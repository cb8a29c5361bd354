/** Letters that Unicode does not take apart into a letter and a mark. */
const WHOLE_LETTERS: ReadonlyMap<string, string> = new Map([
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ø", "o"],
  ["ı", "i"],
  ["ł", "l"],
  ["đ", "d"],
  ["ð", "d"],
  ["þ", "th"],
  ["ə", "e"],
  ["ё", "е"],
]);

/** Lower case in every script, `İ` and `I` as `i`, full-width letters as usual ones, marks composed. */
export function lowerCase(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll("i\u0307", "i");
}

/**
 * A word of a name without case and marks, and without the e that stands for an umlaut: Müller, Mueller and Muller are
 * `muller`, Łukasz is `lukasz`. Folding what is folded changes nothing.
 */
export function foldToken(word: string): string {
  const lower = lowerCase(word);
  if (/^[a-z]*$/.test(lower)) return withoutUmlautE(lower);
  const whole = Array.from(lower, (character) => WHOLE_LETTERS.get(character) ?? character).join("");
  const bare = whole
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .replace(/[^\p{Letter}\p{Number}]/gu, "");
  return withoutUmlautE(bare);
}

/** Not after a vowel (Bauer, Meyer) or q, and only before a consonant (Zoe). */
function withoutUmlautE(word: string): string {
  return word.includes("e") ? word.replace(/(?<![aeiouyq])([aou])e(?=[^aeiouy])/g, "$1") : word;
}
