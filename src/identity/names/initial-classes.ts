import type { Reading } from "./name-sounds.ts";

/**
 * How a word begins, so coarsely that no word that sounds like it begins otherwise: a vowel and what is hardly heard
 * before one, p, t, k, s, m, l, r. Sounds between two classes are in both. One bit each.
 */
const CLASSES = "aptksmlr";

const CLASSES_OF: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from("aeiouyqI@&^AEUOYhjG", (sound) => [sound, "a"])),
  ...Object.fromEntries(Array.from("pbfv", (sound) => [sound, "p"])),
  ...Object.fromEntries(Array.from("td", (sound) => [sound, "t"])),
  ...Object.fromEntries(Array.from("kg3", (sound) => [sound, "k"])),
  ...Object.fromEntries(Array.from("szSC6584", (sound) => [sound, "s"])),
  ...Object.fromEntries(Array.from("mn", (sound) => [sound, "m"])),
  l: "l",
  r: "r",
  w: "pal",
  x: "kas",
  T: "tsp",
  c: "st",
  "7": "st",
  J: "sa",
  Z: "sa",
};

/** The bits of all readings' first sounds. */
export function initialClasses(readings: readonly Reading[]): number {
  let bits = 0;
  for (const { sound } of readings) {
    for (const one of CLASSES_OF[sound.text.charAt(0)] ?? CLASSES) bits |= 1 << CLASSES.indexOf(one);
  }
  return bits;
}

export function namesOfClasses(bits: number): readonly string[] {
  return Array.from(CLASSES).filter((_, at) => (bits & (1 << at)) !== 0);
}
