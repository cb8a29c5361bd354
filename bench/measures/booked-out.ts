import type { Bench, Target } from "../bench.ts";
import { BOOKED_OUT } from "../practice.ts";
import { decimals, type Findings } from "../report.ts";
import { slotsRequest } from "../requests.ts";
import { line } from "./get-slots.ts";

const MOST_MS = 10;

/** "As soon as possible" for a product whose next 100 days are full. */
export async function measureBookedOut(bench: Bench, server: Target): Promise<Findings> {
  const requestsFile = bench.requests([slotsRequest(BOOKED_OUT.entities[0]!, "as soon as possible")]);
  const seconds = bench.plan.secondsARound;
  await bench.load(server, { requestsFile, connections: 1, seconds: 1 });
  const measured = await bench.load(server, { requestsFile, connections: 1, seconds });
  bench.say(`  first free slot after 100 full days: ${decimals(measured.p50Ms)} ms`);
  return {
    raw: [line("first free slot after 100 full days", measured)],
    rows: [
      {
        measure: "first free slot after 100 full days",
        target: `< ${MOST_MS} ms`,
        result: `${decimals(measured.p50Ms)} ms (median; longest ${decimals(measured.maxMs)} ms)`,
        met: measured.p50Ms < MOST_MS,
      },
    ],
  };
}
