import type { Settings } from "../config.ts";
import { REAL_EFFECTS } from "../effects.ts";
import { invite } from "../staff-api/invitations.ts";
import type { Store } from "../store/store.ts";

/** Of links that make an owner: a new one takes the place of the one before, so that one alone works. */
const OWNER_LINK = "owner link";

/** Where the server is reached: as set, or where it listens. */
export function baseUrl({ publicUrl, tlsCert, host, port }: Settings, address?: string): string {
  const shown = host.includes(":") ? `[${host}]` : host;
  const listens = `${tlsCert === undefined ? "http" : "https"}://${shown}:${port}`;
  return (publicUrl ?? address ?? listens).replace(/\/+$/, "");
}

/** A link that makes its first user an owner of the account; null: of a new one. */
export async function ownerLink(store: Store, accountId: string | null, base: string): Promise<string> {
  for (const { hash, label } of await store.invitations(accountId)) {
    if (label === OWNER_LINK) await store.withdrawInvitation(accountId, hash);
  }
  const invited = { accountId, role: "owner", agentId: null, userId: null, label: OWNER_LINK } as const;
  const { path } = await invite(store, invited, REAL_EFFECTS.now());
  return `${base}${path}`;
}

/** Whose desk nobody can log in to yet: the first account without an owner, or null where there is none at all. */
export async function accountWithoutOwner(
  store: Store,
): Promise<{ readonly accountId: string | null } | undefined> {
  const accounts = await store.accountIds();
  if (accounts.length === 0) return { accountId: null };
  for (const accountId of accounts) {
    const members = await store.members(accountId);
    if (!members.some(({ role }) => role === "owner")) return { accountId };
  }
  return undefined;
}
