import { z } from "zod";
import { productForDesk } from "../../booking/book.ts";
import { explainSlots } from "../../booking/explain-slots.ts";
import { nearestSlots } from "../../booking/free-slots.ts";
import { reachOffer, reachOwner } from "../../booking/reach.ts";
import { parseTimestamp } from "../../time-query/when.ts";
import { inTheWay, problemOf } from "../problems.ts";
import { answer, refuse, route, type StaffRoute } from "../route.ts";
import { callerOf, EVERYBODY, reachesAgent } from "../staff.ts";
import { date, dayOf, id, moment, time } from "../wire.ts";

const times = z.object({ start: time, end: time });

const RULES = [
  "outside_working_time",
  "off_grid",
  "too_soon",
  "too_far",
  "absent",
  "agent_busy",
  "class_full",
  "resource_busy",
  "agent_day_full",
  "product_day_full",
] as const;

export const explainedForm = z.object({
  agents: z.array(
    z.object({
      agentId: z.string(),
      basis: z.enum(["override", "public_holiday", "season", "weekly_hours"]),
      workingTime: z.array(times),
      starts: z.array(
        z.object({
          start: time,
          rule: z.enum(RULES).nullable().meta({ description: "Null: it is offered" }),
          reason: z.string().optional().meta({ description: "Of an absence, where one was given" }),
          absence: z.enum(["time_off", "closure"]).optional(),
          bookingId: z.string().optional(),
          pool: z.string().optional(),
          limit: z.number().optional(),
        }),
      ),
    }),
  ),
});

const explain = route({
  method: "GET",
  path: "/availability",
  access: EVERYBODY,
  tag: "Availability",
  summary: "Each start of a product on a day: offered, or by which rule not",
  queryForm: z.object({ productId: id, date, agentId: id.optional() }),
  answerForm: explainedForm,
  handle: async ({ api, staff, query }) => {
    const wish = { productId: query.productId, agentId: query.agentId, day: dayOf(query.date) };
    const explained = await explainSlots(api.desk, callerOf(staff), wish);
    if (!explained.ok) return { ok: false, problem: problemOf(explained) };
    const { offer, agents } = explained.value;
    const { zone } = offer.business;
    return answer({
      agents: agents
        .filter(({ agent }) => reachesAgent(staff, agent.id))
        .map(({ agent, rule, runs, starts }) => ({
          agentId: agent.id,
          basis: rule,
          workingTime: runs.map((run) => ({ start: zone.format(run.start), end: zone.format(run.end) })),
          starts: starts.map(({ start, refusal }) => ({
            start: zone.format(start),
            rule: refusal?.rule ?? null,
            ...inTheWay(refusal),
            ...(refusal?.rule === "absent"
              ? { absence: refusal.absence.kind, reason: refusal.absence.reason ?? undefined }
              : {}),
            ...(refusal !== undefined && "pool" in refusal ? { pool: refusal.pool } : {}),
            ...(refusal !== undefined && "limit" in refusal ? { limit: refusal.limit } : {}),
          })),
        })),
    });
  },
});

export const workingTimeForm = z.object({
  agents: z.array(
    z.object({
      agentId: z.string(),
      workingTime: z.array(times).meta({ description: "In time order; absences are not cut out" }),
      absences: z.array(
        times.extend({ kind: z.enum(["time_off", "closure"]), reason: z.string().nullable() }),
      ),
    }),
  ),
});

/** A year calendar, and no more. */
const MOST_DAYS = 400;

const workingTime = route({
  method: "GET",
  path: "/working-time",
  access: EVERYBODY,
  tag: "Availability",
  summary: "When the agents of an entity work and are absent, between two dates, both included",
  queryForm: z.object({ entityId: id, from: date, to: date }),
  answerForm: workingTimeForm,
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
    const [start, end] = [zone.startOf(first), zone.startOf(last + 1)];
    const agents = [...business.agents.values()].filter((agent) => reachesAgent(staff, agent.id));
    return answer({
      agents: agents.map((agent) => {
        const runs = new Map<number, number>();
        // A run over midnight belongs to both of its days.
        for (let day = first; day <= last; day += 1) {
          for (const run of agent.workingTime.runsOn(day)) runs.set(run.start, run.end);
        }
        return {
          agentId: agent.id,
          workingTime: [...runs].map(([from, to]) => ({ start: zone.format(from), end: zone.format(to) })),
          absences: agent.absences
            .filter((absence) => absence.start < end && absence.end > start)
            .map((absence) => ({
              start: zone.format(absence.start),
              end: zone.format(absence.end),
              kind: absence.kind,
              reason: absence.reason ?? null,
            })),
        };
      }),
    });
  },
});

const next = route({
  method: "GET",
  path: "/next-free",
  access: EVERYBODY,
  tag: "Availability",
  summary: "The next free times of a product after a moment, as callers are offered them",
  queryForm: z.object({
    productId: id,
    agentId: id.optional(),
    after: moment.optional().meta({ description: "A timestamp; default: now" }),
    bookingId: id.optional().meta({ description: "A booking to be moved: its own time counts as free" }),
    limit: z.coerce.number().int().min(1).max(50).default(10),
  }),
  answerForm: z.object({ items: z.array(times.extend({ agentId: z.string().nullable() })) }),
  handle: async ({ api, staff, query }) => {
    const caller = callerOf(staff);
    const agentId = staff.access === "agent" ? (staff.agentId ?? "") : query.agentId;
    const owner = await reachOwner(api.desk, caller, undefined, "product", query.productId);
    if (!owner.ok) return { ok: false, problem: problemOf(owner) };
    const { zone, products } = owner.value;
    const appointmentTypeId = products.get(query.productId)!.typeId;
    const { productId } = query;
    const offer = await reachOffer(api.desk, caller, undefined, { appointmentTypeId, productId, agentId });
    if (!offer.ok) return { ok: false, problem: problemOf(offer) };
    const now = api.desk.now();
    const after = query.after === undefined ? now : parseTimestamp(query.after, zone);
    if (after === undefined) {
      return refuse("invalid_request", { issues: [{ path: "after", message: "is no timestamp" }] });
    }
    const { bookingId } = query;
    const moving =
      bookingId === undefined ? undefined : await api.desk.store.booking(staff.accountId, bookingId);
    if (bookingId !== undefined && moving === undefined) {
      return refuse("not_found", { detail: "There is no such booking." });
    }
    // A booking keeps its length.
    const durationMinutes = moving === undefined ? undefined : moving.end - moving.start;
    const product = productForDesk(offer.value.product, { durationMinutes });
    const search = { offer: { ...offer.value, product }, agentId, now, movingBookingId: bookingId };
    const from = Math.floor(after / 60_000) - 1;
    const slots = await nearestSlots(api.desk, search, from, query.limit);
    const later = slots.filter(({ start }) => start > from).slice(0, query.limit);
    return answer({
      items: later.map(({ start, end }) => ({
        start: zone.format(start),
        end: zone.format(end),
        agentId: agentId ?? null,
      })),
    });
  },
});

export const AVAILABILITY_ROUTES: readonly StaffRoute[] = [explain, workingTime, next];
