import { carrierE164 } from "../identity/phone.ts";
import type { Agent, AppointmentType, Business, Product } from "../scheduling/business.ts";
import type { Caller, Desk } from "./desk.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import { narrowTo, reachEntity, reaches, reachOwner } from "./reach.ts";

/** The entity that answers that telephony endpoint: by its exact id, else by the E.164 form of either. */
export async function entityForSipId(
  desk: Desk,
  caller: Caller,
  entityId: string | undefined,
  sipId: string,
): Promise<Outcome<string>> {
  const narrowed = await narrowTo(desk, caller, entityId);
  if (!narrowed.ok) return narrowed;
  const { accountId } = caller;
  const [first] = caller.entityIds ?? (await desk.store.entityIds(accountId));
  const country = first === undefined ? undefined : (await desk.store.business(accountId, first))?.country;
  const found = await desk.store.entityForSipId(accountId, sipId, carrierE164(sipId, country));
  return found === undefined || !reaches(narrowed.value, found) ? refused("unknown_sip") : done(found);
}

export async function businessName(desk: Desk, caller: Caller, entityId: string): Promise<Outcome<string>> {
  const business = await reachEntity(desk, caller, entityId);
  return business.ok ? done(business.value.name) : business;
}

/** Types with at least one product and one agent, in the owner's order. */
export async function bookableTypes(
  desk: Desk,
  caller: Caller,
  entityId: string,
): Promise<Outcome<readonly AppointmentType[]>> {
  const business = await reachEntity(desk, caller, entityId);
  return business.ok ? done(bookableTypesOf(business.value)) : business;
}

export async function agentsOfType(
  desk: Desk,
  caller: Caller,
  entityId: string | undefined,
  appointmentTypeId: string,
): Promise<Outcome<readonly Agent[]>> {
  const type = await typeOf(desk, caller, entityId, appointmentTypeId);
  return type.ok ? done(type.value.agents) : type;
}

export async function productsOfType(
  desk: Desk,
  caller: Caller,
  entityId: string | undefined,
  appointmentTypeId: string,
): Promise<Outcome<readonly Product[]>> {
  const type = await typeOf(desk, caller, entityId, appointmentTypeId);
  return type.ok ? done(type.value.products) : type;
}

export async function productOf(
  desk: Desk,
  caller: Caller,
  entityId: string | undefined,
  productId: string,
): Promise<Outcome<Product>> {
  const business = await reachOwner(desk, caller, entityId, "product", productId);
  if (!business.ok) return business;
  const product = business.value.products.get(productId);
  return product === undefined ? refused("unknown_product") : done(product);
}

export function bookableTypesOf(business: Business): AppointmentType[] {
  return [...business.appointmentTypes.values()].filter(
    (type) => type.agents.length > 0 && type.products.length > 0,
  );
}

async function typeOf(
  desk: Desk,
  caller: Caller,
  entityId: string | undefined,
  appointmentTypeId: string,
): Promise<Outcome<AppointmentType>> {
  const business = await reachOwner(desk, caller, entityId, "appointment_type", appointmentTypeId);
  if (!business.ok) return business;
  const type = business.value.appointmentTypes.get(appointmentTypeId);
  return type === undefined ? refused("unknown_appointment_type") : done(type);
}
