import { setTimeout as wait } from "node:timers/promises";
import type { Caller, Desk } from "../booking/desk.ts";
import { narrowTo } from "../booking/reach.ts";
import type { Language } from "../scheduling/configuration.ts";
import type { OwnedKind } from "../store/store.ts";

type Body = Readonly<Record<string, unknown>>;

const OWNED_BY_MEMBER: readonly (readonly [member: string, kind: OwnedKind])[] = [
  ["appointmentTypeId", "appointment_type"],
  ["productId", "product"],
  ["agentId", "agent"],
];

/** A problem is being told, maybe because the store does not answer: nobody waits for its language. */
const PATIENCE_MS = 500;

const OTHERWISE: Language = "de";

/**
 * The language of the entity that a refused request was about; failing that, of the key's first entity. Also answers
 * when the store does not.
 */
export async function languageFor(desk: Desk, caller: Caller, body: Body = {}): Promise<Language> {
  const patience = new AbortController();
  const { signal } = patience;
  const otherwise = wait(PATIENCE_MS, OTHERWISE, { signal }).catch(() => OTHERWISE);
  try {
    return await Promise.race([languageOf(desk, caller, body).catch(() => OTHERWISE), otherwise]);
  } finally {
    patience.abort();
  }
}

async function languageOf(desk: Desk, caller: Caller, body: Body): Promise<Language> {
  const entityId = textOf(body, "entityId");
  const narrowed = await narrowTo(desk, caller, entityId);
  const { entityIds } = narrowed.ok ? narrowed.value : caller;
  const reachable = entityIds ?? (await desk.store.entityIds(caller.accountId));
  const about = await entityAbout(desk, caller.accountId, body);
  const chosen = about !== undefined && reachable.includes(about) ? about : reachable[0];
  const business = chosen === undefined ? undefined : await desk.store.business(caller.accountId, chosen);
  return business?.language ?? OTHERWISE;
}

/** The entity that owns what the request names. */
async function entityAbout(desk: Desk, accountId: string, body: Body): Promise<string | undefined> {
  const bookingId = textOf(body, "bookingId");
  const booking = bookingId === undefined ? undefined : await desk.store.booking(accountId, bookingId);
  if (booking !== undefined) return booking.entityId;
  for (const [member, kind] of OWNED_BY_MEMBER) {
    const id = textOf(body, member);
    const owner = id === undefined ? undefined : await desk.store.entityOwning(accountId, kind, id);
    if (owner !== undefined) return owner;
  }
  return undefined;
}

function textOf(body: Body, member: string): string | undefined {
  const value = body[member];
  return typeof value === "string" && value !== "" ? value : undefined;
}
