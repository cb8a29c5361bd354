import { Button, CopyButton, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { nameOf } from "../../parts/names.ts";
import { sharedValue } from "../../parts/shared-value.ts";
import { PARTS } from "../../parts/texts.ts";
import { useEntity } from "../../shell/entity.tsx";
import { clockOf, formatDate } from "../../time.ts";
import { CALENDAR } from "./texts.ts";

interface Telling {
  readonly booking: Booking;
  readonly about: "moved" | "cancelled";
}

const telling = sharedValue<Telling | undefined>(undefined);

/** Opens what helps to tell a client of a change. Needs `TellClientModal` on the page. */
export function tellClient(booking: Booking, about: Telling["about"]): void {
  telling.set({ booking, about });
}

export function TellClientModal() {
  const t = useTexts(CALENDAR);
  const parts = useTexts(PARTS);
  const language = useLanguage();
  const { name: business } = useEntity();
  const shown = telling.use();
  if (shown === undefined) return null;
  const { booking, about } = shown;
  const when = `${formatDate(booking.start, language, { weekday: "long", day: "numeric", month: "long" })}, ${clockOf(booking.start)}`;
  const text = t(`tell.${about}`, { business, when });
  const phone = booking.participant.phone ?? booking.booker.phone;
  const number = phone?.replace(/[^\d+]/g, "");
  return (
    <Modal
      opened
      onClose={() => telling.set(undefined)}
      title={t("tell.title", { name: nameOf(booking.participant) })}
      centered
    >
      <Stack>
        <Text size="sm">{t("tell.about")}</Text>
        <Textarea value={text} readOnly autosize aria-label={t("tell.ask")} />
        {number ? null : (
          <Text size="sm" c="dimmed">
            {t("tell.noPhone")}
          </Text>
        )}
        <Group>
          {number ? (
            <>
              <Button component="a" href={`tel:${number}`}>
                {t("tell.call", { phone: phone ?? "" })}
              </Button>
              <Button component="a" variant="default" href={`sms:${number}?body=${encodeURIComponent(text)}`}>
                {t("tell.sms")}
              </Button>
            </>
          ) : null}
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? parts("copied") : t("tell.copy")}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Stack>
    </Modal>
  );
}
