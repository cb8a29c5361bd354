import { foldEmail } from "../identity/fold.ts";
import { namePart } from "../identity/names/name-part.ts";
import { spelledName } from "../identity/names/spelled-name.ts";
import { understandDob } from "../identity/spoken-dob.ts";
import { understandEmail } from "../identity/spoken-email.ts";
import { spokenTokens } from "../identity/spoken-numbers.ts";
import { understandPhone } from "../identity/spoken-phone.ts";
import type { UserField } from "../protocol/index.ts";
import type { Language } from "../scheduling/configuration.ts";
import { folded } from "./hearing.ts";
import type { Details } from "./step.ts";
import type { ListenedFor } from "./texts.ts";

/** What a caller says about a person. */

export interface FieldContext {
  readonly language: Language;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export interface SaidName {
  readonly firstname?: string;
  readonly lastname?: string;
  /** One name, and it was not said which one. */
  readonly either?: string;
}

const MOST_NAMES = 5;

/**
 * "mein Name ist Erika Musterfrau bitte", "Nachname Krause, Vorname Lena", "Krause K R A U S E". Undefined when it is no
 * name: a refusal, a number, a mail address, a sentence.
 */
export function saidName(text: string, words: ListenedFor): SaidName | undefined {
  const rest = withoutLeading(text.replace(/[.!?…]+$/g, "").trim(), words.beforeName);
  if (rest.includes("@")) return undefined;
  const lastname = words.lastnameIs.exec(rest)?.[1];
  const firstname = words.firstnameIs.exec(rest)?.[1];
  if (lastname !== undefined || firstname !== undefined) {
    return {
      ...(firstname === undefined ? {} : { firstname: written([firstname], rest) }),
      ...(lastname === undefined ? {} : { lastname: written([lastname], rest) }),
    };
  }
  const spelled = spelledName(rest);
  const said = nameWords(rest, words);
  if (said === undefined && spelled === undefined) return undefined;
  const hasTitle = words.title.test(folded(rest));
  const [first, ...last] = said ?? [];
  if (spelled !== undefined) {
    const plain = (said ?? []).filter((word) => word.length > 1);
    const isWhole = plain.length > 1 && plain.length < (said ?? []).length;
    return {
      ...(isWhole ? { firstname: written([plain[0]!], rest) } : {}),
      lastname: written([spelled], spelled),
    };
  }
  if (last.length === 0) {
    const name = written([first!], rest);
    return hasTitle ? { lastname: name } : { either: name };
  }
  return { firstname: written([first!], rest), lastname: written(last, rest) };
}

/** Up to the first word that no name has; undefined when that is no name. */
function nameWords(text: string, words: ListenedFor): readonly string[] | undefined {
  const [start = ""] = text.split(words.afterName);
  const names: string[] = [];
  for (const word of start.split(/[\s,;:]+/).filter(Boolean)) {
    const plain = folded(word);
    if (/\d/.test(word) || words.noName.test(plain)) {
      if (names.length < 2) return undefined;
      break;
    }
    if (!words.title.test(plain) && namePart(word) !== undefined) names.push(word);
  }
  return names.length === 0 || (names.length > MOST_NAMES && names.every(({ length }) => length > 1))
    ? undefined
    : names;
}

/** A recogniser that writes all in lower case means no lower case by it. */
function written(names: readonly string[], context: string): string {
  if (context !== context.toLowerCase()) return names.join(" ");
  return names
    .map((name) =>
      SMALL.has(name) ? name : name.replace(/(?<=^|-)\p{Letter}/gu, (letter) => letter.toUpperCase()),
    )
    .join(" ");
}

const SMALL = new Set("von vom van der den dem de di da del della zu zur".split(" "));

function withoutLeading(text: string, pattern: RegExp): string {
  for (let rest = text; ; ) {
    const shorter = rest.replace(pattern, "").trim();
    if (shorter === rest) return rest;
    rest = shorter;
  }
}

/** What a server is sent for a field that was asked for; undefined when it was not understood. */
export function saidField(
  field: UserField,
  text: string,
  words: ListenedFor,
  context: FieldContext,
): string | undefined {
  switch (field) {
    case "phone":
      return understandPhone(text, context).value ?? undefined;
    case "dob": {
      const { status, value } = understandDob(text, context);
      return status === "ok" ? value! : undefined;
    }
    case "email": {
      const { value } = understandEmail(text, context);
      return value === null ? undefined : foldEmail(value);
    }
    case "firstname":
    case "lastname": {
      const name = saidName(text, words);
      if (name === undefined) return undefined;
      return name[field] ?? [name.firstname, name.either ?? name.lastname].filter(Boolean).join(" ");
    }
    case "zip":
      return saidZip(text);
    default: {
      const said = withoutLeading(text.replace(/[.!?…]+$/g, "").trim(), words.beforeAddress);
      return said === "" || words.no.test(folded(said)) || words.refuses.test(folded(said))
        ? undefined
        : said;
    }
  }
}

/** Digits, or what was said with digits in it: "04109", "null vier eins null neun", "SW1A 1AA". */
function saidZip(text: string): string | undefined {
  const written = /\b(?=[\dA-Za-z ]*\d)(?:\d{4,5}|[A-Za-z]{1,2}\d[\dA-Za-z]? ?\d[A-Za-z]{2})\b/.exec(
    text,
  )?.[0];
  if (written !== undefined) return written.toUpperCase();
  const digits = spokenTokens(text).flatMap((token) =>
    token.kind === "number" ? [String(token.value)] : [],
  );
  const joined = digits.join("");
  return joined.length === 4 || joined.length === 5 ? joined : undefined;
}

const INTRODUCED = ["name", "dob", "phone", "email"] as const;

/**
 * What somebody tells of themselves without being asked for it, each after the words that announce it: "mein Name ist …",
 * "geboren am …". `isName`: what comes before all of that is a name, for that was asked.
 */
export function saidDetails(
  text: string,
  words: ListenedFor,
  context: FieldContext,
  { isName = false } = {},
): Details {
  const marks = INTRODUCED.flatMap((about) =>
    [...text.matchAll(new RegExp(words.announces[about], "giu"))].map((match) => ({
      about,
      from: match.index,
      to: match.index + match[0].length,
    })),
  ).toSorted((a, b) => a.from - b.from);
  const details: Details = {};
  const untilFirst = text.slice(0, marks[0]?.from ?? text.length);
  if (isName) addName(details, saidName(untilFirst, words));
  for (const [at, { about, from, to }] of marks.entries()) {
    const after = text.slice(to, marks[at + 1]?.from ?? text.length);
    const before = text.slice(marks[at - 1]?.to ?? 0, from);
    if (about === "name") addName(details, saidName(after, words), { isWhole: true });
    else {
      const value = saidField(about, after, words, context) ?? saidField(about, before, words, context);
      if (value !== undefined) details[about] = value;
    }
  }
  return details;
}

/** `isWhole`: where it is not an answer, one word after "ich heiße" is too little to be sure that it is a name. */
function addName(details: Details, name: SaidName | undefined, { isWhole = false } = {}): void {
  if (name === undefined || (isWhole && (name.firstname === undefined || name.lastname === undefined)))
    return;
  if (name.firstname !== undefined) details.firstname = name.firstname;
  if (name.lastname !== undefined) details.lastname = name.lastname;
}
