import { hash, randomBytes } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { ApiKey, EpochMilliseconds, Store } from "../store/store.ts";

/** The key of a request, from the first place that has one: path, query, then the headers that bots know. */
export function credentialOf(request: FastifyRequest): string | undefined {
  const fromPath = (request.params as { key?: string }).key;
  if (fromPath !== undefined && fromPath !== "") return fromPath;
  const fromQuery = (request.query as { key?: string | string[] }).key;
  const { authorization, token } = request.headers;
  const found = [fromQuery, keyIn(authorization), request.headers["x-api-key"], token];
  return found.flat().find((one) => one !== undefined && one !== "");
}

/** What `Authorization: Bearer KEY` carries. */
export function keyIn(authorization: string | undefined): string | undefined {
  return /^(?:Bearer|Token)\s+(\S+)\s*$/i.exec(authorization ?? "")?.[1];
}

/** The stored key, when it is neither revoked nor expired. */
export async function authenticate(
  store: Store,
  credential: string | undefined,
  now: EpochMilliseconds,
): Promise<ApiKey | undefined> {
  if (credential === undefined) return undefined;
  const known = knownHashes.get(credential);
  const hash = known ?? hashOf(credential);
  const key = await store.keyByHash(hash);
  if (key === undefined || key.revokedAt !== null) return undefined;
  if (key.expiresAt !== null && key.expiresAt <= now) return undefined;
  if (known === undefined) {
    if (knownHashes.size >= MOST_KNOWN_HASHES) knownHashes.clear();
    knownHashes.set(credential, hash);
  }
  return key;
}

/** Of credentials that were good, by credential: a bot sends the same one all day. In memory only. */
const knownHashes = new Map<string, string>();
const MOST_KNOWN_HASHES = 10_000;

/** 192 random bits: nothing to guess, so that a fast hash is enough to keep it by. */
export function newCredential(): string {
  return `slk_${randomBytes(24).toString("base64url")}`;
}

export function hashOf(credential: string): string {
  return hash("sha256", credential, "hex");
}
