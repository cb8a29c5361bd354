import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import pg from "pg";
import { NewerSchema } from "../migrations/newer-schema.ts";
import { postgresQueries, Session } from "../postgres/database.ts";
import { StoreUnavailable } from "../store.ts";
import { NOTHING_CHANGED, TransferRefused } from "./transfer-refused.ts";

const CONNECT_TIMEOUT_MS = 5_000;
const CLOSE_PATIENCE_MS = 1_000;

/** Counting and indexing the rows of many years takes minutes; a server that is gone is noticed at some time. */
const PATIENCE_MS = 1_800_000;

/** Limits that hosts set for a server's requests; not every version of PostgreSQL has all of them. */
const NO_LIMITS = sql`
  select set_config(name, '0', true) from pg_settings
  where name in ('statement_timeout', 'transaction_timeout', 'idle_in_transaction_session_timeout')`;

/** One long transaction on a connection of its own: the pool's are for requests and have no patience. */
export async function inTransaction<T>(
  url: string,
  isolation: string,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: PATIENCE_MS,
    keepAlive: true,
    application_name: "slotline copy",
  });
  // The next statement fails, which is noticed; unheard, the event would end the process.
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    const unavailable = new StoreUnavailable(`${nameOf(url)}: ${message || code}`, { cause: error });
    throw refusalFor(error, nameOf(url)) ?? unavailable;
  }
  try {
    const session = new Session({ query: (query) => client.query(query) });
    await session.execute(`begin isolation level ${isolation}`);
    await session.all(NO_LIMITS.compile(postgresQueries));
    const result = await work(session);
    await session.execute("commit");
    return result;
  } catch (error) {
    // Otherwise the connection's end is the transaction's.
    if (!(error instanceof StoreUnavailable)) await client.query("rollback").catch(() => {});
    throw refusalFor(error, nameOf(url)) ?? error;
  } finally {
    await Promise.race([client.end().catch(() => {}), wait(CLOSE_PATIENCE_MS, undefined, { ref: false })]);
  }
}

/** The host and the database: never the password. */
export function nameOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${decodeURIComponent(pathname)}`;
}

/** What the owner can do something about; everything else that PostgreSQL says is a bug. */
function refusalFor(error: unknown, name: string): Error | undefined {
  if (error instanceof TransferRefused) return undefined;
  const refused = (what: string, next: string) => new TransferRefused(what, `${NOTHING_CHANGED} ${next}`);
  if (error instanceof NewerSchema) return refused(error.message, "Use the newer Slotline.");
  const cause = error instanceof StoreUnavailable && error.cause !== undefined ? error.cause : error;
  const { code = "", message, severity } = cause as Error & { code?: string; severity?: string };
  if (severity === undefined) return undefined; // not from the server
  if (code === "3D000") return refused(`There is no database ${name}.`, "Make it with createdb.");
  if (code.startsWith("28")) {
    return refused(`${name} refuses the user: ${message}.`, "Check user and password in the URL.");
  }
  if (code === "42501") return refused(`${name}: ${message}.`, "Name a user that may make tables there.");
  if (code === "22P05" || code === "22021") {
    return refused(
      `A text of the source holds a character that PostgreSQL cannot keep: ${message}.`,
      "Change that text at the source.",
    );
  }
  if (code.startsWith("23")) {
    return refused(`The source breaks a rule of the target: ${message}.`, "Try an older backup.");
  }
  return undefined;
}
