import { ActionIcon, Button, Group, Paper, Text } from "@mantine/core";
import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { nameOf } from "../../parts/names.ts";
import { PARTS } from "../../parts/texts.ts";
import { formatMoment } from "../../time.ts";
import { unpark, useParked } from "./parking.ts";
import { CALENDAR } from "./texts.ts";

/** What the next click on a free time does. */
export interface Placing {
  readonly kind: "move" | "copy";
  readonly booking: Booking;
}

export function ParkedTray({
  placing,
  onPlace,
}: {
  readonly placing: Placing | undefined;
  readonly onPlace: (placing: Placing | undefined) => void;
}) {
  const t = useTexts(CALENDAR);
  const parts = useTexts(PARTS);
  const language = useLanguage();
  const parked = useParked();
  if (parked.length === 0 && placing === undefined) return null;
  return (
    <Paper
      className="no-print"
      radius={0}
      px="sm"
      py={6}
      bg="var(--mantine-color-brand-light)"
      role="region"
      aria-label={t("parked.title")}
    >
      <Group gap="xs">
        {placing === undefined ? (
          <Text size="sm" fw={600} title={t("parked.about")}>
            {t("parked.title")}:
          </Text>
        ) : (
          <>
            <Text size="sm" fw={600} role="status">
              {t(placing.kind === "move" ? "parked.placing" : "parked.copying", {
                name: nameOf(placing.booking.participant),
              })}
            </Text>
            <Button size="compact-sm" variant="default" onClick={() => onPlace(undefined)}>
              {placing.kind === "move" ? parts("cancel") : t("parked.end")}
            </Button>
          </>
        )}
        {parked.map((booking) => (
          <Group key={booking.id} gap={2} wrap="nowrap">
            <Button
              size="compact-sm"
              variant={placing?.booking.id === booking.id ? "filled" : "white"}
              onClick={() => onPlace({ kind: "move", booking })}
            >
              {nameOf(booking.participant)} · {booking.name} · {formatMoment(booking.start, language)}
            </Button>
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={`${t("parked.forget")}: ${nameOf(booking.participant)}`}
              onClick={() => unpark(booking.id)}
            >
              ✕
            </ActionIcon>
          </Group>
        ))}
      </Group>
    </Paper>
  );
}
