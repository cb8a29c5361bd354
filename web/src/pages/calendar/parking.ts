import { useSyncExternalStore } from "react";
import type { Booking } from "../../../../src/staff-api/wire-types.ts";

/**
 * Bookings that were put aside while a new time is looked for. They keep their time until they are placed, so that
 * nobody loses one by closing the browser; the list itself lasts as long as the tab.
 */
const KEPT_AS = "slotline.parked";

let parked: readonly Booking[] = JSON.parse(sessionStorage.getItem(KEPT_AS) ?? "[]") as Booking[];
const listeners = new Set<() => void>();

function set(next: readonly Booking[]): void {
  parked = next;
  sessionStorage.setItem(KEPT_AS, JSON.stringify(next));
  for (const listener of listeners) listener();
}

export function park(booking: Booking): void {
  set([...parked.filter(({ id }) => id !== booking.id), booking]);
}

export function unpark(bookingId: string): void {
  set(parked.filter(({ id }) => id !== bookingId));
}

export function useParked(): readonly Booking[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => parked,
  );
}
