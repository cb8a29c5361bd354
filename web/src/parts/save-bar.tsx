import { Alert, Button, Group, Modal, Text } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { useTexts } from "../i18n.ts";
import classes from "./save-bar.module.css";
import { PARTS } from "./texts.ts";

/**
 * Below a form on a page: nothing while nothing is changed, then "save" and "discard" in sight. Whoever leaves the page
 * with changes is asked first.
 */
export function SaveBar({
  isDirty,
  isBusy,
  problem,
  onSave,
  onDiscard,
}: {
  readonly isDirty: boolean;
  readonly isBusy: boolean;
  readonly problem?: string | undefined;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}) {
  const t = useTexts(PARTS);
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  return (
    <>
      {problem === undefined ? null : (
        <Alert color="red" role="alert" mt="md">
          {problem}
        </Alert>
      )}
      {isDirty ? (
        <div className={classes.bar}>
          <Text size="sm" role="status">
            {t("unsaved")}
          </Text>
          <Group gap="sm">
            <Button variant="default" onClick={onDiscard} disabled={isBusy}>
              {t("discard")}
            </Button>
            <Button onClick={onSave} loading={isBusy}>
              {t("save")}
            </Button>
          </Group>
        </div>
      ) : null}
      <Modal
        opened={blocker.status === "blocked"}
        onClose={() => blocker.reset?.()}
        withCloseButton={false}
        centered
        role="alertdialog"
        aria-label={t("unsaved")}
      >
        <Text>{t("unsaved")}</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={() => blocker.proceed?.()}>
            {t("discard")}
          </Button>
          <Button data-autofocus onClick={() => blocker.reset?.()}>
            {t("goOn")}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
