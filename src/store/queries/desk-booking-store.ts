import { type Kysely, type SqlBool, sql } from "kysely";
import type { BookingsQuery, DeskBooking, DeskBookings } from "../desk-bookings.ts";
import type { Schema } from "../schema.ts";
import type { ColdStore } from "./cold-store.ts";

const MS = 60_000;

/** A script's key has the scope staff, and names no call; with any other key it was a bot on the telephone. */
const SOURCE = sql<"phone" | "desk">`case
  when made.actor_kind = 'key' and (made.call_id is not null or made_by.scopes is null or made_by.scopes not like '%staff%')
  then 'phone' else 'desk' end`;

/** Bookings as the desk reads them; the same statements on every store. */
export function deskBookingStore(db: Kysely<Schema>, cold: ColdStore): DeskBookings {
  return {
    bookingsBetween: async (accountId, query) =>
      (await cold.all(betweenQuery(db, accountId, query))).map(deskBookingOf),
    deskBooking: async (accountId, bookingId) => {
      const row = await cold.first(deskBookings(db, accountId).where("booking.id", "=", bookingId).compile());
      return row === undefined ? undefined : deskBookingOf(row);
    },
    bookingsOfClient: async (accountId, clientId, most) => {
      const query = deskBookings(db, accountId)
        .where((eb) =>
          eb("booking.id", "in", (ids) =>
            ids
              .selectFrom("bookings as booked")
              .select("booked.id")
              .where("booked.account_id", "=", accountId)
              .where("booked.booker_id", "=", clientId)
              .unionAll((attended) =>
                attended
                  .selectFrom("bookings as attended")
                  .select("attended.id")
                  .where("attended.account_id", "=", accountId)
                  .where("attended.participant_id", "=", clientId),
              ),
          ),
        )
        .orderBy("booking.starts_at", "desc")
        .orderBy("booking.id");
      return (await cold.all((most === undefined ? query : query.limit(most)).compile())).map(deskBookingOf);
    },
    bookingsOfCall: async (accountId, callId) => {
      const query = deskBookings(db, accountId)
        .where("booking.id", "in", (ids) =>
          ids
            .selectFrom("booking_events as event")
            .select("event.booking_id")
            .where("event.account_id", "=", accountId)
            .where("event.call_id", "=", callId),
        )
        .orderBy("booking.starts_at");
      return (await cold.all(query.compile())).map(deskBookingOf);
    },
    countBookings: async (accountId, { entityId, range, offset }) => {
      const query = db
        .selectFrom("bookings as booking")
        .leftJoin("booking_events as made", (join) =>
          join
            .onRef("made.account_id", "=", "booking.account_id")
            .onRef("made.booking_id", "=", "booking.id")
            .on("made.number", "=", 1),
        )
        .leftJoin("api_keys as made_by", (join) =>
          join
            .onRef("made_by.account_id", "=", "booking.account_id")
            .onRef("made_by.id", "=", "made.actor_id"),
        )
        .where("booking.account_id", "=", accountId)
        .where("booking.entity_id", "=", entityId)
        .where("booking.starts_at", ">=", range.start * MS)
        .where("booking.starts_at", "<", range.end * MS)
        .select((eb) => [
          sql<number>`(booking.starts_at / ${sql.lit(MS)} + ${sql.lit(offset)}) / 1440`.as("day"),
          "booking.agent_id",
          SOURCE.as("source"),
          "booking.status",
          "booking.no_show",
          eb.fn.countAll<number>().as("count"),
          sql<number>`cast(sum(booking.ends_at - booking.starts_at) as bigint)`.as("milliseconds"),
        ])
        .groupBy([
          sql`(booking.starts_at / ${sql.lit(MS)} + ${sql.lit(offset)}) / 1440`,
          "booking.agent_id",
          SOURCE,
          "booking.status",
          "booking.no_show",
        ]);
      return (await cold.all(query.compile())).map((row) => ({
        day: row.day,
        agentId: row.agent_id,
        source: row.source,
        status: row.status,
        noShow: row.no_show === 1,
        count: row.count,
        minutes: row.milliseconds / MS,
      }));
    },
    markBooking: (accountId, { bookingId, expectedVersion, note, noShow, at, actor, isOfCreation }) =>
      cold.write([
        {
          query: db
            .updateTable("bookings")
            .set({
              ...(note === undefined ? {} : { note }),
              ...(noShow === undefined ? {} : { no_show: noShow ? 1 : 0 }),
              version: expectedVersion + 1,
              updated_at: at,
            })
            .where("account_id", "=", accountId)
            .where("id", "=", bookingId)
            .where("version", "=", expectedVersion)
            .compile(),
          changes: 1,
        },
        ...(isOfCreation
          ? []
          : [
              {
                query: db
                  .insertInto("booking_marks")
                  .values({
                    account_id: accountId,
                    booking_id: bookingId,
                    number: expectedVersion + 1,
                    kind: noShow === undefined ? "noted" : noShow ? "missed" : "came",
                    at,
                    actor_kind: actor.kind,
                    actor_id: actor.id,
                  })
                  .compile(),
              },
            ]),
      ]),
    bookingMarks: async (accountId, bookingId) => {
      const query = db
        .selectFrom("booking_marks")
        .selectAll()
        .where("account_id", "=", accountId)
        .where("booking_id", "=", bookingId)
        .orderBy("number");
      return (await cold.all(query.compile())).map(({ kind, at, number, actor_kind, actor_id }) => ({
        kind,
        at,
        number,
        actor: { kind: actor_kind, id: actor_id },
      }));
    },
    allowLongerClaims: async (accountId, entityId, minutes) => {
      await cold.write([
        {
          query: db
            .updateTable("entities")
            .set({ longest_claim_minutes: minutes })
            .where("account_id", "=", accountId)
            .where("id", "=", entityId)
            .where("longest_claim_minutes", "<", minutes)
            .compile(),
        },
        {
          query: db
            .updateTable("accounts")
            .set((eb) => ({ config_version: eb("config_version", "+", 1) }))
            .where("id", "=", accountId)
            .compile(),
        },
      ]);
    },
  };
}

function deskBookings(db: Kysely<Schema>, accountId: string) {
  return db
    .selectFrom("bookings as booking")
    .innerJoin("agents as agent", (join) =>
      join.onRef("agent.account_id", "=", "booking.account_id").onRef("agent.id", "=", "booking.agent_id"),
    )
    .innerJoin("clients as booker", (join) =>
      join.onRef("booker.account_id", "=", "booking.account_id").onRef("booker.id", "=", "booking.booker_id"),
    )
    .innerJoin("clients as participant", (join) =>
      join
        .onRef("participant.account_id", "=", "booking.account_id")
        .onRef("participant.id", "=", "booking.participant_id"),
    )
    .leftJoin("booking_events as made", (join) =>
      join
        .onRef("made.account_id", "=", "booking.account_id")
        .onRef("made.booking_id", "=", "booking.id")
        .on("made.number", "=", 1),
    )
    .leftJoin("api_keys as made_by", (join) =>
      join.onRef("made_by.account_id", "=", "booking.account_id").onRef("made_by.id", "=", "made.actor_id"),
    )
    .where("booking.account_id", "=", accountId)
    .select([
      "booking.id",
      "booking.entity_id",
      "booking.appointment_type_id",
      "booking.product_id",
      "booking.agent_id",
      "booking.booker_id",
      "booking.participant_id",
      "booking.slot_id",
      "booking.name",
      "booking.starts_at",
      "booking.ends_at",
      "booking.status",
      "booking.version",
      "booking.note",
      "booking.no_show",
      "booking.created_at",
      "booking.updated_at",
      "agent.firstname as agent_firstname",
      "agent.lastname as agent_lastname",
      "booker.firstname as booker_firstname",
      "booker.lastname as booker_lastname",
      "booker.phone as booker_phone",
      "participant.firstname as participant_firstname",
      "participant.lastname as participant_lastname",
      "participant.phone as participant_phone",
      "participant.created_at as participant_created_at",
      SOURCE.as("source"),
      "made.call_id",
    ]);
}

function betweenQuery(
  db: Kysely<Schema>,
  accountId: string,
  { entityId, range, agentId, status, most, after }: BookingsQuery,
) {
  let query = deskBookings(db, accountId)
    .where("booking.entity_id", "=", entityId)
    .where("booking.starts_at", "<", range.end * MS)
    .where("booking.ends_at", ">", range.start * MS)
    // Longer than a day and its buffers nothing is: without this bound all earlier bookings would be read.
    .where("booking.starts_at", ">", (range.start - 2 * 1_440) * MS);
  if (agentId !== undefined) query = query.where("booking.agent_id", "=", agentId);
  if (status !== undefined) query = query.where("booking.status", "=", status);
  if (after !== undefined) {
    query = query.where(sql<SqlBool>`(booking.starts_at, booking.id) > (${after.start * MS}, ${after.id})`);
  }
  return query.orderBy("booking.starts_at").orderBy("booking.id").limit(most).compile();
}

type Row = Awaited<ReturnType<ReturnType<typeof deskBookings>["execute"]>>[number];

function deskBookingOf(row: Row): DeskBooking {
  return {
    id: row.id,
    entityId: row.entity_id,
    appointmentTypeId: row.appointment_type_id,
    productId: row.product_id,
    agentId: row.agent_id,
    bookerId: row.booker_id,
    participantId: row.participant_id,
    slotId: row.slot_id,
    name: row.name,
    start: row.starts_at / MS,
    end: row.ends_at / MS,
    status: row.status,
    version: row.version,
    agent: { id: row.agent_id, firstname: row.agent_firstname, lastname: row.agent_lastname },
    booker: {
      id: row.booker_id,
      firstname: row.booker_firstname,
      lastname: row.booker_lastname,
      phone: row.booker_phone,
    },
    participant: {
      id: row.participant_id,
      firstname: row.participant_firstname,
      lastname: row.participant_lastname,
      phone: row.participant_phone,
    },
    note: row.note,
    noShow: row.no_show === 1,
    isNewClient: row.participant_created_at === row.created_at,
    source: row.source,
    callId: row.call_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
