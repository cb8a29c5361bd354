import { useQuery } from "@tanstack/react-query";
import type { WorkingTime } from "../../../../src/staff-api/wire-types.ts";
import { type Entity, workingTimeQuery } from "../../api/queries.ts";
import { addMinutes, localOf, nowIn } from "../../time.ts";

interface Wish {
  /** Local, without an offset; undefined: not chosen yet. */
  readonly start: string | undefined;
  readonly minutes: number;
  /** Who may do it; one of them is enough. */
  readonly agentIds: readonly string[];
}

/**
 * By which rule the business does not offer that time, as far as the screen knows before it is sent: the server, which has the
 * last word, may know more.
 */
export function useNotOffered(
  entity: Entity,
  { start, minutes, agentIds }: Wish,
): "too_soon" | "outside_working_time" | "absent" | undefined {
  const date = start?.slice(0, 10) ?? "";
  const known = useQuery({ ...workingTimeQuery(entity.id, date, date), enabled: start !== undefined });
  if (start === undefined) return undefined;
  if (start < addMinutes(nowIn(entity.timezone), entity.minNoticeMinutes)) return "too_soon";
  if (known.data === undefined) return undefined;
  const end = addMinutes(start, minutes);
  const working = known.data.agents.filter(
    (agent) => agentIds.includes(agent.agentId) && agent.workingTime.some(isAround(start, end)),
  );
  if (working.length === 0) return "outside_working_time";
  const isAway = ({ absences }: WorkingTime["agents"][number]) =>
    absences.some((absence) => localOf(absence.start) < end && localOf(absence.end) > start);
  return working.every(isAway) ? "absent" : undefined;
}

function isAround(start: string, end: string) {
  return (run: { readonly start: string; readonly end: string }) =>
    localOf(run.start) <= start && end <= localOf(run.end);
}
