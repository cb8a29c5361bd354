import type { Bench, Target } from "../bench.ts";
import { decimals, type Findings, whole } from "../report.ts";
import { comingDates, everybodysRequests } from "../requests.ts";
import { median } from "../statistics.ts";
import { line } from "./get-slots.ts";

const CONNECTIONS = 16;
const DAYS = 30;
const MOST_SLOWDOWN = 1.2;

/** The same getSlots requests against a file with a hundred times the bookings. */
export async function measureGrowth(bench: Bench): Promise<Findings> {
  const { rounds, secondsARound: seconds, fewBookings, manyBookings } = bench.plan;
  const few = await bench.server(await bench.data(fewBookings));
  const many = await bench.server(await bench.data(manyBookings));
  const requestsFile = bench.requests(everybodysRequests(comingDates(DAYS)));
  const rateOf = async (server: Target, name: string) => {
    const measured = await bench.load(server, { requestsFile, connections: CONNECTIONS, seconds });
    raw.push(line(name, measured));
    return measured.rate;
  };
  const raw: string[] = [];
  for (const server of [few, many]) {
    await bench.load(server, { requestsFile, connections: CONNECTIONS, seconds: "all once" });
    await bench.load(server, { requestsFile, connections: CONNECTIONS, seconds });
  }
  const slowdowns: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const fast = await rateOf(few, `getSlots with ${whole(fewBookings)} bookings, round ${round}`);
    const slow = await rateOf(many, `getSlots with ${whole(manyBookings)} bookings, round ${round}`);
    slowdowns.push(fast / slow);
    bench.say(
      `  getSlots with ${whole(manyBookings)} bookings, round ${round}: ${decimals(fast / slow)} times slower`,
    );
  }
  await few.stop();
  await many.stop();
  const slowdown = median(slowdowns);
  return {
    raw,
    rows: [
      {
        measure: `getSlots with ${whole(manyBookings)} bookings against ${whole(fewBookings)}`,
        target: `<= ${MOST_SLOWDOWN} times slower`,
        result: `${decimals(slowdown)} times`,
        met: slowdown <= MOST_SLOWDOWN,
      },
    ],
  };
}
