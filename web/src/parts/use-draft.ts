import { useState } from "react";

/** What a form shows: what was typed, else what is stored; what others store meanwhile shows where nothing was typed. */
export function useDraft<T extends object>(stored: T) {
  const [typed, setTyped] = useState<Partial<T>>({});
  const same = (name: keyof T) => JSON.stringify(typed[name]) === JSON.stringify(stored[name]);
  const changed = (Object.keys(typed) as (keyof T)[]).filter((name) => !same(name));
  return {
    draft: { ...stored, ...typed },
    set: <Name extends keyof T>(name: Name, value: T[Name]) =>
      setTyped((before) => ({ ...before, [name]: value })),
    /** Names of what differs from what is stored. */
    changed,
    isDirty: changed.length > 0,
    discard: () => setTyped({}),
  };
}
