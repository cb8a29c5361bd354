import type { Client, ClientDetails } from "../identity/client.ts";
import { type Match, type MatchContext, matchClient } from "../identity/match-client.ts";

export interface MatchedClient {
  readonly client: Client;
  readonly match: Match;
}

/** Best first, then by id. */
export function matchesOf(
  said: ClientDetails,
  candidates: readonly Client[],
  context: MatchContext,
): MatchedClient[] {
  return candidates
    .map((client) => ({ client, match: matchClient(said, client, context) }))
    .sort((a, b) => b.match.score - a.match.score || (a.client.id < b.client.id ? -1 : 1));
}
