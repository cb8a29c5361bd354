import { Alert, Button, Drawer, Group } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { useTexts } from "../i18n.ts";
import type { Faults } from "./faults.ts";
import classes from "./form-drawer.module.css";
import { PARTS } from "./texts.ts";
import { UnsavedAround, useReportUnsaved, useUnsaved, useUnsavedAround } from "./unsaved.tsx";

/** A drawer with a `DrawerForm` in it, which asks before it throws away what was typed. */
export function FormDrawer({
  opened,
  title,
  isCovered = false,
  onClose,
  children,
}: {
  readonly opened: boolean;
  readonly title: string;
  /** A dialog lies over it: Escape is for that one. */
  readonly isCovered?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const t = useTexts(PARTS);
  const unsaved = useUnsaved(onClose);
  return (
    <>
      <Drawer
        opened={opened}
        onClose={unsaved.around.close}
        position="right"
        title={title}
        size="md"
        closeOnEscape={!unsaved.isAsking && !isCovered}
        closeButtonProps={{ "aria-label": t("close") }}
        overlayProps={{ backgroundOpacity: 0.25 }}
      >
        <UnsavedAround value={unsaved.around}>{children}</UnsavedAround>
      </Drawer>
      {unsaved.question}
    </>
  );
}

/** It stands above fields that may be scrolled past. */
const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: "nearest" });

export function DrawerForm({
  isDirty,
  isBusy,
  faults = {},
  problem,
  submit,
  extra,
  onSubmit,
  children,
}: {
  readonly isDirty: boolean;
  readonly isBusy: boolean;
  /** Shown by the fields themselves; the first one that has one gets the focus. */
  readonly faults?: Faults;
  /** What is wrong with none of the fields in particular. */
  readonly problem?: string | undefined;
  readonly submit: string;
  /** Other things to do with it, above the buttons. */
  readonly extra?: ReactNode;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}) {
  const t = useTexts(PARTS);
  const form = useRef<HTMLFormElement>(null);
  const { close } = useUnsavedAround();
  useReportUnsaved(isDirty);
  const known = useRef(0);
  useEffect(() => {
    const count = Object.keys(faults).length;
    // While they get fewer, somebody is typing in one of the fields.
    if (count > 0 && count >= known.current)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    known.current = count;
  }, [faults]);
  return (
    <form
      ref={form}
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {problem === undefined ? null : (
        <Alert ref={intoView} color="red" role="alert">
          {problem}
        </Alert>
      )}
      {children}
      {extra}
      <Group justify="flex-end" gap="sm" className={classes.footer!}>
        <Button variant="default" onClick={close}>
          {t("cancel")}
        </Button>
        <Button type="submit" loading={isBusy}>
          {submit}
        </Button>
      </Group>
    </form>
  );
}
