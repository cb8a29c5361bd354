import type { Language } from "../scheduling/configuration.ts";
import {
  type BookingTask,
  bookingStep,
  hearForBooking,
  newBooking,
  receiveForBooking,
  refusedForBooking,
} from "./booking-task.ts";
import {
  type ChangeTask,
  changeStep,
  hearForChange,
  newChange,
  receiveForChange,
  refusedForChange,
} from "./change-task.ts";
import { ENGLISH } from "./english.ts";
import { GERMAN } from "./german.ts";
import { folded } from "./hearing.ts";
import type { Heard, Members, Question, Step, Surroundings } from "./step.ts";
import type { Texts } from "./texts.ts";
import type { WebhookAction, WireProblem } from "./wire.ts";

/** What can happen in a call. */
export type DialogueEvent =
  | { readonly type: "answered" }
  | { readonly type: "said"; readonly text: string }
  | { readonly type: "pressed"; readonly keys: string }
  | { readonly type: "silence" }
  | { readonly type: "webhook answered"; readonly body: unknown }
  /** Undefined: no answer that could be read. */
  | { readonly type: "webhook failed"; readonly problem: WireProblem | undefined }
  | { readonly type: "hung up" };

/** What whoever runs the call is to do, in this order. */
export type Effect =
  | { readonly type: "say"; readonly text: string; readonly bargeIn: boolean }
  | { readonly type: "call webhook"; readonly action: WebhookAction; readonly members: Members }
  | { readonly type: "transfer" }
  | { readonly type: "hang up" };

export interface CallSettings {
  readonly sipId: string;
  readonly language: Language;
  /** ISO 3166-1 alpha-2, for numbers as they are dialled. */
  readonly country: string;
  /** `YYYY-MM-DD` where the business is: which year need not be said, and how old somebody born in '85 is. */
  readonly today: string;
  readonly callerNumber?: string | undefined;
}

/** A call so far: plain data, which JSON carries to the process that takes the next turn. */
export interface Dialogue {
  readonly settings: CallSettings;
  readonly phase: "new" | "listening" | "waiting" | "ended";
  readonly entityId?: string | undefined;
  readonly task?: BookingTask | ChangeTask | undefined;
  readonly question?: Question | undefined;
  /** The request that is under way. */
  readonly request?: WebhookAction | undefined;
  readonly lastSaid: string;
  /** In a row, on one question. */
  readonly failures: number;
  readonly silences: number;
}

const MOST_FAILURES = 3;

export function newDialogue(settings: CallSettings): Dialogue {
  return { settings, phase: "new", lastSaid: "", failures: 0, silences: 0 };
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
      case "silence":
        if (phase === "listening") this.#nudge();
        return;
      case "pressed":
        if (phase === "listening") this.#hear(event.keys);
        return;
      case "said":
        if (phase === "listening") this.#hear(event.text);
        return;
    }
  }

  #hear(text: string): undefined {
    const { words } = this.#texts;
    const said = folded(text);
    this.state.silences = 0;
    if (words.repeat.test(said)) return this.#say(this.state.lastSaid);
    if (words.human.test(said)) return this.#handOver();
    const { question, task } = this.state;
    const wasUnderstood =
      task === undefined || question === undefined ? this.#hearTask(text) : this.#hearAnswer(text);
    if (wasUnderstood === "understood") {
      this.state.failures = 0;
      return this.#goOn();
    }
    if (wasUnderstood === "ended") return;
    this.state.failures += 1;
    if (this.state.failures >= MOST_FAILURES) return this.#handOver();
    this.#before.push(this.#texts.notUnderstood);
    this.#goOn();
  }

  #hearAnswer(text: string): Heard | "ended" {
    const { task, question } = this.state;
    if (this.#isAnotherTask(text)) return this.#hearTask(text);
    const surroundings = this.#surroundings();
    const heard =
      task!.kind === "book"
        ? hearForBooking(task!, question!, text, surroundings)
        : hearForChange(task!, question!, text, surroundings);
    return heard === "understood" ? heard : this.#hearTask(text);
  }

  /** "Ich möchte absagen" is no name. Where a change is talked about, such words are about that. */
  #isAnotherTask(text: string): boolean {
    const { cancel, move, goodbye } = this.#texts.words;
    const said = folded(text);
    const { question, task } = this.state;
    if (goodbye.test(said)) return true;
    if (["confirmation", "what is wrong", "time", "slot"].includes(question!.about)) return false;
    return (task!.kind !== "cancel" && cancel.test(said)) || (task!.kind !== "move" && move.test(said));
  }

  /** What the caller wants; also in the middle of something else. */
  #hearTask(text: string): Heard | "ended" {
    const { words } = this.#texts;
    const said = folded(text);
    const kind = words.move.test(said)
      ? "move"
      : words.cancel.test(said)
        ? "cancel"
        : words.book.test(said)
          ? "book"
          : undefined;
    if (kind !== undefined && kind !== this.state.task?.kind) {
      this.state.task = kind === "book" ? newBooking(text) : newChange(kind);
      return "understood";
    }
    const wantsNoMore = ["more", "task"].includes(this.state.question?.about ?? "") && words.no.test(said);
    if (words.goodbye.test(said) || wantsNoMore) {
      this.#end(this.#texts.goodbye);
      return "ended";
    }
    if (this.state.task === undefined && this.state.question?.about === "task") {
      // Who names a treatment wants it: the types are looked at, and nothing is booked without a yes.
      this.state.task = newBooking(text);
      return "understood";
    }
    return "not understood";
  }

  #receive(body: unknown): undefined {
    const { request, task } = this.state;
    this.state.phase = "listening";
    if (request === "getEntityForSipId") {
      this.state.entityId = (body as { entityId: string }).entityId;
      return this.#call("getBusinessName", { entityId: this.state.entityId });
    }
    if (request === "getBusinessName") {
      this.state.question = { about: "task" };
      return this.#say(this.#texts.greeting((body as { name: string }).name));
    }
    if (task?.kind === "book") receiveForBooking(task, request!, body);
    else if (task !== undefined) receiveForChange(task, request!, body);
    this.#goOn();
  }

  #fail(problem: WireProblem | undefined): undefined {
    const { task, request } = this.state;
    this.state.phase = "listening";
    const speech = problem?.speech;
    if (task !== undefined && problem !== undefined) {
      const goesOn =
        task.kind === "book" ? refusedForBooking(task, problem) : refusedForChange(task, problem);
      if (goesOn === "understood") {
        if (speech !== undefined) this.#before.push(speech);
        return this.#goOn();
      }
      if (request === "getSlots" && problem.code === "invalid_request" && speech !== undefined) {
        delete task.when;
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
    if (nudge === undefined) return this.#end(this.#texts.goodbye);
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
    const step: Step =
      task.kind === "book" ? bookingStep(task, surroundings) : changeStep(task, surroundings);
    switch (step.do) {
      case "ask":
        this.state.question = step.question;
        return this.#say(step.text);
      case "call":
        return this.#call(step.action, step.members);
      case "finish":
        this.state.task = undefined;
        this.state.question = { about: "more" };
        this.#before.push(step.text);
        return this.#say(this.#texts.anythingElse);
      case "hand over":
        this.#before.push(step.text);
        return this.#handOver();
    }
  }

  #say(text: string): undefined {
    const whole = [...this.#before, text].join(" ");
    this.#before = [];
    this.state.lastSaid = whole;
    this.effects.push({ type: "say", text: whole, bargeIn: true });
    this.state.phase = "listening";
  }

  #call(action: WebhookAction, members: Members): undefined {
    this.state.request = action;
    this.state.phase = "waiting";
    this.effects.push({ type: "call webhook", action, members });
  }

  #handOver(): undefined {
    const text = [...this.#before, this.#texts.handOver].join(" ");
    this.effects.push({ type: "say", text, bargeIn: false }, { type: "transfer" });
    this.state.phase = "ended";
  }

  #end(text: string): undefined {
    this.effects.push({ type: "say", text, bargeIn: false }, { type: "hang up" });
    this.state.phase = "ended";
  }

  #surroundings(): Surroundings {
    const { language, country, today, callerNumber } = this.state.settings;
    return { texts: this.#texts, language, entityId: this.state.entityId!, country, today, callerNumber };
  }
}
