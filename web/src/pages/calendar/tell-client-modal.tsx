import { Button, CopyButton, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useLanguage, useTexts } from "../../i18n.ts";
import { agentName, nameOf } from "../../parts/names.ts";
import { phoneOf } from "../../parts/phone.ts";
import { PARTS } from "../../parts/texts.ts";
import { useEntity } from "../../shell/entity.tsx";
import { clockOf, formatDate } from "../../time.ts";
import { offersOf } from "./offers.ts";
import { stopTelling, type Telling } from "./tell-client.ts";
import { CALENDAR } from "./texts.ts";

export function TellClientModal({ telling: shown }: { readonly telling: Telling | undefined }) {
  const t = useTexts(CALENDAR);
  const parts = useTexts(PARTS);
  const language = useLanguage();
  const entity = useEntity();
  const { name: business } = entity;
  if (shown === undefined) return null;
  const { booking, about, isWithOther } = shown;
  const text = t(`tell.${about}`, {
    business,
    service: offersOf(entity).find(({ id }) => id === booking.productId)?.name ?? booking.name,
    when: t("tell.when", {
      day: formatDate(booking.start, language, { weekday: "long", day: "numeric", month: "long" }),
      time: clockOf(booking.start),
    }),
    withWhom: isWithOther ? t("tell.withWhom", { agent: agentName(booking.agent) }) : "",
  });
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
