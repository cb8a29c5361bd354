import {
  candidateStarts,
  chooseResources,
  claimedRange,
  freeStarts,
  type Situation,
} from "../../src/scheduling/availability.ts";
import type { Business } from "../../src/scheduling/business.ts";
import { formatDate, parseDate } from "../../src/scheduling/calendar-date.ts";
import { compileBusiness, longestClaimMinutes } from "../../src/scheduling/compile-business.ts";
import type { EntityConfiguration } from "../../src/scheduling/configuration.ts";
import {
  agentSubject,
  type Claim,
  classShareKey,
  type Occupancy,
  resourceSubject,
} from "../../src/scheduling/occupancy.ts";
import type { ModelBooking } from "./availability-model.ts";
import type { Scenario } from "./random-business.ts";

/** A booking as the model sees it, with what its claims in the engine share. */
export interface DiaryEntry extends ModelBooking {
  readonly shareKey: string;
}

/** The entity as the engine sees it. `all` are the versions of it whose claims can be in the diary. */
export function businessOf(
  entity: EntityConfiguration,
  holidays: readonly string[] = [],
  all: readonly EntityConfiguration[] = [entity],
): Business {
  const products = entity.appointmentTypes.flatMap((type) => type.products);
  return compileBusiness(entity, {
    accountId: "account",
    version: 1,
    slotKey: [1, 2, 3, 4],
    agentRefs: new Map(entity.agents.map(({ id }, index) => [id, index + 1])),
    productRefs: new Map(products.map(({ id }, index) => [id, index + 1])),
    longestClaimMinutes: Math.max(...all.map(longestClaimMinutes)),
    isPublicHoliday: (day) => holidays.includes(formatDate(day)),
  });
}

/** What is taken as the store reports it: one claim for each booking's agent and for each of its resources. */
export function occupancyOf(entries: readonly DiaryEntry[], productId: string): Occupancy {
  const claims = new Map<string, Claim[]>();
  for (const entry of entries) {
    const claim: Claim = {
      start: entry.start - entry.bufferBeforeMinutes,
      end: entry.start + entry.durationMinutes + entry.bufferAfterMinutes,
      bookingId: entry.id,
      shareKey: entry.shareKey,
      slotStart: entry.start,
    };
    for (const subject of [agentSubject(entry.agentId), ...entry.resourceIds.map(resourceSubject)]) {
      claims.set(
        subject,
        [...(claims.get(subject) ?? []), claim].sort((a, b) => a.start - b.start),
      );
    }
  }
  return {
    claims,
    productStarts: entries
      .filter((entry) => entry.productId === productId)
      .map((entry) => ({ bookingId: entry.id, start: entry.start })),
  };
}

/** The diary after the scenario's steps: each books, or moves to, something that the engine offers. */
export function diaryAfter(scenario: Scenario): DiaryEntry[] {
  const { earlierEntity, holidays, date, steps } = scenario;
  const business = {
    ...businessOf(earlierEntity, holidays, [earlierEntity, scenario.entity]),
    minNoticeMinutes: 0,
    horizonMinutes: Number.POSITIVE_INFINITY,
  };
  const allProducts = [...business.products.values()];
  let entries: DiaryEntry[] = [];
  for (const [index, step] of steps.entries()) {
    const moved = step.move === undefined ? undefined : chosen(entries, step.move);
    const repeated = step.again && moved === undefined ? entries.at(-1) : undefined;
    const productId = (moved ?? repeated)?.productId ?? chosen(allProducts, step.product)!.id;
    const product = business.products.get(productId)!;
    const { agents } = business.appointmentTypes.get(product.typeId)!;
    const agent = business.agents.get(repeated?.agentId ?? chosen(agents, step.agent)!.id)!;
    const day =
      repeated === undefined ? parseDate(date)! + step.dayOffset : business.zone.dayOf(repeated.start);
    const occupancy = occupancyOf(entries, productId);
    const situation = { business, product, agent, occupancy, now: 0, movingBookingId: moved?.id };
    const starts = freeStarts(situation, day, candidateStarts(business, agent, product, day));
    const start = starts.find((one) => one === repeated?.start) ?? chosen(starts, step.start);
    if (start === undefined) continue;
    const id = moved?.id ?? `booking${index}`;
    entries = entries.filter((entry) => entry !== moved).concat(entryFor(situation, start, id));
  }
  return entries;
}

function entryFor(situation: Situation, start: number, id: string): DiaryEntry {
  const { product, agent } = situation;
  const resources = chooseResources(situation, start);
  if (!resources.ok) throw new Error(`an offered start has no ${resources.pool}`);
  return {
    id,
    productId: product.id,
    agentId: agent.id,
    start,
    durationMinutes: product.durationMinutes,
    bufferBeforeMinutes: start - claimedRange(product, start).start,
    bufferAfterMinutes: claimedRange(product, start).end - start - product.durationMinutes,
    resourceIds: resources.resourceIds,
    shareKey: product.capacity > 1 ? classShareKey(product.id, agent.id, start) : id,
  };
}

/** The one of them that the number stands for; undefined when there are none. */
export function chosen<T>(from: readonly T[], number: number): T | undefined {
  return from[number % Math.max(1, from.length)];
}
