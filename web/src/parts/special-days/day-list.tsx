import { Group, Text, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { useLanguage, useTexts } from "../../i18n.ts";
import { PARTS } from "../texts.ts";
import { readable } from "../week-grid/week-hours.ts";
import { YEAR } from "../year-calendar/texts.ts";
import calendar from "../year-calendar/year-calendar.module.css";
import { type SpecialDay, whenText } from "./special-day.ts";
import classes from "./special-days.module.css";
import { DAYS } from "./texts.ts";

export function DayList({
  days,
  isOfPerson,
  thisYear,
  onEdit,
}: {
  readonly days: readonly SpecialDay[];
  readonly isOfPerson: boolean;
  readonly thisYear: string;
  readonly onEdit: (day: SpecialDay) => void;
}) {
  const t = useTexts(DAYS);
  const parts = useTexts(PARTS);
  const year = useTexts(YEAR);
  const language = useLanguage();
  return (
    <ul className={classes.days}>
      {days.map((day) => {
        const isOpen = day.kind === "hours" && day.hours.length > 0;
        const kind = isOpen ? "special" : day.kind === "absence" && isOfPerson ? "away" : "closed";
        const when = whenText(day, language, thisYear);
        const what = isOpen
          ? readable(day.hours)
          : (day.kind === "absence" && day.absence.reason) || t(kind === "away" ? "away" : "closed");
        return (
          <li key={`${when}${what}`}>
            <UnstyledButton className={classes.entry!} onClick={() => onEdit(day)}>
              <Group gap="sm" wrap="nowrap" align="flex-start">
                <span className={calendar.swatch} data-kind={kind} aria-hidden="true">
                  {year(`letter.${kind}`)}
                </span>
                <div>
                  <Text size="sm" fw={600} className="numbers">
                    {when}
                  </Text>
                  <Text size="sm" className="numbers">
                    {what}
                  </Text>
                  <VisuallyHidden>{parts("edit")}</VisuallyHidden>
                </div>
              </Group>
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}
