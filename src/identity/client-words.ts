import type { ClientDetails } from "./client.ts";
import type { MatchContext } from "./match-client.ts";
import { understandDob } from "./spoken-dob.ts";
import { understandEmail } from "./spoken-email.ts";
import { spokenTokens } from "./spoken-numbers.ts";
import { understandPhone } from "./spoken-phone.ts";

/** What can begin a number without being one. */
const BEFORE_NUMBER = /^(?:\+|plus$|double$|doppel|triple$|treble$)/i;

/** What a desk types about somebody in any order, as a name, a phone number, a date of birth and a mail address. */
export function clientInWords(words: readonly string[], context: MatchContext): ClientDetails {
  const email = words.find(
    (word) => understandEmail(word, context).status !== "invalid" && word.includes("@"),
  );
  const others = words.filter((word) => word !== email);
  const { numbers, rest } = partNumbers(others, context);
  const [first, ...last] = rest;
  const names = last.length === 0 ? { lastname: first } : { firstname: first, lastname: last.join(" ") };
  return { ...names, ...numbers, email };
}

type Numbers = Pick<ClientDetails, "dob" | "phone">;

function partNumbers(words: readonly string[], context: MatchContext): { numbers: Numbers; rest: string[] } {
  const isNumber = words.map((word) => BEFORE_NUMBER.test(word) || hasNumber(word));
  const from = isNumber.indexOf(true);
  const to = isNumber.lastIndexOf(true) + 1;
  if (from === -1) return { numbers: {}, rest: [...words] };
  // A month may stand before its day, or alone after it: July 25 1985.
  for (const start of from === 0 ? [from] : [from, from - 1]) {
    const numbers = numbersIn(words.slice(start, to), context);
    if (numbers !== undefined) return { numbers, rest: [...words.slice(0, start), ...words.slice(to)] };
  }
  return { numbers: {}, rest: [...words] };
}

/** One of both, or one after the other. */
function numbersIn(words: readonly string[], context: MatchContext): Numbers | undefined {
  const dobIn = (part: readonly string[]) => {
    const text = part.join(" ");
    return understandDob(text, context).status === "invalid" ? undefined : text;
  };
  const phoneIn = (part: readonly string[]) => understandPhone(part.join(" "), context).value ?? undefined;
  const dob = dobIn(words);
  if (dob !== undefined) return { dob };
  const phone = phoneIn(words);
  if (phone !== undefined) return { phone };
  for (let at = 1; at < words.length; at += 1) {
    const [one, other] = [words.slice(0, at), words.slice(at)];
    for (const [birth, number] of [[one, other] as const, [other, one] as const]) {
      const both = { dob: dobIn(birth), phone: phoneIn(number) };
      if (both.dob !== undefined && both.phone !== undefined) return both;
    }
  }
  return undefined;
}

function hasNumber(word: string): boolean {
  return spokenTokens(word).some(({ kind }) => kind === "number");
}
