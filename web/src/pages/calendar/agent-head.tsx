import { Menu, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import type { AgentConfiguration } from "../../../../src/staff-api/wire-types.ts";
import { useTexts } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { agentName } from "../../parts/names.ts";
import classes from "./agent-head.module.css";
import { CALENDAR } from "./texts.ts";

/** The head of somebody's column: their name, and what can be done with their day. */
export const AgentHead = memo(function AgentHead({
  agent,
  mayOpen,
  onAway,
}: {
  readonly agent: AgentConfiguration;
  /** Whether the person's own page is in reach. */
  readonly mayOpen: boolean;
  /** Undefined for who may not. */
  readonly onAway: ((agent: AgentConfiguration) => void) | undefined;
}) {
  const t = useTexts(CALENDAR);
  const name = agentName(agent);
  if (onAway === undefined) return name;
  return (
    <Menu position="bottom" withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.head!}>
          <span className={classes.name}>{name}</span>
          <Icon name="down" size={14} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="absent" size={16} />} onClick={() => onAway(agent)}>
          {t("away.enter")}
        </Menu.Item>
        {mayOpen ? (
          <Menu.Item
            leftSection={<Icon name="team" size={16} />}
            component={Link}
            to="/team/$agentId"
            params={{ agentId: agent.id } as never}
          >
            {t("away.person")}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
});
