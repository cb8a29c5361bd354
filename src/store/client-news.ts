import type { Store } from "./store.ts";

/** The same operations; `tell` hears of every account whose cards one of them has changed, once that is written. */
export function tellingOfClients(store: Store, tell: (accountId: string) => void): Store {
  return {
    ...store,
    saveConfiguration: async (change) => {
      const saved = await store.saveConfiguration(change);
      if (saved.ok && change.clients.length > 0) tell(change.configuration.id);
      return saved;
    },
    saveClients: async (accountId, clients, at) => {
      await store.saveClients(accountId, clients, at);
      tell(accountId);
    },
    mergeClients: async (merge) => {
      const merged = await store.mergeClients(merge);
      if (merged.ok) tell(merge.accountId);
      return merged;
    },
    changeClient: async (accountId, change) => {
      const isChanged = await store.changeClient(accountId, change);
      if (isChanged) tell(accountId);
      return isChanged;
    },
    eraseClient: async (accountId, clientId, erasing) => {
      const isErased = await store.eraseClient(accountId, clientId, erasing);
      if (isErased) tell(accountId);
      return isErased;
    },
    commitBooking: async (change, patienceMs) => {
      const committed = await store.commitBooking(change, patienceMs);
      const isOfCards = change.newClients.length > 0 || (change.completedClients?.length ?? 0) > 0;
      if (committed.ok && isOfCards) tell(change.accountId);
      return committed;
    },
  };
}
