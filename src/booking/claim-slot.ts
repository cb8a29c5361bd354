import { chooseResources, claimedRange, type Refusal, type Situation } from "../scheduling/availability.ts";
import type { Agent, Product } from "../scheduling/business.ts";
import { claimsOf, classShareKey, resourceSubject, type Subject } from "../scheduling/occupancy.ts";
import type { Minute } from "../scheduling/range.ts";
import { ANY_AGENT_REF, type SlotReference } from "../scheduling/slot-id.ts";
import type {
  BookingRecord,
  DecisionBasis,
  DecisionQuery,
  EpochMilliseconds,
  NewClaim,
} from "../store/store.ts";
import { agentsOfSlot, chooseAgent } from "./choose-agent.ts";
import type { Desk } from "./desk.ts";
import { nearestSlots, occupancyQuery, type Search } from "./free-slots.ts";
import { type Alternatives, done, type Outcome, type Refused, refused } from "./outcome.ts";
import type { Offer } from "./reach.ts";

/** As many as a caller can hold in mind together with the wish itself. */
const ALTERNATIVES_EACH_WAY = 2;

/** A slot that somebody wants to have. */
export interface WantedSlot {
  readonly offer: Offer;
  readonly slot: SlotReference;
  readonly now: EpochMilliseconds;
  readonly movingBookingId?: string | undefined;
  /** Somebody at the desk says so; undefined: a caller, who cannot. */
  readonly isOverruled?: boolean | undefined;
}

/** Who and what a booking of the slot holds, and what its commit must find unchanged. */
export interface Claimed {
  readonly agentId: string;
  readonly claims: (bookingId: string) => NewClaim[];
  readonly expectedVersions: ReadonlyMap<string, number>;
}

/** What `claimSlot` must know of the store. */
export function decisionQuery({ offer, slot }: WantedSlot): DecisionQuery {
  const { business, product } = offer;
  const day = business.zone.dayOf(slot.start);
  const agents = agentsOfSlot(offer.agents, slot.agentRef);
  const query = occupancyQuery({ ...offer, agents }, day, day);
  return {
    ...query,
    subjects: [...query.subjects, ...agents.flatMap((agent) => seatSubjects(product, agent, slot.start))],
    versionSubjects: [
      ...agents.map((agent) => agentDay(agent.id, day)),
      ...(product.maxBookingsPerDay === undefined ? [] : [productDay(product.id, day)]),
    ],
    sameStart: { productId: product.id, start: slot.start },
    idle:
      slot.agentRef === ANY_AGENT_REF
        ? { agentIds: agents.map((agent) => agent.id), before: slot.start }
        : undefined,
  };
}

/** Decides by the one rule whether the slot can be had and by whom; refuses with what could be had instead. */
export async function claimSlot(
  desk: Desk,
  wanted: WantedSlot,
  basis: DecisionBasis,
): Promise<Outcome<Claimed>> {
  const { offer, slot, now, movingBookingId, isOverruled } = wanted;
  const { business, product } = offer;
  const situations = agentsOfSlot(offer.agents, slot.agentRef).map(
    (agent): Situation => ({
      business,
      product,
      agent,
      occupancy: basis.occupancy,
      now,
      movingBookingId,
      isOverruled,
    }),
  );
  const chosen = chooseAgent(situations, slot.start, basis.idleSince);
  if (!chosen.ok) {
    const refusal = atDesk(situations, slot.start, basis) ?? chosen.refusal;
    const reason = refusal?.taken ? "slot_taken" : "slot_not_offered";
    return refused(reason, { alternatives: await alternativesTo(desk, wanted), refusal });
  }
  const { situation } = chosen;
  const day = business.zone.dayOf(slot.start);
  const expected = [agentDay(situation.agent.id, day)];
  if (product.maxBookingsPerDay !== undefined) expected.push(productDay(product.id, day));
  return done({
    agentId: situation.agent.id,
    claims: (bookingId) => claimsFor(situation, slot.start, bookingId),
    expectedVersions: new Map(expected.map((subject) => [subject, basis.versions.get(subject) ?? 0])),
  });
}

/** What somebody else has, where the desk would hear of a rule that it may overrule: it would overrule in vain. */
function atDesk(
  situations: readonly Situation[],
  start: Minute,
  { idleSince }: DecisionBasis,
): Refusal | undefined {
  if (situations.some(({ isOverruled }) => isOverruled !== false)) return undefined;
  const overruled = situations.map((situation) => ({ ...situation, isOverruled: true }));
  const chosen = chooseAgent(overruled, start, idleSince);
  return chosen.ok ? undefined : chosen.refusal;
}

/** Nobody else has it, but the client has the same already. */
export async function refuseAsTaken(
  desk: Desk,
  wanted: WantedSlot,
  { id }: Pick<BookingRecord, "id">,
): Promise<Refused> {
  const refusal = { rule: "client_busy", claim: { bookingId: id } } as const;
  return refused("slot_taken", { alternatives: await alternativesTo(desk, wanted), refusal });
}

async function alternativesTo(desk: Desk, wanted: WantedSlot): Promise<Alternatives> {
  const slots = await nearestSlots(desk, searchLike(wanted), wanted.slot.start, ALTERNATIVES_EACH_WAY);
  return { slots, zone: wanted.offer.business.zone };
}

/** The search that would have offered the slot; a slot of an agent who has left becomes one for any agent. */
function searchLike({ offer, slot, now, movingBookingId }: WantedSlot): Search {
  const agent = offer.agents.find((one) => one.ref === slot.agentRef);
  const agents = agent === undefined ? offer.agents : [agent];
  return { offer: { ...offer, agents }, agentId: agent?.id, now, movingBookingId };
}

function claimsFor(situation: Situation, start: Minute, bookingId: string): NewClaim[] {
  const { agent, product } = situation;
  const range = claimedRange(product, start);
  const isClass = product.capacity > 1;
  const shareKey = isClass ? classShareKey(product.id, agent.id, start) : bookingId;
  const resources = chooseResources(situation, start);
  if (!resources.ok) throw new Error("resources of a start that the rule let pass");
  const claims: NewClaim[] = [
    { ...range, subject: agent.subject, shareKey },
    ...resources.resourceIds.map((id) => ({ ...range, subject: resourceSubject(id), shareKey })),
  ];
  // Two participants may share the agent but never a seat: its claim is the booking's own.
  if (isClass) claims.push({ ...range, subject: freeSeat(situation, start), shareKey: bookingId });
  return claims;
}

function freeSeat({ product, agent, occupancy, movingBookingId }: Situation, start: Minute): Subject {
  const seat = seatSubjects(product, agent, start).find((subject) =>
    claimsOf(occupancy, subject).every((claim) => claim.bookingId === movingBookingId),
  );
  if (seat === undefined) throw new Error("no seat in a class that the rule let pass");
  return seat;
}

function seatSubjects(product: Product, agent: Agent, start: Minute): Subject[] {
  if (product.capacity === 1) return [];
  const shareKey = classShareKey(product.id, agent.id, start);
  return Array.from({ length: product.capacity }, (_, seat) => `seat/${shareKey}/${seat + 1}`);
}

function agentDay(agentId: string, day: number): string {
  return `agent/${agentId}/${day}`;
}

function productDay(productId: string, day: number): string {
  return `product/${productId}/${day}`;
}
