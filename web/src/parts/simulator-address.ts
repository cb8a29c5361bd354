import type { Key, Me } from "../../../src/staff-api/wire-types.ts";
import { get, send } from "../api/client.ts";
import { type Entity, queryClient } from "../api/queries.ts";

const HOUR_MS = 3_600_000;

/**
 * Where the simulator is, with that number dialled and a key that works for an hour. The keys that the same person called with
 * before end with it: what one has tried out is no way in.
 */
export async function simulatorAddress(entity: Entity, sip: string, me: Me): Promise<string> {
  const label = `Simulator: ${me.email ?? me.userId}`;
  const { items } = (await get<{ items: Key[] }>("/keys")).data;
  const body = {
    label,
    scopes: ["read", "book", "clients"],
    entityIds: [entity.id],
    expiresAt: new Date(Date.now() + HOUR_MS).toISOString(),
  };
  const { key } = (await send<{ key: string }>("/keys", { method: "POST", body })).data;
  const old = items.filter((one) => one.label === label && one.revokedAt === null);
  await Promise.all(old.map(({ id }) => send(`/keys/${id}`, { method: "DELETE" })));
  await queryClient.invalidateQueries({ queryKey: ["keys"] });
  return `/simulator#${new URLSearchParams({ key, sip, lang: entity.language })}`;
}
