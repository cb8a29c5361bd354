import { Anchor, Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type {
  AgentConfiguration,
  AppointmentTypeConfiguration,
} from "../../../../src/staff-api/wire-types.ts";
import { send } from "../../api/client.ts";
import type { Entity } from "../../api/queries.ts";
import { useTexts } from "../../i18n.ts";
import { notifyDone } from "../../parts/notify.tsx";
import { SaveBar } from "../../parts/save-bar.tsx";
import { Empty } from "../../parts/states.tsx";
import { useConfigurationChange } from "../../parts/use-configuration-change.ts";
import { useDraft } from "../../parts/use-draft.ts";
import { TEAM } from "./texts.ts";
import { servicesOf } from "./today.ts";

/** What somebody performs. It is kept with the services, each of which names its people. */
export function AgentServices({
  entity,
  agent,
}: {
  readonly entity: Entity;
  readonly agent: AgentConfiguration;
}) {
  const t = useTexts(TEAM);
  const types = entity.appointmentTypes;
  const { draft, set, isDirty, discard } = useDraft({
    ids: servicesOf(entity, agent.id).map(({ id }) => id),
  });
  const save = useConfigurationChange(
    async (changed: readonly AppointmentTypeConfiguration[], ifMatch) => {
      let tag: string | undefined = ifMatch;
      for (const { id, agents } of changed) {
        const others = agents.filter((one) => one !== agent.id);
        const body = { agents: draft.ids.includes(id) ? [...others, agent.id] : others };
        // Each change is based on the one before.
        tag = (await send(`/appointment-types/${id}`, { method: "PATCH", ifMatch: tag ?? "*", body })).etag;
      }
    },
    {
      onDone: () => {
        discard();
        notifyDone(t("does.saved"));
      },
    },
  );
  if (types.length === 0) {
    return (
      <Empty
        action={
          <Anchor component={Link} to="/services" underline="always">
            {t("does.toServices")}
          </Anchor>
        }
      >
        {t("does.none")}
      </Empty>
    );
  }
  const submit = () =>
    save.mutate(types.filter(({ id, agents }) => agents.includes(agent.id) !== draft.ids.includes(id)));
  const order = (ids: readonly string[]) => types.map(({ id }) => id).filter((id) => ids.includes(id));
  return (
    <Stack maw={640}>
      <Checkbox.Group
        label={t("does.about", { name: agent.firstname })}
        value={draft.ids}
        onChange={(ids) => set("ids", order(ids))}
      >
        <Stack gap="sm" mt="sm">
          {types.map((type) => (
            <Checkbox
              key={type.id}
              value={type.id}
              label={type.name}
              description={
                [
                  type.products.map(({ name }) => name).join(", "),
                  type.agents.every((id) => id === agent.id) && type.agents.length > 0 ? t("does.only") : "",
                ]
                  .filter(Boolean)
                  .join(" · ") || undefined
              }
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <Group>
        <Button component={Link} to="/services" variant="subtle" size="compact-sm">
          <Text size="sm">{t("does.toServices")}</Text>
        </Button>
      </Group>
      <SaveBar isDirty={isDirty} isBusy={save.isPending} onSave={submit} onDiscard={discard} />
    </Stack>
  );
}
