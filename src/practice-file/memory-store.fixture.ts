import type { Client } from "../identity/client.ts";
import type { GoneClient, Store, StoredClient, StoredConfiguration } from "../store/store.ts";

/** As much of a store as practice files need, in memory; configurations go through JSON as in the real ones. */
export class MemoryStore
  implements Pick<Store, "configuration" | "saveConfiguration" | "clients" | "goneClients" | "saveClients">
{
  readonly stored = new Map<string, StoredConfiguration>();
  readonly storedClients = new Map<string, StoredClient>();
  gone: GoneClient[] = [];
  writes = 0;
  /** So many of the next saves find that somebody else was faster. */
  interruptions = 0;

  async configuration(accountId: string) {
    return this.stored.get(accountId);
  }

  async clients(): Promise<Client[]> {
    return [...this.storedClients.values()].map(({ keys: _, lookupKeys: __, ...client }) => client);
  }

  async goneClients(): Promise<GoneClient[]> {
    return this.gone;
  }

  async saveConfiguration(change: Parameters<Store["saveConfiguration"]>[0]) {
    const { id } = change.configuration;
    const version = this.stored.get(id)?.version ?? 0;
    if (this.interruptions > 0) {
      this.interruptions -= 1;
      const interrupted = this.stored.get(id);
      if (interrupted !== undefined) this.stored.set(id, { ...interrupted, version: version + 1 });
      return { ok: false as const, reason: "stale" as const };
    }
    if (change.expectedVersion !== version) return { ok: false as const, reason: "stale" as const };
    const configuration = JSON.parse(JSON.stringify(change.configuration));
    this.stored.set(id, { configuration, version: version + 1 });
    await this.saveClients(id, change.clients);
    return { ok: true as const };
  }

  async saveClients(_accountId: string, clients: readonly StoredClient[]) {
    for (const client of clients) this.storedClients.set(client.id, client);
    this.writes += 1;
  }
}

/** `cl_1`, `cl_2` and so on. */
export function countingIds(): (prefix: string) => string {
  let count = 0;
  return (prefix) => {
    count += 1;
    return `${prefix}_${count}`;
  };
}
