import { Title } from "@mantine/core";
import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import type { Entity } from "../../api/queries.ts";
import { useLanguage } from "../../i18n.ts";
import { dateOf, formatDate } from "../../time.ts";
import { BookingList } from "./booking-list.tsx";
import classes from "./paper.module.css";

/** What lies on the desk when the computer is off: the day, or a week day by day. */
export function Paper({
  entity,
  isWeek,
  bookings,
}: {
  readonly entity: Entity;
  /** Days have headings, also where there is only one: the rows do not say the day. */
  readonly isWeek: boolean;
  readonly bookings: readonly Booking[];
}) {
  const language = useLanguage();
  if (!isWeek || bookings.length === 0) {
    return (
      <div className={classes.paper}>
        <BookingList entity={entity} bookings={bookings} />
      </div>
    );
  }
  const days = [...Map.groupBy(bookings, ({ start }) => dateOf(start))];
  return (
    <div className={classes.paper}>
      {days.map(([day, ofDay]) => (
        <section key={day}>
          <Title order={2} fz="sm" mt="sm">
            {formatDate(day, language)}
          </Title>
          <BookingList entity={entity} bookings={ofDay} />
        </section>
      ))}
    </div>
  );
}
