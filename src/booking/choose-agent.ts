import { agentBookingsOn, type Refusal, refusalOf, type Situation } from "../scheduling/availability.ts";
import type { Agent } from "../scheduling/business.ts";
import type { Minute } from "../scheduling/range.ts";
import { ANY_AGENT_REF } from "../scheduling/slot-id.ts";

/**
 * Who gets a booking that any of these agents may have: fewest bookings that day, then longest idle, then id. When
 * nobody can: why, by the last of them of whom somebody else's booking is in the way, or by the last.
 */
export function chooseAgent(
  situations: readonly Situation[],
  start: Minute,
  idleSince: ReadonlyMap<string, Minute>,
): { ok: true; situation: Situation } | { ok: false; refusal: Refusal | undefined } {
  let because: Refusal | undefined;
  const free: { situation: Situation; bookings: number; idleSince: Minute }[] = [];
  for (const situation of situations) {
    const refusal = refusalOf(situation, start);
    if (refusal !== undefined) {
      if (because === undefined || refusal.taken) because = refusal;
      continue;
    }
    const bookings = agentBookingsOn(situation, situation.business.zone.dayOf(start)).length;
    free.push({
      situation,
      bookings,
      idleSince: idleSince.get(situation.agent.id) ?? Number.NEGATIVE_INFINITY,
    });
  }
  free.sort(
    (a, b) =>
      a.bookings - b.bookings ||
      compare(a.idleSince, b.idleSince) ||
      compare(a.situation.agent.id, b.situation.agent.id),
  );
  const [first] = free;
  return first === undefined ? { ok: false, refusal: because } : { ok: true, situation: first.situation };
}

/** Whoever has the slot: the named agent, or everybody who performs the type. */
export function agentsOfSlot(agents: readonly Agent[], agentRef: number): readonly Agent[] {
  return agentRef === ANY_AGENT_REF ? agents : agents.filter((agent) => agent.ref === agentRef);
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
