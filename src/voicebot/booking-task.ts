import { detailsStep, type People, relativeIn } from "./collect-details.ts";
import { folded } from "./hearing.ts";
import { lose, negotiationStep } from "./negotiate-slot.ts";
import { readBackOf } from "./read-back.ts";
import { saidDetails } from "./said-details.ts";
import type { Details, Heard, Negotiation, Step, Surroundings } from "./step.ts";
import type {
  UserField,
  WebhookAction,
  WireAgent,
  WireProblem,
  WireProduct,
  WireRequiredInfo,
  WireSlot,
  WireType,
} from "./wire.ts";

/** A new appointment, as far as it is known. What the webhook answered and what the caller chose of it. */
export interface BookingTask extends Negotiation, People {
  readonly kind: "book";
  /** What the caller said when they said what they want: it may answer what has not been asked yet. */
  readonly opening: string;
  /** What the opening was not looked through for yet, so that it does not bring back what the caller gave up. */
  unheard: readonly Choice[];
  types?: readonly WireType[] | undefined;
  typeId?: string | undefined;
  agents?: readonly WireAgent[] | undefined;
  /** Null: whoever is free. */
  agentId?: string | null | undefined;
  products?: readonly WireProduct[] | undefined;
  productId?: string | undefined;
  required?: WireRequiredInfo | undefined;
  isConfirmed: boolean;
  /** The caller has said that something is wrong, but not yet what. */
  isWrong?: boolean | undefined;
  booked?: WireSlot["slotStart"] | undefined;
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

/** The seed's sequence: each question and each request when what comes before it is known. */
export function bookingStep(task: BookingTask, surroundings: Surroundings): Step {
  const { texts, entityId, today } = surroundings;
  if (task.booked !== undefined) {
    return { do: "finish", text: texts.booked(texts.time(task.booked, Number(today.slice(0, 4)))) };
  }
  if (task.types === undefined) return { do: "call", action: "getAppointmentTypes", members: { entityId } };
  const ofType = { entityId, appointmentTypeId: task.typeId };
  if (task.typeId === undefined) {
    if (task.types.length === 0) return { do: "hand over", text: texts.trouble };
    const names = task.types.map(({ name }) => name);
    return { do: "ask", question: { about: "type" }, text: texts.askType(names) };
  }
  if (task.agents === undefined) return { do: "call", action: "getAgents", members: ofType };
  if (task.agentId === undefined) {
    const names = task.agents.map(nameOfAgent);
    return { do: "ask", question: { about: "agent" }, text: texts.askAgent(names) };
  }
  if (task.products === undefined) return { do: "call", action: "getProducts", members: ofType };
  if (task.productId === undefined) {
    if (task.products.length === 0) return { do: "hand over", text: texts.trouble };
    const names = task.products.map(({ name }) => name);
    return { do: "ask", question: { about: "product" }, text: texts.askProduct(names) };
  }
  const { productId } = task;
  const request = { ...ofType, agentId: task.agentId, productId };
  const negotiation = negotiationStep(task, request, texts, surroundings);
  if (negotiation !== undefined) return negotiation;
  if (task.required === undefined) return { do: "call", action: "getRequiredInfo", members: { productId } };
  if (task.isWrong) return { do: "ask", question: { about: "what is wrong" }, text: texts.askWrong };
  const details = detailsStep(task, task.required, surroundings);
  if (details !== undefined) return details;
  if (!task.isConfirmed) {
    return { do: "ask", question: { about: "confirmation" }, text: texts.readBack(readBackOf(task, surroundings)) };
  }
  const { avId, slotStart } = task.slot!;
  const members = {
    entityId,
    appointmentTypeId: task.typeId,
    productId,
    slotId: avId,
    start: slotStart,
    booker: task.booker,
    ...(task.isForSelf === false ? { participant: task.participant } : {}),
  };
  return { do: "call", action: "bookAppointment", members };
}

/** Which member an answer of the webhook becomes. */
const RECEIVED = {
  getAppointmentTypes: "types",
  getAgents: "agents",
  getProducts: "products",
  getSlots: "slots",
  getRequiredInfo: "required",
} as const satisfies Partial<Record<WebhookAction, keyof BookingTask>>;

export function receiveForBooking(task: BookingTask, action: WebhookAction, body: unknown): void {
  if (action === "bookAppointment") {
    task.booked = (body as { start?: string }).start ?? task.slot!.slotStart;
  } else if (action in RECEIVED) {
    Object.assign(task, { [RECEIVED[action as keyof typeof RECEIVED]]: body });
  }
}

/** Goes on after a refusal where that is possible. */
export function refusedForBooking(task: BookingTask, { code, missing, alternatives }: WireProblem): Heard {
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

export function nameOfAgent({ firstname, lastname }: WireAgent): string {
  return `${firstname} ${lastname}`;
}
