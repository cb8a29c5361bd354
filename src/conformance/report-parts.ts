import type { Exchange, RuleResult } from "./findings.ts";
import type { ConformanceReport } from "./run-conformance.ts";

/** What all the ways to report have in common. */

export interface Group {
  readonly name: string;
  readonly results: readonly RuleResult[];
}

const GROUPS: Readonly<Record<string, string>> = {
  answer: "Every answer",
  entity: "The business and its offer",
  slots: "Free times",
  users: "Clients",
  book: "Booking",
  modify: "Moving",
  cancel: "Cancelling",
  errors: "What is refused",
  transport: "Transport",
  latency: "Time to answer",
};

/** Which group a rule belongs to whose name's beginning has none. */
const SAME_GROUP: Readonly<Record<string, string>> = {
  name: "entity",
  types: "entity",
  agents: "entity",
  products: "entity",
  "with-products": "entity",
  required: "entity",
  bookings: "users",
};

export function groupsOf({ results }: ConformanceReport): readonly Group[] {
  return Object.entries(GROUPS).map(([key, name]) => ({
    name,
    results: results.filter(({ rule }) => {
      const beginning = rule.id.split(".")[0]!;
      return (SAME_GROUP[beginning] ?? beginning) === key;
    }),
  }));
}

export function countOf(
  { results }: ConformanceReport,
  level: string,
  outcome: RuleResult["outcome"],
): number {
  return results.filter(({ rule, outcome: is }) => rule.level === level && is === outcome).length;
}

export function verdictOf(report: ConformanceReport): string {
  if (report.business === undefined) return "The server could not be looked at: the first questions failed.";
  const failed = countOf(report, "seed", "failed");
  const skipped = countOf(report, "seed", "skipped");
  const demands =
    failed === 0
      ? `All demands of the protocol that were looked at hold (${countOf(report, "seed", "passed")})`
      : `${failed} ${failed === 1 ? "demand" : "demands"} of the protocol ${failed === 1 ? "does" : "do"} not hold`;
  const advice = countOf(report, "contract", "failed");
  return `${demands}${skipped > 0 ? `, ${skipped} not looked at` : ""}; ${advice} of the recommendations ${advice === 1 ? "does" : "do"} not.`;
}

const LONGEST = 300;

/** On one line each, shortened. */
export function linesOf({
  request,
  status,
  text,
  milliseconds,
}: Exchange): readonly [request: string, answer: string] {
  const answer = status === undefined ? "no answer" : `${status}, ${milliseconds.toFixed(0)} ms`;
  return [brief(request), `${answer}: ${brief(text)}`];
}

function brief(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
