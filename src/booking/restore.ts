import { encodeSlotId } from "../scheduling/slot-id.ts";
import type { BookingRecord, BookingWithAgent } from "../store/store.ts";
import { productForDesk } from "./book.ts";
import { makeRoom } from "./book-at-desk.ts";
import { CHANGED_MEANWHILE, isAsSeen, reachBooking } from "./changeable.ts";
import { claimSlot, decisionQuery, refuseAsTaken } from "./claim-slot.ts";
import { type Attempt, commitDecision } from "./commit.ts";
import { Deadline } from "./deadline.ts";
import type { Caller, Desk } from "./desk.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import { reachOffer } from "./reach.ts";

export interface Restore {
  readonly bookingId: string;
  readonly seenVersion?: number | undefined;
}

/** Makes a cancelled booking stand again, at its time and with its agent, when nobody else has it meanwhile. */
export async function restore(desk: Desk, caller: Caller, wish: Restore): Promise<Outcome<BookingWithAgent>> {
  return await commitDecision(desk.store, new Deadline(), () => tryToRestore(desk, caller, wish));
}

async function tryToRestore(
  desk: Desk,
  caller: Caller,
  { bookingId, seenVersion }: Restore,
): Promise<Attempt<BookingWithAgent>> {
  const reached = await reachBooking(desk, caller, undefined, bookingId);
  if (!reached.ok) return { outcome: reached };
  const { booking, business } = reached.value;
  if (!isAsSeen(booking, seenVersion)) return { outcome: CHANGED_MEANWHILE };
  if (booking.status === "confirmed") {
    return { outcome: refused("not_changeable", { detail: "The booking is not cancelled." }) };
  }
  const { appointmentTypeId, productId, agentId } = booking;
  const offer = await reachOffer(desk, caller, undefined, { appointmentTypeId, productId, agentId });
  if (!offer.ok) return { outcome: offer };
  const durationMinutes = booking.end - booking.start;
  await makeRoom(desk, business, offer.value.product, durationMinutes);
  const product = productForDesk(offer.value.product, { durationMinutes });
  const reference = {
    productRef: product.ref,
    agentRef: business.agents.get(agentId)!.ref,
    start: booking.start,
  };
  const now = desk.now();
  const wanted = { offer: { ...offer.value, product }, slot: reference, now, isOverruled: true };
  const basis = await desk.store.decisionBasis(caller.accountId, decisionQuery(wanted));
  const same = basis.sameStart.find((one) => one.participantId === booking.participantId);
  if (same !== undefined) return { outcome: await refuseAsTaken(desk, wanted, same) };
  const claimed = await claimSlot(desk, wanted, basis);
  if (!claimed.ok) return { outcome: claimed };
  const { agent, ...before } = booking;
  const after: BookingRecord = {
    ...before,
    slotId: encodeSlotId(reference, business.slotKey),
    status: "confirmed",
    version: before.version + 1,
  };
  return {
    outcome: done({ ...after, agent }),
    change: {
      accountId: caller.accountId,
      kind: "restored",
      booking: after,
      before,
      claims: claimed.value.claims(booking.id),
      newClients: [],
      expectedConfigurationVersion: business.version,
      expectedVersions: claimed.value.expectedVersions,
      idempotency: undefined,
      actor: caller.actor,
      at: now,
    },
  };
}
