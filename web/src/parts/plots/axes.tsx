import classes from "./plots.module.css";

export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The lines to read values by, each with its number. */
export function ValueAxis({
  frame,
  ticks,
  format,
}: {
  readonly frame: Frame;
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
}) {
  const largest = ticks.at(-1)!;
  return ticks.map((tick) => {
    const y = frame.top + frame.height * (1 - tick / largest);
    return (
      <g key={tick}>
        <line
          x1={frame.left}
          x2={frame.left + frame.width}
          y1={y}
          y2={y}
          className={tick === 0 ? classes.base : classes.grid}
        />
        <text x={frame.left - 6} y={y} dy="0.35em" textAnchor="end" className={classes.label}>
          {format(tick)}
        </text>
      </g>
    );
  });
}

/** Below the plot, as many as have room. */
export function LabelAxis({
  frame,
  labels,
  every,
}: {
  readonly frame: Frame;
  readonly labels: readonly string[];
  readonly every: number;
}) {
  const step = frame.width / labels.length;
  return labels.map((label, index) =>
    index % every === 0 ? (
      <text
        // biome-ignore lint/suspicious/noArrayIndexKey: a place on the axis is what it is
        key={index}
        x={frame.left + step * (index + 0.5)}
        y={frame.top + frame.height + 16}
        textAnchor="middle"
        className={classes.label}
      >
        {label}
      </text>
    ) : null,
  );
}
