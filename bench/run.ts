import { writeFileSync } from "node:fs";
import { databaseFile } from "../src/places.ts";
import { Bench } from "./bench.ts";
import { measureBookAppointment } from "./measures/book-appointment.ts";
import { measureBookedOut } from "./measures/booked-out.ts";
import { measureFindClients } from "./measures/find-clients.ts";
import { measureGetSlots } from "./measures/get-slots.ts";
import { measureGrowth } from "./measures/growth.ts";
import { measureIdentity } from "./measures/identity.ts";
import { measurePostgres } from "./measures/postgres.ts";
import { measureStart } from "./measures/start.ts";
import { measureTimeQuery } from "./measures/time-query.ts";
import { measureUnderstanding } from "./measures/understanding.ts";
import { measureVoicebot } from "./measures/voicebot.ts";
import { FULL, QUICK } from "./plan.ts";
import { residentMegabytesOf } from "./processes.ts";
import { decimals, type Findings, pageOf, tableOf } from "./report.ts";

/** `npm run bench`: measures, prints a table, writes `bench/results.md`; with `--quick` a minute, and no file. */

const MOST_MEGABYTES = 250;
const RESULTS = new URL("results.md", import.meta.url);

const quick = process.argv.includes("--quick");
const bench = new Bench(quick ? QUICK : FULL);
process.on("SIGINT", async () => {
  await bench.close();
  process.exit(130);
});
try {
  const findings = await measureAll();
  process.stdout.write(`\n${tableOf(findings)}\n`);
  if (!quick) writeFileSync(RESULTS, pageOf(findings, bench.plan.bookings));
} finally {
  await bench.close();
}

async function measureAll(): Promise<Findings[]> {
  const words = await measureTimeQuery(bench);
  const understanding = await measureUnderstanding(bench);
  const voicebot = measureVoicebot(bench);
  const data = await bench.data(bench.plan.bookings);
  const copy = bench.copyOf(data);
  const start = await measureStart(bench, data);
  const server = await bench.server(data);
  const slots = await measureGetSlots(bench, server, "SQLite");
  const bookedOut = await measureBookedOut(bench, server);
  const writer = bench.helper("bare-sqlite.ts", [databaseFile(copy)]);
  const bookings = await measureBookAppointment(bench, server, writer, "SQLite");
  const memory = memoryOf(server.pid);
  await server.stop();
  const identity = measureIdentity(bench);
  const growth = await measureGrowth(bench);
  const postgres = await measurePostgres(bench, data);
  const clients = await measureFindClients(bench);
  const desk = [slots, bookings, growth, bookedOut, start, memory];
  return [...desk, words, understanding, voicebot, identity, clients, ...postgres];
}

function memoryOf(pid: number): Findings {
  const megabytes = residentMegabytesOf(pid);
  return {
    raw: [`resident memory after the run: ${decimals(megabytes, 0)} MB`],
    rows: [
      {
        measure: "resident memory after the run",
        target: `< ${MOST_MEGABYTES} MB`,
        result: `${decimals(megabytes, 0)} MB`,
        met: megabytes < MOST_MEGABYTES,
      },
    ],
  };
}
