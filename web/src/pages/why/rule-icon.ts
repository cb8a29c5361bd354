import type { IconName } from "../../parts/icon.tsx";
import type { Rule } from "./fold-starts.ts";

/** Beside its words. */
export const RULE_ICONS: Readonly<Record<Rule, IconName>> = {
  outside_working_time: "clock",
  off_grid: "clock",
  too_soon: "clock",
  too_far: "clock",
  absent: "absent",
  agent_busy: "calendar",
  class_full: "people",
  resource_busy: "door",
  agent_day_full: "list",
  product_day_full: "list",
};
