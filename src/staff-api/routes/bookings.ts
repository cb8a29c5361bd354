import { hash } from "node:crypto";
import { z } from "zod";
import { bookAtDesk } from "../../booking/book-at-desk.ts";
import { cancelAtDesk } from "../../booking/cancel-at-desk.ts";
import { moveAtDesk } from "../../booking/move-at-desk.ts";
import { restore } from "../../booking/restore.ts";
import { standIns } from "../../booking/stand-ins.ts";
import type { Business } from "../../scheduling/business.ts";
import { CLIENT_FIELDS, MAX_DURATION_MINUTES } from "../../scheduling/configuration.ts";
import { parseTimestamp } from "../../time-query/when.ts";
import { audit } from "../audit.ts";
import { bookingHistory } from "../booking-history.ts";
import { bookingForm, bookingJson } from "../booking-wire.ts";
import { type Asked, answerBooking, businessOf, change, type Reached, reach } from "../change-booking.ts";
import { cardOf } from "../client-wire.ts";
import { problemOf } from "../problems.ts";
import { answer, refuse, route, type StaffRoute } from "../route.ts";
import { BOOKERS, callerOf, EVERYBODY, reachesAgent } from "../staff.ts";
import { typedPhone } from "../typed-phone.ts";
import { naming, whoDidForm } from "../who-did.ts";
import { date, dayOf, id, moment, paged, pageOf, pages, time } from "../wire.ts";

const bookingPath = z.object({ bookingId: id });
const durationMinutes = z.number().int().min(1).max(MAX_DURATION_MINUTES).optional();
const overrule = z
  .boolean()
  .default(false)
  .meta({ description: "Opening hours, absences and notice do not count; what somebody else has does" });
const start = moment.meta({
  description: "A timestamp; without an offset in the entity's zone",
  example: "2026-12-01T09:00",
});

const person = z
  .strictObject({
    id: id.optional(),
    ...Object.fromEntries(CLIENT_FIELDS.map((field) => [field, z.string().trim().max(300).optional()])),
    phone: typedPhone.optional(),
  })
  .refine(
    (said: Record<string, unknown>) => said.id ?? said.lastname ?? said.firstname,
    "needs an id or a name",
  )
  .meta({ id: "Person", description: "A known client by id, or who it is" });

const list = route({
  method: "GET",
  path: "/bookings",
  access: EVERYBODY,
  tag: "Bookings",
  summary: "Bookings of an entity between two dates, both included, soonest first",
  queryForm: z.object({
    entityId: id,
    from: date,
    to: date,
    agentId: id.optional(),
    status: z.enum(["confirmed", "cancelled"]).optional(),
    ...pages(z.object({ start: z.number(), id: z.string() })),
  }),
  answerForm: pageOf(bookingForm),
  handle: async (request) => {
    const { query, staff, api } = request;
    const business = await businessOf(request, query.entityId);
    if (business === undefined) return refuse("not_found", { detail: "There is no such entity." });
    const { zone, agents } = business;
    const range = { start: zone.startOf(dayOf(query.from)), end: zone.startOf(dayOf(query.to) + 1) };
    const rows = await api.desk.store.bookingsBetween(staff.accountId, {
      entityId: query.entityId,
      range,
      agentId: staff.access === "agent" ? (staff.agentId ?? "") : query.agentId,
      status: query.status,
      most: query.limit + 1,
      after: query.cursor,
    });
    // Who has left the business has bookings all the same.
    const isKnown = query.agentId === undefined || agents.has(query.agentId) || rows.length > 0;
    if (!isKnown && query.cursor === undefined) {
      return refuse("not_found", { detail: "There is no such agent." });
    }
    return answer(
      paged(rows, query.limit, {
        item: (row) => bookingJson(row, business),
        place: ({ start, id }) => ({ start, id }),
      }),
    );
  },
});

const get = route({
  method: "GET",
  path: "/bookings/{bookingId}",
  access: EVERYBODY,
  tag: "Bookings",
  summary: "One booking",
  pathForm: bookingPath,
  answerForm: bookingForm,
  handle: async (request) => await answerBooking(request, request.path.bookingId),
});

const history = route({
  method: "GET",
  path: "/bookings/{bookingId}/events",
  access: EVERYBODY,
  tag: "Bookings",
  summary: "What happened to a booking, oldest first",
  pathForm: bookingPath,
  answerForm: z.object({
    items: z.array(
      z.object({
        kind: z.enum(["created", "moved", "cancelled", "restored", "missed", "came", "noted"]),
        at: time,
        by: whoDidForm,
        start: time,
        end: time,
        agentId: z.string(),
      }),
    ),
  }),
  handle: async (request) => {
    const reached = await reach(request, request.path.bookingId);
    if (!reached.ok) return reached.answer;
    const { booking, business } = reached;
    const { accountId } = request.staff;
    const { store } = request.api.desk;
    const happenings = await bookingHistory(store, accountId, booking);
    const whoOf = await naming(store, accountId);
    const { zone } = business;
    return answer({
      items: happenings.map(({ kind, at, actor, after }) => ({
        kind,
        at: new Date(at).toISOString(),
        by: whoOf(actor),
        start: zone.format(after.start),
        end: zone.format(after.end),
        agentId: after.agentId,
      })),
    });
  },
});

const standInsRoute = route({
  method: "GET",
  path: "/bookings/{bookingId}/stand-ins",
  access: EVERYBODY,
  tag: "Bookings",
  summary: "Who else is free to perform a booking at its own time, in the owner's order",
  pathForm: bookingPath,
  answerForm: z.object({ items: z.array(z.object({ agentId: z.string() })) }),
  handle: async (request) => {
    const reached = await reach(request, request.path.bookingId);
    if (!reached.ok) return reached.answer;
    const { api, staff } = request;
    const found = await standIns(api.desk, callerOf(staff), reached.booking);
    if (!found.ok) return { ok: false, problem: problemOf(found) };
    const items = found.value.filter((agent) => reachesAgent(staff, agent.id));
    return answer({ items: items.map((agent) => ({ agentId: agent.id })) });
  },
});

const create = route({
  method: "POST",
  path: "/bookings",
  status: 201,
  isRepeatable: true,
  access: BOOKERS,
  tag: "Bookings",
  summary: "Book a time; one that the business does not offer with `overrule`, one that is taken never",
  bodyForm: z.object({
    productId: id,
    agentId: id.optional().meta({ description: "Default: whoever is free, as callers get somebody" }),
    start,
    durationMinutes,
    booker: person,
    participant: person.optional(),
    note: z.string().trim().max(2_000).optional(),
    overrule,
  }),
  answerForm: bookingForm,
  handle: async (request) => {
    const { body, staff, api } = request;
    const agentId = body.agentId ?? (staff.access === "agent" ? (staff.agentId ?? undefined) : undefined);
    if (agentId !== undefined && !reachesAgent(staff, agentId)) {
      return refuse("forbidden", { detail: OTHERS_CALENDAR });
    }
    const owner = await api.desk.store.entityOwning(staff.accountId, "product", body.productId);
    const business = owner === undefined ? undefined : await businessOf(request, owner);
    if (business === undefined) return refuse("not_found", { detail: "There is no such product." });
    const minute = minuteOf(body.start, business);
    if (minute === undefined) return badStart();
    const { idempotencyKey } = request;
    const booked = await bookAtDesk(api.desk, callerOf(staff), {
      productId: body.productId,
      agentId,
      start: minute,
      durationMinutes: body.durationMinutes,
      isOverruled: body.overrule,
      booker: body.booker,
      participant: body.participant,
      idempotency: idempotencyKey
        ? { key: hashed(idempotencyKey), fingerprint: hashed(JSON.stringify(body)) }
        : undefined,
    });
    if (!booked.ok) return { ok: false, problem: problemOf(booked) };
    const { bookingId, isRepeat } = booked.value;
    const { store } = api.desk;
    const made = await store.deskBooking(staff.accountId, bookingId);
    // Who asks again after a crash may be the first who gets here: so this request's booking has one entry, of its own.
    const isOfCreation = !isRepeat || (await isMadeBy(request, bookingId));
    let isMarked = false;
    // Between booking and note nothing else has happened; an erased client's comes back by no repeat.
    const isAsMade = made?.version === 1 && (await cardOf(request, made.participantId)) !== undefined;
    if (body.note && made?.note === null && isAsMade) {
      const mark = {
        bookingId,
        expectedVersion: made.version,
        note: body.note,
        at: api.desk.now(),
        actor: callerOf(staff).actor,
        isOfCreation,
      };
      isMarked = await store.markBooking(staff.accountId, mark);
    }
    if (isOfCreation) {
      const entry = { id: bookingId.replace(/^bk_/, "au_"), at: made?.createdAt ?? api.desk.now() };
      await audit(request, "bookings.create", bookingId, body.overrule ? { overrule: true } : {}, entry);
    } else if (isMarked) await audit(request, "bookings.mark", bookingId, { members: ["note"] });
    return await answerBooking(request, bookingId);
  },
});

const moveRoute = route({
  method: "POST",
  path: "/bookings/{bookingId}/move",
  access: BOOKERS,
  tag: "Bookings",
  summary: "Move a booking to another time or agent, or make it longer or shorter",
  needsIfMatch: true,
  pathForm: bookingPath,
  bodyForm: z.object({ start: start.optional(), agentId: id.optional(), durationMinutes, overrule }),
  answerForm: bookingForm,
  handle: async (request) => {
    const { body, staff } = request;
    if (body.agentId !== undefined && !reachesAgent(staff, body.agentId)) {
      return refuse("forbidden", { detail: OTHERS_CALENDAR });
    }
    return await change(request, "bookings.move", request.path.bookingId, async ({ booking, business }) => {
      const minute = body.start === undefined ? booking.start : minuteOf(body.start, business);
      if (minute === undefined) return badStart();
      return await moveAtDesk(request.api.desk, callerOf(staff), {
        bookingId: booking.id,
        agentId: body.agentId,
        start: minute,
        durationMinutes: body.durationMinutes,
        isOverruled: body.overrule,
        seenVersion: booking.version,
      });
    });
  },
});

const cancelRoute = route({
  method: "POST",
  path: "/bookings/{bookingId}/cancel",
  access: BOOKERS,
  tag: "Bookings",
  summary: "Cancel a booking; its time is free at once",
  needsIfMatch: true,
  pathForm: bookingPath,
  answerForm: bookingForm,
  handle: async (request) =>
    await change(request, "bookings.cancel", request.path.bookingId, ({ booking }) =>
      cancelAtDesk(request.api.desk, callerOf(request.staff), booking.id, booking.version),
    ),
});

const restoreRoute = route({
  method: "POST",
  path: "/bookings/{bookingId}/restore",
  access: BOOKERS,
  tag: "Bookings",
  summary: "Make a cancelled booking stand again, while its time is free",
  needsIfMatch: true,
  pathForm: bookingPath,
  answerForm: bookingForm,
  handle: async (request) =>
    await change(request, "bookings.restore", request.path.bookingId, async ({ booking }) => {
      if ((await cardOf(request, booking.participantId)) === undefined) {
        return refuse("not_changeable", { detail: "The client was erased: nobody would come." });
      }
      const seen = { bookingId: booking.id, seenVersion: booking.version };
      return await restore(request.api.desk, callerOf(request.staff), seen);
    }),
});

const mark = route({
  method: "PATCH",
  path: "/bookings/{bookingId}",
  access: BOOKERS,
  tag: "Bookings",
  summary: "Note on a booking, or that the client did not come",
  needsIfMatch: true,
  pathForm: bookingPath,
  bodyForm: z.object({
    note: z.string().trim().max(2_000).nullable().optional(),
    noShow: z.boolean().optional().meta({ description: "Of an appointment that has begun" }),
  }),
  answerForm: bookingForm,
  handle: async (request) => {
    const { body, api, staff } = request;
    const mark = async ({ booking }: Reached) => {
      const at = api.desk.now();
      if (body.note === undefined && body.noShow === undefined)
        return { ok: true as const, value: undefined };
      const isToCome = booking.start * 60_000 > at;
      if (body.noShow && (isToCome || booking.status === "cancelled")) {
        const detail = isToCome
          ? "The appointment has not begun: the client may yet come."
          : "The booking is cancelled: nobody was to come.";
        return refuse("not_changeable", { detail });
      }
      const isWritten = await api.desk.store.markBooking(staff.accountId, {
        bookingId: booking.id,
        expectedVersion: booking.version,
        note: body.note === "" ? null : body.note,
        noShow: body.noShow,
        at,
        actor: callerOf(staff).actor,
      });
      return isWritten ? { ok: true as const, value: undefined } : refuse("changed_meanwhile");
    };
    return await change(request, "bookings.mark", request.path.bookingId, mark, {
      members: Object.keys(body),
    });
  },
});

export const BOOKING_ROUTES: readonly StaffRoute[] = [
  list,
  get,
  history,
  standInsRoute,
  create,
  moveRoute,
  cancelRoute,
  restoreRoute,
  mark,
];

/** Whether it was made by this very request, sent before. */
async function isMadeBy({ api, staff, idempotencyKey }: Asked, bookingId: string): Promise<boolean> {
  if (!idempotencyKey) return false;
  const { accountId, actor } = callerOf(staff);
  const record = await api.desk.store.idempotencyRecord(accountId, actor.id, hashed(idempotencyKey));
  return record?.bookingId === bookingId;
}

/** What is kept of a request for a while says nothing about anybody. */
const hashed = (text: string) => hash("sha256", text, "hex");

const OTHERS_CALENDAR = "The role agent reaches its own calendar only.";

function minuteOf(text: string, { zone }: Business): number | undefined {
  const instant = parseTimestamp(text, zone);
  return instant === undefined || instant % 60_000 !== 0 ? undefined : instant / 60_000;
}

function badStart() {
  return refuse("invalid_request", {
    issues: [{ path: "start", message: "must be a whole minute such as 2026-12-01T09:00" }],
  });
}
