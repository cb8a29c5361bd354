import { Fieldset, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { AppointmentTypeConfiguration } from "../../../../src/staff-api/wire-types.ts";
import { send } from "../../api/client.ts";
import type { Entity } from "../../api/queries.ts";
import { useTexts } from "../../i18n.ts";
import { type Faults, faultsOf } from "../../parts/faults.ts";
import { DrawerForm } from "../../parts/form-drawer.tsx";
import { notifyDone } from "../../parts/notify.tsx";
import { randomId } from "../../parts/random-id.ts";
import { RemoveButton } from "../../parts/remove-button.tsx";
import { useProblemText } from "../../parts/states.tsx";
import { PARTS } from "../../parts/texts.ts";
import { useConfigurationChange } from "../../parts/use-configuration-change.ts";
import { LengthAndPrice } from "./length-and-price.tsx";
import { Performers } from "./performers.tsx";
import { LIMITS, newDraft, type ProductDraft, productOf, type Typed, wrongFields } from "./product-draft.ts";
import { SERVICES } from "./texts.ts";

/** A service: its name and who performs it; a new one with its first variant, so that it can be booked at once. */
export function TypeForm({
  entity,
  type,
  onDone,
  onRemove,
}: {
  readonly entity: Entity;
  /** Undefined: a new one. */
  readonly type: AppointmentTypeConfiguration | undefined;
  readonly onDone: () => void;
  readonly onRemove: () => void;
}) {
  const t = useTexts(SERVICES);
  const parts = useTexts(PARTS);
  const text = useProblemText();
  const [before] = useState(() => ({
    name: type?.name ?? "",
    // Whoever works alone performs everything.
    agents: type?.agents ?? (entity.agents.length === 1 ? [entity.agents[0]!.id] : []),
    variant: { ...newDraft(undefined), durationMinutes: 30 } as ProductDraft,
  }));
  const [draft, setDraft] = useState(before);
  const [faults, setFaults] = useState<Faults>({});
  const [problem, setProblem] = useState<string>();
  const { name, agents, variant } = draft;
  const heal = (field: string) => {
    if (field in faults) setFaults(({ [field]: _, ...others }) => others);
  };
  const setVariant = (name: "name" | "durationMinutes" | "price", value: Typed) => {
    setDraft((old) => ({ ...old, variant: { ...old.variant, [name]: value } }));
    heal(name === "name" ? "variantName" : name);
  };

  const save = useConfigurationChange(
    (made: { name: string; agents: readonly string[] }, ifMatch) =>
      type === undefined
        ? send(`/entities/${entity.id}/appointment-types`, {
            method: "POST",
            body: {
              ...made,
              products: [{ id: `pr_${randomId()}`, ...productOf({ ...variant, name: variantName() }) }],
            },
          })
        : send(`/appointment-types/${type.id}`, {
            method: "PATCH",
            ifMatch,
            body: {
              ...(made.name === type.name ? {} : { name: made.name }),
              ...(made.agents.join() === type.agents.join() ? {} : { agents: made.agents }),
            },
          }),
    {
      isForm: true,
      onDone: (_result, made) => {
        notifyDone(t("type.saved", { name: made.name }));
        onDone();
      },
      onProblem: (error) => {
        if ("name" in faultsOf(error)) setFaults({ name: t("fault.name") });
        else setProblem(text(error));
        return true;
      },
    },
  );
  const variantName = () => variant.name.trim() || name.trim();
  const isDirty = JSON.stringify(before) !== JSON.stringify(draft);
  const submit = () => {
    if (type !== undefined && !isDirty) return onDone();
    setProblem(undefined);
    const found: Record<string, string> = {};
    const isNamed = name.trim() !== "" && name.trim().length <= 200;
    if (!isNamed) found.name = t("fault.name");
    if (type === undefined) {
      const wrong = wrongFields({ ...variant, name: isNamed ? variantName() : "?" });
      const [from, to] = LIMITS.durationMinutes;
      if (wrong.includes("name")) found.variantName = t("fault.name");
      if (wrong.includes("durationMinutes")) found.durationMinutes = t("fault.number", { from, to });
      if (wrong.includes("price")) found.price = t("fault.price");
    }
    setFaults(found);
    if (Object.keys(found).length === 0) save.mutate({ name: name.trim(), agents });
  };

  return (
    <DrawerForm
      isDirty={isDirty}
      isBusy={save.isPending}
      faults={faults}
      problem={problem}
      submit={parts("save")}
      onSubmit={submit}
      extra={
        type === undefined ? null : (
          <Group>
            <RemoveButton label={t("type.remove")} onRemove={onRemove} />
          </Group>
        )
      }
    >
      <TextInput
        label={t("type.name")}
        description={t("type.nameHint")}
        value={name}
        onChange={(event) => {
          setDraft({ ...draft, name: event.currentTarget.value });
          heal("name");
        }}
        error={faults.name}
        required
        data-autofocus
      />
      <Performers
        team={entity.agents}
        chosen={agents}
        onChange={(ids) => setDraft({ ...draft, agents: [...ids] })}
      />
      {type === undefined ? (
        <Fieldset legend={t("type.first")}>
          <Stack gap="sm">
            <TextInput
              label={t("variant.name")}
              placeholder={name.trim()}
              value={variant.name}
              onChange={(event) => setVariant("name", event.currentTarget.value)}
              error={faults.variantName}
            />
            <LengthAndPrice
              draft={variant}
              currency={entity.currency}
              faults={faults}
              onChange={setVariant}
            />
            <Text size="xs" c="dimmed">
              {t("type.firstHint")}
            </Text>
          </Stack>
        </Fieldset>
      ) : null}
    </DrawerForm>
  );
}
