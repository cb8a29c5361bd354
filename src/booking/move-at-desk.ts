import type { Minute } from "../scheduling/range.ts";
import { encodeSlotId } from "../scheduling/slot-id.ts";
import type { BookingWithAgent } from "../store/store.ts";
import { makeRoom, NOT_PERFORMED, performs } from "./book-at-desk.ts";
import { reachBooking } from "./changeable.ts";
import type { Caller, Desk } from "./desk.ts";
import { move } from "./move.ts";
import { done, type Outcome, refused } from "./outcome.ts";

export interface MoveAtDesk {
  readonly bookingId: string;
  /** Undefined: it stays with its agent. */
  readonly agentId: string | undefined;
  readonly start: Minute;
  /** Undefined: it stays as long as it is. */
  readonly durationMinutes: number | undefined;
  readonly isOverruled: boolean;
  /** The version that the desk has seen. */
  readonly seenVersion: number;
}

/** Moves a booking to any free minute, to another agent, or to another length. */
export async function moveAtDesk(
  desk: Desk,
  caller: Caller,
  wish: MoveAtDesk,
): Promise<Outcome<BookingWithAgent>> {
  const reached = await reachBooking(desk, caller, undefined, wish.bookingId);
  if (!reached.ok) return reached;
  const { booking, business } = reached.value;
  const product = business.products.get(booking.productId);
  if (product === undefined) return refused("unknown_product");
  const agent = business.agents.get(wish.agentId ?? booking.agentId);
  if (agent === undefined) return refused("unknown_agent");
  const durationMinutes = wish.durationMinutes ?? booking.end - booking.start;
  const staysAsItIs =
    booking.version === wish.seenVersion &&
    booking.status === "confirmed" &&
    wish.start === booking.start &&
    agent.id === booking.agentId &&
    durationMinutes === booking.end - booking.start;
  if (staysAsItIs) return done(booking);
  if (!performs(agent, product, business)) return refused("invalid_request", NOT_PERFORMED);
  await makeRoom(desk, business, product, durationMinutes);
  const reference = { productRef: product.ref, agentRef: agent.ref, start: wish.start };
  const slotIdNew = encodeSlotId(reference, business.slotKey);
  const moved = await move(desk, caller, {
    bookingId: booking.id,
    slotIdOld: booking.slotId,
    slotIdNew,
    start: business.zone.format(wish.start),
    idempotency: undefined,
    desk: { durationMinutes, isOverruled: wish.isOverruled },
    seenVersion: wish.seenVersion,
  });
  return moved.ok ? done(moved.value.booking) : moved;
}
