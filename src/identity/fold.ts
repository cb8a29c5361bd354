/** German transcriptions first: `ü` and `ue` must meet, but `u` stays apart from both. */
const TRANSCRIBED: ReadonlyMap<string, string> = new Map([
  ["ä", "ae"],
  ["ö", "oe"],
  ["ü", "ue"],
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ø", "oe"],
  ["å", "aa"],
  ["ı", "i"],
  ["ł", "l"],
  ["đ", "d"],
  ["ð", "d"],
  ["þ", "th"],
]);

/**
 * A name without case, umlauts, accents, punctuation and double spaces: `Ayşe  Öztürk-Müller` and
 * `AYSE OEZTUERK MUELLER` fold to the same text. Empty when nothing is left.
 */
export function foldName(text: string): string {
  const lower = text.normalize("NFC").toLocaleLowerCase("und").replaceAll("i̇", "i");
  const transcribed = Array.from(lower, (character) => TRANSCRIBED.get(character) ?? character).join("");
  return transcribed
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .replace(/[^\p{Letter}\p{Number}]+/gu, " ")
    .trim();
}

/** Mail addresses compare without case and surrounding space. */
export function foldEmail(text: string): string {
  return text.trim().toLocaleLowerCase("und");
}
