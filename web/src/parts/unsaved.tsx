import { Button, Group, Modal } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { useTexts } from "../i18n.ts";
import { PARTS } from "./texts.ts";

interface Around {
  /** Closes what is around, unless somebody goes on editing. */
  readonly close: () => void;
  /** Does what would throw away what was typed, unless somebody goes on editing. */
  readonly guard: (leave: () => void) => void;
  readonly report: (isDirty: boolean) => void;
}

const UnsavedContext = createContext<Around>({
  close: () => {},
  guard: (leave) => leave(),
  report: () => {},
});

export const UnsavedAround = UnsavedContext.Provider;
export const useUnsavedAround = () => useContext(UnsavedContext);

/** Says that something is typed that is stored nowhere. */
export function useReportUnsaved(isDirty: boolean): void {
  const { report } = useContext(UnsavedContext);
  useEffect(() => {
    report(isDirty);
    return () => report(false);
  });
}

/**
 * Around a drawer or dialog that asks before it throws away what was typed: `around` is for `UnsavedAround` in it, the
 * question has to be on the page, and Escape is the question's while it `isAsking`.
 */
export function useUnsaved(onClose: () => void): {
  readonly around: Around;
  readonly isAsking: boolean;
  readonly question: ReactNode;
} {
  const t = useTexts(PARTS);
  const isDirty = useRef(false);
  const [leaving, setLeaving] = useState<{ readonly leave: () => void }>();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty.current && current.pathname !== next.pathname,
    enableBeforeUnload: () => isDirty.current,
    withResolver: true,
  });
  const guard = (leave: () => void) => {
    // Not within the key press that closes: the question would hear the same Escape.
    if (isDirty.current) setTimeout(() => setLeaving({ leave }));
    else leave();
  };
  const isAsking = leaving !== undefined || blocker.status === "blocked";
  const goOn = () => {
    setLeaving(undefined);
    blocker.reset?.();
  };
  return {
    around: {
      close: () => guard(onClose),
      guard,
      report: (dirty) => {
        isDirty.current = dirty;
      },
    },
    isAsking,
    question: (
      <Modal opened={isAsking} onClose={goOn} withCloseButton={false} centered title={t("unsaved")}>
        <Group justify="flex-end">
          <Button
            variant="default"
            onClick={() => {
              setLeaving(undefined);
              isDirty.current = false;
              if (leaving === undefined) blocker.proceed?.();
              else leaving.leave();
            }}
          >
            {t("discard")}
          </Button>
          <Button data-autofocus onClick={goOn}>
            {t("goOn")}
          </Button>
        </Group>
      </Modal>
    ),
  };
}
