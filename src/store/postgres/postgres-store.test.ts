import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freshDatabase } from "../../../test/harness/postgres-database.ts";
import { openSqliteStore } from "../sqlite/sqlite-store.ts";
import type { Store } from "../store.ts";
import { describeStore } from "../store-contract.ts";
import { Database } from "./database.ts";
import { openPostgresStore } from "./postgres-store.ts";

const holidays = { isPublicHoliday: () => false };

describeStore("PostgreSQL", async () => {
  const folder = mkdtempSync(join(tmpdir(), "slotline-store-"));
  const { url, drop } = await freshDatabase();
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
});
