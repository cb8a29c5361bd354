import type { BreakConfiguration, Weekday } from "../../../../src/staff-api/wire-types.ts";
import { type Span, spanOf } from "./week-hours.ts";

/** As the server sees it: one of more than half a day has its ends the wrong way round. */
const LONGEST_MINUTES = 720;

export function hasTimes({ from, to }: BreakConfiguration): boolean {
  if (from === "" || to === "" || from === to) return false;
  const span = spanOf(`${from}-${to}`);
  return span.to - span.from <= LONGEST_MINUTES;
}

export function isWholeBreak(one: BreakConfiguration): boolean {
  return hasTimes(one) && one.days?.length !== 0;
}

/** Of that day; what is still being typed does not count. */
export function breakSpans(breaks: readonly BreakConfiguration[], day: Weekday): Span[] {
  return breaks
    .filter((one) => one.from !== "" && one.to !== "" && (one.days === undefined || one.days.includes(day)))
    .map(({ from, to }) => spanOf(`${from}-${to}`));
}
