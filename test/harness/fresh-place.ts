import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { databaseFile, openStore, type Place } from "../../src/places.ts";
import { migratedDatabase } from "./postgres-database.ts";

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

/** On the store that the tests of this project run on. */
export async function freshPlace(): Promise<FreshPlace> {
  const folder = freshFolder();
  if (inject("store") === "sqlite") return folder;
  const { url, drop } = await migratedDatabase();
  return {
    place: { ...folder.place, databaseUrl: url },
    environment: { DATABASE_URL: url },
    remove: async () => {
      await drop();
      await folder.remove();
    },
  };
}

/** On SQLite, also where no test runs. */
export function freshFolder(): FreshPlace {
  const data = mkdtempSync(join(tmpdir(), "slotline-test-"));
  return {
    place: { data },
    environment: {},
    remove: async () => rmSync(data, { recursive: true, force: true }),
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
