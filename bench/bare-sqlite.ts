import { DatabaseSync } from "node:sqlite";
import { rowWriter } from "./booking-rows.ts";
import { type BareWriteJob, type BareWriteResult, eveningBookings } from "./evening-bookings.ts";

/** The ceiling: a loop that writes the rows of bookings, each in a transaction of its own, and decides nothing. */

const database = new DatabaseSync(process.argv[2]!);
database.exec("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;");
const writer = rowWriter(database);

function write(job: BareWriteJob): BareWriteResult {
  const bookings = eveningBookings(job);
  const started = performance.now();
  for (const { client, said, booking, agentDay, clientSubjects } of bookings) {
    database.exec("begin immediate");
    for (const subject of [agentDay, ...clientSubjects]) writer.version(client.accountId, subject, client.at);
    writer.client(client);
    writer.lookup(client);
    writer.booking(booking, said);
    database.exec("commit");
  }
  return { rate: (bookings.length / (performance.now() - started)) * 1_000 };
}

process.on("message", (job: BareWriteJob) => {
  process.send!(write(job));
});
