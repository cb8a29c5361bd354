import { chosenByPlace, chosenByTime, folded, namesATime } from "./hearing.ts";
import type { Heard, Members, Negotiation, Step, Surroundings } from "./step.ts";
import type { WireSlot } from "./wire.ts";

/** A caller can hold three options in mind. */
const MOST_OFFERED = 3;

/** Until a slot is chosen: ask for a time, look what is free, offer some of it. Undefined when one is chosen. */
export function negotiationStep(
  negotiation: Negotiation,
  request: Members,
  { askTime }: { readonly askTime: string },
  { texts, today }: Surroundings,
): Step | undefined {
  const { when, slots, slot } = negotiation;
  if (slot !== undefined) return undefined;
  if (when === undefined) return { do: "ask", question: { about: "time" }, text: askTime };
  if (slots === undefined) return { do: "call", action: "getSlots", members: { ...request, dateTime: when } };
  if (slots.length === 0) {
    if (!negotiation.isWidened && when !== texts.soonest) {
      wish(negotiation, texts.soonest);
      negotiation.isWidened = true;
      return { do: "call", action: "getSlots", members: { ...request, dateTime: texts.soonest } };
    }
    delete negotiation.when;
    delete negotiation.slots;
    return { do: "ask", question: { about: "time" }, text: texts.nothingFree };
  }
  const said = negotiation.isWidened ? `${texts.nothingFreeThen} ` : "";
  delete negotiation.isWidened;
  const offered = spread(slots);
  negotiation.offered = offered;
  const year = Number(today.slice(0, 4));
  let day = "";
  const times = offered.map(({ slotStart }) => {
    const isSameDay = slotStart.slice(0, 10) === day;
    day = slotStart.slice(0, 10);
    return isSameDay ? texts.clock(slotStart) : texts.time(slotStart, year);
  });
  return { do: "ask", question: { about: "slot" }, text: `${said}${texts.offer(times)}` };
}

/** First, middle and last. */
function spread(slots: readonly WireSlot[]): readonly WireSlot[] {
  if (slots.length <= MOST_OFFERED) return slots;
  return [0, 0.5, 1].map((share) => slots[Math.floor(share * (slots.length - 1))]!);
}

export function hearTime(negotiation: Negotiation, text: string, { language }: Surroundings): Heard {
  if (!namesATime(text, language)) return "not understood";
  wish(negotiation, text);
  return "understood";
}

/** The choice among what was offered, or another time. */
export function hearSlot(negotiation: Negotiation, text: string, surroundings: Surroundings): Heard {
  const { texts, language } = surroundings;
  const { offered = [], slots = [] } = negotiation;
  const said = folded(text);
  const named = [offered, slots].map((some) => chosenByTime(text, some, language));
  const place = chosenByPlace(text, offered.length, texts.words);
  const only = offered.length === 1 && texts.words.yes.test(said) ? offered[0] : undefined;
  const chosen =
    named.find((fitting) => fitting.length === 1)?.[0] ??
    (place === undefined ? undefined : offered[place]) ??
    only;
  if (chosen !== undefined) {
    negotiation.slot = chosen;
    return "understood";
  }
  const closer = named.find((fitting) => fitting.length > 1);
  if (closer !== undefined && closer.length < slots.length) {
    negotiation.slots = closer;
    return "understood";
  }
  if (namesATime(text, language)) {
    wish(negotiation, text);
    return "understood";
  }
  if (!texts.words.no.test(said)) return "not understood";
  delete negotiation.when;
  delete negotiation.slots;
  return "understood";
}

export function wish(negotiation: Negotiation, when: string): void {
  negotiation.when = when;
  delete negotiation.isWidened;
  delete negotiation.slots;
  delete negotiation.offered;
  delete negotiation.slot;
}

/** Somebody else has the chosen slot: what is nearest to it is offered instead, or another time asked for. */
export function lose(negotiation: Negotiation, alternatives: readonly WireSlot[] = []): void {
  const lost = Date.parse(negotiation.slot?.slotStart ?? "");
  const distance = ({ slotStart }: WireSlot) => Math.abs(Date.parse(slotStart) - lost);
  const nearest = new Set(alternatives.toSorted((a, b) => distance(a) - distance(b)).slice(0, MOST_OFFERED));
  delete negotiation.slot;
  delete negotiation.offered;
  if (nearest.size === 0) {
    delete negotiation.when;
    delete negotiation.slots;
  } else negotiation.slots = alternatives.filter((slot) => nearest.has(slot));
}
