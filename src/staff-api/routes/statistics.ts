import { z } from "zod";
import type { Agent, Business } from "../../scheduling/business.ts";
import { type Day, plainDateOf } from "../../scheduling/calendar-date.ts";
import { answer, refuse, route, type StaffRoute } from "../route.ts";
import { DESK } from "../staff.ts";
import { date, dateOf, dayOf, id } from "../wire.ts";

const MOST_DAYS = 400;

export const statisticsForm = z.object({
  days: z.array(
    z.object({
      date: z.string(),
      calls: z.number(),
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
    const { zone } = business;
    const range = { start: zone.startOf(first), end: zone.startOf(last + 1) };
    // One offset for all days: what happens in the hour around midnight after a change of clocks is a day off.
    const offset = zone.offsetAt(range.start);
    const { accountId } = staff;
    const bookings = await api.desk.store.countBookings(accountId, {
      entityId: query.entityId,
      range,
      offset,
    });
    const span = { from: range.start * 60_000, to: range.end * 60_000 };
    // What named no entity, mostly before the bot had looked it up, can only be of the one that there is.
    const isOnlyOne = (await api.desk.store.entityIds(accountId)).length === 1;
    const entityId = isOnlyOne ? undefined : query.entityId;
    const calls = await api.callLog.countCalls({ accountId, entityId, ...span, offset });
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
