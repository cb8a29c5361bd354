import type { Statistics } from "../../../../src/staff-api/wire-types.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { PlotFrame } from "../../parts/plots/plot-frame.tsx";
import { RankedBars } from "../../parts/plots/ranked-bars.tsx";
import { useProtocolWords } from "../../parts/use-protocol-words.ts";
import { formatNumber } from "../../time.ts";
import { STATISTICS } from "./texts.ts";

/** Why bots were refused, most often first. */
export function RefusalPlot({ refusals }: { readonly refusals: Statistics["refusals"] }) {
  const t = useTexts(STATISTICS);
  const language = useLanguage();
  const words = useProtocolWords();
  const items = refusals.map(({ code, count }) => ({ name: words.refusal(code), value: count }));
  return (
    <PlotFrame
      title={t("refusals.title")}
      about={t("refusals.about")}
      isEmpty={items.length === 0}
      table={{
        fileName: "slotline-refusals.csv",
        header: [t("refusals.reason"), t("refusals.count"), t("refusals.code")],
        rows: refusals.map(({ code, count }) => [words.refusal(code), count, code]),
      }}
    >
      {(width) => (
        <RankedBars
          width={width}
          title={t("refusals.alt", { first: items[0]!.name, count: items[0]!.value })}
          items={items}
          format={(value) => formatNumber(value, language)}
        />
      )}
    </PlotFrame>
  );
}
