import { useId } from "react";
import { type Frame, LabelAxis, ValueAxis } from "./axes.tsx";
import { Legend } from "./legend.tsx";
import classes from "./plots.module.css";
import { labelEvery, ticksUpTo } from "./scale.ts";

const HEIGHT = 220;
const LABEL_WIDTH = 58;

export interface Bar {
  readonly label: string;
  /** One for each series, stacked from below. */
  readonly values: readonly number[];
  /** Beside the pointer. */
  readonly hint: string;
}

/** Bars over time, stacked where there are several series. */
export function BarPlot({
  width,
  title,
  series,
  bars,
  format,
}: {
  readonly width: number;
  /** Says what is seen, for who does not see it. */
  readonly title: string;
  readonly series: readonly string[];
  readonly bars: readonly Bar[];
  readonly format: (value: number) => string;
}) {
  const id = useId();
  const ticks = ticksUpTo(Math.max(...bars.map(({ values }) => sum(values))));
  const frame: Frame = { left: 36, top: 8, width: width - 44, height: HEIGHT - 34 };
  const step = frame.width / bars.length;
  const gap = step > 12 ? 4 : step > 5 ? 1 : 0;
  const unit = frame.height / ticks.at(-1)!;
  return (
    <>
      {series.length > 1 ? <Legend names={series} /> : null}
      <svg width={width} height={HEIGHT} role="img" aria-labelledby={`${id}-title`} className={classes.plot}>
        <title id={`${id}-title`}>{title}</title>
        <defs>
          <pattern id={`${id}-stripes`} width="6" height="6" patternUnits="userSpaceOnUse">
            <rect width="6" height="6" className={classes.series} data-series={1} />
            <path d="M0 6L6 0M-1 1L1 -1M5 7L7 5" className={classes.stripe} />
          </pattern>
        </defs>
        <ValueAxis frame={frame} ticks={ticks} format={format} />
        <LabelAxis
          frame={frame}
          labels={bars.map(({ label }) => label)}
          every={labelEvery(bars.length, frame.width, LABEL_WIDTH)}
        />
        {bars.map(({ label, values, hint }, index) => {
          const x = frame.left + step * index + gap / 2;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a place on the axis is what it is
            <g key={`${label}-${index}`}>
              <title>{hint}</title>
              <rect x={x} y={frame.top} width={step - gap} height={frame.height} className={classes.reach} />
              {values.map((value, part) => {
                const below = sum(values.slice(0, part));
                return value === 0 ? null : (
                  <rect
                    // biome-ignore lint/suspicious/noArrayIndexKey: series keep their place
                    key={part}
                    x={x}
                    y={frame.top + frame.height - (below + value) * unit}
                    width={step - gap}
                    height={value * unit}
                    className={classes.series}
                    data-series={part}
                    {...(part === 1 ? { style: { fill: `url(#${id}-stripes)` } } : {})}
                  />
                );
              })}
            </g>
          );
        })}
      </svg>
    </>
  );
}

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
