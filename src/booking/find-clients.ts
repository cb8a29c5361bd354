import type { Client, ClientDetails } from "../identity/client.ts";
import { clientKeys } from "../identity/client-keys.ts";
import { bestFits, canIdentify, contradicts } from "../identity/match.ts";
import type { Caller, Desk } from "./desk.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import { narrowTo } from "./reach.ts";

/** More than this many is no answer to a bot that asks for the next attribute which discriminates them. */
const MOST_CLIENTS = 10;

/** The clients who could have said this, best match first. */
export async function findClients(
  desk: Desk,
  caller: Caller,
  entityId: string | undefined,
  said: ClientDetails,
): Promise<Outcome<readonly Client[]>> {
  const narrowed = await narrowTo(desk, caller, entityId);
  if (!narrowed.ok) return narrowed;
  const keys = clientKeys(said, await countryOf(desk, narrowed.value));
  if (said.id !== undefined) {
    const client = await desk.store.clientById(caller.accountId, said.id);
    if (client === undefined) return done([]);
    const card = clientKeys(client, await countryOf(desk, narrowed.value));
    return done(contradicts(keys, card) ? [] : [client]);
  }
  if (!canIdentify(keys)) return refused("too_broad");
  const cards = bestFits(keys, await desk.store.clientsLike(caller.accountId, keys));
  return done(cards.slice(0, MOST_CLIENTS).map(({ keys: _keys, ...client }) => client));
}

/** Where the caller's first entity is: how national phone numbers are read when no entity is named. */
async function countryOf(desk: Desk, { accountId, entityIds }: Caller): Promise<string | undefined> {
  const [first] = entityIds ?? (await desk.store.entityIds(accountId));
  return first === undefined ? undefined : (await desk.store.business(accountId, first))?.country;
}
