import type { WorkingTime } from "../../../../src/staff-api/wire-types.ts";
import { addDays, localOf, weekStart } from "../../time.ts";

export interface ClosedTime {
  readonly resourceId: string;
  /** Local, without an offset. */
  readonly start: string;
  readonly end: string;
  readonly kind: "closed" | "absent";
  readonly title?: string | undefined;
}

/** What is hatched: between the stretches in which somebody works, and absences. */
export function closedEvents(
  workingTime: WorkingTime | undefined,
  agentIds: ReadonlySet<string>,
  { view, date }: { readonly view: "day" | "week"; readonly date: string },
): ClosedTime[] {
  if (workingTime === undefined) return [];
  const first = view === "day" ? date : weekStart(date);
  const [from, to] = [`${first}T00:00`, `${addDays(first, view === "day" ? 1 : 7)}T00:00`];
  return workingTime.agents
    .filter(({ agentId }) => agentIds.has(agentId))
    .flatMap(({ agentId, workingTime: runs, absences }) => [
      ...gapsBetween(runs, from, to).map(({ start, end }): ClosedTime => {
        return { resourceId: agentId, start, end, kind: "closed" };
      }),
      ...absences.map(
        ({ start, end, reason }): ClosedTime => ({
          resourceId: agentId,
          start: later(localOf(start), from),
          end: earlier(localOf(end), to),
          kind: "absent",
          title: reason ?? undefined,
        }),
      ),
    ])
    .filter(({ start, end }) => start < end)
    .flatMap(byDay);
}

const later = (a: string, b: string) => (a > b ? a : b);
const earlier = (a: string, b: string) => (a < b ? a : b);

function gapsBetween(
  runs: readonly { readonly start: string; readonly end: string }[],
  from: string,
  to: string,
): { start: string; end: string }[] {
  const gaps = [];
  let at = from;
  for (const run of [...runs].sort((a, b) => (a.start < b.start ? -1 : 1))) {
    const start = localOf(run.start);
    if (start > at) gaps.push({ start: at, end: earlier(start, to) });
    at = later(at, localOf(run.end));
  }
  if (at < to) gaps.push({ start: at, end: to });
  return gaps;
}

/** The grid draws what reaches over midnight in one column only. */
function byDay(closed: ClosedTime): ClosedTime[] {
  const parts = [];
  let { start } = closed;
  while (start < closed.end) {
    const midnight = `${addDays(start, 1)}T00:00`;
    const end = earlier(midnight, closed.end);
    parts.push({ ...closed, start, end });
    start = end;
  }
  return parts;
}
