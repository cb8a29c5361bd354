import type { ClientKeys } from "./client.ts";

const NAMES = ["firstnameKey", "lastnameKey"] as const;
const PROOFS = ["dob", "phoneKey", "emailKey"] as const;
const MEMBERS = [...NAMES, ...PROOFS] as const;

/** Whether what was said can identify anyone: a phone, a mail address, or two of names and date of birth. */
export function canIdentify(said: ClientKeys): boolean {
  if (said.phoneKey !== null || said.emailKey !== null) return true;
  return [...NAMES, "dob" as const].filter((member) => said[member] !== null).length >= 2;
}

/**
 * How well a card fits what was said, or undefined when it is somebody else's. A name or date of birth that differs
 * rules a card out; a phone or mail address that differs does not, people change them, but proves nothing. What is
 * left must identify on its own: a card is never found by less than `canIdentify` asks for.
 */
export function fitOf(said: ClientKeys, card: ClientKeys): number | undefined {
  if (contradicts(said, card)) return undefined;
  const agreeing = MEMBERS.filter((member) => said[member] !== null && said[member] === card[member]);
  const proven = Object.fromEntries(
    MEMBERS.map((member) => [member, agreeing.includes(member) ? said[member] : null]),
  ) as unknown as ClientKeys;
  return canIdentify(proven) ? agreeing.length : undefined;
}

/** Whether a name or the date of birth is known of both and differs. */
export function contradicts(said: ClientKeys, card: ClientKeys): boolean {
  return [...NAMES, "dob" as const].some(
    (member) => said[member] !== null && card[member] !== null && said[member] !== card[member],
  );
}

/** Whether exactly the same is known of both, and anything at all. */
export function hasSameKeys(a: ClientKeys, b: ClientKeys): boolean {
  return MEMBERS.some((member) => a[member] !== null) && MEMBERS.every((member) => a[member] === b[member]);
}

/** Cards that fit, best first, then in the given order. */
export function bestFits<Card extends { readonly keys: ClientKeys }>(
  said: ClientKeys,
  cards: readonly Card[],
): Card[] {
  return cards
    .map((card) => ({ card, fit: fitOf(said, card.keys) }))
    .filter((one): one is { card: Card; fit: number } => one.fit !== undefined)
    .sort((a, b) => b.fit - a.fit)
    .map(({ card }) => card);
}

/**
 * Whether a booking for the person who said this may go on that card: both names agree, and so does at least one of
 * date of birth, phone and mail address, and the dates of birth do not differ.
 */
export function isSamePerson(said: ClientKeys, card: ClientKeys): boolean {
  return (
    hasSameName(said, card) && PROOFS.some((member) => said[member] !== null && said[member] === card[member])
  );
}

/** Both names are known and agree, and the dates of birth do not differ. */
export function hasSameName(said: ClientKeys, card: ClientKeys): boolean {
  if (said.dob !== null && card.dob !== null && said.dob !== card.dob) return false;
  const known = NAMES.filter((member) => said[member] !== null || card[member] !== null);
  return known.length > 0 && known.every((member) => said[member] === card[member]);
}
