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

/** How many days to read at once when so many times nothing was found. */
export function strideDays(stride: number): number {
  return STRIDES_DAYS[Math.min(stride, STRIDES_DAYS.length - 1)]!;
}

/** Free slots of those days, both included, soonest first; one read of what is taken. */
export async function freeSlots(desk: Desk, search: Search, firstDay: Day, lastDay: Day): Promise<Slot[]> {
  const days = Array.from({ length: lastDay - firstDay + 1 }, (_, offset) => firstDay + offset);
  const starts = await startsOfDays(desk, search, days);
  const kind = slotKindOf(search.offer.business, search.offer.product, search.agentId);
  return starts.flat().map((start) => slotAt(kind, start));
}

/**
 * Free starts of one day, soonest first. While nothing has changed, the very same list comes back, where a day can be
 * remembered: where nothing but bookings can change it, that is no notice, no horizon, no move.
 */
export async function startsOfDay(desk: Desk, search: Search, day: Day): Promise<readonly Minute[]> {
  const { business } = search.offer;
  const mark = markOf(desk, search);
  const wish = mark === undefined ? undefined : wishOf(search, day);
  const known = wish === undefined ? undefined : desk.remembered.get(business, wish, mark!);
  if (known !== undefined) return known;
  const [starts] = await readStarts(desk, search, [day]);
  if (wish !== undefined) desk.remembered.set(business, wish, mark!, starts!);
  return starts!;
}

/** The same of each of those days, which are sorted; those that are not remembered are read at once. */
export async function startsOfDays(
  desk: Desk,
  search: Search,
  days: readonly Day[],
): Promise<readonly (readonly Minute[])[]> {
  const { business } = search.offer;
  const mark = markOf(desk, search);
  const found = new Map<Day, readonly Minute[]>();
  /** Not remembered, each with what to remember it by; undefined where it cannot be. */
  const unread = new Map<Day, string | undefined>();
  for (const day of days) {
    const wish = mark === undefined ? undefined : wishOf(search, day);
    const known = wish === undefined ? undefined : desk.remembered.get(business, wish, mark!);
    if (known === undefined) unread.set(day, wish);
    else found.set(day, known);
  }
  const read = await readStarts(desk, search, [...unread.keys()]);
  for (const [index, [day, wish]] of [...unread].entries()) {
    found.set(day, read[index]!);
    if (wish !== undefined) desk.remembered.set(business, wish, mark!, read[index]!);
  }
  return days.map((day) => found.get(day)!);
}

/** What remembered days are as good as; undefined when none can be used: for a move, or another length than the product's own. */
function markOf(desk: Desk, { offer, movingBookingId }: Search): object | undefined {
  const { business, product } = offer;
  const isOwn = product.durationMinutes === business.products.get(product.id)?.durationMinutes;
  return isOwn && movingBookingId === undefined ? desk.store.bookingsMark(business.accountId) : undefined;
}

/** What a day is remembered by; undefined where notice or horizon cuts it. */
function wishOf(search: Search, day: Day): string | undefined {
  if (!isWholeDay(search, day)) return undefined;
  return `${search.offer.product.ref}/${search.agentId ?? ""}/${day}`;
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
  days: readonly Day[],
): Promise<(readonly Minute[])[]> {
  const firstDay = days[0];
  if (firstDay === undefined) return [];
  const lastDay = days.at(-1)!;
  const { business, product, agents } = offer;
  const occupancy = await desk.store.occupancy(business.accountId, {
    ...occupancyQuery(offer, firstDay, lastDay),
    anonymous: lastDay > firstDay && product.capacity === 1 && movingBookingId === undefined,
  });
  return days.map((day) => {
    let starts: readonly Minute[] = [];
    for (const agent of agents) {
      const situation: Situation = { business, product, agent, occupancy, now, movingBookingId };
      // One free agent is enough: only starts that nobody before could have are asked for.
      const open = without(candidateStarts(business, agent, product, day), starts);
      if (open.length > 0) starts = union(starts, freeStarts(situation, day, open));
    }
    return starts;
  });
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
    const length = strideDays(stride);
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
