import { CONNECTIONS, MEASURES, type MeasuredAtScale } from "./measures/at-scale.ts";
import type { ScalePlan } from "./plan.ts";
import { AGENTS_PER_ENTITY } from "./practice.ts";
import { decimals, machine, markdownTable, today, whole } from "./report.ts";

/** One store with one number of bookings. */
export interface AtScale extends MeasuredAtScale {
  readonly store: "SQLite" | "PostgreSQL";
  readonly bookings: number;
  readonly makingSeconds: number;
  readonly megabytes: number;
  readonly serverMegabytes: number;
  /** Tables read from end to end. */
  readonly fullScans: readonly string[];
}

/** The page that is kept: `bench/scale.md`. */
export function scalePageOf(
  plan: ScalePlan,
  practicesSeconds: number,
  busyBefore: number,
  all: readonly AtScale[],
): string {
  const entities = plan.accounts * plan.entitiesEach;
  const who = ({ store, bookings }: AtScale) => [store, whole(bookings)];
  const making = all.map((one) => {
    const bytes = (one.megabytes * 2 ** 20) / one.bookings;
    return [
      ...who(one),
      `${whole(one.makingSeconds)} s`,
      `${whole(one.megabytes)} MB`,
      one.bookings < MANY ? "–" : `${whole(bytes)} bytes`,
      `${whole(one.serverMegabytes)} MB`,
      one.fullScans.length === 0 ? "none" : one.fullScans.join("; "),
    ];
  });
  const measures = (Object.keys(MEASURES) as (keyof typeof MEASURES)[]).map((measure) => {
    const rows = all.map((one) => [
      ...who(one),
      ...one.medians[measure].flatMap(({ rate, p50Ms, p99Ms, cpuMicroseconds }) => [
        whole(rate),
        decimals(p50Ms),
        decimals(p99Ms),
        whole(cpuMicroseconds),
      ]),
      whole(one.medians[measure].reduce((sum, { failures }) => sum + failures, 0)),
    ]);
    const columns = CONNECTIONS.flatMap((count) => [`${count}: a second`, "p50 ms", "p99 ms", "CPU us"]);
    return `## ${MEASURES[measure]}\n\n${markdownTable(["store", "bookings", ...columns, "failures"], rows)}`;
  });
  return `# At scale

\`npm run scale\` wrote this page on ${today()}: ${machine()}, PostgreSQL 18 with \`shared_buffers = 2GB\`. **Other work kept ${decimals(busyBefore, 1)} cores busy when it began**: the more that is, the less the numbers say, other than by comparison.

${whole(plan.accounts)} accounts with ${whole(entities)} entities and ${whole(entities * AGENTS_PER_ENTITY)} agents, whose bookings lie within 30 days of today. Server, database and load (autocannon) share the machine; the data fits into its memory. Every store and size has data of its own and a server started for it. Columns are answers a second, median, 99th percentile and the server's processor time for an answer, over 1 connection and over 16.

- *${MEASURES.inTurn}*: each asks for one day, once. A server keeps the snapshots of 2,000 entities, so that each request reads and compiles a configuration.
- *${MEASURES.kept}*: one of 18 days each time, snapshots kept; medians of ${plan.rounds} rounds of ${plan.secondsARound} s.
- *${MEASURES.booking}*: a new client takes a free slot of one of many entities; medians of ${plan.rounds} rounds of ${whole(plan.bookingsARound)}.

${measures.join("\n\n")}

## Making it, and what it takes

The practices took ${whole(practicesSeconds)} s, once. Time is that of writing the bookings into an SQLite file, and of copying that file into PostgreSQL with all of its indexes and constraints made again. Memory is the server's (resident) after the run, without PostgreSQL's. Full scans are tables that a server read from end to end: on SQLite by the plans of all statements it prepared, on PostgreSQL by the database's own count of rows that sequential scans read.

${markdownTable(["store", "bookings", "time", "on disk", "a booking", "server", "full scans"], making)}

## Rounds

\`\`\`
${all.flatMap(({ raw }) => raw).join("\n")}
\`\`\`
`;
}

/** With fewer, most of the disk is the practices'. */
const MANY = 100_000;
