import type { BookingRecord } from "../store/store.ts";
import { cancel } from "./cancel.ts";
import { reachBooking } from "./changeable.ts";
import type { Caller, Desk } from "./desk.ts";
import type { Outcome } from "./outcome.ts";

/** Cancels a booking whenever it is; `restore` undoes it while its time is free. */
export async function cancelAtDesk(
  desk: Desk,
  caller: Caller,
  bookingId: string,
  seenVersion?: number,
): Promise<Outcome<BookingRecord>> {
  const reached = await reachBooking(desk, caller, undefined, bookingId);
  if (!reached.ok) return reached;
  const { booking, business } = reached.value;
  const start = business.zone.format(booking.start);
  const wish = { bookingId, slotId: booking.slotId, start, idempotency: undefined, seenVersion };
  return await cancel(desk, caller, wish);
}
