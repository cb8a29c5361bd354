import { canIdentify } from "../identity/can-identify.ts";
import type { Client } from "../identity/client.ts";
import { clientInWords } from "../identity/client-words.ts";
import { isAnswered, type Match } from "../identity/match-client.ts";
import { lookupOf } from "../store/stored-client.ts";
import { clientContext } from "./client-context.ts";
import type { Caller, Desk } from "./desk.ts";
import { type MatchedClient, matchesOf } from "./matched-client.ts";

export interface FoundClient {
  readonly client: Client;
  readonly score: number;
  readonly why: readonly string[];
}

/**
 * For the desk, which may see everybody: the clients whom the words can mean, best match first, by the rules of
 * findExistingUser. What those call too broad is looked for among all cards of the
 * account, where that may be done.
 */
export async function searchClients(
  desk: Pick<Desk, "store" | "now">,
  caller: Caller,
  words: readonly string[],
  { mayReadAll = true }: { readonly mayReadAll?: boolean } = {},
): Promise<FoundClient[]> {
  const found = new Map<string, FoundClient>();
  const named = await desk.store.clientById(caller.accountId, words.join(" "));
  if (named !== undefined) found.set(named.id, { client: named, score: 1, why: ["id: agrees"] });
  for (const { client, match } of await matchesOfWords(desk, caller, words, mayReadAll)) {
    if (!found.has(client.id)) found.set(client.id, { client, score: match.score, why: match.why });
  }
  return [...found.values()];
}

async function matchesOfWords(
  desk: Pick<Desk, "store" | "now">,
  caller: Caller,
  words: readonly string[],
  mayReadAll: boolean,
): Promise<MatchedClient[]> {
  const { accountId } = caller;
  const context = await clientContext(desk, caller);
  const said = clientInWords(words, context);
  const lookup = lookupOf(said, context);
  if (canIdentify(said, context)) {
    const candidates = await desk.store.clientsLike(accountId, lookup);
    return matchesOf(said, candidates, context).filter(({ match }) => isAnswered(match));
  }
  if (!mayReadAll) return [];
  const everybody = await desk.store.clients(accountId);
  // Of one name nobody knows which it is.
  return [said, { ...said, firstname: said.lastname, lastname: undefined }]
    .flatMap((reading) => matchesOf(reading, everybody, context).filter(({ match }) => isMeant(match)))
    .sort((a, b) => b.match.score - a.match.score);
}

/** One thing is enough that agrees. */
function isMeant({ names, agreesOn, contradictsOn }: Match): boolean {
  if (contradictsOn.includes("dob") || names === "different") return false;
  return names === "same" || agreesOn.length > 0;
}
