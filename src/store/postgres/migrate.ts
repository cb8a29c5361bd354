import { sql } from "kysely";
import { MIGRATIONS } from "../migrations/migrations.ts";
import { NewerSchema } from "../migrations/newer-schema.ts";
import type { Limits } from "./connections.ts";
import { type Database, postgresQueries, type Session } from "./database.ts";
import { POSTGRES, POSTGRES_ADDITIONS } from "./dialect.ts";

/** Any number that nobody else in the database uses. */
const MIGRATION_LOCK = 5_101_570_114;

/** Each migration's statements, in order. */
export type Steps = readonly string[];

const STEPS: Steps = MIGRATIONS.map(
  (migration, index) => migration(POSTGRES) + (POSTGRES_ADDITIONS[index] ?? ""),
);

/**
 * An index of many years' rows takes minutes, and who waits for another server's migration waits as long. Only the
 * patience ends it, for a database that fell silent.
 */
const LIMITS: Limits = { patienceMs: 1_800_000, statementMs: 0 };

/**
 * Whoever wants a table that a migration waits for queues behind it: live servers' requests as well, which give up
 * after a few seconds.
 */
const LOCK_WAIT_MS = 2_000;

/** Brings the schema up to date; of servers that start at once one does it and the others wait for it. */
export async function migrate(database: Database, steps: Steps = STEPS): Promise<void> {
  await database.transaction((session) => migrateWithin(session, steps), "read committed", LIMITS);
}

/** The same as part of a transaction that does more; until it ends, no server can start on the database. */
export async function migrateWithin(session: Session, steps: Steps = STEPS): Promise<void> {
  await session.execute(`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
  await session.execute(`set local lock_timeout = ${LOCK_WAIT_MS}`);
  await session.execute("create table if not exists schema_version (version bigint not null)");
  const version = await versionOf(session);
  if (version > steps.length) throw new NewerSchema("The database", version, steps.length);
  for (const step of steps.slice(version)) await session.execute(step);
  if (version < steps.length) {
    await session.execute("delete from schema_version");
    await session.execute(`insert into schema_version values (${steps.length})`);
  }
  await session.execute("set local lock_timeout = default");
}

/** 0 when nothing was migrated yet. */
export async function versionOf(session: Session): Promise<number> {
  const query = sql<{ version: number }>`select version from schema_version`.compile(postgresQueries);
  return (await session.first(query))?.version ?? 0;
}
