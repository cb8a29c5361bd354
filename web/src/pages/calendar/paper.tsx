import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import type { Entity } from "../../api/queries.ts";
import { useLanguage } from "../../i18n.ts";
import { dateOf, formatDate } from "../../time.ts";
import { type BookingGroup, PrintedList } from "./booking-list.tsx";
import type { Column } from "./columns.ts";
import classes from "./paper.module.css";

/** What lies on the desk when the computer is off: everybody's day person by person, or somebody's week day by day. */
export function Paper({
  entity,
  isWeek,
  columns,
  bookings,
}: {
  readonly entity: Entity;
  readonly isWeek: boolean;
  /** Whose appointments are printed. */
  readonly columns: readonly Column[];
  readonly bookings: readonly Booking[];
}) {
  const language = useLanguage();
  const groups: BookingGroup[] = isWeek
    ? [...Map.groupBy(bookings, ({ start }) => dateOf(start))].map(([day, ofDay]) => ({
        heading: formatDate(day, language),
        bookings: ofDay,
      }))
    : columns.map(({ id, name }) => ({
        heading: name,
        bookings: bookings.filter(({ agentId }) => agentId === id),
      }));
  return (
    <div className={classes.paper}>
      <PrintedList entity={entity} groups={groups.filter((group) => group.bookings.length > 0)} />
    </div>
  );
}
