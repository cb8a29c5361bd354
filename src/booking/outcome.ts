import type { Refusal } from "../scheduling/availability.ts";
import type { TimeZone } from "../scheduling/time-zone.ts";
import type { Slot } from "./slot.ts";

/** Starts that could be had instead, in the zone in which to name them. */
export interface Alternatives {
  readonly slots: readonly Slot[];
  readonly zone: TimeZone;
}

export interface Issue {
  readonly path: string;
  readonly message: string;
}

/** Why a time in words cannot be searched for. */
export type UnusableTime = "unknown" | "no_such_date" | "past";

/** The client has the same product at that time. */
interface ClientBusy {
  readonly rule: "client_busy";
  readonly claim: { readonly bookingId: string };
}

export type InTheWay = Refusal | ClientBusy;

type NoDetails = Record<never, never>;

/** Expected reasons for not doing what was asked. `webhook/problems.ts` maps each to status and words. */
interface RefusalDetails {
  unknown_sip: NoDetails;
  unknown_entity: NoDetails;
  unknown_appointment_type: NoDetails;
  unknown_agent: NoDetails;
  unknown_product: NoDetails;
  unknown_slot: NoDetails;
  unknown_booking: NoDetails;
  unknown_client: NoDetails;
  /** `refusal`: what is in the way; for the desk, callers hear nothing of it. */
  slot_taken: { readonly alternatives: Alternatives; readonly refusal?: InTheWay | undefined };
  slot_not_offered: { readonly alternatives: Alternatives; readonly refusal?: Refusal | undefined };
  slot_mismatch: { readonly detail: string };
  /** `asksForProof`: any one of them, to show that it is the client's own booking. */
  missing_information: { readonly missing: readonly string[]; readonly asksForProof?: boolean };
  not_changeable: { readonly detail: string };
  too_broad: NoDetails;
  /** Of look-ups of clients, which have limits of their own. */
  rate_limited: { readonly retryAfterSeconds: number; readonly lookups: true; readonly detail: string };
  /** `time` when it is the time in words that cannot be used. */
  invalid_request: { readonly issues: readonly Issue[]; readonly time?: UnusableTime | undefined };
  unavailable: NoDetails;
}

export type Reason = keyof RefusalDetails;
export type Refused = {
  [R in Reason]: { readonly ok: false; readonly reason: R } & RefusalDetails[R];
}[Reason];

export type Outcome<T> = { readonly ok: true; readonly value: T } | Refused;

export function done<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refused<R extends Reason>(
  reason: R,
  ...details: keyof RefusalDetails[R] extends never ? [] : [RefusalDetails[R]]
): Refused {
  return { ok: false, reason, ...details[0] } as Refused;
}
