import type { UnusableTime } from "../booking/outcome.ts";
import type { Language } from "../scheduling/configuration.ts";

/** One row a problem: the contract's table of errors, with what the bot can say to the caller. */
interface ProblemKind {
  readonly status: number;
  /** Whether the same request can succeed later, unchanged. */
  readonly retryable: boolean;
  readonly title: string;
  /** What to do about it, for who builds the bot. The same for every id, so that it tells nothing about others' ids. */
  readonly detail?: string;
  readonly speech: Readonly<Record<Language, string>>;
}

const TROUBLE = {
  de: "Es tut mir leid, da ist gerade etwas schiefgegangen.",
  en: "I am sorry, something went wrong just now.",
};
const NOT_FOUND = {
  de: "Das konnte ich leider nicht finden.",
  en: "I am sorry, I could not find that.",
};

export const PROBLEMS = {
  malformed_json: {
    status: 400,
    retryable: false,
    title: "The body cannot be read as JSON",
    speech: TROUBLE,
  },
  unknown_action: { status: 400, retryable: false, title: "The action is none of the 13", speech: TROUBLE },
  invalid_request: {
    status: 422,
    retryable: false,
    title: "A member is missing or of the wrong form",
    speech: {
      de: "Das habe ich leider nicht richtig verstanden.",
      en: "I am sorry, I did not understand that correctly.",
    },
  },
  unauthorized: { status: 401, retryable: false, title: "No valid key", speech: TROUBLE },
  forbidden: {
    status: 403,
    retryable: false,
    title: "The key lacks the scope for this action",
    speech: TROUBLE,
  },
  not_found: { status: 404, retryable: false, title: "No such address on this server", speech: TROUBLE },
  method_not_allowed: { status: 405, retryable: false, title: "The webhook takes POST", speech: TROUBLE },
  unknown_sip: {
    status: 404,
    retryable: false,
    title: "No entity answers this sip id",
    detail: "No entity that this key reaches has this sip id; `sipIds` in the practice file name them.",
    speech: NOT_FOUND,
  },
  unknown_entity: {
    status: 404,
    retryable: false,
    title: "No such entity",
    detail: "Take `entityId` from getEntityForSipId.",
    speech: NOT_FOUND,
  },
  unknown_appointment_type: {
    status: 404,
    retryable: false,
    title: "No such appointment type",
    detail: "Take `appointmentTypeId` from getAppointmentTypes.",
    speech: {
      de: "Diese Terminart gibt es bei uns leider nicht.",
      en: "I am sorry, we do not offer that type of appointment.",
    },
  },
  unknown_agent: {
    status: 404,
    retryable: false,
    title: "No such agent",
    detail: "Take `agentId` from getAgents.",
    speech: {
      de: "Diese Person arbeitet leider nicht bei uns.",
      en: "I am sorry, that person does not work here.",
    },
  },
  unknown_product: {
    status: 404,
    retryable: false,
    title: "No such product",
    detail: "Take `productId` from getProducts.",
    speech: { de: "Das bieten wir leider nicht an.", en: "I am sorry, we do not offer that." },
  },
  unknown_slot: {
    status: 404,
    retryable: false,
    title: "No such slot",
    detail: "Take `avId` from a fresh getSlots and send it as `slotId`.",
    speech: NOT_FOUND,
  },
  unknown_booking: {
    status: 404,
    retryable: false,
    title: "No such booking",
    detail: "Take `bookingId` from bookAppointment or findExistingBooking.",
    speech: {
      de: "Diesen Termin konnte ich leider nicht finden.",
      en: "I am sorry, I could not find that appointment.",
    },
  },
  unknown_client: {
    status: 404,
    retryable: false,
    title: "No such client",
    detail: "Take `id` from findExistingUser.",
    speech: {
      de: "Ich konnte Sie leider nicht bei uns finden.",
      en: "I am sorry, I could not find you in our records.",
    },
  },
  slot_taken: {
    status: 409,
    retryable: false,
    title: "Somebody else has the slot",
    speech: {
      de: "Dieser Termin ist leider gerade vergeben worden.",
      en: "I am sorry, that time has just been taken.",
    },
  },
  slot_mismatch: {
    status: 409,
    retryable: false,
    title: "Slot, start, product, type or booking do not belong together",
    speech: TROUBLE,
  },
  slot_not_offered: {
    status: 409,
    retryable: false,
    title: "The start is not one that is offered",
    speech: {
      de: "Zu dieser Zeit können wir leider keinen Termin anbieten.",
      en: "I am sorry, we cannot offer an appointment at that time.",
    },
  },
  missing_information: {
    status: 422,
    retryable: false,
    title: "Required information is missing",
    speech: {
      de: "Für die Buchung fehlen mir noch ein paar Angaben.",
      en: "I still need some more information for the booking.",
    },
  },
  not_changeable: {
    status: 409,
    retryable: false,
    title: "The booking can no longer be changed",
    speech: {
      de: "Dieser Termin lässt sich leider nicht mehr ändern.",
      en: "I am sorry, this appointment can no longer be changed.",
    },
  },
  too_broad: {
    status: 422,
    retryable: false,
    title: "Not enough to identify anyone",
    speech: {
      de: "Dafür brauche ich bitte Ihren vollständigen Namen oder Ihre Telefonnummer.",
      en: "For that I need your full name or your phone number, please.",
    },
  },
  payload_too_large: { status: 413, retryable: false, title: "The body is over 64 KiB", speech: TROUBLE },
  rate_limited: { status: 429, retryable: true, title: "Too many requests", speech: TROUBLE },
  unavailable: { status: 503, retryable: true, title: "Slotline cannot answer just now", speech: TROUBLE },
  internal_error: { status: 500, retryable: true, title: "A fault in Slotline", speech: TROUBLE },
} satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** By the last part of what `missing` names, in the order in which they are asked for. */
const PROOFS: readonly (readonly [member: string, Readonly<Record<Language, string>>])[] = [
  ["dob", { de: "Ihr Geburtsdatum", en: "your date of birth" }],
  ["phone", { de: "Ihre Telefonnummer", en: "your phone number" }],
  ["pin", { de: "Ihre PIN", en: "your PIN" }],
];

const ASK_FOR_PROOF: Readonly<Record<Language, (proofs: string) => string>> = {
  de: (proofs) => `Zur Sicherheit brauche ich bitte noch ${proofs}.`,
  en: (proofs) => `To be sure who you are, I need ${proofs}, please.`,
};

function askForProof(language: Language, missing: readonly string[] = []): string {
  const asked = PROOFS.filter(([member]) => missing.includes(`participant.${member}`));
  const proofs = asked.map(([, said]) => said[language]);
  const last = proofs.slice(-2).join(language === "de" ? " oder " : " or ");
  return ASK_FOR_PROOF[language]([...proofs.slice(0, -2), last].join(", "));
}

const NO_MORE_LOOKUPS = {
  de: "Ich kann jetzt leider nicht noch einmal nach Ihnen suchen.",
  en: "I am sorry, I cannot look for you once more just now.",
};

/** With examples of what is understood: a caller who hears only the question says the same again. */
const ASK_FOR_DAY = {
  de: "An welchem Tag möchten Sie kommen? Zum Beispiel nächsten Dienstag oder am 3. Dezember.",
  en: "Which day would you like to come? For example next Tuesday, or December 3rd.",
};

/** Said before the question, so that the caller does not answer with the same time again. */
const WRONG_TIME: Readonly<Record<UnusableTime, Readonly<Record<Language, string>>>> = {
  unknown: { de: "", en: "" },
  no_such_date: { de: "Dieses Datum gibt es leider nicht. ", en: "I am sorry, there is no such date. " },
  past: { de: "Das ist leider schon vorbei. ", en: "I am sorry, that is over already. " },
};

/** What goes beyond the code. */
export interface ProblemDetails {
  readonly detail?: string | undefined;
  readonly missing?: readonly string[] | undefined;
  readonly alternatives?: readonly unknown[] | undefined;
  readonly issues?: readonly { readonly path: string; readonly message: string }[] | undefined;
}

/** What shapes the speech and is not sent. */
export interface SpokenDetails extends ProblemDetails {
  readonly time?: UnusableTime | undefined;
  /** Too many look-ups of clients, not too many requests. */
  readonly lookups?: boolean | undefined;
  /** What is missing would show that it is the client's own booking. */
  readonly asksForProof?: boolean | undefined;
}

/** RFC 9457 problem details with the contract's extension members. */
export interface Problem extends ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly speech: string;
  readonly retryable: boolean;
}

export function problem(code: ProblemCode, language: Language, spoken: SpokenDetails = {}): Problem {
  const kind: ProblemKind = PROBLEMS[code];
  const { time: _time, asksForProof: _asksForProof, lookups: _lookups, ...details } = spoken;
  return {
    type: `/docs#problem-${code}`,
    title: kind.title,
    status: kind.status,
    code,
    ...(kind.detail === undefined ? {} : { detail: kind.detail }),
    ...details,
    speech: speechOf(code, language, spoken),
    retryable: kind.retryable,
  };
}

function speechOf(
  code: ProblemCode,
  language: Language,
  { time = "unknown", asksForProof, lookups, missing, issues }: SpokenDetails,
): string {
  if (asksForProof) return askForProof(language, missing);
  if (code === "invalid_request" && issues?.some(({ path }) => path === "dateTime")) {
    return WRONG_TIME[time][language] + ASK_FOR_DAY[language];
  }
  return lookups ? NO_MORE_LOOKUPS[language] : PROBLEMS[code].speech[language];
}
