import { type ComponentType, lazy, memo, Suspense, useEffect, useState } from "react";
import { sharedValue } from "./shared-value.ts";

const atRest = sharedValue(false);

/** Says that what the page is there for can be seen: now is the time for what may be needed next. */
export function useRest(isShown: boolean): void {
  useEffect(() => {
    if (!isShown || atRest.get()) return;
    const whenIdle = window.requestIdleCallback ?? ((work: () => void) => window.setTimeout(work, 200));
    whenIdle(() => atRest.set(true));
  }, [isShown]);
}

/**
 * What is not seen at first, such as a dialog: loaded when the page has come to rest, or when it is needed before. It is drawn
 * from then on, closed, so that it opens at once and knows where the focus was.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  isNeeded: (props: Props) => boolean,
): ComponentType<Props> {
  // What is closed and stays closed is not drawn anew with all that is around it.
  const isResting = (before: Props, after: Props) => !isNeeded(before) && !isNeeded(after);
  const Loaded = lazy(async () => ({ default: memo(await load(), isResting) }));
  return function Later(props: Props) {
    const isAtRest = atRest.use();
    const [wasNeeded, setNeeded] = useState(false);
    const isWanted = isAtRest || wasNeeded || isNeeded(props);
    if (isNeeded(props) && !wasNeeded) setNeeded(true);
    return isWanted ? (
      <Suspense fallback={null}>
        <Loaded {...props} />
      </Suspense>
    ) : null;
  };
}
