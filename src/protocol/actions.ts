import { z } from "zod";
import {
  agent,
  appointmentType,
  booking,
  cancellation,
  listedBooking,
  product,
  requiredInfo,
  slot,
  typeWithProducts,
  user,
} from "./answers.ts";

/** The 13 requests of the protocol, each with what it answers, in the order in which a call makes them. */

const id = z.string().min(1);
/** ISO 8601, as a slot or a booking has it. */
const start = z.string().min(1);

/** What the caller said about somebody; a server may understand a member also as it was spoken. */
export const saidUser = user.partial();

/** May accompany every request. */
const envelope = {
  /** Narrows the request to this business. */
  entityId: id.optional(),
  /** Follows a call across its requests. */
  callId: id.optional(),
};

/** By which a caller can prove to be the client, where a server asks for that. */
const proof = { participant: saidUser.optional(), callerNumber: z.string().optional() };

const ofEntity = z.object({ ...envelope, entityId: id });
const ofType = ofEntity.extend({ appointmentTypeId: id });

export const ACTIONS = {
  getEntityForSipId: {
    request: z.object({ ...envelope, sipId: id }),
    answer: z.object({ entityId: id }),
  },
  getBusinessName: { request: ofEntity, answer: z.object({ name: z.string().min(1) }) },
  getAppointmentTypes: { request: ofEntity, answer: z.array(appointmentType) },
  getAgents: { request: ofType, answer: z.array(agent) },
  getProducts: { request: ofType, answer: z.array(product) },
  getAppointmentTypesWithProducts: { request: ofEntity, answer: z.array(typeWithProducts) },
  getSlots: {
    request: z.object({
      ...envelope,
      appointmentTypeId: id,
      productId: id,
      /** Null: whoever performs the type. */
      agentId: z.string().nullish(),
      /** A date, a timestamp, or the caller's own words. */
      dateTime: z.string().min(1),
      /** IANA name of the zone in which the times are answered. */
      timezone: z.string().optional(),
      /** The appointment that is to be moved: its own time counts as free. */
      bookingId: id.optional(),
    }),
    answer: z.array(slot),
  },
  getRequiredInfo: { request: z.object({ ...envelope, productId: id }), answer: requiredInfo },
  bookAppointment: {
    request: z.object({
      ...envelope,
      appointmentTypeId: id,
      productId: id,
      slotId: id,
      start,
      booker: saidUser,
      /** Absent: the booker attends. */
      participant: saidUser.optional(),
    }),
    answer: booking,
  },
  findExistingUser: {
    request: z.object({ ...envelope, participant: saidUser }),
    answer: z.array(user),
  },
  findExistingBooking: { request: z.object({ ...envelope, id, ...proof }), answer: z.array(listedBooking) },
  modifyAppointment: {
    request: z.object({ ...envelope, bookingId: id, slotIdOld: id, slotIdNew: id, start, ...proof }),
    answer: booking,
  },
  cancelAppointment: {
    request: z.object({ ...envelope, bookingId: id, slotId: id, start, ...proof }),
    answer: cancellation,
  },
} as const;

export type ActionName = keyof typeof ACTIONS;

/** Members of the request besides `action`. */
export type RequestOf<Name extends ActionName> = z.input<(typeof ACTIONS)[Name]["request"]>;

export type AnswerOf<Name extends ActionName> = z.output<(typeof ACTIONS)[Name]["answer"]>;
