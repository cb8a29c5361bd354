import { Anchor, Table } from "@mantine/core";
import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import type { Entity } from "../../api/queries.ts";
import { useTexts } from "../../i18n.ts";
import { agentName, nameOf } from "../../parts/names.ts";
import { Empty } from "../../parts/states.tsx";
import { clockOf } from "../../time.ts";
import classes from "./booking-list.module.css";
import { bookingSigns } from "./booking-signs.ts";
import { offersOf } from "./offers.ts";
import { CALENDAR } from "./texts.ts";

/** Appointments as a table, for reading and for the telephone's small screen, where each row becomes a few lines. */
export function BookingList({
  entity,
  bookings,
  onOpen,
}: {
  readonly entity: Entity;
  readonly bookings: readonly Booking[];
  readonly onOpen: (bookingId: string) => void;
}) {
  const t = useTexts(CALENDAR);
  if (bookings.length === 0) return <Empty>{t("emptyList")}</Empty>;
  return (
    <Table striped highlightOnHover className={`${classes.list} numbers`}>
      <Heads isOfOne={false} />
      <Table.Tbody>
        <Rows entity={entity} bookings={bookings} isOfOne={false} onOpen={onOpen} />
      </Table.Tbody>
    </Table>
  );
}

/** What the rows below a heading have in common. */
export interface BookingGroup {
  readonly heading: string;
  readonly bookings: readonly Booking[];
}

/** The same on paper: one table, so that the columns stand below each other in all groups. */
export function PrintedList({
  entity,
  groups,
}: {
  readonly entity: Entity;
  readonly groups: readonly BookingGroup[];
}) {
  const t = useTexts(CALENDAR);
  if (groups.length === 0) return <Empty>{t("emptyList")}</Empty>;
  return (
    <Table fz="xs" className="numbers">
      <Heads isOfOne />
      {groups.map(({ heading, bookings }) => (
        <Table.Tbody key={heading}>
          <Table.Tr>
            <Table.Th colSpan={5} scope="rowgroup" className={classes.group!}>
              {heading} · {t("count", { count: bookings.length })}
            </Table.Th>
          </Table.Tr>
          <Rows entity={entity} bookings={bookings} isOfOne />
        </Table.Tbody>
      ))}
    </Table>
  );
}

function Heads({ isOfOne }: { readonly isOfOne: boolean }) {
  const t = useTexts(CALENDAR);
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th>{t("time")}</Table.Th>
        <Table.Th>{t("client")}</Table.Th>
        <Table.Th>{t("service")}</Table.Th>
        {isOfOne ? null : <Table.Th>{t("withWhom")}</Table.Th>}
        <Table.Th>{t("phone")}</Table.Th>
        <Table.Th>{t("note")}</Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}

function Rows({
  entity,
  bookings,
  isOfOne,
  onOpen,
}: {
  readonly entity: Entity;
  readonly bookings: readonly Booking[];
  /** Whose they are stands above them. */
  readonly isOfOne: boolean;
  /** Undefined: on paper, where nothing opens. */
  readonly onOpen?: (bookingId: string) => void;
}) {
  const t = useTexts(CALENDAR);
  const products = new Map(offersOf(entity).map((product) => [product.id, product.name]));
  return bookings.map((booking) => {
    const name = nameOf(booking.participant);
    return (
      <Table.Tr key={booking.id}>
        <Table.Td className={classes.time!}>
          {clockOf(booking.start)}–{clockOf(booking.end)}
        </Table.Td>
        <Table.Td className={classes.client!}>
          {onOpen === undefined ? (
            name
          ) : (
            <Anchor
              component="button"
              type="button"
              fz="sm"
              ta="left"
              td={booking.status === "cancelled" ? "line-through" : undefined}
              onClick={() => onOpen(booking.id)}
            >
              {name}
            </Anchor>
          )}{" "}
          {bookingSigns(booking).map(({ sign, name: word }) => (
            <span key={word} role="img" title={t(word)} aria-label={t(word)}>
              {sign}{" "}
            </span>
          ))}
        </Table.Td>
        <Table.Td className={classes.more!}>{products.get(booking.productId) ?? booking.name}</Table.Td>
        {isOfOne ? null : <Table.Td className={classes.more!}>{agentName(booking.agent)}</Table.Td>}
        <Table.Td className={`${classes.more} ${classes.phone}`}>
          {booking.participant.phoneShown ?? booking.booker.phoneShown ?? "–"}
        </Table.Td>
        <Table.Td className={classes.more!}>{booking.note ?? ""}</Table.Td>
      </Table.Tr>
    );
  });
}
