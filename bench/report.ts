import { cpus } from "node:os";
import { table } from "../src/cli/terminal.ts";

/** One line of the table. */
export interface Row {
  readonly measure: string;
  readonly target: string;
  readonly result: string;
  /** Undefined where there is no target. */
  readonly met: boolean | undefined;
}

/** What a measure found: its rows, and what they were made from. */
export interface Findings {
  readonly rows: readonly Row[];
  readonly raw: readonly string[];
}

const METHOD =
  "Server, bare counterpart and load (autocannon) are processes of their own on one machine, over 127.0.0.1, on " +
  "generated data of 200 entities with 5 agents each. Rounds take turns (bare, Slotline, bare, …) after a warm-up; a " +
  "ratio is taken within each round and the table shows the median of the rounds. Bare `node:http` parses the same " +
  "request and writes the same bytes from memory; bare `node:sqlite` writes the same rows with the same schema, " +
  "indexes, triggers and `synchronous = full`, one transaction a booking. Two servers are driven by two " +
  "load processes with as many connections in all as one server. Where no core is left for a second one, what can be " +
  "told is whether two servers with one database are as fast as two with a database each, which wait for nothing of " +
  "each other's.";

const HEADER = ["measure", "target", "result", "met"];

export function tableOf(findings: readonly Findings[]): string {
  return table(HEADER, cellsOf(findings));
}

/** The page that is kept: `bench/results.md`. */
export function pageOf(findings: readonly Findings[], bookings: number): string {
  return `# Benchmark

\`npm run bench\` wrote this page on ${today()}: ${machine()}, ${bookings.toLocaleString("en")} bookings in the file.

${METHOD}

${markdownTable(HEADER, cellsOf(findings))}

## Rounds

\`\`\`
${findings.flatMap(({ raw }) => raw).join("\n")}
\`\`\`
`;
}

export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

export function machine(): string {
  return `${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}`;
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function cellsOf(findings: readonly Findings[]): string[][] {
  return findings
    .flatMap(({ rows }) => rows)
    .map(({ measure, target, result, met }) => [measure, target, result, MET.get(met)!]);
}

const MET = new Map([
  [true, "yes"],
  [false, "NO"],
  [undefined, "–"],
]);

export const decimals = (value: number, digits = 2): string => value.toFixed(digits);
export const whole = (value: number): string => Math.round(value).toLocaleString("en");
