import { Button, Group, SegmentedControl, Skeleton, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useLanguage, useTexts } from "../../i18n.ts";
import { Failed } from "../../parts/states.tsx";
import { formatMoment, localOf } from "../../time.ts";
import { DAY_PARTS, type DayPart, freeTimes } from "./free-times.ts";
import { CALENDAR } from "./texts.ts";

/** The next times that are free from a moment on, to be chosen with one click or key; and those after them. */
export function NextFree({
  productId,
  agentId,
  after,
  bookingId,
  chosen,
  onChoose,
}: {
  readonly productId: string;
  readonly agentId: string | undefined;
  /** Local, without an offset; undefined: from now on. */
  readonly after: string | undefined;
  readonly bookingId?: string | undefined;
  readonly chosen?: string | undefined;
  readonly onChoose: (start: string) => void;
}) {
  const t = useTexts(CALENDAR);
  const language = useLanguage();
  const [part, setPart] = useState<DayPart>("all");
  const free = useInfiniteQuery({
    queryKey: ["availability", "next", productId, agentId, after, bookingId, part],
    queryFn: ({ signal, pageParam }) =>
      freeTimes({ productId, agentId, after: pageParam, bookingId, part }, signal),
    initialPageParam: after,
    getNextPageParam: ({ next }) => next,
  });
  const starts = (free.data?.pages ?? []).flatMap((page) => page.starts.map(localOf));
  return (
    <div>
      <Group justify="space-between" gap="xs" mb={6}>
        <Text size="sm" fw={500}>
          {t("form.nextFree")}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={t("form.partOfDay")}
          value={part}
          onChange={(chosenPart) => setPart(chosenPart as DayPart)}
          data={DAY_PARTS.map((one) => ({ value: one, label: t(`form.parts.${one}`) }))}
        />
      </Group>
      {free.data === undefined ? (
        free.error ? (
          <Failed error={free.error} onRetry={() => void free.refetch()} />
        ) : (
          <Skeleton h={72} />
        )
      ) : starts.length === 0 && !free.hasNextPage ? (
        <Text c="dimmed">{t("form.noneFree")}</Text>
      ) : (
        <Group gap={6} role="group" aria-label={t("form.nextFree")}>
          {starts.map((start) => (
            <Button
              key={start}
              size="compact-sm"
              fw={500}
              variant={chosen === start ? "filled" : "default"}
              aria-pressed={chosen === start}
              onClick={() => onChoose(start)}
              className="numbers"
            >
              {formatMoment(start, language)}
            </Button>
          ))}
          {free.hasNextPage ? (
            <Button
              size="compact-sm"
              variant="subtle"
              loading={free.isFetchingNextPage}
              onClick={() => void free.fetchNextPage()}
            >
              {t("form.later")}
            </Button>
          ) : null}
        </Group>
      )}
    </div>
  );
}
