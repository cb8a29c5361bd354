import type { Bench } from "../bench.ts";
import { BUSY_ACCOUNTS } from "../practice.ts";
import { decimals, type Findings } from "../report.ts";
import { comingDates, slotsRequest } from "../requests.ts";
import { median } from "../statistics.ts";

const MOST_MS = 1_000;

/** From the spawn of the server to its first answer with slots. */
export async function measureStart(bench: Bench, data: string): Promise<Findings> {
  const { path, body } = slotsRequest(BUSY_ACCOUNTS[7]!.entities[3]!, comingDates(3)[2]!);
  const took: number[] = [];
  for (let round = 1; round <= bench.plan.rounds; round += 1) {
    const began = performance.now();
    const server = await bench.server(data);
    const response = await fetch(server.address + path, { method: "POST", body });
    const slots = (await response.json()) as unknown[];
    took.push(performance.now() - began);
    await server.stop();
    if (slots.length === 0) throw new Error("the first answer has no slots");
  }
  bench.say(`  start to first answer: ${decimals(median(took), 0)} ms`);
  return {
    raw: [`start to first answer: ${took.map((one) => decimals(one, 0)).join(", ")} ms`],
    rows: [
      {
        measure: "start to first answer",
        target: `< ${MOST_MS} ms`,
        result: `${decimals(median(took), 0)} ms`,
        met: median(took) < MOST_MS,
      },
    ],
  };
}
