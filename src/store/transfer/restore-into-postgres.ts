import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Connection } from "../sqlite/connection.ts";
import { migrate } from "../sqlite/migrate.ts";
import { faultOf } from "../sqlite/restore.ts";
import type { CopyProgress } from "./copy-rows.ts";
import { NOTHING_CHANGED } from "./transfer-refused.ts";
import { type Transferred, transferStore } from "./transfer-store.ts";

/** Puts a backup into a PostgreSQL database that holds no account. */
export async function restoreIntoPostgres(
  backup: string,
  url: string,
  onProgress?: (progress: CopyProgress) => void,
): Promise<Transferred> {
  if (!existsSync(backup)) {
    return { ok: false, message: `There is no file ${backup}.`, next: "Check the name." };
  }
  const fault = faultOf(backup);
  if (fault !== undefined) {
    return { ok: false, message: `${backup} ${fault}.`, next: `${NOTHING_CHANGED} Try another backup.` };
  }
  // A copy, because an old backup is brought up to date first, and the backup itself shall stay as it is.
  const folder = mkdtempSync(join(tmpdir(), "slotline-restore-"));
  try {
    const file = join(folder, "backup.db");
    copyFileSync(backup, file);
    if (existsSync(`${backup}-wal`)) copyFileSync(`${backup}-wal`, `${file}-wal`);
    const connection = new Connection(file);
    try {
      await migrate(connection, file);
    } finally {
      connection.close();
    }
    return await transferStore({ kind: "sqlite", file }, { kind: "postgres", url }, onProgress);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
