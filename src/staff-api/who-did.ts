import { z } from "zod";
import type { Actor, Store } from "../store/store.ts";

/** Whose doing something was, as it is shown. */
export const whoDidForm = z.object({
  kind: z.enum(["key", "person"]),
  id: z.string(),
  name: z.string().nullable().meta({
    description: "Of a person who still has access; a key's label, also of one that was revoked",
  }),
  isScript: z.boolean().meta({ description: "A key of the scope staff; other keys are those of bots" }),
});

type WhoDid = z.output<typeof whoDidForm>;

/** Makes the appointments that the demo begins with; nobody's login has that id. */
export const DEMO: Actor = { kind: "person", id: "demo" };

/** Names who did something. Keys are revoked and never deleted: their labels stay. */
export async function naming(
  store: Pick<Store, "members" | "keys">,
  accountId: string,
): Promise<(actor: Actor) => WhoDid> {
  const [members, known] = await Promise.all([store.members(accountId), store.keys(accountId)]);
  const people = new Map([[DEMO.id, "Demo"], ...members.map(({ userId, name }) => [userId, name] as const)]);
  const keys = new Map(known.map((key) => [key.id, key]));
  return ({ kind, id }) => {
    const key = keys.get(id);
    // What scripts did was once written down as a person's.
    if (key !== undefined) {
      return { kind: "key", id, name: key.label, isScript: key.scopes.includes("staff") };
    }
    return { kind, id, name: people.get(id) ?? null, isScript: false };
  };
}
