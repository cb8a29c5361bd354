import type { AuditEntry } from "../../../src/staff-api/wire-types.ts";
import { useTexts } from "../i18n.ts";
import { PARTS } from "./texts.ts";

export type WhoDid = AuditEntry["by"];

/** Whose doing something was: a person's name, or which script or bot. */
export function useWhoDid(): (by: WhoDid) => string {
  const t = useTexts(PARTS);
  return ({ kind, name, isScript }) => {
    if (kind === "person") return name ?? t("whoDid.gone");
    if (name === null) return t(isScript ? "whoDid.someScript" : "whoDid.someBot");
    return t(isScript ? "whoDid.script" : "whoDid.bot", { name });
  };
}
