import type { BookingChange, Store } from "./store.ts";

/**
 * The same operations; `tell` hears of every account whose cards one of them has changed, once that is written. They wait for
 * it: what goes on behind an answer would take a connection from the next request. A booking's own cards are told of with the
 * booking.
 */
export function tellingOfClients(store: Store, tell: (accountId: string) => void | Promise<void>): Store {
  return {
    ...store,
    saveConfiguration: async (change) => {
      const saved = await store.saveConfiguration(change);
      if (saved.ok && change.clients.length > 0) await tell(change.configuration.id);
      return saved;
    },
    saveClients: async (accountId, clients, at) => {
      await store.saveClients(accountId, clients, at);
      await tell(accountId);
    },
    mergeClients: async (merge) => {
      const merged = await store.mergeClients(merge);
      if (merged.ok) await tell(merge.accountId);
      return merged;
    },
    changeClient: async (accountId, change) => {
      const isChanged = await store.changeClient(accountId, change);
      if (isChanged) await tell(accountId);
      return isChanged;
    },
    eraseClient: async (accountId, clientId, erasing) => {
      const isErased = await store.eraseClient(accountId, clientId, erasing);
      if (isErased) await tell(accountId);
      return isErased;
    },
  };
}

/** Whether cards are made or completed with it. */
export function changesCards({ newClients, completedClients = [] }: BookingChange): boolean {
  return newClients.length > 0 || completedClients.length > 0;
}
