import type { Command } from "commander";
import { understandPhone } from "../../identity/spoken-phone.ts";
import type { Language } from "../../scheduling/configuration.ts";
import { understoodCommand } from "./explain-understood.ts";

/** Where a caller's language says the country; English does not. */
const COUNTRY_OF: ReadonlyMap<Language, string> = new Map([["de", "DE"]]);

export function explainPhoneCommand(): Command {
  const description = "The phone number in what was said or written, in E.164.";
  const examples = `
Example:
  $ slotline explain phone "null drei vier eins, zwölf vierunddreißig fünfhundertsiebenundsechzig" --country DE`;
  return understoodCommand("phone", { description, examples }, (text, context) =>
    understandPhone(text, { ...context, country: context.country ?? COUNTRY_OF.get(context.language) }),
  );
}
