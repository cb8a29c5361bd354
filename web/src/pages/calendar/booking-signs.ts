import type { Booking } from "../../../../src/staff-api/wire-types.ts";

export const SIGN_NAMES = ["byPhone", "newClient", "hasNote", "noShow", "cancelled"] as const;

/** A sign on a booking, with its word for who does not see it. */
export interface BookingSign {
  readonly sign: string;
  readonly name: (typeof SIGN_NAMES)[number];
}

export function bookingSigns(booking: Booking): BookingSign[] {
  return [
    ...(booking.source === "phone" ? [{ sign: "☎", name: "byPhone" } as const] : []),
    ...(booking.isNewClient ? [{ sign: "★", name: "newClient" } as const] : []),
    ...(booking.note === null ? [] : [{ sign: "✎", name: "hasNote" } as const]),
    ...(booking.noShow ? [{ sign: "⊘", name: "noShow" } as const] : []),
    ...(booking.status === "cancelled" ? [{ sign: "✕", name: "cancelled" } as const] : []),
  ];
}
