import { Radio, Select, Stack, Text } from "@mantine/core";
import type { Member } from "../../../../src/staff-api/wire-types.ts";
import { useTexts } from "../../i18n.ts";
import { agentName } from "../../parts/names.ts";
import { useChosenEntity } from "../../shell/entity.tsx";
import { PEOPLE } from "./texts.ts";

export interface Grant {
  readonly role: Member["role"];
  readonly agentId: string | null;
}

const ROLES = ["owner", "desk", "agent", "readonly"] as const;

/** A role, each with what it means; the one with a calendar of its own needs to know whose. */
export function RoleField({
  value,
  error,
  onChange,
}: {
  readonly value: Grant;
  /** That nobody is chosen. */
  readonly error: string | undefined;
  readonly onChange: (grant: Grant) => void;
}) {
  const t = useTexts(PEOPLE);
  const { entities } = useChosenEntity();
  const team = entities.flatMap((entity) =>
    entity.agents.map((agent) => ({
      value: agent.id,
      label: entities.length > 1 ? `${agentName(agent)} (${entity.name})` : agentName(agent),
    })),
  );
  return (
    <Stack>
      <Radio.Group
        label={t("what")}
        value={value.role}
        onChange={(role) => onChange({ role: role as Grant["role"], agentId: null })}
      >
        <Stack gap="sm" mt="xs">
          {ROLES.map((role) => (
            <Radio key={role} value={role} label={t(`role.${role}`)} description={t(`roleAbout.${role}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {value.role !== "agent" ? null : team.length === 0 ? (
        <Text size="sm">{t("noTeam")}</Text>
      ) : (
        <Select
          label={t("whose")}
          data={team}
          value={value.agentId}
          onChange={(agentId) => onChange({ role: "agent", agentId })}
          error={error}
          searchable={team.length > 8}
          required
        />
      )}
    </Stack>
  );
}

/** Whose calendar it is, by name. */
export function useAgentNames(): (agentId: string) => string {
  const { entities } = useChosenEntity();
  const team = entities.flatMap(({ agents }) => agents);
  return (agentId) => {
    const agent = team.find(({ id }) => id === agentId);
    return agent === undefined ? agentId : agentName(agent);
  };
}
