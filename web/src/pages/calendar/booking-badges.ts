import i18next from "i18next";
import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import { CALENDAR } from "./texts.ts";

/** Signs on a booking, each with its word for who does not see it. */
export function bookingSigns(
  booking: Booking,
): { readonly sign: string; readonly name: "byPhone" | "newClient" | "noShow" | "cancelled" | "hasNote" }[] {
  return [
    ...(booking.source === "phone" ? [{ sign: "☎", name: "byPhone" } as const] : []),
    ...(booking.isNewClient ? [{ sign: "★", name: "newClient" } as const] : []),
    ...(booking.note === null ? [] : [{ sign: "✎", name: "hasNote" } as const]),
    ...(booking.noShow ? [{ sign: "⊘", name: "noShow" } as const] : []),
    ...(booking.status === "cancelled" ? [{ sign: "✕", name: "cancelled" } as const] : []),
  ];
}

/** For the grid, which is not drawn by React. */
export function bookingBadges(booking: Booking): Node[] {
  return bookingSigns(booking).map(({ sign, name }) => {
    const badge = document.createElement("span");
    const word = i18next.t(name, { ns: CALENDAR.namespace });
    badge.className = "booking-badge";
    badge.textContent = sign;
    badge.title = word;
    badge.setAttribute("role", "img");
    badge.setAttribute("aria-label", word);
    return badge;
  });
}
