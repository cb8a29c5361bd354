import type { Agent, Product } from "../scheduling/business.ts";
import { ANY_AGENT_REF, decodeSlotId, type SlotReference } from "../scheduling/slot-id.ts";
import type { BookingRecord, BookingWithAgent } from "../store/store.ts";
import { matchContext } from "../store/stored-client.ts";
import { parseTimestamp } from "../time-query/when.ts";
import { claimSlot, decisionQuery, refuseAsTaken, type WantedSlot } from "./claim-slot.ts";
import { type Attempt, commitDecision } from "./commit.ts";
import { Deadline } from "./deadline.ts";
import type { Caller, Desk } from "./desk.ts";
import { earlierUse, type Idempotency, idempotencyRecord } from "./idempotency.ts";
import {
  clientSubjects,
  findRepeat,
  identifyParty,
  type PartySaid,
  peopleToLookUp,
  understandParty,
} from "./identify-client.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import { hasSlot, type Offer, reachOffer } from "./reach.ts";
import { proofsOf } from "./verify.ts";

export interface Book extends PartySaid {
  readonly entityId?: string | undefined;
  readonly appointmentTypeId: string;
  readonly productId: string;
  readonly slotId: string;
  /** A timestamp; without an offset it is the entity's local time. */
  readonly start: string;
  readonly idempotency: Idempotency | undefined;
  readonly desk?: DeskWish | undefined;
}

/** What only somebody at the desk can ask for. */
export interface DeskWish {
  /** Another length than the product's. */
  readonly durationMinutes?: number | undefined;
  /** Opening hours, absences, notice and horizon do not count. */
  readonly isOverruled: boolean;
}

/** The product as the desk wants it this time; nothing need be known of its people. */
export function productForDesk(
  product: Product,
  { durationMinutes }: Pick<DeskWish, "durationMinutes">,
): Product {
  const asked = { bookerInfo: [], participantInfo: [] };
  return { ...product, ...asked, durationMinutes: durationMinutes ?? product.durationMinutes };
}

/** A booking with the zone in which to name its times. */
export interface BookingAnswer {
  readonly booking: BookingWithAgent;
  readonly zone: Offer["business"]["zone"];
}

interface Booked {
  readonly booking: BookingWithAgent;
  /** It stood already: nothing was written. */
  readonly isRepeat: boolean;
}

/** Books the slot, or says why not. The same wish of the same client again gets the same booking. */
export async function book(desk: Desk, caller: Caller, wish: Book): Promise<Outcome<BookingAnswer & Booked>> {
  const deadline = new Deadline();
  const offer = await reachOffer(desk, caller, wish.entityId, { ...wish, agentId: undefined });
  if (!offer.ok) return offer;
  const slot = checkSlot(offer.value, wish);
  if (!slot.ok) return slot;
  const turn = `${caller.accountId}/${offer.value.business.entityId}`;
  const booked = await desk.turns.take(turn, deadline, () =>
    commitDecision(desk.store, deadline, () => tryToBook(desk, caller, wish, slot.value)),
  );
  if (booked === undefined) return refused("unavailable");
  return booked.ok ? done({ ...booked.value, zone: offer.value.business.zone }) : booked;
}

async function tryToBook(
  desk: Desk,
  caller: Caller,
  wish: Book,
  slot: SlotReference,
): Promise<Attempt<Booked>> {
  const before = await earlierUse(desk, caller, wish.idempotency);
  if (before !== undefined) return { outcome: before.ok ? repeat(before.value) : before };
  const offer = await reachOffer(desk, caller, wish.entityId, { ...wish, agentId: undefined });
  if (!offer.ok) return { outcome: offer };
  const { business, type } = offer.value;
  const atDesk = caller.isStaff ? wish.desk : undefined;
  const product = atDesk === undefined ? offer.value.product : productForDesk(offer.value.product, atDesk);
  const now = desk.now();
  const wanted = { offer: { ...offer.value, product }, slot, now, isOverruled: atDesk?.isOverruled };
  const query = decisionQuery(wanted);
  const context = matchContext(business, now);
  const said = understandParty(wish, context);
  if (!said.ok) return { outcome: said };
  const subjects = clientSubjects(said.value);
  const people = peopleToLookUp(said.value);
  const basis = await desk.store.decisionBasis(caller.accountId, {
    ...query,
    versionSubjects: [...query.versionSubjects, ...subjects],
    people: people.map(({ lookup }) => lookup),
  });
  const cards = new Map(people.map((person, index) => [person, basis.cards[index]!]));
  // Of all entities: what a call added here must not open the bookings of another branch.
  const proofs = () => proofsOf(desk, { accountId: caller.accountId, entityIds: null });
  const account = { accountId: caller.accountId, context, proofs };
  const party = await identifyParty(desk, account, product, { said: said.value, cards });
  if (!party.ok) return { outcome: party };
  const { bookerId, participantId, newClients, completedClients } = party.value;
  const repeated = await findRepeat(desk, account, basis.sameStart, party.value);
  if (repeated !== undefined) {
    const isAsked = atDesk === undefined || isWith(repeated, business.agents.get(repeated.agentId), wanted);
    return { outcome: isAsked ? repeat(repeated) : await refuseAsTaken(desk, wanted, repeated) };
  }
  const claimed = await claimSlot(desk, wanted, basis);
  if (!claimed.ok) return { outcome: claimed };
  const { agentId, claims, expectedVersions } = claimed.value;
  const booking: BookingRecord = {
    id: desk.newId("bk"),
    entityId: business.entityId,
    appointmentTypeId: type.id,
    productId: product.id,
    agentId,
    bookerId,
    participantId,
    slotId: wish.slotId,
    name: type.name,
    start: slot.start,
    end: slot.start + product.durationMinutes,
    status: "confirmed",
    version: 1,
  };
  const newSubjects = newClients.length === 0 ? [] : subjects;
  return {
    outcome: done({ booking: { ...booking, agent: business.agents.get(agentId)! }, isRepeat: false }),
    change: {
      accountId: caller.accountId,
      kind: "created",
      booking,
      before: undefined,
      claims: claims(booking.id),
      said: { booker: wish.booker, participant: wish.participant ?? null },
      newClients,
      completedClients,
      expectedConfigurationVersion: business.version,
      expectedVersions: new Map([
        ...expectedVersions,
        ...newSubjects.map((subject) => [subject, basis.versions.get(subject) ?? 0] as const),
      ]),
      idempotency: idempotencyRecord(caller, wish.idempotency, booking.id),
      actor: caller.actor,
      callId: caller.callId,
      at: now,
    },
  };
}

const repeat = (booking: BookingWithAgent) => done({ booking, isRepeat: true });

/** The desk may ask for an agent and a length: what the client has already is not it when it has others. */
function isWith(
  { start, end }: BookingRecord,
  agent: Agent | undefined,
  { slot, offer }: WantedSlot,
): boolean {
  const isWithWhom = slot.agentRef === ANY_AGENT_REF || agent?.ref === slot.agentRef;
  return isWithWhom && end - start === offer.product.durationMinutes;
}

function checkSlot({ business, product }: Offer, wish: Book): Outcome<SlotReference> {
  const slot = decodeSlotId(wish.slotId, business.slotKey);
  if (slot === undefined || !hasSlot(business, slot)) return refused("unknown_slot");
  if (slot.productRef !== product.ref) {
    return refused("slot_mismatch", { detail: "The slot is not one of this product." });
  }
  if (slot.start * 60_000 !== parseTimestamp(wish.start, business.zone)) {
    return refused("slot_mismatch", { detail: "The slot does not begin at this start." });
  }
  return done(slot);
}
