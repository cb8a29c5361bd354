import type { Command } from "commander";
import { understandDob } from "../../identity/spoken-dob.ts";
import { type SaidContext, understoodCommand } from "./explain-understood.ts";

export function explainDobCommand(): Command {
  const description = "The date of birth in what was said or written, as YYYY-MM-DD.";
  const examples = `
Examples:
  $ slotline explain dob "fünfundzwanzigster siebter fünfundachtzig"
  $ slotline explain dob "03/04/85" --lang en --country US`;
  return understoodCommand("dob", { description, examples, whyInvalid }, understandDob);
}

function whyInvalid(_text: string, { today }: SaidContext): string {
  return `this is no date with a year that is in the calendar, before ${today} and within a lifetime.`;
}
