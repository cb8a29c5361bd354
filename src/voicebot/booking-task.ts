import type {
  ActionName,
  Agent,
  AppointmentType,
  Problem,
  Product,
  RequiredInfo,
  Slot,
  UserField,
} from "../protocol/index.ts";
import { type People, relativeIn } from "./collect-details.ts";
import { folded } from "./hearing.ts";
import { lose } from "./negotiate-slot.ts";
import { saidDetails } from "./said-details.ts";
import type { Details, Heard, Negotiation, Surroundings } from "./step.ts";

/** A new appointment, as far as it is known. What the webhook answered and what the caller chose of it. */
export interface BookingTask extends Negotiation, People {
  readonly kind: "book";
  /** What the caller said when they said what they want: it may answer what has not been asked yet. */
  readonly opening: string;
  /** What the opening was not looked through for yet, so that it does not bring back what the caller gave up. */
  unheard: readonly Choice[];
  types?: readonly AppointmentType[] | undefined;
  typeId?: string | undefined;
  agents?: readonly Agent[] | undefined;
  /** Null: whoever is free. */
  agentId?: string | null | undefined;
  products?: readonly Product[] | undefined;
  productId?: string | undefined;
  required?: RequiredInfo | undefined;
  isConfirmed: boolean;
  /** The caller has said that something is wrong, but not yet what. */
  isWrong?: boolean | undefined;
  booked?: Slot["slotStart"] | undefined;
}

export type Choice = "type" | "agent" | "product" | "time";

/** `known`: what the caller has told about themselves in this call. */
export function newBooking(opening: string, known: Details, surroundings: Surroundings): BookingTask {
  const { words } = surroundings.texts;
  const relative = relativeIn(opening, surroundings);
  const isForSomebodyElse = words.other.test(folded(opening));
  return {
    kind: "book",
    opening,
    unheard: ["type", "agent", "product", "time"],
    booker: { ...known, ...saidDetails(opening, words, surroundings) },
    participant: relative === undefined ? {} : { firstname: relative },
    ...(isForSomebodyElse ? { isForSelf: false } : {}),
    isConfirmed: false,
  };
}

/** Which member an answer of the webhook becomes. */
const RECEIVED = {
  getAppointmentTypes: "types",
  getAgents: "agents",
  getProducts: "products",
  getSlots: "slots",
  getRequiredInfo: "required",
} as const satisfies Partial<Record<ActionName, keyof BookingTask>>;

export function receiveForBooking(task: BookingTask, action: ActionName, body: unknown): void {
  if (action === "bookAppointment") {
    task.booked = (body as { start?: string }).start ?? task.slot!.slotStart;
  } else if (action in RECEIVED) {
    Object.assign(task, { [RECEIVED[action as keyof typeof RECEIVED]]: body });
  }
}

/** Goes on after a refusal where that is possible. */
export function refusedForBooking(task: BookingTask, { code, missing, alternatives }: Problem): Heard {
  task.isConfirmed = false;
  if (code === "slot_taken" || code === "slot_not_offered") {
    lose(task, alternatives);
    return "understood";
  }
  if (code === "missing_information" && missing !== undefined && missing.length > 0) {
    const of = (who: string) =>
      missing.filter((one) => one.startsWith(`${who}.`)).map((one) => one.slice(who.length + 1) as UserField);
    const { bookerInfo = [], participantInfo = [] } = task.required ?? {};
    task.required = {
      bookerInfo: [...new Set([...bookerInfo, ...of("booker")])],
      participantInfo: [...new Set([...participantInfo, ...of("participant")])],
    };
    forget(task.booker, of("booker"));
    forget(task.participant, of("participant"));
    return "understood";
  }
  return "not understood";
}

export function forget(details: Details, fields: readonly UserField[]): void {
  for (const field of fields) delete details[field];
}

export function nameOfAgent({ firstname, lastname }: Agent): string {
  return `${firstname} ${lastname}`;
}
