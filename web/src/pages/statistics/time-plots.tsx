import type { Statistics } from "../../../../src/staff-api/wire-types.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { BarPlot } from "../../parts/plots/bar-plot.tsx";
import type { Cell } from "../../parts/plots/csv.ts";
import { LinePlot } from "../../parts/plots/line-plot.tsx";
import { PlotFrame, type PlotTable } from "../../parts/plots/plot-frame.tsx";
import { formatDate, formatNumber } from "../../time.ts";
import { type Bucket, bucketsOf, isByWeek, total } from "./buckets.ts";
import { STATISTICS } from "./texts.ts";

/** What goes over time: calls, appointments, no-shows, and how long bots waited. */
export function TimePlots({ days }: { readonly days: Statistics["days"] }) {
  const t = useTexts(STATISTICS);
  const language = useLanguage();
  const byWeek = isByWeek(days);
  const buckets = bucketsOf(days);
  const unit = t(byWeek ? "week" : "day");
  const label = (date: string) => formatDate(date, language, { day: "numeric", month: "numeric" });
  const whole = (value: number) => formatNumber(value, language);
  const ms = (value: number) => `${formatNumber(value, language, { maximumFractionDigits: 1 })} ms`;
  const name = (date: string) =>
    t(byWeek ? "weekOf" : "dayOf", {
      date: formatDate(date, language, byWeek ? { day: "numeric", month: "short" } : DAY),
    });
  const most = (of: (one: Bucket) => number) => Math.max(...buckets.map(of));
  const booked = (one: Bucket) => one.bookedByPhone + one.bookedAtDesk;
  const table = (key: string, header: string[], row: (one: Bucket) => Cell[]): PlotTable => ({
    fileName: `slotline-${key}-${days[0]!.date}-${days.at(-1)!.date}.csv`,
    header: [t(byWeek ? "weekFrom" : "date"), ...header],
    rows: buckets.map((one) => [one.date, ...row(one)]),
    ...{
      show: (cell: Cell, column: number) =>
        column === 0
          ? formatDate(String(cell), language, DAY_LONG)
          : cell === null
            ? "–"
            : formatNumber(Number(cell), language, { maximumFractionDigits: 1 }),
    },
  });
  const calls = total(buckets, (one) => one.calls);
  const noShows = total(buckets, (one) => one.noShows);
  return (
    <>
      <PlotFrame
        title={t("calls.title", { unit })}
        about={t("calls.about")}
        table={table("calls", [t("calls.name")], (one) => [one.calls])}
        isEmpty={calls === 0}
      >
        {(width) => (
          <BarPlot
            width={width}
            title={t("calls.alt", { unit, sum: whole(calls), most: whole(most((one) => one.calls)) })}
            series={[t("calls.name")]}
            bars={buckets.map((one) => ({
              label: label(one.date),
              values: [one.calls],
              hint: `${name(one.date)}: ${whole(one.calls)}`,
            }))}
            format={whole}
          />
        )}
      </PlotFrame>
      <PlotFrame
        title={t("bookings.title", { unit })}
        about={t("bookings.about")}
        table={table(
          "appointments",
          [t("bookings.byPhone"), t("bookings.atDesk"), t("bookings.cancelled")],
          (one) => [one.bookedByPhone, one.bookedAtDesk, one.cancelled],
        )}
        isEmpty={total(buckets, booked) === 0}
      >
        {(width) => (
          <BarPlot
            width={width}
            title={t("bookings.alt", {
              unit,
              sum: whole(total(buckets, booked)),
              phone: whole(total(buckets, (one) => one.bookedByPhone)),
              most: whole(most(booked)),
            })}
            series={[t("bookings.byPhone"), t("bookings.atDesk")]}
            bars={buckets.map((one) => ({
              label: label(one.date),
              values: [one.bookedByPhone, one.bookedAtDesk],
              hint: `${name(one.date)}: ${t("bookings.byPhone")} ${whole(one.bookedByPhone)}, ${t("bookings.atDesk")} ${whole(one.bookedAtDesk)}`,
            }))}
            format={whole}
          />
        )}
      </PlotFrame>
      <PlotFrame
        title={t("noShows.title", { unit })}
        table={table("no-shows", [t("noShows.name"), t("bookings.name")], (one) => [
          one.noShows,
          booked(one),
        ])}
        isEmpty={noShows === 0}
      >
        {(width) => (
          <BarPlot
            width={width}
            title={t("noShows.alt", { unit, sum: whole(noShows), most: whole(most((one) => one.noShows)) })}
            series={[t("noShows.name")]}
            bars={buckets.map((one) => ({
              label: label(one.date),
              values: [one.noShows],
              hint: `${name(one.date)}: ${t("noShows.of", { count: one.noShows, all: booked(one) })}`,
            }))}
            format={whole}
          />
        )}
      </PlotFrame>
      <PlotFrame
        title={t("latency.title")}
        about={t("latency.about")}
        table={table("response-times", [t("latency.average"), t("latency.slowest")], (one) => [
          one.averageMs === null ? null : Math.round(one.averageMs * 10) / 10,
          one.slowestMs,
        ])}
        isEmpty={buckets.every((one) => one.averageMs === null)}
      >
        {(width) => (
          <LinePlot
            width={width}
            title={t("latency.alt", { unit, most: ms(most((one) => one.slowestMs ?? 0)) })}
            series={[t("latency.average"), t("latency.slowest")]}
            points={buckets.map((one) => ({
              label: label(one.date),
              values: [one.averageMs, one.slowestMs],
              hint:
                one.averageMs === null
                  ? `${name(one.date)}: –`
                  : `${name(one.date)}: ${t("latency.average")} ${ms(one.averageMs)}, ${t("latency.slowest")} ${ms(one.slowestMs ?? 0)}`,
            }))}
            format={ms}
          />
        )}
      </PlotFrame>
    </>
  );
}

const DAY: Intl.DateTimeFormatOptions = { weekday: "short", day: "numeric", month: "short" };
const DAY_LONG: Intl.DateTimeFormatOptions = {
  weekday: "short",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
};
