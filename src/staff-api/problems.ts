import type { InTheWay, Refused } from "../booking/outcome.ts";
import type { TimeZone } from "../scheduling/time-zone.ts";

/** One row a problem: what it is answered with. The app has words of its own for each code. */
const PROBLEMS = {
  unauthenticated: { status: 401, title: "Nobody is logged in" },
  forbidden: { status: 403, title: "The role does not allow this" },
  wrong_origin: { status: 403, title: "The request comes from another site" },
  not_found: { status: 404, title: "There is no such thing here" },
  method_not_allowed: { status: 405, title: "The address does not take this method" },
  malformed_json: { status: 400, title: "The body cannot be read as JSON" },
  invalid_request: { status: 422, title: "Something in the request is missing or of the wrong form" },
  if_match_missing: { status: 428, title: "Say with If-Match which version you have seen" },
  changed_meanwhile: {
    status: 412,
    title: "Somebody else has changed it meanwhile",
    detail:
      "Fetch it anew, compare it with what you have seen, and send the change with the new ETag as If-Match.",
  },
  slot_taken: { status: 409, title: "Somebody else has that time" },
  slot_not_offered: {
    status: 409,
    title: "The business does not offer that time; `overrule` books it all the same",
  },
  not_changeable: { status: 409, title: "It can no longer be changed that way" },
  in_use: { status: 409, title: "Future bookings need it" },
  conflict: { status: 409, title: "It contradicts what is there" },
  link_used: { status: 410, title: "The link was used, withdrawn or is too old" },
  payload_too_large: { status: 413, title: "The body is too large" },
  rate_limited: { status: 429, title: "Too many requests" },
  unavailable: { status: 503, title: "Slotline cannot answer just now" },
  internal_error: { status: 500, title: "A fault in Slotline" },
} as const;

export type StaffProblemCode = keyof typeof PROBLEMS;

export interface StaffProblemDetails {
  readonly detail?: string | undefined;
  readonly issues?: readonly { readonly path: string; readonly message: string }[] | undefined;
  /** The rule that refuses, such as `agent_busy`. */
  readonly rule?: string | undefined;
  /** The booking in the way. */
  readonly bookingId?: string | undefined;
  /** Times that could be had instead. */
  readonly alternatives?: readonly { readonly start: string; readonly end: string }[] | undefined;
  readonly bookingIds?: readonly string[] | undefined;
  /** Of `rate_limited`: when to come again, also in the header `Retry-After`. */
  readonly retryAfterSeconds?: number | undefined;
}

/** RFC 9457. */
export interface StaffProblem extends StaffProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: StaffProblemCode;
}

export function staffProblem(code: StaffProblemCode, details: StaffProblemDetails = {}): StaffProblem {
  const { status, title, ...usual } = PROBLEMS[code];
  return { type: `/api/v1/openapi.json#${code}`, title, status, code, ...usual, ...details };
}

/** Whoever asks too often is always told when to come again. */
export function tooMany(retryAfterSeconds: number): StaffProblem {
  return staffProblem("rate_limited", { retryAfterSeconds });
}

export const STAFF_PROBLEMS = PROBLEMS;

/** A use case's refusal as the desk hears it. */
export function problemOf(refused: Refused): StaffProblem {
  switch (refused.reason) {
    case "slot_taken":
    case "slot_not_offered": {
      const { slots, zone } = refused.alternatives;
      return staffProblem(refused.reason, {
        ...inTheWay(refused.refusal),
        alternatives: slots.map(({ start, end }) => wireTimes(start, end, zone)),
      });
    }
    case "slot_mismatch":
    case "not_changeable":
      return staffProblem("not_changeable", { detail: refused.detail });
    case "invalid_request":
      return staffProblem("invalid_request", { issues: refused.issues });
    case "missing_information":
      return staffProblem("invalid_request", {
        issues: refused.missing.map((path) => ({ path, message: "is missing" })),
      });
    case "unavailable":
      return staffProblem("unavailable");
    case "rate_limited":
      return tooMany(refused.retryAfterSeconds);
    case "too_broad":
      return staffProblem("invalid_request", { detail: "That can be too many: say more." });
    default:
      return staffProblem("not_found", { detail: `There is no such ${NOUNS[refused.reason]}.` });
  }
}

const NOUNS = {
  unknown_sip: "number",
  unknown_entity: "entity",
  unknown_appointment_type: "appointment type",
  unknown_agent: "agent",
  unknown_product: "product",
  unknown_slot: "time",
  unknown_booking: "booking",
  unknown_client: "client",
} as const;

export function inTheWay(refusal: InTheWay | undefined): Pick<StaffProblemDetails, "rule" | "bookingId"> {
  if (refusal === undefined) return {};
  const claim = "claim" in refusal ? refusal.claim : undefined;
  return { rule: refusal.rule, ...(claim === undefined ? {} : { bookingId: claim.bookingId }) };
}

function wireTimes(start: number, end: number, zone: TimeZone): { start: string; end: string } {
  return { start: zone.format(start), end: zone.format(end) };
}
