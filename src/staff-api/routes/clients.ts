import { z } from "zod";
import { clientContext } from "../../booking/client-context.ts";
import { mergeClients } from "../../booking/merge-clients.ts";
import { understandForCard } from "../../booking/said-details.ts";
import { CLIENT_FIELDS, type ClientField } from "../../scheduling/configuration.ts";
import type { DeskBooking } from "../../store/desk-bookings.ts";
import type { DeskClient } from "../../store/desk-clients.ts";
import { storedClient } from "../../store/stored-client.ts";
import { audit } from "../audit.ts";
import { bookingForm } from "../booking-wire.ts";
import {
  type Asked,
  bookingsJson,
  cardOf,
  clientForm,
  clientJson,
  clientPath,
  clientTag,
  countryOf,
  isSeen,
  unknownClient,
} from "../client-wire.ts";
import { problemOf } from "../problems.ts";
import { answer, refuse, route, type StaffAnswer, type StaffRoute } from "../route.ts";
import { BOOKERS, callerOf, DESK, reachesAgent } from "../staff.ts";
import { NO_PHONE } from "../typed-phone.ts";
import { id, paged, pageOf, pages } from "../wire.ts";

const written = Object.fromEntries(
  CLIENT_FIELDS.map((field) => [field, z.string().trim().max(300).nullable().optional()]),
) as Record<ClientField, z.ZodOptional<z.ZodNullable<z.ZodString>>>;
const change = z.strictObject({ ...written, note: z.string().trim().max(5_000).nullable().optional() });

/** A client's page shows them all, and nobody has more. */
const BOOKINGS_PER_PAGE = 500;

const get = route({
  method: "GET",
  path: "/clients/{clientId}",
  access: BOOKERS,
  tag: "Clients",
  summary: "One client",
  pathForm: clientPath,
  answerForm: clientForm,
  handle: async (request) => {
    const card = await cardOf(request, request.path.clientId);
    return card === undefined ? unknownClient() : await answerCard(request, card);
  },
});

const create = route({
  method: "POST",
  status: 201,
  path: "/clients",
  access: BOOKERS,
  tag: "Clients",
  summary: "Add a client",
  bodyForm: change,
  answerForm: clientForm,
  handle: async (request) => {
    const { api, staff } = request;
    const clientId = api.desk.newId("cl");
    const empty = Object.fromEntries(CLIENT_FIELDS.map((field) => [field, null])) as Record<
      ClientField,
      null
    >;
    const checked = await withChange(request, { id: clientId, ...empty }, request.body);
    if (!checked.ok) return checked.answer;
    const { note, ...card } = checked.card;
    if (isNameless(card)) return nameless();
    await api.desk.store.saveClients(staff.accountId, [card], api.desk.now());
    if (note !== null) {
      const before = (await api.desk.store.deskClient(staff.accountId, clientId))!;
      await api.desk.store.changeClient(staff.accountId, { before, after: checked.card, at: api.desk.now() });
    }
    await audit(request, "clients.create", clientId);
    const made = await cardOf(request, clientId);
    return await answerCard(request, made!);
  },
});

const update = route({
  method: "PATCH",
  path: "/clients/{clientId}",
  access: BOOKERS,
  tag: "Clients",
  summary: "Change a client's card; null empties a member",
  needsIfMatch: true,
  pathForm: clientPath,
  bodyForm: change,
  answerForm: clientForm,
  handle: async (request) => {
    const { api, staff, body } = request;
    const before = await cardOf(request, request.path.clientId);
    if (before === undefined) return unknownClient();
    if (!isSeen(request, before)) return refuse("changed_meanwhile");
    if (Object.keys(body).length === 0) return await answerCard(request, before);
    const checked = await withChange(request, before, body);
    if (!checked.ok) return checked.answer;
    if (isNameless(checked.card) && !isNameless(before)) return nameless();
    const at = Math.max(api.desk.now(), before.updatedAt + 1);
    const isWritten = await api.desk.store.changeClient(staff.accountId, { before, after: checked.card, at });
    if (!isWritten) return refuse("changed_meanwhile");
    await audit(request, "clients.change", before.id, { members: Object.keys(body) });
    return await answerCard(request, (await cardOf(request, before.id))!);
  },
});

const bookings = route({
  method: "GET",
  path: "/clients/{clientId}/bookings",
  access: BOOKERS,
  tag: "Clients",
  summary: "All bookings of a client, as booker or participant, latest first",
  pathForm: clientPath,
  queryForm: z.object(pages(z.object({ start: z.number(), id: z.string() }), BOOKINGS_PER_PAGE)),
  answerForm: pageOf(bookingForm),
  handle: async (request) => {
    const card = await cardOf(request, request.path.clientId);
    if (card === undefined) return unknownClient();
    const { staff, query } = request;
    const all = await request.api.desk.store.bookingsOfClient(staff.accountId, card.id);
    const reached = all.filter(({ agentId }) => reachesAgent(staff, agentId));
    const page = paged(behind(reached, query.cursor), query.limit, {
      item: (row) => row,
      place: ({ start, id }) => ({ start, id }),
    });
    return answer({ ...page, items: await bookingsJson(request, page.items) });
  },
});

const merge = route({
  method: "POST",
  path: "/clients/{clientId}/merge",
  access: DESK,
  tag: "Clients",
  summary: "Make another card a part of this one: its bookings, and what this one lacks",
  pathForm: clientPath,
  bodyForm: z.object({ dropId: id, dryRun: z.boolean().default(false) }),
  answerForm: z.object({
    client: clientForm,
    filled: z.array(z.string()),
    differing: z.array(z.string()),
    bookings: z.number().nullable(),
  }),
  handle: async (request) => {
    const { api, staff, body } = request;
    const dropped = await cardOf(request, body.dropId);
    const wish = { keepId: request.path.clientId, dropId: body.dropId, dryRun: body.dryRun };
    const merged = await mergeClients(api.desk, callerOf(staff), wish);
    if (!merged.ok) {
      if (merged.reason === "unknown_keep" || merged.reason === "unknown_drop") return unknownClient();
      return merged.reason === "stale"
        ? refuse("changed_meanwhile")
        : refuse("conflict", { detail: CONTRADICTS[merged.reason] });
    }
    if (!body.dryRun) {
      await appendNote(request, merged.keep.id, dropped?.note ?? null);
      await audit(request, "clients.merge", merged.keep.id, { dropped: merged.drop.id });
    }
    const card = (await cardOf(request, merged.keep.id))!;
    const { filled, differing } = merged;
    return answer({
      client: clientJson(card, await countryOf(request)),
      filled,
      differing,
      bookings: merged.bookings ?? null,
    });
  },
});

export const CLIENT_ROUTES: readonly StaffRoute[] = [create, get, update, bookings, merge];

/** The rows behind that place, latest first; where what stood there has moved, one may come twice and none is missed. */
function behind(rows: readonly DeskBooking[], place: Pick<DeskBooking, "start" | "id"> | undefined) {
  if (place === undefined) return rows;
  const index = rows.findIndex(({ start, id }) => start === place.start && id === place.id);
  return index >= 0 ? rows.slice(index + 1) : rows.filter(({ start }) => start <= place.start);
}

const CONTRADICTS = {
  same_card: "Both ids are of the same card.",
  same_booking: "Both cards have the same product at the same time: cancel one of the two bookings first.",
};

const isNameless = ({ firstname, lastname }: Pick<DeskClient, "firstname" | "lastname">) =>
  firstname === null && lastname === null;

function nameless(): StaffAnswer {
  return refuse("invalid_request", { issues: [{ path: "lastname", message: "is missing" }] });
}

/** What the desk noted on a card that is gone must not be gone with it. */
async function appendNote(request: Asked, clientId: string, note: string | null): Promise<void> {
  const { store, now } = request.api.desk;
  const before = note === null ? undefined : await cardOf(request, clientId);
  if (before === undefined || before.note?.includes(note!)) return;
  const both = [before.note, note].filter((one) => one !== null).join("\n");
  const changed = await withChange(request, before, { note: both });
  if (!changed.ok) return;
  const at = Math.max(now(), before.updatedAt + 1);
  await store.changeClient(request.staff.accountId, { before, after: changed.card, at });
}

async function answerCard(request: Asked, card: DeskClient): Promise<StaffAnswer> {
  return answer(clientJson(card, await countryOf(request)), { etag: clientTag(card) });
}

/** The card as it shall be, its numbers and dates understood as on the telephone. */
async function withChange(
  request: Asked,
  before: Pick<DeskClient, "id" | ClientField> & { readonly note?: string | null },
  body: z.output<typeof change>,
) {
  const { api, staff } = request;
  const context = await clientContext(api.desk, callerOf(staff));
  const said = Object.fromEntries(
    CLIENT_FIELDS.flatMap((field) => (body[field] ? [[field, body[field]]] : [])),
  ) as Partial<Record<ClientField, string>>;
  const understood = understandForCard(said, "", context);
  const isNoPhone = understood.ok && said.phone !== undefined && understood.value.phone === undefined;
  if (!understood.ok || isNoPhone) {
    const issues = understood.ok ? [{ path: "phone", message: NO_PHONE }] : problemOf(understood).issues;
    const within = issues?.map(({ path, message }) => ({ path: path.replace(/^\./, ""), message }));
    return { ok: false as const, answer: refuse("invalid_request", { issues: within }) };
  }
  const members = Object.fromEntries(
    CLIENT_FIELDS.map((field) => [
      field,
      body[field] === undefined ? before[field] : (understood.value[field] ?? null),
    ]),
  ) as Record<ClientField, string | null>;
  const note = body.note === undefined ? (before.note ?? null) : body.note || null;
  return { ok: true as const, card: { ...storedClient({ id: before.id, ...members }, context), note } };
}
