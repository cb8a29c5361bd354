import { Autocomplete, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ResourceConfiguration } from "../../../../src/staff-api/wire-types.ts";
import { send } from "../../api/client.ts";
import type { Entity } from "../../api/queries.ts";
import { useTexts } from "../../i18n.ts";
import { type Faults, faultsOf } from "../../parts/faults.ts";
import { DrawerForm } from "../../parts/form-drawer.tsx";
import { notifyDone } from "../../parts/notify.tsx";
import { poolLabel, poolOf } from "../../parts/pool-name.ts";
import { RemoveButton } from "../../parts/remove-button.tsx";
import { useProblemText } from "../../parts/states.tsx";
import { PARTS } from "../../parts/texts.ts";
import { useConfigurationChange } from "../../parts/use-configuration-change.ts";
import { poolsOf, shortWithout } from "./pools.ts";
import { ROOMS } from "./texts.ts";

/** A room or device; with another kind it moves there. */
export function RoomForm({
  entity,
  resource,
  pool: given,
  onDone,
  onRemove,
}: {
  readonly entity: Entity;
  /** Undefined: a new one. */
  readonly resource: ResourceConfiguration | undefined;
  /** Of which kind a new one is. */
  readonly pool?: string | undefined;
  readonly onDone: () => void;
  readonly onRemove: () => void;
}) {
  const t = useTexts(ROOMS);
  const parts = useTexts(PARTS);
  const text = useProblemText();
  const pools = poolsOf(entity);
  const [before] = useState(() => ({
    name: resource?.name ?? "",
    pool: poolLabel(resource?.pool ?? given ?? (pools.length === 1 ? pools[0]!.name : "")),
  }));
  const [draft, setDraft] = useState(before);
  const [faults, setFaults] = useState<Faults>({});
  const [problem, setProblem] = useState<string>();
  const set = (name: "name" | "pool", value: string) => {
    setDraft((old) => ({ ...old, [name]: value }));
    if (name in faults) setFaults(({ [name]: _, ...others }) => others);
  };
  const save = useConfigurationChange(
    (made: { name: string; pool: string }, ifMatch) =>
      resource === undefined
        ? send(`/entities/${entity.id}/resources`, { method: "POST", body: made })
        : send(`/resources/${resource.id}`, {
            method: "PATCH",
            ifMatch,
            body: {
              ...(made.name === resource.name ? {} : { name: made.name }),
              ...(made.pool === resource.pool ? {} : { pool: made.pool }),
            },
          }),
    {
      isForm: true,
      onDone: (_result, { name }) => {
        notifyDone(t("saved", { name }));
        onDone();
      },
      onProblem: (error) => {
        const found = Object.keys(faultsOf(error));
        const own = (["name", "pool"] as const).filter((field) => found.includes(field));
        setFaults(Object.fromEntries(own.map((field) => [field, t(`fault.${field}`)])));
        if (own.length === 0) setProblem(text(error));
        return true;
      },
    },
  );
  const isDirty = JSON.stringify(before) !== JSON.stringify(draft);
  const submit = () => {
    if (resource !== undefined && !isDirty) return onDone();
    setProblem(undefined);
    const name = draft.name.trim();
    const pool = poolOf(
      draft.pool,
      pools.map((one) => one.name),
    );
    const found: Record<string, string> = {};
    if (name === "" || name.length > 200) found.name = t("fault.name");
    if (pool === "") found.pool = t("fault.pool");
    const old = pools.find((one) => one.name === resource?.pool);
    const short = old === undefined || old.name === pool ? undefined : shortWithout(old);
    if (old !== undefined && short !== undefined) {
      const need = short.resources[old.name]!;
      found.pool = t("fault.needed", { name: short.name, need, left: old.resources.length - 1 });
    }
    setFaults(found);
    if (Object.keys(found).length === 0) save.mutate({ name, pool });
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
        resource === undefined ? null : (
          <Group>
            <RemoveButton label={t("remove")} onRemove={onRemove} />
          </Group>
        )
      }
    >
      <TextInput
        label={t("name")}
        description={t("nameHint")}
        value={draft.name}
        onChange={(event) => set("name", event.currentTarget.value)}
        error={faults.name}
        required
        data-autofocus
      />
      <Autocomplete
        label={t("pool")}
        openOnFocus={false}
        description={t("poolHint")}
        data={pools.map(({ name }) => poolLabel(name))}
        // All of them while one is chosen: that is how one moves.
        filter={({ options, search }) => {
          const labels = options.flatMap((option) => ("value" in option ? [option.label] : []));
          if (labels.includes(search)) return options;
          const typed = search.trim().toLowerCase();
          return options.filter((option) => "label" in option && option.label.toLowerCase().includes(typed));
        }}
        value={draft.pool}
        onChange={(pool) => set("pool", pool)}
        error={faults.pool}
        required
      />
    </DrawerForm>
  );
}
