import type { Client } from "../identity/client.ts";
import { clientKeys } from "../identity/client-keys.ts";
import { lookupKeys } from "../identity/lookup-keys.ts";
import type { MatchContext } from "../identity/match-client.ts";
import type { Language } from "../scheduling/configuration.ts";
import type { EpochMilliseconds, Lookup, StoredClient } from "./store.ts";

/** A card with what it is looked up by, wherever it is written. */
export function storedClient(card: Client, context: MatchContext): StoredClient {
  return { ...card, ...lookupOf(card, context) };
}

/** What was said or stored as a look-up; the same function for both. */
export function lookupOf(
  { id: _id, ...details }: { readonly [field in keyof Client]?: string | null | undefined },
  context: MatchContext,
): Lookup {
  return { keys: clientKeys(details, context.country), lookupKeys: lookupKeys(details, context) };
}

/** How names and numbers are read at that moment in a business of that country and language. */
export function matchContext(
  { country, language }: { readonly country: string | undefined; readonly language: Language },
  at: EpochMilliseconds,
): MatchContext {
  return { country, language, today: new Date(at).toISOString().slice(0, 10) };
}
