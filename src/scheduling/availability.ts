import type { Absence, Agent, Business, Product } from "./business.ts";
import type { Day } from "./calendar-date.ts";
import {
  type Claim,
  claimsOf,
  classShareKey,
  type Occupancy,
  resourceSubject,
  type Subject,
} from "./occupancy.ts";
import { firstStartingAt, type Minute, overlaps, type Range } from "./range.ts";

/** Why a start is not free, with what is in the way. `taken` refusals come from other people's bookings. */
export type Refusal =
  | { readonly rule: "outside_working_time" | "off_grid" | "too_soon" | "too_far"; readonly taken: false }
  | { readonly rule: "absent"; readonly taken: false; readonly absence: Absence }
  | { readonly rule: "agent_busy"; readonly taken: true; readonly claim: Claim }
  | { readonly rule: "class_full"; readonly taken: true; readonly seats: number }
  | {
      readonly rule: "resource_busy";
      readonly taken: true;
      readonly pool: string;
      readonly claim: Claim | undefined;
    }
  | { readonly rule: "agent_day_full" | "product_day_full"; readonly taken: true; readonly limit: number };

/** What one decision looks at. `now` is in epoch milliseconds; the rest is in minutes. */
export interface Situation {
  readonly business: Business;
  readonly product: Product;
  readonly agent: Agent;
  readonly occupancy: Occupancy;
  readonly now: number;
  /** A booking that is being moved: its own time, seat and place in the day's count are free. */
  readonly movingBookingId?: string | undefined;
  /** Somebody at the desk says so: working time, absences, notice and horizon do not count; what others have does. */
  readonly isOverruled?: boolean | undefined;
}

/** First and last start that notice and horizon allow; both included. */
export function bookableSpan(business: Business, now: number): { earliest: Minute; latest: Minute } {
  return {
    earliest: Math.ceil(now / 60_000) + business.minNoticeMinutes,
    latest: Math.floor(now / 60_000) + business.horizonMinutes,
  };
}

/** The time a start takes from its agent: the appointment widened by the product's buffers. */
export function claimedRange(product: Product, start: Minute): Range {
  return {
    start: start - product.bufferBeforeMinutes,
    end: start + product.durationMinutes + product.bufferAfterMinutes,
  };
}

/** Every start of that day on the agent's grid whose appointment lies inside working time; sorted. Rule 2. */
export function candidateStarts(business: Business, agent: Agent, product: Product, day: Day): Minute[] {
  const dayStart = business.zone.startOf(day);
  const dayEnd = business.zone.startOf(day + 1);
  const interval = product.slotIntervalMinutes;
  const starts: Minute[] = [];
  for (const run of agent.workingTime.runsOn(day)) {
    const skipped = Math.max(0, Math.ceil((dayStart - run.start) / interval));
    const last = Math.min(dayEnd - 1, run.end - product.durationMinutes);
    for (let start = run.start + skipped * interval; start <= last; start += interval) starts.push(start);
  }
  return starts;
}

/**
 * The one rule: why this start cannot be had, or undefined when it can. What it lets pass is offered by getSlots
 * and may be booked; nothing else is and may.
 */
export function refusalOf(situation: Situation, start: Minute): Refusal | undefined {
  return (
    (situation.isOverruled ? undefined : ownRefusal(situation, start)) ??
    claimRefusal(situation, start) ??
    limitRefusal(situation, situation.business.zone.dayOf(start))
  );
}

/** Refusals of the business itself, whoever has booked. */
function ownRefusal(situation: Situation, start: Minute): Refusal | undefined {
  return workingTimeRefusal(situation, start) ?? spanRefusal(situation, start);
}

/** The candidates of that day that can be had, sorted: `refusalOf` for each, less what candidates fulfil anyway. */
export function freeStarts(situation: Situation, day: Day, candidates: readonly Minute[]): Minute[] {
  if (limitRefusal(situation, day) !== undefined) return [];
  const { earliest, latest } = bookableSpan(situation.business, situation.now);
  return candidates.filter(
    (start) => start >= earliest && start <= latest && claimRefusal(situation, start) === undefined,
  );
}

/** The resources that a booking of this start gets, or the pool that has too few. A class keeps its room. */
export function chooseResources(
  situation: Situation,
  start: Minute,
): { ok: true; resourceIds: string[] } | { ok: false; pool: string; claim: Claim | undefined } {
  const { business, product } = situation;
  const range = claimedRange(product, start);
  const shareKey = sharedBy(situation, start);
  const chosen: string[] = [];
  for (const need of product.needs) {
    const kept: string[] = [];
    const free: string[] = [];
    let inTheWay: Claim | undefined;
    for (const resourceId of business.pools.get(need.pool) ?? []) {
      const subject = resourceSubject(resourceId);
      const blocking = foreignOverlap(situation, subject, range, shareKey);
      if (blocking !== undefined) inTheWay ??= blocking;
      else if (isSharedAlready(situation, subject, range, shareKey)) kept.push(resourceId);
      else free.push(resourceId);
    }
    const usable = [...kept, ...free];
    if (usable.length < need.count) return { ok: false, pool: need.pool, claim: inTheWay };
    chosen.push(...usable.slice(0, need.count));
  }
  return { ok: true, resourceIds: chosen };
}

/** Seats of this class start that are taken, not counting a booking that is being moved. */
export function seatsTaken(situation: Situation, start: Minute): number {
  const shareKey = sharedBy(situation, start);
  const range = claimedRange(situation.product, start);
  let taken = 0;
  for (const claim of claimsBetween(situation, situation.agent.subject, range)) {
    if (claim.shareKey === shareKey && claim.bookingId !== situation.movingBookingId) taken += 1;
  }
  return taken;
}

/** The agent's bookings that start on that day, not counting a booking that is being moved. */
export function agentBookingsOn(situation: Situation, day: Day): Claim[] {
  const { zone } = situation.business;
  const range = { start: zone.startOf(day), end: zone.startOf(day + 1) };
  return claimsBetween(situation, situation.agent.subject, range).filter(
    (claim) =>
      claim.bookingId !== situation.movingBookingId &&
      claim.slotStart >= range.start &&
      claim.slotStart < range.end,
  );
}

function workingTimeRefusal({ business, agent, product }: Situation, start: Minute): Refusal | undefined {
  const day = business.zone.dayOf(start);
  const run = agent.workingTime.runsOn(day).find((one) => one.start <= start && start < one.end);
  if (run === undefined || start + product.durationMinutes > run.end)
    return { rule: "outside_working_time", taken: false };
  return (start - run.start) % product.slotIntervalMinutes === 0
    ? undefined
    : { rule: "off_grid", taken: false };
}

function spanRefusal({ business, now }: Situation, start: Minute): Refusal | undefined {
  const { earliest, latest } = bookableSpan(business, now);
  if (start < earliest) return { rule: "too_soon", taken: false };
  return start > latest ? { rule: "too_far", taken: false } : undefined;
}

function claimRefusal(situation: Situation, start: Minute): Refusal | undefined {
  const { agent, product } = situation;
  const range = claimedRange(product, start);
  for (const absence of situation.isOverruled ? [] : agent.absences) {
    if (absence.start >= range.end) break;
    if (overlaps(absence, range)) return { rule: "absent", taken: false, absence };
  }
  const claim = foreignOverlap(situation, agent.subject, range, sharedBy(situation, start));
  if (claim !== undefined) return { rule: "agent_busy", taken: true, claim };
  if (product.capacity > 1) {
    const seats = seatsTaken(situation, start);
    if (seats >= product.capacity) return { rule: "class_full", taken: true, seats };
  }
  if (product.needs.length > 0) {
    const resources = chooseResources(situation, start);
    if (!resources.ok)
      return { rule: "resource_busy", taken: true, pool: resources.pool, claim: resources.claim };
  }
  return undefined;
}

function limitRefusal(situation: Situation, day: Day): Refusal | undefined {
  const { agent, product, occupancy, movingBookingId } = situation;
  if (agent.maxBookingsPerDay !== undefined) {
    if (agentBookingsOn(situation, day).length >= agent.maxBookingsPerDay)
      return { rule: "agent_day_full", taken: true, limit: agent.maxBookingsPerDay };
  }
  if (product.maxBookingsPerDay !== undefined) {
    const { zone } = situation.business;
    let booked = 0;
    for (const one of occupancy.productStarts) {
      if (one.bookingId !== movingBookingId && zone.dayOf(one.start) === day) booked += 1;
    }
    if (booked >= product.maxBookingsPerDay)
      return { rule: "product_day_full", taken: true, limit: product.maxBookingsPerDay };
  }
  return undefined;
}

/** What claims at this start may share a subject with; undefined when nothing may. */
function sharedBy({ product, agent }: Situation, start: Minute): string | undefined {
  return product.capacity > 1 ? classShareKey(product.id, agent.id, start) : undefined;
}

/** The subject's claims that can reach into the range: sorted by start, a few more than do. */
function claimsBetween({ business, occupancy }: Situation, subject: Subject, range: Range): readonly Claim[] {
  const claims = claimsOf(occupancy, subject);
  const first = firstStartingAt(claims, range.start - business.longestClaimMinutes);
  const last = firstStartingAt(claims, range.end);
  return first === 0 && last === claims.length ? claims : claims.slice(first, last);
}

function isSharedAlready(situation: Situation, subject: Subject, range: Range, shareKey: string | undefined) {
  return (
    shareKey !== undefined &&
    claimsBetween(situation, subject, range).some((claim) => claim.shareKey === shareKey)
  );
}

/** The first claim of the subject in the way of that range: not shared, and not of a booking that is being moved. */
function foreignOverlap(
  { business, occupancy, movingBookingId }: Situation,
  subject: Subject,
  range: Range,
  shareKey: string | undefined,
): Claim | undefined {
  const claims = claimsOf(occupancy, subject);
  let index = firstStartingAt(claims, range.start - business.longestClaimMinutes);
  for (; index < claims.length; index += 1) {
    const claim = claims[index]!;
    if (claim.start >= range.end) return undefined;
    const isInTheWay =
      claim.end > range.start && claim.shareKey !== shareKey && claim.bookingId !== movingBookingId;
    if (isInTheWay) return claim;
  }
  return undefined;
}

/** Days around `day` whose claims can matter to its starts: what to read before deciding. */
export function windowOf(business: Business, firstDay: Day, lastDay: Day): Range {
  const reach = Math.max(business.longestClaimMinutes, 1);
  return {
    start: business.zone.startOf(firstDay) - reach,
    end: business.zone.startOf(lastDay + 1) + reach,
  };
}
