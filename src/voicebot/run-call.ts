import type { ActionName, Problem } from "../protocol/index.ts";
import {
  type CallSettings,
  type Dialogue,
  type DialogueEvent,
  type Effect,
  newDialogue,
  transition,
} from "./dialogue.ts";
import type { Question } from "./step.ts";

export interface WebhookExchange {
  readonly action: ActionName;
  readonly request: object;
  /** Undefined when no answer came. */
  readonly status: number | undefined;
  readonly body: unknown;
  readonly milliseconds: number;
}

/** How the other side of a call is reached: a terminal, a page, a carrier, a test. */
export interface Line {
  /** The caller's next words, or what else happens; after "hung up" nothing is asked any more. */
  readonly listen: (question: Question | undefined) => Promise<DialogueEvent>;
  readonly say: (text: string) => void;
  readonly exchanged?: (exchange: WebhookExchange) => void;
  /** For a call with `mapsWords`: one of the choices, or undefined for none. */
  readonly mapWords?: MapWords;
}

export type MapWords = (text: string, choices: readonly string[]) => Promise<string | undefined>;

export interface Webhook {
  readonly url: string;
  readonly callId: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Another way to ask than over the network, for tests. */
  readonly fetch?: typeof fetch;
}

/** A caller does not wait longer for an answer. */
const PATIENCE_MS = 8_000;

/** Runs a call to its end; returns how it ended. */
export async function runCall(
  settings: CallSettings,
  webhook: Webhook,
  line: Line,
): Promise<"ended" | "transferred"> {
  let isTransferred = false;
  const perform = (effect: PerformedEffect) => {
    if (effect.type === "say") line.say(effect.text);
    if (effect.type === "transfer") isTransferred = true;
  };
  let state = await runTurn(newDialogue(settings), { type: "answered" }, webhook, { ...line, perform });
  while (state.phase !== "ended") {
    const event = await line.listen(state.question);
    state = await runTurn(state, event, webhook, { ...line, perform });
  }
  return isTransferred ? "transferred" : "ended";
}

/** What is left to do for whoever runs a turn. */
export type PerformedEffect = Exclude<Effect, { type: "call webhook" | "map words" }>;

/** One event and all that follows from it, until it is the caller's turn or the call has ended. */
export async function runTurn(
  before: Dialogue,
  happened: DialogueEvent,
  webhook: Webhook,
  line: Pick<Line, "exchanged" | "mapWords"> & { readonly perform: (effect: PerformedEffect) => void },
): Promise<Dialogue> {
  let state = before;
  let event: DialogueEvent | undefined = happened;
  while (event !== undefined) {
    const next = transition(state, event);
    state = next.state;
    event = undefined;
    for (const effect of next.effects) {
      if (effect.type === "call webhook") event = await ask(webhook, effect, line);
      else if (effect.type === "map words") event = await mapped(effect, line);
      else line.perform(effect);
    }
  }
  return state;
}

async function mapped(
  { text, choices }: Effect & { type: "map words" },
  { mapWords }: Pick<Line, "mapWords">,
): Promise<DialogueEvent> {
  return { type: "words mapped", to: await mapWords?.(text, choices) };
}

async function ask(
  { url, callId, headers, fetch: send = fetch }: Webhook,
  { action, members }: Effect & { type: "call webhook" },
  line: Pick<Line, "exchanged">,
): Promise<DialogueEvent> {
  const request = { action, ...members };
  const began = performance.now();
  const note = (status: number | undefined, body: unknown) =>
    line.exchanged?.({ action, request, status, body, milliseconds: performance.now() - began });
  try {
    const response = await send(url, {
      method: "POST",
      headers: { "content-type": "application/json", "x-call-id": callId, ...headers },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const body: unknown = await response.json();
    note(response.status, body);
    const isProblem = !response.ok || isAProblem(body);
    return isProblem
      ? { type: "webhook failed", problem: body as Problem }
      : { type: "webhook answered", body };
  } catch {
    note(undefined, undefined);
    return { type: "webhook failed", problem: undefined };
  }
}

/** Of a key that answers every refusal with status 200. */
function isAProblem(body: unknown): boolean {
  return typeof body === "object" && body !== null && "code" in body && "speech" in body;
}
