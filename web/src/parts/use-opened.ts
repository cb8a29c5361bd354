import { useCallback, useState } from "react";

/** What a drawer or dialog is about; it stays known while that closes, so that nothing flickers. */
export function useOpened<Subject>() {
  const [state, setState] = useState<{ subject: Subject | undefined; isOpen: boolean; count: number }>({
    subject: undefined,
    isOpen: false,
    count: 0,
  });
  // The same functions each time: what is given one need not be drawn anew.
  const open = useCallback(
    (subject: Subject) => setState(({ count }) => ({ subject, isOpen: true, count: count + 1 })),
    [],
  );
  const close = useCallback(() => setState((before) => ({ ...before, isOpen: false })), []);
  return {
    subject: state.subject,
    isOpen: state.isOpen,
    /** Another one each time: as a React key it makes the form start afresh. */
    count: state.count,
    open,
    close,
  };
}
