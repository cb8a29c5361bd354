import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freshDatabase } from "../../../test/harness/postgres-database.ts";
import { openSqliteStore } from "../sqlite/sqlite-store.ts";
import type { Store } from "../store.ts";
import type { StoreUnderTest } from "../store-under-test.fixture.ts";
import { Database } from "./database.ts";
import { openPostgresStore } from "./postgres-store.ts";

const holidays = { isPublicHoliday: () => false };

/** A store in a database of its own; `through` turns its URL into that of whatever stands before it. */
export async function openPostgresUnderTest(
  through: (url: string) => string = (url) => url,
): Promise<StoreUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), "slotline-store-"));
  const { url: direct, drop } = await freshDatabase();
  const url = through(direct);
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
      await drop();
      rmSync(folder, { recursive: true });
    },
  };
}
