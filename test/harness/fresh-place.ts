import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { databaseFile, openStore, type Place } from "../../src/main.ts";
import { freshDatabase } from "./postgres-database.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Which store the tests of this project run on. */
    store: "sqlite" | "postgres";
  }
}

/** Where a test's data is kept, empty; `remove` leaves nothing of it. */
export interface FreshPlace {
  readonly place: Place;
  /** Tells a server process of it, beside `--data`. */
  readonly environment: Record<string, string>;
  readonly remove: () => Promise<void>;
}

export async function freshPlace(): Promise<FreshPlace> {
  const data = mkdtempSync(join(tmpdir(), "slotline-test-"));
  const removeFolder = () => rmSync(data, { recursive: true, force: true });
  if (inject("store") === "sqlite") {
    return { place: { data }, environment: {}, remove: async () => removeFolder() };
  }
  const { url, drop } = await freshDatabase();
  return {
    place: { data, databaseUrl: url },
    environment: { DATABASE_URL: url },
    remove: async () => {
      await drop();
      removeFolder();
    },
  };
}

/** The folder with the database file that holds what is stored now: on PostgreSQL a backup, made anew by each call. */
export async function readableData(place: Place): Promise<string> {
  if (place.databaseUrl === undefined) return place.data;
  const file = databaseFile(place.data);
  for (const suffix of ["", "-wal", "-shm"]) rmSync(`${file}${suffix}`, { force: true });
  const store = await openStore(place);
  try {
    await store.backup(file);
  } finally {
    await store.close();
  }
  return place.data;
}
