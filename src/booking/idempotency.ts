import type { BookingWithAgent } from "../store/store.ts";
import type { Caller, Desk } from "./desk.ts";
import { done, type Outcome, refused } from "./outcome.ts";

/** An `Idempotency-Key` and what it was sent with. */
export interface Idempotency {
  readonly key: string;
  /** Equal for equal requests. */
  readonly fingerprint: string;
}

/** What the key's first use did; undefined when this is the first. */
export async function earlierUse(
  desk: Desk,
  caller: Caller,
  idempotency: Idempotency | undefined,
): Promise<Outcome<BookingWithAgent> | undefined> {
  if (idempotency === undefined) return undefined;
  const { accountId, actor } = caller;
  const record = await desk.store.idempotencyRecord(accountId, actor.id, idempotency.key);
  if (record === undefined) return undefined;
  if (record.fingerprint !== idempotency.fingerprint) {
    const message =
      "was used before with another request; use a fresh key for each booking, move or cancellation";
    return refused("invalid_request", { issues: [{ path: "Idempotency-Key", message }] });
  }
  const booking = await desk.store.booking(accountId, record.bookingId);
  return booking === undefined ? refused("unknown_booking") : done(booking);
}

export function idempotencyRecord(caller: Caller, idempotency: Idempotency | undefined, bookingId: string) {
  if (idempotency === undefined) return undefined;
  const { key, fingerprint } = idempotency;
  return { keyId: caller.actor.id, idempotencyKey: key, fingerprint, bookingId };
}
