import { z } from "zod";
import type { Agent, Business } from "../../scheduling/business.ts";
import { type Day, plainDateOf } from "../../scheduling/calendar-date.ts";
import type { TimeZone } from "../../scheduling/time-zone.ts";
import type { CallCount } from "../../store/call-log.ts";
import type { BookingCount } from "../../store/desk-bookings.ts";
import { answer, refuse, route, type StaffRoute } from "../route.ts";
import { DESK } from "../staff.ts";
import { date, dateOf, dayOf, id, shownDate } from "../wire.ts";

const MOST_DAYS = 400;

export const statisticsForm = z.object({
  days: z.array(
    z.object({
      date: shownDate,
      calls: z.number().meta({ description: "A request without a call id is no call" }),
      requests: z.number(),
      bookedByPhone: z.number(),
      bookedAtDesk: z.number(),
      cancelled: z.number(),
      noShows: z.number(),
      averageMs: z.number().nullable(),
      slowestMs: z.number().nullable(),
    }),
  ),
  refusals: z.array(z.object({ code: z.string(), count: z.number() })),
  actions: z.array(z.object({ action: z.string(), count: z.number() })),
  utilisation: z.array(
    z.object({
      agentId: z.string(),
      week: z.string().meta({ description: "ISO 8601, such as 2026-W48" }),
      bookedMinutes: z.number(),
      workingMinutes: z.number(),
    }),
  ),
});

const statistics = route({
  method: "GET",
  path: "/statistics",
  access: DESK,
  tag: "Statistics",
  summary: "Calls, bookings, refusals, no-shows, utilisation and latency between two dates, both included",
  queryForm: z.object({ entityId: id, from: date, to: date }),
  answerForm: statisticsForm,
  handle: async ({ api, staff, query }) => {
    const business = await api.desk.store.business(staff.accountId, query.entityId);
    if (business === undefined) return refuse("not_found", { detail: "There is no such entity." });
    const [first, last] = [dayOf(query.from), dayOf(query.to)];
    if (last < first || last - first > MOST_DAYS) {
      return refuse("invalid_request", {
        issues: [{ path: "to", message: `must be within ${MOST_DAYS} days` }],
      });
    }
    const { accountId } = staff;
    // What named no entity, mostly before the bot had looked it up, can only be of the one that there is.
    const isOnlyOne = (await api.desk.store.entityIds(accountId)).length === 1;
    const entityId = isOnlyOne ? undefined : query.entityId;
    const [bookings, calls]: [BookingCount[], CallCount[]] = [[], []];
    for (const { firstDay, lastDay, offset } of spansOf(business.zone, first, last)) {
      const range = { start: business.zone.startOf(firstDay), end: business.zone.startOf(lastDay + 1) };
      const within = <Count extends { readonly day: Day }>(counts: readonly Count[]) =>
        counts.map((one) => ({ ...one, day: Math.min(one.day, lastDay) }));
      const ofEntity = { entityId: query.entityId, range, offset };
      bookings.push(...within(await api.desk.store.countBookings(accountId, ofEntity)));
      const span = { from: range.start * 60_000, to: range.end * 60_000, offset };
      calls.push(...within(await api.callLog.countCalls({ accountId, entityId, ...span })));
    }
    const days = [];
    for (let day = first; day <= last; day += 1) {
      const ofDay = bookings.filter((one) => one.day === day);
      const sum = (wanted: (one: (typeof ofDay)[number]) => boolean) =>
        ofDay.filter(wanted).reduce((all, { count }) => all + count, 0);
      const all = calls.find((one) => one.day === day && one.action === "*");
      days.push({
        date: dateOf(day),
        calls: all?.calls ?? 0,
        requests: all?.count ?? 0,
        bookedByPhone: sum((one) => one.status === "confirmed" && one.source === "phone"),
        bookedAtDesk: sum((one) => one.status === "confirmed" && one.source === "desk"),
        cancelled: sum((one) => one.status === "cancelled"),
        noShows: sum((one) => one.noShow),
        averageMs: all === undefined ? null : all.milliseconds / all.count,
        slowestMs: all?.slowest ?? null,
      });
    }
    const ofOutcome = tally(
      calls
        .filter((one) => one.action !== "*" && one.outcome !== "ok")
        .map((one) => [one.outcome, one.count]),
    );
    const ofAction = tally(
      calls.filter((one) => one.action !== "*").map((one) => [one.action ?? "", one.count]),
    );
    const booked = bookings.filter(({ status }) => status === "confirmed");
    return answer({
      days,
      refusals: ofOutcome.map(([code, count]) => ({ code, count })),
      actions: ofAction.map(([action, count]) => ({ action, count })),
      utilisation: utilisationOf(business, first, last, booked),
    });
  },
});

export const STATISTICS_ROUTES: readonly StaffRoute[] = [statistics];

interface Span {
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Minutes east of UTC, as its first day begins. */
  readonly offset: number;
}

/** Days between changes of clocks; a day on which they change is a span of its own, and longer or shorter than its offset says. */
function spansOf(zone: TimeZone, first: Day, last: Day): Span[] {
  const spans: Span[] = [];
  for (let day = first; day <= last; day += 1) {
    const [offset, next] = [zone.offsetAt(zone.startOf(day)), zone.offsetAt(zone.startOf(day + 1))];
    const span = spans.at(-1);
    if (span !== undefined && span.offset === offset && offset === next) {
      spans[spans.length - 1] = { ...span, lastDay: day };
    } else spans.push({ firstDay: day, lastDay: day, offset });
  }
  return spans;
}

function tally(counts: readonly (readonly [string, number])[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const [name, count] of counts) sums.set(name, (sums.get(name) ?? 0) + count);
  return [...sums].sort((a, b) => b[1] - a[1]);
}

function utilisationOf(
  business: Business,
  first: Day,
  last: Day,
  booked: readonly { readonly day: Day; readonly agentId: string; readonly minutes: number }[],
) {
  const rows = [];
  for (const agent of business.agents.values()) {
    const weeks = new Map<string, { bookedMinutes: number; workingMinutes: number }>();
    for (let day = first; day <= last; day += 1) {
      const week = weekOf(day);
      const row = weeks.get(week) ?? { bookedMinutes: 0, workingMinutes: 0 };
      row.workingMinutes += workingMinutes(agent, day, business);
      for (const one of booked)
        if (one.day === day && one.agentId === agent.id) row.bookedMinutes += one.minutes;
      weeks.set(week, row);
    }
    for (const [week, row] of weeks) rows.push({ agentId: agent.id, week, ...row });
  }
  return rows;
}

/** Of that day, without what falls into absences. */
function workingMinutes(agent: Agent, day: Day, { zone }: Business): number {
  const [dayStart, dayEnd] = [zone.startOf(day), zone.startOf(day + 1)];
  let minutes = 0;
  for (const run of agent.workingTime.runsOn(day)) {
    const [start, end] = [Math.max(run.start, dayStart), Math.min(run.end, dayEnd)];
    for (let minute = start; minute < end; ) {
      const away = agent.absences.find((absence) => absence.start <= minute && minute < absence.end);
      if (away !== undefined) {
        minute = away.end;
        continue;
      }
      const next = Math.min(
        end,
        ...agent.absences.filter((one) => one.start > minute).map((one) => one.start),
      );
      minutes += next - minute;
      minute = next;
    }
  }
  return minutes;
}

function weekOf(day: Day): string {
  const { yearOfWeek, weekOfYear } = plainDateOf(day);
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, "0")}`;
}
