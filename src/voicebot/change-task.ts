import { hearDetail } from "./collect-details.ts";
import { chosenByName, chosenByPlace, chosenByTime, folded, timeIn } from "./hearing.ts";
import { hearConfirmation, hearSlot, hearTime, lose, negotiationStep } from "./negotiate-slot.ts";
import { saidDetails } from "./said-details.ts";
import type { Details, Heard, Negotiation, Question, Step, Surroundings } from "./step.ts";
import {
  USER_FIELDS,
  type UserField,
  type WebhookAction,
  type WireBooking,
  type WireProblem,
  type WireType,
  type WireUser,
} from "./wire.ts";

/** An appointment to cancel, to move or to be told: whose it is, which it is, and to when. */
export interface ChangeTask extends Negotiation {
  readonly kind: "cancel" | "move" | "look up";
  /** What the caller said when they said what they want. */
  readonly opening: string;
  /** What the caller has said about themselves. */
  caller: Details;
  /** Not found by the name that was heard; how often they have been asked to say it otherwise. */
  spellings: number;
  clients?: readonly WireUser[] | undefined;
  /** What the server wants to hear before it tells about bookings. */
  proofs?: readonly UserField[] | undefined;
  bookings?: readonly WireBooking[] | undefined;
  bookingId?: string | undefined;
  /** For a server that does not say of what type a booking is. */
  types?: readonly (WireType & { readonly products: readonly { readonly id: string }[] })[] | undefined;
  isConfirmed: boolean;
  outcome?: "cancelled" | "moved" | "kept" | undefined;
}

/** `known`: what the caller has told about themselves in this call. */
export function newChange(
  kind: ChangeTask["kind"],
  opening: string,
  known: Details,
  surroundings: Surroundings,
): ChangeTask {
  const { words } = surroundings.texts;
  const task: ChangeTask = {
    kind,
    opening,
    caller: { ...known, ...saidDetails(opening, words, surroundings) },
    spellings: 0,
    isConfirmed: false,
  };
  const to = kind === "move" ? words.movedTo.exec(opening)?.[1] : undefined;
  if (to !== undefined) hearTime(task, to, surroundings);
  return task;
}

/** The attributes that tell people of one name apart, in the order in which one asks for them. */
const DISCRIMINATING = ["dob", "phone", "email", "zip", "city", "street"] as const satisfies UserField[];

const MOST_SPELLINGS = 1;

export function changeStep(task: ChangeTask, surroundings: Surroundings): Step {
  const { texts, entityId, today, callerNumber } = surroundings;
  const { caller } = task;
  if (task.outcome !== undefined) return { do: "finish", text: outcomeText(task, surroundings) };
  if (caller.lastname === undefined) {
    if (task.spellings > MOST_SPELLINGS) return { do: "hand over", text: texts.notFound };
    return { do: "ask", question: { about: "name", who: "booker" }, text: texts.askName("booker") };
  }
  const said = { ...(callerNumber === undefined ? {} : { phone: callerNumber }), ...caller };
  if (task.clients === undefined) {
    return { do: "call", action: "findExistingUser", members: { entityId, participant: said } };
  }
  const [client, ...others] = task.clients;
  if (client === undefined) {
    if (task.spellings >= MOST_SPELLINGS) return { do: "hand over", text: texts.notFound };
    const text = `${texts.notFound} ${texts.askSpelling("booker")}`;
    return { do: "ask", question: { about: "spelling", who: "booker" }, text };
  }
  if (others.length > 0) {
    const field = discriminating(task.clients, caller);
    return field === undefined ? { do: "hand over", text: texts.notFound } : askField(field);
  }
  const proof = task.proofs?.find((field) => caller[field] === undefined);
  if (proof !== undefined) return askField(proof);
  if (task.bookings === undefined) {
    const members = { entityId, id: client.id, participant: said };
    return { do: "call", action: "findExistingBooking", members };
  }
  if (task.bookings.length === 0) return { do: "finish", text: texts.noBookings };
  const names = task.bookings.map((one) => nameOf(one, surroundings));
  if (task.kind === "look up") return { do: "finish", text: texts.yourBookings(names) };
  if (task.bookings.length === 1) task.bookingId = task.bookings[0]!.bookingId;
  const booking = task.bookings.find(({ bookingId }) => bookingId === task.bookingId);
  if (booking === undefined) {
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

  function askField(field: UserField): Step {
    const question = { about: "field", who: "booker", field } as const;
    return { do: "ask", question, text: texts.askField(field, "booker") };
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
  const { words } = surroundings.texts;
  switch (question.about) {
    case "booking":
      task.bookingId = bookingIn(task.bookings ?? [], text, surroundings)?.bookingId;
      return task.bookingId === undefined ? "not understood" : "understood";
    case "time":
      return hearTime(task, text, surroundings);
    case "slot":
      return hearSlot(task, text, surroundings);
    case "confirmation": {
      const said = folded(text);
      const answer = task.kind === "move" ? hearConfirmation(task, text, surroundings) : undefined;
      if (answer === "another time") return "understood";
      if (answer === "confirmed" || words.yes.test(said)) task.isConfirmed = true;
      else if (words.no.test(said)) task.outcome = "kept";
      else return "not understood";
      return "understood";
    }
    default:
      return hearIdentity(task, question, text, surroundings);
  }
}

function hearIdentity(
  task: ChangeTask,
  question: Question,
  text: string,
  surroundings: Surroundings,
): Heard {
  const people = { booker: { ...task.caller }, participant: {} };
  const heard = hearDetail(people, question, text, surroundings);
  if (heard !== "understood") {
    // Who cannot spell it either says it again.
    if (question.about !== "spelling") return heard;
    if (hearDetail(people, { about: "name", who: "booker" }, text, surroundings) !== "understood") return heard;
  }
  const { firstname, lastname } = people.booker;
  // One name alone is how a family is called.
  if (question.about === "name" && lastname === undefined && firstname !== undefined) {
    people.booker.lastname = firstname;
    delete people.booker.firstname;
  }
  task.caller = people.booker;
  if (question.about === "spelling") task.spellings += 1;
  delete task.clients;
  return "understood";
}

function bookingIn(
  bookings: readonly WireBooking[],
  text: string,
  { texts, language }: Surroundings,
): WireBooking | undefined {
  const place = chosenByPlace(text, bookings.length, texts.words);
  if (place !== undefined) return bookings[place];
  const starts = bookings.map(({ bookingId, start }) => ({ avId: bookingId, slotStart: start, slotEnd: start }));
  const timed = timeIn(text, language) === undefined ? [] : chosenByTime(text, starts, language);
  if (timed.length === 1) return bookings.find(({ bookingId }) => bookingId === timed[0]!.avId);
  const said = folded(text);
  if (texts.words.earliest.test(said)) return bookings[0];
  if (texts.words.latest.test(said)) return bookings.at(-1);
  return chosenByName(text, bookings, ({ name }) => name);
}

/** Which member an answer of the webhook becomes. */
const RECEIVED = {
  findExistingUser: "clients",
  findExistingBooking: "bookings",
  getAppointmentTypesWithProducts: "types",
  getSlots: "slots",
} as const satisfies Partial<Record<WebhookAction, keyof ChangeTask>>;

export function receiveForChange(
  task: ChangeTask,
  action: WebhookAction,
  body: unknown,
  surroundings: Surroundings,
): void {
  if (action === "cancelAppointment") task.outcome = "cancelled";
  else if (action === "modifyAppointment") task.outcome = "moved";
  else if (action in RECEIVED) Object.assign(task, { [RECEIVED[action as keyof typeof RECEIVED]]: body });
  // "Meinen Termin am Dienstag absagen": said already.
  if (action === "findExistingBooking" && task.kind === "cancel") {
    task.bookingId = bookingIn(task.bookings ?? [], task.opening, surroundings)?.bookingId;
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
    task.spellings += 1;
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
