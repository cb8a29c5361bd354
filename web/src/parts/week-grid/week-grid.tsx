import { Button, Text } from "@mantine/core";
import { type CSSProperties, type KeyboardEvent, useId, useRef, useState } from "react";
import type { BreakConfiguration, WeeklyHours } from "../../../../src/staff-api/wire-types.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { weekdayName } from "../../time.ts";
import { usePaint } from "../use-paint.ts";
import { breakSpans } from "./break-spans.ts";
import { WEEK } from "./texts.ts";
import classes from "./week-grid.module.css";
import {
  clockText,
  DAY_MINUTES,
  hoursOf,
  type Span,
  shortText,
  spansOf,
  WEEKDAYS,
  withoutSpan,
  withSpan,
} from "./week-hours.ts";

const ROW_MINUTES = 30;
const ROWS = DAY_MINUTES / ROW_MINUTES;
/** What most businesses need to see. */
const [USUAL_FIRST, USUAL_LAST] = [6 * 60, 22 * 60];

interface Cell {
  readonly day: number;
  readonly row: number;
}

interface Stroke {
  readonly from: Cell;
  readonly to: Cell;
  readonly opens: boolean;
}

/** Weekly hours as a grid that is painted by mouse, finger or keys; what begins at odd minutes keeps them. */
export function WeekGrid({
  value,
  breaks = [],
  label,
  isReadOnly = false,
  onChange,
}: {
  readonly value: WeeklyHours;
  /** Shown, not edited. */
  readonly breaks?: readonly BreakConfiguration[];
  readonly label?: string;
  readonly isReadOnly?: boolean;
  readonly onChange: (value: WeeklyHours) => void;
}) {
  const t = useTexts(WEEK);
  const language = useLanguage();
  const hintId = useId();
  const [stroke, setStroke] = useState<Stroke>();
  const [focus, setFocus] = useState<Cell>({ day: 0, row: 16 });
  const [isWhole, setWhole] = useState(false);
  const strokeNow = useRef<Stroke>(undefined);

  const week = WEEKDAYS.map((day) => spansOf(value[day]));
  const shown = stroke === undefined ? week : painted(week, stroke);
  const pauses = WEEKDAYS.map((day) => breakSpans(breaks, day));
  const all = week.flat();
  const first = isWhole ? 0 : Math.min(USUAL_FIRST, ...all.map(({ from }) => Math.floor(from / 60) * 60));
  const last = isWhole
    ? DAY_MINUTES
    : Math.min(DAY_MINUTES, Math.max(USUAL_LAST, ...all.map(({ to }) => Math.ceil(to / 60) * 60)));
  const rows = Array.from(
    { length: (last - first) / ROW_MINUTES },
    (_, index) => first / ROW_MINUTES + index,
  );
  const isFocusShown = focus.row >= rows[0]! && focus.row <= rows.at(-1)!;

  const isOpen = ({ day, row }: Cell) => overlapping(shown[day]!, rowSpan(row)).length > 0;
  const commit = (done: Stroke) => {
    const next = painted(week, done);
    onChange(Object.fromEntries(WEEKDAYS.map((day, index) => [day, hoursOf(next[index]!)])));
  };
  const follow = (next: Stroke | undefined) => {
    strokeNow.current = next;
    setStroke(next);
  };
  const paint = usePaint<HTMLTableElement>({
    onStart: (name) => {
      if (isReadOnly) return;
      const cell = cellOf(name);
      setFocus(cell);
      follow({ from: cell, to: cell, opens: !isOpen(cell) });
    },
    onOver: (name) => {
      if (strokeNow.current !== undefined) follow({ ...strokeNow.current, to: cellOf(name) });
    },
    onEnd: () => {
      if (strokeNow.current !== undefined) commit(strokeNow.current);
      follow(undefined);
    },
    onCancel: () => follow(undefined),
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      if (!isReadOnly) commit({ from: focus, to: focus, opens: !isOpen(focus) });
      return;
    }
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const to = {
      day: clamp(focus.day + step.day, 0, 6),
      row: clamp(focus.row + step.row, rows[0]!, rows.at(-1)!),
    };
    // With shift the state goes along, as a drag does.
    if (event.shiftKey && !isReadOnly) commit({ from: focus, to, opens: isOpen(focus) });
    setFocus(to);
    paint.ref.current?.querySelector<HTMLElement>(`[data-cell="${to.day}:${to.row}"]`)?.focus();
  };

  return (
    <div>
      <table
        {...paint}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are chosen and painted
        role="grid"
        aria-label={label ?? t("grid")}
        aria-describedby={hintId}
        aria-multiselectable
        aria-readonly={isReadOnly}
        data-readonly={isReadOnly || undefined}
        className={classes.grid!}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <td className={classes.corner} />
            {WEEKDAYS.map((day, index) => (
              <th key={day} scope="col" abbr={weekdayName(index, language)} className={classes.head}>
                {weekdayName(index, language, "short")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <td className={`${classes.clock} numbers`} aria-hidden="true">
                {row % 2 === 0 ? (
                  <>
                    {Math.floor(row / 2)}
                    <span>:00</span>
                  </>
                ) : null}
              </td>
              {WEEKDAYS.map((name, day) => (
                <td
                  key={name}
                  // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells of a grid are used
                  role="gridcell"
                  data-cell={`${day}:${row}`}
                  data-hour={row % 2 === 0 || undefined}
                  aria-selected={isOpen({ day, row })}
                  aria-label={t(
                    isOpen({ day, row }) && overlapping(pauses[day]!, rowSpan(row)).length > 0
                      ? "cellInBreak"
                      : "cell",
                    {
                      day: weekdayName(day, language),
                      from: clockText(row * ROW_MINUTES),
                      to: clockText((row + 1) * ROW_MINUTES),
                    },
                  )}
                  tabIndex={
                    (isFocusShown ? focus.row === row : row === rows[0]) && focus.day === day ? 0 : -1
                  }
                  className={classes.cell}
                  onFocus={() => setFocus({ day, row })}
                >
                  {overlapping(shown[day]!, rowSpan(row)).map((span) => (
                    <span
                      key={span.from}
                      className={classes.open}
                      style={partOf(span, row)}
                      data-first={span.from >= row * ROW_MINUTES || undefined}
                    />
                  ))}
                  {overlapping(overnight(shown[(day + 6) % 7]!), rowSpan(row)).map((span) => (
                    <span key={`n${span.to}`} className={classes.open} style={partOf(span, row)} />
                  ))}
                  {isOpen({ day, row })
                    ? overlapping(pauses[day]!, rowSpan(row)).map((span) => (
                        <span key={`b${span.from}`} className={classes.break} style={partOf(span, row)} />
                      ))
                    : null}
                  {beginningIn(shown[day]!, row).map((span) => (
                    <span
                      key={`t${span.from}`}
                      className={`${classes.times} numbers`}
                      data-times={shortText(span)}
                    />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {isReadOnly ? null : (
        <Text size="xs" c="dimmed" mt={6} id={hintId}>
          {t("hint")}
        </Text>
      )}
      <Button variant="subtle" size="compact-sm" mt={4} onClick={() => setWhole(!isWhole)}>
        {isWhole ? t("usual", { from: USUAL_FIRST / 60, to: USUAL_LAST / 60 }) : t("whole")}
      </Button>
    </div>
  );
}

const STEPS: Readonly<Record<string, Cell>> = {
  ArrowUp: { day: 0, row: -1 },
  ArrowDown: { day: 0, row: 1 },
  ArrowLeft: { day: -1, row: 0 },
  ArrowRight: { day: 1, row: 0 },
  PageUp: { day: 0, row: -4 },
  PageDown: { day: 0, row: 4 },
  Home: { day: -6, row: 0 },
  End: { day: 6, row: 0 },
};

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

function cellOf(name: string): Cell {
  const [day, row] = name.split(":").map(Number);
  return { day: clamp(day!, 0, 6), row: clamp(row!, 0, ROWS - 1) };
}

const rowSpan = (row: number): Span => ({ from: row * ROW_MINUTES, to: (row + 1) * ROW_MINUTES });

function overlapping(spans: readonly Span[], { from, to }: Span): Span[] {
  return spans.filter((span) => span.from < to && from < span.to);
}

/** What reaches into the next day, as minutes of that. */
function overnight(spans: readonly Span[]): Span[] {
  return spans.filter(({ to }) => to > DAY_MINUTES).map(({ to }) => ({ from: 0, to: to - DAY_MINUTES }));
}

function beginningIn(spans: readonly Span[], row: number): Span[] {
  const { from, to } = rowSpan(row);
  return spans.filter((span) => span.from >= from && span.from < to);
}

/** How much of the row it fills. */
function partOf(span: Span, row: number): CSSProperties {
  const { from } = rowSpan(row);
  const share = (minute: number) => `${(clamp(minute - from, 0, ROW_MINUTES) / ROW_MINUTES) * 100}%`;
  return { "--from": share(span.from), "--to": share(span.to) } as CSSProperties;
}

/** The week with the rectangle of a stroke opened or closed. */
function painted(week: readonly Span[][], { from, to, opens }: Stroke): Span[][] {
  const span = {
    from: Math.min(from.row, to.row) * ROW_MINUTES,
    to: (Math.max(from.row, to.row) + 1) * ROW_MINUTES,
  };
  return week.map((spans, day) => {
    if (day < Math.min(from.day, to.day) || day > Math.max(from.day, to.day)) return spans;
    return opens ? withSpan(spans, span) : withoutSpan(spans, span);
  });
}
