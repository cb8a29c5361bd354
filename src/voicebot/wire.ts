/**
 * The webhook protocol as a caller's side reads it: what the seed documents, nothing of this server. Members beyond these
 * are passed over; `agent` and `end` of a listed booking are there when the server sends them.
 */

export interface WireType {
  readonly id: string;
  readonly name: string;
}

export interface WireAgent {
  readonly id: string;
  readonly gender?: string | null;
  readonly firstname: string;
  readonly lastname: string;
}

export interface WireProduct {
  readonly id: string;
  readonly name: string;
  /** Minutes. */
  readonly duration: number;
  readonly description?: string | null;
  readonly price?: number;
}

/** Times are ISO 8601 with an offset; their first 16 characters are the local time of the business. */
export interface WireSlot {
  readonly avId: string;
  readonly slotStart: string;
  readonly slotEnd: string;
  readonly agentId?: string;
}

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

export type WireUser = { readonly [field in UserField | "lastlame"]?: string | null } & {
  readonly id: string;
};

export interface WireRequiredInfo {
  readonly bookerInfo: readonly UserField[];
  readonly participantInfo: readonly UserField[];
}

export interface WireBooking {
  readonly bookingId: string;
  readonly name: string;
  readonly slotId: string;
  readonly start: string;
  readonly productId: string;
  readonly appointmentTypeId?: string;
  readonly agent?: { readonly id: string; readonly firstname: string; readonly lastname: string };
}

/** What a server that follows contract.md says when it refuses; any member may be missing elsewhere. */
export interface WireProblem {
  readonly code?: string;
  readonly speech?: string;
  readonly retryable?: boolean;
  readonly missing?: readonly string[];
  readonly alternatives?: readonly WireSlot[];
}

export type WebhookAction =
  | "getEntityForSipId"
  | "getBusinessName"
  | "getAppointmentTypes"
  | "getAgents"
  | "getProducts"
  | "getAppointmentTypesWithProducts"
  | "getSlots"
  | "getRequiredInfo"
  | "bookAppointment"
  | "modifyAppointment"
  | "cancelAppointment"
  | "findExistingUser"
  | "findExistingBooking";
