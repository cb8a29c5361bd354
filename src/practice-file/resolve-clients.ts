import type { Client } from "../identity/client.ts";
import type { ClientField } from "../scheduling/configuration.ts";
import { identityOf } from "./client-identity.ts";
import type { FileClient } from "./client-schema.ts";

/**
 * The file's clients with their ids, in the file's order. One without an id is the stored client who is the same
 * person; failing that, a new one.
 */
export function resolveClients(
  fileClients: readonly FileClient[],
  storedClients: readonly Client[],
  country: string | undefined,
  newId: () => string,
): Client[] {
  const find = finderOf(fileClients, storedClients, country);
  const stored = new Map(storedClients.map((client) => [client.id, client]));
  return fileClients.map((client) => {
    const id = client.id ?? find(client) ?? newId();
    return updated(stored.get(id), id, client);
  });
}

function finderOf(
  fileClients: readonly FileClient[],
  storedClients: readonly Client[],
  country: string | undefined,
): (client: FileClient) => string | undefined {
  if (fileClients.every((client) => client.id !== undefined)) return () => undefined;
  // Whom the file calls by id is not whom it describes without one.
  const named = new Set(fileClients.map((client) => client.id));
  const ids = new Map<string, string>();
  for (const stored of storedClients) {
    if (named.has(stored.id)) continue;
    const identity = identityOf(stored, country);
    if (!ids.has(identity)) ids.set(identity, stored.id);
  }
  return (client) => ids.get(identityOf(client, country));
}

/** What the file does not say about somebody stays as it is stored; null forgets it. */
function updated(stored: Client | undefined, id: string, said: FileClient): Client {
  const newValue = (field: ClientField) =>
    said[field] === undefined ? (stored?.[field] ?? null) : said[field];
  return {
    id,
    firstname: newValue("firstname"),
    lastname: newValue("lastname"),
    email: newValue("email"),
    dob: newValue("dob"),
    phone: newValue("phone"),
    street: newValue("street"),
    zip: newValue("zip"),
    city: newValue("city"),
    country: newValue("country"),
  };
}
