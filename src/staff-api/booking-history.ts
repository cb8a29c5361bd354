import type { DeskBooking, MarkEvent } from "../store/desk-bookings.ts";
import type { BookingEvent, Store } from "../store/store.ts";

/** What happened to a booking: to its time, or to what the desk has marked it with. */
export interface BookingHappening extends Omit<MarkEvent, "kind"> {
  readonly kind: BookingEvent["kind"] | MarkEvent["kind"];
  /** As the booking was from then on. */
  readonly after: BookingEvent["after"];
}

/** Oldest first. */
export async function bookingHistory(
  store: Pick<Store, "bookingEvents" | "bookingMarks">,
  accountId: string,
  { id }: Pick<DeskBooking, "id">,
): Promise<BookingHappening[]> {
  const [events, marks] = await Promise.all([
    store.bookingEvents(accountId, id),
    store.bookingMarks(accountId, id),
  ]);
  const marked = marks.flatMap((mark) => {
    const before = events.findLast(({ after }) => after.version < mark.number);
    return before === undefined ? [] : [{ ...mark, after: before.after }];
  });
  const changed = events.map((event) => ({ ...event, number: event.after.version }));
  return [...changed, ...marked].sort((one, other) => one.number - other.number);
}
