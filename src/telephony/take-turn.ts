import { setTimeout as sleep } from "node:timers/promises";
import type { PhoneCalls } from "../store/phone-calls.ts";
import {
  type CallSettings,
  type Dialogue,
  type DialogueEvent,
  newDialogue,
  type PerformedEffect,
  runTurn,
  type Webhook,
} from "../voicebot/index.ts";
import type { CarrierRequest, SpokenTurn } from "./carrier.ts";

const WHILE_IT_LASTS_MS = 3_600_000;
/** A carrier may ask for the last answer once more. */
const WHEN_ENDED_MS = 300_000;
const LOOK_AGAIN_MS = 50;
/** A carrier gives up two seconds later. */
const MOST_WAITED_MS = 8_000;

export interface PhoneLine {
  readonly store: PhoneCalls;
  /** Whose key the bot has. */
  readonly accountId: string;
  readonly webhook: Webhook;
  readonly now: () => number;
}

export interface PhoneTurnRequest extends Omit<CarrierRequest, "event"> {
  readonly event: DialogueEvent | "ended";
  /** From 0: which answer of ours this follows. */
  readonly turn: number;
  readonly settings: CallSettings;
}

/** Hands the caller to a person: for whatever cannot be gone on with. */
export const LOST: SpokenTurn = { turn: 0, says: [], next: "transfer", expectsDigits: false };
const NOTHING: SpokenTurn = { turn: 0, says: [], next: "hang up", expectsDigits: false };

/**
 * What the bot does after this request. Whichever server gets it, a turn is taken once; the same request again, also at the
 * same time, gets the same answer.
 */
export async function takeTurn(line: PhoneLine, request: PhoneTurnRequest): Promise<SpokenTurn> {
  const { store, accountId, now } = line;
  const { callId, turn, event } = request;
  if (event === "ended") return await end(line, callId);
  const began = now();
  const times = (forgetIn: number) => ({ at: now(), forgetAt: now() + forgetIn });
  while (!(await store.beginTurn(accountId, callId, turn, times(WHILE_IT_LASTS_MS)))) {
    const call = await store.phoneCall(accountId, callId);
    if (call === undefined || call.turn < turn - 1) return LOST;
    if (call.turn >= turn && call.answer !== null) return JSON.parse(call.answer) as SpokenTurn;
    if (now() - began > MOST_WAITED_MS) return LOST;
    await sleep(LOOK_AGAIN_MS);
  }
  const stored = await store.phoneCall(accountId, callId);
  const hasEnded = turn > 0 && stored?.state == null;
  const before =
    turn === 0 ? newDialogue(request.settings) : (JSON.parse(stored?.state ?? "null") as Dialogue);
  const happened = turn === 0 ? ({ type: "answered" } as const) : event;
  const effects: PerformedEffect[] = [];
  const perform = (effect: PerformedEffect) => effects.push(effect);
  const after = hasEnded ? undefined : await runTurn(before, happened, line.webhook, { perform });
  const spoken = after === undefined ? NOTHING : spokenOf(turn, effects, after);
  const isOver = after === undefined || after.phase === "ended";
  const done = { state: isOver ? null : JSON.stringify(after), answer: JSON.stringify(spoken) };
  await store.endTurn(accountId, callId, turn, done, times(isOver ? WHEN_ENDED_MS : WHILE_IT_LASTS_MS));
  return spoken;
}

/** What was said in the call is not kept longer. */
async function end({ store, accountId, now }: PhoneLine, callId: string): Promise<SpokenTurn> {
  const times = { at: now(), forgetAt: now() + WHEN_ENDED_MS };
  await store.endCall(accountId, callId, JSON.stringify(NOTHING), times);
  return NOTHING;
}

const OF_DIGITS: ReadonlySet<string> = new Set(["phone", "zip", "dob"]);

function spokenOf(turn: number, effects: readonly PerformedEffect[], { question }: Dialogue): SpokenTurn {
  const says = effects.flatMap((one) =>
    one.type === "say" ? [{ text: one.text, bargeIn: one.bargeIn }] : [],
  );
  const last = effects.findLast(({ type }) => type !== "say")?.type;
  const next = last === "transfer" || last === "hang up" ? last : "listen";
  return { turn, says, next, expectsDigits: question?.about === "field" && OF_DIGITS.has(question.field) };
}
