import type { ClientDetails } from "../identity/client.ts";
import { type Match, type MatchContext, matchClient } from "../identity/match-client.ts";
import { PROOFS, type Proof } from "../scheduling/configuration.ts";
import { clientContext } from "./client-context.ts";
import type { Caller, Desk } from "./desk.ts";
import type { MatchedClient } from "./matched-client.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import { understandSaid } from "./said-details.ts";

/** Longer than a call takes; another caller's call has another id. */
const KEPT_MS = 2 * 3_600_000;

export interface ToVerify {
  readonly action: string;
  /** What the entities in question ask for; none: nothing must be given. */
  readonly by: readonly Proof[];
  /** Whose bookings they are; being one of them is enough. */
  readonly clientIds: readonly string[];
  /** What the request itself says about the caller. */
  readonly said: ClientDetails;
}

/**
 * Whether the caller has proved, now or earlier in the call, to be one of these clients. Whether there are such clients
 * makes no difference to who has not.
 */
export async function verify(
  desk: Desk,
  caller: Caller,
  { action, by, clientIds, said }: ToVerify,
): Promise<Outcome<undefined>> {
  if (by.length === 0) return done(undefined);
  const context = await clientContext(desk, caller);
  const understood = understandSaid(said, "participant", context);
  if (!understood.ok) return understood;
  const [admitted, proved, isKnown] = await Promise.all([
    desk.lookups.admit(caller),
    provedNow(desk, caller, { by, clientIds, said: understood.value, context }),
    provedEarlier(desk, caller, by, clientIds),
  ]);
  if (isKnown) return done(undefined);
  // Only then: a right guess that came too late must not count for the next attempt.
  if (admitted.ok) await rememberProofs(desk, caller, proved);
  const outcome = admitted.ok
    ? proved.length > 0
      ? done(undefined)
      : refused("missing_information", {
          missing: by.map((proof) => `participant.${proof}`),
          asksForProof: true,
        })
    : admitted;
  const members = Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  desk.lookups.record(caller, {
    action: `${action}: verification`,
    members,
    outcome: outcome.ok ? "ok" : outcome.reason,
    clientIds: outcome.ok ? clientIds : [],
  });
  return outcome;
}

/** Keeps for the rest of the call whom the caller has proved to be by what was found. */
export async function rememberProofs(
  desk: Desk,
  caller: Caller,
  matched: readonly MatchedClient[],
): Promise<void> {
  const { accountId, actor, callId } = caller;
  if (callId === undefined || (await proofsOf(desk, caller)).length === 0) return;
  const verifications = matched.flatMap(({ client, match }) =>
    proofsIn(match).map((proof) => ({ accountId, keyId: actor.id, callId, clientId: client.id, proof })),
  );
  if (verifications.length === 0) return;
  await desk.store.rememberVerifications(verifications, desk.now() + KEPT_MS);
}

/** What the entities in reach ask for, each once. */
export async function proofsOf(
  desk: Pick<Desk, "store">,
  { accountId, entityIds }: Pick<Caller, "accountId" | "entityIds">,
): Promise<Proof[]> {
  const asked = new Set<Proof>();
  for (const entityId of entityIds ?? (await desk.store.entityIds(accountId))) {
    const business = await desk.store.business(accountId, entityId);
    for (const proof of business?.verifiedBy ?? []) asked.add(proof);
  }
  return [...asked];
}

async function provedNow(
  desk: Desk,
  caller: Caller,
  { by, clientIds, said, context }: Omit<ToVerify, "action"> & { context: MatchContext },
): Promise<MatchedClient[]> {
  const matched: MatchedClient[] = [];
  for (const clientId of new Set(clientIds)) {
    const client = await desk.store.clientById(caller.accountId, clientId);
    if (client === undefined) continue;
    const match = matchClient({ phone: said.phone, dob: said.dob }, client, context);
    if (proofsIn(match).some((proof) => by.includes(proof))) matched.push({ client, match });
  }
  return matched;
}

async function provedEarlier(
  desk: Desk,
  { accountId, actor, callId }: Caller,
  proofs: readonly Proof[],
  clientIds: readonly string[],
): Promise<boolean> {
  if (callId === undefined) return false;
  const now = desk.now();
  return await desk.store.isVerified(accountId, { keyId: actor.id, callId, clientIds, proofs, now });
}

/** A right number proves nothing beside a wrong date of birth. */
function proofsIn({ agreesOn, contradictsOn }: Match): Proof[] {
  return contradictsOn.includes("dob") ? [] : PROOFS.filter((proof) => agreesOn.includes(proof));
}
