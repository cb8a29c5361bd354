import { Alert, Button, Group, NativeSelect, NumberInput, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import type { AgentConfiguration } from "../../../../src/staff-api/wire-types.ts";
import { send } from "../../api/client.ts";
import type { Entity } from "../../api/queries.ts";
import { useTexts } from "../../i18n.ts";
import { type Faults, faultsOf } from "../../parts/faults.ts";
import { SaveBar } from "../../parts/save-bar.tsx";
import { useProblemText } from "../../parts/states.tsx";
import { PARTS } from "../../parts/texts.ts";
import { useConfigurationChange } from "../../parts/use-configuration-change.ts";
import { useDraft } from "../../parts/use-draft.ts";
import { TEAM } from "./texts.ts";

const GENDERS = ["none", "female", "male", "diverse"] as const;

/** Who somebody is; with `agent` on the person's own page, else in a dialog for a new one. */
export function PersonForm({
  entity,
  agent,
  onDone,
  onCancel,
}: {
  readonly entity: Entity;
  readonly agent: AgentConfiguration | undefined;
  readonly onDone: (agent: AgentConfiguration) => void;
  readonly onCancel?: () => void;
}) {
  const t = useTexts(TEAM);
  const parts = useTexts(PARTS);
  const text = useProblemText();
  const { draft, set, isDirty, discard } = useDraft({
    firstname: agent?.firstname ?? "",
    lastname: agent?.lastname ?? "",
    gender: (agent?.gender ?? "none") as string,
    limit: (agent?.maxBookingsPerDay ?? "") as string | number,
  });
  const [faults, setFaults] = useState<Faults>({});
  const [problem, setProblem] = useState<string>();
  const save = useConfigurationChange(
    async (body: object, ifMatch) =>
      agent === undefined
        ? (
            await send<AgentConfiguration>(`/entities/${entity.id}/agents`, {
              method: "POST",
              body,
            })
          ).data
        : (await send<AgentConfiguration>(`/agents/${agent.id}`, { method: "PATCH", ifMatch, body })).data,
    {
      onDone: (saved) => {
        discard();
        onDone(saved);
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
    const { firstname, lastname, gender, limit } = draft;
    const found: Record<string, string> = {};
    if (firstname.trim() === "") found.firstname = t("person.nameFault");
    if (lastname.trim() === "") found.lastname = t("person.nameFault");
    if (limit !== "" && Number(limit) < 1) found.maxBookingsPerDay = t("person.limitFault");
    setFaults(found);
    setProblem(undefined);
    if (Object.keys(found).length > 0) return;
    // A merge patch forgets what is null; what is new has nothing to forget.
    const forgotten = agent === undefined ? undefined : null;
    save.mutate({
      firstname: firstname.trim(),
      lastname: lastname.trim(),
      gender: gender === "none" ? forgotten : gender,
      maxBookingsPerDay: limit === "" ? forgotten : Number(limit),
    });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack maw={640}>
        {problem === undefined || agent !== undefined ? null : (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            data-autofocus={agent === undefined || undefined}
            label={t("person.firstname")}
            value={draft.firstname}
            error={faults.firstname}
            onChange={(event) => set("firstname", event.currentTarget.value)}
          />
          <TextInput
            label={t("person.lastname")}
            value={draft.lastname}
            error={faults.lastname}
            onChange={(event) => set("lastname", event.currentTarget.value)}
          />
        </SimpleGrid>
        <NativeSelect
          label={t("person.gender")}
          description={t("person.genderHint")}
          value={draft.gender}
          data={GENDERS.map((one) => ({ value: one, label: t(`person.genders.${one}`) }))}
          onChange={(event) => set("gender", event.currentTarget.value)}
        />
        {agent === undefined ? null : (
          <NumberInput
            label={t("person.limit")}
            description={t("person.limitHint")}
            maw={320}
            min={1}
            max={10_000}
            clampBehavior="none"
            allowDecimal={false}
            allowNegative={false}
            value={draft.limit}
            error={faults.maxBookingsPerDay}
            onChange={(value) => set("limit", value)}
          />
        )}
        {agent === undefined ? (
          <Group justify="flex-end">
            <Button variant="default" onClick={onCancel}>
              {parts("cancel")}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t("person.add")}
            </Button>
          </Group>
        ) : (
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
        )}
      </Stack>
    </form>
  );
}
