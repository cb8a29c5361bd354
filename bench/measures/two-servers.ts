import { availableParallelism } from "node:os";
import type { Bench, Measured, Target } from "../bench.ts";
import type { LoadRequest } from "../load.ts";
import { busySecondsOfMachine } from "../processes.ts";
import { decimals, type Findings, type Row, whole } from "../report.ts";
import { comingDates, everybodysRequests } from "../requests.ts";
import { median } from "../statistics.ts";
import { bookingsOn } from "./book-appointment.ts";

/** Of both servers together. */
const CONNECTIONS = 32;
const DAYS = 30;
const LEAST_RATIO = 1.5;

/** Two servers, PostgreSQL as busy as they are, and the load: with fewer cores a second server has none to run on. */
const CORES_FOR_TWO = 6;

/** Of two servers with a database each: less would mean that two with one database wait for each other. */
const LEAST_OF_APART = 0.9;

/** Days that no other measure books on: from the end of the data on. */
const FIRST_BOOKING_DAY = 75;

interface Share {
  readonly rate: number;
  readonly failures: number;
  /** Answers in a second of the servers' processor time. */
  readonly perCpuSecond: number;
  /** Of the whole machine, on average. */
  readonly busyCores: number;
}

/** The third has a copy of the database to itself, so that it can wait for nothing that the first one does. */
export interface ServersOfTwoDatabases {
  readonly first: Target;
  readonly second: Target;
  readonly apart: Target;
}

/** What one round found, of the same load. */
interface Round {
  readonly alone: Share;
  readonly sharing: Share;
  readonly apart: Share;
}

/** One server, two with one database and, as what they could reach at most, two with one each; in turns. */
export async function measureTwoServers(bench: Bench, servers: ServersOfTwoDatabases): Promise<Findings> {
  const { rounds, secondsARound, bookingsARound } = bench.plan;
  const { first, second, apart } = servers;
  const arrangements = { alone: [first], sharing: [first, second], apart: [first, apart] };
  const loaders = [bench.helper("load.ts"), bench.helper("load.ts")];
  const raw: string[] = [];
  const load = async (
    arrangement: keyof Round,
    action: string,
    requests: readonly LoadRequest[],
    seconds: number | "all once",
  ) => {
    const targets = arrangements[arrangement];
    const before = busySecondsOfMachine();
    const started = performance.now();
    const measured = await Promise.all(
      targets.map((server, at) => {
        const requestsFile = bench.requests(requests.filter((_, index) => index % targets.length === at));
        const job = { requestsFile, connections: CONNECTIONS / targets.length, seconds };
        return bench.load(server, job, loaders[at]);
      }),
    );
    const busyCores = (busySecondsOfMachine() - before) / ((performance.now() - started) / 1_000);
    const share = together(measured, busyCores);
    raw.push(`${action} on PostgreSQL, ${NAMES[arrangement]}: ${textOf(share)}`);
    return share;
  };

  const slots = everybodysRequests(comingDates(DAYS));
  for (const server of [first, second, apart]) {
    const requestsFile = bench.requests(slots);
    await bench.load(server, { requestsFile, connections: CONNECTIONS, seconds: "all once" });
  }
  const dates = comingDates(FIRST_BOOKING_DAY + 3 * (rounds + 1)).slice(FIRST_BOOKING_DAY);
  const ask = (arrangement: keyof Round) => load(arrangement, "getSlots", slots, secondsARound);
  const book = async (arrangement: keyof Round) => {
    const requests = await bookingsOn(first, dates.pop()!, bookingsARound);
    return await load(arrangement, "bookAppointment", requests, "all once");
  };
  const asked: Round[] = [];
  const booked: Round[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const slotsRound = await inTurns(round, ask);
    const bookingRound = await inTurns(round, book);
    if (round === 0) continue; // warm-up
    asked.push(slotsRound);
    booked.push(bookingRound);
    const ratios = [slotsRound, bookingRound].map((one) => decimals(ratio(one.sharing, one.alone)));
    bench.say(`  two servers, round ${round}: ${ratios.join(" and ")} of one`);
  }
  return { raw, rows: [...rowsOf("getSlots", asked), ...rowsOf("bookAppointment", booked)] };
}

/** Each is first, second and third as often as the others: who comes after what makes a difference. */
async function inTurns(round: number, measure: (arrangement: keyof Round) => Promise<Share>): Promise<Round> {
  const order = ["alone", "sharing", "apart"] as const;
  const found: { -readonly [arrangement in keyof Round]?: Share } = {};
  for (const at of order.keys()) {
    const arrangement = order[(at + round) % order.length]!;
    found[arrangement] = await measure(arrangement);
  }
  return found as Round;
}

const NAMES = {
  alone: "1 server",
  sharing: "2 servers with one database",
  apart: "2 servers with a database each",
} as const satisfies Record<keyof Round, string>;

function together(measured: readonly Measured[], busyCores: number): Share {
  const sum = (of: (one: Measured) => number) => measured.reduce((total, one) => total + of(one), 0);
  const cpuSeconds = sum(({ answers, cpuMicroseconds }) => (answers * cpuMicroseconds) / 1e6);
  return {
    rate: sum(({ rate }) => rate),
    failures: sum(({ failures }) => failures),
    perCpuSecond: sum(({ answers }) => answers) / cpuSeconds,
    busyCores,
  };
}

function rowsOf(action: string, rounds: readonly Round[]): Row[] {
  const cores = availableParallelism();
  const hasCoresLeft = cores >= CORES_FOR_TWO;
  const of = (arrangement: keyof Round, what: keyof Share) =>
    median(rounds.map((round) => round[arrangement][what]));
  const against = (arrangement: keyof Round) =>
    median(rounds.map((round) => ratio(round.sharing, round[arrangement])));
  const failures = rounds.flatMap(({ alone, sharing, apart }) => [alone, sharing, apart]);
  const failed = failures.some((share) => share.failures > 0);
  const rates = (arrangement: keyof Round) =>
    `${whole(of("sharing", "rate"))}/s of ${whole(of(arrangement, "rate"))}/s`;
  const perCpuSecond = `${whole(of("sharing", "perCpuSecond"))} and ${whole(of("alone", "perCpuSecond"))} answers a CPU second of the servers`;
  const busy = `one server already kept ${decimals(of("alone", "busyCores"), 1)} of ${cores} cores busy`;
  return [
    {
      measure: `${action} on PostgreSQL, 2 servers against 1`,
      target: `>= ${LEAST_RATIO}${hasCoresLeft ? "" : ` from ${CORES_FOR_TWO} cores on`}`,
      result: `${decimals(against("alone"))} (${rates("alone")}); ${perCpuSecond}; ${busy}`,
      met: hasCoresLeft ? against("alone") >= LEAST_RATIO && !failed : undefined,
    },
    {
      measure: `${action} on PostgreSQL, 2 servers with one database`,
      target: `>= ${LEAST_OF_APART} of 2 with one each`,
      result: `${decimals(against("apart"))} (${rates("apart")})`,
      met: against("apart") >= LEAST_OF_APART && !failed,
    },
  ];
}

function ratio(one: Share, other: Share): number {
  return one.rate / other.rate;
}

function textOf({ rate, failures, perCpuSecond, busyCores }: Share): string {
  const cpu = `${whole(perCpuSecond)} answers a CPU second of the servers, ${decimals(busyCores, 1)} cores busy`;
  return `${whole(rate)}/s, ${cpu}, ${failures} failures`;
}
