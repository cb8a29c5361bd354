import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { get } from "../../api/client.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { CalendarLink } from "../../parts/calendar-link.tsx";
import { addDays, formatMoment } from "../../time.ts";
import { WHY } from "./texts.ts";

const SHOWN = 3;

/** What can be offered instead: the first free times from that day on. */
export function NextTimes({
  productId,
  agentId,
  date,
  today,
}: {
  readonly productId: string;
  readonly agentId: string | undefined;
  readonly date: string;
  readonly today: string;
}) {
  const t = useTexts(WHY);
  const language = useLanguage();
  // The server looks beyond this moment, and into tomorrow from the last minute of today.
  const after = date > today ? `${addDays(date, -1)}T23:59` : undefined;
  const next = useQuery({
    queryKey: ["availability", "next", productId, agentId, after, "why"],
    queryFn: async ({ signal }) =>
      (
        await get<{ items: { start: string }[] }>(
          "/next-free",
          { productId, agentId, after, limit: SHOWN },
          signal,
        )
      ).data.items,
    placeholderData: (before) => before,
  });
  if (next.data === undefined) return <Text>{next.error ? t("nextUnknown") : "…"}</Text>;
  if (next.data.length === 0) return <Text>{t("noneFree")}</Text>;
  return (
    <Text className="numbers">
      {t("next")}{" "}
      {next.data.map(({ start }, index) => (
        <span key={start}>
          {index === 0 ? "" : " · "}
          <CalendarLink start={start}>{formatMoment(start, language)}</CalendarLink>
        </span>
      ))}
    </Text>
  );
}
