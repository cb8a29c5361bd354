import { Alert, Stack } from "@mantine/core";
import { useState } from "react";
import { send } from "../../api/client.ts";
import type { Entity } from "../../api/queries.ts";
import { useTexts } from "../../i18n.ts";
import { notifyDone } from "../../parts/notify.tsx";
import { SaveBar } from "../../parts/save-bar.tsx";
import { useConfigurationChange } from "../../parts/use-configuration-change.ts";
import { useDraft } from "../../parts/use-draft.ts";
import { DurationField } from "./duration-field.tsx";
import { HOURS } from "./texts.ts";

const DAY = 1_440;
const YEAR_MINUTES = 365 * DAY;
const MOST_DAYS = 730;

/** How callers may book: notice, horizon and until when they change things themselves. */
export function RulesForm({ entity }: { readonly entity: Entity }) {
  const t = useTexts(HOURS);
  const stored: Record<"notice" | "horizon" | "change", number | undefined> = {
    notice: entity.minNoticeMinutes,
    horizon: entity.horizonDays * DAY,
    change: entity.changeNoticeMinutes,
  };
  const { draft, set, isDirty, discard } = useDraft(stored);
  const { notice, horizon, change } = draft;
  const [isChecked, setChecked] = useState(false);
  const [count, setCount] = useState(0);
  const reset = () => {
    setChecked(false);
    setCount(count + 1);
    discard();
  };
  const save = useConfigurationChange(
    (body: object, ifMatch) => send(`/entities/${entity.id}`, { method: "PATCH", ifMatch, body }),
    {
      onDone: () => {
        reset();
        notifyDone(t("rules.saved"));
      },
    },
  );
  const submit = () => {
    setChecked(true);
    const isWrong =
      notice === undefined ||
      notice > YEAR_MINUTES ||
      horizon === undefined ||
      horizon < DAY ||
      horizon > MOST_DAYS * DAY ||
      change === undefined ||
      change > YEAR_MINUTES;
    if (isWrong) return;
    save.mutate({
      minNoticeMinutes: notice,
      horizonDays: horizon / DAY,
      changeNoticeMinutes: change,
    });
  };
  return (
    <Stack gap="lg" maw={640} key={count}>
      <Alert color="gray" variant="light">
        {t("rules.forCallers")}
      </Alert>
      <DurationField
        label={t("rules.notice")}
        description={t("rules.noticeHint")}
        value={notice}
        units={["minutes", "hours", "days"]}
        least={0}
        most={YEAR_MINUTES}
        isChecked={isChecked}
        onChange={(value) => set("notice", value)}
      />
      <DurationField
        label={t("rules.horizon")}
        description={t("rules.horizonHint")}
        value={horizon}
        units={["days", "weeks"]}
        least={DAY}
        most={MOST_DAYS * DAY}
        isChecked={isChecked}
        onChange={(value) => set("horizon", value)}
      />
      <DurationField
        label={t("rules.change")}
        description={t("rules.changeHint")}
        value={change}
        units={["minutes", "hours", "days"]}
        least={0}
        most={YEAR_MINUTES}
        isChecked={isChecked}
        onChange={(value) => set("change", value)}
      />
      <SaveBar isDirty={isDirty} isBusy={save.isPending} onSave={submit} onDiscard={reset} />
    </Stack>
  );
}
