import { sql } from "kysely";
import { MIGRATIONS } from "../migrations/migrations.ts";
import { type Database, postgresQueries, type Session } from "./database.ts";
import { POSTGRES, POSTGRES_ADDITIONS } from "./dialect.ts";

/** The database is from a newer Slotline than this one. */
export class NewerPostgresSchema extends Error {}

/** Any number that nobody else in the database uses. */
const MIGRATION_LOCK = 5_101_570_114;

/** Brings the schema up to date; of servers that start at once one does it and the others wait for it. */
export async function migrate(database: Database): Promise<void> {
  const target = MIGRATIONS.length;
  await database.transaction(async (session) => {
    await session.execute(`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
    await session.execute("create table if not exists schema_version (version bigint not null)");
    const version = await versionOf(session);
    if (version > target) {
      throw new NewerPostgresSchema(
        `The database has schema version ${version}; this Slotline knows versions up to ${target}. Start the newer one.`,
      );
    }
    for (let next = version; next < target; next += 1) {
      await session.execute(MIGRATIONS[next]!(POSTGRES));
      await session.execute(POSTGRES_ADDITIONS[next] ?? "");
    }
    if (version === target) return;
    await session.execute("delete from schema_version");
    await session.execute(`insert into schema_version values (${target})`);
  });
}

async function versionOf(session: Session): Promise<number> {
  const query = sql<{ version: number }>`select version from schema_version`.compile(postgresQueries);
  return (await session.first(query))?.version ?? 0;
}
