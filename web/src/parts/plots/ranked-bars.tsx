import { useId } from "react";
import classes from "./plots.module.css";

const ROW = 40;

/** One bar a line, its name above it and its number at its end: names of any length fit on any screen. */
export function RankedBars({
  width,
  title,
  items,
  format,
}: {
  readonly width: number;
  readonly title: string;
  readonly items: readonly { readonly name: string; readonly value: number }[];
  readonly format: (value: number) => string;
}) {
  const id = useId();
  const largest = Math.max(...items.map(({ value }) => value));
  const room = width - 56;
  return (
    <svg
      width={width}
      height={items.length * ROW}
      role="img"
      aria-labelledby={`${id}-title`}
      className={classes.plot}
    >
      <title id={`${id}-title`}>{title}</title>
      {items.map(({ name, value }, index) => {
        const long = Math.max(2, (value / largest) * room);
        return (
          <g key={name} transform={`translate(0 ${index * ROW})`}>
            <text x={0} y={13} className={classes.name}>
              {name}
            </text>
            <rect x={0} y={19} width={long} height={13} rx={2} className={classes.series} data-series={0} />
            <text x={long + 6} y={26} dy="0.35em" className={classes.name}>
              {format(value)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
