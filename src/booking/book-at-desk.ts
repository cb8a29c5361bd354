import type { ClientDetails } from "../identity/client.ts";
import type { Agent, Business, Product } from "../scheduling/business.ts";
import type { Minute } from "../scheduling/range.ts";
import { ANY_AGENT_REF, encodeSlotId } from "../scheduling/slot-id.ts";
import { book } from "./book.ts";
import type { Caller, Desk } from "./desk.ts";
import type { Idempotency } from "./idempotency.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import { reachOwner } from "./reach.ts";

export interface BookAtDesk {
  readonly productId: string;
  /** Undefined: whoever is free, as callers get somebody. */
  readonly agentId: string | undefined;
  readonly start: Minute;
  /** Undefined: the product's. */
  readonly durationMinutes: number | undefined;
  readonly isOverruled: boolean;
  readonly booker: ClientDetails;
  /** Undefined: the booker attends. */
  readonly participant: ClientDetails | undefined;
  readonly idempotency: Idempotency | undefined;
}

/** Books any minute that is free, by the same rule as a caller; the desk may overrule the business. */
export async function bookAtDesk(
  desk: Desk,
  caller: Caller,
  wish: BookAtDesk,
): Promise<Outcome<{ readonly bookingId: string; readonly isRepeat: boolean }>> {
  const owner = await reachOwner(desk, caller, undefined, "product", wish.productId);
  if (!owner.ok) return owner;
  const business = owner.value;
  const product = business.products.get(wish.productId)!;
  const agent = wish.agentId === undefined ? undefined : business.agents.get(wish.agentId);
  if (wish.agentId !== undefined && agent === undefined) return refused("unknown_agent");
  if (agent !== undefined && !performs(agent, product, business)) {
    return refused("invalid_request", NOT_PERFORMED);
  }
  await makeRoom(desk, business, product, wish.durationMinutes);
  const { start, durationMinutes, isOverruled } = wish;
  const reference = { productRef: product.ref, agentRef: agent?.ref ?? ANY_AGENT_REF, start };
  const booked = await book(desk, caller, {
    appointmentTypeId: product.typeId,
    productId: product.id,
    slotId: encodeSlotId(reference, business.slotKey),
    start: business.zone.format(start),
    booker: wish.booker,
    participant: wish.participant,
    idempotency: wish.idempotency,
    desk: { durationMinutes, isOverruled },
  });
  if (!booked.ok) return booked;
  return done({ bookingId: booked.value.booking.id, isRepeat: booked.value.isRepeat });
}

/** What nobody can overrule: whoever does not perform a service is not asked when they could. */
export function performs(agent: Agent, { typeId }: Product, { appointmentTypes }: Business): boolean {
  return appointmentTypes.get(typeId)?.agents.includes(agent) === true;
}

export const NOT_PERFORMED = {
  issues: [{ path: "agentId", message: "does not perform this product" }],
} as const;

/** A longer claim than the business ever had would be overlooked by who reads what is taken. */
export async function makeRoom(
  desk: Desk,
  business: Business,
  product: Product,
  durationMinutes = product.durationMinutes,
): Promise<void> {
  const minutes = product.bufferBeforeMinutes + durationMinutes + product.bufferAfterMinutes;
  if (minutes <= business.longestClaimMinutes) return;
  await desk.store.allowLongerClaims(business.accountId, business.entityId, minutes);
}
