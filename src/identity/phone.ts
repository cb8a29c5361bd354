import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";

/**
 * The number in E.164 (`+493411234567`), read as dialled in `country` (ISO 3166-1 alpha-2) when it has no country
 * code; also out of a SIP or tel URI. Undefined for what is no phone number, such as `anonymous` or `desk-12345678`.
 */
export function toE164(text: string, country: string | undefined): string | undefined {
  const number = text
    .trim()
    .replace(/^(sips?|tel):/i, "")
    .replace(/[@;].*$/, "");
  if (!/^[+\d\s()/.\u2010-\u2015-]+$/.test(number)) return undefined;
  const region = country !== undefined && isSupportedCountry(country) ? country : undefined;
  const parsed = parsePhoneNumberFromString(number, region === undefined ? {} : { defaultCountry: region });
  return parsed?.isPossible() ? parsed.number : undefined;
}

/** As people read it: as it is dialled within `country`, others with their country code; what is no phone number as it is. */
export function shownPhone(text: string, country: string | undefined): string {
  const parsed = parsePhoneNumberFromString(toE164(text, country) ?? "");
  if (parsed === undefined) return text;
  const isOwn =
    country !== undefined &&
    isSupportedCountry(country) &&
    parsed.countryCallingCode === getCountryCallingCode(country);
  return isOwn ? parsed.formatNational() : parsed.formatInternational();
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
