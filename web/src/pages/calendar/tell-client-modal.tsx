import { Button, CopyButton, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useLanguage, useTexts } from "../../i18n.ts";
import { nameOf } from "../../parts/names.ts";
import { phoneOf } from "../../parts/phone.ts";
import { PARTS } from "../../parts/texts.ts";
import { useEntity } from "../../shell/entity.tsx";
import { clockOf, formatDate } from "../../time.ts";
import { stopTelling, type Telling } from "./tell-client.ts";
import { CALENDAR } from "./texts.ts";

export function TellClientModal({ telling: shown }: { readonly telling: Telling | undefined }) {
  const t = useTexts(CALENDAR);
  const parts = useTexts(PARTS);
  const language = useLanguage();
  const { name: business } = useEntity();
  if (shown === undefined) return null;
  const { booking, about } = shown;
  const when = `${formatDate(booking.start, language, { weekday: "long", day: "numeric", month: "long" })}, ${clockOf(booking.start)}`;
  const text = t(`tell.${about}`, { business, when });
  const phone = phoneOf(booking);
  return (
    <Modal
      opened
      onClose={stopTelling}
      title={t("tell.title", { name: nameOf(booking.participant) })}
      centered
    >
      <Stack>
        <Text size="sm">{t("tell.about")}</Text>
        <Textarea value={text} readOnly autosize aria-label={t("tell.ask")} />
        {phone ? null : (
          <Text size="sm" c="dimmed">
            {t("tell.noPhone")}
          </Text>
        )}
        <Group>
          {phone ? (
            <>
              <Button component="a" href={`tel:${phone.dialled}`}>
                {t("tell.call", { phone: phone.shown })}
              </Button>
              <Button
                component="a"
                variant="default"
                href={`sms:${phone.dialled}?body=${encodeURIComponent(text)}`}
              >
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
