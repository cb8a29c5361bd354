import { Anchor, Button, Divider, Tabs, Text, Title } from "@mantine/core";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../../api/client.ts";
import { isProblem } from "../../api/problem.ts";
import { useTexts } from "../../i18n.ts";
import { agentName } from "../../parts/names.ts";
import { notifyDone } from "../../parts/notify.tsx";
import { Page } from "../../parts/page.tsx";
import { RemoveDialog } from "../../parts/remove-dialog.tsx";
import { Seasons } from "../../parts/special-days/seasons.tsx";
import { SpecialDays } from "../../parts/special-days/special-days.tsx";
import { Empty } from "../../parts/states.tsx";
import { useConfigurationChange } from "../../parts/use-configuration-change.ts";
import { useEntity } from "../../shell/entity.tsx";
import { AgentHours } from "./agent-hours.tsx";
import { AgentServices } from "./agent-services.tsx";
import { PersonForm } from "./person-form.tsx";
import { TEAM } from "./texts.ts";

const TABS = ["hours", "days", "services", "person"] as const;

export function AgentPage() {
  const t = useTexts(TEAM);
  const entity = useEntity();
  const navigate = useNavigate();
  const { agentId } = useParams({ strict: false }) as { agentId: string };
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const agent = entity.agents.find(({ id }) => id === agentId);
  const [isRemoving, setRemoving] = useState(false);
  const name = agent === undefined ? "" : agentName(agent);
  const remove = useConfigurationChange(
    (_: undefined, ifMatch) => send(`/agents/${agentId}`, { method: "DELETE", ifMatch }),
    {
      onDone: () => {
        notifyDone(t("person.removed", { name }));
        void navigate({ to: "/team", search: {} });
      },
      onProblem: () => true,
    },
  );
  const back = (
    <Anchor component={Link} to="/team" size="sm" underline="always">
      {t("back")}
    </Anchor>
  );
  if (agent === undefined) {
    return (
      <Page title={t("title")}>
        <Empty action={back}>{t("unknown")}</Empty>
      </Page>
    );
  }
  const shown = TABS.find((one) => one === tab) ?? "hours";
  const owner = { entity, agent };
  const show = (value: string | null) =>
    void navigate({
      to: "/team/$agentId",
      params: { agentId },
      search: value === "hours" || value === null ? {} : { tab: value },
      replace: true,
    });
  return (
    <Page title={name} about={back}>
      <Tabs key={agentId} value={shown} onChange={show}>
        <Tabs.List>
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="hours" pt="md">
          <AgentHours entity={entity} agent={agent} />
          {agent.hours === undefined && agent.seasons === undefined ? null : (
            <>
              <Divider my="lg" />
              <Seasons owner={owner} />
            </>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="days" pt="md">
          <SpecialDays owner={owner} />
        </Tabs.Panel>
        <Tabs.Panel value="services" pt="md">
          <AgentServices entity={entity} agent={agent} />
        </Tabs.Panel>
        <Tabs.Panel value="person" pt="md">
          <PersonForm entity={entity} agent={agent} onDone={() => notifyDone(t("person.saved", { name }))} />
          <Divider my="lg" />
          <Title order={2} fz="h5">
            {t("person.removeSection")}
          </Title>
          <Text size="sm" c="dimmed" mb="sm">
            {t("person.removeAbout")}
          </Text>
          <Button
            variant="default"
            onClick={() => {
              remove.reset();
              setRemoving(true);
            }}
          >
            {t("person.remove", { name })}
          </Button>
        </Tabs.Panel>
      </Tabs>
      <RemoveDialog
        opened={isRemoving}
        title={t("person.remove", { name })}
        about={t("person.removeAbout")}
        hint={isProblem(remove.error, "in_use") ? t("person.needed") : undefined}
        isBusy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate(undefined)}
        onClose={() => setRemoving(false)}
      />
    </Page>
  );
}
