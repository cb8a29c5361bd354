import type { DatabaseSync } from "node:sqlite";

const BUSY = 5;
const TRIES = 100;
const WAIT_MS = 20;

/**
 * Switches a database file to its write-ahead log. Two processes that make the same file at once can find it locked
 * at this very step, where SQLite does not wait by itself.
 */
export function useWriteAheadLog(database: DatabaseSync): void {
  for (let tried = 1; ; tried += 1) {
    try {
      database.exec("pragma journal_mode = wal");
      return;
    } catch (error) {
      const code = (error as { errcode?: number }).errcode ?? 0;
      if ((code & 0xff) !== BUSY || tried === TRIES) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
    }
  }
}
