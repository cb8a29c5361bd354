import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import { useTexts } from "../../i18n.ts";
import { BookingLine } from "../booking-line.tsx";
import { PARTS } from "../texts.ts";
import classes from "./outside-dialog.module.css";
import { OUTSIDE } from "./texts.ts";

export function OutsideDialog({
  bookings,
  onSave,
  onClose,
}: {
  readonly bookings: readonly Booking[];
  readonly onSave: () => void;
  readonly onClose: () => void;
}) {
  const t = useTexts(OUTSIDE);
  const parts = useTexts(PARTS);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      closeOnClickOutside={false}
      title={t("title", { count: bookings.length })}
      closeButtonProps={{ "aria-label": parts("close") }}
    >
      <Stack gap="sm">
        <Text size="sm">{t("about", { count: bookings.length })}</Text>
        <ul className={classes.list} aria-label={t("list")}>
          {bookings.map((booking) => (
            <li key={booking.id}>
              <BookingLine booking={booking} isLinked />
            </li>
          ))}
        </ul>
        <Group justify="flex-end" className={classes.footer!}>
          <Button variant="default" onClick={onClose}>
            {t("back")}
          </Button>
          <Button onClick={onSave}>{t("anyway")}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
