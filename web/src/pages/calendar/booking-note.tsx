import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import { useTexts } from "../../i18n.ts";
import { Overtaken } from "../../parts/overtaken.tsx";
import { PARTS } from "../../parts/texts.ts";
import { useReportUnsaved } from "../../parts/unsaved.tsx";
import { useTypedOver } from "../../parts/use-typed-over.ts";
import { CALENDAR } from "./texts.ts";
import { useBookingChanges } from "./use-booking-changes.tsx";

/** What the desk writes down about an appointment. */
export function BookingNote({ booking, mayEdit }: { readonly booking: Booking; readonly mayEdit: boolean }) {
  const t = useTexts(CALENDAR);
  const parts = useTexts(PARTS);
  const changes = useBookingChanges();
  const stored = booking.note ?? "";
  const { text: note, isChanged, isOvertaken, type, forget } = useTypedOver(stored);
  useReportUnsaved(isChanged);
  if (!mayEdit)
    return booking.note === null ? null : <Text style={{ whiteSpace: "pre-wrap" }}>{booking.note}</Text>;
  const save = async () => {
    if (await changes.mark(booking, { note: note.trim() || null })) forget();
  };
  return (
    <Stack gap={6} align="flex-start">
      <Textarea
        label={t("note")}
        value={note}
        onChange={(event) => type(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={2000}
        w="100%"
      />
      {isOvertaken ? <Overtaken stored={stored} /> : null}
      {isChanged ? (
        <Group gap="xs">
          <Button size="xs" onClick={() => void save()}>
            {t("booking.saveNote")}
          </Button>
          <Button size="xs" variant="default" onClick={forget}>
            {parts("discard")}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}
