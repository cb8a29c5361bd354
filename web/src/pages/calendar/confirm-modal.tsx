import { Button, Group, Modal, Text } from "@mantine/core";
import type { Question } from "./confirm.ts";

export function ConfirmModal({ question }: { readonly question: Question | undefined }) {
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
