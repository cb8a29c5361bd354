import { Button, Group, Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { get } from "../../api/client.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { Failed } from "../../parts/states.tsx";
import { formatMoment, localOf } from "../../time.ts";
import { CALENDAR } from "./texts.ts";

export interface FreeTime {
  readonly start: string;
  readonly agentId: string | null;
}

/** The next times that are free after a moment, to be chosen with one click or key. */
export function NextFree({
  productId,
  agentId,
  after,
  bookingId,
  limit = 8,
  chosen,
  onChoose,
}: {
  readonly productId: string;
  readonly agentId: string | undefined;
  /** Local, without an offset; undefined: from now on. */
  readonly after: string | undefined;
  readonly bookingId?: string | undefined;
  readonly limit?: number;
  readonly chosen?: string | undefined;
  readonly onChoose: (start: string) => void;
}) {
  const t = useTexts(CALENDAR);
  const language = useLanguage();
  const free = useQuery({
    queryKey: ["availability", "next", productId, agentId, after, bookingId, limit],
    queryFn: async ({ signal }) =>
      (
        await get<{ items: FreeTime[] }>(
          "/next-free",
          { productId, agentId, after, bookingId, limit },
          signal,
        )
      ).data.items,
  });
  if (free.error) return <Failed error={free.error} onRetry={() => void free.refetch()} />;
  if (free.data === undefined) return <Skeleton h={72} />;
  if (free.data.length === 0) return <Text c="dimmed">{t("form.noneFree")}</Text>;
  return (
    <Group gap={6} role="group" aria-label={t("form.nextFree")}>
      {free.data.map(({ start }) => (
        <Button
          key={start}
          size="compact-sm"
          fw={500}
          variant={chosen === localOf(start) ? "filled" : "default"}
          aria-pressed={chosen === localOf(start)}
          onClick={() => onChoose(localOf(start))}
          className="numbers"
        >
          {formatMoment(start, language)}
        </Button>
      ))}
    </Group>
  );
}
