import { z } from "zod";
import { phoneForms } from "../identity/phone.ts";
import type { Business } from "../scheduling/business.ts";
import { TimeZone } from "../scheduling/time-zone.ts";
import type { DeskBooking } from "../store/desk-bookings.ts";
import { iso, time } from "./wire.ts";

export const phoneMembers = {
  phoneShown: z.string().nullable().meta({
    description: "The phone as people read it: in the business's own country without a country code",
  }),
  phoneDialled: z.string().nullable().meta({
    description:
      "For `tel:`: E.164, or the phone's digits where they are no whole number; null: nothing to dial",
  }),
};

/** With what a phone number that was typed, spoken or sent by a carrier is shown as, and how it is dialled. */
export function withPhoneForms<Named extends { readonly phone: string | null }>(
  named: Named,
  country: string | undefined,
): Named & { readonly phoneShown: string | null; readonly phoneDialled: string | null } {
  if (named.phone === null) return { ...named, phoneShown: null, phoneDialled: null };
  const { shown, dialled } = phoneForms(named.phone, country);
  return { ...named, phoneShown: shown, phoneDialled: dialled || null };
}

const namedClient = z.object({
  id: z.string(),
  firstname: z.string().nullable(),
  lastname: z.string().nullable(),
  phone: z.string().nullable(),
  ...phoneMembers,
});

export const bookingForm = z
  .object({
    id: z.string(),
    entityId: z.string(),
    appointmentTypeId: z.string(),
    productId: z.string(),
    agentId: z.string(),
    agent: z.object({ firstname: z.string(), lastname: z.string() }),
    name: z.string().meta({ description: "The appointment type's name when it was booked" }),
    start: time,
    end: time,
    status: z.enum(["confirmed", "cancelled"]),
    version: z.number().int(),
    booker: namedClient,
    participant: namedClient,
    note: z.string().nullable(),
    noShow: z.boolean(),
    isNewClient: z.boolean(),
    source: z.enum(["phone", "desk"]),
    callId: z.string().nullable(),
    createdAt: time,
    updatedAt: time,
  })
  .meta({ id: "Booking" });

export type BookingJson = z.output<typeof bookingForm>;

/** The business that an appointment is at, as far as it says how times and numbers are written. */
export type Whose = Pick<Business, "zone" | "country">;

export const NOBODYS: Whose = { zone: TimeZone.named("UTC")!, country: undefined };

export function bookingJson(booking: DeskBooking, { zone, country }: Whose): BookingJson {
  const {
    slotId: _slot,
    bookerId: _booker,
    participantId: _participant,
    start,
    end,
    agent,
    ...rest
  } = booking;
  return {
    ...rest,
    booker: withPhoneForms(rest.booker, country),
    participant: withPhoneForms(rest.participant, country),
    agent: { firstname: agent.firstname, lastname: agent.lastname },
    start: zone.format(start),
    end: zone.format(end),
    createdAt: iso(booking.createdAt),
    updatedAt: iso(booking.updatedAt),
  };
}

export function bookingTag({ version }: Pick<DeskBooking, "version">): string {
  return `"${version}"`;
}
