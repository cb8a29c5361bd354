import { hash } from "node:crypto";
import { z } from "zod";
import { clientContext } from "../../booking/client-context.ts";
import { mergeClients } from "../../booking/merge-clients.ts";
import { understandForCard } from "../../booking/said-details.ts";
import { searchClients } from "../../booking/search-clients.ts";
import { beginningsIn, beginsWith } from "../../identity/begins-with.ts";
import type { Client } from "../../identity/client.ts";
import { CLIENT_FIELDS, type ClientField } from "../../scheduling/configuration.ts";
import { TimeZone } from "../../scheduling/time-zone.ts";
import type { DeskBooking } from "../../store/desk-bookings.ts";
import type { Beginnings, DeskClient } from "../../store/desk-clients.ts";
import { storedClient } from "../../store/stored-client.ts";
import { audit } from "../audit.ts";
import { bookingForm, bookingJson } from "../booking-wire.ts";
import { problemOf } from "../problems.ts";
import {
  answer,
  NOTHING,
  refuse,
  route,
  type StaffAnswer,
  type StaffRequest,
  type StaffRoute,
} from "../route.ts";
import { BOOKERS, callerOf, DESK, OWNERS, reachesAgent } from "../staff.ts";
import { id, iso, paged, pageOf, pages } from "../wire.ts";

type Asked = StaffRequest<unknown, unknown, unknown>;

const members = Object.fromEntries(CLIENT_FIELDS.map((field) => [field, z.string().nullable()])) as Record<
  ClientField,
  z.ZodNullable<z.ZodString>
>;

export const clientForm = z
  .object({
    id: z.string(),
    ...members,
    note: z.string().nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: "Client" });

const written = Object.fromEntries(
  CLIENT_FIELDS.map((field) => [field, z.string().trim().max(300).nullable().optional()]),
) as Record<ClientField, z.ZodOptional<z.ZodNullable<z.ZodString>>>;
const change = z.strictObject({ ...written, note: z.string().trim().max(5_000).nullable().optional() });

const clientPath = z.object({ clientId: id });

/** More than anybody scrolls through. */
const MOST_BOOKINGS = 500;
const MOST_FOUND = 20;
/** A few milliseconds. */
const MOST_READ = 2_000;
/** Of one beginning. */
const MOST_BEGUN = 500;

const cardPlace = z.object({
  id: z.string(),
  firstname: z.string().nullable(),
  lastname: z.string().nullable(),
});

const list = route({
  method: "GET",
  path: "/clients",
  access: BOOKERS,
  tag: "Clients",
  summary:
    "All clients by name, or those whom `q` can mean, best match first: a name or its beginning, a phone number or a part of it, a date of birth",
  queryForm: z.object({ q: z.string().max(200).optional(), ...pages(cardPlace) }),
  answerForm: pageOf(clientForm),
  handle: async (request) => {
    const { api, staff, query } = request;
    const { store } = api.desk;
    const words = query.q?.trim().split(/\s+/).filter(Boolean) ?? [];
    if (words.length > 0) {
      // In a large index reading all cards would keep callers waiting: there it is beginnings, by their own indexes.
      const mayReadAll = (await store.countClients(staff.accountId)) <= MOST_READ;
      const matched = await searchClients(api.desk, callerOf(staff), words, { mayReadAll });
      const found = matched.map(({ client }) => client.id);
      // Whoever types has not finished the name yet.
      const begun =
        found.length < MOST_FOUND
          ? (mayReadAll
              ? await store.clients(staff.accountId)
              : await store.clientsBeginning(staff.accountId, await beginningsOf(request, words), MOST_BEGUN)
            ).filter((client) => beginsWith(words, client))
          : [];
      const ids = [...new Set([...found, ...begun.sort(byName).map(({ id }) => id)])].slice(0, MOST_FOUND);
      const cards = await store.deskClientsOf(staff.accountId, ids);
      return answer({ items: cards.map(clientJson), nextCursor: null });
    }
    const rows = await store.deskClients(staff.accountId, { after: query.cursor, most: query.limit + 1 });
    return answer(
      paged(rows, query.limit, {
        item: clientJson,
        place: ({ id, firstname, lastname }) => ({ id, firstname, lastname }),
      }),
    );
  },
});

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
    return card === undefined ? unknown() : answerCard(card);
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
    return answerCard(made!);
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
    if (before === undefined) return unknown();
    if (!isSeen(request, before)) return refuse("changed_meanwhile");
    const checked = await withChange(request, before, body);
    if (!checked.ok) return checked.answer;
    if (isNameless(checked.card) && !isNameless(before)) return nameless();
    const at = Math.max(api.desk.now(), before.updatedAt + 1);
    const isWritten = await api.desk.store.changeClient(staff.accountId, { before, after: checked.card, at });
    if (!isWritten) return refuse("changed_meanwhile");
    await audit(request, "clients.change", before.id, { members: Object.keys(body) });
    return answerCard((await cardOf(request, before.id))!);
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
    if (card === undefined) return unknown();
    const { staff } = request;
    const rows = await request.api.desk.store.bookingsOfClient(staff.accountId, card.id, MOST_BOOKINGS);
    return answer({
      items: await asJson(
        request,
        rows.filter(({ agentId }) => reachesAgent(staff, agentId)),
      ),
    });
  },
});

const duplicates = route({
  method: "GET",
  path: "/clients/{clientId}/duplicates",
  access: DESK,
  tag: "Clients",
  summary: "Cards that can be of the same person, by the rules that callers are known by",
  pathForm: clientPath,
  answerForm: z.object({ items: z.array(clientForm) }),
  handle: async (request) => {
    const { api, staff } = request;
    const card = await cardOf(request, request.path.clientId);
    if (card === undefined) return unknown();
    const words = [card.firstname, card.lastname].filter((word) => word !== null).join(" ");
    const found = words === "" ? [] : await searchClients(api.desk, callerOf(staff), words.split(/\s+/));
    const others = found.map(({ client }) => client.id).filter((other) => other !== card.id);
    const cards = await api.desk.store.deskClientsOf(staff.accountId, others.slice(0, MOST_FOUND));
    return answer({ items: cards.map(clientJson) });
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
      if (merged.reason === "unknown_keep" || merged.reason === "unknown_drop") return unknown();
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
    return answer({ client: clientJson(card), filled, differing, bookings: merged.bookings ?? null });
  },
});

const exported = route({
  method: "GET",
  path: "/clients/{clientId}/export",
  access: DESK,
  tag: "Clients",
  summary: "Everything that is kept about a client, for the client (Article 15 GDPR)",
  pathForm: clientPath,
  answerForm: z.object({
    client: clientForm,
    bookings: z.array(
      bookingForm.extend({
        said: z
          .record(z.string(), z.unknown())
          .nullable()
          .describe("What was said of the client in the call"),
      }),
    ),
    changes: z
      .array(z.object({ at: z.string(), kind: z.enum(["completed", "merged"]), detail: z.unknown() }))
      .describe("What calls have added to the card, and cards that became a part of it"),
  }),
  handle: async (request) => {
    const { staff } = request;
    const { store } = request.api.desk;
    const card = await cardOf(request, request.path.clientId);
    if (card === undefined) return unknown();
    const bookings = await asJson(request, await store.bookingsOfClient(staff.accountId, card.id));
    const said = new Map(
      (await store.saidOfClient(staff.accountId, card.id)).map((one) => [one.bookingId, one.said]),
    );
    const events = await store.clientEvents(staff.accountId, card.id);
    await audit(request, "clients.export", card.id);
    const all = {
      client: clientJson(card),
      bookings: bookings.map((booking) => ({ ...booking, said: said.get(booking.id) ?? null })),
      changes: events.map(({ at, kind, detail }) => ({ at: iso(at), kind, detail })),
    };
    const content = JSON.stringify(all, null, 2);
    return {
      ok: true,
      text: { type: "application/json; charset=utf-8", content, fileName: `${card.id}.json` },
    };
  },
});

const erase = route({
  method: "DELETE",
  path: "/clients/{clientId}",
  access: OWNERS,
  tag: "Clients",
  summary:
    "Erase a client on request (Article 17 GDPR): bookings stay without a name; refused while some are to come",
  needsIfMatch: true,
  pathForm: clientPath,
  answerForm: undefined,
  handle: async (request) => {
    const { api, staff } = request;
    const card = await cardOf(request, request.path.clientId);
    if (card === undefined) return unknown();
    if (!isSeen(request, card)) return refuse("changed_meanwhile");
    const now = api.desk.now();
    const erasing = { at: now, unlessFrom: Math.ceil(now / 60_000) };
    if (!(await api.desk.store.eraseClient(staff.accountId, card.id, erasing))) {
      const future = await api.desk.store.bookingsOf(staff.accountId, card.id, erasing.unlessFrom);
      return refuse("in_use", { bookingIds: future.map((one) => one.id) });
    }
    await audit(request, "clients.erase", card.id);
    return NOTHING;
  },
});

export const CLIENT_ROUTES: readonly StaffRoute[] = [
  list,
  create,
  get,
  update,
  erase,
  bookings,
  duplicates,
  merge,
  exported,
];

function byName(a: Client, b: Client): number {
  const nameOf = ({ lastname, firstname }: Client) => `${lastname ?? ""} ${firstname ?? ""}`;
  return nameOf(a).localeCompare(nameOf(b), "de");
}

async function beginningsOf({ api, staff }: Asked, words: readonly string[]): Promise<Beginnings> {
  const context = await clientContext(api.desk, callerOf(staff));
  return beginningsIn(words, context.country);
}

function unknown(): StaffAnswer {
  return refuse("not_found", { detail: "There is no such client." });
}

const isNameless = ({ firstname, lastname }: Pick<DeskClient, "firstname" | "lastname">) =>
  firstname === null && lastname === null;

function nameless(): StaffAnswer {
  return refuse("invalid_request", { issues: [{ path: "lastname", message: "is missing" }] });
}

async function cardOf({ api, staff }: Asked, clientId: string): Promise<DeskClient | undefined> {
  const card = await api.desk.store.deskClient(staff.accountId, clientId);
  return card?.erasedAt === null ? card : undefined;
}

function clientJson({ erasedAt: _erased, createdAt, updatedAt, ...card }: DeskClient) {
  return { ...card, createdAt: iso(createdAt), updatedAt: iso(updatedAt) };
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

function clientTag(card: DeskClient): string {
  return `"${hash("sha256", JSON.stringify(card), "base64url").slice(0, 22)}"`;
}

function isSeen({ ifMatch }: Asked, card: DeskClient): boolean {
  return ifMatch === "*" || ifMatch === clientTag(card);
}

function answerCard(card: DeskClient): StaffAnswer {
  return answer(clientJson(card), { etag: clientTag(card) });
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

async function asJson({ api, staff }: Asked, rows: readonly DeskBooking[]) {
  const zones = new Map<string, TimeZone>();
  for (const entityId of new Set(rows.map((row) => row.entityId))) {
    const business = await api.desk.store.business(staff.accountId, entityId);
    zones.set(entityId, business?.zone ?? TimeZone.named("UTC")!);
  }
  return rows.map((row) => bookingJson(row, zones.get(row.entityId)!));
}
