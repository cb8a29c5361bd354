import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import { get } from "../../api/client.ts";
import { bookingsQuery, type Entity, queryClient } from "../../api/queries.ts";
import { localOf, nowIn } from "../../time.ts";
import type { Conflict, LocalSpan } from "./choices.ts";

/** As many as an absence of some weeks needs. */
const MOST_TIMES = 50;
/** Requests under way at once. */
const LANES = 4;

/** What is planned: these times will be no working time. */
export interface Planned {
  readonly entity: Entity;
  /** Undefined: the whole business is closed. */
  readonly agentId: string | undefined;
  readonly spans: readonly LocalSpan[];
}

/** Confirmed bookings to come that lie in it, soonest first. */
export async function bookingsIn({ entity, agentId, spans }: Planned): Promise<Booking[]> {
  const first = spans.map(({ start }) => start).sort()[0];
  const last = spans
    .map(({ end }) => end)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) return [];
  const bookings = await bookingsToCome(entity, { first, last, agentId });
  return bookings.filter(({ start, end }) =>
    spans.some((span) => localOf(start) < span.end && span.start < localOf(end)),
  );
}

/** Confirmed ones that have not begun, between two local times, soonest first. */
export async function bookingsToCome(
  entity: Entity,
  wanted: { readonly first: string; readonly last: string; readonly agentId: string | undefined },
): Promise<Booking[]> {
  const now = nowIn(entity.timezone);
  if (wanted.last <= now) return [];
  const from = (wanted.first < now ? now : wanted.first).slice(0, 10);
  const query = bookingsQuery(entity.id, from, wanted.last.slice(0, 10), wanted.agentId);
  const bookings = await queryClient.fetchQuery({ ...query, staleTime: 0 });
  return bookings.filter(({ status, start }) => status === "confirmed" && localOf(start) >= now);
}

/** What could become of them. */
export async function conflictsOf(
  bookings: readonly Booking[],
  { entity, agentId, spans }: Planned,
): Promise<Conflict[]> {
  const products = entity.appointmentTypes.flatMap((type) => type.products);
  const after = spans
    .map(({ end }) => end)
    .sort()
    .at(-1)!;
  const times = new Map<string, Promise<LocalSpan[]>>();
  const timesOf = ({ productId, agentId: who }: Booking) => {
    const key = `${productId} ${who}`;
    const known = times.get(key) ?? freeTimes(productId, who, after, spans);
    times.set(key, known);
    return known;
  };
  return await inLanes(bookings, async (booking): Promise<Conflict> => {
    const product = products.find(({ id }) => id === booking.productId);
    const isOffered = product !== undefined;
    return {
      booking,
      isClass: (product?.capacity ?? 1) > 1,
      buffer: { before: product?.bufferBeforeMinutes ?? 0, after: product?.bufferAfterMinutes ?? 0 },
      times: isOffered ? await timesOf(booking) : [],
      standIns: isOffered && agentId !== undefined ? await standInsFor(booking) : [],
    };
  });
}

async function freeTimes(
  productId: string,
  agentId: string,
  after: string,
  spans: readonly LocalSpan[],
): Promise<LocalSpan[]> {
  const query = { productId, agentId, after, limit: MOST_TIMES };
  const { data } = await get<{ items: LocalSpan[] }>("/next-free", query);
  return data.items
    .map(({ start, end }) => ({ start: localOf(start), end: localOf(end) }))
    .filter((time) => !spans.some((span) => time.start < span.end && span.start < time.end));
}

async function standInsFor({ id }: Booking): Promise<string[]> {
  const { data } = await get<{ items: { agentId: string }[] }>(`/bookings/${id}/stand-ins`);
  return data.items.map(({ agentId }) => agentId);
}

/** The results in the order of what they are of. */
async function inLanes<T, U>(items: readonly T[], work: (item: T) => Promise<U>): Promise<U[]> {
  const results: U[] = [];
  const waiting = items.entries();
  const lane = async () => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return results;
}
