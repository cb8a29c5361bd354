import { useTexts } from "../../i18n.ts";
import { poolLabel } from "../../parts/pool-name.ts";
import type { Run } from "./fold-starts.ts";
import { WHY } from "./texts.ts";

/** Why those starts cannot be had, as one says it to a caller. */
export function useReasonText(): (
  run: Pick<Run, "rule" | "absence" | "reason" | "pool" | "limit">,
) => string {
  const t = useTexts(WHY);
  return ({ rule, absence = "time_off", reason, pool, limit }) => {
    if (rule === null) return "";
    if (rule === "absent") return [t(`absence.${absence}`), reason].filter(Boolean).join(": ");
    if (rule === "resource_busy") return t("rule.resource_busy", { pool: poolLabel(pool ?? "") });
    return t(`rule.${rule}`, { limit: limit ?? "" });
  };
}
