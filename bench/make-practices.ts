import { openStore } from "../src/places.ts";
import { SCOPES, type Store } from "../src/store/store.ts";
import { hashOf } from "../src/webhook/credentials.ts";
import { type BenchAccount, configurationOf } from "./practice.ts";

/** Writes those practices, and a key for each account, into a new data folder, as `apply` and `key create` would. */
export async function makePractices(folder: string, accounts: readonly BenchAccount[]): Promise<void> {
  const store = await openStore({ data: folder });
  for (const account of accounts) await addAccount(store, account);
  await store.close();
}

async function addAccount(store: Store, account: BenchAccount): Promise<void> {
  const at = Date.now();
  await store.saveConfiguration({
    configuration: configurationOf(account),
    expectedVersion: 0,
    clients: [],
    at,
  });
  await store.addKey({
    id: `key_${account.id}`,
    accountId: account.id,
    hash: hashOf(account.key),
    label: null,
    entityIds: null,
    scopes: SCOPES,
    errorStatus: null,
    maxSlots: null,
    createdAt: at,
    expiresAt: null,
    revokedAt: null,
  });
}
