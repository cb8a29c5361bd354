import type { Agent, AppointmentType, Business, Product } from "../scheduling/business.ts";
import type { SlotReference } from "../scheduling/slot-id.ts";
import type { OwnedKind } from "../store/store.ts";
import type { Caller, Desk } from "./desk.ts";
import { done, type Outcome, type Reason, refused } from "./outcome.ts";

const UNKNOWN = {
  appointment_type: "unknown_appointment_type",
  product: "unknown_product",
  agent: "unknown_agent",
} as const satisfies Record<OwnedKind, Reason>;

/** The entity of that id, when the caller reaches it. */
export async function reachEntity(desk: Desk, caller: Caller, entityId: string): Promise<Outcome<Business>> {
  const business = reaches(caller, entityId)
    ? await desk.store.business(caller.accountId, entityId)
    : undefined;
  return business === undefined ? refused("unknown_entity") : done(business);
}

/**
 * The entity that owns that id, narrowed to `entityId` when one is given. An id out of reach is answered as one that
 * never existed.
 */
export async function reachOwner(
  desk: Desk,
  caller: Caller,
  entityId: string | undefined,
  kind: OwnedKind,
  id: string,
): Promise<Outcome<Business>> {
  const narrowed = await narrowTo(desk, caller, entityId);
  if (!narrowed.ok) return narrowed;
  const owner = await desk.store.entityOwning(caller.accountId, kind, id);
  const inReach = owner !== undefined && reaches(narrowed.value, owner);
  const business = inReach ? await desk.store.business(caller.accountId, owner) : undefined;
  return business === undefined ? refused(UNKNOWN[kind]) : done(business);
}

/** The caller, reaching only that entity when one is given. */
export async function narrowTo(
  desk: Desk,
  caller: Caller,
  entityId: string | undefined,
): Promise<Outcome<Caller>> {
  if (entityId === undefined) return done(caller);
  const entity = await reachEntity(desk, caller, entityId);
  return entity.ok ? done({ ...caller, entityIds: [entityId] }) : entity;
}

export function reaches(caller: Caller, entityId: string): boolean {
  return caller.entityIds === null || caller.entityIds.includes(entityId);
}

/** Whether the slot is one of this business: one of another business of the account is as unknown as none. */
export function hasSlot(business: Business, { productRef }: SlotReference): boolean {
  return business.productRefs.has(productRef);
}

/** What a request to book or to look for slots is about. */
export interface Wish {
  readonly appointmentTypeId: string;
  readonly productId: string;
  /** Undefined: any agent who performs the type. */
  readonly agentId?: string | undefined;
}

export interface Offer {
  readonly business: Business;
  readonly type: AppointmentType;
  readonly product: Product;
  /** Who may perform it: the wanted agent, or all who do. */
  readonly agents: readonly Agent[];
}

/** Type, product and agent of a wish, when all three exist and belong together. */
export async function reachOffer(
  desk: Desk,
  caller: Caller,
  entityId: string | undefined,
  wish: Wish,
): Promise<Outcome<Offer>> {
  const owner = await reachOwner(desk, caller, entityId, "appointment_type", wish.appointmentTypeId);
  if (!owner.ok) return owner;
  const business = owner.value;
  const type = business.appointmentTypes.get(wish.appointmentTypeId);
  if (type === undefined) return refused("unknown_appointment_type");
  const product = type.products.find((one) => one.id === wish.productId);
  if (product === undefined) {
    const elsewhere = await reachOwner(desk, caller, entityId, "product", wish.productId);
    if (!elsewhere.ok) return elsewhere;
    return refused("slot_mismatch", { detail: "The product does not belong to the appointment type." });
  }
  const agents = type.agents.filter((agent) => wish.agentId === undefined || agent.id === wish.agentId);
  if (wish.agentId !== undefined && agents.length === 0) {
    const elsewhere = await reachOwner(desk, caller, entityId, "agent", wish.agentId);
    if (!elsewhere.ok) return elsewhere;
    return refused("slot_mismatch", { detail: "The agent does not perform the appointment type." });
  }
  return done({ business, type, product, agents });
}
