import pg from "pg";
import { basisQuery, commitPayload } from "../src/store/postgres/bookings.ts";
import { SETTINGS } from "../src/store/postgres/connections.ts";
import { type BareWriteJob, type BareWriteResult, eveningBookings } from "./evening-bookings.ts";
import { DURATIONS_MINUTES } from "./practice.ts";

/** The ceiling: connections that run the server's own statements for bookings, one after another, and decide nothing. */

const MINUTE_MS = 60_000;
const MINUTES_OF_A_DAY = 1_440;
const LONGEST_CLAIM_MINUTES = Math.max(...DURATIONS_MINUTES);

async function write(job: BareWriteJob): Promise<BareWriteResult> {
  const bookings = eveningBookings(job).map((booking) => ({
    basis: job.reads ? basisOf(booking, job.date) : undefined,
    payload: payloadOf(booking),
  }));
  const clients = Array.from(
    { length: job.connections },
    () => new pg.Client({ connectionString: process.argv[2]! }),
  );
  await Promise.all(clients.map((client) => client.connect()));
  await Promise.all(clients.map((client) => client.query(SETTINGS)));
  const started = performance.now();
  let next = 0;
  await Promise.all(
    clients.map(async (client) => {
      while (next < bookings.length) {
        const { basis, payload } = bookings[next]!;
        next += 1;
        if (basis !== undefined) await client.query({ ...basis.statement, values: basis.values });
        const { rows } = await client.query({
          name: "commit",
          text: "select commit_booking($1) as done",
          values: [payload],
        });
        if (rows[0].done !== true) throw new Error("a booking of the evening was refused");
      }
    }),
  );
  const rate = (bookings.length / (performance.now() - started)) * 1_000;
  await Promise.all(clients.map((client) => client.end()));
  return { rate };
}

type EveningBooking = ReturnType<typeof eveningBookings>[number];

/** As of a slot that names no agent, which is what most callers book. */
function basisOf({ client, booking, clientSubjects }: EveningBooking, date: string) {
  const { accountId, lookupKeys } = client;
  const start = booking.startsAt / MINUTE_MS;
  return basisQuery(accountId, {
    subjects: booking.agentIds.map((id) => `agent/${id}`),
    window: { start: start - MINUTES_OF_A_DAY / 2, end: start + MINUTES_OF_A_DAY / 2 },
    reachMinutes: LONGEST_CLAIM_MINUTES,
    versionSubjects: [...booking.agentIds.map((id) => `agent/${id}/${date}`), ...clientSubjects],
    sameStart: { productId: booking.productId, start },
    idle: { agentIds: booking.agentIds, before: start },
    people: [{ keys: keysOf(client), lookupKeys }],
  });
}

function keysOf({ firstname, lastname, phone }: EveningBooking["client"]) {
  return {
    firstnameKey: firstname.toLowerCase(),
    lastnameKey: lastname.toLowerCase(),
    emailKey: null,
    phoneKey: phone,
    dob: null,
  };
}

function payloadOf({ client, booking, said, clientSubjects }: EveningBooking): string {
  const { accountId, clientId, firstname, lastname, phone, lookupKeys, at } = client;
  const card = { email: null, dob: null, street: null, zip: null, city: null, country: null };
  const range = { start: booking.startsAt / MINUTE_MS, end: booking.endsAt / MINUTE_MS };
  return commitPayload({
    accountId,
    at,
    kind: "created",
    booking: {
      id: booking.bookingId,
      entityId: booking.entityId,
      appointmentTypeId: booking.typeId,
      productId: booking.productId,
      agentId: booking.agentId,
      bookerId: clientId,
      participantId: clientId,
      slotId: booking.slotId,
      name: "Behandlung",
      ...range,
      status: "confirmed",
      version: 1,
    },
    before: undefined,
    claims: [{ ...range, subject: `agent/${booking.agentId}`, shareKey: booking.bookingId }],
    said: JSON.parse(said),
    newClients: [
      {
        ...card,
        id: clientId,
        firstname,
        lastname,
        phone,
        lookupKeys,
        keys: keysOf(client),
      },
    ],
    expectedConfigurationVersion: undefined,
    // The agent's day and the names have versions that nobody here knows; other rows stand for them.
    expectedVersions: new Map(
      ["bare", ...clientSubjects].map((subject) => [`${subject}/${booking.bookingId}`, 0]),
    ),
    idempotency: undefined,
    actor: { kind: "key", id: "key_bench" },
  });
}

process.on("message", async (job: BareWriteJob) => {
  process.send!(await write(job));
});
