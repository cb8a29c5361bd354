import { IRREGULAR_READINGS } from "./irregular-readings.ts";
import type { KNOWN_NAMES } from "./known-names.ts";
import { type Sounded, sounded } from "./sound-distance.ts";
import { ARABIC } from "./spelling/arabic.ts";
import { ENGLISH } from "./spelling/english.ts";
import { GERMAN } from "./spelling/german.ts";
import { POLISH } from "./spelling/polish.ts";
import { CYRILLIC, RUSSIAN } from "./spelling/russian.ts";
import { TURKISH, TURKISH_WITHOUT_MARKS } from "./spelling/turkish.ts";
import type { Spelling } from "./spelling-rules.ts";

export type NameLanguage = keyof typeof KNOWN_NAMES;

export interface Reading {
  readonly language: NameLanguage;
  readonly sound: Sounded;
  /** How unlikely it is that the word is read in this language, in the unit of sound distances. */
  readonly penalty: number;
}

const GERMAN_OF_A_FOREIGN_NAME = 0.25;
const ENGLISH_OF_AN_UNKNOWN_NAME = 0.1;
const LANGUAGE_WITHOUT_A_SIGN = 0.2;

/** What shows that a name is of that language, and what shows that it is not. */
const SIGNS: Readonly<Record<Exclude<NameLanguage, "de" | "en">, { sign: RegExp; never: RegExp }>> = {
  tr: { sign: /[şğı]|ç|[aeıiouöü]y?oğlu/, never: /[wxqäßłąęśźżćńăčšž]|sch|tsch|ck|ph/ },
  pl: {
    sign: /[łąęśźżćń]|sz|cz|rz|[sc]ki$|[sc]ka$|dzk[ia]$|wicz$|wsk/,
    never: /[şğıçöüäßvxqčšž]|sch|ph|th|ck$/,
  },
  ru: {
    sign: /[čšžë]|(ov|ev|off|eff|ow|ew|in|yn)a?$|sk(y|ij|iy|aja|aya|i)$|enko$|tsch|shch|zh|[jy]a$|[jy]ew|[jy]ev/,
    never: /[şğıçöüäßłąęśźżćńqx]/,
  },
  ar: {
    sign: /kh|dh|gh|^al|^el|^abd|ull?ah$|[ua]dd?ii?n$|ou|aa|q(?!u)|h$|moh?am|^ch[aou]/,
    never: /[şğıçöäßłąęśźżćńčšžpv]|tsch|ck|sz|cz/,
  },
};

/** All ways to read a word of a name, in lower case with its marks; `known` are the languages that have this name. */
export function readingsOf(
  written: string,
  folded: string,
  known: readonly NameLanguage[],
): readonly Reading[] {
  const word = withMarksWeRead(written);
  const readings = new Map<string, Reading>();
  const add = (language: NameLanguage, penalty: number, texts: readonly string[]) => {
    for (const text of texts) {
      const sound = sounded(text);
      const before = readings.get(sound.text);
      if (before !== undefined && before.penalty <= penalty) continue;
      readings.set(sound.text, { language, sound, penalty });
    }
  };
  if (/\p{Script=Cyrillic}/u.test(word)) {
    add("ru", 0, CYRILLIC.read(word));
    return [...readings.values()];
  }
  add("de", known.length === 0 || known.includes("de") ? 0 : GERMAN_OF_A_FOREIGN_NAME, GERMAN.read(word));
  const irregular = IRREGULAR.get(word) ?? IRREGULAR.get(folded);
  if (irregular !== undefined) add("en", 0, irregular);
  else if (known.includes("en")) add("en", 0, ENGLISH.read(word));
  else if (known.length === 0 && !/[łąęśźżćńşğıçäöüß]/.test(word)) {
    add("en", ENGLISH_OF_AN_UNKNOWN_NAME, ENGLISH.read(word));
  }
  for (const language of ["tr", "pl", "ru", "ar"] as const) {
    const penalty = penaltyOf(language, word, known);
    if (penalty !== undefined) add(language, penalty, spellingOf(language, word).read(word));
  }
  return [...readings.values()];
}

/** Letters with a mark that no spelling has a rule for are read without it: ï, ë, ő. */
function withMarksWeRead(word: string): string {
  if (/^[a-zäöüß]*$/.test(word)) return word;
  return word.replace(/[^a-z\u0400-\u04ffäöüßşșğıçłąęśźżćńñčšžóéèêáàâíîúûôòøåæœđðþțţë]/gu, (letter) =>
    letter.normalize("NFD").replace(/\p{Mark}/gu, ""),
  );
}

function penaltyOf(
  language: keyof typeof SIGNS,
  word: string,
  known: readonly NameLanguage[],
): number | undefined {
  if (known.includes(language)) return 0;
  if (known.length > 0) return undefined;
  const { sign, never } = SIGNS[language];
  if (sign.test(word) && !never.test(word)) return 0;
  return never.test(word) ? undefined : LANGUAGE_WITHOUT_A_SIGN;
}

function spellingOf(language: NameLanguage, word: string): Spelling {
  if (language === "tr" && !/[çşğıöü]/.test(word)) return TURKISH_WITHOUT_MARKS;
  return SPELLINGS[language];
}

const SPELLINGS: Readonly<Record<NameLanguage, Spelling>> = {
  de: GERMAN,
  en: ENGLISH,
  tr: TURKISH,
  pl: POLISH,
  ru: RUSSIAN,
  ar: ARABIC,
};

const IRREGULAR: ReadonlyMap<string, readonly string[]> = new Map(
  IRREGULAR_READINGS.trim()
    .split(/\s+/)
    .map((entry) => {
      const [name = "", readings = ""] = entry.split("=");
      return [name, readings.split(",")];
    }),
);

/**
 * What homophones share: how the word sounds in its own language (German when that is not known), without what is
 * heard no difference: z and s, Polish y and i, ś and sch.
 */
export function soundCode(written: string, known: readonly NameLanguage[]): string {
  const word = withMarksWeRead(written);
  const [spoken = ""] = /\p{Script=Cyrillic}/u.test(word)
    ? CYRILLIC.read(word)
    : spellingOf(ownLanguage(word, known), word).read(word);
  return sounded(spoken)
    .text.replace(/[z5]/g, "s")
    .replace(/[IE]/g, "i")
    .replace(/6/g, "S")
    .replace(/[74]/g, "C")
    .replace(/8/g, "Z")
    .replace(/[wf]/g, "v")
    .replace(/A/g, "a")
    .replace(/U/g, "u")
    .replace(/O/g, "o")
    .replace(/Y/g, "u")
    .replace(/3/g, "g")
    .replace(/T/g, "t")
    .replace(/ij(?=[aou])/g, "i")
    .replace(/(.)\1+/g, "$1");
}

function ownLanguage(word: string, known: readonly NameLanguage[]): NameLanguage {
  if (known.includes("de")) return "de";
  const [first] = known;
  if (first !== undefined) return first === "en" ? "de" : first;
  if (/[şğıç]/.test(word)) return "tr";
  if (/[łąęśźżćń]|sz|cz|rz/.test(word)) return "pl";
  return "de";
}

/** Whether the first vowel is written long or short: Hofer and Hoffer, Schmied and Schmidt are not homophones. */
export function firstVowelLength(word: string): "long" | "short" | undefined {
  const match = /^[^aeiouyäöü]*(aa|ee|oo|ie|[aeiouyäöü])(.*)$/.exec(word);
  if (match === null) return undefined;
  const [, vowel = "", rest = ""] = match;
  if (vowel.length === 2 || /^h([^aeiouyäöü]|$)/.test(rest)) return "long";
  if (/^(?:([^aeiouyäöü])\1|ck|tz|dt)/.test(rest)) return "short";
  return /^[^aeiouyäöüh][aeiouyäöü]/.test(rest) ? "long" : undefined;
}
