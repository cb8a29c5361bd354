import { Paper, SimpleGrid, Text } from "@mantine/core";
import type { Statistics } from "../../../../src/staff-api/wire-types.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { formatNumber } from "../../time.ts";
import { total } from "./buckets.ts";
import { STATISTICS } from "./texts.ts";

/** The four numbers that are asked for first. */
export function Cards({ days }: { readonly days: Statistics["days"] }) {
  const t = useTexts(STATISTICS);
  const language = useLanguage();
  const calls = total(days, (day) => day.calls);
  const byPhone = total(days, (day) => day.bookedByPhone);
  const booked = byPhone + total(days, (day) => day.bookedAtDesk);
  const noShows = total(days, (day) => day.noShows);
  const share = (part: number) =>
    booked === 0
      ? "–"
      : formatNumber(part / booked, language, { style: "percent", maximumFractionDigits: 1 });
  const cards = [
    { name: t("cards.calls"), value: formatNumber(calls, language), about: t("cards.callsAbout") },
    {
      name: t("cards.bookings"),
      value: formatNumber(booked, language),
      about: t("cards.bookingsAbout", { count: total(days, (day) => day.cancelled) }),
    },
    {
      name: t("cards.byPhone"),
      value: share(byPhone),
      about: t("cards.byPhoneAbout", { count: byPhone, all: booked }),
    },
    {
      name: t("cards.noShows"),
      value: share(noShows),
      about: t("cards.noShowsAbout", { count: noShows, all: booked }),
    },
  ];
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
      {cards.map(({ name, value, about }) => (
        <Paper key={name} withBorder p="sm">
          <Text size="sm">{name}</Text>
          <Text fz={28} fw={700} lh={1.3} className="numbers">
            {value}
          </Text>
          <Text size="xs" c="dimmed">
            {about}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
