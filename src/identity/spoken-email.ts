import type { Language } from "../scheduling/configuration.ts";
import { foldEmail } from "./fold.ts";
import { foldToken, lowerCase } from "./names/fold-token.ts";
import { spokenTokens } from "./spoken-numbers.ts";
import { INVALID, type Understood, understood } from "./understood.ts";

/**
 * A mail address as said or written. Words that were said without anything between them can be one word or joined by a
 * dot: both are candidates.
 */
export function understandEmail(text: string, _context: { readonly language: Language }): Understood {
  const trimmed = text.trim();
  if (ADDRESS.test(trimmed)) return understood([foldEmail(trimmed)]);
  const parts = symbolsOf(trimmed);
  const at = parts.indexOf("@");
  const split = at === -1 ? beforeProvider(parts) : [parts.slice(0, at), parts.slice(at + 1)];
  if (split === undefined) return INVALID;
  const [local = [], domain = []] = split;
  const host = domainOf(domain);
  if (host === undefined) return INVALID;
  const joined = [local.join(""), dotted(local)].map((name) => `${name.replace(/[.-]+$/, "")}@${host}`);
  return understood(joined.filter((address) => ADDRESS.test(address)));
}

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "@": "at ät klammeraffe klammeraffen affenschwanz ad",
    ".": "punkt dot point period",
    "-": "bindestrich minus dash hyphen strich mittelstrich",
    _: "unterstrich underscore underline",
    "+": "plus",
  }).flatMap(([sign, words]) => words.split(" ").map((word): [string, string] => [word, sign])),
);

/** Said around an address, and never in one. */
const FILLER = new Set(
  "meine mein email mail e-mail mailadresse adresse address ist lautet is my the ähm äh also klein kleingeschrieben alles zusammen geschrieben zusammengeschrieben und dann".split(
    " ",
  ),
);

/** Signs, and what was said between them; letters that were spelled are one word. */
function symbolsOf(text: string): string[] {
  const spaced = lowerCase(text)
    .replace(/(at|ät)[- ]zeichen/g, " at ")
    .replace(/(unter|under)[ -](strich|score|line)/g, "unterstrich")
    .replace(/binde[ -]strich/g, "bindestrich")
    .replace(/\be-?mail\b/g, "email")
    .replace(/t[ -]online/g, "t-online")
    .replace(/([@._+]|(?<!\bt)-(?!online))/g, " $1 ");
  const words = spaced.split(/[\s,;:()!?]+/).filter((word) => word !== "" && !FILLER.has(word));
  const parts: string[] = [];
  let isSpelling = false;
  let times = 1;
  for (const word of words) {
    if (word === "doppel" || word === "double") {
      times = 2;
      continue;
    }
    const part = partOf(word).repeat(times);
    times = 1;
    const isLetter =
      part.length <= 2 && /^[\p{Letter}\d]+$/u.test(part) && (word.length === 1 || part !== word);
    if (isLetter && isSpelling) parts[parts.length - 1] += part;
    else parts.push(part);
    isSpelling = isLetter;
  }
  return parts;
}

function partOf(word: string): string {
  const sign = SIGNS.get(word);
  if (sign !== undefined) return sign;
  if (/^[\x21-\x7e]+$/.test(word) && !/^[a-z]+$/.test(word)) return word;
  const [token] = spokenTokens(word);
  if (token?.kind === "number" && word !== "o" && word !== "oh") return token.digits;
  return word.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue").replaceAll("ß", "ss");
}

const SIGN = /^[@._+-]$/;

/** With a dot wherever two words meet. */
function dotted(parts: readonly string[]): string {
  return parts.reduce(
    (sofar, part) =>
      sofar === "" || SIGN.test(part) || SIGN.test(sofar.slice(-1)) ? sofar + part : `${sofar}.${part}`,
    "",
  );
}

const PROVIDERS = new Set(
  "gmail googlemail gmx web t-online outlook hotmail yahoo icloud freenet posteo mailbox live aol protonmail arcor msn".split(
    " ",
  ),
);
const TOP_LEVELS = new Set("de com net org at ch eu info uk fr it nl pl ru tr me io biz".split(" "));

/** The address of a provider that is named at the end, when nobody said "at". */
function beforeProvider(parts: readonly string[]): string[][] | undefined {
  const at = parts.findLastIndex((part) => PROVIDERS.has(foldToken(part)) || PROVIDERS.has(part));
  return at > 0 ? [parts.slice(0, at), parts.slice(at)] : undefined;
}

/** `web de` is web.de: the last word is a top-level domain. */
function domainOf(parts: readonly string[]): string | undefined {
  const joined = parts.join("");
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(joined)) return joined;
  const last = parts.at(-1);
  if (last === undefined || parts.length < 2 || !TOP_LEVELS.has(last)) return undefined;
  const host = `${parts.slice(0, -1).join("")}.${last}`;
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) ? host : undefined;
}
