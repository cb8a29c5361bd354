import { Button } from "@mantine/core";
import { useState } from "react";
import type { ResourceConfiguration } from "../../../../src/staff-api/wire-types.ts";
import { send } from "../../api/client.ts";
import { useTexts } from "../../i18n.ts";
import { FormDrawer } from "../../parts/form-drawer.tsx";
import { Icon } from "../../parts/icon.tsx";
import { notifyDone } from "../../parts/notify.tsx";
import { Page } from "../../parts/page.tsx";
import { poolLabel } from "../../parts/pool-name.ts";
import { RemoveDialog } from "../../parts/remove-dialog.tsx";
import { Empty } from "../../parts/states.tsx";
import { useConfigurationChange } from "../../parts/use-configuration-change.ts";
import { useOpened } from "../../parts/use-opened.ts";
import { useEntity } from "../../shell/entity.tsx";
import { PoolCard } from "./pool-card.tsx";
import { PoolForm } from "./pool-form.tsx";
import { poolsOf, shortWithout } from "./pools.ts";
import { RoomForm } from "./room-form.tsx";
import { ROOMS } from "./texts.ts";

type Edited =
  | { readonly kind: "room"; readonly resource: ResourceConfiguration | undefined; readonly pool?: string }
  | { readonly kind: "pool"; readonly pool: string };

export function RoomsPage() {
  const t = useTexts(ROOMS);
  const entity = useEntity();
  const pools = poolsOf(entity);
  const drawer = useOpened<Edited>();
  const removal = useOpened<ResourceConfiguration>();
  const [obstacle, setObstacle] = useState<string>();
  const remove = useConfigurationChange(
    ({ id }: ResourceConfiguration, ifMatch) => send(`/resources/${id}`, { method: "DELETE", ifMatch }),
    {
      onDone: (_result, { name }) => {
        removal.close();
        drawer.close();
        notifyDone(t("removed", { name }));
      },
      onProblem: () => true,
    },
  );
  const askToRemove = (resource: ResourceConfiguration) => {
    remove.reset();
    const pool = pools.find(({ name }) => name === resource.pool);
    const short = pool === undefined ? undefined : shortWithout(pool);
    setObstacle(
      pool === undefined || short === undefined
        ? undefined
        : t("fault.needed", {
            name: short.name,
            need: short.resources[pool.name]!,
            left: pool.resources.length - 1,
          }),
    );
    removal.open(resource);
  };
  const edited = drawer.subject;
  const title =
    edited?.kind === "pool"
      ? t("renamePoolOf", { pool: poolLabel(edited.pool) })
      : (edited?.resource?.name ?? t("new"));
  const add = (
    <Button
      leftSection={<Icon name="plus" />}
      onClick={() => drawer.open({ kind: "room", resource: undefined })}
    >
      {t("add")}
    </Button>
  );
  return (
    <Page title={t("title")} about={t("about")} actions={pools.length === 0 ? null : add}>
      {pools.length === 0 ? <Empty action={add}>{t("empty")}</Empty> : null}
      {pools.map((pool) => (
        <PoolCard
          key={pool.name}
          pool={pool}
          onRename={() => drawer.open({ kind: "pool", pool: pool.name })}
          onOpen={(resource) => drawer.open({ kind: "room", resource })}
          onAdd={() => drawer.open({ kind: "room", resource: undefined, pool: pool.name })}
        />
      ))}
      <FormDrawer opened={drawer.isOpen} onClose={drawer.close} isCovered={removal.isOpen} title={title}>
        {edited?.kind === "room" ? (
          <RoomForm
            key={drawer.count}
            entity={entity}
            resource={edited.resource}
            pool={edited.pool}
            onDone={drawer.close}
            onRemove={() => askToRemove(edited.resource!)}
          />
        ) : null}
        {edited?.kind === "pool" ? (
          <PoolForm key={drawer.count} entity={entity} pool={edited.pool} onDone={drawer.close} />
        ) : null}
      </FormDrawer>
      <RemoveDialog
        opened={removal.isOpen}
        title={t("removeTitle", { name: removal.subject?.name ?? "" })}
        about={t("removeAbout")}
        obstacle={obstacle}
        isBusy={remove.isPending}
        error={remove.error}
        onClose={removal.close}
        onConfirm={() => removal.subject !== undefined && remove.mutate(removal.subject)}
      />
    </Page>
  );
}
