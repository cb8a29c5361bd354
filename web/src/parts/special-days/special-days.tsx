import { Box, Button, Group, Modal, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useHolidays } from "../../api/holidays.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { addDays, nowIn } from "../../time.ts";
import { useAbsence } from "../absence-conflicts/use-absence.tsx";
import { Icon } from "../icon.tsx";
import { notifyDone } from "../notify.tsx";
import { useProblemText } from "../states.tsx";
import { PARTS } from "../texts.ts";
import { useOpened } from "../use-opened.ts";
import { readable } from "../week-grid/week-hours.ts";
import { addMonths, marksOf } from "../year-calendar/day-marks.ts";
import { YearCalendar } from "../year-calendar/year-calendar.tsx";
import { DayForm, touches, wholeDays } from "./day-form.tsx";
import { DayList } from "./day-list.tsx";
import { saveDay } from "./save-day.ts";
import {
  absencesOf,
  blockedBy,
  endDateOf,
  type Owner,
  overridesOf,
  type SpecialDay,
  specialDaysOf,
  whenText,
} from "./special-day.ts";
import classes from "./special-days.module.css";
import { DAYS } from "./texts.ts";

interface Edited {
  /** What is stored; undefined: a new one. */
  readonly before: SpecialDay | undefined;
  readonly shown: SpecialDay;
}

/** Closures or absences and days with other hours, on a year's calendar with the list beside it. */
export function SpecialDays({ owner }: { readonly owner: Owner }) {
  const t = useTexts(DAYS);
  const parts = useTexts(PARTS);
  const text = useProblemText();
  const language = useLanguage();
  const { entity, agent } = owner;
  const today = nowIn(entity.timezone).slice(0, 10);
  const [start, setStart] = useState(`${today.slice(0, 7)}-01`);
  const [isPastShown, setPastShown] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const dialog = useOpened<Edited>();
  const absence = useAbsence();
  const year = Number(start.slice(0, 4));
  const holidays = [
    ...useHolidays(entity.publicHolidays, year),
    ...useHolidays(entity.publicHolidays, year + 1),
  ];
  const days = specialDaysOf(owner);

  const marks = marksOf([start, addDays(addMonths(start, 12), -1)], {
    closures: entity.closures,
    absences: agent?.timeOff ?? [],
    overrides: { ...entity.overrides, ...overridesOf(owner) },
    holidays,
    seasons: agent?.seasons ?? (agent?.hours === undefined ? entity.seasons : undefined) ?? [],
    overrideTitle: (hours) => readable(hours),
  });

  const open = (edited: Edited) => {
    setProblem(undefined);
    dialog.open(edited);
  };
  const choose = (from: string, to: string) => {
    const known = from === to ? days.find((day) => touches(day, from)) : undefined;
    open({ before: known, shown: known ?? wholeDays(from, to) });
  };
  const nameOf = (day: SpecialDay) => {
    const what =
      day.kind === "hours" && day.hours.length > 0
        ? readable(day.hours)
        : (day.kind === "absence" && day.absence.reason) || t(agent === undefined ? "closed" : "away");
    return `${what} (${whenText(day, language, today.slice(0, 4))})`;
  };

  const save = async (before: SpecialDay | undefined, after: SpecialDay) => {
    setBusy(true);
    setProblem(undefined);
    const planned = { entity, agentId: agent?.id, spans: blockedBy(after) };
    try {
      const { isSaved } = await absence.plan(planned, () => saveDay(owner, before, after));
      if (isSaved) {
        dialog.close();
        notifyDone(t(before === undefined ? "saved" : "changed", { what: nameOf(after) }));
      }
    } catch (error) {
      setProblem(text(error));
    } finally {
      setBusy(false);
    }
  };
  const remove = async (day: SpecialDay) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await saveDay(owner, day, undefined);
      dialog.close();
      const label = parts("undo");
      notifyDone(t("removed", { what: nameOf(day) }), {
        label,
        act: () => void saveDay(owner, undefined, day).catch((error) => setProblem(text(error))),
      });
    } catch (error) {
      setProblem(text(error));
    } finally {
      setBusy(false);
    }
  };

  const upcoming = days.filter((day) => endDateOf(day) >= today);
  const shownDays = isPastShown ? days : upcoming;
  const edited = dialog.subject;
  const isEmpty = absencesOf(owner).length === 0 && Object.keys(overridesOf(owner)).length === 0;
  return (
    <div className={classes.both}>
      <Box className={classes.calendar!}>
        <YearCalendar start={start} today={today} marks={marks} onStart={setStart} onChoose={choose} />
      </Box>
      <Stack className={classes.list!} gap="sm" component="section" aria-label={t("list")}>
        <Group justify="space-between">
          <Title order={2} fz="h5">
            {t("list")}
          </Title>
        </Group>
        <Button
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => open({ before: undefined, shown: wholeDays(today, today) })}
          classNames={{ label: classes.wrapped! }}
          h="auto"
          mih={36}
          py={7}
        >
          {t(agent === undefined ? "addClosure" : "addAway")}
        </Button>
        {isEmpty ? <Text size="sm">{t(agent === undefined ? "noneClosure" : "noneAway")}</Text> : null}
        <DayList
          days={shownDays}
          isOfPerson={agent !== undefined}
          thisYear={today.slice(0, 4)}
          onEdit={(day) => open({ before: day, shown: day })}
        />
        {days.length > upcoming.length ? (
          <Button variant="subtle" size="compact-sm" onClick={() => setPastShown(!isPastShown)}>
            {t(isPastShown ? "noPast" : "past")}
          </Button>
        ) : null}
      </Stack>
      <Modal
        opened={dialog.isOpen}
        onClose={dialog.close}
        title={t(agent === undefined ? "titleClosure" : "titleAway")}
        centered
        closeOnEscape={!absence.isAsking}
        closeOnClickOutside={false}
        closeButtonProps={{ "aria-label": parts("close") }}
      >
        {edited === undefined ? null : (
          <DayForm
            key={dialog.count}
            isOfPerson={agent !== undefined}
            shown={edited.shown}
            isNew={edited.before === undefined}
            isBusy={isBusy}
            problem={problem}
            onSave={(day) => void save(edited.before, day)}
            onRemove={() => edited.before !== undefined && void remove(edited.before)}
            onCancel={dialog.close}
          />
        )}
      </Modal>
      {absence.dialog}
    </div>
  );
}
