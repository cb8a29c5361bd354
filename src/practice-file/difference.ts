import type { Client } from "../identity/client.ts";
import type { AccountConfiguration } from "../scheduling/configuration.ts";
import { type Kind, type Thing, thingsOf } from "./account-things.ts";

/** One row: something was added or removed, or one member of it changed. */
export interface Difference {
  readonly change: "add" | "change" | "remove";
  readonly kind: Kind;
  readonly id: string;
  /** Null when the whole thing was added or removed; then `after` or `before` is its name. */
  readonly member: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

export interface AccountState {
  readonly configuration: AccountConfiguration | undefined;
  readonly clients: readonly Client[];
}

/** What turns one state into the other: removals and changes in the order of `before`, then additions. Empty when equal. */
export function differenceOf(before: AccountState, after: AccountState): Difference[] {
  const old = byKey(before);
  const fresh = byKey(after);
  const differences: Difference[] = [];
  for (const [key, thing] of old) {
    const now = fresh.get(key);
    if (now === undefined) differences.push({ ...headOf("remove", thing), before: thing.name, after: null });
    else differences.push(...changesOf(thing, now));
  }
  for (const [key, thing] of fresh)
    if (!old.has(key)) differences.push({ ...headOf("add", thing), before: null, after: thing.name });
  return differences;
}

function headOf(change: "add" | "remove", thing: Thing) {
  return { change, kind: thing.kind, id: thing.id, member: null };
}

function changesOf(before: Thing, after: Thing): Difference[] {
  const row = (member: string, old: unknown, now: unknown): Difference => {
    return {
      change: "change",
      kind: before.kind,
      id: before.id,
      member,
      before: old ?? null,
      after: now ?? null,
    };
  };
  const rows: Difference[] = [];
  for (const member of new Set([...Object.keys(before.members), ...Object.keys(after.members)])) {
    const old = before.members[member];
    const now = after.members[member];
    if (!isSame(old, now)) rows.push(row(member, old, now));
  }
  for (const [list, ids] of Object.entries(before.orders)) {
    const now = after.orders[list] ?? [];
    const common = (some: readonly string[], others: readonly string[]) =>
      some.filter((id) => others.includes(id));
    if (!isSame(common(ids, now), common(now, ids))) rows.push(row(`order of ${list}`, ids, now));
  }
  return rows;
}

function byKey(state: AccountState): Map<string, Thing> {
  return new Map(thingsOf(state).map((thing) => [`${thing.kind} ${thing.id}`, thing]));
}

/** Equal as JSON, whatever the order of members; undefined members do not count. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null)
    return (a ?? null) === (b ?? null);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  if (Array.isArray(a) && a.length !== (b as unknown[]).length) return false;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((name) =>
    isSame(left[name], right[name]),
  );
}
