import { understandPhone } from "../identity/spoken-phone.ts";
import type { ActionName, Problem } from "../protocol/index.ts";
import type { Language } from "../scheduling/configuration.ts";
import { bookingStep } from "./booking-step.ts";
import { type BookingTask, newBooking, receiveForBooking, refusedForBooking } from "./booking-task.ts";
import { changeStep } from "./change-step.ts";
import { type ChangeTask, newChange, receiveForChange, refusedForChange } from "./change-task.ts";
import { ENGLISH } from "./english.ts";
import { GERMAN } from "./german.ts";
import { hearForBooking, settleBooking } from "./hear-booking.ts";
import { hearForChange, settleChange } from "./hear-change.ts";
import { folded, timeIn } from "./hearing.ts";
import { type Wish, wishesIn } from "./intents.ts";
import { forgetTime } from "./negotiate-slot.ts";
import type { Details, Heard, Members, Question, Step, Surroundings } from "./step.ts";
import type { Texts } from "./texts.ts";

/** What can happen in a call. */
export type DialogueEvent =
  | { readonly type: "answered" }
  | { readonly type: "said"; readonly text: string }
  | { readonly type: "pressed"; readonly keys: string }
  | { readonly type: "silence" }
  | { readonly type: "webhook answered"; readonly body: unknown }
  /** Undefined: no answer that could be read. */
  | { readonly type: "webhook failed"; readonly problem: Problem | undefined }
  /** One of the choices of "map words"; undefined: none of them. */
  | { readonly type: "words mapped"; readonly to: string | undefined }
  | { readonly type: "hung up" };

/** What whoever runs the call is to do, in this order. */
export type Effect =
  | { readonly type: "say"; readonly text: string; readonly bargeIn: boolean }
  | { readonly type: "call webhook"; readonly action: ActionName; readonly members: Members }
  /** Whether what the caller said means the same as one of the choices; only where the call has `mapsWords`. */
  | { readonly type: "map words"; readonly text: string; readonly choices: readonly string[] }
  | { readonly type: "transfer" }
  | { readonly type: "hang up" };

export interface CallSettings {
  readonly sipId: string;
  readonly language: Language;
  /** ISO 3166-1 alpha-2, for numbers as they are dialled. */
  readonly country: string;
  /** `YYYY-MM-DD` where the business is: which year need not be said, and how old somebody born in '85 is. */
  readonly today: string;
  /** As the carrier gives it, in any form; absent when withheld. */
  readonly callerNumber?: string | undefined;
  /** There is something that maps words to what the bot knows: a language model. */
  readonly mapsWords?: boolean | undefined;
}

/** A call so far: plain data, which JSON carries to the process that takes the next turn. */
export interface Dialogue {
  readonly settings: CallSettings;
  readonly phase: "new" | "listening" | "waiting" | "ended";
  readonly entityId?: string | undefined;
  readonly task?: BookingTask | ChangeTask | undefined;
  /** What the caller wants after that. */
  readonly wishes: readonly Wish[];
  readonly question?: Question | undefined;
  /** What the caller has told about themselves in tasks that are done. */
  readonly caller: Details;
  /** The request that is under way. */
  readonly request?: PendingRequest | undefined;
  /** What the caller said that is being mapped. */
  readonly unclear?: string | undefined;
  readonly lastSaid: string;
  /** In a row, on one question. */
  readonly failures: number;
  readonly silences: number;
  /** What the caller has said in all. */
  readonly turns: number;
}

interface PendingRequest {
  readonly action: ActionName;
  readonly members: Members;
  /** It has failed before, in a way that may pass. */
  readonly isRepeated: boolean;
}

const MOST_FAILURES = 3;
/** A call that takes longer goes in circles. */
const MOST_TURNS = 60;

export function newDialogue(settings: CallSettings): Dialogue {
  const { callerNumber, ...others } = settings;
  const number = callerNumber === undefined ? null : understandPhone(callerNumber, settings).value;
  return {
    settings: number === null ? others : { ...others, callerNumber: number },
    phase: "new",
    wishes: [],
    caller: {},
    lastSaid: "",
    failures: 0,
    silences: 0,
    turns: 0,
  };
}

/** The next state and what is to be done; the state that was given stays as it is. */
export function transition(
  before: Dialogue,
  event: DialogueEvent,
): { readonly state: Dialogue; readonly effects: readonly Effect[] } {
  const turn = new Turn(before);
  turn.take(event);
  return { state: turn.state, effects: turn.effects };
}

type Draft = { -readonly [member in keyof Dialogue]: Dialogue[member] };

/** One event's work on a copy of the state. */
class Turn {
  readonly state: Draft;
  readonly effects: Effect[] = [];
  readonly #texts: Texts;
  #before: string[] = [];

  constructor(before: Dialogue) {
    this.state = structuredClone(before) as Draft;
    this.#texts = before.settings.language === "de" ? GERMAN : ENGLISH;
  }

  take(event: DialogueEvent): void {
    const { phase } = this.state;
    if (phase === "ended") return;
    switch (event.type) {
      case "hung up":
        this.state.phase = "ended";
        return;
      case "answered":
        if (phase === "new") this.#call("getEntityForSipId", { sipId: this.state.settings.sipId });
        return;
      case "webhook answered":
        if (phase === "waiting") this.#receive(event.body);
        return;
      case "webhook failed":
        if (phase === "waiting") this.#fail(event.problem);
        return;
      case "words mapped":
        if (phase === "waiting" && this.state.unclear !== undefined) this.#hearMapped(event.to);
        return;
      case "silence":
        if (phase === "listening") this.#nudge();
        return;
      case "pressed":
        if (phase === "listening") this.#press(event.keys);
        return;
      case "said":
        if (phase === "listening") this.#hear(event.text);
        return;
    }
  }

  /** 0 is a person and * says it again; 1 and 2 are yes and no where that is the question. */
  #press(keys: string): undefined {
    const about = this.state.question?.about;
    if (keys === "*") return this.#say(this.state.lastSaid);
    if (keys === "0" && about !== "field") return this.#handOver();
    const isYesOrNo = about === "self" || about === "caller number" || about === "confirmation";
    this.#hear(isYesOrNo ? (this.#texts.keys[keys] ?? keys) : keys);
  }

  #hear(text: string, { isMapped = false } = {}): undefined {
    const { words } = this.#texts;
    const said = folded(text);
    this.state.silences = 0;
    if (!isMapped) this.state.turns += 1;
    if (words.repeat.test(said)) return this.#say(this.state.lastSaid);
    if (words.human.test(said) || this.state.turns > MOST_TURNS) return this.#handOver();
    if (words.beyond.test(said)) {
      this.#before.push(this.#texts.cannotTell);
      return this.#goOn();
    }
    if (this.#givesUp(text)) return this.#drop();
    const { question, task } = this.state;
    const heard =
      task === undefined || question === undefined ? this.#hearTask(text) : this.#hearAnswer(text);
    if (heard === "ended") return;
    if (heard === "understood") {
      this.state.failures = 0;
      return this.#goOn();
    }
    if (heard === "not understood" && !isMapped && this.state.settings.mapsWords) return this.#mapWords(text);
    this.state.failures += 1;
    if (this.state.failures >= MOST_FAILURES) return this.#handOver();
    this.#before.push(
      heard === "refused" ? this.#texts.isNeeded : this.#texts.notUnderstood,
      ...this.#hint(),
    );
    this.#goOn();
  }

  #mapWords(text: string): undefined {
    this.state.unclear = text;
    this.state.phase = "waiting";
    this.effects.push({ type: "map words", text, choices: this.#choices() });
  }

  #hearMapped(to: string | undefined): undefined {
    const text = to !== undefined && this.#choices().includes(to) ? to : this.state.unclear!;
    this.state.phase = "listening";
    this.#hear(text, { isMapped: true });
    this.state.unclear = undefined;
  }

  /** A yes to what was read back must be the caller's own. */
  #choices(): readonly string[] {
    const { yes, no, ...others } = this.#texts.plainly;
    const about = this.state.question?.about;
    if (about === "self" || about === "caller number") return [yes, no, ...Object.values(others)];
    return [no, ...Object.values(others)];
  }

  #hint(): readonly string[] {
    const { question, task } = this.state;
    const isChoice =
      question?.about === "booking" || (question?.about === "slot" && (task?.slots?.length ?? 0) > 1);
    const about =
      question?.about === "field"
        ? question.field
        : question?.about === "name"
          ? "name"
          : isChoice
            ? "choice"
            : undefined;
    return about === undefined ? [] : [this.#texts.hints[about] ?? []].flat();
  }

  /** "Dienstag passt doch nicht" is about a time. */
  #givesUp(text: string): boolean {
    const { task, settings } = this.state;
    return (
      task !== undefined &&
      this.#texts.words.giveUp.test(folded(text)) &&
      timeIn(text, settings.language) === undefined
    );
  }

  #drop(): undefined {
    this.#before.push(this.#nothingDone());
    this.#endTask();
  }

  #nothingDone(): string {
    const { task } = this.state;
    return task?.kind === "book" ? this.#texts.nothingBooked : this.#texts.kept;
  }

  #hearAnswer(text: string): Heard | "ended" {
    const { task, question } = this.state;
    if (this.#isAnotherTask(text)) return this.#hearTask(text);
    const surroundings = this.#surroundings();
    const heard =
      task!.kind === "book"
        ? hearForBooking(task!, question!, text, surroundings)
        : hearForChange(task!, question!, text, surroundings);
    if (heard === "understood") return heard;
    const other = this.#hearTask(text);
    return other === "not understood" ? heard : other;
  }

  /** "Ich möchte absagen" is no name. Where a change is talked about, such words are about that. */
  #isAnotherTask(text: string): boolean {
    const { words } = this.#texts;
    const { question, task } = this.state;
    if (words.goodbye.test(folded(text))) return true;
    if (["confirmation", "what is wrong", "time", "slot"].includes(question!.about)) return false;
    return wishesIn(text, words).some(({ intent }) => intent !== "book" && intent !== task!.kind);
  }

  /** What the caller wants; also in the middle of something else. */
  #hearTask(text: string): Heard | "ended" {
    const { words } = this.#texts;
    const said = folded(text);
    const [wish, ...others] = wishesIn(text, words);
    if (wish !== undefined && wish.intent !== this.state.task?.kind) {
      this.#begin(wish);
      this.state.wishes = others;
      return "understood";
    }
    const about = this.state.question?.about;
    if (words.goodbye.test(said) || (words.no.test(said) && (about === "more" || about === "task"))) {
      this.#sayGoodbye();
      return "ended";
    }
    // "Ja" to "sonst noch etwas?": what?
    if (about === "more" && words.yes.test(said) && said.split(" ").length <= 2) return "understood";
    const isUnmapped = this.state.settings.mapsWords === true && this.state.unclear === undefined;
    if (this.state.task === undefined && about === "task" && !isUnmapped) {
      // Who names a treatment wants it: the types are looked at, and nothing is booked without a yes.
      this.#begin({ intent: "book", opening: text });
      return "understood";
    }
    return "not understood";
  }

  #begin({ intent, opening }: Wish): void {
    const surroundings = this.#surroundings();
    const caller = this.#known();
    this.state.task =
      intent === "book"
        ? newBooking(opening, caller, surroundings)
        : newChange(intent, opening, caller, surroundings);
  }

  /** What the caller has told about themselves so far in this call. */
  #known(): Details {
    const { task, caller } = this.state;
    return { ...caller, ...(task?.kind === "book" ? task.booker : task?.caller) };
  }

  #receive(body: unknown): undefined {
    const { request, task } = this.state;
    this.state.phase = "listening";
    if (request?.action === "getEntityForSipId") {
      this.state.entityId = (body as { entityId: string }).entityId;
      return this.#call("getBusinessName", { entityId: this.state.entityId });
    }
    if (request?.action === "getBusinessName") {
      this.state.question = { about: "task" };
      return this.#say(this.#texts.greeting((body as { name: string }).name));
    }
    if (task?.kind === "book") receiveForBooking(task, request!.action, body);
    else if (task !== undefined) receiveForChange(task, request!.action, body);
    this.#goOn();
  }

  #fail(problem: Problem | undefined): undefined {
    const { task, request } = this.state;
    const mayPass = problem === undefined || problem.retryable === true;
    if (mayPass && request?.isRepeated === false) {
      // The same booking asked for twice is one booking, so that every request can be repeated.
      this.effects.push({ type: "say", text: this.#texts.oneMoment, bargeIn: false });
      return this.#call(request.action, request.members, { isRepeated: true });
    }
    this.state.phase = "listening";
    const speech = problem?.speech;
    if (task !== undefined && problem !== undefined) {
      const goesOn =
        task.kind === "book" ? refusedForBooking(task, problem) : refusedForChange(task, problem);
      if (goesOn === "understood") {
        if (speech !== undefined) this.#before.push(speech);
        return this.#goOn();
      }
      if (request?.action === "getSlots" && problem.code === "invalid_request" && speech !== undefined) {
        forgetTime(task);
        this.state.question = { about: "time" };
        return this.#say(speech);
      }
    }
    this.#before.push(speech ?? this.#texts.trouble);
    this.#handOver();
  }

  #nudge(): undefined {
    const nudge = this.#texts.nudges[this.state.silences];
    this.state.silences += 1;
    if (nudge === undefined) return this.#sayGoodbye();
    this.effects.push({ type: "say", text: nudge, bargeIn: true });
  }

  /** Asks or calls what the task needs next. */
  #goOn(): undefined {
    const { task } = this.state;
    if (task === undefined) {
      this.state.question = { about: "task" };
      return this.#say(this.#texts.askWhat);
    }
    const surroundings = this.#surroundings();
    if (task.kind === "book") settleBooking(task, surroundings);
    else settleChange(task, surroundings);
    const step: Step =
      task.kind === "book" ? bookingStep(task, surroundings) : changeStep(task, surroundings);
    switch (step.do) {
      case "ask":
        this.state.question = step.question;
        return this.#say(step.text);
      case "call":
        return this.#call(step.action, step.members);
      case "finish":
        this.#before.push(step.text);
        return this.#endTask();
      case "hand over":
        this.#before.push(step.text);
        return this.#handOver();
    }
  }

  #endTask(): undefined {
    this.state.caller = this.#known();
    this.state.task = undefined;
    this.state.failures = 0;
    const [next, ...others] = this.state.wishes;
    if (next !== undefined) {
      this.state.wishes = others;
      this.#begin(next);
      return this.#goOn();
    }
    this.state.question = { about: "more" };
    this.#say(this.#texts.anythingElse);
  }

  #say(text: string): undefined {
    const whole = [...this.#before, text].join(" ");
    this.#before = [];
    this.state.lastSaid = whole;
    this.effects.push({ type: "say", text: whole, bargeIn: true });
    this.state.phase = "listening";
  }

  #call(action: ActionName, members: Members, { isRepeated = false } = {}): undefined {
    this.state.request = { action, members, isRepeated };
    this.state.phase = "waiting";
    this.effects.push({ type: "call webhook", action, members });
  }

  #handOver(): undefined {
    const text = [...this.#before, this.#texts.handOver].join(" ");
    this.effects.push({ type: "say", text, bargeIn: false }, { type: "transfer" });
    this.state.phase = "ended";
  }

  /** What was begun and is not done is said, so that nobody comes for it. */
  #sayGoodbye(): undefined {
    const unfinished = this.state.task === undefined ? [] : [this.#nothingDone()];
    const text = [...unfinished, this.#texts.goodbye].join(" ");
    this.effects.push({ type: "say", text, bargeIn: false }, { type: "hang up" });
    this.state.phase = "ended";
  }

  #surroundings(): Surroundings {
    const { language, country, today, callerNumber } = this.state.settings;
    return { texts: this.#texts, language, entityId: this.state.entityId!, country, today, callerNumber };
  }
}
