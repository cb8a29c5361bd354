import { Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import type { BreakConfiguration } from "../../../../src/staff-api/wire-types.ts";
import { send } from "../../api/client.ts";
import type { Entity } from "../../api/queries.ts";
import { useTexts } from "../../i18n.ts";
import { useHoursChange } from "../../parts/hours-conflicts/use-hours-change.tsx";
import { notifyDone } from "../../parts/notify.tsx";
import { SaveBar } from "../../parts/save-bar.tsx";
import { useConfigurationChange } from "../../parts/use-configuration-change.ts";
import { useDraft } from "../../parts/use-draft.ts";
import { isWholeBreak } from "../../parts/week-grid/break-spans.ts";
import { BreaksField } from "../../parts/week-grid/breaks-field.tsx";
import { WEEK } from "../../parts/week-grid/texts.ts";
import { wholeWeek } from "../../parts/week-grid/week-hours.ts";
import { WeekHoursField } from "../../parts/week-grid/week-hours-field.tsx";
import { HOURS } from "./texts.ts";

export function WeekForm({ entity }: { readonly entity: Entity }) {
  const t = useTexts(HOURS);
  const week = useTexts(WEEK);
  const stored = {
    hours: wholeWeek(entity.hours ?? {}),
    breaks: (entity.breaks ?? []) as readonly BreakConfiguration[],
  };
  const { draft, set, isDirty, discard } = useDraft(stored);
  const [isInvalid, setInvalid] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const [count, setCount] = useState(0);
  const save = useConfigurationChange(
    (_: undefined, ifMatch) =>
      send(`/entities/${entity.id}`, {
        method: "PATCH",
        ifMatch,
        body: { hours: draft.hours, breaks: draft.breaks },
      }),
    {
      onDone: () => {
        setChecked(false);
        discard();
        notifyDone(t("saved"));
      },
    },
  );
  const change = useHoursChange();
  const isWrong = isInvalid || !draft.breaks.every(isWholeBreak);
  return (
    <Stack gap="lg">
      <section aria-labelledby="weekly">
        <Title order={2} fz="h4" mb="sm" id="weekly">
          {t("weekly")}
        </Title>
        <WeekHoursField
          key={count}
          value={draft.hours}
          breaks={draft.breaks}
          onChange={(hours) => set("hours", wholeWeek(hours))}
          onInvalid={setInvalid}
        />
      </section>
      <section aria-labelledby="breaks">
        <Title order={2} fz="h4" id="breaks">
          {week("breaks")}
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          {week("breaksAbout")}
        </Text>
        <BreaksField
          value={draft.breaks}
          isChecked={isChecked}
          onChange={(breaks) => set("breaks", breaks)}
        />
      </section>
      <SaveBar
        isDirty={isDirty || isInvalid}
        isBusy={save.isPending || change.isLooking}
        problem={isChecked && isWrong ? t("fix") : undefined}
        onSave={() => {
          setChecked(true);
          if (!isWrong) change.plan(entity, { ...entity, ...draft }, () => save.mutate(undefined));
        }}
        onDiscard={() => {
          setChecked(false);
          setCount(count + 1);
          discard();
        }}
      />
      {change.dialog}
    </Stack>
  );
}
