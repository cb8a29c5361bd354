import type { Client } from "../identity/client.ts";
import { CLIENT_FIELDS, type ClientField } from "../scheduling/configuration.ts";
import { storedClient } from "../store/stored-client.ts";
import { clientContext } from "./client-context.ts";
import type { Caller, Desk } from "./desk.ts";

export interface MergeWish {
  readonly keepId: string;
  readonly dropId: string;
  readonly dryRun: boolean;
}

export type Merged =
  | {
      readonly ok: true;
      readonly keep: Client;
      readonly drop: Client;
      /** Members that the kept card lacked and gets. */
      readonly filled: readonly ClientField[];
      /** Members in which the cards differ; the kept card's value stays. */
      readonly differing: readonly ClientField[];
      /** Undefined on a dry run. */
      readonly bookings: number | undefined;
    }
  | {
      readonly ok: false;
      readonly reason: "unknown_keep" | "unknown_drop" | "same_card" | "stale" | "same_booking";
    };

/** Makes two cards of one person one; the id of the dropped one goes on leading to it. */
export async function mergeClients(
  desk: Pick<Desk, "store" | "now">,
  caller: Caller,
  { keepId, dropId, dryRun }: MergeWish,
): Promise<Merged> {
  const { accountId, actor } = caller;
  const [keep, drop] = [
    await desk.store.clientById(accountId, keepId),
    await desk.store.clientById(accountId, dropId),
  ];
  if (keep === undefined) return { ok: false, reason: "unknown_keep" };
  if (drop === undefined) return { ok: false, reason: "unknown_drop" };
  if (keep.id === drop.id) return { ok: false, reason: "same_card" };
  const filled = CLIENT_FIELDS.filter((field) => keep[field] === null && drop[field] !== null);
  const differing = differingFields(keep, drop);
  const told = { keep, drop, filled, differing };
  if (dryRun) return { ok: true, ...told, bookings: undefined };
  const members = Object.fromEntries(filled.map((field) => [field, drop[field]]));
  const merged = storedClient({ ...keep, ...members }, await clientContext(desk, caller));
  const result = await desk.store.mergeClients({ accountId, keep, drop, merged, actor, at: desk.now() });
  return result.ok ? { ok: true, ...told, bookings: result.bookings } : result;
}

/** Members that both cards have and in which they differ. */
export function differingFields(keep: Client, drop: Client): readonly ClientField[] {
  return CLIENT_FIELDS.filter(
    (field) => keep[field] !== null && drop[field] !== null && keep[field] !== drop[field],
  );
}
