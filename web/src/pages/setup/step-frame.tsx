import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTexts } from "../../i18n.ts";
import { SETUP } from "./texts.ts";

/** A step's form with its way forward and back. */
export function StepFrame({
  about,
  problem,
  isBusy,
  onNext,
  onBack,
  children,
}: {
  readonly about?: string;
  readonly problem?: string | undefined;
  readonly isBusy: boolean;
  readonly onNext: () => void;
  /** Undefined in the first step. */
  readonly onBack: (() => void) | undefined;
  readonly children: ReactNode;
}) {
  const t = useTexts(SETUP);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <Stack>
        {about === undefined ? null : <Text>{about}</Text>}
        {children}
        {problem === undefined ? null : (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <Group justify="space-between" mt="sm">
          {onBack === undefined ? (
            <span />
          ) : (
            <Button variant="default" onClick={onBack} disabled={isBusy}>
              {t("back")}
            </Button>
          )}
          <Button type="submit" loading={isBusy}>
            {t("next")}
          </Button>
        </Group>
        <Text size="xs" c="dimmed">
          {t("later")}
        </Text>
      </Stack>
    </form>
  );
}
