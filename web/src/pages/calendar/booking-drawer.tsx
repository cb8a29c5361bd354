import { Alert, Anchor, Badge, Button, Drawer, Group, NumberInput, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import { get } from "../../api/client.ts";
import { useMe } from "../../api/queries.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { agentName, nameOf } from "../../parts/names.ts";
import { phoneOf } from "../../parts/phone.ts";
import { Loaded } from "../../parts/states.tsx";
import { PARTS } from "../../parts/texts.ts";
import { UnsavedAround, useUnsaved } from "../../parts/unsaved.tsx";
import { useEntity } from "../../shell/entity.tsx";
import { clockOf, formatDate, localOf, minutesBetween } from "../../time.ts";
import { BookingHistory } from "./booking-history.tsx";
import { BookingNote } from "./booking-note.tsx";
import { bookingSigns } from "./booking-signs.ts";
import { useQuestion } from "./confirm.ts";
import { offersOf } from "./offers.ts";
import { CALENDAR } from "./texts.ts";
import { useBookingChanges } from "./use-booking-changes.tsx";

export function BookingDrawer({
  bookingId,
  mayEdit,
  onClose,
  onMove,
  onPark,
  onCopy,
  onCreate,
}: {
  readonly bookingId: string | undefined;
  readonly mayEdit: boolean;
  readonly onClose: () => void;
  readonly onMove: (booking: Booking) => void;
  readonly onPark: (booking: Booking) => void;
  readonly onCopy: (booking: Booking) => void;
  /** Enters another one in the time of one that is cancelled. */
  readonly onCreate: (booking: Booking) => void;
}) {
  const parts = useTexts(PARTS);
  const unsaved = useUnsaved(onClose);
  const isAsking = useQuestion() !== undefined || unsaved.isAsking;
  const { guard } = unsaved.around;
  const booking = useQuery({
    queryKey: ["booking", bookingId],
    queryFn: async ({ signal }) => (await get<Booking>(`/bookings/${bookingId}`, {}, signal)).data,
    enabled: bookingId !== undefined,
  });
  const title = booking.data === undefined ? "" : nameOf(booking.data.participant);
  return (
    <>
      <Drawer
        opened={bookingId !== undefined}
        onClose={unsaved.around.close}
        position="right"
        title={title}
        closeOnEscape={!isAsking}
        closeButtonProps={{ "aria-label": parts("close") }}
        overlayProps={{ backgroundOpacity: 0.25 }}
        size="md"
      >
        <UnsavedAround value={unsaved.around}>
          <Loaded query={booking}>
            {(data) => (
              <Details
                key={data.id}
                booking={data}
                mayEdit={mayEdit}
                onMove={(one) => guard(() => onMove(one))}
                onPark={(one) => guard(() => onPark(one))}
                onCopy={(one) => guard(() => onCopy(one))}
                onCreate={(one) => guard(() => onCreate(one))}
              />
            )}
          </Loaded>
        </UnsavedAround>
      </Drawer>
      {unsaved.question}
    </>
  );
}

function Details({
  booking,
  mayEdit,
  onMove,
  onPark,
  onCopy,
  onCreate,
}: {
  readonly booking: Booking;
  readonly mayEdit: boolean;
  readonly onMove: (booking: Booking) => void;
  readonly onPark: (booking: Booking) => void;
  readonly onCopy: (booking: Booking) => void;
  readonly onCreate: (booking: Booking) => void;
}) {
  const t = useTexts(CALENDAR);
  const language = useLanguage();
  const me = useMe();
  const entity = useEntity();
  const changes = useBookingChanges();
  const product = offersOf(entity).find(({ id }) => id === booking.productId);
  const minutes = minutesBetween(booking.start, booking.end);
  const isConfirmed = booking.status === "confirmed";
  // Who is still to come may yet.
  const hasBegun = Date.parse(booking.start) <= Date.now();
  const { participant, booker } = booking;
  const phone = phoneOf(booking);
  return (
    <Stack>
      {isConfirmed ? null : <Alert color="gray">{t("cancelled")}</Alert>}
      <Stack gap={2}>
        <Text fw={600} fz="lg" className="numbers">
          {formatDate(booking.start, language, { weekday: "long", day: "numeric", month: "long" })},{" "}
          {clockOf(booking.start)}–{clockOf(booking.end)}
        </Text>
        <Text>
          {product?.name ?? booking.name} · {agentName(booking.agent)} ·{" "}
          {t("booking.minutes", { count: minutes })}
        </Text>
        {phone === undefined ? null : (
          <Text>
            <Anchor href={`tel:${phone.dialled}`}>{phone.shown}</Anchor>
          </Text>
        )}
        {booker.id === participant.id ? null : (
          <Text size="sm" c="dimmed">
            {t("booking.bookedBy", { name: nameOf(booker) })}
          </Text>
        )}
      </Stack>
      <Group gap={6}>
        {bookingSigns({ ...booking, status: "confirmed" }).map(({ sign, name }) => (
          <Badge key={name} variant="default" tt="none">
            {sign} {t(name)}
          </Badge>
        ))}
        {booking.source === "desk" ? (
          <Badge variant="default" tt="none">
            {t("booking.atDesk")}
          </Badge>
        ) : null}
      </Group>
      <Group gap="xs">
        {me.access === "readonly" ? null : (
          <Button
            component={Link}
            to={`/clients/${participant.id}`}
            variant="default"
            size="sm"
            leftSection={<Icon name="people" size={16} />}
          >
            {t("booking.openClient")}
          </Button>
        )}
        {booking.callId !== null && (me.access === "owner" || me.access === "desk") ? (
          <Button
            component={Link}
            to={`/calls/${encodeURIComponent(booking.callId)}`}
            variant="default"
            size="sm"
            leftSection={<Icon name="phone" size={16} />}
          >
            {t("booking.call")}
          </Button>
        ) : null}
      </Group>
      {mayEdit ? (
        <Group gap="xs">
          {isConfirmed ? (
            <>
              <Button size="sm" onClick={() => onMove(booking)}>
                {t("booking.move")}
              </Button>
              <Button size="sm" variant="default" onClick={() => onPark(booking)}>
                {t("booking.park")}
              </Button>
              <Button size="sm" variant="default" onClick={() => onCopy(booking)}>
                {t("booking.copy")}
              </Button>
              {booking.noShow || hasBegun ? (
                <Button
                  size="sm"
                  variant="default"
                  onClick={() => void changes.mark(booking, { noShow: !booking.noShow })}
                >
                  {t(booking.noShow ? "booking.cameAfterAll" : "booking.noShow")}
                </Button>
              ) : null}
              <Button size="sm" variant="light" color="red" onClick={() => void changes.cancel(booking)}>
                {t("booking.cancel")}
              </Button>
            </>
          ) : (
            <>
              <Button size="sm" onClick={() => void changes.restore(booking)}>
                {t("booking.restore")}
              </Button>
              <Button size="sm" variant="default" onClick={() => onCreate(booking)}>
                {t("booking.createHere")}
              </Button>
              <Button size="sm" variant="default" onClick={() => onCopy(booking)}>
                {t("booking.copy")}
              </Button>
            </>
          )}
        </Group>
      ) : null}
      {mayEdit && isConfirmed ? (
        <Length key={`${booking.version}`} booking={booking} minutes={minutes} />
      ) : null}
      <BookingNote booking={booking} mayEdit={mayEdit} />
      <BookingHistory booking={booking} />
    </Stack>
  );
}

/** Dragging the edge, for who has no mouse. */
function Length({ booking, minutes }: { readonly booking: Booking; readonly minutes: number }) {
  const t = useTexts(CALENDAR);
  const parts = useTexts(PARTS);
  const changes = useBookingChanges();
  const [length, setLength] = useState<number | string>(minutes);
  const isChanged = typeof length === "number" && length !== minutes && length > 0;
  return (
    <Group align="flex-end" gap="xs">
      <NumberInput
        label={t("booking.longer")}
        value={length}
        onChange={setLength}
        min={1}
        max={1440}
        step={5}
        w={150}
      />
      {isChanged ? (
        <Button
          variant="default"
          onClick={() =>
            void changes.move(booking, { start: localOf(booking.start), durationMinutes: length })
          }
        >
          {parts("save")}
        </Button>
      ) : null}
    </Group>
  );
}
