import { sharedValue } from "../../parts/shared-value.ts";

export interface Question {
  readonly text: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly answer: (yes: boolean) => void;
}

const asked = sharedValue<Question | undefined>(undefined);

export const useQuestion = asked.use;

/** Asks one question at a time; resolves with what was chosen. Needs `ConfirmModal` on the page. */
export function confirmed(question: Omit<Question, "answer">): Promise<boolean> {
  return new Promise((resolve) => {
    asked.get()?.answer(false);
    asked.set({
      ...question,
      answer: (yes) => {
        asked.set(undefined);
        resolve(yes);
      },
    });
  });
}
