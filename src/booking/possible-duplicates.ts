import type { Client, ClientDetails } from "../identity/client.ts";
import { CLIENT_FIELDS } from "../scheduling/configuration.ts";
import { lookupOf } from "../store/stored-client.ts";
import { clientContext } from "./client-context.ts";
import type { Caller, Desk } from "./desk.ts";
import { matchesOf } from "./matched-client.ts";

/** Other cards that can be of the same person, by the rules that callers are known by; the likeliest first. */
export async function possibleDuplicates(
  desk: Pick<Desk, "store" | "now">,
  caller: Caller,
  card: Client,
): Promise<Client[]> {
  const context = await clientContext(desk, caller);
  const said: ClientDetails = Object.fromEntries(
    CLIENT_FIELDS.flatMap((field) => (card[field] === null ? [] : [[field, card[field]]])),
  );
  const candidates = await desk.store.clientsLike(caller.accountId, lookupOf(said, context));
  return matchesOf(said, candidates, context)
    .filter(({ client, match: { isEnough, names, contradictsOn } }) => {
      return client.id !== card.id && isEnough && names !== "different" && !contradictsOn.includes("dob");
    })
    .map(({ client }) => client);
}
