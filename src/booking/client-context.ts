import type { MatchContext } from "../identity/match-client.ts";
import { matchContext } from "../store/stored-client.ts";
import type { Caller, Desk } from "./desk.ts";

/** How what callers say is read when no business is named: as in the first one in reach. */
export async function clientContext(desk: Desk, { accountId, entityIds }: Caller): Promise<MatchContext> {
  const [first] = entityIds ?? (await desk.store.entityIds(accountId));
  const business = first === undefined ? undefined : await desk.store.business(accountId, first);
  return matchContext(business ?? { country: undefined, language: "de" }, desk.now());
}
