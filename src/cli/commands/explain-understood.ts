import { Command } from "commander";
import { REAL_EFFECTS } from "../../effects.ts";
import type { Understood } from "../../identity/understood.ts";
import type { Language } from "../../scheduling/configuration.ts";
import { answerLines, textOf } from "../json-lines.ts";
import { CommandFailed, EXIT, print, printJson } from "../terminal.ts";
import { todayOf } from "./explain-match.ts";

interface Flags {
  lang: string;
  country?: string;
  now?: string;
  json?: boolean;
  jsonl?: boolean;
}

export interface SaidContext {
  readonly today: string;
  readonly country: string | undefined;
  readonly language: Language;
}

interface Explained {
  readonly description: string;
  readonly examples: string;
  /** What is wrong with a text that is not understood, as the end of a sentence. */
  readonly whyInvalid: (text: string, context: SaidContext) => string;
}

/** A command that shows what is understood of a text: one from the command line, or many as JSON lines. */
export function understoodCommand(
  name: string,
  { description, examples, whyInvalid }: Explained,
  understand: (text: string, context: SaidContext) => Understood,
): Command {
  return new Command(name)
    .description(description)
    .argument("[text]", "what was said")
    .option("--lang <language>", "language of the recogniser, de or en", "de")
    .option("--country <code>", "country of the business, such as DE")
    .option("--now <date>", "today, such as 2026-12-01")
    .option("--json", "print the result as JSON")
    .option(
      "--jsonl",
      "read lines with id, text, country, lang and now; write lines with what was understood",
    )
    .addHelpText("after", examples)
    .action(async (text: string | undefined, flags: Flags) => {
      if (flags.jsonl) {
        return await answerLines((line) => {
          const understood = understand(textOf(line, "text") ?? "", contextOf(line, flags));
          return { id: line.id ?? null, ...understood };
        });
      }
      if (text === undefined) {
        throw new CommandFailed("There is nothing to read.", {
          next: "Give what was said, or --jsonl.",
          exitCode: EXIT.usage,
        });
      }
      const context = contextOf({}, flags);
      const understood = understand(text, context);
      if (flags.json) return printJson(understood);
      if (understood.status === "invalid") return print(`invalid: ${whyInvalid(text, context)}`);
      print([understood.status, ...understood.candidates].join(" "));
    });
}

function contextOf(line: Readonly<Record<string, unknown>>, flags: Flags): SaidContext {
  const now = textOf(line, "now") ?? flags.now;
  return {
    country: (textOf(line, "country") ?? flags.country)?.toUpperCase(),
    language: (textOf(line, "lang") ?? flags.lang).startsWith("en") ? "en" : "de",
    today:
      now !== undefined && /^\d{4}-\d{2}-\d{2}/.test(now) ? now.slice(0, 10) : todayOf(REAL_EFFECTS.now()),
  };
}
