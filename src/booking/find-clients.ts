import { canIdentify } from "../identity/can-identify.ts";
import type { Client, ClientDetails } from "../identity/client.ts";
import { isAnswered, type Match, type MatchContext } from "../identity/match-client.ts";
import { lookupOf } from "../store/stored-client.ts";
import { clientContext } from "./client-context.ts";
import type { Caller, Desk } from "./desk.ts";
import { disclosed } from "./disclosure.ts";
import { type MatchedClient, matchesOf } from "./matched-client.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import { narrowTo } from "./reach.ts";
import { understandSaid } from "./said-details.ts";
import { rememberProofs } from "./verify.ts";

/** More than this many is no answer to a bot that asks for the next attribute which discriminates them. */
const MOST_CLIENTS = 10;

export interface FindClients {
  readonly entityId: string | undefined;
  readonly said: ClientDetails;
  /** Identifies nobody; proves for the rest of the call that it is the client who was found. */
  readonly pin?: string | undefined;
  /** The member that it came as, to name in issues. */
  readonly path: string;
}

/** The clients who could have said this, best match first, as much of them as the account discloses. */
export async function findClients(
  desk: Desk,
  caller: Caller,
  wish: FindClients,
): Promise<Outcome<readonly Client[]>> {
  const { said, pin } = wish;
  // Both, whatever comes of either: how long it takes tells nothing.
  const [admitted, found] = await Promise.all([desk.lookups.admit(caller), lookUp(desk, caller, wish)]);
  const outcome = admitted.ok ? found : admitted;
  const clients = outcome.ok ? disclosed(outcome.value.matched, said, outcome.value.context.disclose) : [];
  if (outcome.ok) await rememberProofs(desk, caller, outcome.value.matched, pin);
  // Counted as the look-up that it was: it could have told who is known here.
  const saidTooLittle = outcome.ok && clients.length === 0 && !outcome.value.saidEnough;
  desk.lookups.record(caller, {
    action: "findExistingUser",
    members: pin === undefined ? membersOf(said) : [...membersOf(said), "pin"],
    outcome: outcome.ok ? (clients.length === 0 ? "none" : "ok") : outcome.reason,
    clientIds: clients.map(({ id }) => id),
  });
  if (saidTooLittle) return refused("too_broad");
  return outcome.ok ? done(clients) : outcome;
}

async function lookUp(desk: Desk, caller: Caller, { entityId, said, path }: FindClients) {
  const narrowed = await narrowTo(desk, caller, entityId);
  if (!narrowed.ok) return narrowed;
  const context = await clientContext(desk, narrowed.value);
  const understood = understandSaid(said, path, context);
  if (!understood.ok) return understood;
  const matched = await matchingClients(desk, caller.accountId, understood.value, context);
  const saidEnough = understood.value.id !== undefined || canIdentify(understood.value, context);
  return matched.ok ? done({ matched: matched.value, context, saidEnough }) : matched;
}

async function matchingClients(
  desk: Desk,
  accountId: string,
  said: ClientDetails,
  context: MatchContext,
): Promise<Outcome<readonly MatchedClient[]>> {
  if (said.id !== undefined) {
    const client = await desk.store.clientById(accountId, said.id);
    const matched = client === undefined ? [] : matchesOf(said, [client], context);
    return done(matched.filter(({ match }) => isNobodyElse(match)));
  }
  const lookup = lookupOf(said, context);
  if (lookup.lookupKeys.length === 0) return refused("too_broad");
  const candidates = await desk.store.clientsLike(accountId, lookup);
  const matched = matchesOf(said, candidates, context).filter(({ match }) => isAnswered(match));
  return done(matched.slice(0, MOST_CLIENTS));
}

/** Names of the members that were said. */
export function membersOf(said: ClientDetails): string[] {
  return Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [name]));
}

/** An id is proof enough of who is meant, unless name or date of birth are another's. */
function isNobodyElse({ contradictsOn, names }: Match): boolean {
  return names !== "different" && !contradictsOn.includes("dob");
}
