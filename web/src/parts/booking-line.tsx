import { Text } from "@mantine/core";
import type { Booking } from "../../../src/staff-api/wire-types.ts";
import { texts, useLanguage, useTexts } from "../i18n.ts";
import { formatMoment } from "../time.ts";
import { CalendarLink } from "./calendar-link.tsx";
import { agentName, nameOf } from "./names.ts";

const BOOKING_LINE = texts("booking-line", { isNew: "neuer Kunde" }, { isNew: "new client" });

/** When, who and what an appointment is, where several are listed to be dealt with. */
export function BookingLine({
  booking,
  isLinked = false,
}: {
  readonly booking: Booking;
  /** Leads to it in the calendar, in a window of its own: what is typed here stays. */
  readonly isLinked?: boolean;
}) {
  const t = useTexts(BOOKING_LINE);
  const language = useLanguage();
  const title = `${formatMoment(booking.start, language)} · ${nameOf(booking.participant)}`;
  return (
    <>
      {isLinked ? (
        <CalendarLink start={booking.start} bookingId={booking.id} isNewWindow fw={600} className="numbers">
          {title}
        </CalendarLink>
      ) : (
        <Text fw={600} className="numbers">
          {title}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {booking.name} · {agentName(booking.agent)}
        {booking.isNewClient ? ` · ${t("isNew")}` : ""}
        {booking.note === null ? "" : ` · ${booking.note}`}
      </Text>
    </>
  );
}
