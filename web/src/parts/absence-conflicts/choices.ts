import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import { addMinutes, localOf } from "../../time.ts";

/** Local times, without an offset; half-open. */
export interface LocalSpan {
  readonly start: string;
  readonly end: string;
}

/** A booking in the way, with what could become of it. */
export interface Conflict {
  readonly booking: Booking;
  /** Several share one start with one person. */
  readonly isClass: boolean;
  /** Minutes kept free around it. */
  readonly buffer: { readonly before: number; readonly after: number };
  /** Ids of who is free to take it over, in the owner's order. */
  readonly standIns: readonly string[];
  /** Free times after the absence, with the same person, soonest first. */
  readonly times: readonly LocalSpan[];
}

export type Choice =
  | { readonly kind: "keep" }
  | { readonly kind: "cancel" }
  | { readonly kind: "move"; readonly time: LocalSpan }
  | { readonly kind: "give"; readonly agentId: string };
export const KINDS = ["keep", "give", "move", "cancel"] as const;
export type ChoiceKind = (typeof KINDS)[number];

/** By the booking's id. */
export type Choices = Readonly<Record<string, Choice>>;

const overlaps = (a: LocalSpan, b: LocalSpan) => a.start < b.end && b.start < a.end;

/** With what is kept free around it. */
function claimOf({ buffer }: Conflict, { start, end }: LocalSpan): LocalSpan {
  return { start: addMinutes(start, -buffer.before), end: addMinutes(end, buffer.after) };
}

/** The time and person that a choice takes; undefined where it takes none. */
function takenBy(
  { booking }: Conflict,
  choice: Choice | undefined,
): (LocalSpan & { agentId: string }) | undefined {
  if (choice?.kind === "move") return { ...choice.time, agentId: booking.agentId };
  if (choice?.kind !== "give") return undefined;
  return { start: localOf(booking.start), end: localOf(booking.end), agentId: choice.agentId };
}

function isLeft(
  conflict: Conflict,
  wish: LocalSpan & { agentId: string },
  conflicts: readonly Conflict[],
  choices: Choices,
): boolean {
  return conflicts.every((other) => {
    if (other === conflict) return true;
    const taken = takenBy(other, choices[other.booking.id]);
    if (taken === undefined || taken.agentId !== wish.agentId) return true;
    if (!overlaps(claimOf(other, taken), claimOf(conflict, wish))) return true;
    const isSameClass = conflict.isClass && other.booking.productId === conflict.booking.productId;
    return isSameClass && taken.start === wish.start;
  });
}

/** Times that no other appointment of the list is moved to. */
export function timesLeft(
  conflict: Conflict,
  conflicts: readonly Conflict[],
  choices: Choices,
): readonly LocalSpan[] {
  const { agentId } = conflict.booking;
  return conflict.times.filter((time) => isLeft(conflict, { ...time, agentId }, conflicts, choices));
}

export function standInsLeft(
  conflict: Conflict,
  conflicts: readonly Conflict[],
  choices: Choices,
): readonly string[] {
  const { start, end } = conflict.booking;
  const span = { start: localOf(start), end: localOf(end) };
  return conflict.standIns.filter((agentId) => isLeft(conflict, { ...span, agentId }, conflicts, choices));
}

/** The choice of that kind that takes the first thing left; undefined where nothing is. */
export function firstChoice(
  kind: ChoiceKind,
  conflict: Conflict,
  conflicts: readonly Conflict[],
  choices: Choices,
): Choice | undefined {
  if (kind === "keep" || kind === "cancel") return { kind };
  if (kind === "move") {
    const [time] = timesLeft(conflict, conflicts, choices);
    return time === undefined ? undefined : { kind, time };
  }
  const [agentId] = standInsLeft(conflict, conflicts, choices);
  return agentId === undefined ? undefined : { kind, agentId };
}

/** That kind for each where it can be had; the others stay. */
export function choicesOfKind(kind: ChoiceKind, conflicts: readonly Conflict[], before: Choices): Choices {
  // First freed, so that none is in another's way by what it had before.
  let choices: Choices = {
    ...before,
    ...Object.fromEntries(conflicts.map(({ booking }) => [booking.id, { kind: "keep" }])),
  };
  for (const conflict of conflicts) {
    const choice = firstChoice(kind, conflict, conflicts, choices);
    if (choice !== undefined) choices = { ...choices, [conflict.booking.id]: choice };
  }
  return choices;
}

/**
 * Somebody else at the same time, where there is somebody: the client then comes as agreed. Nothing else is done to
 * anybody's appointment unasked.
 */
export function defaultChoices(conflicts: readonly Conflict[]): Choices {
  return choicesOfKind("give", conflicts, {});
}
