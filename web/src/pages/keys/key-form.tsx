import { Accordion, Checkbox, NumberInput, Select, Stack, Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Key } from "../../../../src/staff-api/wire-types.ts";
import { send } from "../../api/client.ts";
import { useTexts } from "../../i18n.ts";
import { type Faults, faultsOf } from "../../parts/faults.ts";
import { DrawerForm } from "../../parts/form-drawer.tsx";
import { useProblemText } from "../../parts/states.tsx";
import { useChange } from "../../parts/use-change.ts";
import { useChosenEntity } from "../../shell/entity.tsx";
import { KEYS } from "./texts.ts";

export interface MadeKey {
  readonly key: string;
  readonly webhookUrl: string;
  readonly stored: Key;
}

type Scope = Key["scopes"][number];
const OF_BOTS: readonly Scope[] = ["read", "book", "clients"];

const DAYS = { never: undefined, day: 1, month: 30, year: 365 } as const;
type Lifetime = keyof typeof DAYS;
const DAY_MS = 86_400_000;

const FIRST = {
  label: "",
  isEverywhere: true,
  entityIds: [] as string[],
  scopes: [...OF_BOTS] as Scope[],
  lifetime: "never" as Lifetime,
  isAlways200: false,
  maxSlots: "" as number | string,
  isForStaff: false,
};

export function KeyForm({ onMade }: { readonly onMade: (made: MadeKey) => void }) {
  const t = useTexts(KEYS);
  const text = useProblemText();
  const { entities } = useChosenEntity();
  const [draft, setDraft] = useState(FIRST);
  const [faults, setFaults] = useState<Faults>({});
  const [problem, setProblem] = useState<string>();
  const [open, setOpen] = useState<string | null>(null);
  const set = (change: Partial<typeof FIRST>) => {
    setDraft((before) => ({ ...before, ...change }));
    const healed = Object.entries(faults).filter(([field]) => !(field in change));
    if (healed.length < Object.keys(faults).length) setFaults(Object.fromEntries(healed));
  };
  const showFaults = (fields: readonly string[]) => {
    const known = (["label", "entityIds", "scopes", "maxSlots"] as const).filter((one) =>
      fields.includes(one),
    );
    setFaults(Object.fromEntries(known.map((field) => [field, t(`fault.${field}`)])));
    if (known.includes("maxSlots")) setOpen("special");
    return known.length > 0;
  };
  const make = useChange(
    async () => {
      const days = DAYS[draft.lifetime];
      const body = {
        label: draft.label.trim(),
        entityIds: draft.isEverywhere ? null : draft.entityIds,
        scopes: [...draft.scopes, ...(draft.isForStaff ? ["staff"] : [])],
        errorStatus: draft.isAlways200 ? 200 : null,
        maxSlots: draft.maxSlots === "" ? null : Number(draft.maxSlots),
        expiresAt: days === undefined ? null : new Date(Date.now() + days * DAY_MS).toISOString(),
      };
      return (await send<MadeKey>("/keys", { method: "POST", body })).data;
    },
    {
      outdates: ["keys"],
      onDone: onMade,
      onProblem: (error) => {
        if (!showFaults(Object.keys(faultsOf(error)))) setProblem(text(error));
        return true;
      },
    },
  );
  const submit = () => {
    setProblem(undefined);
    const label = draft.label.trim();
    const slots = draft.maxSlots === "" ? 1 : Number(draft.maxSlots);
    const wrong = [
      ...(label === "" || label.length > 200 ? ["label"] : []),
      ...(!draft.isEverywhere && draft.entityIds.length === 0 ? ["entityIds"] : []),
      ...(draft.scopes.length === 0 && !draft.isForStaff ? ["scopes"] : []),
      ...(Number.isInteger(slots) && slots >= 1 && slots <= 20 ? [] : ["maxSlots"]),
    ];
    showFaults(wrong);
    if (wrong.length === 0) make.mutate(undefined);
  };
  return (
    <DrawerForm
      isDirty={JSON.stringify(FIRST) !== JSON.stringify(draft)}
      isBusy={make.isPending}
      faults={faults}
      problem={problem}
      submit={t("form.submit")}
      onSubmit={submit}
    >
      <TextInput
        label={t("form.label")}
        description={t("form.labelHint")}
        value={draft.label}
        onChange={(event) => set({ label: event.currentTarget.value })}
        error={faults.label}
        required
        data-autofocus
      />
      {entities.length > 1 ? (
        <Stack gap="xs">
          <Switch
            label={t("form.all")}
            checked={draft.isEverywhere}
            onChange={(event) => set({ isEverywhere: event.currentTarget.checked })}
          />
          {draft.isEverywhere ? null : (
            <Checkbox.Group
              label={t("form.branches")}
              value={draft.entityIds}
              onChange={(entityIds) => set({ entityIds })}
              error={faults.entityIds}
            >
              <Stack gap="xs" mt="xs">
                {entities.map(({ id, name }) => (
                  <Checkbox key={id} value={id} label={name} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
        </Stack>
      ) : null}
      <Checkbox.Group
        label={t("form.scopes")}
        description={t("form.scopesHint")}
        value={draft.scopes}
        onChange={(scopes) => set({ scopes: OF_BOTS.filter((scope) => scopes.includes(scope)) })}
        error={faults.scopes}
      >
        <Stack gap="xs" mt="xs">
          {OF_BOTS.map((scope) => (
            <Checkbox key={scope} value={scope} label={t(`scope.${scope}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Select
        label={t("form.expires")}
        allowDeselect={false}
        data={(Object.keys(DAYS) as Lifetime[]).map((value) => ({ value, label: t(`form.${value}`) }))}
        value={draft.lifetime}
        onChange={(lifetime) => set({ lifetime: lifetime as Lifetime })}
      />
      <Accordion variant="separated" order={3} value={open} onChange={setOpen} transitionDuration={0}>
        <Accordion.Item value="special">
          <Accordion.Control>{t("form.special")}</Accordion.Control>
          <Accordion.Panel>
            <Stack>
              <Switch
                label={t("form.always200")}
                description={t("form.always200Hint")}
                checked={draft.isAlways200}
                onChange={(event) => set({ isAlways200: event.currentTarget.checked })}
              />
              <NumberInput
                label={t("form.maxSlots")}
                description={t("form.maxSlotsHint")}
                value={draft.maxSlots}
                onChange={(maxSlots) => set({ maxSlots })}
                allowDecimal={false}
                allowNegative={false}
                min={1}
                max={20}
                clampBehavior="none"
                error={faults.maxSlots}
              />
              <Switch
                label={t("form.staff")}
                description={t("form.staffHint")}
                checked={draft.isForStaff}
                onChange={(event) => set({ isForStaff: event.currentTarget.checked })}
              />
            </Stack>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </DrawerForm>
  );
}
