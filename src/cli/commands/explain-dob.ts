import type { Command } from "commander";
import { understandDob } from "../../identity/spoken-dob.ts";
import { understoodCommand } from "./explain-understood.ts";

export function explainDobCommand(): Command {
  const description = "The date of birth in what was said or written, as YYYY-MM-DD.";
  const examples = `
Examples:
  $ slotline explain dob "fünfundzwanzigster siebter fünfundachtzig"
  $ slotline explain dob "03/04/85" --lang en --country US`;
  return understoodCommand("dob", { description, examples }, understandDob);
}
