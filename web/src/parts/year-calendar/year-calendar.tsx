import { ActionIcon, Group, Text } from "@mantine/core";
import { type KeyboardEvent, useRef, useState } from "react";
import { useLanguage, useTexts } from "../../i18n.ts";
import { addDays, formatDate } from "../../time.ts";
import { Icon } from "../icon.tsx";
import { usePaint } from "../use-paint.ts";
import { addMonths, type DayMarks, KINDS, type MarkKind } from "./day-marks.ts";
import { Month } from "./month.tsx";
import { YEAR } from "./texts.ts";
import classes from "./year-calendar.module.css";

interface Chosen {
  readonly anchor: string;
  readonly end: string;
}

const rangeOf = ({ anchor, end }: Chosen) =>
  anchor < end ? { from: anchor, to: end } : { from: end, to: anchor };

/**
 * Twelve small months from one on, with what is special about their days; a click, a drag or keys choose days. It begins
 * with this month, because nobody plans what is over.
 */
export function YearCalendar({
  start,
  today,
  marks,
  onStart,
  onChoose,
}: {
  /** First date of the first month. */
  readonly start: string;
  readonly today: string;
  readonly marks: DayMarks;
  readonly onStart: (start: string) => void;
  /** Both included. */
  readonly onChoose: (from: string, to: string) => void;
}) {
  const t = useTexts(YEAR);
  const language = useLanguage();
  const [chosen, setChosen] = useState<Chosen>();
  const chosenNow = useRef<Chosen>(undefined);
  const [wanted, setFocus] = useState(today);
  const end = addMonths(start, 12);
  const isShown = (date: string) => start <= date && date < end;
  const focus = isShown(wanted) ? wanted : start;

  const follow = (next: Chosen | undefined) => {
    chosenNow.current = next;
    setChosen(next);
  };
  const finish = () => {
    const done = chosenNow.current;
    follow(undefined);
    if (done !== undefined) onChoose(rangeOf(done).from, rangeOf(done).to);
  };
  const paint = usePaint<HTMLDivElement>({
    onStart: (date) => {
      setFocus(date);
      follow({ anchor: date, end: date });
    },
    onOver: (date) => {
      if (chosenNow.current !== undefined) follow({ ...chosenNow.current, end: date });
    },
    onEnd: finish,
    onCancel: () => follow(undefined),
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && chosen !== undefined) return follow(undefined);
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      if (chosenNow.current === undefined) follow({ anchor: focus, end: focus });
      return finish();
    }
    const days = STEP_DAYS[event.key];
    if (days === undefined) return;
    event.preventDefault();
    const to = addDays(focus, days);
    if (!isShown(to)) return;
    follow(event.shiftKey ? { anchor: chosenNow.current?.anchor ?? focus, end: to } : undefined);
    setFocus(to);
    paint.ref.current?.querySelector<HTMLElement>(`[data-cell="${to}"]`)?.focus();
  };

  const monthName = (date: string) => formatDate(date, language, { month: "short", year: "numeric" });
  const range = chosen === undefined ? undefined : rangeOf(chosen);
  const shownKinds = KINDS.filter((kind) => [...marks.values()].some((list) => list[0]?.kind === kind));
  return (
    <div>
      <Group justify="space-between" mb="sm">
        <Group gap="xs">
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t("before")}
            onClick={() => onStart(addMonths(start, -12))}
          >
            <Icon name="left" />
          </ActionIcon>
          <Text fw={700} className="numbers" aria-live="polite">
            {monthName(start)} – {monthName(addMonths(start, 11))}
          </Text>
          <ActionIcon variant="default" size="lg" aria-label={t("after")} onClick={() => onStart(end)}>
            <Icon name="right" />
          </ActionIcon>
        </Group>
        <Legend kinds={shownKinds} />
      </Group>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the grids in it take the keys; they share one focus */}
      <div
        {...paint}
        className={classes.months}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => setFocus(target.dataset.cell ?? focus)}
      >
        {Array.from({ length: 12 }, (_, index) => {
          const first = addMonths(start, index);
          const last = addDays(addMonths(first, 1), -1);
          const touches = range !== undefined && range.from <= last && range.to >= first;
          return (
            <Month
              key={first}
              first={first}
              marks={marks}
              today={today}
              focus={focus.startsWith(first.slice(0, 7)) ? focus : undefined}
              chosen={touches ? range : undefined}
            />
          );
        })}
      </div>
      <Text size="xs" c="dimmed" mt="sm">
        {t("hint")}
      </Text>
    </div>
  );
}

const STEP_DAYS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
  PageUp: -28,
  PageDown: 28,
};

function Legend({ kinds }: { readonly kinds: readonly MarkKind[] }) {
  const t = useTexts(YEAR);
  return (
    <Group gap="md" component="section" aria-label={t("legend")}>
      {kinds.map((kind) => (
        <Group key={kind} gap={6} wrap="nowrap">
          <span className={classes.swatch} data-kind={kind} aria-hidden="true">
            {t(`letter.${kind}`)}
          </span>
          <Text size="sm">{t(`kind.${kind}`)}</Text>
        </Group>
      ))}
    </Group>
  );
}
