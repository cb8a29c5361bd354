import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { guarded } from "../sqlite/connection.ts";
import { isOpenElsewhere } from "../sqlite/restore.ts";
import type { OpenedSource, ReadPlace, WritePlace } from "./places.ts";
import { refuseEmpty, refuseForeign, refuseOtherSchema } from "./source-checks.ts";
import { SqliteRows } from "./sqlite-rows.ts";
import { SqliteTarget } from "./sqlite-target.ts";
import { NOTHING_CHANGED, TargetTaken, TransferRefused } from "./transfer-refused.ts";

/** Longer than any write of a server takes. */
const BUSY_TIMEOUT_MS = 5_000;

export const readSqlite: ReadPlace<string> = async (file, work) => {
  if (!existsSync(file)) {
    throw new TransferRefused(`There is no database at ${file}.`, `${NOTHING_CHANGED} Check the name.`);
  }
  const database = openDatabase(file);
  try {
    // The first read begins the one moment that all reads see.
    const { user_version: version } = database.prepare("pragma user_version").get() as {
      user_version: number;
    };
    refuseOtherSchema({ name: file, version, update: `slotline key list --data ${dirname(file)}` });
    refuseEmpty(file, accountsIn(database));
    return await work({ rows: new SqliteRows(database), identity: identityOf(file)! });
  } finally {
    database.close();
  }
};

export const writeSqlite: WritePlace<string> = async (file, source, work) => {
  refuseUsed(file, source);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 }); // it will hold personal data
  const unfinished = `${file}.unfinished`;
  if (existsSync(unfinished) && isOpenElsewhere(unfinished)) {
    throw new TransferRefused(
      `Another copy to ${file} is under way.`,
      `${NOTHING_CHANGED} Wait for its end.`,
    );
  }
  remove(unfinished); // of a copy that was interrupted
  const target = new SqliteTarget(unfinished);
  try {
    chmodSync(unfinished, 0o600);
    const result = await work(target);
    target.finish();
    refuseUsed(file, source);
    remove(file); // an empty store, at most
    renameSync(unfinished, file);
    return result;
  } finally {
    target.close();
    remove(unfinished);
  }
};

/** Refuses a file that holds data, that is not ours, or that somebody has open. */
function refuseUsed(file: string, source: OpenedSource): void {
  const another = `${NOTHING_CHANGED} Name a folder without a database.`;
  if (!existsSync(file)) return;
  if (identityOf(file) === source.identity) {
    throw new TransferRefused("Source and target are the same.", another);
  }
  const database = openDatabase(file);
  try {
    if (accountsIn(database) > 0) throw new TargetTaken(`${file} already holds an account.`, another);
  } finally {
    database.close();
  }
  if (isOpenElsewhere(file)) {
    throw new TransferRefused(
      `${file} is in use.`,
      `${NOTHING_CHANGED} Stop the server and other slotline commands first.`,
    );
  }
}

/** In a transaction, that reads only. */
function openDatabase(file: string): DatabaseSync {
  const database = guarded(() => new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS }));
  try {
    database.exec("pragma query_only = on; begin");
    const isOurs = database.prepare("select 1 from sqlite_schema where name = 'booking_events'").get();
    if (isOurs !== undefined) return database;
  } catch (error) {
    const NOT_A_DATABASE = 26;
    if ((error as { errcode?: number }).errcode !== NOT_A_DATABASE) {
      database.close();
      return guarded(() => {
        throw error;
      });
    }
  }
  database.close();
  refuseForeign(file);
}

function accountsIn(database: DatabaseSync): number {
  return (database.prepare("select count(*) as accounts from accounts").get() as { accounts: number })
    .accounts;
}

function identityOf(file: string): string | undefined {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? undefined : `sqlite ${found.dev}/${found.ino}`;
}

function remove(file: string): void {
  for (const end of ["", "-wal", "-shm", "-journal"]) rmSync(file + end, { force: true });
}
