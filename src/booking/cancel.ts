import type { ClientDetails } from "../identity/client.ts";
import type { BookingRecord } from "../store/store.ts";
import { parseTimestamp } from "../time-query/when.ts";
import { CHANGED_MEANWHILE, changeableBooking, isAsSeen, reachBooking } from "./changeable.ts";
import { type Attempt, commitDecision } from "./commit.ts";
import { Deadline } from "./deadline.ts";
import type { Caller, Desk } from "./desk.ts";
import { earlierUse, type Idempotency, idempotencyRecord } from "./idempotency.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import { verify } from "./verify.ts";

export interface Cancel {
  readonly entityId?: string | undefined;
  readonly bookingId: string;
  readonly slotId: string;
  /** A timestamp; without an offset it is the entity's local time. */
  readonly start: string;
  readonly idempotency: Idempotency | undefined;
  /** What the caller says to prove whose booking it is. */
  readonly said?: ClientDetails | undefined;
  readonly pin?: string | undefined;
  /** Of the booking that is to be changed, at the desk. */
  readonly seenVersion?: number | undefined;
}

/** Cancels a booking: it is kept, its time is free at once. A repeat changes nothing more. */
export async function cancel(desk: Desk, caller: Caller, wish: Cancel): Promise<Outcome<BookingRecord>> {
  return await commitDecision(desk.store, new Deadline(), () => tryToCancel(desk, caller, wish));
}

async function tryToCancel(desk: Desk, caller: Caller, wish: Cancel): Promise<Attempt<BookingRecord>> {
  const earlier = await earlierUse(desk, caller, wish.idempotency);
  if (earlier !== undefined) return { outcome: earlier };
  const reached = await reachBooking(desk, caller, wish.entityId, wish.bookingId);
  if (!reached.ok) return { outcome: reached };
  const { booking, business } = reached.value;
  if (!isAsSeen(booking, wish.seenVersion)) return { outcome: CHANGED_MEANWHILE };
  const verified = await verify(desk, caller, {
    action: "cancelAppointment",
    by: business.verifiedBy,
    clientIds: [booking.bookerId, booking.participantId],
    said: wish.said ?? {},
    pin: wish.pin,
  });
  if (!verified.ok) return { outcome: verified };
  if (booking.start * 60_000 !== parseTimestamp(wish.start, business.zone)) {
    return { outcome: refused("slot_mismatch", { detail: "The booking does not begin at this start." }) };
  }
  const now = desk.now();
  const changeable = changeableBooking(caller, business, booking, { slotId: wish.slotId, now });
  if (!changeable.ok) {
    const isRepeat = booking.status === "cancelled" && booking.slotId === wish.slotId;
    return { outcome: isRepeat ? done(booking) : changeable };
  }
  const { agent: _agent, ...before } = booking;
  const after: BookingRecord = { ...before, status: "cancelled", version: before.version + 1 };
  return {
    outcome: done(after),
    change: {
      accountId: caller.accountId,
      kind: "cancelled",
      booking: after,
      before,
      claims: [],
      newClients: [],
      expectedConfigurationVersion: undefined,
      expectedVersions: new Map(),
      idempotency: idempotencyRecord(caller, wish.idempotency, booking.id),
      actor: caller.actor,
      callId: caller.callId,
      at: now,
    },
  };
}
