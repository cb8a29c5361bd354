import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { Language } from "../scheduling/configuration.ts";
import { lowerCase } from "./names/fold-token.ts";
import { lacksAreaCode } from "./phone.ts";
import { spokenTokens } from "./spoken-numbers.ts";
import { INVALID, type Understood, understood } from "./understood.ts";

/**
 * A phone number as said or written, in E.164, when such a number can exist in its country's plan (the full metadata: a
 * possible length is not enough for what a recogniser heard). A withheld number is none, and one without its area code is
 * nobody's. Several numbers are ambiguous.
 */
export function understandPhone(
  text: string,
  { country }: { readonly country: string | undefined; readonly language: Language },
): Understood {
  if (WITHHELD.test(text)) return INVALID;
  const alternatives = text.split(EITHER_OR);
  if (alternatives.length > MOST_ALTERNATIVES) return INVALID;
  return understood(alternatives.flatMap((one) => numberIn(one, country) ?? []));
}

/** An E.164 number as it is dialled in `country` (ISO 3166-1 alpha-2), and with its country code from elsewhere. */
export function spokenNumber(e164: string, country: string): string {
  const parsed = parsePhoneNumberFromString(e164);
  if (parsed === undefined) return e164;
  return parsed.country === country ? parsed.formatNational() : parsed.formatInternational();
}

/** Two numbers in one sentence: "entweder 030 … oder 0171 …". */
const EITHER_OR = /(?<!\p{Letter})(?:oder|or|beziehungsweise|bzw\.?)(?!\p{Letter})/iu;
const MOST_ALTERNATIVES = 4;

function numberIn(text: string, country: string | undefined): string | undefined {
  const region = country !== undefined && isSupportedCountry(country) ? country : undefined;
  const number = digitsOf(text);
  if (number === undefined || number.length > MOST_CHARACTERS) return undefined;
  if (!number.startsWith("+") && lacksAreaCode(number, region)) return undefined;
  const parsed = parsePhoneNumberFromString(number, region === undefined ? {} : { defaultCountry: region });
  return parsed?.isValid() ? parsed.number : undefined;
}

const MOST_CHARACTERS = 30;

const WITHHELD =
  /anonym|unterdr(ü|ue|u)ckt|unbekannt|unknown|withheld|privat|blocked|restricted|no caller|unavailable|keine nummer/i;

const TIMES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    double: 2,
    doppel: 2,
    doppelt: 2,
    doppelte: 2,
    zweimal: 2,
    twice: 2,
    triple: 3,
    treble: 3,
    dreimal: 3,
    dreifach: 3,
    viermal: 4,
    quadruple: 4,
  }),
);
/** What follows is the way within a house, in English; German extensions are digits of the number. */
const EXTENSION = new Set(["extension", "ext", "x"]);

/** The digits that were said, with a leading + when that was said; undefined when there are none. */
function digitsOf(text: string): string | undefined {
  const written = withoutWrapping(text);
  const plain = /^\+?[\d\s()/.\u2010-\u2015-]+$/.test(written);
  const digits = plain ? written.replace(/[^\d+(]/g, "") : spokenDigits(written);
  const number = digits
    .replace(/^\+?0*(?=\+)/, "")
    .replace(/\((?=0)/g, "")
    .replace(/\(/g, "");
  const international = number.startsWith("00") ? `+${number.slice(2)}` : number;
  const national = international.replace(/^\+(49|43|41|44|33|31|32|90)0(?=[1-9])/, "+$1");
  return /\d/.test(national) ? national : undefined;
}

/** Without what a SIP address and a tel URI have around the number. */
function withoutWrapping(text: string): string {
  const trimmed = lowerCase(text).trim();
  return /^(sips?|tel):/.test(trimmed)
    ? trimmed.replace(/^(sips?|tel):/, "").replace(/[@;].*$/, "")
    : trimmed;
}

/** Within a number "eight hundred" is 800 whatever digits follow, unless they are joined by "and". */
const HUNDREDS = /(?<=\p{Letter}) hundred(?! and)(?!\p{Letter})/gu;

/** The digits of all numbers that were said, in lower case, one after another. */
export function spokenDigits(text: string): string {
  let digits = "";
  let times = 1;
  const spaced = text
    .replace(/\+/g, " plus ")
    .replace(HUNDREDS, " oh oh")
    .replace(/(doppel)(?=\p{Letter})/gu, "$1 ")
    .replace(/(zwei|drei|vier)[ -]?mal(?= )/g, "$1mal");
  for (const token of spokenTokens(spaced)) {
    if (token.kind === "number") {
      digits += times === 1 ? token.digits : token.digits.slice(0, 1).repeat(times) + token.digits.slice(1);
      times = 1;
    } else if (token.text === "plus") {
      if (digits === "" || /^0*$/.test(digits)) digits = "+";
    } else if (EXTENSION.has(token.text) && digits.length > 5) return digits;
    else times = TIMES.get(token.text) ?? times;
  }
  return digits;
}
