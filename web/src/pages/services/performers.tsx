import { Anchor, Button, Checkbox, Group, SimpleGrid, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { AgentConfiguration } from "../../../../src/staff-api/wire-types.ts";
import { useTexts } from "../../i18n.ts";
import { agentName } from "../../parts/names.ts";
import { SERVICES } from "./texts.ts";

/** Which of the team perform a service. */
export function Performers({
  team,
  chosen,
  onChange,
}: {
  readonly team: readonly AgentConfiguration[];
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}) {
  const t = useTexts(SERVICES);
  if (team.length === 0) {
    return (
      <Text size="sm">
        {t("type.noTeam")}{" "}
        <Anchor component={Link} to="/team" size="sm" underline="always">
          {t("type.toTeam")}
        </Anchor>
      </Text>
    );
  }
  const isAll = team.every(({ id }) => chosen.includes(id));
  return (
    <Checkbox.Group
      label={t("type.who")}
      description={t("type.whoHint")}
      value={[...chosen]}
      onChange={(ids) => onChange(team.map(({ id }) => id).filter((id) => ids.includes(id)))}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" verticalSpacing="xs" mt="xs">
        {team.map((agent) => (
          <Checkbox key={agent.id} value={agent.id} label={agentName(agent)} />
        ))}
      </SimpleGrid>
      {team.length > 2 && !isAll ? (
        <Group mt="xs">
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onChange(team.map(({ id }) => id))}
            aria-label={`${t("type.who")} ${t("type.everybody")}`}
          >
            {t("type.everybody")}
          </Button>
        </Group>
      ) : null}
    </Checkbox.Group>
  );
}
