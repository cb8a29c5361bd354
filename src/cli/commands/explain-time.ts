import { once } from "node:events";
import { createInterface } from "node:readline";
import { Command } from "commander";
import { REAL_EFFECTS } from "../../effects.ts";
import type { Language } from "../../scheduling/configuration.ts";
import type { Range } from "../../scheduling/range.ts";
import { TimeZone } from "../../scheduling/time-zone.ts";
import { OPEN_END, type TimeAnswer, understandTime } from "../../time-query/understand-time.ts";
import { parseTimestamp } from "../../time-query/when.ts";
import { CommandFailed, EXIT, print, printJson } from "../terminal.ts";

interface Flags {
  lang?: string;
  timezone?: string;
  now?: string;
  json?: boolean;
  jsonl?: boolean;
}

export function explainTimeCommand(): Command {
  return new Command("time")
    .description("What a caller's words about a time are understood as, and why.")
    .argument("[text]", "what the caller said")
    .option("--lang <language>", "de or en, tried first", "de")
    .option("--timezone <zone>", "IANA time zone", "Europe/Berlin")
    .option("--now <local>", "the time at which it is said, such as 2026-12-01T09:00")
    .option("--json", "print the result as JSON")
    .option("--jsonl", "read questions from standard input, one JSON object a line, and write answers")
    .addHelpText(
      "after",
      `
It needs no database. Lines of --jsonl: {"id","text","lang","reference","timezone"}.

Example:
  $ slotline explain time "nächsten Dienstag ab halb drei" --now 2026-11-30T09:00`,
    )
    .action(async (text: string | undefined, flags: Flags) => {
      if (flags.jsonl) return answerLines(flags);
      if (text === undefined)
        throw usage("What did the caller say?", "Give the words as argument, or --jsonl.");
      const zone = TimeZone.named(flags.timezone ?? "");
      if (zone === undefined) throw usage(`${flags.timezone} is no time zone.`, "Write it as Europe/Berlin.");
      const now = flags.now === undefined ? REAL_EFFECTS.now() : parseTimestamp(flags.now, zone);
      if (now === undefined) throw usage(`${flags.now} is no time.`, "Write it as 2026-12-01T09:00.");
      if (flags.lang !== "de" && flags.lang !== "en")
        throw usage(`${flags.lang} is no language.`, "de or en.");
      const answer = understandTime({ text, zone, now, language: flags.lang });
      if (flags.json) printJson(asJson(answer, zone));
      else print(asText(answer, zone));
    });
}

function usage(message: string, next: string): CommandFailed {
  return new CommandFailed(message, { next, exitCode: EXIT.usage });
}

const OUTPUT_BATCH_CHARACTERS = 65_536;

async function answerLines(flags: Flags): Promise<void> {
  let batch = "";
  const flush = async () => {
    if (!process.stdout.write(batch)) await once(process.stdout, "drain");
    batch = "";
  };
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    batch += `${JSON.stringify(answerLine(line, flags))}\n`;
    if (batch.length > OUTPUT_BATCH_CHARACTERS) await flush();
  }
  await flush();
}

/** One line of `--jsonl` answered; a line that cannot be read is `unknown`. */
export function answerLine(line: string, defaults: { lang?: string; timezone?: string } = {}): object {
  let id: unknown = null;
  try {
    const asked = JSON.parse(line) as Readonly<
      Record<"id" | "text" | "lang" | "reference" | "timezone", unknown>
    >;
    id = asked.id ?? null;
    const { text, lang, reference, timezone } = asked;
    const zone = TimeZone.named(typeof timezone === "string" ? timezone : (defaults.timezone ?? "UTC"));
    if (zone === undefined || typeof text !== "string" || typeof reference !== "string")
      return nothing(id, "unknown");
    const now = instantOf(reference, zone);
    if (now === undefined) return nothing(id, "unknown");
    const language = languageOf(lang) ?? languageOf(defaults.lang) ?? "de";
    return lineOf(id, understandTime({ text, zone, now, language }), zone);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return nothing(id, "unknown");
    throw error;
  }
}

/** A local or an offset ISO time, "T" or a space between, seconds or not; a mere date is its midnight. */
function instantOf(reference: string, zone: TimeZone): number | undefined {
  const text = reference.trim().replace(" ", "T");
  return parseTimestamp(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text, zone);
}

function languageOf(lang: unknown): Language | undefined {
  const code = typeof lang === "string" ? lang.slice(0, 2).toLowerCase() : undefined;
  return code === "de" || code === "en" ? code : undefined;
}

function nothing(id: unknown, kind: "invalid" | "unknown"): object {
  return { id, kind, start: null, end: null, ambiguities: [] };
}

function lineOf(id: unknown, answer: TimeAnswer, zone: TimeZone): object {
  if (answer.kind === "unknown") return nothing(id, "unknown");
  if (answer.kind === "impossible") return nothing(id, "invalid");
  const { ranges, grain, at } = answer;
  const whole = stretchOf(ranges, grain, zone, at);
  const ambiguities = answer.ambiguities.map((other) => ({
    ...stretchOf(other.ranges, grain, zone),
    text: other.sentence,
  }));
  const several =
    ranges.length > 1 ? { ranges: ranges.map((range) => stretchOf([range], "interval", zone)) } : {};
  return { id, kind: grain, ...whole, ambiguities, ...several };
}

function stretchOf(
  ranges: readonly Range[],
  grain: string,
  zone: TimeZone,
  at?: number,
): { start: string | null; end: string | null } {
  const [first] = ranges;
  const last = ranges.at(-1);
  if (first === undefined || last === undefined) return { start: null, end: null };
  // A day is told whole, also when a part of it is over.
  const start = grain === "date" ? zone.dayAround(first.start).start : (at ?? first.start);
  const end = grain === "datetime" && at !== undefined ? at + 1 : last.end;
  return { start: local(start, zone), end: end >= OPEN_END ? null : local(end, zone) };
}

function local(minute: number, zone: TimeZone): string {
  return zone.format(minute).slice(0, 19);
}

function asJson(answer: TimeAnswer, zone: TimeZone): object {
  if (answer.kind !== "understood") return answer;
  const written = (ranges: readonly Range[]) =>
    ranges.map(({ start, end }) => ({
      start: zone.format(start),
      end: end >= OPEN_END ? null : zone.format(end),
    }));
  const ambiguities = answer.ambiguities.map(({ sentence, ranges }) => ({
    sentence,
    ranges: written(ranges),
  }));
  return {
    ...answer,
    ...(answer.at === undefined ? {} : { at: zone.format(answer.at) }),
    ranges: written(answer.ranges),
    ambiguities,
  };
}

const MOST_RANGES_SHOWN = 10;

function asText(answer: TimeAnswer, zone: TimeZone): string {
  const why = answer.why.map((line) => `  ${line}\n`).join("");
  if (answer.kind === "unknown") return `not understood\n${why}`;
  if (answer.kind === "impossible") return `impossible (${answer.reason}): ${answer.sentence}\n${why}`;
  const text = (minute: number) =>
    minute >= OPEN_END ? "open" : local(minute, zone).slice(0, 16).replace("T", " ");
  const shown = answer.ranges
    .slice(0, MOST_RANGES_SHOWN)
    .map(({ start, end }) => `  ${text(start)} – ${text(end)}\n`);
  const more = answer.ranges.length - shown.length;
  const others = answer.ambiguities.map(({ sentence }) => `or: ${sentence}\n`).join("");
  return `${answer.sentence} (${answer.grain}${answer.isOpenQuery ? ", open" : ""})\n${shown.join("")}${more > 0 ? `  and ${more} more\n` : ""}${others}why:\n${why}`;
}
