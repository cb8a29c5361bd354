import type { Me } from "../../../src/staff-api/wire-types.ts";
import { send } from "../api/client.ts";
import { type Entity, queryClient } from "../api/queries.ts";

const HOUR_MS = 3_600_000;

/**
 * Where the simulator is, with that number dialled and a key that works for an hour, and then ends by itself: revoked with
 * the next call, it would end one that still runs in another tab.
 */
export async function simulatorAddress(entity: Entity, sip: string, me: Me): Promise<string> {
  const body = {
    label: `Simulator: ${me.name ?? me.email ?? me.userId}`,
    scopes: ["read", "book", "clients"],
    entityIds: [entity.id],
    expiresAt: new Date(Date.now() + HOUR_MS).toISOString(),
  };
  const { key } = (await send<{ key: string }>("/keys", { method: "POST", body })).data;
  await queryClient.invalidateQueries({ queryKey: ["keys"] });
  return `/simulator#${new URLSearchParams({ key, sip, lang: entity.language })}`;
}
