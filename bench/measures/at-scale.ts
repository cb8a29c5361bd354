import type { Bench, Measured, Target } from "../bench.ts";
import type { LoadRequest } from "../load.ts";
import type { ScalePlan } from "../plan.ts";
import { type BenchEntity, busyAccounts, entitiesOf } from "../practice.ts";
import { comingDates, everybodysRequests, slotsRequest } from "../requests.ts";
import { median, repeatableChance, shuffled } from "../statistics.ts";
import { bookingsOn } from "./book-appointment.ts";
import { line } from "./get-slots.ts";

export const CONNECTIONS = [1, 16] as const;

/** Half of what a server keeps the snapshots of. */
const KEPT_ENTITIES = 1_000;
const ASKED_DAYS = 18;
/** Of the requests, when one connection sends them one after another. */
const SERIAL_SHARE = 0.2;

export const MEASURES = {
  inTurn: "getSlots, all entities in turn",
  kept: `getSlots, ${KEPT_ENTITIES.toLocaleString("en")} entities in turn`,
  booking: "bookAppointment",
} as const;

type Measure = keyof typeof MEASURES;

/** Medians over the rounds; failures of all of them. */
export type Medians = Pick<Measured, "rate" | "p50Ms" | "p99Ms" | "cpuMicroseconds" | "failures">;

export interface MeasuredAtScale {
  /** For each of `CONNECTIONS`. */
  readonly medians: Readonly<Record<Measure, readonly Medians[]>>;
  readonly raw: readonly string[];
}

/** One server and callers of all those entities, for one day of one product at a time. */
export async function measureAtScale(
  bench: Bench,
  server: Target,
  plan: ScalePlan,
  name: string,
): Promise<MeasuredAtScale> {
  const entities = shuffled(entitiesOf(busyAccounts(plan.accounts, plan.entitiesEach)), repeatableChance(1));
  const dates = comingDates(ASKED_DAYS + (plan.rounds + 1) * CONNECTIONS.length);
  const askedDates = dates.slice(0, ASKED_DAYS);
  const bookingDates = dates.slice(ASKED_DAYS);
  const rounds = Object.fromEntries(
    Object.keys(MEASURES).map((measure) => [measure, CONNECTIONS.map(() => [])]),
  ) as unknown as Record<Measure, Measured[][]>;
  const raw: string[] = [];
  const note = (measure: Measure, connectionsAt: number, measured: Measured) => {
    rounds[measure][connectionsAt]!.push(measured);
    raw.push(line(`${name}, ${MEASURES[measure]}, ${CONNECTIONS[connectionsAt]} connections`, measured));
  };

  bench.say(`${name}: ${MEASURES.inTurn}`);
  const everybody = entities.map((entity, at) => slotsRequest(entity, askedDates[at % ASKED_DAYS]!));
  for (const [at, connections] of CONNECTIONS.entries()) {
    const requests = connections === 1 ? everybody.slice(-everybody.length * SERIAL_SHARE) : everybody;
    const requestsFile = bench.requests(requests);
    note("inTurn", at, await bench.load(server, { requestsFile, connections, seconds: "all once" }));
  }

  bench.say(`${name}: ${MEASURES.kept}`);
  const some = entities.slice(0, KEPT_ENTITIES);
  const kept = shuffled(everybodysRequests(askedDates, some), repeatableChance(2));
  const snapshots = bench.requests(everybodysRequests([bookingDates[0]!], some));
  await bench.load(server, { requestsFile: snapshots, connections: 16, seconds: "all once" });
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const [at, connections] of CONNECTIONS.entries()) {
      // Each begins elsewhere, because what was asked before is remembered.
      const share = (round * CONNECTIONS.length + at) / (plan.rounds * CONNECTIONS.length);
      const requestsFile = bench.requests(beginningAt(kept, share));
      const seconds = plan.secondsARound;
      note("kept", at, await bench.load(server, { requestsFile, connections, seconds }));
    }
  }

  bench.say(`${name}: ${MEASURES.booking}`);
  for (let round = 0; round <= plan.rounds; round += 1) {
    for (const [at, connections] of CONNECTIONS.entries()) {
      const count = Math.ceil(plan.bookingsARound * (connections === 1 ? SERIAL_SHARE : 1));
      const bookers: BenchEntity[] = beginningAt(entities, round / (plan.rounds + 1)).slice(0, count);
      const requestsFile = bench.requests(await bookingsOn(server, bookingDates.pop()!, count, bookers));
      const measured = await bench.load(server, { requestsFile, connections, seconds: "all once" });
      if (round > 0) note("booking", at, measured); // the first is warm-up
    }
  }
  const mediansOf = (measure: Measure) => rounds[measure].map(medians);
  return {
    medians: { inTurn: mediansOf("inTurn"), kept: mediansOf("kept"), booking: mediansOf("booking") },
    raw,
  };
}

function beginningAt<T extends BenchEntity | LoadRequest>(items: readonly T[], share: number): T[] {
  const first = Math.floor(items.length * share);
  return [...items.slice(first), ...items.slice(0, first)];
}

function medians(rounds: readonly Measured[]): Medians {
  const of = (name: keyof Medians) => median(rounds.map((one) => one[name]));
  const failures = rounds.reduce((sum, one) => sum + one.failures, 0);
  const cpuMicroseconds = of("cpuMicroseconds");
  return { rate: of("rate"), p50Ms: of("p50Ms"), p99Ms: of("p99Ms"), cpuMicroseconds, failures };
}
