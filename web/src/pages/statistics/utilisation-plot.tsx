import type { Statistics } from "../../../../src/staff-api/wire-types.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { HeatMap } from "../../parts/plots/heat-map.tsx";
import { PlotFrame } from "../../parts/plots/plot-frame.tsx";
import { useNames } from "../../parts/use-names.ts";
import { formatNumber } from "../../time.ts";
import { STATISTICS } from "./texts.ts";

/** How much of their working time people were booked for, by week. */
export function UtilisationPlot({ utilisation }: { readonly utilisation: Statistics["utilisation"] }) {
  const t = useTexts(STATISTICS);
  const language = useLanguage();
  const names = useNames();
  const percent = (share: number) =>
    formatNumber(share, language, { style: "percent", maximumFractionDigits: 0 });
  const hours = (minutes: number) => formatNumber(minutes / 60, language, { maximumFractionDigits: 1 });
  const weeks = [...new Set(utilisation.map(({ week }) => week))];
  const agentIds = [...new Set(utilisation.map(({ agentId }) => agentId))];
  const shareOf = ({ bookedMinutes, workingMinutes }: Statistics["utilisation"][number]) =>
    workingMinutes === 0 ? null : bookedMinutes / workingMinutes;
  return (
    <PlotFrame
      title={t("utilisation.title")}
      about={t("utilisation.about")}
      isEmpty={utilisation.every(({ workingMinutes }) => workingMinutes === 0)}
      table={{
        fileName: "slotline-utilisation.csv",
        header: [
          t("utilisation.person"),
          t("weekColumn"),
          t("utilisation.booked"),
          t("utilisation.working"),
          t("utilisation.share"),
        ],
        rows: utilisation.map((one) => {
          const share = shareOf(one);
          return [
            names.agent(one.agentId),
            one.week,
            Math.round((one.bookedMinutes / 60) * 100) / 100,
            Math.round((one.workingMinutes / 60) * 100) / 100,
            share === null ? null : Math.round(share * 1_000) / 10,
          ];
        }),
      }}
    >
      {() => (
        <HeatMap
          caption={t("utilisation.title")}
          corner={t("utilisation.person")}
          columns={weeks.map((week) => t("utilisation.weekName", { week: Number(week.slice(-2)) }))}
          rows={agentIds.map((agentId) => ({
            name: names.agent(agentId),
            cells: weeks.map((week) => {
              const one = utilisation.find((row) => row.agentId === agentId && row.week === week);
              return {
                share: one === undefined ? null : shareOf(one),
                hint:
                  one === undefined
                    ? ""
                    : t("utilisation.hint", {
                        booked: hours(one.bookedMinutes),
                        working: hours(one.workingMinutes),
                      }),
              };
            }),
          }))}
          format={percent}
        />
      )}
    </PlotFrame>
  );
}
