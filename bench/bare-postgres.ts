import pg from "pg";
import { commitPayload } from "../src/store/postgres/bookings.ts";
import { type BareWriteJob, type BareWriteResult, eveningBookings } from "./evening-bookings.ts";

/** The ceiling: connections that commit bookings with the server's own statement, one after another, and decide nothing. */

const MINUTE_MS = 60_000;

async function write(job: BareWriteJob): Promise<BareWriteResult> {
  const payloads = eveningBookings(job).map(payloadOf);
  const clients = Array.from(
    { length: job.connections },
    () => new pg.Client({ connectionString: process.argv[2]! }),
  );
  await Promise.all(clients.map((client) => client.connect()));
  const started = performance.now();
  let next = 0;
  await Promise.all(
    clients.map(async (client) => {
      while (next < payloads.length) {
        const values = [payloads[next]];
        next += 1;
        const { rows } = await client.query({
          name: "commit",
          text: "select commit_booking($1) as done",
          values,
        });
        if (rows[0].done !== true) throw new Error("a booking of the evening was refused");
      }
    }),
  );
  const rate = (payloads.length / (performance.now() - started)) * 1_000;
  await Promise.all(clients.map((client) => client.end()));
  return { rate };
}

function payloadOf({
  client,
  booking,
  said,
  clientSubjects,
}: ReturnType<typeof eveningBookings>[number]): string {
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
        keys: {
          firstnameKey: firstname.toLowerCase(),
          lastnameKey: lastname.toLowerCase(),
          emailKey: null,
          phoneKey: phone,
          dob: null,
        },
      },
    ],
    expectedConfigurationVersion: undefined,
    // The agent's day has a version that nobody here knows; another row stands for it.
    expectedVersions: new Map(
      [`bare/${booking.bookingId}`, ...clientSubjects].map((subject) => [subject, 0]),
    ),
    idempotency: undefined,
    actor: { kind: "key", id: "key_bench" },
  });
}

process.on("message", async (job: BareWriteJob) => {
  process.send!(await write(job));
});
