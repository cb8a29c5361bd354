import { REAL_EFFECTS } from "../../src/effects.ts";
import { openStore } from "../../src/places.ts";
import { applyPracticeFile } from "../../src/practice-file/apply-practice-file.ts";
import { SCOPES } from "../../src/store/store.ts";
import { hashOf, newCredential } from "../../src/webhook/credentials.ts";
import { type FreshPlace, freshPlace } from "./fresh-place.ts";

export interface PreparedData extends FreshPlace {
  readonly data: string;
  /** A key to the whole account. */
  readonly key: string;
}

/** A database with that practice file applied and a key to its account, for servers in processes of their own. */
export async function prepareData(practiceFile: string): Promise<PreparedData> {
  const fresh = await freshPlace();
  const store = await openStore(fresh.place);
  const at = REAL_EFFECTS.now();
  const options = { prune: false, dryRun: false, at, newId: REAL_EFFECTS.newId };
  const applied = await applyPracticeFile(store, practiceFile, "test.yaml", options);
  if (!applied.ok) throw new Error(JSON.stringify(applied.faults, null, 2));
  const key = newCredential();
  await store.addKey({
    id: REAL_EFFECTS.newId("key"),
    accountId: applied.account.id,
    hash: hashOf(key),
    label: null,
    entityIds: null,
    scopes: SCOPES,
    errorStatus: null,
    maxSlots: null,
    createdAt: at,
    expiresAt: null,
    revokedAt: null,
  });
  await store.close();
  return { ...fresh, data: fresh.place.data, key };
}
