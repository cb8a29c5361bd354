import { z } from "zod";
import { clientContext } from "../../booking/client-context.ts";
import { mergeClients } from "../../booking/merge-clients.ts";
import { understandForCard } from "../../booking/said-details.ts";
import { CLIENT_FIELDS, type ClientField } from "../../scheduling/configuration.ts";
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
import { id } from "../wire.ts";

const written = Object.fromEntries(
  CLIENT_FIELDS.map((field) => [field, z.string().trim().max(300).nullable().optional()]),
) as Record<ClientField, z.ZodOptional<z.ZodNullable<z.ZodString>>>;
const change = z.strictObject({ ...written, note: z.string().trim().max(5_000).nullable().optional() });

/** More than anybody scrolls through. */
const MOST_BOOKINGS = 500;

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
  answerForm: z.object({ items: z.array(bookingForm) }),
  handle: async (request) => {
    const card = await cardOf(request, request.path.clientId);
    if (card === undefined) return unknownClient();
    const { staff } = request;
    const rows = await request.api.desk.store.bookingsOfClient(staff.accountId, card.id, MOST_BOOKINGS);
    return answer({
      items: await bookingsJson(
        request,
        rows.filter(({ agentId }) => reachesAgent(staff, agentId)),
      ),
    });
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
        : refuse("conflict", { detail: merged.reason });
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
  if (!understood.ok) {
    const problem = problemOf(understood);
    const issues = problem.issues?.map(({ path, message }) => ({ path: path.replace(/^\./, ""), message }));
    return { ok: false as const, answer: refuse("invalid_request", { issues }) };
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
