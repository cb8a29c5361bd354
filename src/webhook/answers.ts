import { z } from "zod";
import type { Slot } from "../booking/slot.ts";
import type { Client } from "../identity/client.ts";
import type { Agent, AppointmentType, Product } from "../scheduling/business.ts";
import { CLIENT_FIELDS } from "../scheduling/configuration.ts";
import type { TimeZone } from "../scheduling/time-zone.ts";
import type { BookingWithAgent } from "../store/store.ts";

/** Wire shapes that several actions answer with, each beside the function that makes it. */

const timestamp = z.string().meta({ format: "date-time", example: "2024-09-16T08:00:00.000+02:00" });
const nullableText = z.string().nullable();

export const slotAnswer = z
  .object({ avId: z.string(), slotStart: timestamp, slotEnd: timestamp, agentId: z.string().optional() })
  .meta({ id: "Slot", description: "`avId` is the `slotId` of the later calls" });

export function wireSlot({ slotId, start, end, agentId }: Slot, zone: TimeZone): z.output<typeof slotAnswer> {
  const slot = { avId: slotId, slotStart: zone.format(start), slotEnd: zone.format(end) };
  return agentId === undefined ? slot : { ...slot, agentId };
}

export const typeAnswer = z.object({ id: z.string(), name: z.string() }).meta({ id: "AppointmentType" });

export function wireType({ id, name }: AppointmentType): z.output<typeof typeAnswer> {
  return { id, name };
}

export const agentAnswer = z
  .object({
    id: z.string(),
    gender: z.enum(["male", "female", "diverse"]).nullable(),
    firstname: z.string(),
    lastname: z.string(),
  })
  .meta({ id: "Agent" });

export function wireAgent({ id, gender, firstname, lastname }: Agent): z.output<typeof agentAnswer> {
  return { id, gender, firstname, lastname };
}

export const productAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    duration: z.number().meta({ description: "Minutes" }),
    description: nullableText,
    price: z.number().meta({ description: "In the entity's currency" }),
  })
  .meta({ id: "Product" });

export function wireProduct(product: Product): z.output<typeof productAnswer> {
  const { id, name, durationMinutes, description, price } = product;
  return { id, name, duration: durationMinutes, description, price };
}

export const clientField = z.enum(CLIENT_FIELDS);

export const userAnswer = z
  .object({
    id: z.string(),
    firstname: nullableText,
    lastname: nullableText,
    lastlame: nullableText.meta({ description: "The seed's spelling; the same value as lastname" }),
    email: nullableText,
    dob: nullableText,
    phone: nullableText,
    street: nullableText,
    zip: nullableText,
    city: nullableText,
    country: nullableText,
  })
  .meta({ id: "User" });

export function wireUser({ id, firstname, lastname, ...rest }: Client): z.output<typeof userAnswer> {
  return { id, firstname, lastname, lastlame: lastname, ...rest };
}

const bookingAgent = z.object({ id: z.string(), firstname: z.string(), lastname: z.string() });

export const bookingAnswer = z
  .object({
    bookingId: z.string(),
    slotId: z.string(),
    start: timestamp,
    end: timestamp,
    status: z.enum(["confirmed", "cancelled"]),
    appointmentTypeId: z.string(),
    productId: z.string(),
    agent: bookingAgent,
    name: z.string().meta({ description: "The appointment type's name" }),
  })
  .meta({ id: "Booking" });

export function wireBooking(booking: BookingWithAgent, zone: TimeZone): z.output<typeof bookingAnswer> {
  return {
    bookingId: booking.id,
    slotId: booking.slotId,
    start: zone.format(booking.start),
    end: zone.format(booking.end),
    status: booking.status,
    appointmentTypeId: booking.appointmentTypeId,
    productId: booking.productId,
    agent: wireBookingAgent(booking),
    name: booking.name,
  };
}

export const listedBookingAnswer = bookingAnswer
  .omit({ status: true })
  .meta({ id: "ListedBooking", description: "A future confirmed booking" });

export function wireListedBooking(
  booking: BookingWithAgent,
  zone: TimeZone,
): z.output<typeof listedBookingAnswer> {
  const { status: _confirmed, ...listed } = wireBooking(booking, zone);
  return listed;
}

function wireBookingAgent({ agent }: BookingWithAgent): z.output<typeof bookingAgent> {
  const { id, firstname, lastname } = agent;
  return { id, firstname, lastname };
}
