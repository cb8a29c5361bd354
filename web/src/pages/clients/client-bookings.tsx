import { Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import { useMe } from "../../api/queries.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { CalendarLink } from "../../parts/calendar-link.tsx";
import { agentName, nameOf } from "../../parts/names.ts";
import { useNames } from "../../parts/use-names.ts";
import { clockOf, formatDate, formatInstant } from "../../time.ts";
import classes from "./clients.module.css";
import { CLIENTS } from "./texts.ts";

/** Shown of the past before somebody asks for more. */
const FIRST_PAST = 10;

export function ClientBookings({
  clientId,
  bookings,
}: {
  readonly clientId: string;
  /** Latest first. */
  readonly bookings: readonly Booking[];
}) {
  const t = useTexts(CLIENTS);
  const [isAllShown, setAllShown] = useState(false);
  const now = Date.now();
  const isPast = ({ end, status }: Booking) => Date.parse(end) <= now || status === "cancelled";
  const coming = bookings.filter((one) => !isPast(one)).reverse();
  const past = bookings.filter(isPast);
  const shown = isAllShown ? past : past.slice(0, FIRST_PAST);
  return (
    <>
      <Paper withBorder p="md" component="section" className={classes.coming!}>
        <Title order={2} fz="h4" mb="xs">
          {t("coming")}
        </Title>
        {coming.length === 0 ? <Text c="dimmed">{t("noneComing")}</Text> : null}
        <Lines clientId={clientId} bookings={coming} />
      </Paper>
      <Paper withBorder p="md" component="section">
        <Title order={2} fz="h4" mb="xs">
          {t("past")}
        </Title>
        {past.length === 0 ? <Text c="dimmed">{t("nonePast")}</Text> : null}
        <Lines clientId={clientId} bookings={shown} />
        {shown.length < past.length ? (
          <Button variant="subtle" size="compact-sm" mt="sm" onClick={() => setAllShown(true)}>
            {t("showAll", { count: past.length })}
          </Button>
        ) : null}
      </Paper>
    </>
  );
}

export function Lines({
  clientId,
  bookings,
}: {
  readonly clientId: string;
  readonly bookings: readonly Booking[];
}) {
  return (
    <Stack gap="sm" component="ul" m={0} p={0} style={{ listStyle: "none" }}>
      {bookings.map((booking) => (
        <li key={booking.id}>
          <Line clientId={clientId} booking={booking} />
        </li>
      ))}
    </Stack>
  );
}

function Line({ clientId, booking }: { readonly clientId: string; readonly booking: Booking }) {
  const t = useTexts(CLIENTS);
  const language = useLanguage();
  const { access } = useMe();
  const names = useNames();
  const { booker, participant, status, noShow, note, source, callId } = booking;
  const isCancelled = status === "cancelled";
  const date = formatDate(booking.start, language, {
    weekday: "short",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
  });
  const made = formatInstant(booking.createdAt, names.zone(booking.entityId), language);
  const maySeeCalls = access === "owner" || access === "desk";
  return (
    <Stack gap={0}>
      <Group gap="xs" className="numbers">
        <CalendarLink
          start={booking.start}
          bookingId={booking.id}
          {...(isCancelled ? { td: "line-through" } : {})}
          fw={600}
        >
          {date}, {clockOf(booking.start)}–{clockOf(booking.end)}
        </CalendarLink>
        {isCancelled ? (
          <Badge color="gray" variant="outline" tt="none">
            {t("cancelled")}
          </Badge>
        ) : null}
        {noShow ? (
          <Badge color="red" variant="light" tt="none">
            ⊘ {t("noShow")}
          </Badge>
        ) : null}
      </Group>
      <Text size="sm">
        {names.product(booking.productId) ?? booking.name}, {agentName(booking.agent)}
        {participant.id === clientId ? null : `, ${t("attends", { name: nameOf(participant) })}`}
        {booker.id === clientId ? null : `, ${t("bookedBy", { name: nameOf(booker) })}`}
      </Text>
      {note === null ? null : <Text size="sm">✎ {note}</Text>}
      <Text size="xs" c="dimmed">
        {t(source === "phone" ? "madeByPhone" : "madeAtDesk", { when: made })}
        {isCancelled
          ? ` · ${t("cancelledOn", { when: formatInstant(booking.updatedAt, names.zone(booking.entityId), language) })}`
          : null}
        {callId === null || !maySeeCalls ? null : (
          <>
            {" · "}
            <Anchor component={Link} to={`/calls/${encodeURIComponent(callId)}`} size="xs">
              {t("toCall")}
            </Anchor>
          </>
        )}
      </Text>
    </Stack>
  );
}
