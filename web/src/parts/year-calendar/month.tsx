import { memo } from "react";
import { useLanguage, useTexts } from "../../i18n.ts";
import { addDays, formatDate, weekdayName, weekStart } from "../../time.ts";
import type { DayMarks } from "./day-marks.ts";
import { YEAR } from "./texts.ts";
import classes from "./year-calendar.module.css";

/** One month; `first` is its first date. Days outside of it are left out. */
export const Month = memo(function Month({
  first,
  marks,
  today,
  focus,
  chosen,
}: {
  readonly first: string;
  readonly marks: DayMarks;
  readonly today: string;
  /** The date that the tab key reaches, if it is in this month. */
  readonly focus: string | undefined;
  /** Both included. */
  readonly chosen: { readonly from: string; readonly to: string } | undefined;
}) {
  const t = useTexts(YEAR);
  const language = useLanguage();
  const month = first.slice(0, 7);
  const monday = weekStart(first);
  const weeks = Array.from({ length: 6 }, (_, week) => addDays(monday, week * 7)).filter(
    (date) => date.slice(0, 7) <= month,
  );
  const name = formatDate(first, language, { month: "long", year: "numeric" });
  return (
    <table
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are chosen and painted
      role="grid"
      className={classes.month}
      aria-label={name}
    >
      <caption aria-hidden="true">{name}</caption>
      <thead>
        <tr>
          {Array.from({ length: 7 }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: weekdays stay where they are
            <th key={index} scope="col" abbr={weekdayName(index, language)}>
              {weekdayName(index, language, "short")}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week}>
            {Array.from({ length: 7 }, (_, index) => {
              const date = addDays(week, index);
              if (date.slice(0, 7) !== month) return <td key={date} />;
              const known = marks.get(date) ?? [];
              const kind = known[0]?.kind;
              const isChosen = chosen !== undefined && chosen.from <= date && date <= chosen.to;
              const told = known.map((mark) =>
                [t(`kind.${mark.kind}`), mark.title].filter(Boolean).join(": "),
              );
              return (
                <td
                  key={date}
                  // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells of a grid are used
                  role="gridcell"
                  data-cell={date}
                  data-kind={kind}
                  data-weekend={index > 4 || undefined}
                  data-past={date < today || undefined}
                  data-today={date === today || undefined}
                  data-chosen={isChosen || undefined}
                  aria-selected={isChosen}
                  aria-current={date === today ? "date" : undefined}
                  aria-label={[formatDate(date, language), ...told].join(", ")}
                  title={told.join(", ") || undefined}
                  tabIndex={focus === date ? 0 : -1}
                  className={`${classes.day} numbers`}
                >
                  {Number(date.slice(8))}
                  {kind === undefined ? null : (
                    <span className={classes.letter} data-letter={t(`letter.${kind}`)} />
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
});
