import { SegmentedControl, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Statistics } from "../../../../src/staff-api/wire-types.ts";
import { get } from "../../api/client.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { Page } from "../../parts/page.tsx";
import { Loaded } from "../../parts/states.tsx";
import { useEntity } from "../../shell/entity.tsx";
import { formatDate, nowIn } from "../../time.ts";
import { Cards } from "./cards.tsx";
import { PERIODS, periodUntil } from "./period.ts";
import { RefusalPlot } from "./refusal-plot.tsx";
import { STATISTICS } from "./texts.ts";
import { TimePlots } from "./time-plots.tsx";
import { UtilisationPlot } from "./utilisation-plot.tsx";

export function StatisticsPage() {
  const t = useTexts(STATISTICS);
  const language = useLanguage();
  const entity = useEntity();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { period?: string };
  const period = PERIODS.find((one) => one === search.period) ?? "30";
  const { from, to } = periodUntil(nowIn(entity.timezone).slice(0, 10), period);
  const statistics = useQuery({
    queryKey: ["statistics", entity.id, from, to],
    queryFn: async ({ signal }) =>
      (await get<Statistics>("/statistics", { entityId: entity.id, from, to }, signal)).data,
    placeholderData: (before) => before,
  });
  const day = (date: string) => formatDate(date, language, { dateStyle: "medium" });
  return (
    <Page title={t("title")} about={t("about", { from: day(from), to: day(to) })}>
      <SegmentedControl
        aria-label={t("period")}
        data={PERIODS.map((one) => ({
          value: one,
          label: one === "year" ? to.slice(0, 4) : t("days", { count: Number(one) }),
        }))}
        value={period}
        onChange={(next) =>
          void navigate({ to: "/statistics", search: { period: next } as never, replace: true })
        }
      />
      <Loaded query={statistics}>
        {(data) => (
          <Stack aria-busy={statistics.isPlaceholderData}>
            <Cards days={data.days} />
            <TimePlots days={data.days} />
            <RefusalPlot refusals={data.refusals} />
            <UtilisationPlot utilisation={data.utilisation} />
            {period === "90" || period === "year" ? (
              <Text size="sm" c="dimmed">
                {t("callsKept")}
              </Text>
            ) : null}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
