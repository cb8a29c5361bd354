import type { Booking, Me } from "../../../../src/staff-api/wire-types.ts";
import type { Entity } from "../../api/queries.ts";
import { agentName } from "../../parts/names.ts";

/** Whose appointments stand below each other. */
export interface Column {
  readonly id: string;
  readonly name: string;
}

/**
 * Those of the team whom this person may see; and after them those who are no more in it and still have appointments:
 * nobody who will come may be missing on the screen.
 */
export function columnsOf(
  { agents }: Entity,
  me: Me,
  bookings: readonly Booking[],
  former: (name: string) => string,
): Column[] {
  if (me.access === "agent") {
    return agents
      .filter(({ id }) => id === me.agentId)
      .map((agent) => ({ id: agent.id, name: agentName(agent) }));
  }
  const columns = new Map(agents.map((agent) => [agent.id, { id: agent.id, name: agentName(agent) }]));
  for (const { agentId, agent, status } of bookings) {
    if (columns.has(agentId) || status !== "confirmed") continue;
    columns.set(agentId, { id: agentId, name: former(agentName(agent)) });
  }
  return [...columns.values()];
}
