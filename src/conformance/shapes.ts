import { z } from "zod";

/** The answers as the protocol's documentation shows them; members beyond these are passed over. */

const id = z.string().min(1);

const type = z.object({ id, name: z.string().min(1) });

const agent = z.object({
  id,
  gender: z.string().nullish(),
  firstname: z.string(),
  lastname: z.string(),
});

const product = z.object({
  id,
  name: z.string().min(1),
  /** Minutes. */
  duration: z.number().positive(),
  description: z.string().nullish(),
  price: z.number().nonnegative().nullish(),
});

const slot = z.object({
  avId: id,
  slotStart: z.string(),
  slotEnd: z.string(),
  agentId: z.string().nullish(),
});

export const USER_MEMBERS = [
  "firstname",
  "lastname",
  "lastlame",
  "email",
  "dob",
  "phone",
  "street",
  "zip",
  "city",
  "country",
] as const;

const fieldNames = z.array(z.enum(USER_MEMBERS));

export const SHAPES = {
  entity: z.object({ entityId: id }),
  name: z.object({ name: z.string().min(1) }),
  types: z.array(type),
  agents: z.array(agent),
  products: z.array(product),
  typesWithProducts: z.array(type.extend({ products: z.array(product) })),
  slots: z.array(slot),
  required: z.object({ bookerInfo: fieldNames, participantInfo: fieldNames }),
  users: z.array(z.object({ id })),
  bookings: z.array(
    z.object({ bookingId: id, name: z.string(), slotId: id, start: z.string(), productId: id }),
  ),
  booked: z.object({
    bookingId: id,
    slotId: id,
    start: z.string(),
    end: z.string(),
    status: z.literal("confirmed"),
  }),
} as const;

export type Product = z.infer<typeof product>;
export type Slot = z.infer<typeof slot>;
export type Agent = z.infer<typeof agent>;
export type RequiredInfo = z.infer<(typeof SHAPES)["required"]>;
export type ListedBooking = z.infer<(typeof SHAPES)["bookings"]>[number];
