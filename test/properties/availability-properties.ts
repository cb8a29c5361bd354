import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import {
  candidateStarts,
  freeStarts,
  refusalOf,
  type Situation,
  windowOf,
} from "../../src/scheduling/availability.ts";
import { parseDate } from "../../src/scheduling/calendar-date.ts";
import type { EntityConfiguration } from "../../src/scheduling/configuration.ts";
import type { Occupancy } from "../../src/scheduling/occupancy.ts";
import { overlaps, type Range } from "../../src/scheduling/range.ts";
import {
  type EpochMinute,
  offeredStartsOfAnyAgent,
  type Reason,
  reasonsByMinute,
  widened,
} from "./availability-model.ts";
import { businessOf, chosen, type DiaryEntry, diaryAfter, occupancyOf } from "./diary.ts";
import { scenarios } from "./random-business.ts";

/** As many as a slow machine checks in half a minute; a soak checks the same properties more often. */
export const RUNS = 1_200;

/** One question to both, engine and model. */
export interface Inquiry {
  readonly entity: EntityConfiguration;
  /** Versions of the entity whose bookings are in the diary. */
  readonly earlierEntity?: EntityConfiguration;
  readonly holidays?: readonly string[];
  readonly entries?: readonly DiaryEntry[];
  readonly productId: string;
  readonly agentId: string;
  readonly date: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly movingBookingId?: string | undefined;
}

/** Throws where engine and model disagree; returns the starts that both offer. */
export function offeredByBoth(inquiry: Inquiry): EpochMinute[] {
  const { entity, earlierEntity = entity, holidays = [], entries = [], date } = inquiry;
  const business = businessOf(entity, holidays, [entity, earlierEntity]);
  const product = business.products.get(inquiry.productId)!;
  const agent = business.agents.get(inquiry.agentId)!;
  const day = parseDate(date)!;
  const situation: Situation = {
    business,
    product,
    agent,
    occupancy: inWindow(occupancyOf(entries, product.id), windowOf(business, day, day)),
    now: inquiry.now,
    movingBookingId: inquiry.movingBookingId,
  };
  const expected = reasonsByMinute({
    ...inquiry,
    bookings: entries,
    isPublicHoliday: (one) => holidays.includes(one),
  });
  const offered = [...expected.keys()].filter((start) => expected.get(start)!.length === 0);

  const asText = (starts: readonly EpochMinute[]) => starts.map((start) => business.zone.format(start));
  const free = freeStarts(situation, day, candidateStarts(business, agent, product, day));
  deepStrictEqual(asText(free), asText(offered), "getSlots' way");
  for (const [start, reasons] of expected) {
    checkRefusal(refusalOf(situation, start)?.rule, reasons, business.zone.format(start));
  }
  return offered;
}

/** The engine names one of the reasons, and none where there is none. */
function checkRefusal(rule: Reason | undefined, reasons: readonly Reason[], at: string): void {
  if (rule === undefined) deepStrictEqual(reasons, [], `${at} is let pass`);
  else ok(reasons.includes(rule), `${at} is refused as ${rule}, but only these hold: [${reasons.join()}]`);
}

/** What a store would return for that window: nothing that neither reaches into it nor starts in it. */
function inWindow({ claims, productStarts }: Occupancy, window: Range): Occupancy {
  return {
    claims: new Map(
      [...claims].map(([subject, all]) => [subject, all.filter((one) => overlaps(one, window))]),
    ),
    productStarts: productStarts.filter((one) => one.start >= window.start && one.start < window.end),
  };
}

/** Mostly the product and the agent that most bookings are for. */
const askedAbout = fc.constantFrom(0, 0, 1, 2, 3);

export const engineAgreesWithModel = fc.property(
  scenarios,
  askedAbout,
  askedAbout,
  (scenario, product, agent) => {
    const { entity, earlierEntity, holidays, date, now } = scenario;
    const entries = diaryAfter(scenario);
    const products = entity.appointmentTypes.flatMap((type) => type.products);
    offeredByBoth({
      entity,
      earlierEntity,
      holidays,
      entries,
      productId: chosen(products, product)!.id,
      agentId: chosen(entity.agents, agent)!.id,
      date,
      now,
      movingBookingId: scenario.moving === undefined ? undefined : chosen(entries, scenario.moving)?.id,
    });
  },
);

/** Rule 6, as getSlots asks without an agent: what one of them can do is offered once. */
export const anyAgentOffersTheUnion = fc.property(scenarios, askedAbout, (scenario, asked) => {
  const { entity, earlierEntity, holidays, date, now } = scenario;
  const entries = diaryAfter(scenario);
  const business = businessOf(entity, holidays, [entity, earlierEntity]);
  const product = chosen([...business.products.values()], asked)!;
  const occupancy = occupancyOf(entries, product.id);
  const day = parseDate(date)!;
  const union = new Set<EpochMinute>();
  for (const agent of business.appointmentTypes.get(product.typeId)!.agents) {
    const situation = { business, product, agent, occupancy, now };
    for (const start of freeStarts(situation, day, candidateStarts(business, agent, product, day))) {
      union.add(start);
    }
  }
  const isPublicHoliday = (one: string) => holidays.includes(one);
  const question = { entity, bookings: entries, productId: product.id, now, date, isPublicHoliday };
  const expected = offeredStartsOfAnyAgent(question);
  deepStrictEqual(
    [...union].sort((a, b) => a - b),
    expected,
  );
});

/** Every step of the scenario booked, or moved to, something that was offered. */
export const whatIsOfferedCanBeBookedTogether = fc.property(scenarios, (scenario) => {
  const entries = diaryAfter(scenario);
  const products = scenario.earlierEntity.appointmentTypes.flatMap((type) => type.products);
  for (const [index, one] of entries.entries()) {
    for (const other of entries.slice(index + 1)) {
      if (one.shareKey === other.shareKey) {
        deepStrictEqual(one.resourceIds, other.resourceIds, "a class has one room");
        continue;
      }
      if (!overlaps(widened(one), widened(other))) continue;
      ok(one.agentId !== other.agentId, "an agent does one thing at a time");
      ok(!one.resourceIds.some((id) => other.resourceIds.includes(id)), "a resource does too");
    }
    const product = products.find(({ id }) => id === one.productId)!;
    const needed = Object.values(product.resources).reduce((sum, count) => sum + count, 0);
    strictEqual(new Set(one.resourceIds).size, needed, "as many resources as needed");
    const classSize = entries.filter(({ shareKey }) => shareKey === one.shareKey).length;
    ok(classSize <= product.capacity, "no more participants than seats");
  }
});
