import { useTexts } from "../../i18n.ts";
import { localOf, minutesBetween } from "../../time.ts";
import { type ExplainedAgent, type ExplainedStart, intervalOf } from "./fold-starts.ts";
import { WHY } from "./texts.ts";
import classes from "./why.module.css";

/** Whole hours that hold everybody's working time, so that people can be compared. */
export interface Axis {
  /** Local. */
  readonly from: string;
  readonly minutes: number;
}

export function axisOf(agents: readonly ExplainedAgent[]): Axis | undefined {
  const runs = agents.filter(({ starts }) => starts.length > 0).flatMap(({ workingTime }) => workingTime);
  if (runs.length === 0) return undefined;
  const first = runs.map(({ start }) => localOf(start)).sort()[0]!;
  const last = runs
    .map(({ end }) => localOf(end))
    .sort()
    .at(-1)!;
  const from = `${first.slice(0, 13)}:00`;
  return { from, minutes: Math.ceil(local(from, last) / 60) * 60 };
}

const local = (from: string, to: string) => minutesBetween(`${from}:00Z`, `${to.slice(0, 16)}:00Z`);

/** The day at a glance; the list below it says the same in words. */
export function Strip({ axis, starts }: { readonly axis: Axis; readonly starts: readonly ExplainedStart[] }) {
  const t = useTexts(WHY);
  const interval = intervalOf(starts);
  const share = (minutes: number) => `${(minutes / axis.minutes) * 100}%`;
  const hours = axis.minutes / 60;
  const firstHour = Number(axis.from.slice(11, 13));
  return (
    <div className={classes.strip} aria-hidden="true" title={t("stripTitle")}>
      <div className={classes.bar}>
        {starts.map(({ start, rule }) => (
          <span
            key={start}
            className={classes.start}
            data-rule={rule ?? "free"}
            style={{
              left: share(local(axis.from, localOf(start))),
              width: share(interval),
            }}
          />
        ))}
      </div>
      <div className={classes.hours}>
        {Array.from({ length: hours + 1 }, (_, hour) => hour).map((hour) => (
          <span key={hour} style={{ left: share(hour * 60) }} data-odd={hour % 2 === 1 || undefined}>
            {(firstHour + hour) % 24}
          </span>
        ))}
      </div>
    </div>
  );
}
