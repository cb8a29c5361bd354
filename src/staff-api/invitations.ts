import { hash, randomBytes } from "node:crypto";
import type { Invitation } from "../store/members.ts";
import type { Store } from "../store/store.ts";

const DAY_MS = 86_400_000;

/** A week: long enough for somebody on holiday, short enough for a mailbox that somebody else reads later. */
export const INVITATION_WORKS_MS = 7 * DAY_MS;

export type Invited = Pick<Invitation, "accountId" | "role" | "agentId" | "label" | "userId">;

/** A link that works once. Its token is in the part behind #, which no browser sends to anybody and no log holds. */
export async function invite(
  store: Pick<Store, "addInvitation">,
  invited: Invited,
  now: number,
): Promise<{ readonly path: string; readonly hash: string; readonly expiresAt: number }> {
  const token = randomBytes(24).toString("base64url");
  const invitation = {
    ...invited,
    hash: hashOfToken(token),
    createdAt: now,
    expiresAt: now + INVITATION_WORKS_MS,
    usedAt: null,
  };
  await store.addInvitation(invitation);
  return { path: `/invitation#${token}`, hash: invitation.hash, expiresAt: invitation.expiresAt };
}

export function hashOfToken(token: string): string {
  return hash("sha256", token, "hex");
}

/** The invitation of that link while it works. */
export async function openInvitation(
  store: Pick<Store, "invitation">,
  token: string,
  now: number,
): Promise<Invitation | undefined> {
  const found = await store.invitation(hashOfToken(token));
  return found?.usedAt === null && found.expiresAt > now ? found : undefined;
}
