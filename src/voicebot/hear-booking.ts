import { type Agent, type Product, USER_FIELDS } from "../protocol/index.ts";
import { type BookingTask, type Choice, forget, nameOfAgent } from "./booking-task.ts";
import { hearDetail } from "./collect-details.ts";
import { chosenByName, chosenByPlace, folded, saidMinutes, timeIn } from "./hearing.ts";
import { forgetTime, hearConfirmation, hearSlot, hearTime } from "./negotiate-slot.ts";
import { saidDetails } from "./said-details.ts";
import type { Heard, Question, Surroundings } from "./step.ts";
import type { ListenedFor } from "./texts.ts";

/** Takes what leaves no choice, and what the opening has said already. */
export function settleBooking(task: BookingTask, surroundings: Surroundings): void {
  const { words } = surroundings.texts;
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
    else if (first("agent")) task.agentId = agentIn(opening, agents, words);
  }
  if (products !== undefined && task.productId === undefined) {
    if (products.length === 1) task.productId = products[0]!.id;
    else if (first("product")) task.productId = productIn(opening, products, words)?.id;
  }
  if (task.productId !== undefined && task.when === undefined && task.slot === undefined && first("time")) {
    hearTime(task, opening, surroundings);
  }
}

function agentIn(text: string, agents: readonly Agent[], words: ListenedFor): string | null | undefined {
  const agent = chosenByName(text, agents, nameOfAgent, { bySound: true });
  return agent?.id ?? (words.any.test(folded(text)) ? null : undefined);
}

function productIn(
  text: string,
  products: readonly Product[],
  { shorter, longer }: ListenedFor,
): Product | undefined {
  const minutes = saidMinutes(text);
  const asLong = products.filter(({ duration }) => minutes.includes(duration));
  if (asLong.length === 1) return asLong[0];
  const named = chosenByName(text, products, ({ name }) => name);
  if (named !== undefined) return named;
  const said = folded(text);
  const byLength = products.toSorted((a, b) => a.duration - b.duration);
  if (shorter.test(said)) return byLength[0];
  return longer.test(said) ? byLength.at(-1) : undefined;
}

export function hearForBooking(
  task: BookingTask,
  question: Question,
  text: string,
  surroundings: Surroundings,
): Heard {
  const { texts, language } = surroundings;
  const { words } = texts;
  const heard = hearAnswer(task, question, text, surroundings);
  const isChoice = ["type", "agent", "product"].includes(question.about);
  if (heard === "understood") {
    // "Egal, am Mittwoch": also what has not been asked yet. "Egal" alone is no time, and would take the place of the one
    // that was said at first.
    const besides = folded(text).replace(words.any, " ");
    const saysWhen = isChoice && task.when === undefined && timeIn(besides, language) !== undefined;
    if (saysWhen) hearTime(task, text, surroundings);
    return heard;
  }
  // A name among details is the caller's, also where somebody who works there is called so.
  const asksToChoose = isChoice || question.about === "time";
  if (!asksToChoose && !words.instead.test(folded(text))) return heard;
  if (reconsider(task, text, surroundings) === "understood") return "understood";
  return asksToChoose && task.when === undefined ? hearTime(task, text, surroundings) : heard;
}

function hearAnswer(task: BookingTask, question: Question, text: string, surroundings: Surroundings): Heard {
  const { words } = surroundings.texts;
  switch (question.about) {
    case "type":
      task.typeId = picked(text, task.types, ({ name }) => name, words)?.id;
      return task.typeId === undefined ? "not understood" : "understood";
    case "agent": {
      const agent = agentIn(text, task.agents ?? [], words);
      task.agentId = agent === undefined ? picked(text, task.agents, nameOfAgent, words)?.id : agent;
      return task.agentId === undefined ? "not understood" : "understood";
    }
    case "product": {
      const product = productIn(text, task.products ?? [], words);
      task.productId = (product ?? picked(text, task.products, ({ name }) => name, words))?.id;
      return task.productId === undefined ? "not understood" : "understood";
    }
    case "time":
      return hearTime(task, text, surroundings);
    case "slot":
      return hearSlot(task, text, surroundings);
    case "confirmation": {
      const answer = hearConfirmation(task, text, surroundings);
      if (answer === "confirmed") task.isConfirmed = true;
      if (answer !== undefined || hearWrong(task, text, surroundings) === "understood") return "understood";
      if (!words.no.test(folded(text))) return "not understood";
      task.isWrong = true;
      return "understood";
    }
    case "what is wrong":
      return hearWrong(task, text, surroundings);
    default:
      return hearDetail(task, question, text, surroundings);
  }
}

function picked<Option>(
  text: string,
  options: readonly Option[] = [],
  name: (option: Option) => string,
  words: ListenedFor,
): Option | undefined {
  const place = chosenByPlace(text, options.length, words);
  return place === undefined ? chosenByName(text, options, name) : options[place];
}

/** What was read back and is to be changed; only that is asked again, unless the caller says it at once. */
function hearWrong(task: BookingTask, text: string, surroundings: Surroundings): Heard {
  const { texts, language } = surroundings;
  const { wrong } = texts.words;
  const said = folded(text);
  const told = saidDetails(text, texts.words, surroundings);
  const field = USER_FIELDS.find((one) => wrong[one]?.test(said) === true);
  if (Object.keys(told).length > 0) Object.assign(ownerOf(task, Object.keys(told)[0] as never), told);
  else if (field !== undefined) askAgain(task, field);
  else if (timeIn(text, language) !== undefined) hearTime(task, text, surroundings);
  else if (wrong.time?.test(said)) forgetTime(task);
  else return reconsider(task, text, surroundings);
  delete task.isWrong;
  return "understood";
}

/** The name is the participant's; else whoever of the two has told it. */
function ownerOf(task: BookingTask, field: (typeof USER_FIELDS)[number]) {
  if (task.isForSelf !== false) return task.booker;
  const isOfParticipant = ["firstname", "lastname"].includes(field) || task.participant[field] !== undefined;
  return isOfParticipant ? task.participant : task.booker;
}

function askAgain(task: BookingTask, field: (typeof USER_FIELDS)[number]): void {
  const owner = ownerOf(task, field);
  if (field === "lastname") task.toSpell = owner === task.booker ? "booker" : "participant";
  if (field === "phone") task.refusedCallerNumber = true;
  forget(owner, [field]);
}

/** Another type or another person, said while something else was asked. */
function reconsider(task: BookingTask, text: string, { texts }: Surroundings): Heard {
  const type = chosenByName(text, task.types ?? [], ({ name }) => name);
  const product = productIn(text, task.products ?? [], texts.words);
  if (task.typeId !== undefined && type !== undefined && type.id !== task.typeId) {
    for (const known of ["agents", "agentId", "products", "productId", "required"] as const)
      delete task[known];
    task.typeId = type.id;
  } else if (task.productId !== undefined && product !== undefined && product.id !== task.productId) {
    task.productId = product.id;
    delete task.required;
  } else {
    const agentId = task.agentId === undefined ? undefined : agentIn(text, task.agents ?? [], texts.words);
    if (agentId === undefined || agentId === task.agentId) return "not understood";
    task.agentId = agentId;
  }
  for (const known of ["slots", "slot", "isWrong"] as const) delete task[known];
  task.isConfirmed = false;
  return "understood";
}
