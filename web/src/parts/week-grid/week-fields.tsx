import { Button, Text, TextInput } from "@mantine/core";
import { useEffect, useId, useState } from "react";
import type { BreakConfiguration, Weekday, WeeklyHours } from "../../../../src/staff-api/wire-types.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { formatNumber, weekdayName } from "../../time.ts";
import { breakSpans } from "./break-spans.ts";
import { WEEK } from "./texts.ts";
import classes from "./week-grid.module.css";
import { DAY_MINUTES, readable, readHours, spansOf, WEEKDAYS, withoutSpan } from "./week-hours.ts";

type Typed = Partial<Record<Weekday, string>>;

/** Weekly hours typed, a line a day; what cannot be read stays as it was typed and is told to `onInvalid`. */
export function WeekFields({
  value,
  breaks = [],
  isReadOnly = false,
  onChange,
  onInvalid,
}: {
  readonly value: WeeklyHours;
  /** Not worked in. */
  readonly breaks?: readonly BreakConfiguration[] | undefined;
  readonly isReadOnly?: boolean;
  readonly onChange: (value: WeeklyHours) => void;
  readonly onInvalid?: ((isInvalid: boolean) => void) | undefined;
}) {
  const t = useTexts(WEEK);
  const language = useLanguage();
  const id = useId();
  const [typed, setTyped] = useState<Typed>({});
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    // Painted or copied meanwhile: what was typed for that day is old.
    setSeen(value);
    setTyped((before) =>
      Object.fromEntries(
        Object.entries(before).filter(([day, text]) => {
          const read = readHours(text);
          const now = readable(value[day as Weekday]);
          return read.ok ? readable(read.hours) === now : readable(seen[day as Weekday]) === now;
        }),
      ),
    );
  }
  const isInvalid = Object.values(typed).some((text) => !readHours(text).ok);
  useEffect(() => onInvalid?.(isInvalid), [isInvalid, onInvalid]);
  const isWrong = (day: Weekday) => typed[day] !== undefined && !readHours(typed[day]).ok;
  const type = (day: Weekday, text: string) => {
    setTyped((before) => ({ ...before, [day]: text }));
    const read = readHours(text);
    if (read.ok) onChange({ ...value, [day]: read.hours });
  };
  const leave = (day: Weekday) => {
    if (!isWrong(day)) setTyped(({ [day]: _, ...others }) => others);
  };
  const minutes = WEEKDAYS.flatMap((day) =>
    breakSpans(breaks, day).reduce(withoutSpan, spansOf(value[day])),
  ).reduce((sum, { from, to }) => sum + (to - from), 0);
  const copyMonday = () =>
    onChange({
      ...value,
      ...Object.fromEntries(WEEKDAYS.slice(1, 5).map((day) => [day, value.mon ?? []])),
    });
  return (
    <div className={classes.fields}>
      {WEEKDAYS.map((day, index) => (
        <div key={day} className={classes.field}>
          <Text component="label" htmlFor={`${id}${day}`} size="sm" fw={500}>
            {weekdayName(index, language, "short")}
          </Text>
          <TextInput
            id={`${id}${day}`}
            aria-label={weekdayName(index, language)}
            value={typed[day] ?? readable(value[day])}
            readOnly={isReadOnly}
            variant={isReadOnly ? "unstyled" : "default"}
            placeholder={t("closed")}
            error={isWrong(day) ? t("fault") : undefined}
            rightSection={
              spansOf(value[day]).some(({ to }) => to > DAY_MINUTES) ? (
                <Text size="xs" title={t("nextDay")}>
                  +1
                </Text>
              ) : null
            }
            onChange={(event) => type(day, event.currentTarget.value)}
            onBlur={() => leave(day)}
            classNames={{ input: "numbers" }}
          />
        </div>
      ))}
      <Text size="xs" c="dimmed">
        {t("perWeek", {
          hours: formatNumber(minutes / 60, language, { maximumFractionDigits: 1 }),
        })}
        {isReadOnly ? "" : ` · ${t("example")}`}
      </Text>
      {isReadOnly ? null : (
        <Button variant="default" size="xs" onClick={copyMonday}>
          {t("copy")}
        </Button>
      )}
    </div>
  );
}
