import type { DeskBooking } from "../store/desk-bookings.ts";
import type { Actor, BookingRecord, Store } from "../store/store.ts";

/** What happened to a booking: to its time, or to what the desk has marked it with. */
export interface BookingHappening {
  readonly kind: "created" | "moved" | "cancelled" | "restored" | "missed" | "came" | "noted";
  readonly at: number;
  readonly actor: Actor;
  /** As the booking was from then on. */
  readonly after: Pick<BookingRecord, "start" | "end" | "agentId">;
}

/** Of whose doing nobody reads more. */
const MOST_MARKS = 100;

/** Oldest first. Marks stand in the audit trail, everything else beside the booking. */
export async function bookingHistory(
  store: Pick<Store, "bookingEvents" | "auditEvents">,
  accountId: string,
  { id }: Pick<DeskBooking, "id">,
): Promise<BookingHappening[]> {
  const [events, marks] = await Promise.all([
    store.bookingEvents(accountId, id),
    store.auditEvents(accountId, { subjectId: id, action: "bookings.mark", most: MOST_MARKS }),
  ]);
  const happenings: BookingHappening[] = [...events];
  for (const { at, actor, detail } of marks) {
    const { after } = events.findLast((event) => event.at <= at) ?? events[0]!;
    if (typeof detail.noShow === "boolean")
      happenings.push({ kind: detail.noShow ? "missed" : "came", at, actor, after });
    if (Array.isArray(detail.members) && detail.members.includes("note"))
      happenings.push({ kind: "noted", at, actor, after });
  }
  return happenings.sort((one, other) => one.at - other.at);
}
