import { realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Settings } from "../config.ts";
import { callLogFile, databaseFile } from "../places.ts";
import { CommandFailed, EXIT } from "./terminal.ts";

/** What SQLite keeps beside a database file; it reads them again at the next start. */
const BESIDE = ["", "-wal", "-shm", "-journal"];

/** Refuses a file that holds the data itself, under whatever name: writing over it would lose what it holds. */
export function refuseLiveFile(
  file: string,
  { data }: Pick<Settings, "data">,
  { purpose, next }: { purpose: string; next: string },
): void {
  const live = [databaseFile(data), callLogFile(data)].flatMap((name) => BESIDE.map((end) => name + end));
  const same = live.find((one) => isSameFile(one, file));
  if (same === undefined) return;
  const place = placeOf(same) === placeOf(file) ? file : `${file} is ${same}, which`;
  throw new CommandFailed(`${place} belongs to the data itself; it cannot be ${purpose}.`, {
    next,
    exitCode: EXIT.usage,
  });
}

/** The same inode, also through links; or the same name, for a file that SQLite makes only while it works. */
function isSameFile(one: string, other: string): boolean {
  if (placeOf(one) === placeOf(other)) return true;
  const [first, second] = [one, other].map((file) => statSync(file, { bigint: true, throwIfNoEntry: false }));
  return first !== undefined && first.dev === second?.dev && first.ino === second.ino;
}

function placeOf(file: string): string {
  const whole = resolve(file);
  try {
    return join(realpathSync(dirname(whole)), basename(whole));
  } catch {
    return whole; // there is no such folder, so nothing in it either
  }
}
