import type { ClientDetails } from "../identity/client.ts";
import { decodeSlotId } from "../scheduling/slot-id.ts";
import type { BookingRecord, BookingWithAgent } from "../store/store.ts";
import { parseTimestamp } from "../time-query/when.ts";
import { type BookingAnswer, type DeskWish, productForDesk } from "./book.ts";
import { CHANGED_MEANWHILE, changeableBooking, isAsSeen, reachBooking } from "./changeable.ts";
import { claimSlot, decisionQuery, refuseAsTaken } from "./claim-slot.ts";
import { type Attempt, commitDecision } from "./commit.ts";
import { Deadline } from "./deadline.ts";
import type { Caller, Desk } from "./desk.ts";
import { earlierUse, type Idempotency, idempotencyRecord } from "./idempotency.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import { hasSlot, reachOffer } from "./reach.ts";
import { verify } from "./verify.ts";

export interface Move {
  readonly entityId?: string | undefined;
  readonly bookingId: string;
  readonly slotIdOld: string;
  readonly slotIdNew: string;
  /** The new slot's, as a timestamp; without an offset it is the entity's local time. */
  readonly start: string;
  readonly idempotency: Idempotency | undefined;
  /** What the caller says to prove whose booking it is. */
  readonly said?: ClientDetails | undefined;
  readonly pin?: string | undefined;
  readonly desk?: DeskWish | undefined;
  /** Of the booking that is to be changed, at the desk. */
  readonly seenVersion?: number | undefined;
}

/** Moves a booking to another slot; the old one is kept until the new one is certain. */
export async function move(desk: Desk, caller: Caller, wish: Move): Promise<Outcome<BookingAnswer>> {
  const deadline = new Deadline();
  const reached = await reachBooking(desk, caller, wish.entityId, wish.bookingId);
  if (!reached.ok) return reached;
  const { business } = reached.value;
  const turn = `${caller.accountId}/${business.entityId}`;
  const moved = await desk.turns.take(turn, deadline, () =>
    commitDecision(desk.store, deadline, () => tryToMove(desk, caller, wish)),
  );
  if (moved === undefined) return refused("unavailable");
  return moved.ok ? done({ booking: moved.value, zone: business.zone }) : moved;
}

async function tryToMove(desk: Desk, caller: Caller, wish: Move): Promise<Attempt<BookingWithAgent>> {
  const earlier = await earlierUse(desk, caller, wish.idempotency);
  if (earlier !== undefined) return { outcome: earlier };
  const reached = await reachBooking(desk, caller, wish.entityId, wish.bookingId);
  if (!reached.ok) return { outcome: reached };
  const { booking, business } = reached.value;
  if (!isAsSeen(booking, wish.seenVersion)) return { outcome: CHANGED_MEANWHILE };
  const verified = await verify(desk, caller, {
    action: "modifyAppointment",
    by: business.verifiedBy,
    clientIds: [booking.bookerId, booking.participantId],
    said: wish.said ?? {},
    pin: wish.pin,
  });
  if (!verified.ok) return { outcome: verified };
  const slot = decodeSlotId(wish.slotIdNew, business.slotKey);
  if (slot === undefined || !hasSlot(business, slot)) return { outcome: refused("unknown_slot") };
  if (slot.start * 60_000 !== parseTimestamp(wish.start, business.zone)) {
    return { outcome: refused("slot_mismatch", { detail: "The new slot does not begin at this start." }) };
  }
  // The desk may want another length at the same slot.
  if (wish.desk === undefined && (await isDoneAlready(desk, caller, booking, wish)))
    return { outcome: done(booking) };
  const now = desk.now();
  const changeable = changeableBooking(caller, business, booking, { slotId: wish.slotIdOld, now });
  if (!changeable.ok) return { outcome: changeable };
  const offer = await reachOffer(desk, caller, wish.entityId, {
    appointmentTypeId: booking.appointmentTypeId,
    productId: booking.productId,
    agentId: undefined,
  });
  if (!offer.ok) return { outcome: offer };
  if (slot.productRef !== offer.value.product.ref) {
    return {
      outcome: refused("slot_mismatch", { detail: "The new slot is not one of the booking's product." }),
    };
  }
  const atDesk = caller.isStaff ? wish.desk : undefined;
  const product = atDesk === undefined ? offer.value.product : productForDesk(offer.value.product, atDesk);
  const wanted = {
    offer: { ...offer.value, product },
    slot,
    now,
    movingBookingId: booking.id,
    isOverruled: atDesk?.isOverruled,
  };
  const basis = await desk.store.decisionBasis(caller.accountId, decisionQuery(wanted));
  const same = basis.sameStart.find(
    (one) => one.id !== booking.id && one.participantId === booking.participantId,
  );
  if (same !== undefined) return { outcome: await refuseAsTaken(desk, wanted, same) };
  const claimed = await claimSlot(desk, wanted, basis);
  if (!claimed.ok) return { outcome: claimed };
  const { agentId, claims, expectedVersions } = claimed.value;
  const { agent: _former, ...before } = booking;
  const after: BookingRecord = {
    ...before,
    agentId,
    slotId: wish.slotIdNew,
    start: slot.start,
    end: slot.start + product.durationMinutes,
    version: before.version + 1,
  };
  return {
    outcome: done({ ...after, agent: business.agents.get(agentId)! }),
    change: {
      accountId: caller.accountId,
      kind: "moved",
      booking: after,
      before,
      claims: claims(booking.id),
      newClients: [],
      expectedConfigurationVersion: business.version,
      expectedVersions,
      idempotency: idempotencyRecord(caller, wish.idempotency, booking.id),
      actor: caller.actor,
      callId: caller.callId,
      at: now,
    },
  };
}

/** Whether this very move was the booking's last change: bots and gateways repeat requests. */
async function isDoneAlready(
  desk: Desk,
  caller: Caller,
  booking: BookingRecord,
  wish: Move,
): Promise<boolean> {
  if (booking.status !== "confirmed" || booking.slotId !== wish.slotIdNew) return false;
  // A slot says nothing of the length that the desk gives it.
  const { durationMinutes } = wish.desk ?? {};
  if (durationMinutes !== undefined && durationMinutes !== booking.end - booking.start) return false;
  if (booking.slotId === wish.slotIdOld) return true;
  const last = (await desk.store.bookingEvents(caller.accountId, booking.id)).at(-1);
  return last?.kind === "moved" && last.before?.slotId === wish.slotIdOld;
}
