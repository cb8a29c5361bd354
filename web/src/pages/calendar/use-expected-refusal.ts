import { useQuery } from "@tanstack/react-query";
import type { Explained, WorkingTime } from "../../../../src/staff-api/wire-types.ts";
import { type Entity, explainedQuery, workingTimeQuery } from "../../api/queries.ts";
import { addMinutes, localOf, nowIn } from "../../time.ts";
import type { OfferedProduct } from "./offers.ts";

interface Wish {
  readonly product: OfferedProduct | undefined;
  /** Null: whoever is free. */
  readonly agentId: string | null;
  /** Local, without an offset; undefined: not chosen yet. */
  readonly start: string | undefined;
  readonly minutes: number;
}

type Rule = NonNullable<Explained["agents"][number]["starts"][number]["rule"]>;

/** By whom the desk is refused whatever it says; all other rules are the business's own. */
const TAKEN: ReadonlySet<Rule> = new Set([
  "agent_busy",
  "class_full",
  "resource_busy",
  "agent_day_full",
  "product_day_full",
]);

/** By which rule the server will refuse that time, as far as the screen knows; the server has the last word. */
export function useExpectedRefusal(
  entity: Entity,
  { product, agentId, start, minutes }: Wish,
): { readonly rule: Rule; readonly isTaken: boolean } | undefined {
  const date = start?.slice(0, 10) ?? "";
  const hours = useQuery({ ...workingTimeQuery(entity.id, date, date), enabled: start !== undefined });
  // What is said of each start holds for the product's own length.
  const isOwnLength = product !== undefined && minutes === product.durationMinutes;
  const explained = useQuery({
    ...explainedQuery(product?.id ?? "", date, agentId ?? undefined),
    enabled: start !== undefined && isOwnLength,
  });
  if (start === undefined) return undefined;
  const possible = product?.type.agents ?? entity.agents.map(({ id }) => id);
  const agentIds = agentId === null ? possible : [agentId];
  const ownRule = closedRule(entity, hours.data, { agentIds, start, minutes });
  if (explained.data === undefined || !isOwnLength) return ownRule && { rule: ownRule, isTaken: false };
  const rules = explained.data.agents.flatMap(({ starts }) =>
    starts.filter((one) => localOf(one.start) === start).map(({ rule }) => rule),
  );
  if (rules.includes(null)) return undefined;
  const refusals = rules.filter((rule) => rule !== null);
  const rule = refusals.find((one) => !TAKEN.has(one)) ?? refusals[0] ?? ownRule;
  if (rule !== undefined) return { rule, isTaken: TAKEN.has(rule) };
  return explained.data.agents.length === 0 ? undefined : { rule: "off_grid", isTaken: false };
}

/** By the clock and the hours alone. */
function closedRule(
  entity: Entity,
  hours: WorkingTime | undefined,
  { agentIds, start, minutes }: { agentIds: readonly string[]; start: string; minutes: number },
): "too_soon" | "outside_working_time" | "absent" | undefined {
  if (start < addMinutes(nowIn(entity.timezone), entity.minNoticeMinutes)) return "too_soon";
  if (hours === undefined) return undefined;
  const end = addMinutes(start, minutes);
  const working = hours.agents.filter(
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
