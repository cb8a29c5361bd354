import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { htmlReport } from "../../conformance/report-html.ts";
import { junitReport } from "../../conformance/report-junit.ts";
import { textReport } from "../../conformance/report-text.ts";
import { runConformance } from "../../conformance/run-conformance.ts";
import { REAL_EFFECTS } from "../../effects.ts";
import { TimeZone } from "../../scheduling/time-zone.ts";
import { CommandFailed, EXIT, print, printError, printJson } from "../terminal.ts";

interface Flags {
  sip: string;
  header: string[];
  timezone: string;
  product?: string;
  destructive?: boolean;
  timeout: string;
  json?: boolean;
  junit?: string;
  html?: string;
}

export function conformCommand(): Command {
  return new Command("conform")
    .description("Check whether a server keeps to the protocol; for authors of other servers, too.")
    .argument("<url>", "URL of the webhook, with its key")
    .option("--sip <id>", "a number whose calls it answers", "phoneSipId12345678")
    .option(
      "--header <line>",
      "a header of every request, such as 'Authorization: Bearer …'; may be repeated",
      append,
      [],
    )
    .option("--timezone <zone>", "time zone of the business", "Europe/Berlin")
    .option("--product <id>", "what is booked; the first with free times, unless told")
    .option("--destructive", "also book, move and cancel, for invented people")
    .option("--timeout <seconds>", "after how long a request counts as not answered", "8")
    .option("--json", "print the report as JSON")
    .option("--junit <file>", "also write it as JUnit XML, for a build server")
    .option("--html <file>", "also write it as one HTML page with plots")
    .addHelpText(
      "after",
      `
The business is discovered as a bot does it. Without --destructive nothing is changed. With it, three invented people
book on a day of the coming weeks, and what they have booked is cancelled in the end; they stay in the card index.

A demand of the protocol that does not hold is shown with the request, the answer and what a caller notices; the exit code
is then 1. Recommendations do not change it.

Examples:
  $ slotline conform http://127.0.0.1:8080/webhook/KEY
  $ slotline conform https://desk.example/hook --header 'X-API-Key: …' --sip "+49 341 1234567" --destructive --html report.html`,
    )
    .action(async (url: string, flags: Flags) => {
      const options = {
        now: REAL_EFFECTS.now(),
        url: urlOf(url),
        headers: headersOf(flags.header),
        ...numbersOf(flags),
        sipId: flags.sip,
      };
      const report = await runConformance(
        { ...options, productId: flags.product, books: flags.destructive === true },
        (step) => {
          if (process.stderr.isTTY) printError(`Looking at ${step} …`);
        },
      );
      if (flags.junit !== undefined) writeFileSync(flags.junit, junitReport(report));
      if (flags.html !== undefined) writeFileSync(flags.html, htmlReport(report));
      if (flags.json) printJson(report);
      else print(textReport(report));
      if (!report.conforms) process.exitCode = EXIT.refused;
    });
}

function append(line: string, lines: readonly string[]): string[] {
  return [...lines, line];
}

function urlOf(url: string): string {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  throw wrong(`${url} is no URL of a webhook.`, "It begins with http:// or https://.");
}

function headersOf(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines.map((line) => {
      const [, name, value] = /^([\w-]+):\s*(.+)$/.exec(line) ?? [];
      if (name === undefined || value === undefined) {
        throw wrong(`"${line}" is no header.`, "Write it as 'Name: value'.");
      }
      return [name, value];
    }),
  );
}

function numbersOf({ timezone, timeout }: Flags): { timezone: string; patienceMs: number } {
  const seconds = Number(timeout);
  if (!(seconds > 0 && seconds <= 120)) throw wrong(`${timeout} is no number of seconds.`, "From 1 to 120.");
  if (TimeZone.named(timezone) === undefined) {
    throw wrong(`There is no time zone ${timezone}.`, "Take a name such as Europe/Berlin.");
  }
  return { timezone, patienceMs: seconds * 1_000 };
}

function wrong(message: string, next: string): CommandFailed {
  return new CommandFailed(message, { next, exitCode: EXIT.usage });
}
