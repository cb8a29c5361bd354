import { sql } from "kysely";
import { MIGRATIONS } from "../migrations/migrations.ts";
import { NewerSchema } from "../migrations/newer-schema.ts";
import { type Database, postgresQueries, type Session } from "./database.ts";
import { POSTGRES, POSTGRES_ADDITIONS } from "./dialect.ts";

/** Any number that nobody else in the database uses. */
const MIGRATION_LOCK = 5_101_570_114;

/** Brings the schema up to date; of servers that start at once one does it and the others wait for it. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(migrateWithin);
}

/** The same as part of a transaction that does more; until it ends, no server can start on the database. */
export async function migrateWithin(session: Session): Promise<void> {
  const target = MIGRATIONS.length;
  await session.execute(`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
  await session.execute("create table if not exists schema_version (version bigint not null)");
  const version = await versionOf(session);
  if (version > target) throw new NewerSchema("The database", version, target);
  for (let next = version; next < target; next += 1) {
    await session.execute(MIGRATIONS[next]!(POSTGRES));
    await session.execute(POSTGRES_ADDITIONS[next] ?? "");
  }
  if (version === target) return;
  await session.execute("delete from schema_version");
  await session.execute(`insert into schema_version values (${target})`);
}

/** 0 when nothing was migrated yet. */
export async function versionOf(session: Session): Promise<number> {
  const query = sql<{ version: number }>`select version from schema_version`.compile(postgresQueries);
  return (await session.first(query))?.version ?? 0;
}
