import {
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from "libphonenumber-js/min";

/**
 * The number in E.164 (`+493411234567`), read as dialled in `country` (ISO 3166-1 alpha-2) when it has no country
 * code; also out of a SIP or tel URI. Undefined for what is no phone number, such as `anonymous` or `desk-12345678`.
 */
export function toE164(text: string, country: string | undefined): string | undefined {
  return numberIn(text, country)?.number;
}

/**
 * As people read it: as it is dialled within `country`, others with their country code; what is no phone number as it is.
 * And as it is dialled from anywhere: E.164 wherever the number is whole and valid, or else its digits.
 */
export function phoneForms(
  text: string,
  country: string | undefined,
): { readonly shown: string; readonly dialled: string } {
  const bare = bareNumber(text);
  const parsed = isLocalNumber(bare, country) ? undefined : numberIn(text, country);
  const digits = bare.replace(/[^\d+]/g, "");
  if (parsed === undefined) return { shown: text, dialled: digits };
  const isOwn =
    country !== undefined &&
    isSupportedCountry(country) &&
    parsed.countryCallingCode === getCountryCallingCode(country);
  const spaced = isOwn ? parsed.formatNational() : parsed.formatInternational();
  return {
    // In one piece, it is a number that the library knows no form of: it leaves out the zero, too.
    shown: /\d\D+\d/.test(spaced) ? spaced : text,
    dialled: parsed.isValid() ? parsed.number : digits,
  };
}

function bareNumber(text: string): string {
  return text
    .trim()
    .replace(/^(sips?|tel):/i, "")
    .replace(/[@;].*$/, "");
}

function numberIn(text: string, country: string | undefined): PhoneNumber | undefined {
  const number = bareNumber(text);
  if (!/^[+\d\s()/.\u2010-\u2015-]+$/.test(number)) return undefined;
  const region = country !== undefined && isSupportedCountry(country) ? country : undefined;
  const parsed = parsePhoneNumberFromString(number, region === undefined ? {} : { defaultCountry: region });
  return parsed?.isPossible() ? parsed : undefined;
}

/**
 * Local numbers in Germany and Austria have three to nine digits of any shape, so that one without its area code looks
 * like a short number of another town.
 */
const LOCAL_NUMBERS_OF_ANY_LENGTH = new Set(["DE", "AT"]);
const SHORTEST_WITH_AREA_CODE = 10;

export function lacksAreaCode(digits: string, region: string | undefined): boolean {
  return (
    region !== undefined &&
    LOCAL_NUMBERS_OF_ANY_LENGTH.has(region) &&
    !digits.startsWith("0") &&
    digits.length < SHORTEST_WITH_AREA_CODE
  );
}

/** A number as it is dialled within its town: many towns have it. */
export function isLocalNumber(text: string, country: string | undefined): boolean {
  return /^[\d\s/.-]+$/.test(text) && lacksAreaCode(text.replace(/\D/g, ""), country);
}

/** The same of a number as carriers write it, who leave out the plus: no number within a country has so many digits. */
export function carrierE164(text: string, country: string | undefined): string | undefined {
  const [, digits] = /^(?:sips?:|tel:)?([1-9]\d{10,14})(?:[@;].*)?$/i.exec(text.trim()) ?? [];
  return (digits === undefined ? undefined : toE164(`+${digits}`, country)) ?? toE164(text, country);
}

/** What two spellings of one number have in common: E.164, or the bare digits where that cannot be told. */
export function phoneKey(text: string, country: string | undefined): string | null {
  const withoutWords = text.replace(/\p{Letter}+[.:]?/gu, " ");
  const key = toE164(withoutWords, country) ?? text.replace(/\D/g, "");
  return key === "" ? null : key;
}
