import {
  bookableSpan,
  candidateStarts,
  freeStarts,
  type Situation,
  windowOf,
} from "../scheduling/availability.ts";
import type { Business, Product } from "../scheduling/business.ts";
import type { Day } from "../scheduling/calendar-date.ts";
import { resourceSubject, type Subject } from "../scheduling/occupancy.ts";
import type { Minute } from "../scheduling/range.ts";
import type { EpochMilliseconds, OccupancyQuery } from "../store/store.ts";
import type { Desk } from "./desk.ts";
import type { Offer } from "./reach.ts";
import { type Slot, slotAt, slotKindOf } from "./slot.ts";

export interface Search {
  readonly offer: Offer;
  /** The caller wants this agent and no other; slots then name the agent. */
  readonly agentId: string | undefined;
  readonly now: EpochMilliseconds;
  readonly movingBookingId?: string | undefined;
}

/** Days read at once: a free day is most often near, and a far one should not take a query a day. */
const STRIDES_DAYS = [1, 2, 4, 7, 14, 28] as const;

/** Free slots of those days, both included, soonest first; one read of what is taken. */
export async function freeSlots(desk: Desk, search: Search, firstDay: Day, lastDay: Day): Promise<Slot[]> {
  const days = await startsByDay(desk, search, firstDay, lastDay);
  const kind = slotKindOf(search.offer.business, search.offer.product, search.agentId);
  return days.flat().map((start) => slotAt(kind, start));
}

/** The same of one day. While nothing has changed, the very same list comes back, where a list can be remembered. */
export async function startsOfDay(desk: Desk, search: Search, day: Day): Promise<readonly Minute[]> {
  const [starts] = await startsByDay(desk, search, day, day);
  return starts!;
}

/**
 * Free starts of each of those days. Days are remembered where nothing but bookings can change them: no notice, no
 * horizon, no move; what lies between the first and the last day that is not remembered is read at once.
 */
async function startsByDay(
  desk: Desk,
  search: Search,
  firstDay: Day,
  lastDay: Day,
): Promise<(readonly Minute[])[]> {
  const { offer, agentId, movingBookingId } = search;
  const { business, product } = offer;
  const mark = movingBookingId === undefined ? desk.store.bookingsMark(business.accountId) : undefined;
  /** What a day is remembered by; undefined where it cannot be. */
  const wishes: (string | undefined)[] = [];
  const days: (readonly Minute[] | undefined)[] = [];
  for (let day = firstDay; day <= lastDay; day += 1) {
    const isWhole = mark !== undefined && isWholeDay(search, day);
    const wish = isWhole ? `${product.ref}/${agentId ?? ""}/${day}` : undefined;
    wishes.push(wish);
    days.push(wish === undefined ? undefined : desk.remembered.get(business, wish, mark!));
  }
  const first = days.indexOf(undefined);
  if (first === -1) return days as (readonly Minute[])[];
  const last = days.lastIndexOf(undefined);
  const read = await readStarts(desk, search, firstDay + first, firstDay + last);
  for (const [offset, starts] of read.entries()) {
    const index = first + offset;
    if (days[index] !== undefined) continue;
    days[index] = starts;
    const wish = wishes[index];
    if (wish !== undefined) desk.remembered.set(business, wish, mark!, starts);
  }
  return days as (readonly Minute[])[];
}

/** Whether neither notice nor horizon cuts the day. */
function isWholeDay({ offer, now }: Search, day: Day): boolean {
  const { zone } = offer.business;
  const { earliest, latest } = bookableSpan(offer.business, now);
  return zone.startOf(day) >= earliest && zone.startOf(day + 1) <= latest;
}

async function readStarts(
  desk: Desk,
  { offer, now, movingBookingId }: Search,
  firstDay: Day,
  lastDay: Day,
): Promise<(readonly Minute[])[]> {
  const { business, product, agents } = offer;
  const occupancy = await desk.store.occupancy(business.accountId, {
    ...occupancyQuery(offer, firstDay, lastDay),
    anonymous: lastDay > firstDay && product.capacity === 1 && movingBookingId === undefined,
  });
  const days: (readonly Minute[])[] = [];
  for (let day = firstDay; day <= lastDay; day += 1) {
    let starts: readonly Minute[] = [];
    for (const agent of agents) {
      const situation: Situation = { business, product, agent, occupancy, now, movingBookingId };
      // One free agent is enough: only starts that nobody before could have are asked for.
      const open = without(candidateStarts(business, agent, product, day), starts);
      if (open.length > 0) starts = union(starts, freeStarts(situation, day, open));
    }
    days.push(starts);
  }
  return days;
}

/** The first day from `from` on that has a free slot not before it, with its slots; empty past the horizon. */
export async function soonestSlots(desk: Desk, search: Search, from: Minute): Promise<Slot[]> {
  const { zone } = search.offer.business;
  const { earliest, latest } = bookableSpan(search.offer.business, search.now);
  for await (const slots of strides(desk, search, Math.max(from, earliest), latest)) {
    const first = slots.find((slot) => slot.start >= from);
    if (first === undefined) continue;
    const day = zone.dayOf(first.start);
    return slots.filter((slot) => slot.start >= from && zone.dayOf(slot.start) === day);
  }
  return [];
}

/** Up to `count` free slots on either side of that start, the nearest ones, in time order. */
export async function nearestSlots(
  desk: Desk,
  search: Search,
  start: Minute,
  count: number,
): Promise<Slot[]> {
  const { earliest, latest } = bookableSpan(search.offer.business, search.now);
  const before: Slot[] = [];
  if (start > earliest) {
    for await (const slots of strides(desk, search, start, earliest)) {
      before.unshift(...slots.filter((slot) => slot.start < start));
      if (before.length >= count) break;
    }
  }
  const after: Slot[] = [];
  for await (const slots of strides(desk, search, Math.max(start, earliest), latest)) {
    after.push(...slots.filter((slot) => slot.start > start));
    if (after.length >= count) break;
  }
  return [...before.slice(-count), ...after.slice(0, count)];
}

/** Free slots by stretches of days that grow, from the day of one instant towards the day of the other. */
async function* strides(desk: Desk, search: Search, from: Minute, to: Minute): AsyncGenerator<Slot[]> {
  const { zone } = search.offer.business;
  const last = zone.dayOf(to);
  let day = zone.dayOf(from);
  for (let stride = 0; from <= to ? day <= last : day >= last; stride += 1) {
    const length = STRIDES_DAYS[Math.min(stride, STRIDES_DAYS.length - 1)]!;
    if (from <= to) {
      const end = Math.min(day + length - 1, last);
      yield await freeSlots(desk, search, day, end);
      day = end + 1;
    } else {
      const end = Math.max(day - length + 1, last);
      yield await freeSlots(desk, search, end, day);
      day = end - 1;
    }
  }
}

/** What must be read to decide about starts on those days. */
export function occupancyQuery(
  { business, product, agents }: Offer,
  firstDay: Day,
  lastDay: Day,
): OccupancyQuery {
  return {
    subjects: [...agents.map((agent) => agent.subject), ...resourceSubjects(business, product)],
    window: windowOf(business, firstDay, lastDay),
    reachMinutes: business.longestClaimMinutes,
    productId: product.maxBookingsPerDay === undefined ? undefined : product.id,
  };
}

function resourceSubjects(business: Business, product: Product): Subject[] {
  return product.needs.flatMap(({ pool }) => (business.pools.get(pool) ?? []).map(resourceSubject));
}

/** Both sorted, and so is the result. */
function without(from: readonly Minute[], taken: readonly Minute[]): readonly Minute[] {
  if (taken.length === 0) return from;
  const rest: Minute[] = [];
  let at = 0;
  for (const minute of from) {
    while (at < taken.length && taken[at]! < minute) at += 1;
    if (taken[at] !== minute) rest.push(minute);
  }
  return rest;
}

/** Both sorted and with nothing in common; the result is sorted. */
function union(a: readonly Minute[], b: readonly Minute[]): readonly Minute[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  return [...a, ...b].sort((one, other) => one - other);
}
