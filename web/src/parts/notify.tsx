import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import i18next from "i18next";
import { PARTS } from "./texts.ts";

/** Long enough to read and to reach for "undo". */
const SHOWN_FOR_MS = 12_000;

/** Its close button has a name. */
export function closing(): { closeButtonProps: { "aria-label": string } } {
  return { closeButtonProps: { "aria-label": i18next.t("close", { ns: PARTS.namespace }) } };
}

let shown = 0;

/** Says what was done; with `undo` it offers to take it back. */
export function notifyDone(text: string, undo?: { readonly label: string; readonly act: () => void }): void {
  shown += 1;
  const id = `done-${shown}`;
  notifications.show({
    ...closing(),
    id,
    color: "brand",
    autoClose: undo === undefined ? 4_000 : SHOWN_FOR_MS,
    message:
      undo === undefined ? (
        text
      ) : (
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <Text size="sm">{text}</Text>
          <Button
            size="compact-sm"
            variant="light"
            flex="none"
            onClick={() => {
              notifications.hide(id);
              undo.act();
            }}
          >
            {undo.label}
          </Button>
        </Group>
      ),
  });
}

export function notifyFailed(text: string): void {
  notifications.show({ ...closing(), color: "red", autoClose: SHOWN_FOR_MS, message: text, role: "alert" });
}
