import type { BareAnswer } from "../bare-http.ts";
import type { Bench, Measured, Target } from "../bench.ts";
import type { LoadRequest } from "../load.ts";
import { decimals, type Findings, type Row, whole } from "../report.ts";
import { comingDates, everybodysRequests } from "../requests.ts";
import { median } from "../statistics.ts";

const CONNECTIONS = 16;
/** As far ahead as people book. */
const DAYS = 30;
/** Of bare `node:http`. */
const LEAST_RATIO = { SQLite: 0.35, PostgreSQL: 0.2 } as const;
const MOST_P99_MS = 10;
const MOST_MEDIAN_MS = 1;

/** One day of one product with any of 5 agents, about 80 slots: throughput against bare `node:http`, and latency. */
export async function measureGetSlots(
  bench: Bench,
  server: Target,
  store: keyof typeof LEAST_RATIO,
): Promise<Findings> {
  const { rounds, secondsARound: seconds } = bench.plan;
  const everybody = everybodysRequests(comingDates(DAYS));
  const answer = await answerTo(server, everybody[0]!);
  const slots = (JSON.parse(answer.body) as unknown[]).length;
  const bare = await bareServer(bench, answer);
  const allDays = bench.requests(everybody);
  const oneDay = bench.requests(Array.from({ length: CONNECTIONS }, () => everybody[0]!));

  bench.say(`getSlots: ${slots} slots, ${answer.body.length} bytes; warm-up`);
  await bench.load(bare, { requestsFile: allDays, connections: CONNECTIONS, seconds });
  await bench.load(server, { requestsFile: allDays, connections: CONNECTIONS, seconds: "all once" });

  const raw: string[] = [];
  const ratios = { allDays: [] as number[], oneDay: [] as number[] };
  const rates = { bare: [] as number[], allDays: [] as number[], oneDay: [] as number[] };
  for (let round = 1; round <= rounds; round += 1) {
    const ceiling = await bench.load(bare, { requestsFile: allDays, connections: CONNECTIONS, seconds });
    rates.bare.push(ceiling.rate);
    raw.push(line(`bare node:http, round ${round}`, ceiling));
    for (const [name, requestsFile] of [
      ["allDays", allDays],
      ["oneDay", oneDay],
    ] as const) {
      const measured = await bench.load(server, { requestsFile, connections: CONNECTIONS, seconds });
      rates[name].push(measured.rate);
      ratios[name].push(measured.rate / ceiling.rate);
      raw.push(line(`getSlots on ${store}, ${name}, round ${round}`, measured));
    }
    bench.say(
      `  round ${round}: ${decimals(ratios.allDays.at(-1)!)} and ${decimals(ratios.oneDay.at(-1)!)} of bare`,
    );
  }

  const halfRate = Math.floor(median(rates.allDays) / 2);
  const half = await bench.load(server, {
    requestsFile: allDays,
    connections: CONNECTIONS,
    seconds: seconds * 2,
    rate: halfRate,
  });
  raw.push(line(`getSlots on ${store} at ${halfRate}/s`, half));
  const single = await bench.load(server, { requestsFile: allDays, connections: 1, seconds });
  raw.push(line(`getSlots on ${store}, one connection`, single));

  return {
    raw,
    rows: [
      ratioRow(store, "one day", rates.oneDay, rates.bare, ratios.oneDay),
      {
        ...ratioRow(store, "6,000 days in turn", rates.allDays, rates.bare, ratios.allDays),
        target: "none: for comparison",
        met: undefined,
      },
      {
        measure: `getSlots on ${store}, p99 at half load`,
        target: `< ${MOST_P99_MS} ms`,
        result: `${decimals(half.p99Ms)} ms at ${whole(halfRate)}/s`,
        met: half.p99Ms < MOST_P99_MS,
      },
      {
        measure: `getSlots on ${store}, median, one connection`,
        target: `< ${MOST_MEDIAN_MS} ms`,
        result: `${decimals(single.p50Ms)} ms`,
        met: single.p50Ms < MOST_MEDIAN_MS,
      },
    ],
  };
}

function ratioRow(
  store: keyof typeof LEAST_RATIO,
  what: string,
  rates: number[],
  bare: number[],
  ratios: number[],
): Row {
  const ratio = median(ratios);
  return {
    measure: `getSlots on ${store}, ${what}`,
    target: `>= ${LEAST_RATIO[store]} of bare node:http`,
    result: `${decimals(ratio)} (${whole(median(rates))}/s of ${whole(median(bare))}/s)`,
    met: ratio >= LEAST_RATIO[store],
  };
}

async function bareServer(bench: Bench, answer: BareAnswer): Promise<Target> {
  const helper = bench.helper("bare-http.ts", [bench.file(answer)]);
  const { address } = await helper.next<{ address: string }>();
  return { address, pid: helper.pid };
}

/** A real answer with the headers that Slotline itself sets. */
async function answerTo(server: Target, { path, body }: LoadRequest): Promise<BareAnswer> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(server.address + path, { method: "POST", headers, body });
  if (response.status !== 200) throw new Error(`getSlots was answered ${response.status}`);
  const kept = ["content-type", "cache-control"].map((name) => [name, response.headers.get(name) ?? ""]);
  return { headers: Object.fromEntries(kept), body: await response.text() };
}

export function line(name: string, measured: Measured): string {
  const { rate, cpuMicroseconds, p50Ms, p99Ms, maxMs, answers, failures } = measured;
  const latency = `p50 ${decimals(p50Ms)} p99 ${decimals(p99Ms)} max ${decimals(maxMs)} ms`;
  const counts = `${answers} answers, ${failures} failures`;
  return `${name}: ${whole(rate)}/s, ${whole(cpuMicroseconds)} us CPU each, ${latency}, ${counts}`;
}
