import type { Outcome } from "../booking/outcome.ts";
import type { Business } from "../scheduling/business.ts";
import type { DeskBooking } from "../store/desk-bookings.ts";
import { audit } from "./audit.ts";
import { bookingJson, bookingTag } from "./booking-wire.ts";
import { problemOf } from "./problems.ts";
import { answer, refuse, type StaffAnswer, type StaffRequest } from "./route.ts";
import { reachesAgent } from "./staff.ts";

export type Asked = StaffRequest<unknown, unknown, unknown>;

export interface Reached {
  readonly ok: true;
  readonly booking: DeskBooking;
  readonly business: Business;
}

/** A change by a use case: it answers the booking as it is then. */
export async function change(
  request: Asked,
  action: string,
  bookingId: string,
  work: (reached: Reached) => Promise<Outcome<unknown> | (StaffAnswer & { ok: false })>,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<StaffAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    const reached = await reach(request, bookingId);
    if (!reached.ok) return reached.answer;
    const seen = bookingTag(reached.booking);
    if (!request.hasSeen(seen)) return refuse("changed_meanwhile");
    const changed = await work(reached);
    const now = await reach(request, bookingId);
    if (!now.ok) return now.answer;
    const isOther = bookingTag(now.booking) !== seen;
    if (changed.ok) {
      // What was so already is no event.
      if (isOther) await audit(request, action, bookingId, detail);
      return answerOf(now);
    }
    // Somebody else was faster: who has not seen that hears of it, whoever changes it in any case does so now.
    if (!isOther) return "problem" in changed ? changed : { ok: false, problem: problemOf(changed) };
    const hasSeenThat = request.hasSeen(bookingTag(now.booking));
    if (!hasSeenThat || attempt === MOST_ATTEMPTS) return refuse("changed_meanwhile");
  }
}

const MOST_ATTEMPTS = 10;

export async function answerBooking(request: Asked, bookingId: string): Promise<StaffAnswer> {
  const reached = await reach(request, bookingId);
  return reached.ok ? answerOf(reached) : reached.answer;
}

function answerOf({ booking, business }: Reached): StaffAnswer {
  return answer(bookingJson(booking, business), { etag: bookingTag(booking) });
}

/** The booking and its entity; one that the sender may not reach is answered as one that never existed. */
export async function reach(
  request: Asked,
  bookingId: string,
): Promise<Reached | { readonly ok: false; readonly answer: StaffAnswer }> {
  const { api, staff } = request;
  const booking = await api.desk.store.deskBooking(staff.accountId, bookingId);
  const business =
    booking === undefined || !reachesAgent(staff, booking.agentId)
      ? undefined
      : await businessOf(request, booking.entityId);
  if (booking === undefined || business === undefined) {
    return { ok: false, answer: refuse("not_found", { detail: "There is no such booking." }) };
  }
  return { ok: true, booking, business };
}

export async function businessOf({ api, staff }: Asked, entityId: string): Promise<Business | undefined> {
  return await api.desk.store.business(staff.accountId, entityId);
}
