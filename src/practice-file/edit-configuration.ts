import type { AccountConfiguration } from "../scheduling/configuration.ts";
import type { Store } from "../store/store.ts";
import { readPracticeFile } from "./read-practice-file.ts";

/** A configuration as plain data, in the shapes of the practice file. */
export interface EditableAccount {
  account: Record<string, unknown>;
  entities: Record<string, unknown>[];
}

export interface EditFault {
  /** As in the practice file: `entities[0].agents[1].hours.mon[0]`. */
  readonly path: string;
  readonly message: string;
}

export type Edited =
  | { readonly ok: true; readonly configuration: AccountConfiguration; readonly version: number }
  | { readonly ok: false; readonly reason: "stale" }
  | { readonly ok: false; readonly reason: "in_use"; readonly bookingIds: readonly string[] }
  | { readonly ok: false; readonly reason: "invalid"; readonly faults: readonly EditFault[] };

/**
 * Changes the account's configuration under the rules of the practice file. `edit` gets a copy to change; the result is
 * written when the version is still the one that it was based on, and no booking needs what it takes away.
 */
export async function editConfiguration(
  store: Pick<Store, "configuration" | "saveConfiguration">,
  stored: { readonly configuration: AccountConfiguration; readonly version: number },
  edit: (account: EditableAccount) => void,
  at: number,
  bookingsThatNeed: (before: AccountConfiguration, after: AccountConfiguration) => Promise<readonly string[]>,
): Promise<Edited> {
  const { entities, ...account } = stored.configuration;
  const editable = structuredClone({ account, entities }) as unknown as EditableAccount;
  edit(editable);
  const read = await readPracticeFile(JSON.stringify(editable), "configuration.json");
  if (!read.ok) return { ok: false, reason: "invalid", faults: read.faults };
  const bookingIds = await bookingsThatNeed(stored.configuration, read.configuration);
  if (bookingIds.length > 0) return { ok: false, reason: "in_use", bookingIds };
  const save = (configuration: AccountConfiguration, expectedVersion: number) =>
    store.saveConfiguration({ configuration, expectedVersion, clients: [], at });
  const saved = await save(read.configuration, stored.version);
  if (!saved.ok) return { ok: false, reason: "stale" };
  const version = stored.version + 1;
  // From now on nobody can book what is gone; who did between the look and the write gets it back.
  const slippedIn = await bookingsThatNeed(stored.configuration, read.configuration);
  if (slippedIn.length > 0 && (await save(stored.configuration, version)).ok) {
    return { ok: false, reason: "in_use", bookingIds: slippedIn };
  }
  return { ok: true, configuration: read.configuration, version };
}
