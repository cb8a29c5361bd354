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

/** Of the answers of one server in a second of its processor time: less would mean that servers wait for each other. */
const LEAST_EFFICIENCY = 0.8;

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

/** The same load on one server and on two with the same database, in turns. */
export async function measureTwoServers(bench: Bench, servers: readonly [Target, Target]): Promise<Findings> {
  const { rounds, secondsARound, bookingsARound } = bench.plan;
  const loaders = [bench.helper("load.ts"), bench.helper("load.ts")] as const;
  const raw: string[] = [];
  const load = async (name: string, count: 1 | 2, requests: LoadRequest[], seconds: number | "all once") => {
    const before = busySecondsOfMachine();
    const started = performance.now();
    const measured = await Promise.all(
      servers.slice(0, count).map((server, at) => {
        const requestsFile = bench.requests(requests.filter((_, index) => index % count === at));
        const job = { requestsFile, connections: CONNECTIONS / count, seconds };
        return bench.load(server, job, loaders[at]);
      }),
    );
    const busyCores = (busySecondsOfMachine() - before) / ((performance.now() - started) / 1_000);
    const share = together(measured, busyCores);
    raw.push(`${name}, ${lineOf(count, share)}`);
    return share;
  };

  const slots = everybodysRequests(comingDates(DAYS));
  for (const server of servers) {
    const requestsFile = bench.requests(slots);
    await bench.load(server, { requestsFile, connections: CONNECTIONS, seconds: "all once" });
  }
  const slotRounds: (readonly [Share, Share])[] = [];
  const bookingRounds: (readonly [Share, Share])[] = [];
  const dates = comingDates(FIRST_BOOKING_DAY + 2 * (rounds + 1)).slice(FIRST_BOOKING_DAY);
  const bookings = () => bookingsOn(servers[0], dates.pop()!, bookingsARound);
  for (let round = 0; round <= rounds; round += 1) {
    const asked = [
      await load("getSlots", 1, slots, secondsARound),
      await load("getSlots", 2, slots, secondsARound),
    ] as const;
    const booked = [
      await load("bookAppointment", 1, await bookings(), "all once"),
      await load("bookAppointment", 2, await bookings(), "all once"),
    ] as const;
    if (round === 0) continue; // warm-up
    slotRounds.push(asked);
    bookingRounds.push(booked);
    bench.say(
      `  two servers, round ${round}: ${decimals(ratio(asked))} and ${decimals(ratio(booked))} of one`,
    );
  }
  return { raw, rows: [...rowsOf("getSlots", slotRounds), ...rowsOf("bookAppointment", bookingRounds)] };
}

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

function rowsOf(action: string, rounds: readonly (readonly [Share, Share])[]): Row[] {
  const cores = availableParallelism();
  const hasCoresLeft = cores >= CORES_FOR_TWO;
  const of = (at: 0 | 1, what: keyof Share) => median(rounds.map((round) => round[at][what]));
  const throughput = median(rounds.map(ratio));
  const efficiency = median(rounds.map(([one, two]) => two.perCpuSecond / one.perCpuSecond));
  const failures = rounds.flat().some((share) => share.failures > 0);
  const busy = `one server kept ${decimals(of(0, "busyCores"), 1)} of ${cores} cores busy, two ${decimals(of(1, "busyCores"), 1)}`;
  return [
    {
      measure: `${action} on PostgreSQL, 2 servers against 1`,
      target: hasCoresLeft
        ? `>= ${LEAST_RATIO} times`
        : `>= ${LEAST_RATIO} times, from ${CORES_FOR_TWO} cores on`,
      result: `${decimals(throughput)} (${whole(of(1, "rate"))}/s of ${whole(of(0, "rate"))}/s); ${busy}`,
      met: hasCoresLeft ? throughput >= LEAST_RATIO && !failures : undefined,
    },
    {
      measure: `${action} on PostgreSQL, answers a CPU second of the servers, 2 against 1`,
      target: `>= ${LEAST_EFFICIENCY} times`,
      result: `${decimals(efficiency)} (${whole(of(1, "perCpuSecond"))} of ${whole(of(0, "perCpuSecond"))})`,
      met: efficiency >= LEAST_EFFICIENCY && !failures,
    },
  ];
}

function ratio([one, two]: readonly [Share, Share]): number {
  return two.rate / one.rate;
}

function lineOf(count: number, { rate, failures, perCpuSecond, busyCores }: Share): string {
  const servers = count === 1 ? "1 server" : `${count} servers`;
  const cpu = `${whole(perCpuSecond)} answers a CPU second, ${decimals(busyCores, 1)} cores busy`;
  return `${servers} on PostgreSQL: ${whole(rate)}/s, ${cpu}, ${failures} failures`;
}
