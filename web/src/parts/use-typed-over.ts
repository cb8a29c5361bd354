import { useState } from "react";

/** A text being typed over a stored one: what others store meanwhile is told, and takes nothing away. */
export function useTypedOver(stored: string): {
  readonly text: string;
  readonly isChanged: boolean;
  /** Somebody else has stored another text since the typing began. */
  readonly isOvertaken: boolean;
  readonly type: (text: string) => void;
  /** Shows what is stored again. */
  readonly forget: () => void;
} {
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: string }>();
  const text = typed?.text ?? stored;
  const isChanged = text.trim() !== stored.trim();
  return {
    text,
    isChanged,
    isOvertaken: isChanged && typed?.over !== stored,
    type: (next) =>
      setTyped((before) => (next === stored ? undefined : { text: next, over: before?.over ?? stored })),
    forget: () => setTyped(undefined),
  };
}
