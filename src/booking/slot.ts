import type { Business, Product, SlotKey } from "../scheduling/business.ts";
import type { Minute } from "../scheduling/range.ts";
import { ANY_AGENT_REF, encodeSlotId, type SlotReference } from "../scheduling/slot-id.ts";

/** A bookable start, or where a booking stands. */
export interface Slot {
  readonly slotId: string;
  readonly start: Minute;
  readonly end: Minute;
  /** Undefined: any agent who performs the type. */
  readonly agentId: string | undefined;
}

/** What slots of one search have in common: all but their start. */
export interface SlotKind extends Omit<SlotReference, "start"> {
  readonly durationMinutes: number;
  readonly agentId: string | undefined;
  readonly key: SlotKey;
}

/** Slots of that product; with an agent they are this agent's and name the agent. */
export function slotKindOf(business: Business, product: Product, agentId: string | undefined): SlotKind {
  return {
    productRef: product.ref,
    agentRef: agentId === undefined ? ANY_AGENT_REF : business.agents.get(agentId)!.ref,
    durationMinutes: product.durationMinutes,
    agentId,
    key: business.slotKey,
  };
}

export function slotAt(kind: SlotKind, start: Minute): Slot {
  const { productRef, agentRef, durationMinutes, agentId, key } = kind;
  const slotId = encodeSlotId({ productRef, agentRef, start }, key);
  return { slotId, start, end: start + durationMinutes, agentId };
}
