import type { LoadRequest } from "./load.ts";
import { type BenchEntity, BUSY_ACCOUNTS, entitiesOf } from "./practice.ts";
import { repeatableChance, shuffled } from "./statistics.ts";

/** The product of 30 minutes. */
const PRODUCT = 1;

export function slotsRequest(entity: BenchEntity, dateTime: string, product = PRODUCT): LoadRequest {
  const { key, typeId, productIds } = entity;
  const body = { action: "getSlots", appointmentTypeId: typeId, productId: productIds[product], dateTime };
  return { path: `/webhook/${key}`, body: JSON.stringify(body) };
}

/** What callers of all practices ask: each of them about each of the days, in no order. */
export function everybodysRequests(
  dates: readonly string[],
  entities: readonly BenchEntity[] = entitiesOf(BUSY_ACCOUNTS),
): LoadRequest[] {
  const requests = entities.flatMap((entity) => dates.map((date) => slotsRequest(entity, date)));
  return shuffled(requests, repeatableChance(1));
}

/** `count` dates (`YYYY-MM-DD`) from the day after tomorrow on; every day is open. */
export function comingDates(count: number): string[] {
  const DAY_MS = 86_400_000;
  const first = Date.now() + 2 * DAY_MS;
  return Array.from({ length: count }, (_, day) => new Date(first + day * DAY_MS).toISOString().slice(0, 10));
}
