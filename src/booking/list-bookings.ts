import type { ClientDetails } from "../identity/client.ts";
import type { TimeZone } from "../scheduling/time-zone.ts";
import type { BookingWithAgent } from "../store/store.ts";
import type { Caller, Desk } from "./desk.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import { narrowTo, reaches } from "./reach.ts";
import { proofsOf, verify } from "./verify.ts";

export interface ListBookings {
  readonly entityId: string | undefined;
  readonly clientId: string;
  /** What the caller says to prove to be that client. */
  readonly said: ClientDetails;
  readonly pin?: string | undefined;
}

export interface ListedBooking {
  readonly booking: BookingWithAgent;
  readonly zone: TimeZone;
}

/** A client's future confirmed bookings, as participant or booker, soonest first. */
export async function listBookings(
  desk: Desk,
  caller: Caller,
  wish: ListBookings,
): Promise<Outcome<readonly ListedBooking[]>> {
  const [admitted, listed] = await Promise.all([desk.lookups.admit(caller), bookingsOf(desk, caller, wish)]);
  const outcome = admitted.ok ? listed : admitted;
  desk.lookups.record(caller, {
    action: "findExistingBooking",
    members: ["id"],
    outcome: outcome.ok ? "ok" : outcome.reason,
    clientIds: outcome.ok ? [wish.clientId] : [],
  });
  return outcome;
}

async function bookingsOf(
  desk: Desk,
  caller: Caller,
  { entityId, clientId, said, pin }: ListBookings,
): Promise<Outcome<readonly ListedBooking[]>> {
  const narrowed = await narrowTo(desk, caller, entityId);
  if (!narrowed.ok) return narrowed;
  const { accountId } = caller;
  const client = await desk.store.clientById(accountId, clientId);
  const by = await proofsOf(desk, narrowed.value);
  const clientIds = [client?.id ?? clientId];
  const verified = await verify(desk, caller, { action: "findExistingBooking", by, clientIds, said, pin });
  if (!verified.ok) return verified;
  if (client === undefined) return refused("unknown_client");
  const bookings = await desk.store.bookingsOf(accountId, client.id, Math.ceil(desk.now() / 60_000));
  const listed = [];
  for (const booking of bookings) {
    const business = reaches(narrowed.value, booking.entityId)
      ? await desk.store.business(accountId, booking.entityId)
      : undefined;
    if (business !== undefined) listed.push({ booking, zone: business.zone });
  }
  return done(listed);
}
