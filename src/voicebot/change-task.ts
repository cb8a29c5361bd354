import { type Details, hearDetail } from "./collect-details.ts";
import { chosenByName, chosenByPlace, chosenByTime, folded, saidField, saidName } from "./hearing.ts";
import { hearSlot, hearTime, lose, negotiationStep } from "./negotiate-slot.ts";
import type { Heard, Negotiation, Question, Step, Surroundings } from "./step.ts";
import {
  USER_FIELDS,
  type UserField,
  type WebhookAction,
  type WireBooking,
  type WireProblem,
  type WireSlot,
  type WireType,
  type WireUser,
} from "./wire.ts";

/** An appointment to cancel or to move: whose it is, which it is, and to when. */
export interface ChangeTask extends Negotiation {
  readonly kind: "cancel" | "move";
  /** What the caller has said about themselves. */
  caller: Details;
  hasSpelled?: boolean | undefined;
  clients?: readonly WireUser[] | undefined;
  /** What the server wants to hear before it tells about bookings; one of them is enough. */
  proofs?: readonly UserField[] | undefined;
  bookings?: readonly WireBooking[] | undefined;
  bookingId?: string | undefined;
  /** For a server that does not say of what type a booking is. */
  types?: readonly (WireType & { readonly products: readonly { readonly id: string }[] })[] | undefined;
  isConfirmed: boolean;
  outcome?: "cancelled" | "moved" | "kept" | undefined;
}

export function newChange(kind: ChangeTask["kind"]): ChangeTask {
  return { kind, caller: {}, isConfirmed: false };
}

/** The attributes that tell people of one name apart, in the order in which one asks for them. */
const DISCRIMINATING = ["dob", "phone", "email", "zip", "city", "street"] as const satisfies UserField[];

export function changeStep(task: ChangeTask, surroundings: Surroundings): Step {
  const { texts, entityId, today, callerNumber } = surroundings;
  const { caller } = task;
  if (task.outcome !== undefined) return { do: "finish", text: outcomeText(task, surroundings) };
  if (caller.lastname === undefined) {
    return { do: "ask", question: { about: "identity", field: "name" }, text: texts.askName("booker") };
  }
  const said = { ...(callerNumber === undefined ? {} : { phone: callerNumber }), ...caller };
  if (task.clients === undefined) {
    return { do: "call", action: "findExistingUser", members: { entityId, participant: said } };
  }
  const [client, ...others] = task.clients;
  if (client === undefined) {
    if (task.hasSpelled) return { do: "hand over", text: texts.notFound };
    return { do: "ask", question: { about: "identity", field: "spelling" }, text: texts.askSpelling };
  }
  if (others.length > 0) {
    const field = discriminating(task.clients, caller);
    if (field === undefined) return { do: "hand over", text: texts.notFound };
    return askIdentity(field);
  }
  const proof = task.proofs?.find((field) => caller[field] === undefined);
  if (proof !== undefined) return askIdentity(proof);
  if (task.bookings === undefined) {
    const members = { entityId, id: client.id, participant: said };
    return { do: "call", action: "findExistingBooking", members };
  }
  if (task.bookings.length === 0) return { do: "finish", text: texts.noBookings };
  if (task.bookings.length === 1) task.bookingId = task.bookings[0]!.bookingId;
  const booking = task.bookings.find(({ bookingId }) => bookingId === task.bookingId);
  if (booking === undefined) {
    const names = task.bookings.map((one) => nameOf(one, surroundings));
    return { do: "ask", question: { about: "booking" }, text: texts.whichBooking(names) };
  }
  const { bookingId, slotId, start } = booking;
  const name = nameOf(booking, surroundings);
  if (task.kind === "cancel") {
    if (!task.isConfirmed) {
      return { do: "ask", question: { about: "confirmation" }, text: texts.confirmCancel(name) };
    }
    return {
      do: "call",
      action: "cancelAppointment",
      members: { entityId, bookingId, slotId, start, participant: said },
    };
  }
  const appointmentTypeId =
    booking.appointmentTypeId ??
    task.types?.find(({ products }) => products.some(({ id }) => id === booking.productId))?.id;
  if (appointmentTypeId === undefined) {
    if (task.types !== undefined) return { do: "hand over", text: texts.trouble };
    return { do: "call", action: "getAppointmentTypesWithProducts", members: { entityId } };
  }
  const request = {
    entityId,
    appointmentTypeId,
    agentId: booking.agent?.id ?? null,
    productId: booking.productId,
    bookingId,
  };
  const negotiation = negotiationStep(task, request, { askTime: texts.askNewTime(name) }, surroundings);
  if (negotiation !== undefined) return negotiation;
  const { avId, slotStart } = task.slot!;
  if (!task.isConfirmed) {
    const to = texts.time(slotStart, Number(today.slice(0, 4)));
    return { do: "ask", question: { about: "confirmation" }, text: texts.confirmMove(name, to) };
  }
  return {
    do: "call",
    action: "modifyAppointment",
    members: { entityId, bookingId, slotIdOld: slotId, slotIdNew: avId, start: slotStart, participant: said },
  };

  function askIdentity(field: UserField): Step {
    return { do: "ask", question: { about: "identity", field }, text: texts.askField(field, "booker") };
  }
}

/** What differs between the clients and the caller has not said yet; asked openly, never read aloud. */
function discriminating(clients: readonly WireUser[], caller: Details): UserField | undefined {
  return DISCRIMINATING.find(
    (field) =>
      caller[field] === undefined && new Set(clients.map((client) => client[field] ?? null)).size > 1,
  );
}

export function hearForChange(
  task: ChangeTask,
  question: Question,
  text: string,
  surroundings: Surroundings,
): Heard {
  const { texts, language } = surroundings;
  const { words } = texts;
  switch (question.about) {
    case "identity":
      return hearIdentity(task, question.field, text, surroundings);
    case "booking": {
      const { bookings = [] } = task;
      const place = chosenByPlace(text, bookings.length, words);
      const starts = bookings.map(({ bookingId, start }) => ({
        avId: bookingId,
        slotStart: start,
        slotEnd: start,
      }));
      const timed = chosenByTime(text, starts, language);
      task.bookingId =
        (timed.length === 1 ? timed[0]!.avId : undefined) ??
        chosenByName(text, bookings, ({ name }) => name)?.bookingId ??
        (place === undefined ? undefined : bookings[place]!.bookingId);
      return task.bookingId === undefined ? "not understood" : "understood";
    }
    case "time":
      return hearTime(task, text, surroundings);
    case "slot":
      return hearSlot(task, text, surroundings);
    case "confirmation":
      if (words.yes.test(folded(text))) task.isConfirmed = true;
      else if (words.no.test(folded(text))) task.outcome = "kept";
      else return task.kind === "move" ? hearTime(task, text, surroundings) : "not understood";
      return "understood";
    default:
      return hearDetail({ booker: task.caller, participant: {} }, question, text, surroundings);
  }
}

function hearIdentity(
  task: ChangeTask,
  field: UserField | "name" | "spelling",
  text: string,
  { texts, language, country, today }: Surroundings,
): Heard {
  const { words } = texts;
  if (field === "name") {
    const name = saidName(text, words);
    if (name === undefined) return "not understood";
    task.caller.lastname = name.lastname ?? name.firstname;
    if (name.lastname !== undefined) task.caller.firstname = name.firstname;
  } else if (field === "spelling") {
    task.hasSpelled = true;
    task.caller.lastname = text;
  } else {
    const value = saidField(field, text, words, { language, country, today });
    if (value === undefined) return "not understood";
    task.caller[field] = value;
  }
  delete task.clients;
  return "understood";
}

export function receiveForChange(task: ChangeTask, action: WebhookAction, body: unknown): void {
  switch (action) {
    case "findExistingUser":
      task.clients = body as WireUser[];
      break;
    case "findExistingBooking":
      task.bookings = body as WireBooking[];
      break;
    case "getAppointmentTypesWithProducts":
      task.types = body as NonNullable<ChangeTask["types"]>;
      break;
    case "getSlots":
      task.slots = body as WireSlot[];
      break;
    case "cancelAppointment":
      task.outcome = "cancelled";
      break;
    case "modifyAppointment":
      task.outcome = "moved";
      break;
    default:
  }
}

export function refusedForChange(task: ChangeTask, { code, missing, alternatives }: WireProblem): Heard {
  if (code === "slot_taken" || code === "slot_not_offered") {
    task.isConfirmed = false;
    lose(task, alternatives);
    return "understood";
  }
  if (code === "missing_information" && task.proofs === undefined && missing !== undefined) {
    const fields = missing.map((one) => one.replace("participant.", ""));
    task.proofs = USER_FIELDS.filter((field) => fields.includes(field)).slice(0, 1);
    // Asked aloud, and looked up again with the answer.
    for (const field of task.proofs) delete task.caller[field];
    return task.proofs.length === 0 ? "not understood" : "understood";
  }
  if (code === "too_broad") {
    delete task.caller.lastname;
    return "understood";
  }
  return "not understood";
}

function nameOf({ name, start }: WireBooking, { texts, today }: Surroundings): string {
  return texts.booking(name, texts.time(start, Number(today.slice(0, 4))));
}

function outcomeText({ outcome, slot }: ChangeTask, { texts, today }: Surroundings): string {
  if (outcome === "cancelled") return texts.cancelled;
  if (outcome === "kept") return texts.kept;
  return texts.moved(texts.time(slot!.slotStart, Number(today.slice(0, 4))));
}
