import type { FoundSlots } from "../booking/find-slots.ts";
import type { SlotKind } from "../booking/slot.ts";
import type { Minute } from "../scheduling/range.ts";
import { SLOT_ID_LENGTH, writeSlotId } from "../scheduling/slot-id.ts";
import type { TimeZone } from "../scheduling/time-zone.ts";
import { PreparedAnswer } from "./prepared-answer.ts";
import { slotsAnswer } from "./slots-json.ts";

/** Some ten kilobytes each: days that are asked for again and again. */
const MOST_ANSWERS = 500;

/** How long the first such days keep others out, instead of all pushing each other out all the time. */
const KEPT_MS = 60_000;

interface Answer {
  readonly json: PreparedAnswer;
  readonly zone: TimeZone;
}

interface Remembered {
  /** ASCII, one after another: two kilobytes, and half of the work. */
  readonly ids: Uint8Array;
  answer: Answer | undefined;
}

/** The same list of starts says the same as long as it lives. */
const known = new WeakMap<readonly Minute[], Remembered>();
let answered: Remembered[] = [];
let answeredSince = 0;

/** The answer to a search; what was answered before for the very same list of starts is not made again. */
export function answerOf(found: FoundSlots): PreparedAnswer {
  const { starts, kind, zone } = found;
  const before = known.get(starts);
  if (before === undefined) {
    const ids = idsOf(starts, kind);
    known.set(starts, { ids, answer: undefined });
    return slotsAnswer(found, ids);
  }
  if (before.answer?.zone === zone) return before.answer.json;
  const json = slotsAnswer(found, before.ids);
  keep(before, { json, zone });
  return json;
}

function keep(day: Remembered, { json, zone }: Answer): void {
  if (answered.length >= MOST_ANSWERS && performance.now() - answeredSince > KEPT_MS) {
    for (const one of answered) one.answer = undefined;
    answered = [];
  }
  if (answered.length >= MOST_ANSWERS) return;
  if (answered.length === 0) answeredSince = performance.now();
  if (day.answer === undefined) answered.push(day);
  day.answer = { zone, json: new PreparedAnswer(inMemoryOfItsOwn(json.json), json.kept) };
}

/** Node cuts small buffers from larger blocks, and one that is kept would keep its whole block. */
function inMemoryOfItsOwn(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}

function idsOf(starts: readonly Minute[], { productRef, agentRef, key }: SlotKind): Uint8Array {
  const ids = new Uint8Array(starts.length * SLOT_ID_LENGTH);
  let at = 0;
  for (const start of starts) {
    writeSlotId(ids, at, { productRef, agentRef, start }, key);
    at += SLOT_ID_LENGTH;
  }
  return ids;
}
