import type { Entity } from "../../api/queries.ts";
import { WEEKDAYS } from "../../parts/week-grid/week-hours.ts";

export const STEPS = ["business", "hours", "services", "team", "phone", "call"] as const;
export type Step = (typeof STEPS)[number];

/** Begins the SIP id of test calls, where no number is known yet. */
export const TEST_SIP_ID = "probeanruf-";

export function numbersOf({ sipIds }: Entity): readonly string[] {
  return sipIds.filter((id) => !id.startsWith(TEST_SIP_ID));
}

/** Whether that step has been done, by what is stored. */
export function isDone(step: Step, entity: Entity | undefined): boolean {
  if (entity === undefined) return false;
  switch (step) {
    case "business":
      return true;
    case "hours":
      return WEEKDAYS.some((day) => (entity.hours?.[day] ?? []).length > 0);
    case "services":
      return entity.appointmentTypes.some(({ products }) => products.length > 0);
    case "team":
      return entity.appointmentTypes.some(({ agents }) => agents.length > 0);
    case "phone":
      return numbersOf(entity).length > 0;
    case "call":
      return false;
  }
}

/** Where somebody who comes back goes on. */
export function firstOpenStep(entity: Entity | undefined): Step {
  return STEPS.find((step) => !isDone(step, entity)) ?? "call";
}

/** Whether callers could book; until then the way back to this page is shown. */
export function isBookable(entity: Entity): boolean {
  return STEPS.slice(0, -1).every((step) => isDone(step, entity));
}
