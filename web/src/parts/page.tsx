import { Box, Group, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import classes from "./page.module.css";

/** A page's title, what it is for, and what can be done on it. */
export function Page({
  title,
  about,
  actions,
  children,
}: {
  readonly title: string;
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Slotline`;
  }, [title]);
  return (
    <Stack gap="md" maw={1100} p={{ base: "sm", sm: "md" }} className={classes.page!}>
      <Group justify="space-between" align="flex-start" wrap="wrap" gap="sm">
        <Box>
          <Title order={1} fz="h2">
            {title}
          </Title>
          {about === undefined ? null : (
            <Text c="dimmed" size="sm" maw={640}>
              {about}
            </Text>
          )}
        </Box>
        <Group gap="xs">{actions}</Group>
      </Group>
      {children}
    </Stack>
  );
}
