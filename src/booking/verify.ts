import type { ClientDetails } from "../identity/client.ts";
import { type Match, type MatchContext, matchClient } from "../identity/match-client.ts";
import { PROOFS, type Proof } from "../scheduling/configuration.ts";
import { clientContext } from "./client-context.ts";
import type { Caller, Desk } from "./desk.ts";
import type { MatchedClient } from "./matched-client.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import { provedByPin } from "./prove-by-pin.ts";
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
  readonly pin?: string | undefined;
}

/** A client and what the caller has proved to be that client by. */
interface Proved {
  readonly clientId: string;
  readonly proofs: readonly Proof[];
}

/**
 * Whether the caller has proved, now or earlier in the call, to be one of these clients. Whether there are such clients
 * makes no difference to who has not.
 */
export async function verify(
  desk: Desk,
  caller: Caller,
  { action, by, clientIds, said, pin }: ToVerify,
): Promise<Outcome<undefined>> {
  if (by.length === 0 || caller.isStaff) return done(undefined);
  const context = await clientContext(desk, caller);
  const understood = understandSaid(said, "participant", context);
  if (!understood.ok) return understood;
  const [admitted, matched, isKnown] = await Promise.all([
    desk.lookups.admit(caller),
    matchesById(desk, caller, clientIds, { said: understood.value, context }),
    provedEarlier(desk, caller, by, clientIds),
  ]);
  if (isKnown) return done(undefined);
  // Only when admitted: a right guess that came too late must not count for the next attempt.
  const proved = admitted.ok ? await provedNow(desk, caller, matched, { by, pin }) : [];
  await remember(desk, caller, proved);
  const outcome = admitted.ok
    ? proved.length > 0
      ? done(undefined)
      : refused("missing_information", {
          missing: by.map((proof) => `participant.${proof}`),
          asksForProof: true,
        })
    : admitted;
  const members = Object.entries({ ...said, pin }).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );
  desk.lookups.record(caller, {
    action: `${action}: verification`,
    members,
    outcome: outcome.ok ? "ok" : outcome.reason,
    clientIds: outcome.ok ? clientIds : [],
  });
  return outcome;
}

/**
 * Keeps for the rest of the call whom the caller has proved to be by what was found. A PIN is looked at when one client
 * was found: tried on several, it would be a wrong one of all the others.
 */
export async function rememberProofs(
  desk: Desk,
  caller: Caller,
  matched: readonly MatchedClient[],
  pin: string | undefined,
): Promise<void> {
  if (caller.callId === undefined) return;
  const by = await proofsOf(desk, caller);
  if (by.length === 0) return;
  const found = matched.map(({ client, match }) => ({ clientId: client.id, match }));
  const only = found.length === 1 ? found[0] : undefined;
  const byPin = await provedNow(desk, caller, [only ?? { clientId: undefined, match: undefined }], {
    by: by.filter((proof) => proof === "pin"),
    pin,
  });
  const byOthers = found.map(({ clientId, match }) => ({ clientId, proofs: proofsIn(match) }));
  await remember(desk, caller, [...byOthers, ...byPin]);
}

async function remember(
  desk: Desk,
  { accountId, actor, callId }: Caller,
  proved: readonly Proved[],
): Promise<void> {
  if (callId === undefined) return;
  const verifications = proved.flatMap(({ clientId, proofs }) =>
    proofs.map((proof) => ({ accountId, keyId: actor.id, callId, clientId, proof })),
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

/** A client that what was said is compared with; undefined: nobody, who is looked at in the same way. */
interface Compared {
  readonly clientId: string | undefined;
  readonly match: Match | undefined;
}

async function matchesById(
  desk: Desk,
  { accountId }: Caller,
  clientIds: readonly string[],
  { said, context }: { readonly said: ClientDetails; readonly context: MatchContext },
): Promise<Compared[]> {
  const compared: Compared[] = [];
  for (const clientId of new Set(clientIds)) {
    const client = await desk.store.clientById(accountId, clientId);
    const { phone, dob } = said;
    compared.push({
      clientId: client?.id,
      match: client === undefined ? undefined : matchClient({ phone, dob }, client, context),
    });
  }
  return compared;
}

/** The PIN is looked at only where nothing else proves enough. */
async function provedNow(
  desk: Desk,
  caller: Caller,
  compared: readonly Compared[],
  { by, pin }: { readonly by: readonly Proof[]; readonly pin: string | undefined },
): Promise<Proved[]> {
  const proved = compared.flatMap(({ clientId, match }) => {
    const proofs = match === undefined ? [] : proofsIn(match);
    return clientId !== undefined && proofs.some((proof) => by.includes(proof)) ? [{ clientId, proofs }] : [];
  });
  if (proved.length > 0 || pin === undefined || !by.includes("pin")) return proved;
  const candidates = compared.map(({ clientId, match }) =>
    match?.contradictsOn.includes("dob") ? undefined : clientId,
  );
  const clientIds = await provedByPin(desk, caller, candidates, pin);
  return clientIds.map((clientId) => ({ clientId, proofs: ["pin"] }));
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
  const agreed = PROOFS.filter((proof) => proof !== "pin" && agreesOn.includes(proof));
  return contradictsOn.includes("dob") ? [] : agreed;
}
