import { z } from "zod";
import { TimeZone } from "../../scheduling/time-zone.ts";
import type { KeptCall } from "../../store/call-log.ts";
import { bookingForm, bookingJson } from "../booking-wire.ts";
import { answer, refuse, route, type StaffRoute } from "../route.ts";
import { DESK } from "../staff.ts";
import { cursorOf, iso, page, pageOf, placeOf } from "../wire.ts";

/** Requests that are looked through for one page of calls; a call has a dozen. */
const LOOKED_THROUGH = 3_000;

export const callForm = z
  .object({
    id: z
      .string()
      .meta({ description: "The bot's id of the call; requests without one are calls of their own" }),
    entityId: z.string().nullable(),
    begunAt: z.string(),
    endedAt: z.string(),
    requests: z.number().int(),
    outcome: z.enum(["booked", "moved", "cancelled", "informed", "failed"]),
    refusals: z.array(z.string()).meta({ description: "Codes of what was refused, each once" }),
  })
  .meta({ id: "Call" });

export const stepForm = z.object({
  at: z.string(),
  action: z.string().nullable(),
  outcome: z.string(),
  milliseconds: z.number(),
  request: z.unknown().meta({ description: "Personal members are masked" }),
  answer: z.unknown(),
});

const list = route({
  method: "GET",
  path: "/calls",
  access: DESK,
  tag: "Calls",
  summary: "Telephone calls, newest first",
  queryForm: z.object({
    outcome: z.enum(["booked", "moved", "cancelled", "informed", "failed"]).optional(),
    refusal: z.string().max(50).optional().meta({ description: "Only calls in which this was refused" }),
    ...page,
  }),
  answerForm: pageOf(callForm),
  handle: async ({ api, staff, query }) => {
    const place = placeOf(query.cursor, z.object({ before: z.number() }));
    const rows = await api.callLog.calls({
      accountId: staff.accountId,
      most: LOOKED_THROUGH,
      ...(place === undefined ? {} : { before: place.before }),
    });
    const calls = grouped(rows);
    const isWhole = rows.length < LOOKED_THROUGH;
    // The oldest of a full page can have begun before it.
    const whole = isWhole ? calls : calls.slice(0, -1);
    const wanted = whole.filter(
      ({ json }) =>
        (query.outcome === undefined || json.outcome === query.outcome) &&
        (query.refusal === undefined || json.refusals.includes(query.refusal)),
    );
    const shown = wanted.slice(0, query.limit);
    const last =
      shown.length < wanted.length ? shown.at(-1) : isWhole ? undefined : (whole.at(-1) ?? calls.at(-1));
    return answer({
      items: shown.map(({ json }) => json),
      nextCursor: last === undefined ? null : cursorOf({ before: last.first }),
    });
  },
});

const get = route({
  method: "GET",
  path: "/calls/{callId}",
  access: DESK,
  tag: "Calls",
  summary: "One call as the sequence of its requests, with the bookings that were made or changed in it",
  pathForm: z.object({ callId: z.string().min(1).max(200) }),
  answerForm: z.object({ call: callForm, steps: z.array(stepForm), bookings: z.array(bookingForm) }),
  handle: async ({ api, staff, path }) => {
    const { accountId } = staff;
    const number = /^request-(\d+)$/.exec(path.callId)?.[1];
    const rows =
      number === undefined
        ? await api.callLog.callsOf(accountId, path.callId)
        : (await api.callLog.calls({ accountId, before: Number(number) + 1, most: 1 })).filter(
            (row) => row.number === Number(number),
          );
    const [call] = grouped(rows);
    if (call === undefined) return refuse("not_found", { detail: "There is no such call." });
    const bookings = number === undefined ? await api.desk.store.bookingsOfCall(accountId, path.callId) : [];
    const json = [];
    for (const booking of bookings) {
      const business = await api.desk.store.business(accountId, booking.entityId);
      json.push(bookingJson(booking, business?.zone ?? TimeZone.named("UTC")!));
    }
    return answer({
      call: call.json,
      steps: rows.map((row) => ({
        at: iso(row.at),
        action: row.action,
        outcome: row.outcome,
        milliseconds: row.milliseconds,
        request: parsed(row.request),
        answer: parsed(row.answer),
      })),
      bookings: json,
    });
  },
});

export const CALL_ROUTES: readonly StaffRoute[] = [list, get];

interface Grouped {
  readonly json: z.output<typeof callForm>;
  /** Number of its first request. */
  readonly first: number;
}

/** By call, latest first. */
function grouped(rows: readonly KeptCall[]): Grouped[] {
  const calls = new Map<string, KeptCall[]>();
  for (const row of rows) {
    const callId = row.callId ?? `request-${row.number}`;
    calls.set(callId, [...(calls.get(callId) ?? []), row]);
  }
  return [...calls]
    .map(([callId, steps]) => ({
      first: steps[0]!.number,
      last: steps.at(-1)!.number,
      json: callOf(callId, steps),
    }))
    .sort((a, b) => b.last - a.last);
}

const DID = [
  ["bookAppointment", "booked"],
  ["modifyAppointment", "moved"],
  ["cancelAppointment", "cancelled"],
] as const;

function callOf(callId: string, steps: readonly KeptCall[]): z.output<typeof callForm> {
  const done = DID.find(([action]) =>
    steps.some((step) => step.action === action && step.outcome === "ok"),
  )?.[1];
  const refusals = [...new Set(steps.map(({ outcome }) => outcome).filter((outcome) => outcome !== "ok"))];
  const last = steps.at(-1)!;
  return {
    id: callId,
    entityId: steps.find(({ entityId }) => entityId !== null)?.entityId ?? null,
    begunAt: iso(steps[0]!.at),
    endedAt: iso(last.at),
    requests: steps.length,
    outcome: done ?? (last.outcome === "ok" ? "informed" : "failed"),
    refusals,
  };
}

function parsed(json: string | null): unknown {
  if (json === null) return null;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return json;
  }
}
