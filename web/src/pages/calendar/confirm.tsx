import { Button, Group, Modal, Text } from "@mantine/core";
import { sharedValue } from "../../parts/shared-value.ts";

interface Question {
  readonly text: string;
  readonly confirm: string;
  readonly cancel: string;
}

const asked = sharedValue<(Question & { readonly answer: (yes: boolean) => void }) | undefined>(undefined);

/** Asks one question at a time; resolves with what was chosen. Needs `ConfirmModal` on the page. */
export function confirmed(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    asked.get()?.answer(false);
    asked.set({
      ...question,
      answer: (yes) => {
        asked.set(undefined);
        resolve(yes);
      },
    });
  });
}

export function ConfirmModal() {
  const question = asked.use();
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
