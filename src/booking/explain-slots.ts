import { candidateStarts, type Refusal, refusalOf, type Situation } from "../scheduling/availability.ts";
import type { Agent } from "../scheduling/business.ts";
import type { Day } from "../scheduling/calendar-date.ts";
import type { Minute, Range } from "../scheduling/range.ts";
import type { DayRule } from "../scheduling/working-time.ts";
import type { Caller, Desk } from "./desk.ts";
import { occupancyQuery } from "./free-slots.ts";
import { done, type Outcome } from "./outcome.ts";
import { type Offer, reachOffer, reachOwner } from "./reach.ts";

export interface ExplainedAgent {
  readonly agent: Agent;
  /** Where the day's working time comes from. */
  readonly rule: DayRule;
  /** Working time that touches the day. */
  readonly runs: readonly Range[];
  /** Every start on the grid, with why it cannot be had; undefined when it is offered. */
  readonly starts: readonly { readonly start: Minute; readonly refusal: Refusal | undefined }[];
}

/** Every candidate start of a product on a day, asked of the same rule that offers and books. */
export async function explainSlots(
  desk: Desk,
  caller: Caller,
  { productId, agentId, day }: { productId: string; agentId?: string | undefined; day: Day },
): Promise<Outcome<{ readonly offer: Offer; readonly agents: readonly ExplainedAgent[] }>> {
  const owner = await reachOwner(desk, caller, undefined, "product", productId);
  if (!owner.ok) return owner;
  const appointmentTypeId = owner.value.products.get(productId)!.typeId;
  const offer = await reachOffer(desk, caller, undefined, { appointmentTypeId, productId, agentId });
  if (!offer.ok) return offer;
  const { business, product, agents } = offer.value;
  const occupancy = await desk.store.occupancy(caller.accountId, occupancyQuery(offer.value, day, day));
  const now = desk.now();
  const explained = agents.map((agent): ExplainedAgent => {
    const situation: Situation = { business, product, agent, occupancy, now };
    return {
      agent,
      rule: agent.workingTime.ruleOn(day),
      runs: agent.workingTime.runsOn(day),
      starts: candidateStarts(business, agent, product, day).map((start) => ({
        start,
        refusal: refusalOf(situation, start),
      })),
    };
  });
  return done({ offer: offer.value, agents: explained });
}
