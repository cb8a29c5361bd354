import type { AccountConfiguration } from "../scheduling/configuration.ts";
import type { EpochMilliseconds, Store, StoredClient } from "../store/store.ts";
import { storedClient } from "../store/stored-client.ts";
import { checkMerged } from "./check-merged.ts";
import { matchContextOf, phoneCountryOf } from "./client-identity.ts";
import { type Difference, differenceOf, isSame } from "./difference.ts";
import type { Fault } from "./fault.ts";
import { mergeConfiguration } from "./merge-configuration.ts";
import { type PracticeFileReading, readPracticeFile } from "./read-practice-file.ts";
import { resolveClients } from "./resolve-clients.ts";

export type ApplyStore = Pick<Store, "configuration" | "saveConfiguration" | "clients" | "goneClients">;

export interface ApplyOptions {
  /** Also remove what the file no longer has; never bookings or clients. */
  readonly prune: boolean;
  /** Say what would change and change nothing. */
  readonly dryRun: boolean;
  readonly at: EpochMilliseconds;
  readonly newId: (prefix: "cl") => string;
}

export type ApplyResult =
  | {
      readonly ok: true;
      readonly account: { readonly id: string; readonly name: string };
      readonly differences: readonly Difference[];
      /** False on a dry run, and when nothing differs. */
      readonly applied: boolean;
    }
  | { readonly ok: false; readonly reason: "invalid" | "stale"; readonly faults: readonly Fault[] };

/** Others write the configuration seldom, and each attempt reads it anew. */
const ATTEMPTS = 5;

/** Makes the account what the file says, at once or not at all. */
export async function applyPracticeFile(
  store: ApplyStore,
  text: string,
  fileName: string,
  options: ApplyOptions,
): Promise<ApplyResult> {
  const file = await readPracticeFile(text, fileName);
  if (!file.ok) return { ok: false, reason: "invalid", faults: file.faults };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const plan = await planChange(store, file, options);
    if (!plan.ok) return { ok: false, reason: "invalid", faults: plan.faults };
    const { configuration, differences } = plan;
    const account = { id: configuration.id, name: configuration.name };
    const nothingToWrite = differences.length === 0 && plan.clients.length === 0;
    if (options.dryRun || nothingToWrite) return { ok: true, account, differences, applied: false };
    const saved = await store.saveConfiguration({
      configuration,
      expectedVersion: plan.version,
      clients: plan.clients,
      at: options.at,
    });
    if (saved.ok) return { ok: true, account, differences, applied: true };
  }
  const message =
    "The account was being changed by somebody else all the while; nothing was applied, try again.";
  return { ok: false, reason: "stale", faults: [{ path: "", line: 1, column: 1, message }] };
}

interface Plan {
  readonly ok: true;
  readonly configuration: AccountConfiguration;
  readonly version: number;
  readonly differences: readonly Difference[];
  /** Those that must be written. */
  readonly clients: readonly StoredClient[];
}

async function planChange(
  store: ApplyStore,
  file: PracticeFileReading & { readonly ok: true },
  { prune, newId, at }: ApplyOptions,
): Promise<Plan | { readonly ok: false; readonly faults: readonly Fault[] }> {
  const accountId = file.configuration.id;
  const stored = await store.configuration(accountId);
  const before = stored?.configuration;
  const configuration = mergeConfiguration(before, file.configuration, { prune });
  const country = phoneCountryOf(configuration);
  const gone = file.clients.length === 0 ? [] : await store.goneClients(accountId);
  const faults = checkMerged({ ...file, gone }, configuration, country);
  if (faults.length > 0) return { ok: false, faults: faults.map(file.locate) };

  // Phone keys depend on the country: when it changes, every client is looked up by other keys.
  const countryBefore = before === undefined ? country : phoneCountryOf(before);
  const needed = file.clients.length > 0 || countryBefore !== country;
  const known = stored === undefined || !needed ? [] : await store.clients(accountId);
  const knownById = new Map(known.map((client) => [client.id, client]));
  const said = resolveClients(file.clients, known, country, () => newId("cl"));
  const changed = said.filter((client) => !isSame(knownById.get(client.id), client));
  const touched = new Set(changed.map((client) => client.id));
  const rekeyed =
    countryBefore === country
      ? []
      : known.filter((client) => !touched.has(client.id) && client.phone !== null);
  return {
    ok: true,
    configuration,
    version: stored?.version ?? 0,
    differences: differenceOf(
      { configuration: before, clients: changed.flatMap(({ id }) => knownById.get(id) ?? []) },
      { configuration, clients: changed },
    ),
    clients: [...changed, ...rekeyed].map((client) =>
      storedClient(client, matchContextOf(configuration, at)),
    ),
  };
}
