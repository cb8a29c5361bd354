import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { startPostgres } from "../../test/harness/postgres-server.ts";
import type { Bench } from "../bench.ts";
import type { Findings } from "../report.ts";
import { measureBookAppointment } from "./book-appointment.ts";
import { measureGetSlots } from "./get-slots.ts";
import { measureTwoServers } from "./two-servers.ts";

const COMMAND = fileURLToPath(new URL("../../bin/slotline.js", import.meta.url));

const MOST_COPYING_MS = 600_000;

/** The same data and the same requests with a PostgreSQL of its own on this machine. */
export async function measurePostgres(bench: Bench, data: string): Promise<Findings[]> {
  const url = await postgresWith(bench, data);
  const copy = await copyOf(url);
  const server = await bench.server(data, { databaseUrl: url });
  const slots = await measureGetSlots(bench, server, "PostgreSQL");
  const writer = bench.helper("bare-postgres.ts", [url]);
  const bookings = await measureBookAppointment(bench, server, writer, "PostgreSQL");
  const second = await bench.server(data, { databaseUrl: url });
  const apart = await bench.server(data, { databaseUrl: copy });
  const two = await measureTwoServers(bench, { first: server, second, apart });
  for (const one of [apart, second, server]) await one.stop();
  return [slots, bookings, two];
}

/** The URL of a PostgreSQL that holds that data; removed when the benchmark ends. */
export async function postgresWith(bench: Bench, data: string): Promise<string> {
  bench.say("PostgreSQL: start and copy");
  const postgres = await startPostgres({ settings: { shared_buffers: "256MB" } });
  bench.atEnd(() => postgres.remove());
  const { url } = postgres;
  execFileSync(
    process.execPath,
    [COMMAND, "migrate-store", "--from", `sqlite:${data}`, "--to", url, "--json"],
    {
      timeout: MOST_COPYING_MS,
    },
  );
  return url;
}

/** Another database with the same rows; nobody may be connected to the first. */
export async function copyOf(url: string): Promise<string> {
  const { pathname } = new URL(url);
  const name = pathname.slice(1);
  const client = new pg.Client(String(new URL("/template1", url)));
  await client.connect();
  await client.query(`create database ${name}_copy template ${name}`);
  await client.end();
  return String(new URL(`${pathname}_copy`, url));
}
