import { Alert, Button, Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useTexts } from "../../i18n.ts";
import { PARTS } from "../texts.ts";

/** What is around the fields of an absence, wherever it is entered: what went wrong above them, what can be done below. */
export function DialogForm({
  problem,
  isBusy,
  submit,
  onSubmit,
  onCancel,
  extra,
  children,
}: {
  readonly problem: string | undefined;
  readonly isBusy: boolean;
  /** What the button says that saves. */
  readonly submit: string;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  /** Beside the buttons. */
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}) {
  const parts = useTexts(PARTS);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Stack>
        {problem === undefined ? null : (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        {children}
        <Group justify="space-between">
          {extra ?? <span />}
          <Group gap="sm">
            <Button variant="default" onClick={onCancel}>
              {parts("cancel")}
            </Button>
            <Button type="submit" loading={isBusy}>
              {submit}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
