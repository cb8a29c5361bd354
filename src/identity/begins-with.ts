import { getCountryCallingCode, isSupportedCountry } from "libphonenumber-js/min";
import type { Client } from "./client.ts";
import { foldName } from "./fold.ts";

/** Fewer digits are in everybody's number. */
const FEWEST_DIGITS = 3;

/**
 * Whether what somebody is about to type can become this client: each word the beginning of one of their names, digits a
 * part of their number. Tells nobody apart: it only shortens a list that is being looked at.
 */
export function beginsWith(
  words: readonly string[],
  { firstname, lastname, phone }: Pick<Client, "firstname" | "lastname" | "phone">,
): boolean {
  const digits = nationalDigits(words.filter(isNumber).join(""));
  const letters = foldName(words.filter((word) => !isNumber(word)).join(" "))
    .split(" ")
    .filter(Boolean);
  if (letters.length === 0 && digits.length < FEWEST_DIGITS) return false;
  const names = foldName([firstname, lastname].filter(Boolean).join(" ")).split(" ");
  return (
    letters.every((begun) => names.some((name) => name.startsWith(begun))) &&
    (digits === "" || nationalDigits(phone ?? "").includes(digits))
  );
}

/** The same words as the keys of cards begin: names folded, a number in E.164. */
export function beginningsIn(
  words: readonly string[],
  country: string | undefined,
): { readonly names: readonly string[]; readonly phone?: string | undefined } {
  const names = words.filter((word) => !isNumber(word)).map(foldName);
  const digits = nationalDigits(words.filter(isNumber).join(""));
  const isKnown = country !== undefined && isSupportedCountry(country);
  const phone =
    digits.length >= FEWEST_DIGITS && isKnown ? `+${getCountryCallingCode(country)}${digits}` : undefined;
  return { names: names.filter(Boolean), phone };
}

const isNumber = (word: string): boolean => /^[\d+/()-]+$/.test(word);

/** Without what stands before the area code, which is written in many ways. */
function nationalDigits(number: string): string {
  return number
    .replace(/[^\d+]/g, "")
    .replace(/^(\+|00)\d\d/, "")
    .replace(/^0/, "");
}
