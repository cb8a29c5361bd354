import { sql } from "kysely";
import { postgresQueries, type Session } from "../postgres/database.ts";
import { migrateWithin, versionOf } from "../postgres/migrate.ts";
import type { ReadPlace, WritePlace } from "./places.ts";
import { PostgresRows } from "./postgres-rows.ts";
import { PostgresTarget } from "./postgres-target.ts";
import { inTransaction, nameOf } from "./postgres-transaction.ts";
import { refuseEmpty, refuseForeign, refuseOtherSchema } from "./source-checks.ts";
import { NOTHING_CHANGED, TargetTaken, TransferRefused } from "./transfer-refused.ts";

const EMPTY_ONE = `${NOTHING_CHANGED} Make an empty database (createdb NAME) and name that one.`;

export const readPostgres: ReadPlace<string> = (url, work) =>
  inTransaction(url, "repeatable read read only", async (session) => {
    const name = nameOf(url);
    const found = await one<{ is_there: boolean }>(
      session,
      sql`select to_regclass('schema_version') is not null as is_there`,
    );
    const version = found.is_there ? await versionOf(session) : 0;
    if (version === 0) refuseForeign(name);
    refuseOtherSchema({ name, version, update: "DATABASE_URL=… slotline key list" });
    refuseEmpty(name, await accountsIn(session));
    return await work({ rows: new PostgresRows(session), identity: await identityOf(session) });
  });

export const writePostgres: WritePlace<string> = (url, source, work) =>
  inTransaction(url, "read committed", async (session) => {
    if ((await identityOf(session)) === source.identity) {
      throw new TransferRefused("Source and target are the same.", EMPTY_ONE);
    }
    await migrateWithin(session);
    // Before anything is looked at: who makes an account or a key raises this too, and so waits until all is written.
    await session.execute("update configuration_clock set number = number + 1");
    if ((await accountsIn(session)) > 0) {
      throw new TargetTaken(`${nameOf(url)} already holds an account.`, EMPTY_ONE);
    }
    const target = await PostgresTarget.open(session);
    const result = await work(target);
    await target.finish();
    return result;
  });

async function accountsIn(session: Session): Promise<number> {
  return (await one<{ accounts: number }>(session, sql`select count(*) as accounts from accounts`)).accounts;
}

/** Two clusters never start within one microsecond; within a cluster a database has a number. */
async function identityOf(session: Session): Promise<string> {
  const { identity } = await one<{ identity: string }>(
    session,
    sql`select extract(epoch from pg_postmaster_start_time()) || '/' || oid as identity
      from pg_database where datname = current_database()`,
  );
  return `postgres ${identity}`;
}

async function one<Row>(
  session: Session,
  query: { compile: (queries: typeof postgresQueries) => Parameters<Session["first"]>[0] },
) {
  return (await session.first(query.compile(postgresQueries))) as Row;
}
