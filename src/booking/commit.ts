import type { BookingChange, Store } from "../store/store.ts";
import type { Deadline } from "./deadline.ts";
import { type Outcome, refused } from "./outcome.ts";

/**
 * Other processes can make a decision stale; each time somebody has got further. With 200 callers on one agent's day and
 * two servers a decision was stale five times in a row at most.
 */
const MOST_ATTEMPTS = 25;

/** A commit that has less would be given up for a short wait that is everyday life between servers. */
const LEAST_COMMIT_MS = 500;

/** What an attempt came to: an outcome, or a change to commit with the outcome that it has once it is written. */
export type Attempt<T> =
  | { readonly outcome: Outcome<T> }
  | { readonly change: BookingChange; readonly outcome: Outcome<T> };

/** Reads, decides and commits; when what was decided on has changed meanwhile, again from the start while there is time. */
export async function commitDecision<T>(
  store: Store,
  deadline: Deadline,
  attempt: () => Promise<Attempt<T>>,
): Promise<Outcome<T>> {
  for (let tries = 0; tries < MOST_ATTEMPTS; tries += 1) {
    const decided = await attempt();
    if (!("change" in decided)) return decided.outcome;
    const { leftMs } = deadline;
    if (leftMs < LEAST_COMMIT_MS) break;
    const committed = await store.commitBooking(decided.change, leftMs);
    if (committed.ok) return decided.outcome;
  }
  return refused("unavailable");
}
