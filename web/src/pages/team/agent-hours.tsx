import { Checkbox, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import type {
  AgentConfiguration,
  BreakConfiguration,
  WeeklyHours,
} from "../../../../src/staff-api/wire-types.ts";
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
import { TEAM } from "./texts.ts";

/** Hours and breaks of one person: those of the business, or own ones in their place. */
export function AgentHours({
  entity,
  agent,
}: {
  readonly entity: Entity;
  readonly agent: AgentConfiguration;
}) {
  const t = useTexts(TEAM);
  const week = useTexts(WEEK);
  const { draft, set, isDirty, discard } = useDraft<{
    hours: WeeklyHours | null;
    breaks: readonly BreakConfiguration[] | null;
  }>({
    hours: agent.hours === undefined ? null : wholeWeek(agent.hours),
    breaks: agent.breaks ?? null,
  });
  const { hours, breaks } = draft;
  const [isInvalid, setInvalid] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const [count, setCount] = useState(0);
  const reset = () => {
    setChecked(false);
    setInvalid(false);
    setCount(count + 1);
    discard();
  };
  const save = useConfigurationChange(
    (body: object, ifMatch) => send(`/agents/${agent.id}`, { method: "PATCH", ifMatch, body }),
    {
      onDone: () => {
        reset();
        notifyDone(t("hours.saved"));
      },
    },
  );
  const change = useHoursChange();
  const isWrong = (hours !== null && isInvalid) || breaks?.every(isWholeBreak) === false;
  const shownBreaks = breaks ?? entity.breaks ?? [];
  return (
    <Stack gap="lg">
      <div>
        <SegmentedControl
          aria-label={t("hours.whose")}
          value={hours === null ? "business" : "own"}
          onChange={(value) => set("hours", value === "business" ? null : wholeWeek(entity.hours ?? {}))}
          data={[
            { value: "business", label: t("hours.asBusiness") },
            { value: "own", label: t("hours.own") },
          ]}
        />
        <Text size="sm" c="dimmed" mt={6}>
          {hours === null
            ? t("hours.asBusinessHint")
            : (entity.seasons ?? []).length > 0
              ? t("hours.noSeasons")
              : ""}
        </Text>
      </div>
      <WeekHoursField
        key={count}
        isReadOnly={hours === null}
        value={hours ?? entity.hours ?? {}}
        breaks={shownBreaks}
        onChange={(next) => set("hours", wholeWeek(next))}
        onInvalid={setInvalid}
      />
      <section aria-labelledby="breaks">
        <Title order={2} fz="h4" id="breaks" mb="xs">
          {week("breaks")}
        </Title>
        <Checkbox
          mb="sm"
          label={t("hours.breaksAsBusiness")}
          checked={breaks === null}
          onChange={(event) => set("breaks", event.currentTarget.checked ? null : (entity.breaks ?? []))}
        />
        {breaks === null ? null : (
          <BreaksField value={breaks} isChecked={isChecked} onChange={(next) => set("breaks", next)} />
        )}
      </section>
      <SaveBar
        isDirty={isDirty || isInvalid}
        isBusy={save.isPending || change.isLooking}
        problem={isChecked && isWrong ? t("hours.fix") : undefined}
        onSave={() => {
          setChecked(true);
          if (isWrong) return;
          const later = { ...agent, hours: hours ?? undefined, breaks: breaks ?? undefined };
          const agents = entity.agents.map((one) => (one.id === agent.id ? later : one));
          change.plan(entity, { ...entity, agents }, () => save.mutate({ hours, breaks }));
        }}
        onDiscard={reset}
      />
      {change.dialog}
    </Stack>
  );
}
