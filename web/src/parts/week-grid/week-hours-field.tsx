import type { BreakConfiguration, WeeklyHours } from "../../../../src/staff-api/wire-types.ts";
import { WeekFields } from "./week-fields.tsx";
import classes from "./week-grid.module.css";
import { WeekGrid } from "./week-grid.tsx";

/** Weekly hours, painted or typed: two views of one value. */
export function WeekHoursField({
  value,
  breaks,
  label,
  isReadOnly = false,
  onChange,
  onInvalid,
}: {
  readonly value: WeeklyHours;
  readonly breaks?: readonly BreakConfiguration[];
  readonly label?: string;
  readonly isReadOnly?: boolean;
  readonly onChange: (value: WeeklyHours) => void;
  /** Whether something is typed that cannot be read. */
  readonly onInvalid?: (isInvalid: boolean) => void;
}) {
  return (
    <div className={classes.both}>
      <div className={classes.left}>
        <WeekGrid
          value={value}
          isReadOnly={isReadOnly}
          onChange={onChange}
          {...(breaks === undefined ? {} : { breaks })}
          {...(label === undefined ? {} : { label })}
        />
      </div>
      <div className={classes.right}>
        <WeekFields
          value={value}
          breaks={breaks}
          isReadOnly={isReadOnly}
          onChange={onChange}
          onInvalid={onInvalid}
        />
      </div>
    </div>
  );
}
