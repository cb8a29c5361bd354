import type { RuleResult } from "./findings.ts";
import { percentile } from "./latency.ts";
import { groupsOf, linesOf, verdictOf } from "./report-parts.ts";
import type { ConformanceReport } from "./run-conformance.ts";

const SIGNS = { passed: "✓", failed: "✗", skipped: "–" } as const;

/** For people in a terminal. */
export function textReport(report: ConformanceReport): string {
  const lines = [`${report.url}${report.business === undefined ? "" : `: ${report.business}`}`];
  for (const { name, results } of groupsOf(report)) {
    const reasons = new Set(results.map(({ why }) => why));
    const [reason] = reasons;
    if (reasons.size === 1 && reason !== undefined) lines.push("", `${name}: not looked at, ${reason}.`);
    else lines.push("", name, ...results.flatMap(linesOfResult));
  }
  lines.push("", "Milliseconds by action", ...latencyLines(report));
  for (const { start, name } of report.leftovers) {
    lines.push("", `Left in the calendar: ${start}, ${name}. It could not be cancelled; please delete it.`);
  }
  return [...lines, "", verdictOf(report)].join("\n");
}

function linesOfResult({ rule, outcome, failures, why }: RuleResult): string[] {
  const level = rule.level === "seed" ? "" : " (recommended)";
  const head = `  ${SIGNS[outcome]} ${rule.id.padEnd(26)} ${rule.title}${level}`;
  if (outcome === "skipped") return [`${head} Not looked at: ${why}.`];
  if (outcome === "passed") return [head];
  return [
    head,
    `      ${rule.harm}`,
    ...failures.flatMap(({ expected, exchange }) => {
      const [request, answer] = exchange === undefined ? [] : linesOf(exchange);
      return [
        `      expected ${expected}`,
        ...(request === undefined ? [] : [`        → ${request}`, `        ← ${answer}`]),
      ];
    }),
  ];
}

function latencyLines({ latencies }: ConformanceReport): string[] {
  const header = `  ${"".padEnd(32)}${["asked", "median", "p95", "slowest"].map((title) => title.padStart(9)).join("")}`;
  const rows = latencies.map(({ action, times }) => {
    const numbers = [percentile(times, 0.5), percentile(times, 0.95), times.at(-1) ?? 0].map((ms) =>
      ms.toFixed(1),
    );
    return `  ${action.padEnd(32)}${[String(times.length), ...numbers].map((cell) => cell.padStart(9)).join("")}`;
  });
  return [header, ...rows];
}
