import { ActionIcon, Group } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTexts } from "../i18n.ts";
import { Icon } from "./icon.tsx";
import { PARTS } from "./texts.ts";

/** Moves one of a list up or down. The pressed button keeps the focus at its new place. */
export function MoveButtons({
  name,
  index,
  count,
  onMove,
}: {
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
}) {
  const t = useTexts(PARTS);
  const buttons = useRef<Record<string, HTMLButtonElement | null>>({});
  const pressed = useRef<string>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place in the list is what takes the focus away
  useEffect(() => {
    if (pressed.current !== undefined) buttons.current[pressed.current]?.focus();
  }, [index]);
  return (
    <Group gap={4} wrap="nowrap">
      {(["up", "down"] as const).map((way) => {
        const to = way === "up" ? index - 1 : index + 1;
        const isEnd = to < 0 || to >= count;
        return (
          <ActionIcon
            key={way}
            ref={(button) => {
              buttons.current[way] = button;
            }}
            variant="default"
            size="lg"
            aria-label={t(way === "up" ? "moveUp" : "moveDown", { name })}
            aria-disabled={isEnd}
            {...(isEnd ? { "data-disabled": true } : {})}
            onClick={() => {
              if (isEnd) return;
              pressed.current = way;
              onMove(to);
            }}
            onBlur={(event) => {
              if (event.relatedTarget !== null) pressed.current = undefined;
            }}
          >
            <Icon name={way} />
          </ActionIcon>
        );
      })}
    </Group>
  );
}

/** The list with one of it at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(to, 0, list[from]!);
}
