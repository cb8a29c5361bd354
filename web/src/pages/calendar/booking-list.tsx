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

/** Appointments as a table, for reading, for the telephone's small screen, and for paper. */
export function BookingList({
  entity,
  bookings,
  onOpen,
}: {
  readonly entity: Entity;
  readonly bookings: readonly Booking[];
  /** Undefined: on paper, where nothing opens. */
  readonly onOpen?: (bookingId: string) => void;
}) {
  const t = useTexts(CALENDAR);
  if (bookings.length === 0) return <Empty>{t("emptyList")}</Empty>;
  const products = new Map(offersOf(entity).map((product) => [product.id, product.name]));
  const isPaper = onOpen === undefined;
  const table = (
    <Table striped={!isPaper} highlightOnHover={!isPaper} className="numbers" fz={isPaper ? "xs" : "sm"}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("time")}</Table.Th>
          <Table.Th>{t("client")}</Table.Th>
          <Table.Th>{t("service")}</Table.Th>
          <Table.Th>{t("withWhom")}</Table.Th>
          <Table.Th>{t("phone")}</Table.Th>
          <Table.Th>{t("note")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {bookings.map((booking) => {
          const isCancelled = booking.status === "cancelled";
          const name = nameOf(booking.participant);
          return (
            <Table.Tr key={booking.id}>
              <Table.Td className={classes.whole!}>
                {clockOf(booking.start)}–{clockOf(booking.end)}
              </Table.Td>
              <Table.Td>
                {isPaper ? (
                  name
                ) : (
                  <Anchor
                    component="button"
                    type="button"
                    fz="sm"
                    ta="left"
                    td={isCancelled ? "line-through" : undefined}
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
              <Table.Td>{products.get(booking.productId) ?? booking.name}</Table.Td>
              <Table.Td>{agentName(booking.agent)}</Table.Td>
              <Table.Td className={classes.whole!}>
                {booking.participant.phoneShown ?? booking.booker.phoneShown ?? "–"}
              </Table.Td>
              <Table.Td>{booking.note ?? ""}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
  // What scrolls would be cut on paper.
  return isPaper ? (
    table
  ) : (
    <Table.ScrollContainer minWidth={620} type="native">
      {table}
    </Table.ScrollContainer>
  );
}
