import { checkBookings, type Leftover } from "./check-bookings.ts";
import { type Business, discover } from "./check-business.ts";
import { checkClients } from "./check-clients.ts";
import { checkErrors } from "./check-errors.ts";
import { checkSlots, type FreeDay, type SlotOptions, slotsOf } from "./check-slots.ts";
import { Findings, type RuleResult } from "./findings.ts";
import { type Latency, latencies, percentile } from "./latency.ts";
import { Probe, type Target } from "./probe.ts";
import { RULES } from "./rules.ts";

export interface ConformanceOptions extends Target, SlotOptions {
  /** The number whose calls the business takes. */
  readonly sipId: string;
  /** Bookings may be made, moved and cancelled. */
  readonly books: boolean;
}

export interface ConformanceReport {
  readonly url: string;
  readonly business: string | undefined;
  readonly results: readonly RuleResult[];
  readonly latencies: readonly Latency[];
  /** Made while checking and still in the calendar. */
  readonly leftovers: readonly Leftover[];
  /** All that the seed demands and that was looked at holds, and the server could be looked at at all. */
  readonly conforms: boolean;
}

/** A caller asks whether anybody is there. */
const MOST_MS = 500;
const TIMED_ROUNDS = 20;

/** Asks a server all there is to ask; `progress` hears what is looked at. */
export async function runConformance(
  options: ConformanceOptions,
  progress: (step: string) => void = () => {},
): Promise<ConformanceReport> {
  const { url, sipId, timezone, books } = options;
  const findings = new Findings();
  const probe = new Probe(options, findings);
  progress("what the business offers");
  const business = await discover(probe, findings, sipId);
  let free: FreeDay | undefined;
  let leftovers: readonly Leftover[] = [];
  if (business !== undefined) {
    progress("free times");
    free = await checkSlots(probe, findings, business, options);
    progress("clients");
    await checkClients(probe, findings, business);
  }
  progress("wrong requests");
  await checkErrors(probe, findings, business);
  if (business !== undefined) {
    progress("time to answer");
    await measure(probe, findings, business, free, timezone);
  }
  if (books && free !== undefined) {
    progress("booking, moving, cancelling");
    leftovers = await checkBookings(probe, findings, free, timezone);
  }
  skipUnreached(findings, { books, isFree: free !== undefined });
  const results = findings.results();
  const failed = results.some(({ rule, outcome }) => rule.level === "seed" && outcome === "failed");
  return {
    url: withoutKey(url),
    business: business?.name,
    results,
    latencies: latencies(probe.exchanges),
    leftovers,
    conforms: !failed && business !== undefined,
  };
}

/** What a bot asks in every call, some times over. */
async function measure(
  probe: Probe,
  findings: Findings,
  { entityId }: Business,
  free: FreeDay | undefined,
  timezone: string,
): Promise<void> {
  const before = probe.exchanges.length;
  for (let round = 0; round < TIMED_ROUNDS; round += 1) {
    await probe.ask("getBusinessName", { entityId });
    await probe.ask("getAppointmentTypes", { entityId });
    if (free === undefined) continue;
    const { offer, agentId, day: dateTime } = free;
    await slotsOf(probe, findings, { offer, agentId, dateTime, timezone });
  }
  const times = probe.exchanges
    .slice(before)
    .map(({ milliseconds }) => milliseconds)
    .toSorted((a, b) => a - b);
  const slow = percentile(times, 0.95);
  findings.check(
    "latency.p95",
    slow <= MOST_MS,
    `at most ${MOST_MS} ms, not ${Math.round(slow)} ms`,
    probe.exchanges.at(-1),
  );
}

function skipUnreached(findings: Findings, { books, isFree }: { books: boolean; isFree: boolean }): void {
  const booking = RULES.filter((rule) => "books" in rule).map(({ id }) => id);
  if (!books) findings.skip(booking, "only with --destructive: it makes bookings");
  else if (!isFree) findings.skip(booking, "no agent has four free times on one of the coming days");
  if (!isFree) {
    findings.skip(
      ["slots.any-agent", "slots.preference", "slots.from"],
      "no agent has four free times on one of the coming days",
    );
  }
  if (!books) findings.skip(["bookings.shape"], "only with --destructive: there is no booking to list");
}

/** Segments of a path that are longer can be a credential. */
const LONGEST_NAME = 16;

/** The credential of a URL is no part of a report. */
function withoutKey(url: string): string {
  const { origin, pathname } = new URL(url);
  const [first = "", ...others] = pathname.split("/").slice(1);
  if (first.length > LONGEST_NAME) return `${origin}/…`;
  return others.length > 0 ? `${origin}/${first}/…` : `${origin}/${first}`;
}
