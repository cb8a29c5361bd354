import { type Details, detailsStep, digitByDigit, hearDetail, type People } from "./collect-details.ts";
import { chosenByName, chosenByPlace, folded, namesATime, saidMinutes } from "./hearing.ts";
import { hearSlot, hearTime, lose, negotiationStep, wish } from "./negotiate-slot.ts";
import type { Heard, Negotiation, Question, Step, Surroundings } from "./step.ts";
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

type Choice = "type" | "agent" | "product" | "time";

export function newBooking(opening: string): BookingTask {
  return {
    kind: "book",
    opening,
    unheard: ["type", "agent", "product", "time"],
    booker: {},
    participant: {},
    isConfirmed: false,
  };
}

/** The seed's sequence: each question and each request when what comes before it is known. */
export function bookingStep(task: BookingTask, surroundings: Surroundings): Step {
  const { texts, entityId, today } = surroundings;
  settle(task, surroundings);
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
    const names = task.agents.map(nameOf);
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
  const details = detailsStep(task, task.required, surroundings);
  if (details !== undefined) return details;
  if (task.isWrong) return { do: "ask", question: { about: "what is wrong" }, text: texts.askWrong };
  if (!task.isConfirmed) {
    return { do: "ask", question: { about: "confirmation" }, text: readBack(task, surroundings) };
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

/** Takes what leaves no choice, and what the opening has said already. */
function settle(task: BookingTask, { texts, language }: Surroundings): void {
  const first = (choice: Choice): boolean => {
    const isUnheard = task.unheard.includes(choice);
    task.unheard = task.unheard.filter((one) => one !== choice);
    return isUnheard;
  };
  const { opening, types, agents, products } = task;
  if (types !== undefined && task.typeId === undefined) {
    if (types.length === 1) task.typeId = types[0]!.id;
    else if (first("type")) task.typeId = chosenByName(opening, types, ({ name }) => name)?.id;
  }
  if (agents !== undefined && task.agentId === undefined) {
    if (agents.length <= 1) task.agentId = agents[0]?.id ?? null;
    else if (first("agent")) task.agentId = agentIn(opening, agents, texts.words.any);
  }
  if (products !== undefined && task.productId === undefined) {
    if (products.length === 1) task.productId = products[0]!.id;
    else if (first("product")) task.productId = productIn(opening, products)?.id;
  }
  if (task.productId !== undefined && task.when === undefined && task.slot === undefined && first("time")) {
    if (namesATime(opening, language)) wish(task, opening);
  }
}

function agentIn(text: string, agents: readonly WireAgent[], any: RegExp): string | null | undefined {
  const agent = chosenByName(text, agents, nameOf, { bySound: true });
  return agent?.id ?? (any.test(folded(text)) ? null : undefined);
}

function productIn(text: string, products: readonly WireProduct[]): WireProduct | undefined {
  const minutes = saidMinutes(text);
  const asLong = products.filter(({ duration }) => minutes.includes(duration));
  return asLong.length === 1 ? asLong[0] : chosenByName(text, products, ({ name }) => name);
}

export function hearForBooking(
  task: BookingTask,
  question: Question,
  text: string,
  surroundings: Surroundings,
): Heard {
  const { words } = surroundings.texts;
  const heard = hearAnswer();
  if (heard === "understood") return heard;
  // A name among details is the caller's, also where somebody who works there is called so.
  const asksToChoose = ["type", "agent", "product", "time"].includes(question.about);
  if (!asksToChoose && !words.instead.test(folded(text))) return "not understood";
  if (reconsider(task, text, surroundings) === "understood") return "understood";
  // Said before it was asked.
  return task.when === undefined ? hearTime(task, text, surroundings) : "not understood";

  function hearAnswer(): Heard {
    switch (question.about) {
      case "type":
        task.typeId = pick(task.types, ({ name }) => name)?.id;
        return task.typeId === undefined ? "not understood" : "understood";
      case "agent":
        task.agentId = agentIn(text, task.agents ?? [], words.any) ?? pick(task.agents, nameOf)?.id;
        if (task.agentId === undefined && words.any.test(folded(text))) task.agentId = null;
        return task.agentId === undefined ? "not understood" : "understood";
      case "product":
        task.productId = (
          productIn(text, task.products ?? []) ?? pick(task.products, ({ name }) => name)
        )?.id;
        return task.productId === undefined ? "not understood" : "understood";
      case "time":
        return hearTime(task, text, surroundings);
      case "slot":
        return hearSlot(task, text, surroundings);
      case "confirmation":
        if (words.yes.test(folded(text))) task.isConfirmed = true;
        else if (hearWrong(task, text, surroundings) === "understood") return "understood";
        else if (words.no.test(folded(text))) task.isWrong = true;
        else return "not understood";
        return "understood";
      case "what is wrong":
        return hearWrong(task, text, surroundings);
      default:
        return hearDetail(task, question, text, surroundings);
    }
  }

  function pick<Option>(options: readonly Option[] = [], name: (option: Option) => string) {
    const place = chosenByPlace(text, options.length, words);
    return place === undefined ? chosenByName(text, options, name) : options[place];
  }
}

/** What was read back and is to be changed; only that is asked again. */
function hearWrong(task: BookingTask, text: string, surroundings: Surroundings): Heard {
  const { words } = surroundings.texts;
  const said = folded(text);
  const who = task.isForSelf === false ? "participant" : "booker";
  if (namesATime(text, surroundings.language)) wish(task, text);
  else if (words.wrongName.test(said)) forget(task[who], ["firstname", "lastname"]);
  else if (words.wrongPhone.test(said)) {
    forget(task.booker, ["phone"]);
    task.refusedCallerNumber = true;
  } else if (words.wrongTime.test(said)) {
    delete task.when;
    delete task.slots;
    delete task.slot;
  } else return reconsider(task, text, surroundings);
  delete task.isWrong;
  return "understood";
}

function forget(details: Details, fields: readonly UserField[]): void {
  for (const field of fields) delete details[field];
}

/** Another type or another person, said while something else was asked. */
function reconsider(task: BookingTask, text: string, { texts }: Surroundings): Heard {
  const type = chosenByName(text, task.types ?? [], ({ name }) => name);
  if (task.typeId !== undefined && type !== undefined && type.id !== task.typeId) {
    for (const known of ["agents", "agentId", "products", "productId", "required"] as const)
      delete task[known];
    task.typeId = type.id;
  } else {
    const agentId =
      task.agentId === undefined ? undefined : agentIn(text, task.agents ?? [], texts.words.any);
    if (agentId === undefined || agentId === task.agentId) return "not understood";
    task.agentId = agentId;
  }
  for (const known of ["slots", "slot", "isWrong"] as const) delete task[known];
  task.isConfirmed = false;
  return "understood";
}

export function receiveForBooking(task: BookingTask, action: WebhookAction, body: unknown): void {
  switch (action) {
    case "getAppointmentTypes":
      task.types = body as WireType[];
      break;
    case "getAgents":
      task.agents = body as WireAgent[];
      break;
    case "getProducts":
      task.products = body as WireProduct[];
      break;
    case "getSlots":
      task.slots = body as WireSlot[];
      break;
    case "getRequiredInfo":
      task.required = body as WireRequiredInfo;
      break;
    case "bookAppointment":
      task.booked = (body as { start?: string }).start ?? task.slot!.slotStart;
      break;
    default:
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

function readBack(task: BookingTask, { texts, today }: Surroundings): string {
  const product = task.products!.find(({ id }) => id === task.productId)!;
  const agent = task.agents!.find(({ id }) => id === (task.slot!.agentId ?? task.agentId));
  const { firstname, lastname } = task.isForSelf === false ? task.participant : task.booker;
  return texts.readBack({
    what: product.name,
    agent: agent === undefined ? undefined : nameOf(agent),
    time: texts.time(task.slot!.slotStart, Number(today.slice(0, 4))),
    name: [firstname, lastname].filter(Boolean).join(" "),
    phone: task.booker.phone === undefined ? undefined : digitByDigit(task.booker.phone),
  });
}

function nameOf({ firstname, lastname }: WireAgent): string {
  return `${firstname} ${lastname}`;
}
