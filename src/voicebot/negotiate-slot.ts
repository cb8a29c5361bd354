import type { Slot } from "../protocol/index.ts";
import { chosenByPlace, chosenByTime, firstDayOf, folded, timeIn } from "./hearing.ts";
import type { Heard, Members, Negotiation, Step, Surroundings } from "./step.ts";

/** A caller can hold three options in mind. */
const MOST_OFFERED = 3;
/** Who declines so many offers is better helped by a person. */
const MOST_DECLINED = 3;

/** Until a slot is chosen: ask for a time, look what is free, offer some of it. Undefined when one is chosen. */
export function negotiationStep(
  negotiation: Negotiation,
  request: Members,
  { askTime }: { readonly askTime: string },
  { texts, today }: Surroundings,
): Step | undefined {
  const { slot, declined = 0 } = negotiation;
  if (slot !== undefined) return undefined;
  if (declined >= MOST_DECLINED) return { do: "hand over", text: texts.nothingSuits };
  if (negotiation.when === undefined) {
    return { do: "ask", question: { about: "time" }, text: declined > 0 ? texts.askOtherTime : askTime };
  }
  if (negotiation.slots?.length === 0) {
    const [next, ...orElse] = negotiation.orElse ?? [];
    if (next === undefined) {
      forgetTime(negotiation);
      return { do: "ask", question: { about: "time" }, text: texts.nothingFree };
    }
    Object.assign(negotiation, { when: next, orElse, isWidened: true, isSoonest: next === texts.soonest });
    delete negotiation.slots;
  }
  const { slots, when, isWidened } = negotiation;
  if (slots === undefined) return { do: "call", action: "getSlots", members: { ...request, dateTime: when } };
  const year = Number(today.slice(0, 4));
  let day = "";
  const times = offeredOf(negotiation).map(({ slotStart }) => {
    const isSameDay = dayOf(slotStart) === day;
    day = dayOf(slotStart);
    return isSameDay ? texts.clock(slotStart) : texts.time(slotStart, year);
  });
  const offer = isWidened ? `${texts.nothingFreeThen} ${texts.offer(times)}` : texts.offer(times);
  return { do: "ask", question: { about: "slot" }, text: offer };
}

/** Who wants the soonest hears the first ones; everybody else first, middle and last. */
function offeredOf({ slots = [], isSoonest }: Negotiation): readonly Slot[] {
  if (isSoonest || slots.length <= MOST_OFFERED) return slots.slice(0, MOST_OFFERED);
  return [0, 0.5, 1].map((share) => slots[Math.floor(share * (slots.length - 1))]!);
}

function dayOf(local: string): string {
  return local.slice(0, 10);
}

/** A time that is wished, or is wished instead of the one that was chosen or offered. */
export function hearTime(negotiation: Negotiation, text: string, surroundings: Surroundings): Heard {
  const { texts, language, today } = surroundings;
  const time = timeIn(text, language);
  if (time === undefined) return "not understood";
  const day = dayTalkedAbout(negotiation);
  const year = Number(today.slice(0, 4));
  const when =
    time.namesDay || time.isSoonest || day === undefined ? text : `${text}, ${texts.onDay(day, year)}`;
  const first = firstDayOf(when, language, today);
  const isLater = first !== undefined && first > today;
  const orElse = [...(isLater ? [texts.fromDay(first, year)] : []), texts.soonest];
  ask(negotiation, when, { orElse: time.isSoonest ? [] : orElse, isSoonest: time.isSoonest });
  return "understood";
}

/** The day of the chosen slot, of all that is offered, or the one that was talked about before. */
function dayTalkedAbout(negotiation: Negotiation): string | undefined {
  const slots = negotiation.slot === undefined ? offeredOf(negotiation) : [negotiation.slot];
  const days = new Set(slots.map(({ slotStart }) => dayOf(slotStart)));
  return days.size === 1 ? [...days][0] : days.size === 0 ? negotiation.day : undefined;
}

function ask(
  negotiation: Negotiation,
  when: string,
  { orElse, isSoonest = false }: { readonly orElse: readonly string[]; readonly isSoonest?: boolean },
): void {
  forgetTime(negotiation);
  Object.assign(negotiation, { when, orElse, isSoonest });
}

/** What was wished, found and chosen; the day stays the one that is talked about. */
export function forgetTime(negotiation: Negotiation): void {
  const day = dayTalkedAbout(negotiation);
  for (const known of ["when", "isSoonest", "orElse", "isWidened", "slots", "slot"] as const) {
    delete negotiation[known];
  }
  if (day === undefined) delete negotiation.day;
  else negotiation.day = day;
}

/** The choice among what was offered, or another time. */
export function hearSlot(negotiation: Negotiation, text: string, surroundings: Surroundings): Heard {
  const { texts, language } = surroundings;
  const { words } = texts;
  const { slots = [] } = negotiation;
  // That nothing was free as wished has been said.
  delete negotiation.isWidened;
  const offered = offeredOf(negotiation);
  const said = folded(text);
  const named = [offered, slots].map((some) => chosenByTime(text, some, language));
  const chosen =
    named.find((fitting) => fitting.length === 1)?.[0] ?? chosenAmong(offered, text, surroundings);
  if (chosen !== undefined) {
    negotiation.slot = chosen;
    return "understood";
  }
  const closer = named.find((fitting) => fitting.length > 1);
  if (closer !== undefined && closer.length < slots.length) {
    negotiation.slots = closer;
    return "understood";
  }
  if (timeIn(text, language)?.namesDay !== true) {
    if (words.later.test(said)) return askBeyond(negotiation, offered.at(-1)!, "later", surroundings);
    if (words.earlier.test(said)) return askBeyond(negotiation, offered[0]!, "earlier", surroundings);
  }
  if (hearTime(negotiation, text, surroundings) === "understood") return "understood";
  if (!words.no.test(said)) return "not understood";
  negotiation.declined = (negotiation.declined ?? 0) + 1;
  forgetTime(negotiation);
  return "understood";
}

function chosenAmong(
  offered: readonly Slot[],
  text: string,
  { texts: { words } }: Surroundings,
): Slot | undefined {
  const said = folded(text);
  const place = chosenByPlace(text, offered.length, words);
  if (place !== undefined) return offered[place];
  if (words.earliest.test(said)) return offered[0];
  if (words.latest.test(said)) return offered.at(-1);
  return offered.length === 1 && words.yes.test(said) ? offered[0] : undefined;
}

/** Later than all that was offered, or earlier: on its day, else on the days after or before it. */
function askBeyond(
  negotiation: Negotiation,
  { slotStart }: Slot,
  direction: "later" | "earlier",
  { texts, today }: Surroundings,
): Heard {
  const year = Number(today.slice(0, 4));
  const day = dayOf(slotStart);
  if (direction === "later") {
    const after = shifted(slotStart, 60_000);
    ask(negotiation, texts.from(after, year), { orElse: [texts.fromDay(shifted(day, 86_400_000), year)] });
  } else {
    ask(negotiation, texts.before(slotStart, year), {
      orElse: [texts.beforeDay(day, year), texts.soonest],
    });
  }
  return "understood";
}

/** A local time or date, moved on. */
function shifted(local: string, milliseconds: number): string {
  const moment = local.length > 10 ? `${local.slice(0, 16)}Z` : `${local}T00:00Z`;
  return new Date(Date.parse(moment) + milliseconds).toISOString();
}

/** Somebody else has the chosen slot: what is nearest to it is offered instead, or another time asked for. */
export function lose(negotiation: Negotiation, alternatives: readonly Slot[] = []): void {
  const lost = Date.parse(negotiation.slot?.slotStart ?? "");
  const distance = ({ slotStart }: Slot) => Math.abs(Date.parse(slotStart) - lost);
  const nearest = new Set(alternatives.toSorted((a, b) => distance(a) - distance(b)).slice(0, MOST_OFFERED));
  const { when } = negotiation;
  forgetTime(negotiation);
  if (nearest.size > 0) {
    Object.assign(negotiation, { when, slots: alternatives.filter((slot) => nearest.has(slot)) });
  }
}

/** The answer to a read-back: yes, or another time; undefined for anything else. */
export function hearConfirmation(
  negotiation: Negotiation,
  text: string,
  surroundings: Surroundings,
): "confirmed" | "another time" | undefined {
  const { texts, language } = surroundings;
  const isYes = texts.words.yes.test(folded(text));
  if (timeIn(text, language) === undefined) return isYes ? "confirmed" : undefined;
  const { slot } = negotiation;
  const isSame = slot !== undefined && chosenByTime(text, [slot], language).length === 1;
  if (isYes && isSame) return "confirmed";
  return hearTime(negotiation, text, surroundings) === "understood" ? "another time" : undefined;
}
