import { type Kysely, type SqlBool, sql } from "kysely";
import { nameKeys } from "../../identity/client-keys.ts";
import { LOOKUP_VERSION } from "../../identity/lookup-keys.ts";
import { CLIENT_FIELDS } from "../../scheduling/configuration.ts";
import type { CallClient, DeskClient, DeskClients } from "../desk-clients.ts";
import type { Schema } from "../schema.ts";
import { clientOf, clientRow, WRITTEN_COLUMNS } from "./client-queries.ts";
import type { ColdStore, Step } from "./cold-store.ts";

/** Cards as the desk reads and writes them; the same statements on every store. */
export function deskClientStore(db: Kysely<Schema>, cold: ColdStore): DeskClients {
  const row = async (accountId: string, clientId: string): Promise<Schema["clients"] | undefined> => {
    const found = await cold.first(cardQuery(db, accountId, clientId));
    return found?.merged_into == null ? found : await cold.first(cardQuery(db, accountId, found.merged_into));
  };
  return {
    deskClient: async (accountId, clientId) => {
      const found = await row(accountId, clientId);
      return found === undefined ? undefined : deskClientOf(found);
    },
    deskClients: async (accountId, { after, most }) => {
      let query = db
        .selectFrom("clients")
        .selectAll()
        .where("account_id", "=", accountId)
        .where("merged_into", "is", null)
        .where("erased_at", "is", null);
      // As a card index has them: ü is read as ue, and who is called Ö does not come after Z.
      const [lastname, firstname] = [sql`coalesce(lastname_key, '')`, sql`coalesce(firstname_key, '')`];
      if (after !== undefined) {
        const keys = nameKeys(after);
        query = query.where(
          sql<SqlBool>`(${lastname}, ${firstname}, id)
            > (${keys.lastnameKey ?? ""}, ${keys.firstnameKey ?? ""}, ${after.id})`,
        );
      }
      const sorted = query.orderBy(lastname).orderBy(firstname).orderBy("id").limit(most);
      return (await cold.all(sorted.compile())).map(deskClientOf);
    },
    deskClientsOf: async (accountId, clientIds) => {
      if (clientIds.length === 0) return [];
      const query = db
        .selectFrom("clients")
        .selectAll()
        .where("account_id", "=", accountId)
        .where("id", "in", [...clientIds])
        .where("merged_into", "is", null)
        .where("erased_at", "is", null);
      const rows = new Map((await cold.all(query.compile())).map((row) => [row.id, deskClientOf(row)]));
      return clientIds.flatMap((id) => rows.get(id) ?? []);
    },
    clientsOfCalls: async (accountId, { callIds, clientIds }) => {
      const booked = new Map<string, CallClient[]>();
      const known = new Map<string, CallClient>();
      if (callIds.length + clientIds.length === 0) return { booked, known };
      for (const row of await cold.all(clientsOfCallsQuery(db, accountId, callIds, clientIds))) {
        const client = { id: row.id, firstname: row.firstname, lastname: row.lastname };
        if (row.call_id === null) known.set(row.asked_id, client);
        else {
          const clients = booked.get(row.call_id) ?? [];
          if (!clients.some(({ id }) => id === client.id)) booked.set(row.call_id, [...clients, client]);
        }
      }
      return { booked, known };
    },
    countClients: async (accountId) => {
      const query = db
        .selectFrom("clients")
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .where("account_id", "=", accountId);
      return (await cold.first(query.compile()))?.count ?? 0;
    },
    clientsBeginning: async (accountId, { names, phone }, most) => {
      const rows = [];
      const wanted = [
        ...names.flatMap((name) => [["lastname_key", name] as const, ["firstname_key", name] as const]),
        ...(phone === undefined ? [] : [["phone_key", phone] as const]),
      ];
      for (const [column, begun] of wanted) {
        const query = db
          .selectFrom("clients")
          .selectAll()
          .where("account_id", "=", accountId)
          .where(column, ">=", begun)
          .where(column, "<", afterAllThatBeginWith(begun))
          .where("merged_into", "is", null)
          .where("erased_at", "is", null)
          .orderBy(column)
          .limit(most);
        rows.push(...(await cold.all(query.compile())));
      }
      return [...new Map(rows.map((row) => [row.id, deskClientOf(row)])).values()];
    },
    changeClient: async (accountId, { before, after, at }) => {
      const stored = await row(accountId, before.id);
      if (stored === undefined || !isStill(stored, before)) return false;
      const written = clientRow(accountId, after, at);
      const members = Object.fromEntries(WRITTEN_COLUMNS.map((column) => [column, written[column]]));
      return await cold.write([
        {
          query: db
            .updateTable("clients")
            .set({ ...members, note: after.note })
            .where("account_id", "=", accountId)
            .where("id", "=", before.id)
            .where("updated_at", "=", before.updatedAt)
            .where("erased_at", "is", null)
            .where("merged_into", "is", null)
            .compile(),
          changes: 1,
        },
        ...dropKeys(db, accountId, stored),
        ...after.lookupKeys.map((key) => ({
          query: db
            .insertInto("client_lookup")
            .values({ account_id: accountId, key, client_id: before.id })
            .onConflict((conflict) => conflict.doNothing())
            .compile(),
        })),
        {
          query: db
            .updateTable("clients")
            .set({ lookup_version: LOOKUP_VERSION, lookup_keys: JSON.stringify(after.lookupKeys) })
            .where("account_id", "=", accountId)
            .where("id", "=", before.id)
            .compile(),
        },
      ]);
    },
    eraseClient: async (accountId, clientId, { at, unlessFrom }) => {
      const cards = await cold.all(
        db
          .selectFrom("clients")
          .selectAll()
          .where("account_id", "=", accountId)
          .where((eb) => eb.or([eb("id", "=", clientId), eb("merged_into", "=", clientId)]))
          .compile(),
      );
      if (cards.length === 0) return true;
      const mark = {
        query: db
          .updateTable("clients")
          .set({ erased_at: at })
          .where("account_id", "=", accountId)
          .where("id", "=", clientId)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom("bookings")
                  .select("id")
                  .where("account_id", "=", accountId)
                  .where((eb) => eb.or([eb("booker_id", "=", clientId), eb("participant_id", "=", clientId)]))
                  .where("status", "=", "confirmed")
                  .where("starts_at", ">=", unlessFrom * MS),
              ),
            ),
          )
          .compile(),
        changes: 1,
      };
      return await cold.write([mark, ...cards.flatMap((card) => eraseSteps(db, card, at))]);
    },
    saidOfClient: async (accountId, clientId) => {
      const query = db
        .selectFrom("bookings")
        .select(["id", "booker_id", "said"])
        .where("account_id", "=", accountId)
        .where((eb) => eb.or([eb("booker_id", "=", clientId), eb("participant_id", "=", clientId)]))
        .where("said", "is not", null)
        .orderBy("created_at")
        .orderBy("id");
      return (await cold.all(query.compile())).flatMap(({ id, booker_id, said }) => {
        const { booker, participant } = JSON.parse(said!) as { booker: object; participant: object | null };
        // What was said of the other one is the other one's.
        const own = booker_id === clientId ? booker : participant;
        return own === null ? [] : [{ bookingId: id, said: own }];
      });
    },
    goneClients: async (accountId) => {
      const query = db
        .selectFrom("clients")
        .select(["id", "merged_into"])
        .where("account_id", "=", accountId)
        .where((eb) => eb.or([eb("erased_at", "is not", null), eb("merged_into", "is not", null)]));
      const rows = await cold.all(query.compile());
      return rows.map(({ id, merged_into }) => ({ id, mergedInto: merged_into }));
    },
  };
}

/** Bookings are of whole minutes. */
const MS = 60_000;

/** Keys are of letters and digits: the next character ends them in any order of a language. */
function afterAllThatBeginWith(begun: string): string {
  return begun.slice(0, -1) + String.fromCharCode(begun.charCodeAt(begun.length - 1) + 1);
}

function cardQuery(db: Kysely<Schema>, accountId: string, clientId: string) {
  return db
    .selectFrom("clients")
    .selectAll()
    .where("account_id", "=", accountId)
    .where("id", "=", clientId)
    .compile();
}

function clientsOfCallsQuery(
  db: Kysely<Schema>,
  accountId: string,
  callIds: readonly string[],
  clientIds: readonly string[],
) {
  const known = db
    .selectFrom("clients as asked")
    .innerJoin("clients as client", (join) =>
      join
        .onRef("client.account_id", "=", "asked.account_id")
        .on("client.id", "=", sql<string>`coalesce(asked.merged_into, asked.id)`),
    )
    .where("asked.account_id", "=", accountId)
    .where("asked.id", "in", orNone(clientIds))
    .where("client.erased_at", "is", null)
    .select([
      sql<string | null>`cast(null as text)`.as("call_id"),
      sql<number>`cast(0 as bigint)`.as("starts_at"),
      "asked.id as asked_id",
      "client.id as id",
      "client.firstname as firstname",
      "client.lastname as lastname",
    ]);
  return db
    .selectFrom("booking_events as event")
    .innerJoin("bookings as booking", (join) =>
      join.onRef("booking.account_id", "=", "event.account_id").onRef("booking.id", "=", "event.booking_id"),
    )
    .innerJoin("clients as client", (join) =>
      join
        .onRef("client.account_id", "=", "booking.account_id")
        .onRef("client.id", "=", "booking.participant_id"),
    )
    .where("event.account_id", "=", accountId)
    .where("event.call_id", "in", orNone(callIds))
    .where("client.erased_at", "is", null)
    .select([
      "event.call_id as call_id",
      "booking.starts_at as starts_at",
      "client.id as asked_id",
      "client.id as id",
      "client.firstname as firstname",
      "client.lastname as lastname",
    ])
    .union(known)
    .orderBy("starts_at")
    .orderBy("id")
    .compile();
}

/** No id is empty: SQL has no empty list. */
function orNone(ids: readonly string[]): string[] {
  return ids.length === 0 ? [""] : [...ids];
}

function dropKeys(db: Kysely<Schema>, accountId: string, card: Schema["clients"]): Step[] {
  return (JSON.parse(card.lookup_keys ?? "[]") as string[]).map((key) => ({
    query: db
      .deleteFrom("client_lookup")
      .where("account_id", "=", accountId)
      .where("key", "=", key)
      .where("client_id", "=", card.id)
      .compile(),
  }));
}

const NOTHING = Object.fromEntries(
  [...CLIENT_FIELDS, "firstname_key", "lastname_key", "email_key", "phone_key", "note"].map((one) => [
    one,
    null,
  ]),
);

function eraseSteps(db: Kysely<Schema>, card: Schema["clients"], at: number): Step[] {
  const { account_id: accountId, id } = card;
  const ofClient = (table: "client_events" | "client_pins") =>
    db
      .deleteFrom(table as "client_pins")
      .where("account_id", "=", accountId)
      .where("client_id", "=", id)
      .compile();
  return [
    ...dropKeys(db, accountId, card),
    {
      query: db
        .updateTable("clients")
        .set({ ...NOTHING, updated_at: at, erased_at: at, created_at: 0 })
        .where("account_id", "=", accountId)
        .where("id", "=", id)
        .compile(),
    },
    {
      // The trigger has forgotten the version of the index; an empty card has no keys.
      query: db
        .updateTable("clients")
        .set({ lookup_version: LOOKUP_VERSION, lookup_keys: "[]" })
        .where("account_id", "=", accountId)
        .where("id", "=", id)
        .compile(),
    },
    { query: ofClient("client_events") },
    { query: ofClient("client_pins") },
    ...(["booker_id", "participant_id"] as const).map((column) => ({
      query: db
        .updateTable("bookings")
        .set({ said: null, note: null })
        .where("account_id", "=", accountId)
        .where(column, "=", id)
        .compile(),
    })),
  ];
}

function isStill(stored: Schema["clients"], before: DeskClient): boolean {
  const now = deskClientOf(stored);
  return (Object.keys(now) as (keyof DeskClient)[]).every((member) => now[member] === before[member]);
}

function deskClientOf(row: Schema["clients"]): DeskClient {
  return {
    ...clientOf(row),
    note: row.note,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    erasedAt: row.erased_at,
  };
}
