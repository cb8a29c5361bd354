import { setTimeout as wait } from "node:timers/promises";
import type { ClientPlace, EpochMilliseconds, Store } from "./store.ts";

/** Leaves most of the time to requests. */
const PAUSE_MS = 5;

/**
 * Indexes every client whose look-up keys are missing or of older rules, a few at a time beside everything else; how
 * many that were. It only adds: begun again after an interruption it goes on with who is left.
 */
export async function indexAllClients(
  store: Pick<Store, "indexClients">,
  now: () => EpochMilliseconds,
  isStopped: () => boolean = () => false,
): Promise<number> {
  let indexed = 0;
  let place: ClientPlace | undefined;
  do {
    const done = await store.indexClients(place, now());
    indexed += done.indexed;
    place = done.next;
    if (place !== undefined) await wait(PAUSE_MS);
  } while (place !== undefined && !isStopped());
  return indexed;
}
