import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { type FreshDatabase, migratedDatabase } from "../../../test/harness/postgres-database.ts";
import { openSqliteStore } from "../sqlite/sqlite-store.ts";
import type { Store } from "../store.ts";
import type { StoreUnderTest } from "../store-under-test.fixture.ts";
import { Database } from "./database.ts";
import { openPostgresStore } from "./postgres-store.ts";

/** Emptied, to be used again: making a database takes longer than most tests. */
const spare: FreshDatabase[] = [];
afterAll(async () => {
  for (const { drop } of spare.splice(0)) await drop();
});

/** Every row but that of the schema's version, the tables that are referred to last; then the clock as it began. */
const EMPTY = `
  do $$ declare one record; begin
    set local session_replication_role = replica;
    for one in select tablename from pg_tables where schemaname = 'public' and tablename <> 'schema_version' loop
      execute format('delete from %I', one.tablename);
    end loop;
    insert into configuration_clock values (0);
  end $$`;

const holidays = { isPublicHoliday: () => false };

/** A store in a database of its own; `through` turns its URL into that of whatever stands before it. */
export async function openPostgresUnderTest(
  through: (url: string) => string = (url) => url,
): Promise<StoreUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), "slotline-store-"));
  const fresh = spare.pop() ?? (await migratedDatabase());
  const url = through(fresh.url);
  const opened: Store[] = [await openPostgresStore({ url, holidays })];
  return {
    store: opened[0]!,
    reopen: async () => {
      await opened.shift()!.close();
      opened.push(await openPostgresStore({ url, holidays }));
      return opened.at(-1)!;
    },
    execute: async (sql) => {
      const database = new Database(url, 1);
      await database.execute(sql);
      await database.close();
    },
    backupFile: join(folder, "backup.db"),
    openBackup: async (file) => {
      opened.push(await openSqliteStore({ file, holidays }));
      return opened.at(-1)!;
    },
    close: async () => {
      for (const one of opened) await one.close();
      const database = new Database(fresh.url, 1);
      const isEmpty = await database.execute(EMPTY).then(
        () => true,
        () => false,
      );
      await database.close();
      if (isEmpty) spare.push(fresh);
      else await fresh.drop();
      rmSync(folder, { recursive: true });
    },
  };
}
