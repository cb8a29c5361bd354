import { WebhookClient } from "../../test/harness/webhook-client.ts";
import type { Bench, Target } from "../bench.ts";
import { nameOf } from "../client-names.ts";
import type { BareWriteJob, BareWriteResult } from "../evening-bookings.ts";
import type { LoadRequest } from "../load.ts";
import { type BenchEntity, BUSY_ACCOUNTS, entitiesOf } from "../practice.ts";
import type { Helper } from "../processes.ts";
import { decimals, type Findings, whole } from "../report.ts";
import { comingDates } from "../requests.ts";
import { median, repeatableChance, shuffled } from "../statistics.ts";
import { line } from "./get-slots.ts";

const CONNECTIONS = [16, 64] as const;
const LEAST_RATIO = 0.6;
/** Bare node:sqlite only writes, which is nearly all of its work; reading costs PostgreSQL a round trip of its own. */
const BARE = {
  SQLite: [{ name: "bare node:sqlite", reads: false, target: LEAST_RATIO }],
  PostgreSQL: [
    { name: "the same statements by bare pg", reads: true, target: LEAST_RATIO },
    { name: "the commit alone by bare pg", reads: false, target: undefined },
  ],
} as const;
const PRODUCT = 1;
/** Days that the getSlots measure does not look at. */
const FIRST_DAY = 35;

/** A new client books a free slot, durably, against a `bare` process that runs such statements and decides nothing. */
export async function measureBookAppointment(
  bench: Bench,
  server: Target,
  bare: Helper,
  store: keyof typeof BARE,
): Promise<Findings> {
  const { rounds, bookingsARound: count } = bench.plan;
  const daysARound = CONNECTIONS.length * BARE[store].length;
  const dates = comingDates(FIRST_DAY + (rounds + 1) * daysARound).slice(FIRST_DAY);
  const raw: string[] = [];
  const measured = CONNECTIONS.map((connections) => ({
    connections,
    rates: [] as number[],
    bare: BARE[store].map((kind) => ({ ...kind, rates: [] as number[], ratios: [] as number[] })),
  }));
  let failures = 0;
  for (let round = 0; round <= rounds; round += 1) {
    for (const { connections, rates, bare: kinds } of measured) {
      const bareRates = [];
      const roundDates = kinds.map(() => dates.pop()!);
      for (const [index, { reads }] of kinds.entries()) {
        const job: BareWriteJob = { date: roundDates[index]!, count, connections, reads };
        bareRates.push((await bare.ask<BareWriteResult>(job)).rate);
      }
      const requestsFile = bench.requests(await bookingsOn(server, roundDates[0]!, count));
      const result = await bench.load(server, { requestsFile, connections, seconds: "all once" });
      if (round === 0) continue; // warm-up
      rates.push(result.rate);
      failures += result.failures;
      for (const [index, kind] of kinds.entries()) {
        const rate = bareRates[index]!;
        const ratio = result.rate / rate;
        kind.rates.push(rate);
        kind.ratios.push(ratio);
        raw.push(`${kind.name}, ${connections} connections, round ${round}: ${whole(rate)}/s`);
        bench.say(
          `  bookAppointment on ${store}, ${connections} connections, round ${round}: ${decimals(ratio)} of ${kind.name}`,
        );
      }
      raw.push(line(`bookAppointment on ${store}, ${connections} connections, round ${round}`, result));
    }
  }
  return {
    raw,
    rows: measured.flatMap(({ connections, rates, bare: kinds }) =>
      kinds.map(({ name, target, rates: bareRates, ratios }) => {
        const ratio = median(ratios);
        return {
          measure: `bookAppointment on ${store}, ${connections} connections`,
          target: target === undefined ? `none: of ${name}` : `>= ${target} of ${name}`,
          result: `${decimals(ratio)} (${whole(median(rates))}/s of ${whole(median(bareRates))}/s)`,
          met: target === undefined ? undefined : ratio >= target && failures === 0,
        };
      }),
    ),
  };
}

/** Requests that book that many different free slots of that day, spread over the entities, each by a stranger. */
export async function bookingsOn(
  server: Target,
  date: string,
  count: number,
  entities: readonly BenchEntity[] = entitiesOf(BUSY_ACCOUNTS),
): Promise<LoadRequest[]> {
  const each = Math.ceil(count / entities.length);
  const requests: LoadRequest[] = [];
  const chance = repeatableChance(Date.parse(date));
  for (const entity of entities) {
    const slots = await slotsOf(server, entity, date);
    const step = slots.length / each;
    for (let index = 0; index < each; index += 1) {
      const { avId, slotStart } = slots[Math.floor(index * step)]!;
      const number = requests.length;
      requests.push({
        path: `/webhook/${entity.key}`,
        body: JSON.stringify({
          action: "bookAppointment",
          appointmentTypeId: entity.typeId,
          productId: entity.productIds[PRODUCT],
          slotId: avId,
          start: slotStart,
          booker: {
            ...nameOf(chance),
            phone: `+49341${date.slice(5).replace("-", "")}${String(number).padStart(4, "0")}`,
          },
        }),
      });
    }
  }
  return shuffled(requests, chance).slice(0, count);
}

async function slotsOf(server: Target, { key, typeId, productIds }: BenchEntity, dateTime: string) {
  const bot = new WebhookClient(server.address, key);
  return await bot.slots({ appointmentTypeId: typeId, productId: productIds[PRODUCT], dateTime });
}
