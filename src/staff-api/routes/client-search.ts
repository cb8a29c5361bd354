import { z } from "zod";
import { clientContext } from "../../booking/client-context.ts";
import { possibleDuplicates } from "../../booking/possible-duplicates.ts";
import { searchClients } from "../../booking/search-clients.ts";
import { beginningsIn, beginsWith } from "../../identity/begins-with.ts";
import type { Client } from "../../identity/client.ts";
import type { Beginnings } from "../../store/desk-clients.ts";
import {
  type Asked,
  cardOf,
  clientForm,
  clientJson,
  clientPath,
  countryOf,
  unknownClient,
} from "../client-wire.ts";
import { answer, route, type StaffRoute } from "../route.ts";
import { BOOKERS, callerOf, DESK } from "../staff.ts";
import { paged, pageOf, pages } from "../wire.ts";

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
    const country = await countryOf(request);
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
      return answer({ items: cards.map((card) => clientJson(card, country)), nextCursor: null });
    }
    const rows = await store.deskClients(staff.accountId, { after: query.cursor, most: query.limit + 1 });
    return answer(
      paged(rows, query.limit, {
        item: (card) => clientJson(card, country),
        place: ({ id, firstname, lastname }) => ({ id, firstname, lastname }),
      }),
    );
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
    if (card === undefined) return unknownClient();
    const country = await countryOf(request);
    const others = await possibleDuplicates(api.desk, callerOf(staff), card);
    const ids = others.slice(0, MOST_FOUND).map((other) => other.id);
    const cards = await api.desk.store.deskClientsOf(staff.accountId, ids);
    return answer({ items: cards.map((one) => clientJson(one, country)) });
  },
});

export const CLIENT_SEARCH_ROUTES: readonly StaffRoute[] = [list, duplicates];

function byName(a: Client, b: Client): number {
  const nameOf = ({ lastname, firstname }: Client) => `${lastname ?? ""} ${firstname ?? ""}`;
  return nameOf(a).localeCompare(nameOf(b), "de");
}

async function beginningsOf({ api, staff }: Asked, words: readonly string[]): Promise<Beginnings> {
  const context = await clientContext(api.desk, callerOf(staff));
  return beginningsIn(words, context.country);
}
