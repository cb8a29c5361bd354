import { Alert, NativeSelect, Select, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { send } from "../../api/client.ts";
import { useRegions } from "../../api/holidays.ts";
import type { Entity } from "../../api/queries.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { type Faults, faultsOf } from "../../parts/faults.ts";
import { notifyDone } from "../../parts/notify.tsx";
import { currencyChoices, ZONES } from "../../parts/place-choices.ts";
import { SaveBar } from "../../parts/save-bar.tsx";
import { useProblemText } from "../../parts/states.tsx";
import { useConfigurationChange } from "../../parts/use-configuration-change.ts";
import { useDraft } from "../../parts/use-draft.ts";
import { HOURS } from "./texts.ts";

export function PlaceForm({ entity }: { readonly entity: Entity }) {
  const t = useTexts(HOURS);
  const language = useLanguage();
  const text = useProblemText();
  const { draft, set, changed, isDirty, discard } = useDraft({
    name: entity.name,
    timezone: entity.timezone,
    language: entity.language as string,
    currency: entity.currency,
    country: entity.country ?? entity.publicHolidays?.country ?? null,
  });
  const [faults, setFaults] = useState<Faults>({});
  const [problem, setProblem] = useState<string>();
  const countries = useRegions(undefined).data?.countries ?? [];
  const save = useConfigurationChange(
    (body: object, ifMatch) => send(`/entities/${entity.id}`, { method: "PATCH", ifMatch, body }),
    {
      onDone: () => {
        discard();
        notifyDone(t("place.saved"));
      },
      onProblem: (error) => {
        const found = faultsOf(error);
        setFaults(found);
        if (Object.keys(found).length === 0) setProblem(text(error));
        return true;
      },
    },
  );
  const submit = () => {
    setProblem(undefined);
    if (draft.name.trim() === "") return setFaults({ name: t("place.nameFault") });
    setFaults({});
    save.mutate(Object.fromEntries(changed.map((name) => [name, draft[name]])));
  };
  return (
    <Stack maw={640}>
      <TextInput
        label={t("place.name")}
        description={t("place.nameHint")}
        value={draft.name}
        error={faults.name}
        onChange={(event) => set("name", event.currentTarget.value)}
      />
      <Select
        label={t("place.zone")}
        description={t("place.zoneHint")}
        searchable
        allowDeselect={false}
        data={ZONES}
        value={draft.timezone}
        error={faults.timezone}
        onChange={(zone) => zone !== null && set("timezone", zone)}
      />
      {changed.includes("timezone") ? <Alert color="orange">{t("place.zoneWarning")}</Alert> : null}
      <NativeSelect
        label={t("place.language")}
        value={draft.language}
        data={[
          { value: "de", label: t("place.languages.de") },
          { value: "en", label: t("place.languages.en") },
        ]}
        onChange={(event) => set("language", event.currentTarget.value)}
      />
      <Select
        label={t("place.currency")}
        searchable
        allowDeselect={false}
        data={currencyChoices(language)}
        value={draft.currency}
        error={faults.currency}
        onChange={(code) => code !== null && set("currency", code)}
      />
      <Select
        label={t("place.country")}
        description={t("place.countryHint")}
        searchable
        allowDeselect={false}
        data={countries.map(({ code, name }) => ({ value: code, label: name }))}
        value={draft.country}
        error={faults.country}
        onChange={(code) => code !== null && set("country", code)}
      />
      <SaveBar
        isDirty={isDirty}
        isBusy={save.isPending}
        problem={problem}
        onSave={submit}
        onDiscard={() => {
          setFaults({});
          setProblem(undefined);
          discard();
        }}
      />
    </Stack>
  );
}
