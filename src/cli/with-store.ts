import { existsSync } from "node:fs";
import { readSettings, type Settings } from "../config.ts";
import { databaseFile, openEmptyStore, openStore } from "../places.ts";
import type { Store } from "../store/store.ts";
import { CommandFailed, EXIT } from "./terminal.ts";

/** The settings, or every fault in them in one message. */
export function settingsOf(flags: object): Settings {
  const read = readSettings(flags as Record<string, unknown>);
  if (read.ok) return read.settings;
  const lines = read.faults.map(({ source, message }) => `  ${source}: ${message}`);
  throw new CommandFailed(`The settings have faults:\n${lines.join("\n")}`, {
    next: "Mend them; `slotline config check` shows all settings and where each comes from.",
    exitCode: EXIT.usage,
    details: { faults: read.faults },
  });
}

/**
 * Runs `work` with the opened store and closes it whatever happens. Where there is no database, `create` makes one, in
 * the data folder or in memory for work that shall leave nothing.
 */
export async function withStore<T>(
  settings: Settings,
  work: (store: Store) => Promise<T>,
  { create = false }: { create?: boolean | "in memory" } = {},
): Promise<T> {
  const file = databaseFile(settings.data);
  const exists = settings.databaseUrl !== undefined || existsSync(file);
  if (!create && !exists) {
    throw new CommandFailed(`There is no database at ${file}.`, {
      next: "Name its folder with --data, or make one: slotline apply FILE.",
    });
  }
  const store = create === "in memory" && !exists ? await openEmptyStore() : await openStore(settings);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The named account, or the only one. */
export async function accountFor(store: Store, named: string | undefined): Promise<string> {
  const accounts = await store.accountIds();
  if (named !== undefined) {
    if (accounts.includes(named)) return named;
    throw new CommandFailed(`There is no account ${named}.`, {
      next: accounts.length === 0 ? "Make one: slotline apply FILE." : `There are: ${accounts.join(", ")}.`,
    });
  }
  const [only, ...others] = accounts;
  if (only === undefined) {
    throw new CommandFailed("There is no account yet.", { next: "Make one: slotline apply FILE." });
  }
  if (others.length > 0) {
    throw new CommandFailed("There are several accounts.", {
      next: `Choose one with --account: ${accounts.join(", ")}.`,
    });
  }
  return only;
}
