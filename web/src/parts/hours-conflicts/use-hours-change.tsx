import { type ReactNode, useState } from "react";
import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import type { Entity } from "../../api/queries.ts";
import { notifyFailed } from "../notify.tsx";
import { useProblemText } from "../states.tsx";
import { bookingsLeftOutside } from "./find-outside.ts";
import { OutsideDialog } from "./outside-dialog.tsx";

/**
 * Before other hours are saved, shows the appointments that would then lie outside of them. `save` is called at once where
 * there is none, else when it is meant all the same. `dialog` has to be on the page.
 */
export function useHoursChange(): {
  readonly plan: (before: Entity, after: Entity, save: () => void) => void;
  readonly isLooking: boolean;
  readonly isAsking: boolean;
  readonly dialog: ReactNode;
} {
  const text = useProblemText();
  const [isLooking, setLooking] = useState(false);
  const [asked, setAsked] = useState<{ bookings: readonly Booking[]; save: () => void }>();
  const plan = async (before: Entity, after: Entity, save: () => void) => {
    setLooking(true);
    try {
      const bookings = await bookingsLeftOutside(before, after);
      if (bookings.length === 0) save();
      else setAsked({ bookings, save });
    } catch (error) {
      notifyFailed(text(error));
    } finally {
      setLooking(false);
    }
  };
  return {
    plan: (before, after, save) => void plan(before, after, save),
    isLooking,
    isAsking: asked !== undefined,
    dialog:
      asked === undefined ? null : (
        <OutsideDialog
          bookings={asked.bookings}
          onClose={() => setAsked(undefined)}
          onSave={() => {
            setAsked(undefined);
            asked.save();
          }}
        />
      ),
  };
}
