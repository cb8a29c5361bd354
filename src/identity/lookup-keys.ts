import type { Language } from "../scheduling/configuration.ts";
import type { ClientDetailsOrNulls } from "./client.ts";
import { proofsOf } from "./client-proofs.ts";
import { wordCodes } from "./names/index-codes.ts";
import { namesOfClasses } from "./names/initial-classes.ts";
import { type NamePart, namePart, splitsOf } from "./names/name-part.ts";
import { groupName, relationName } from "./names/name-word.ts";

/** Raised when the keys below change; stores index anew what has another version. */
export const LOOKUP_VERSION = 4;

/** A double name with many forms has more pairs than are worth a row each; the first ones are of the whole name. */
const MOST_NAME_KEYS = 64;

/**
 * Strings such that two descriptions which `matchClient` calls the same, or candidate and answered, share at least one.
 * The same function for what is stored and what was said; the most telling first: `p:` phone, `e:` mail address, `n:` two
 * names in either order, `d:` date of birth with how a name begins or a form of it.
 *
 * A stored number has no key by its last digits alone, though `matchClient` lets a number without its area code agree: six
 * digits recur in every town, and a local number that is all that was said would bring strangers' cards. Who says one is
 * found by names or date of birth, and then it agrees.
 */
export function lookupKeys(
  details: ClientDetailsOrNulls,
  context: { country: string | undefined; today: string; language: Language },
): readonly string[] {
  const keys: string[] = [];
  for (const phone of proofsOf(details, "phone", context)) keys.push(`p:${phone}`);
  for (const email of proofsOf(details, "email", context)) keys.push(`e:${email}`);
  const first = namePart(details.firstname);
  const last = namePart(details.lastname);
  keys.push(...nameKeys(first, last));
  for (const dob of proofsOf(details, "dob", context)) {
    for (const sound of birthSounds(first, last)) keys.push(`d:${dob}/${sound}`);
  }
  return keys;
}

function nameKeys(first: NamePart | undefined, last: NamePart | undefined): string[] {
  const pairs: (readonly [NamePart, NamePart])[] = [];
  if (first !== undefined && last !== undefined) pairs.push([first, last]);
  else {
    const alone = first ?? last;
    if (alone !== undefined) pairs.push(...splitsOf(alone));
  }
  const keys = new Set<string>();
  for (const [one, other] of pairs) {
    const others = partCodes(other);
    for (const code of partCodes(one)) {
      for (const another of others) {
        if (keys.size === MOST_NAME_KEYS) return [...keys];
        keys.add(code < another ? `n:${code}|${another}` : `n:${another}|${code}`);
      }
    }
  }
  return [...keys];
}

/** Of the whole name first, then of each word of a double name. */
function partCodes({ words, joined, withParticles }: NamePart): readonly string[] {
  if (words.length === 1 && withParticles === undefined) return wordCodes(joined);
  const codes = new Set(wordCodes(joined));
  if (withParticles !== undefined) for (const code of wordCodes(withParticles)) codes.add(code);
  if (words.length > 1) for (const word of words) for (const code of wordCodes(word)) codes.add(code);
  return [...codes];
}

function birthSounds(first: NamePart | undefined, last: NamePart | undefined): ReadonlySet<string> {
  const sounds = new Set<string>();
  for (const part of [last, first]) {
    if (part === undefined) continue;
    const words = new Set([...part.words, part.joined]);
    if (part.withParticles !== undefined) words.add(part.withParticles);
    for (const word of words) {
      for (const initial of namesOfClasses(word.initials)) sounds.add(initial);
      for (const line of [...word.formOf, ...word.nicknameOf]) sounds.add(`#${groupName(line)}`);
      for (const line of [...word.relatesOn, ...word.relatedOn]) sounds.add(`~${relationName(line)}`);
    }
  }
  return sounds;
}
