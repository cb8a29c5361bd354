import { Title } from "@mantine/core";
import { useState } from "react";
import type { BreakConfiguration, WeeklyHours } from "../../../../src/staff-api/wire-types.ts";
import { send } from "../../api/client.ts";
import type { Entity } from "../../api/queries.ts";
import { useTexts } from "../../i18n.ts";
import { isWholeBreak } from "../../parts/week-grid/break-spans.ts";
import { BreaksField } from "../../parts/week-grid/breaks-field.tsx";
import { WEEK } from "../../parts/week-grid/texts.ts";
import { WEEKDAYS, wholeWeek } from "../../parts/week-grid/week-hours.ts";
import { WeekHoursField } from "../../parts/week-grid/week-hours-field.tsx";
import { isDone } from "./progress.ts";
import { StepFrame } from "./step-frame.tsx";
import { SETUP } from "./texts.ts";
import { HOURS_OF, keptTrade } from "./trades.ts";
import { type StepProps, useStep } from "./use-step.ts";

export function HoursStep({ entity, ...ways }: StepProps & { readonly entity: Entity }) {
  const t = useTexts(SETUP);
  const week = useTexts(WEEK);
  const [hours, setHours] = useState<WeeklyHours>(
    isDone("hours", entity) ? wholeWeek(entity.hours ?? {}) : HOURS_OF[keptTrade() ?? "other"],
  );
  const [breaks, setBreaks] = useState<readonly BreakConfiguration[]>(entity.breaks ?? []);
  const [isInvalid, setInvalid] = useState(false);
  const check = () => {
    if (isInvalid || !breaks.every(isWholeBreak)) return t("hours.fault");
    return WEEKDAYS.every((day) => (hours[day] ?? []).length === 0) ? t("hours.none") : undefined;
  };
  const step = useStep(ways, check, (ifMatch) =>
    send(`/entities/${entity.id}`, {
      method: "PATCH",
      ifMatch,
      body: { hours: wholeWeek(hours), breaks },
    }),
  );
  return (
    <StepFrame
      about={t("hours.about")}
      isBusy={step.isBusy}
      problem={step.problem}
      onNext={step.onNext}
      onBack={step.onBack}
    >
      <WeekHoursField value={hours} breaks={breaks} onChange={setHours} onInvalid={setInvalid} />
      <Title order={3} fz="h5">
        {week("breaks")}
      </Title>
      <BreaksField value={breaks} isChecked={step.isChecked} onChange={setBreaks} />
    </StepFrame>
  );
}
