import { type ReactNode, useState } from "react";
import { AbsenceConflicts, type Outcome } from "./absence-conflicts.tsx";
import type { Conflict } from "./choices.ts";
import { bookingsIn, conflictsOf, type Planned } from "./find-conflicts.ts";

interface Asked {
  readonly planned: Planned;
  readonly found: readonly Conflict[];
  readonly save: () => Promise<unknown>;
  readonly answer: (outcome: Outcome) => void;
}

/**
 * Saves an absence, a closure or shorter hours; where appointments lie in that time, asks about each of them first. `plan`
 * gives whether it is saved in the end and which of them were changed, and throws what looking or saving does. `dialog` has to be on the page.
 */
export function useAbsence(): {
  readonly plan: (planned: Planned, save: () => Promise<unknown>) => Promise<Outcome>;
  readonly dialog: ReactNode;
  readonly isAsking: boolean;
} {
  const [asked, setAsked] = useState<Asked>();
  const plan = async (planned: Planned, save: () => Promise<unknown>): Promise<Outcome> => {
    const bookings = await bookingsIn(planned);
    if (bookings.length === 0) {
      await save();
      return { isSaved: true, changed: [] };
    }
    const found = await conflictsOf(bookings, planned);
    return await new Promise<Outcome>((answer) => {
      setAsked({
        planned,
        found,
        save,
        answer: (outcome) => {
          setAsked(undefined);
          answer(outcome);
        },
      });
    });
  };
  return {
    plan,
    isAsking: asked !== undefined,
    dialog:
      asked === undefined ? null : (
        <AbsenceConflicts
          planned={asked.planned}
          found={asked.found}
          save={asked.save}
          onClose={asked.answer}
        />
      ),
  };
}
