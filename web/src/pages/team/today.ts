import { queryOptions } from "@tanstack/react-query";
import type { AgentConfiguration, WorkingTime } from "../../../../src/staff-api/wire-types.ts";
import { get } from "../../api/client.ts";
import type { Entity } from "../../api/queries.ts";
import { dateOf, localOf } from "../../time.ts";

export const todayQuery = (entityId: string, today: string) =>
  queryOptions({
    queryKey: ["availability", "working-time", entityId, today, today],
    queryFn: async ({ signal }) =>
      (await get<WorkingTime>("/working-time", { entityId, from: today, to: today }, signal)).data,
  });

export interface Today {
  /** `08:00–12:00`, without what falls into absences. */
  readonly hours: readonly string[];
  readonly isAbsent: boolean;
  readonly reason: string | undefined;
}

/** When that person works today. */
export function todayOf(worked: WorkingTime, agentId: string, today: string): Today {
  const agent = worked.agents.find((one) => one.agentId === agentId);
  const runs = (agent?.workingTime ?? []).filter(({ start }) => dateOf(start) === today);
  const absences = agent?.absences ?? [];
  const left = runs.flatMap((run) => {
    let at = localOf(run.start);
    const end = localOf(run.end);
    const parts: string[] = [];
    for (const absence of absences) {
      const [from, to] = [localOf(absence.start), localOf(absence.end)];
      if (to <= at || from >= end) continue;
      if (from > at) parts.push(`${at.slice(11)}–${from.slice(11)}`);
      at = to > at ? to : at;
    }
    return at < end ? [...parts, `${at.slice(11)}–${end.slice(11)}`] : parts;
  });
  return {
    hours: left,
    isAbsent: runs.length > 0 && left.length === 0,
    reason: absences[0]?.reason ?? undefined,
  };
}

/** The absence that holds now, or else the next one. */
export function nextAbsence({ timeOff }: AgentConfiguration, now: string) {
  return [...timeOff].sort((a, b) => (a.start < b.start ? -1 : 1)).find(({ end }) => end > now);
}

export function servicesOf({ appointmentTypes }: Entity, agentId: string) {
  return appointmentTypes.filter(({ agents }) => agents.includes(agentId));
}
