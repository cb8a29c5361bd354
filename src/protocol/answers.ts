import { z } from "zod";

/**
 * What the webhook answers, as the protocol's documentation shows it. Members beyond these are passed over; those that only
 * the contract's reading of the protocol has are optional, so that every server of the protocol can be read.
 */

const id = z.string().min(1);
/** ISO 8601 with an offset; its first 16 characters are the wall clock's time. */
const time = z.string();

/** Of a `User`, by which clients are known and asked for. */
export const USER_FIELDS = [
  "firstname",
  "lastname",
  "dob",
  "phone",
  "email",
  "street",
  "zip",
  "city",
  "country",
] as const;

export type UserField = (typeof USER_FIELDS)[number];

const userField = z.enum(USER_FIELDS);

export const appointmentType = z.object({ id, name: z.string().min(1) });

export const agent = z.object({
  id,
  gender: z.string().nullish(),
  firstname: z.string(),
  lastname: z.string(),
});

export const product = z.object({
  id,
  name: z.string().min(1),
  /** Minutes. */
  duration: z.number().positive(),
  description: z.string().nullish(),
  /** In the business's currency. */
  price: z.number().nonnegative().nullish(),
});

export const typeWithProducts = appointmentType.extend({ products: z.array(product) });

/** `avId` is the `slotId` of the later requests. */
export const slot = z.object({ avId: id, slotStart: time, slotEnd: time, agentId: z.string().nullish() });

/** What must be asked before a product can be booked. */
export const requiredInfo = z.object({
  bookerInfo: z.array(userField),
  participantInfo: z.array(userField),
});

const known = z.string().nullish();

/** `dob` is `YYYY-MM-DD`; `lastlame` is the documentation's spelling of `lastname`. */
export const user = z.object({
  id,
  firstname: known,
  lastname: known,
  lastlame: known,
  email: known,
  dob: known,
  phone: known,
  street: known,
  zip: known,
  city: known,
  country: known,
});

const bookingAgent = z.object({ id, firstname: z.string(), lastname: z.string() });

export const listedBooking = z.object({
  bookingId: id,
  /** The appointment type's. */
  name: z.string(),
  slotId: id,
  start: time,
  productId: id,
  end: time.optional(),
  appointmentTypeId: id.optional(),
  agent: bookingAgent.optional(),
});

/** What was booked or moved. The documentation shows no answer; this is the contract's. */
export const booking = z.object({
  bookingId: id,
  slotId: id,
  start: time,
  end: time,
  status: z.literal("confirmed"),
  appointmentTypeId: id.optional(),
  productId: id.optional(),
  agent: bookingAgent.optional(),
  name: z.string().optional(),
});

export const cancellation = z.object({ bookingId: id, status: z.literal("cancelled") });

/** A member that may be missing; one in another form is as good as missing, and costs none of the others. */
const ifReadable = <T extends z.ZodType>(member: T) => member.optional().catch(undefined);

/** What a server says when it refuses; the documentation has no errors, so that any member may be missing. */
export const problem = z.object({
  /** Stable, in snake_case: `slot_taken`. */
  code: ifReadable(z.string()),
  status: ifReadable(z.number()),
  title: ifReadable(z.string()),
  /** One sentence that can be said to the caller. */
  speech: ifReadable(z.string()),
  /** Whether the same request can succeed later. */
  retryable: ifReadable(z.boolean()),
  /** Such as `booker.email`. */
  missing: ifReadable(z.array(z.string())),
  /** Free starts that can be booked as they are. */
  alternatives: ifReadable(z.array(slot)),
  issues: ifReadable(z.array(z.object({ path: z.string(), message: z.string() }))),
});

export type AppointmentType = Readonly<z.output<typeof appointmentType>>;
export type Agent = Readonly<z.output<typeof agent>>;
export type Product = Readonly<z.output<typeof product>>;
export type TypeWithProducts = Readonly<z.output<typeof typeWithProducts>>;
export type Slot = Readonly<z.output<typeof slot>>;
export type RequiredInfo = Readonly<z.output<typeof requiredInfo>>;
export type User = Readonly<z.output<typeof user>>;
export type ListedBooking = Readonly<z.output<typeof listedBooking>>;
export type Booking = Readonly<z.output<typeof booking>>;
export type Cancellation = Readonly<z.output<typeof cancellation>>;
export type Problem = Readonly<z.output<typeof problem>>;
