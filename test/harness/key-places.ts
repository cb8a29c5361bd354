import { WebhookClient, type WireAnswer } from "./webhook-client.ts";

export const NAME_REQUEST = { action: "getBusinessName", entityId: "xyzBusinessEntityId" };

/** Sends a request that any working key to the demo's account is answered 200 to. */
export async function askName(address: string, path = "/webhook", headers: Record<string, string> = {}) {
  return await new WebhookClient(address, "").send(JSON.stringify(NAME_REQUEST), { path, headers });
}

interface Sent {
  path: string;
  query: string;
  headers: Record<string, string>;
}

/** The places that can carry a key, the first one that does wins. */
export const PLACES: Readonly<Record<string, (sent: Sent, key: string) => void>> = {
  "the path": (sent, key) => {
    sent.path = `/webhook/${key}`;
  },
  "?key=": (sent, key) => {
    sent.query = `?key=${key}`;
  },
  "Authorization: Bearer": (sent, key) => {
    sent.headers.authorization = `Bearer ${key}`;
  },
  "X-API-Key": (sent, key) => {
    sent.headers["x-api-key"] = key;
  },
  Token: (sent, key) => {
    sent.headers.token = key;
  },
};

export async function askNameWith(
  address: string,
  keys: Readonly<Record<string, string>>,
): Promise<WireAnswer> {
  const sent: Sent = { path: "/webhook", query: "", headers: {} };
  for (const [place, key] of Object.entries(keys)) PLACES[place]!(sent, key);
  return await askName(address, sent.path + sent.query, sent.headers);
}
