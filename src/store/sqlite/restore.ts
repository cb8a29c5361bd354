import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { MIGRATIONS } from "../migrations/migrations.ts";

export type Restored =
  | { readonly ok: true /** Where the former data is. */; readonly kept: string | null }
  | { readonly ok: false; readonly message: string; readonly next: string };

/** Puts a backup in the place of a database that nobody has open. */
export function restoreDatabase(backup: string, target: string): Restored {
  if (!existsSync(backup))
    return { ok: false, message: `There is no file ${backup}.`, next: "Check the name." };
  const fault = faultOf(backup);
  if (fault !== undefined) {
    return { ok: false, message: `${backup} ${fault}.`, next: "Nothing was changed. Try another backup." };
  }
  if (existsSync(target) && isOpenElsewhere(target)) {
    return {
      ok: false,
      message: `${target} is in use.`,
      next: "Stop the server and other slotline commands first. Nothing was changed.",
    };
  }
  mkdirSync(dirname(target), { recursive: true });
  const incoming = `${target}.incoming`;
  copyFileSync(backup, incoming);
  if (existsSync(`${backup}-wal`)) {
    // A copy that was made of the folder: what was written last stands only there.
    copyFileSync(`${backup}-wal`, `${incoming}-wal`);
    isOpenElsewhere(incoming);
  }
  const kept = existsSync(target) ? freeName(`${target}.before-restore`) : null;
  for (const rest of [`${target}-wal`, `${target}-shm`]) rmSync(rest, { force: true });
  if (kept !== null) {
    renameSync(target, kept);
    chmodSync(kept, 0o600); // it holds personal data, and nobody looks after it any more
  }
  renameSync(incoming, target);
  return { ok: true, kept };
}

/** Restoring twice must not lose what was there before the first time. */
function freeName(name: string): string {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name : `${name}-${count}`;
    if (!existsSync(candidate)) return candidate;
  }
}

/** Why a file cannot be restored from, as the rest of a sentence that begins with its name. */
export function faultOf(file: string): string | undefined {
  const beside = [`${file}-wal`, `${file}-shm`].filter((rest) => !existsSync(rest));
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    const { user_version: version } = database.prepare("pragma user_version").get() as {
      user_version: number;
    };
    const isOurs =
      database.prepare("select 1 from sqlite_schema where name = 'booking_events'").get() !== undefined;
    if (!isOurs) return "is not a backup of Slotline";
    if (version > MIGRATIONS.length) return "is from a newer Slotline";
    const { integrity_check: integrity } = database.prepare("pragma integrity_check").get() as {
      integrity_check: string;
    };
    return integrity === "ok" ? undefined : "is damaged";
  } catch (error) {
    return isCorrupt(error) ? "is damaged" : "is not a backup of Slotline";
  } finally {
    database?.close();
    // Reading a file in WAL mode leaves these beside it. What was there before belongs to the file.
    for (const rest of beside) rmSync(rest, { force: true });
  }
}

/** Asks for the only access there is; also folds the write-ahead log into the file, so that the file is all of it. */
export function isOpenElsewhere(file: string): boolean {
  const database = new DatabaseSync(file, { timeout: 500 });
  try {
    database.exec("pragma locking_mode = exclusive; pragma journal_mode = delete; begin exclusive; commit;");
    const { journal_mode: mode } = database.prepare("pragma journal_mode").get() as { journal_mode: string };
    return mode !== "delete";
  } catch (error) {
    return !isCorrupt(error) && !isNoDatabase(error); // nobody works with a file that is no database any more
  } finally {
    database.close();
  }
}

const isCorrupt = (error: unknown) => codeOf(error) === 11;
const isNoDatabase = (error: unknown) => codeOf(error) === 26;

/** SQLite's primary result code. */
function codeOf(error: unknown): number {
  return ((error as { errcode?: number }).errcode ?? 0) & 0xff;
}
