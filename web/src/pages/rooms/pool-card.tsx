import { Anchor, Box, Button, Group, Paper, Text, Title, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ResourceConfiguration } from "../../../../src/staff-api/wire-types.ts";
import { useTexts } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { poolLabel } from "../../parts/pool-name.ts";
import type { Pool } from "./pools.ts";
import classes from "./rooms.module.css";
import { ROOMS } from "./texts.ts";

/** One kind of room or device, what it is needed for, and those that there are. */
export function PoolCard({
  pool,
  onRename,
  onOpen,
  onAdd,
}: {
  readonly pool: Pool;
  readonly onRename: () => void;
  readonly onOpen: (resource: ResourceConfiguration) => void;
  readonly onAdd: () => void;
}) {
  const t = useTexts(ROOMS);
  const label = poolLabel(pool.name);
  const titleId = `pool-${pool.name}`;
  const names = pool.neededBy.map((product) => {
    const count = product.resources[pool.name]!;
    return count > 1 ? t("needs", { name: product.name, count }) : product.name;
  });
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={titleId}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Box flex="1 1 12rem" miw={0}>
          <Title order={2} fz="h4" id={titleId}>
            {label}
          </Title>
          {names.length > 0 ? (
            <Text size="sm" c="dimmed">
              {t("usedBy", { names: names.join(", ") })}
            </Text>
          ) : (
            <Text size="sm">
              {t("unused")}{" "}
              <Anchor component={Link} to="/services" size="sm" underline="always">
                {t("toServices")}
              </Anchor>
            </Text>
          )}
        </Box>
        <Button
          variant="default"
          size="xs"
          flex="none"
          onClick={onRename}
          aria-label={`${label}: ${t("renamePool")}`}
        >
          {t("renamePool")}
        </Button>
      </Group>
      <ul className={classes.list}>
        {pool.resources.map((resource) => (
          <li key={resource.id}>
            <UnstyledButton className={classes.room!} onClick={() => onOpen(resource)}>
              {resource.name}
              <Icon name="right" size={16} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <Button
        variant="subtle"
        size="compact-sm"
        mt="xs"
        leftSection={<Icon name="plus" size={16} />}
        onClick={onAdd}
        aria-label={`${label}: ${t("addMore")}`}
      >
        {t("addMore")}
      </Button>
    </Paper>
  );
}
