import { Command } from "commander";
import { REAL_EFFECTS } from "../../effects.ts";
import type { ClientDetails } from "../../identity/client.ts";
import { type MatchContext, matchClient } from "../../identity/match-client.ts";
import { answerLines, textOf } from "../json-lines.ts";
import { CommandFailed, EXIT, print, printJson } from "../terminal.ts";

interface MatchFlags {
  lang: string;
  country: string;
  json?: boolean;
  jsonl?: boolean;
}

export function explainMatchCommand(): Command {
  return new Command("match")
    .description("Whether a name as it was heard is the one on a card, and why.")
    .argument("[spoken]", "the name as it was heard")
    .argument("[stored]", "the name on the card")
    .option("--lang <language>", "language of the recogniser, de or en", "de")
    .option("--country <code>", "where national phone numbers are read", "DE")
    .option("--json", "print the result as JSON")
    .option("--jsonl", "read lines with id, spoken and stored, both as User; write lines with the verdict")
    .addHelpText(
      "after",
      `
same: equal after folding, homophones or forms of one name. candidate: they sound alike, and findExistingUser answers
when a phone, a date of birth or a mail address agrees. different: not answered.

Examples:
  $ slotline explain match "Schimanski" "Szymański"
  $ echo '{"id":"1","spoken":{"lastname":"Meier"},"stored":{"lastname":"Mayr"}}' | slotline explain match --jsonl`,
    )
    .action(async (spoken: string | undefined, stored: string | undefined, flags: MatchFlags) => {
      const context = contextOf({}, flags);
      if (flags.jsonl) return await answerLines((line) => answer(line, flags));
      if (spoken === undefined || stored === undefined) {
        const next = "Give what was heard and what the card says, or --jsonl.";
        throw new CommandFailed("There are no two names.", { next, exitCode: EXIT.usage });
      }
      const match = matchClient({ lastname: spoken }, { lastname: stored }, context);
      if (flags.json) return printJson(match);
      print(`${match.verdict} (${match.score}): ${match.why.join("; ")}`);
    });
}

function answer(line: Readonly<Record<string, unknown>>, flags: MatchFlags): object {
  const { verdict, score, why } = matchClient(
    detailsOf(line.spoken),
    detailsOf(line.stored),
    contextOf(line, flags),
  );
  return { id: line.id ?? null, verdict, score, why };
}

function contextOf(line: Readonly<Record<string, unknown>>, flags: MatchFlags): MatchContext {
  return {
    country: textOf(line, "country") ?? flags.country,
    language: (textOf(line, "lang") ?? flags.lang).startsWith("en") ? "en" : "de",
    today: todayOf(REAL_EFFECTS.now()),
  };
}

export function todayOf(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}

/** The wire's members of a User; `lastlame` is the seed's spelling, `name` a whole name. */
function detailsOf(user: unknown): ClientDetails {
  if (typeof user === "string") return { lastname: user };
  if (typeof user !== "object" || user === null) return {};
  const members: Readonly<Record<string, unknown>> = { ...user };
  return {
    firstname: textOf(members, "firstname"),
    lastname: textOf(members, "lastname") ?? textOf(members, "lastlame") ?? textOf(members, "name"),
    dob: textOf(members, "dob"),
    phone: textOf(members, "phone"),
    email: textOf(members, "email"),
  };
}
