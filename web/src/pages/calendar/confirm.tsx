import { Button, Group, Modal, Text } from "@mantine/core";
import { useSyncExternalStore } from "react";

interface Question {
  readonly text: string;
  readonly confirm: string;
  readonly cancel: string;
}

let asked: (Question & { readonly answer: (yes: boolean) => void }) | undefined;
const listeners = new Set<() => void>();
function set(next: typeof asked): void {
  asked = next;
  for (const listener of listeners) listener();
}

/** Asks one question at a time; resolves with what was chosen. Needs `ConfirmModal` on the page. */
export function confirmed(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    asked?.answer(false);
    set({
      ...question,
      answer: (yes) => {
        set(undefined);
        resolve(yes);
      },
    });
  });
}

export function ConfirmModal() {
  const question = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asked,
  );
  if (question === undefined) return null;
  return (
    <Modal
      opened
      onClose={() => question.answer(false)}
      withCloseButton={false}
      centered
      role="alertdialog"
      aria-label={question.text}
    >
      <Text>{question.text}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => question.answer(false)}>
          {question.cancel}
        </Button>
        <Button data-autofocus onClick={() => question.answer(true)}>
          {question.confirm}
        </Button>
      </Group>
    </Modal>
  );
}
