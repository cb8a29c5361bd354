import type { Command } from "commander";
import { isLocalNumber } from "../../identity/phone.ts";
import { spokenDigits, understandPhone } from "../../identity/spoken-phone.ts";
import type { Language } from "../../scheduling/configuration.ts";
import { type SaidContext, understoodCommand } from "./explain-understood.ts";

/** Where a caller's language says the country; English does not. */
const COUNTRY_OF: ReadonlyMap<Language, string> = new Map([["de", "DE"]]);

export function explainPhoneCommand(): Command {
  const description = "The phone number in what was said or written, in E.164.";
  const examples = `
Without --country, --lang de reads numbers as dialled in Germany; --lang en takes only those with a country code.

Example:
  $ slotline explain phone "null drei vier eins, zwölf vierunddreißig fünfhundertsiebenundsechzig" --country DE`;
  return understoodCommand("phone", { description, examples, whyInvalid }, (text, context) =>
    understandPhone(text, dialledIn(context)),
  );
}

function dialledIn(context: SaidContext): SaidContext {
  return { ...context, country: context.country ?? COUNTRY_OF.get(context.language) };
}

function whyInvalid(text: string, said: SaidContext): string {
  const { country } = dialledIn(said);
  const digits = spokenDigits(text).replace(/\D/g, "");
  if (digits === "") return "no digits were said.";
  if (isLocalNumber(digits, country)) return "the area code is missing, and many towns have such a number.";
  return country === undefined
    ? "no such number can exist; without --country it must begin with a country code."
    : `no such number can exist as dialled in ${country}.`;
}
