import { Button, Group, Select, Stack, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Call, Page as PageOf } from "../../../../src/staff-api/wire-types.ts";
import { get } from "../../api/client.ts";
import { useTexts } from "../../i18n.ts";
import { Page } from "../../parts/page.tsx";
import { OUTCOMES, REFUSALS } from "../../parts/protocol-texts.ts";
import { Empty, Failed, Loaded } from "../../parts/states.tsx";
import { useProtocolWords } from "../../parts/use-protocol-words.ts";
import { CallTable } from "./call-table.tsx";
import { CALLS } from "./texts.ts";

const PAGE_SIZE = 50;

/** What the bots did on the telephone, newest first; new calls appear by themselves. */
export function CallsPage() {
  const t = useTexts(CALLS);
  const words = useProtocolWords();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { outcome?: string; refusal?: string };
  const outcome = OUTCOMES.find((one) => one === search.outcome);
  const refusal = REFUSALS.find((one) => one === search.refusal);
  const set = (part: Record<string, string | undefined>) =>
    void navigate({ to: "/calls", search: { ...search, ...part } as never, replace: true });
  const calls = useInfiniteQuery({
    queryKey: ["calls", outcome, refusal],
    queryFn: async ({ pageParam, signal }) =>
      (await get<PageOf<Call>>("/calls", { outcome, refusal, limit: PAGE_SIZE, cursor: pageParam }, signal))
        .data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const isFiltered = outcome !== undefined || refusal !== undefined;
  return (
    <Page title={t("title")} about={t("about")}>
      <Group align="flex-end" gap="sm">
        <Select
          label={t("outcome")}
          data={[
            { value: "", label: t("all") },
            ...OUTCOMES.map((one) => ({ value: one, label: words.outcome(one) })),
          ]}
          value={outcome ?? ""}
          allowDeselect={false}
          onChange={(one) => set({ outcome: one || undefined })}
        />
        <Select
          label={t("refusal")}
          w={280}
          data={[
            { value: "", label: t("all") },
            ...REFUSALS.map((one) => ({ value: one, label: words.refusal(one) })),
          ]}
          value={refusal ?? ""}
          allowDeselect={false}
          searchable
          onChange={(one) => set({ refusal: one || undefined })}
        />
        {isFiltered ? (
          <Button variant="subtle" onClick={() => set({ outcome: undefined, refusal: undefined })}>
            {t("noFilter")}
          </Button>
        ) : null}
      </Group>
      <Loaded query={calls}>
        {({ pages }) => {
          const items = pages.flatMap((one) => one.items);
          return (
            <Stack gap="sm">
              {items.length > 0 ? <CallTable calls={items} /> : null}
              {items.length === 0 && !calls.hasNextPage ? (
                <Empty>{t(isFiltered ? "noneFiltered" : "none")}</Empty>
              ) : null}
              {items.length === 0 && calls.hasNextPage ? <Text c="dimmed">{t("noneYet")}</Text> : null}
              {calls.isFetchNextPageError ? <Failed error={calls.error} /> : null}
              {calls.hasNextPage ? (
                <Button
                  variant="default"
                  loading={calls.isFetchingNextPage}
                  onClick={() => void calls.fetchNextPage()}
                >
                  {t("more")}
                </Button>
              ) : null}
            </Stack>
          );
        }}
      </Loaded>
    </Page>
  );
}
