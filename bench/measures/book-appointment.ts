import { WebhookClient } from "../../test/harness/webhook-client.ts";
import type { Bench, Target } from "../bench.ts";
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
const BARE = { SQLite: "node:sqlite", PostgreSQL: "pg" } as const;
const PRODUCT = 1;
/** Days that the getSlots measure does not look at. */
const FIRST_DAY = 35;

/** A new client books a free slot, durably, against a `bare` process that only writes such rows. */
export async function measureBookAppointment(
  bench: Bench,
  server: Target,
  bare: Helper,
  store: keyof typeof BARE,
): Promise<Findings> {
  const { rounds, bookingsARound: count } = bench.plan;
  const dates = comingDates(FIRST_DAY + 2 * (rounds + 1) * CONNECTIONS.length).slice(FIRST_DAY);
  const raw: string[] = [];
  const measured = CONNECTIONS.map((connections) => ({
    connections,
    rates: [] as number[],
    bare: [] as number[],
    ratios: [] as number[],
  }));
  let failures = 0;
  for (let round = 0; round <= rounds; round += 1) {
    for (const { connections, rates, bare: bareRates, ratios } of measured) {
      const date = dates.pop()!;
      const requests = bench.requests(await bookingsOn(server, date, count));
      const loop = await bare.ask<BareWriteResult>({ date, count, connections } satisfies BareWriteJob);
      const result = await bench.load(server, { requestsFile: requests, connections, seconds: "all once" });
      if (round === 0) continue; // warm-up
      rates.push(result.rate);
      bareRates.push(loop.rate);
      ratios.push(result.rate / loop.rate);
      failures += result.failures;
      raw.push(
        `bare ${BARE[store]}, ${connections} connections, round ${round}: ${whole(loop.rate)}/s`,
        line(`bookAppointment on ${store}, ${connections} connections, round ${round}`, result),
      );
      const share = decimals(ratios.at(-1)!);
      bench.say(
        `  bookAppointment on ${store}, ${connections} connections, round ${round}: ${share} of the bare loop`,
      );
    }
  }
  return {
    raw,
    rows: measured.map(({ connections, rates, bare: bareRates, ratios }) => {
      const ratio = median(ratios);
      return {
        measure: `bookAppointment on ${store}, ${connections} connections`,
        target: `>= ${LEAST_RATIO} of bare ${BARE[store]}`,
        result: `${decimals(ratio)} (${whole(median(rates))}/s of ${whole(median(bareRates))}/s)`,
        met: ratio >= LEAST_RATIO && failures === 0,
      };
    }),
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
            firstname: `Erika${number}`,
            lastname: `Musterfrau ${date}`,
            phone: `+49341${date.slice(5).replace("-", "")}${String(number).padStart(4, "0")}`,
          },
        }),
      });
    }
  }
  return shuffled(requests, repeatableChance(count)).slice(0, count);
}

async function slotsOf(server: Target, { key, typeId, productIds }: BenchEntity, dateTime: string) {
  const bot = new WebhookClient(server.address, key);
  return await bot.slots({ appointmentTypeId: typeId, productId: productIds[PRODUCT], dateTime });
}
