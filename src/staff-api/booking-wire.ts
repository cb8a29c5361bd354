import { z } from "zod";
import type { TimeZone } from "../scheduling/time-zone.ts";
import type { DeskBooking } from "../store/desk-bookings.ts";
import { iso } from "./wire.ts";

const namedClient = z.object({
  id: z.string(),
  firstname: z.string().nullable(),
  lastname: z.string().nullable(),
  phone: z.string().nullable(),
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
    start: z.string(),
    end: z.string(),
    status: z.enum(["confirmed", "cancelled"]),
    version: z.number().int(),
    booker: namedClient,
    participant: namedClient,
    note: z.string().nullable(),
    noShow: z.boolean(),
    isNewClient: z.boolean(),
    source: z.enum(["phone", "desk"]),
    callId: z.string().nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: "Booking" });

export type BookingJson = z.output<typeof bookingForm>;

export function bookingJson(booking: DeskBooking, zone: TimeZone): BookingJson {
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
