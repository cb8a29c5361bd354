import { useState } from "react";
import { useProblemText } from "../../parts/states.tsx";
import { useConfigurationChange } from "../../parts/use-configuration-change.ts";

export interface StepProps {
  readonly onNext: () => void;
  readonly onBack: () => void;
}

/**
 * Leaves a step by either way and saves it. Forward only when it is right; back also with what is wrong, which then is not
 * saved. `check` says what is wrong, `work` saves.
 */
export function useStep(
  { onNext, onBack }: StepProps,
  check: () => string | undefined,
  work: (ifMatch: string) => Promise<unknown>,
) {
  const text = useProblemText();
  const [problem, setProblem] = useState<string>();
  const [isChecked, setChecked] = useState(false);
  const save = useConfigurationChange((_leave: () => void, ifMatch) => work(ifMatch), {
    onDone: (_result, leave) => leave(),
    onProblem: (error) => {
      setProblem(text(error));
      return true;
    },
  });
  const leave = (isBack: boolean) => {
    const wrong = check();
    setChecked(true);
    setProblem(wrong);
    if (wrong === undefined) save.mutate(isBack ? onBack : onNext);
    else if (isBack) onBack();
  };
  return {
    problem,
    /** Somebody wanted to leave: faults are shown. */
    isChecked,
    isBusy: save.isPending,
    onNext: () => leave(false),
    onBack: () => leave(true),
  };
}

/** For things that are made here together with what refers to them. */
export function newId(prefix: string): string {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) => (byte % 36).toString(36));
  return `${prefix}_${letters.join("")}`;
}
