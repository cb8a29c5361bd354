import { escaped } from "./escaped.ts";
import type { RuleResult } from "./findings.ts";
import { type Latency, percentile } from "./latency.ts";
import { countOf, groupsOf, linesOf, verdictOf } from "./report-parts.ts";
import type { ConformanceReport } from "./run-conformance.ts";

const STYLE = `
:root { color-scheme: light dark; --ink: #1d2430; --soft: #5b6675; --line: #d9dee5; --page: #fff; --good: #1a7f4b; --bad: #b3261e; --so: #8a6100; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebf0; --soft: #a3adba; --line: #363d48; --page: #14181e; --good: #5fc891; --bad: #ff8a80; --so: #e2b04a; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin-bottom: 0; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
.verdict { font-size: 1.1rem; padding: .75rem 1rem; border-left: .3rem solid var(--good); background: color-mix(in srgb, var(--good) 8%, transparent); }
.verdict.no { border-color: var(--bad); background: color-mix(in srgb, var(--bad) 8%, transparent); }
.soft, small { color: var(--soft); } ul { list-style: none; padding: 0; margin: 0; }
li { display: grid; grid-template-columns: 1.5rem 13rem 1fr; gap: .5rem; padding: .35rem 0; border-top: 1px solid var(--line); }
li > code { overflow-wrap: anywhere; } .passed > b { color: var(--good); } .failed > b { color: var(--bad); } .failed.contract > b { color: var(--so); } .skipped { color: var(--soft); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; background: color-mix(in srgb, var(--soft) 10%, transparent); padding: .5rem .75rem; margin: .35rem 0; }
svg { width: 100%; height: auto; } svg text { fill: var(--ink); font-size: 12px; } svg .soft { fill: var(--soft); }
@media (max-width: 40rem) { li { grid-template-columns: 1.5rem 1fr; } li > div { grid-column: 2; } }
`;

const SIGNS = { passed: "✓", failed: "✗", skipped: "–" } as const;

/** One page that needs nothing besides itself. */
export function htmlReport(report: ConformanceReport): string {
  const groups = groupsOf(report).map(
    ({ name, results }) => `<h2>${escaped(name)}</h2>\n<ul>${results.map(item).join("\n")}</ul>`,
  );
  const left = report.leftovers.map(
    ({ start, name }) =>
      `<p class="verdict no">Left in the calendar: ${escaped(`${start}, ${name}`)}. Please delete it.</p>`,
  );
  const title = report.business ?? "No business";
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Conformance: ${escaped(title)}</title>
<style>${STYLE}</style></head><body>
<h1>${escaped(title)}</h1><p class="soft">${escaped(report.url)}</p>
<p class="verdict${report.conforms ? "" : " no"}">${escaped(verdictOf(report))}</p>
${left.join("\n")}
<p class="soft">Demands of the protocol: ${counts(report, "seed")}. Recommendations: ${counts(report, "contract")}.</p>
${groups.join("\n")}
<h2>Milliseconds by action</h2>
${plot(report.latencies)}
</body></html>
`;
}

function counts(report: ConformanceReport, level: string): string {
  const of = (outcome: RuleResult["outcome"]) => countOf(report, level, outcome);
  return `${of("passed")} hold, ${of("failed")} do not, ${of("skipped")} not looked at`;
}

function item({ rule, outcome, failures, why }: RuleResult): string {
  const level = rule.level === "seed" ? "" : " <small>recommended</small>";
  const notes = failures.map(({ expected, exchange }) => {
    const [request, answer] = exchange === undefined ? [] : linesOf(exchange);
    const lines = [`expected ${expected}`, ...(request === undefined ? [] : [`→ ${request}`, `← ${answer}`])];
    return `<pre>${escaped(lines.join("\n"))}</pre>`;
  });
  const harm = outcome === "failed" ? `<br>${escaped(rule.harm)}` : "";
  const reason = outcome === "skipped" ? `<br>Not looked at: ${escaped(why ?? "")}.` : "";
  return `<li class="${outcome} ${rule.level}"><b>${SIGNS[outcome]}</b><code>${rule.id}</code><div>${escaped(rule.title)}${level}${harm}${reason}${notes.join("")}</div></li>`;
}

const ROW = 28;
const NAMES = 250;
const WIDTH = 900;
const NUMBERS = 110;

/** A row for each action: every request a dot, on a scale of tens. */
function plot(latencies: readonly Latency[]): string {
  const slowest = Math.max(10, ...latencies.flatMap(({ times }) => times));
  const decades = Math.ceil(Math.log10(slowest * 10));
  const x = (ms: number) =>
    NAMES + (Math.max(0, Math.log10(Math.max(ms, 0.1) * 10)) / decades) * (WIDTH - NAMES - NUMBERS);
  const height = ROW * (latencies.length + 1);
  const scale = Array.from({ length: decades + 1 }, (_, power) => {
    const ms = 10 ** (power - 1);
    return `<line x1="${x(ms)}" x2="${x(ms)}" y1="0" y2="${height - ROW}" stroke="currentColor" opacity=".15"/><text class="soft" x="${x(ms)}" y="${height - 8}" text-anchor="middle">${ms} ms</text>`;
  });
  const rows = latencies.map(({ action, times }, at) => {
    const y = ROW * at + ROW / 2;
    const dots = times.map(
      (ms) => `<circle cx="${x(ms).toFixed(1)}" cy="${y}" r="3" fill="currentColor" opacity=".35"/>`,
    );
    const median = x(percentile(times, 0.5)).toFixed(1);
    return `<text x="0" y="${y + 4}">${escaped(action)}</text>${dots.join("")}<line x1="${median}" x2="${median}" y1="${y - 8}" y2="${y + 8}" stroke="currentColor" stroke-width="2"/><text class="soft" x="${WIDTH}" y="${y + 4}" text-anchor="end">${percentile(times, 0.5).toFixed(1)} / ${percentile(times, 0.95).toFixed(1)}</text>`;
  });
  return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Milliseconds by action: each request a dot, the median a line; at the right median and p95.">${scale.join("")}${rows.join("")}</svg>`;
}
