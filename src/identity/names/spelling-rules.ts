/**
 * How a language's letters are read. A rule is `before(letters)after=sounds,other sounds`, such as `^(sp)=Sp` or
 * `(c)E=c`; the longest letters win, then the order. `before` and `after` list the characters of which one must stand
 * there: `^` and `$` are the ends of the word, V any vowel, K any consonant, E a front vowel, and in `after` M a single
 * consonant with a last silent e, N one before another vowel. Letters without a rule are read as nothing.
 *
 * Sounds are one character each: p b t d k g f v w s z m n l r h j x as in German „ach“ for x; S sch, Z as in „Genie“,
 * C tsch, J dsch, c ts, T English th; Polish 6 ś, 7 ć, 8 ź; Turkish G ğ. Vowels a e i o u, y ü, q ö, I Polish y and
 * Turkish ı, @ as in the second half of „Lampe“, & as in „hat“, ^ as in „but“; A E U the loose vowels of Arabic (a or e,
 * i or e, u or o). Where the writing may lack its marks, one sound stands for two: O is o or ö, Y u or ü, 5 s or sch,
 * 4 dsch or tsch, 3 g or ğ.
 */
export interface Spelling {
  /** All ways to read the word, the likeliest first. */
  read(word: string): readonly string[];
}

interface Rule {
  readonly before: string;
  readonly letters: string;
  readonly after: string;
  readonly sounds: readonly string[];
}

const VOWELS = "aeiouyäöüıáéíóúâêîôûàèìòùąęёœæøåãõ";
const FRONT_VOWELS = "eiyäöüéíêî";
/** More readings of one word are of no use: they only cost time. */
const MOST_READINGS = 6;

/** Rules apart by space. */
export function spelling(text: string): Spelling {
  const rules = new Map<string, Rule[]>();
  for (const rule of text.trim().split(/\s+/).map(parseRule)) {
    const initial = rule.letters[0]!;
    rules.set(initial, [...(rules.get(initial) ?? []), rule]);
  }
  for (const list of rules.values()) list.sort((a, b) => b.letters.length - a.letters.length);
  return { read: (word) => read(word, rules) };
}

function parseRule(text: string): Rule {
  const [, before = "", letters = "", after = "", sounds = ""] =
    /^(.*?)\((.+?)\)(.*?)=(.*)$/.exec(text) ?? [];
  if (letters === "") throw new Error(`not a rule of spelling: ${text}`);
  return { before, letters, after, sounds: sounds.split(",") };
}

function read(word: string, rules: ReadonlyMap<string, readonly Rule[]>): readonly string[] {
  let readings: string[] = [""];
  let position = 0;
  while (position < word.length) {
    const rule = rules.get(word[position]!)?.find((one) => fits(one, word, position));
    if (rule === undefined) {
      position += 1;
      continue;
    }
    const [first = ""] = rule.sounds;
    if (rule.sounds.length === 1 || readings.length * rule.sounds.length > MOST_READINGS) {
      readings = readings.map((reading) => joined(reading, first));
    } else {
      readings = rule.sounds.flatMap((sounds) => readings.map((reading) => joined(reading, sounds)));
    }
    position += rule.letters.length;
  }
  return readings;
}

/** A sound that follows itself is heard once. */
function joined(reading: string, sounds: string): string {
  return sounds !== "" && reading.endsWith(sounds[0]!) ? reading + sounds.slice(1) : reading + sounds;
}

function fits({ before, letters, after }: Rule, word: string, position: number): boolean {
  if (!word.startsWith(letters, position)) return false;
  const end = position + letters.length;
  return (
    (before === "" || isOneOf(before, position === 0 ? "^" : word[position - 1]!)) &&
    (after === "" ||
      isOneOf(after, end === word.length ? "$" : word[end]!) ||
      isMagic(after, word, end) ||
      (after.includes("N") && /^(?:[bcdfgklmnprstvz]|th|sh|ch|tz)[aeiouy]/.test(word.slice(end))))
  );
}

function isOneOf(characters: string, character: string): boolean {
  if (characters.includes(character)) return true;
  if (character === "^" || character === "$") return false;
  const isVowel = VOWELS.includes(character);
  return (
    (isVowel && characters.includes("V")) ||
    (!isVowel && characters.includes("K")) ||
    (characters.includes("E") && FRONT_VOWELS.includes(character))
  );
}

/** The e that makes the vowel before it long: "Kate", "Jones". */
function isMagic(after: string, word: string, end: number): boolean {
  return after.includes("M") && /^[bcdfgklmnprstvz]es?$/.test(word.slice(end));
}
