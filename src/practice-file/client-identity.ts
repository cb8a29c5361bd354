import type { ClientDetails } from "../identity/client.ts";
import { clientKeys } from "../identity/client-keys.ts";
import type { MatchContext } from "../identity/match-client.ts";
import type { AccountConfiguration } from "../scheduling/configuration.ts";
import type { EpochMilliseconds } from "../store/store.ts";
import { matchContext } from "../store/stored-client.ts";
import type { Incomplete } from "./incomplete.ts";

type Details = { readonly [field in keyof ClientDetails]?: string | null | undefined };

/** Equal for two records of one person: names (folded), date of birth, phone and mail address are the same. */
export function identityOf(client: Details, country: string | undefined): string {
  const known = remembered.get(client);
  if (known !== undefined && known.country === country) return known.identity;
  const keys = clientKeys(client, country);
  const identity = JSON.stringify([
    keys.lastnameKey,
    keys.firstnameKey,
    keys.dob,
    keys.phoneKey,
    keys.emailKey,
  ]);
  remembered.set(client, { country, identity });
  return identity;
}

/** Reading phone numbers is most of the work of applying a long list of clients; it only saves time. */
const remembered = new WeakMap<
  Details,
  { readonly country: string | undefined; readonly identity: string }
>();

/** Where an account's clients dial from, when their number does not say: its first entity's country. */
export function phoneCountryOf(
  account: Incomplete<Pick<AccountConfiguration, "entities">>,
): string | undefined {
  const first = account.entities?.[0];
  return first?.country ?? first?.publicHolidays?.country;
}

/** How the account's clients are read: as in its first entity. */
export function matchContextOf(
  account: Pick<AccountConfiguration, "entities">,
  at: EpochMilliseconds,
): MatchContext {
  const language = account.entities[0]?.language ?? "de";
  return matchContext({ country: phoneCountryOf(account), language }, at);
}
