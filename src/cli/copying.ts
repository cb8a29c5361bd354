import { StoreUnavailable } from "../store/store.ts";
import type { CopyProgress } from "../store/transfer/copy-rows.ts";
import { CommandFailed, EXIT, printError } from "./terminal.ts";

const EVERY_MS = 1_000;

/** Tells a person who waits how far a copy is: a line a second on the error channel, none when it is that quick. */
export function copyProgress(now: () => number): (progress: CopyProgress) => void {
  let said = now();
  return ({ step, table, rows, allRows }) => {
    if (now() - said < EVERY_MS) return;
    said = now();
    printError(`${rows} of ${allRows} rows ${step} (${table})`);
  };
}

/** Says what a broken machine has left: nothing. */
export async function orNothing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    throw new CommandFailed(`A database cannot be used: ${error.message}.`, {
      next: "The target is as it was. Check that both databases can be reached and have room, then try again.",
      exitCode: EXIT.machine,
    });
  }
}
