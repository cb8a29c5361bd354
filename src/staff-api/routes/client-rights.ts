import { z } from "zod";
import { audit } from "../audit.ts";
import { bookingForm } from "../booking-wire.ts";
import {
  bookingsJson,
  cardOf,
  clientForm,
  clientJson,
  clientPath,
  countryOf,
  isSeen,
  unknownClient,
} from "../client-wire.ts";
import { NOTHING, refuse, route, type StaffRoute } from "../route.ts";
import { DESK, OWNERS } from "../staff.ts";
import { iso, time } from "../wire.ts";

/** What the law lets a client ask for. */

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
      .array(z.object({ at: time, kind: z.enum(["completed", "merged"]), detail: z.unknown() }))
      .describe("What calls have added to the card, and cards that became a part of it"),
  }),
  handle: async (request) => {
    const { staff } = request;
    const { store } = request.api.desk;
    const card = await cardOf(request, request.path.clientId);
    if (card === undefined) return unknownClient();
    const bookings = await bookingsJson(request, await store.bookingsOfClient(staff.accountId, card.id));
    const said = new Map(
      (await store.saidOfClient(staff.accountId, card.id)).map((one) => [one.bookingId, one.said]),
    );
    const events = await store.clientEvents(staff.accountId, card.id);
    await audit(request, "clients.export", card.id);
    const all = {
      client: clientJson(card, await countryOf(request)),
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
    if (card === undefined) return unknownClient();
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

export const CLIENT_RIGHTS_ROUTES: readonly StaffRoute[] = [exported, erase];
