import { useSyncExternalStore } from "react";

export interface SharedValue<T> {
  readonly get: () => T;
  readonly set: (next: T) => void;
  /** The value, in a component that is drawn again when it changes. */
  readonly use: () => T;
}

/** A value outside of React's tree, which any part of the page can change and show. */
export function sharedValue<T>(first: T): SharedValue<T> {
  let value = first;
  const listeners = new Set<() => void>();
  const get = () => value;
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    get,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, get),
  };
}
