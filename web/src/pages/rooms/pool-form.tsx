import { TextInput } from "@mantine/core";
import { useState } from "react";
import { send } from "../../api/client.ts";
import type { Entity } from "../../api/queries.ts";
import { useTexts } from "../../i18n.ts";
import type { Faults } from "../../parts/faults.ts";
import { DrawerForm } from "../../parts/form-drawer.tsx";
import { notifyDone } from "../../parts/notify.tsx";
import { poolLabel, poolOf } from "../../parts/pool-name.ts";
import { useProblemText } from "../../parts/states.tsx";
import { PARTS } from "../../parts/texts.ts";
import { useConfigurationChange } from "../../parts/use-configuration-change.ts";
import { renamedPool } from "./pools.ts";
import { ROOMS } from "./texts.ts";

/** Renames a kind of room, with the services that need it. */
export function PoolForm({
  entity,
  pool,
  onDone,
}: {
  readonly entity: Entity;
  readonly pool: string;
  readonly onDone: () => void;
}) {
  const t = useTexts(ROOMS);
  const parts = useTexts(PARTS);
  const text = useProblemText();
  const [label, setLabel] = useState(poolLabel(pool));
  const [faults, setFaults] = useState<Faults>({});
  const [problem, setProblem] = useState<string>();
  const save = useConfigurationChange(
    (name: string, ifMatch) =>
      send(`/entities/${entity.id}`, { method: "PATCH", ifMatch, body: renamedPool(entity, pool, name) }),
    {
      onDone: (_result, name) => {
        notifyDone(t("saved", { name: poolLabel(name) }));
        onDone();
      },
      onProblem: (error) => {
        setProblem(text(error));
        return true;
      },
    },
  );
  const submit = () => {
    setProblem(undefined);
    const pools = entity.resources.map((resource) => resource.pool);
    const name = poolOf(label, pools);
    if (name === pool) return onDone();
    const isTaken = pools.includes(name);
    const found: Faults = name === "" ? { pool: t("fault.pool") } : isTaken ? { pool: t("fault.taken") } : {};
    setFaults(found);
    if (Object.keys(found).length === 0) save.mutate(name);
  };
  return (
    <DrawerForm
      isDirty={label !== poolLabel(pool)}
      isBusy={save.isPending}
      faults={faults}
      problem={problem}
      submit={parts("save")}
      onSubmit={submit}
    >
      <TextInput
        label={t("poolName")}
        value={label}
        onChange={(event) => {
          setLabel(event.currentTarget.value);
          setFaults({});
        }}
        error={faults.pool}
        required
        data-autofocus
      />
    </DrawerForm>
  );
}
