import type { MatchContext } from "../identity/match-client.ts";
import type { Disclosure } from "../scheduling/configuration.ts";
import { matchContext } from "../store/stored-client.ts";
import type { Caller, Desk } from "./desk.ts";

export interface ClientContext extends MatchContext {
  readonly disclose: Disclosure;
}

/** How what callers say is read when no business is named, as in the first one in reach; and what they may hear. */
export async function clientContext(
  desk: Pick<Desk, "store" | "now">,
  { accountId, entityIds }: Caller,
): Promise<ClientContext> {
  const [first] = entityIds ?? (await desk.store.entityIds(accountId));
  const business = first === undefined ? undefined : await desk.store.business(accountId, first);
  const { disclose = "full" } = business ?? {};
  return { ...matchContext(business ?? { country: undefined, language: "de" }, desk.now()), disclose };
}
