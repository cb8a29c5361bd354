import { z } from "zod";
import type { CallLog, KeptCall } from "../../store/call-log.ts";
import { bookingForm, bookingJson, NOBODYS } from "../booking-wire.ts";
import { callClientForm, clientsOf, parsed } from "../call-clients.ts";
import { answer, refuse, route, type StaffRoute } from "../route.ts";
import { DESK } from "../staff.ts";
import { cursorOf, iso, pageOf, pages, time } from "../wire.ts";

/** Requests that are looked through for one page of calls; a call has a dozen. */
const LOOKED_THROUGH = 3_000;

export const callForm = z
  .object({
    id: z.string().meta({ description: "The bot's id of the call, or of a request without one" }),
    hasCallId: z.boolean().meta({
      description: "False: a single request without a call id, which is listed and counts as no call",
    }),
    entityId: z.string().nullable(),
    begunAt: time,
    endedAt: time,
    requests: z.number().int(),
    outcome: z.enum(["booked", "moved", "cancelled", "informed", "failed"]),
    refusals: z.array(z.string()).meta({ description: "Codes of what was refused, each once" }),
    clients: z
      .array(callClientForm)
      .meta({ description: "Whom it was about, as far as that is known; nobody who was erased" }),
  })
  .meta({ id: "Call" });

export const stepForm = z.object({
  at: time,
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
  summary: "Telephone calls, those that began last first, and single requests that name no call",
  queryForm: z.object({
    outcome: z.enum(["booked", "moved", "cancelled", "informed", "failed"]).optional(),
    refusal: z.string().max(50).optional().meta({ description: "Only calls in which this was refused" }),
    ...pages(z.object({ before: z.number() })),
  }),
  answerForm: pageOf(callForm),
  handle: async ({ api, staff, query }) => {
    const { accountId } = staff;
    const place = query.cursor;
    const rows = await api.callLog.calls({ accountId, most: LOOKED_THROUGH, ...place });
    const isWhole = rows.length < LOOKED_THROUGH;
    const oldest = rows[0]?.number ?? 0;
    const shown: Grouped[] = [];
    let isMore = !isWhole;
    // Several lines are busy at once: a call can go on above this page, and can have begun below what was read.
    const isCut = place !== undefined || !isWhole;
    const begun = grouped(rows);
    for (const call of isCut ? await wholeCalls(api.callLog, accountId, begun) : begun) {
      if (call.first < oldest || !isWanted(call.json, query)) continue;
      if (shown.length === query.limit) {
        isMore = true;
        break;
      }
      shown.push(call);
    }
    const before = shown.length === query.limit ? shown.at(-1)!.first : oldest;
    const clients = await clientsOf(api, accountId, shown);
    return answer({
      items: shown.map((call) => ({ ...call.json, clients: clients(call) })),
      nextCursor: isMore ? cursorOf({ before }) : null,
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
    const number = /^request-(\d{1,15})$/.exec(path.callId)?.[1];
    const rows =
      number === undefined
        ? await api.callLog.callsOf(accountId, [path.callId])
        : (await api.callLog.calls({ accountId, before: Number(number) + 1, most: 1 })).filter(
            (row) => row.number === Number(number),
          );
    const [call] = grouped(rows);
    if (call === undefined) return refuse("not_found", { detail: "There is no such call." });
    const clients = await clientsOf(api, accountId, [call]);
    const bookings = number === undefined ? await api.desk.store.bookingsOfCall(accountId, path.callId) : [];
    const json = [];
    for (const booking of bookings) {
      const business = await api.desk.store.business(accountId, booking.entityId);
      json.push(bookingJson(booking, business ?? NOBODYS));
    }
    return answer({
      call: { ...call.json, clients: clients(call) },
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
  readonly callId: string | null;
  readonly json: Omit<z.output<typeof callForm>, "clients">;
  /** Its requests, oldest first. */
  readonly steps: readonly KeptCall[];
  /** Number of its first request. */
  readonly first: number;
}

/** By call, those that began last first. */
function grouped(rows: readonly KeptCall[]): Grouped[] {
  const calls = new Map<string, KeptCall[]>();
  for (const row of rows) {
    const callId = row.callId ?? `request-${row.number}`;
    const steps = calls.get(callId);
    if (steps === undefined) calls.set(callId, [row]);
    else steps.push(row);
  }
  return [...calls]
    .map(([callId, steps]) => ({
      first: steps[0]!.number,
      callId: steps[0]!.callId,
      steps,
      json: callOf(callId, steps),
    }))
    .sort((a, b) => b.first - a.first);
}

/** The same calls with all their requests, in the same order. */
async function wholeCalls(
  callLog: CallLog,
  accountId: string,
  calls: readonly Grouped[],
): Promise<Grouped[]> {
  const callIds = calls.flatMap(({ callId }) => callId ?? []);
  const steps = await callLog.callsOf(accountId, callIds);
  const whole = new Map(grouped(steps).map((call) => [call.callId, call]));
  return calls.map((call) => (call.callId === null ? call : (whole.get(call.callId) ?? call)));
}

function isWanted(
  { outcome, refusals }: Grouped["json"],
  wanted: { readonly outcome?: string | undefined; readonly refusal?: string | undefined },
): boolean {
  return (
    (wanted.outcome === undefined || outcome === wanted.outcome) &&
    (wanted.refusal === undefined || refusals.includes(wanted.refusal))
  );
}

const DID = [
  ["bookAppointment", "booked"],
  ["modifyAppointment", "moved"],
  ["cancelAppointment", "cancelled"],
] as const;

function callOf(callId: string, steps: readonly KeptCall[]): Grouped["json"] {
  const done = DID.find(([action]) =>
    steps.some((step) => step.action === action && step.outcome === "ok"),
  )?.[1];
  const refusals = [...new Set(steps.map(({ outcome }) => outcome).filter((outcome) => outcome !== "ok"))];
  const last = steps.at(-1)!;
  return {
    id: callId,
    hasCallId: steps[0]!.callId !== null,
    entityId: steps.find(({ entityId }) => entityId !== null)?.entityId ?? null,
    begunAt: iso(steps[0]!.at),
    endedAt: iso(last.at),
    requests: steps.length,
    outcome: done ?? (last.outcome === "ok" ? "informed" : "failed"),
    refusals,
  };
}
