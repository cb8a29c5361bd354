import { escaped } from "./escaped.ts";
import type { RuleResult } from "./findings.ts";
import { groupsOf, linesOf } from "./report-parts.ts";
import type { ConformanceReport } from "./run-conformance.ts";

/** For build servers. A recommendation that does not hold fails no build: it is told as skipped. */
export function junitReport(report: ConformanceReport): string {
  const suites = groupsOf(report).map(({ name, results }) => {
    const failed = results.filter(isFailure).length;
    const skipped = results.filter((result) => result.outcome !== "passed" && !isFailure(result)).length;
    const counts = `tests="${results.length}" failures="${failed}" skipped="${skipped}"`;
    return `  <testsuite name="${escaped(name)}" ${counts}>\n${results.map(testCase).join("\n")}\n  </testsuite>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="slotline conform">\n${suites.join("\n")}\n</testsuites>\n`;
}

function isFailure({ rule, outcome }: RuleResult): boolean {
  return outcome === "failed" && rule.level === "seed";
}

function testCase(result: RuleResult): string {
  const { rule, outcome, failures, why } = result;
  const open = `    <testcase classname="conformance.${rule.level}" name="${escaped(`${rule.id}: ${rule.title}`)}"`;
  if (outcome === "passed") return `${open}/>`;
  const details = failures
    .map(({ expected, exchange }) =>
      [`expected ${expected}`, ...(exchange === undefined ? [] : linesOf(exchange))].join("\n"),
    )
    .join("\n\n");
  if (isFailure(result)) {
    return `${open}><failure message="${escaped(rule.harm)}">${escaped(details)}</failure></testcase>`;
  }
  const reason = outcome === "failed" ? `recommended, does not hold: ${details}` : (why ?? "");
  return `${open}><skipped message="${escaped(reason)}"/></testcase>`;
}
