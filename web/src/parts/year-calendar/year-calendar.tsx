import { ActionIcon, Group, Text } from "@mantine/core";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTexts } from "../../i18n.ts";
import { addDays } from "../../time.ts";
import { Icon } from "../icon.tsx";
import { usePaint } from "../use-paint.ts";
import { type DayMarks, KINDS, type MarkKind } from "./day-marks.ts";
import { Month } from "./month.tsx";
import { YEAR } from "./texts.ts";
import classes from "./year-calendar.module.css";

interface Chosen {
  readonly anchor: string;
  readonly end: string;
}

const rangeOf = ({ anchor, end }: Chosen) =>
  anchor < end ? { from: anchor, to: end } : { from: end, to: anchor };

/** Twelve small months with what is special about their days; a click, a drag or keys choose days. */
export function YearCalendar({
  year,
  today,
  marks,
  onYear,
  onChoose,
}: {
  readonly year: number;
  readonly today: string;
  readonly marks: DayMarks;
  readonly onYear: (year: number) => void;
  /** Both included. */
  readonly onChoose: (from: string, to: string) => void;
}) {
  const t = useTexts(YEAR);
  const [chosen, setChosen] = useState<Chosen>();
  const chosenNow = useRef<Chosen>(undefined);
  const [wanted, setFocus] = useState(today);
  const focus = wanted.startsWith(String(year)) ? wanted : `${year}-01-01`;

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
    if (!to.startsWith(String(year))) return;
    follow(event.shiftKey ? { anchor: chosenNow.current?.anchor ?? focus, end: to } : undefined);
    setFocus(to);
    paint.ref.current?.querySelector<HTMLElement>(`[data-cell="${to}"]`)?.focus();
  };

  const range = chosen === undefined ? undefined : rangeOf(chosen);
  const shownKinds = KINDS.filter((kind) => [...marks.values()].some((list) => list[0]?.kind === kind));
  return (
    <div>
      <Group justify="space-between" mb="sm">
        <Group gap="xs">
          <ActionIcon variant="default" size="lg" aria-label={t("before")} onClick={() => onYear(year - 1)}>
            <Icon name="left" />
          </ActionIcon>
          <Text fw={700} className="numbers" aria-live="polite" aria-label={t("year", { year })}>
            {year}
          </Text>
          <ActionIcon variant="default" size="lg" aria-label={t("after")} onClick={() => onYear(year + 1)}>
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
          const first = `${year}-${String(index + 1).padStart(2, "0")}-01`;
          const last = addDays(addDays(first, 31).slice(0, 8).concat("01"), -1);
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
