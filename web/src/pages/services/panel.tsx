import { Accordion, Text } from "@mantine/core";
import type { ReactNode } from "react";

/** Folded away, with what is set in it beside its title. */
export function Panel({
  name,
  title,
  summary,
  children,
}: {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly children: ReactNode;
}) {
  return (
    <Accordion.Item value={name}>
      <Accordion.Control>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <Text size="xs" c="dimmed">
          {summary}
        </Text>
      </Accordion.Control>
      <Accordion.Panel>{children}</Accordion.Panel>
    </Accordion.Item>
  );
}
