import type { Desk } from "../booking/desk.ts";
import type { AccountConfiguration, EntityConfiguration } from "../scheduling/configuration.ts";
import { claimsOf, resourceSubject } from "../scheduling/occupancy.ts";
import type { Minute } from "../scheduling/range.ts";
import type { DeskBooking } from "../store/desk-bookings.ts";

/** Some years: nothing is booked further ahead. */
const AHEAD_MINUTES = 5 * 366 * 1_440;
const MOST_NAMED = 50;
/** More than any business has ahead of it. */
const ALL = 100_000;

/** What a change takes away from one business. */
interface Gone {
  readonly entityId: string;
  /** The business itself. */
  readonly isWhole: boolean;
  readonly agentIds: readonly string[];
  readonly typeIds: ReadonlySet<string>;
  readonly productIds: ReadonlySet<string>;
  /** By type: who performs it no more. */
  readonly performers: ReadonlyMap<string, readonly string[]>;
  /** Of rooms and devices; with the kind to which one moves, or undefined where it goes. */
  readonly resources: ReadonlyMap<string, string | undefined>;
}

/**
 * Ids of bookings to come that need what is in `before` and no more in `after`, at most 50. A room that becomes one of
 * another kind is taken away from whoever has it, unless the booked product then asks for that kind. An agent who performs
 * a type no more is taken away from its bookings: those could neither be moved nor restored.
 */
export async function bookingsThatNeed(
  { store, now }: Pick<Desk, "store" | "now">,
  before: AccountConfiguration,
  after: AccountConfiguration,
): Promise<string[]> {
  const start = Math.floor(now() / 60_000);
  const ids = new Set<string>();
  for (const entity of before.entities) {
    const later = after.entities.find(({ id }) => id === entity.id);
    for (const id of await inEntity({ store }, before.id, goneOf(entity, later), later, start)) ids.add(id);
  }
  return [...ids].slice(0, MOST_NAMED);
}

function goneOf(entity: EntityConfiguration, later: EntityConfiguration | undefined): Gone {
  const without = (list: readonly { id: string }[], rest: readonly { id: string }[] = []) =>
    list.map(({ id }) => id).filter((id) => !rest.some((one) => one.id === id));
  const productsOf = (one: EntityConfiguration | undefined) =>
    one?.appointmentTypes.flatMap(({ products }) => products) ?? [];
  const poolLater = (id: string) => later?.resources.find((one) => one.id === id)?.pool;
  return {
    entityId: entity.id,
    isWhole: later === undefined,
    agentIds: without(entity.agents, later?.agents),
    typeIds: new Set(without(entity.appointmentTypes, later?.appointmentTypes)),
    productIds: new Set(without(productsOf(entity), productsOf(later))),
    performers: new Map(
      entity.appointmentTypes.map(({ id, agents }) => {
        const rest = later?.appointmentTypes.find((one) => one.id === id)?.agents ?? [];
        return [id, agents.filter((agentId) => !rest.includes(agentId))] as const;
      }),
    ),
    resources: new Map(
      entity.resources
        .filter(({ id, pool }) => poolLater(id) !== pool)
        .map(({ id }) => [id, poolLater(id)] as const),
    ),
  };
}

async function inEntity(
  { store }: Pick<Desk, "store">,
  accountId: string,
  gone: Gone,
  later: EntityConfiguration | undefined,
  start: Minute,
): Promise<string[]> {
  const { entityId, isWhole, agentIds, typeIds, productIds, performers, resources } = gone;
  const read = (most: number, agentId?: string) =>
    store.bookingsBetween(accountId, {
      entityId,
      range: { start, end: start + AHEAD_MINUTES },
      agentId,
      status: "confirmed",
      most,
    });
  const idsOf = (bookings: readonly DeskBooking[]) => bookings.map(({ id }) => id);
  if (isWhole) return idsOf(await read(MOST_NAMED));
  const ids: string[] = [];
  for (const agentId of agentIds) ids.push(...idsOf(await read(MOST_NAMED, agentId)));
  const isSameTeam = [...performers.values()].every((agents) => agents.length === 0);
  if (typeIds.size === 0 && productIds.size === 0 && isSameTeam && resources.size === 0) return ids;
  const bookings = await read(ALL);
  const ofOffer = bookings.filter(
    (one) =>
      typeIds.has(one.appointmentTypeId) ||
      productIds.has(one.productId) ||
      performers.get(one.appointmentTypeId)?.includes(one.agentId),
  );
  ids.push(...idsOf(ofOffer));
  const products = later?.appointmentTypes.flatMap((type) => type.products) ?? [];
  for (const [resourceId, pool] of resources) {
    const having = await bookingsHaving({ store }, accountId, entityId, { resourceId, start });
    const isStillRight = ({ productId }: DeskBooking) =>
      pool !== undefined && (products.find(({ id }) => id === productId)?.resources[pool] ?? 0) > 0;
    ids.push(...idsOf(bookings.filter((one) => having.has(one.id) && !isStillRight(one))));
  }
  return ids;
}

/** Ids of the bookings from that minute on that have the resource. */
async function bookingsHaving(
  { store }: Pick<Desk, "store">,
  accountId: string,
  entityId: string,
  { resourceId, start }: { readonly resourceId: string; readonly start: Minute },
): Promise<ReadonlySet<string>> {
  const subject = resourceSubject(resourceId);
  const business = await store.business(accountId, entityId);
  const occupancy = await store.occupancy(accountId, {
    subjects: [subject],
    window: { start, end: start + AHEAD_MINUTES },
    reachMinutes: business?.longestClaimMinutes ?? 0,
  });
  const claims = claimsOf(occupancy, subject).filter((claim) => claim.end > start);
  return new Set(claims.map(({ bookingId }) => bookingId));
}
