import { backup, DatabaseSync } from "node:sqlite";
import { StoreUnavailable } from "../store.ts";

/** More pages than any file has: one step is one read transaction and so one moment's state. */
const ALL_PAGES = 2 ** 31 - 1;

/** A consistent copy in a new file, over a connection of its own, so that writes can go on meanwhile. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true });
  try {
    await backup(source, to, { rate: ALL_PAGES });
  } catch (error) {
    throw new StoreUnavailable(`${to} could not be written`, { cause: error });
  } finally {
    source.close();
  }
}
