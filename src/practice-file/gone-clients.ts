import type { GoneClient } from "../store/store.ts";

/** Why no file may write to that card any more, and what to do with what the file says. */
export function whyGone({ id, mergedInto }: GoneClient): string {
  return mergedInto === null
    ? `The client ${id} was erased on request and must not come back; remove it from the file.`
    : `The card ${id} is a part of the card ${mergedInto} since the two were merged; write to that one, or remove this.`;
}

export function byId(gone: readonly GoneClient[]): ReadonlyMap<string, GoneClient> {
  return new Map(gone.map((one) => [one.id, one]));
}
