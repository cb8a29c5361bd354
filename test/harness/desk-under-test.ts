import { readFileSync } from "node:fs";
import { readSettings, type Settings } from "../../src/config.ts";
import { type RunningServer, startServer } from "../../src/main.ts";
import type { Place } from "../../src/places.ts";
import { applyPracticeFile } from "../../src/practice-file/apply-practice-file.ts";
import type { ApiKey, Store } from "../../src/store/store.ts";
import { SCOPES } from "../../src/store/store.ts";
import { hashOf, newCredential } from "../../src/webhook/credentials.ts";
import { type FreshPlace, freshPlace } from "./fresh-place.ts";
import { WebhookClient } from "./webhook-client.ts";

/** Monday, 30 November 2026, 08:00 in Berlin: inside the demo business's hours, a day before its first free ones. */
export const MONDAY_MORNING = Date.parse("2026-11-30T08:00:00.000+01:00");

export const PHYSIO = readFileSync(new URL("../../examples/physio.yaml", import.meta.url), "utf8");

export interface DeskUnderTest {
  readonly server: RunningServer;
  readonly store: Store;
  readonly settings: Settings;
  /** Holds the database files; removed by `stop`. */
  readonly data: string;
  readonly place: Place;
  /** Speaks to the webhook over real HTTP with a key to the first applied account. */
  readonly bot: WebhookClient;
  readonly apply: (text: string, options?: { prune?: boolean }) => Promise<void>;
  /** A key to an account, narrowed as asked, and a client that uses it. */
  readonly botOf: (accountId: string, key?: Partial<ApiKey>) => Promise<WebhookClient>;
  /** The injected clock, in epoch milliseconds; tests may move it. */
  readonly clock: { now: number };
  /** Faults that Slotline reported about itself; a test that expects none can say so. */
  readonly faults: unknown[];
  readonly stop: () => Promise<void>;
}

/** The real server in this process, listening on a free port, over a real database, with an injected clock. */
export async function startDesk({
  files = [PHYSIO],
  now = MONDAY_MORNING,
  settings: changed = {},
  at,
}: {
  files?: readonly string[];
  now?: number;
  settings?: Partial<Settings>;
  /** Absent: a fresh place on the store that the tests run on. */
  at?: FreshPlace;
} = {}): Promise<DeskUnderTest> {
  const { place, remove } = at ?? (await freshPlace());
  const { data } = place;
  const defaults = readSettings(
    {
      ...place,
      port: 0,
      requestsPerMinute: 0,
      failuresPerMinute: 0,
      lookupsPerCall: 0,
      lookupsPerHour: 0,
    },
    {},
  );
  if (!defaults.ok) throw new Error(JSON.stringify(defaults.faults));
  const settings = { ...defaults.settings, ...changed };
  const clock = { now };
  let ids = 0;
  const newId = (prefix: string) => {
    ids += 1;
    return `${prefix}_${String(ids).padStart(12, "0")}`;
  };
  const faults: unknown[] = [];
  const server = await startServer(settings, { now: () => clock.now, newId }, (error) => faults.push(error));
  const { store } = server;
  const apply = async (text: string, { prune = false } = {}) => {
    const options = { prune, dryRun: false, at: clock.now, newId };
    const applied = await applyPracticeFile(store, text, "test.yaml", options);
    if (!applied.ok) throw new Error(JSON.stringify(applied.faults, null, 2));
  };
  const botOf = async (accountId: string, key: Partial<ApiKey> = {}) => {
    const credential = newCredential();
    await store.addKey({
      id: newId("key"),
      accountId,
      hash: hashOf(credential),
      label: null,
      entityIds: null,
      scopes: SCOPES,
      errorStatus: null,
      maxSlots: null,
      createdAt: clock.now,
      expiresAt: null,
      revokedAt: null,
      ...key,
    });
    return new WebhookClient(server.address, credential);
  };
  for (const file of files) await apply(file);
  const [account] = await store.accountIds();
  const bot = account === undefined ? new WebhookClient(server.address, "none") : await botOf(account);
  const stop = async () => {
    await server.stop();
    await remove();
  };
  return { server, store, settings, data, place, bot, apply, botOf, clock, faults, stop };
}
