import { useId } from "react";
import { type Frame, LabelAxis, ValueAxis } from "./axes.tsx";
import classes from "./plots.module.css";
import { labelEvery, ticksUpTo } from "./scale.ts";

const HEIGHT = 220;
const LABEL_WIDTH = 58;

export interface Point {
  readonly label: string;
  /** One for each line; null: nothing was measured. */
  readonly values: readonly (number | null)[];
  readonly hint: string;
}

/** Lines over time; the second one is dashed, so that they can be told apart without colours. */
export function LinePlot({
  width,
  title,
  series,
  points,
  format,
}: {
  readonly width: number;
  readonly title: string;
  readonly series: readonly string[];
  readonly points: readonly Point[];
  readonly format: (value: number) => string;
}) {
  const id = useId();
  const all = points.flatMap(({ values }) => values).filter((value) => value !== null);
  const ticks = ticksUpTo(Math.max(...all), 4, false);
  const frame: Frame = { left: 56, top: 8, width: width - 64, height: HEIGHT - 34 };
  const step = frame.width / points.length;
  const xOf = (index: number) => frame.left + step * (index + 0.5);
  const yOf = (value: number) => frame.top + frame.height * (1 - value / ticks.at(-1)!);
  return (
    <>
      <ul className={classes.legend}>
        {series.map((name, index) => (
          <li key={name}>
            <svg width="24" height="10" aria-hidden="true" focusable="false">
              <line x1="0" x2="24" y1="5" y2="5" className={classes.line} data-series={index} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <svg width={width} height={HEIGHT} role="img" aria-labelledby={`${id}-title`} className={classes.plot}>
        <title id={`${id}-title`}>{title}</title>
        <ValueAxis frame={frame} ticks={ticks} format={format} />
        <LabelAxis
          frame={frame}
          labels={points.map(({ label }) => label)}
          every={labelEvery(points.length, frame.width, LABEL_WIDTH)}
        />
        {series.map((name, line) => (
          <g key={name}>
            <path d={pathOf(points, line, xOf, yOf)} className={classes.line} data-series={line} />
            {points.map(({ values }, index) => {
              const value = values[line];
              return value == null ? null : (
                <circle
                  // biome-ignore lint/suspicious/noArrayIndexKey: a place on the axis is what it is
                  key={index}
                  cx={xOf(index)}
                  cy={yOf(value)}
                  r={2.5}
                  className={classes.point}
                  data-series={line}
                />
              );
            })}
          </g>
        ))}
        {points.map(({ hint }, index) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a place on the axis is what it is
            key={index}
            x={frame.left + step * index}
            y={frame.top}
            width={step}
            height={frame.height}
            className={classes.reach}
          >
            <title>{hint}</title>
          </rect>
        ))}
      </svg>
    </>
  );
}

/** Days without a value are skipped over. */
function pathOf(
  points: readonly Point[],
  line: number,
  xOf: (index: number) => number,
  yOf: (value: number) => number,
): string {
  return points
    .flatMap(({ values }, index) => {
      const value = values[line];
      return value == null ? [] : [`${xOf(index).toFixed(1)},${yOf(value).toFixed(1)}`];
    })
    .map((place, index) => `${index === 0 ? "M" : "L"}${place}`)
    .join("");
}
