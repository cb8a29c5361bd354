import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import { sharedValue } from "../../parts/shared-value.ts";

/**
 * Bookings that were put aside while a new time is looked for. They keep their time until they are placed, so that
 * nobody loses one by closing the browser; the list itself lasts as long as the tab.
 */
const KEPT_AS = "slotline.parked";

const parked = sharedValue(JSON.parse(sessionStorage.getItem(KEPT_AS) ?? "[]") as readonly Booking[]);

function keep(next: readonly Booking[]): void {
  sessionStorage.setItem(KEPT_AS, JSON.stringify(next));
  parked.set(next);
}

export function park(booking: Booking): void {
  keep([...parked.get().filter(({ id }) => id !== booking.id), booking]);
}

export function unpark(bookingId: string): void {
  keep(parked.get().filter(({ id }) => id !== bookingId));
}

export const useParked = parked.use;
