import type {
  AgentConfiguration,
  Booking,
  BreakConfiguration,
  SeasonConfiguration,
  WeeklyHours,
} from "../../../../src/staff-api/wire-types.ts";
import { holidayDates } from "../../api/holidays.ts";
import type { Entity } from "../../api/queries.ts";
import { addDays, addMinutes, localOf, nowIn, weekdayOf } from "../../time.ts";
import { bookingsToCome } from "../absence-conflicts/find-conflicts.ts";
import { breakSpans } from "../week-grid/break-spans.ts";
import { type Span, spansOf, WEEKDAYS, withoutSpan } from "../week-grid/week-hours.ts";

/** Some years: nothing is booked further ahead. */
const AHEAD_DAYS = 5 * 366;

/** Confirmed bookings to come that lie in working time as it is and no longer would, soonest first. */
export async function bookingsLeftOutside(before: Entity, after: Entity): Promise<Booking[]> {
  const first = nowIn(before.timezone);
  const changed = before.agents.filter((agent) => {
    const later = after.agents.find(({ id }) => id === agent.id) ?? agent;
    return JSON.stringify(rulesOf(before, agent)) !== JSON.stringify(rulesOf(after, later));
  });
  if (changed.length === 0) return [];
  const bookings = await bookingsToCome(before, {
    first,
    last: `${addDays(first, AHEAD_DAYS)}T00:00`,
    agentId: changed.length === 1 ? changed[0]!.id : undefined,
  });
  const dates = bookings.map(({ start }) => localOf(start).slice(0, 10));
  // Hours of the day before may reach over midnight.
  const years = [
    ...new Set(dates.flatMap((date) => [addDays(date, -1), date]).map((date) => +date.slice(0, 4))),
  ];
  const [closedBefore, closedAfter] = await Promise.all(
    [before, after].map(({ publicHolidays }) => holidayDates(publicHolidays, years)),
  );
  return bookings.filter((booking) => {
    const agent = changed.find(({ id }) => id === booking.agentId);
    if (agent === undefined) return false;
    const later = after.agents.find(({ id }) => id === agent.id) ?? agent;
    return (
      isCovered(rulesOf(before, agent), closedBefore!, booking) &&
      !isCovered(rulesOf(after, later), closedAfter!, booking)
    );
  });
}

/** What says when somebody works, but for absences, which a change of hours leaves as they are. */
interface Rules {
  readonly overrides: Readonly<Record<string, readonly string[]>>;
  readonly seasons: readonly SeasonConfiguration[];
  readonly hours: WeeklyHours;
  readonly breaks: readonly BreakConfiguration[];
}

/** As the server has them: own hours replace the business's and its seasons. */
function rulesOf(entity: Entity, agent: AgentConfiguration): Rules {
  return {
    overrides: { ...entity.overrides, ...agent.overrides },
    seasons: [...(agent.seasons ?? []), ...(agent.hours === undefined ? (entity.seasons ?? []) : [])],
    hours: agent.hours ?? entity.hours ?? {},
    breaks: agent.breaks ?? entity.breaks ?? [],
  };
}

function isCovered(rules: Rules, closed: ReadonlySet<string>, { start, end }: Booking): boolean {
  const date = localOf(start).slice(0, 10);
  // Hours may begin on the day before and reach over midnight.
  return [addDays(date, -1), date].some((day) =>
    openOn(rules, closed, day).some(({ from, to }) => {
      const midnight = `${day}T00:00`;
      return addMinutes(midnight, from) <= localOf(start) && localOf(end) <= addMinutes(midnight, to);
    }),
  );
}

function openOn(
  { overrides, seasons, hours, breaks }: Rules,
  closed: ReadonlySet<string>,
  date: string,
): Span[] {
  const override = overrides[date];
  if (override !== undefined) return spansOf(override);
  // As the server has it: a public holiday is a day without hours, unless the day has hours of its own.
  if (closed.has(date)) return [];
  const weekday = WEEKDAYS[weekdayOf(date)]!;
  const season = seasons.find(({ from, to }) => from <= date && date <= to);
  return breakSpans(breaks, weekday).reduce<Span[]>(
    (open, pause) => withoutSpan(open, pause),
    spansOf((season?.hours ?? hours)[weekday]),
  );
}
