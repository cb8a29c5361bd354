import { Alert, Button, Group, Modal, Paper, SimpleGrid, Stack, Text, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import type { SeasonConfiguration, WeeklyHours } from "../../../../src/staff-api/wire-types.ts";
import { send } from "../../api/client.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { addDays, formatDate, nowIn, weekdayName } from "../../time.ts";
import { useHoursChange } from "../hours-conflicts/use-hours-change.tsx";
import { Icon } from "../icon.tsx";
import { notifyDone } from "../notify.tsx";
import { PARTS } from "../texts.ts";
import { useConfigurationChange } from "../use-configuration-change.ts";
import { useOpened } from "../use-opened.ts";
import { readable, tidyWeek, WEEKDAYS } from "../week-grid/week-hours.ts";
import { WeekHoursField } from "../week-grid/week-hours-field.tsx";
import type { Owner } from "./special-day.ts";
import { DAYS } from "./texts.ts";

/** Stretches of a year with weekly hours of their own. */
export function Seasons({ owner }: { readonly owner: Owner }) {
  const t = useTexts(DAYS);
  const parts = useTexts(PARTS);
  const language = useLanguage();
  const { entity, agent } = owner;
  const seasons = [...((agent ?? entity).seasons ?? [])].sort((a, b) => (a.from < b.from ? -1 : 1));
  const dialog = useOpened<{ readonly before: SeasonConfiguration | undefined }>();
  const path = agent === undefined ? `/entities/${entity.id}` : `/agents/${agent.id}`;
  const save = useConfigurationChange(
    (next: readonly SeasonConfiguration[], ifMatch) =>
      send(path, { method: "PATCH", ifMatch, body: { seasons: next } }),
    {
      onDone: () => {
        dialog.close();
        notifyDone(parts("saved"));
      },
    },
  );
  const change = useHoursChange();
  const submit = (next: readonly SeasonConfiguration[]) => {
    const later =
      agent === undefined
        ? { ...entity, seasons: next }
        : {
            ...entity,
            agents: entity.agents.map((one) => (one.id === agent.id ? { ...one, seasons: next } : one)),
          };
    change.plan(entity, later, () => save.mutate(next));
  };
  const date = (text: string) =>
    formatDate(text, language, { day: "numeric", month: "short", year: "numeric" });
  const nameOf = ({ from, to }: SeasonConfiguration) => t("until", { from: date(from), to: date(to) });
  const hoursText = (hours: WeeklyHours) =>
    WEEKDAYS.flatMap((day, index) =>
      (hours[day] ?? []).length === 0
        ? []
        : [`${weekdayName(index, language, "short")} ${readable(hours[day])}`],
    ).join(" · ") || t("seasons.allClosed");
  const edited = dialog.subject?.before;
  const others = seasons.filter((one) => one !== edited);
  return (
    <Stack gap="sm" component="section" aria-label={t("seasons.title")}>
      <div>
        <Title order={3} fz="h5">
          {t("seasons.title")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("seasons.about")}
        </Text>
      </div>
      {seasons.length === 0 ? <Text size="sm">{t("seasons.none")}</Text> : null}
      {seasons.map((season) => (
        <Paper key={season.from} withBorder p="sm">
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <div>
              <Text fw={600} size="sm">
                {nameOf(season)}
              </Text>
              <Text size="sm" className="numbers">
                {hoursText(season.hours)}
              </Text>
            </div>
            <Button
              variant="default"
              size="xs"
              flex="none"
              aria-label={t("seasons.edit", { name: nameOf(season) })}
              onClick={() => dialog.open({ before: season })}
            >
              {parts("edit")}
            </Button>
          </Group>
        </Paper>
      ))}
      <Button
        variant="default"
        w="fit-content"
        leftSection={<Icon name="plus" size={16} />}
        onClick={() => dialog.open({ before: undefined })}
      >
        {t("seasons.add")}
      </Button>
      <Modal
        opened={dialog.isOpen}
        onClose={dialog.close}
        size="xl"
        title={t("seasons.title")}
        closeOnClickOutside={false}
        closeOnEscape={!change.isAsking}
        closeButtonProps={{ "aria-label": parts("close") }}
      >
        <SeasonForm
          key={dialog.count}
          first={
            edited ?? {
              from: addDays(nowIn(entity.timezone), 1),
              to: addDays(nowIn(entity.timezone), 31),
              hours: agent?.hours ?? entity.hours ?? {},
            }
          }
          others={others}
          isBusy={save.isPending || change.isLooking}
          onSave={(season) => submit([...others, season])}
          onRemove={edited === undefined ? undefined : () => submit(others)}
          onCancel={dialog.close}
        />
      </Modal>
      {change.dialog}
    </Stack>
  );
}

function SeasonForm({
  first,
  others,
  isBusy,
  onSave,
  onRemove,
  onCancel,
}: {
  readonly first: SeasonConfiguration;
  readonly others: readonly SeasonConfiguration[];
  readonly isBusy: boolean;
  readonly onSave: (season: SeasonConfiguration) => void;
  readonly onRemove: (() => void) | undefined;
  readonly onCancel: () => void;
}) {
  const t = useTexts(DAYS);
  const parts = useTexts(PARTS);
  const [{ from, to, hours }, set] = useState(first);
  const [isInvalid, setInvalid] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const isOrderWrong = from === "" || to === "" || to < from;
  const doesOverlap = !isOrderWrong && others.some((one) => one.from <= to && from <= one.to);
  const submit = () => {
    setChecked(true);
    if (!isOrderWrong && !doesOverlap && !isInvalid) onSave({ from, to, hours: tidyWeek(hours) });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        {isChecked && doesOverlap ? (
          <Alert color="red" role="alert">
            {t("seasons.overlap")}
          </Alert>
        ) : null}
        <SimpleGrid cols={2}>
          <TextInput
            type="date"
            label={t("first")}
            value={from}
            onChange={(event) => {
              const { value } = event.currentTarget;
              set((before) => ({ ...before, from: value }));
            }}
          />
          <TextInput
            type="date"
            label={t("last")}
            value={to}
            error={isChecked && isOrderWrong ? t("order") : undefined}
            onChange={(event) => {
              const { value } = event.currentTarget;
              set((before) => ({ ...before, to: value }));
            }}
          />
        </SimpleGrid>
        <WeekHoursField
          label={t("seasons.hours")}
          value={hours}
          onChange={(next) => set((before) => ({ ...before, hours: next }))}
          onInvalid={setInvalid}
        />
        <Group justify="space-between">
          {onRemove === undefined ? (
            <span />
          ) : (
            <Button variant="subtle" color="red" onClick={onRemove} disabled={isBusy}>
              {parts("remove")}
            </Button>
          )}
          <Group gap="sm">
            <Button variant="default" onClick={onCancel}>
              {parts("cancel")}
            </Button>
            <Button type="submit" loading={isBusy}>
              {parts("save")}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
