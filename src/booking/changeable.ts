import type { Business } from "../scheduling/business.ts";
import type { BookingRecord, BookingWithAgent, EpochMilliseconds } from "../store/store.ts";
import type { Caller, Desk } from "./desk.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import { narrowTo, reaches } from "./reach.ts";

/** The booking and its entity; one out of reach is answered as one that never existed. */
export async function reachBooking(
  desk: Desk,
  caller: Caller,
  entityId: string | undefined,
  bookingId: string,
): Promise<Outcome<{ booking: BookingWithAgent; business: Business }>> {
  const narrowed = await narrowTo(desk, caller, entityId);
  if (!narrowed.ok) return narrowed;
  const booking = await desk.store.booking(caller.accountId, bookingId);
  if (booking === undefined || !reaches(narrowed.value, booking.entityId)) return refused("unknown_booking");
  const business = await desk.store.business(caller.accountId, booking.entityId);
  return business === undefined ? refused("unknown_booking") : done({ booking, business });
}

/** The desk changes what it has seen: what somebody else has changed since is not written over. */
export function isAsSeen({ version }: BookingRecord, seenVersion: number | undefined): boolean {
  return seenVersion === undefined || version === seenVersion;
}

export const CHANGED_MEANWHILE = refused("slot_mismatch", {
  detail: "Somebody else has changed the booking meanwhile.",
});

/** Whether a booking may still be moved or cancelled by somebody who names its slot. */
export function changeableBooking(
  caller: Caller,
  business: Business,
  booking: BookingRecord,
  { slotId, now }: { readonly slotId: string; readonly now: EpochMilliseconds },
): Outcome<undefined> {
  if (booking.slotId !== slotId) {
    return refused("slot_mismatch", { detail: "The slot is not the one that the booking has." });
  }
  if (booking.status === "cancelled") {
    return refused("not_changeable", { detail: "The booking is cancelled already." });
  }
  if (caller.isStaff) return done(undefined);
  const start = booking.start * 60_000;
  if (start <= now) return refused("not_changeable", { detail: "The appointment has begun or is over." });
  if (start - business.changeNoticeMinutes * 60_000 < now) {
    const hours = Math.round((business.changeNoticeMinutes / 60) * 10) / 10;
    return refused("not_changeable", {
      detail: `Appointments can be changed up to ${hours} hours before they begin.`,
    });
  }
  return done(undefined);
}
