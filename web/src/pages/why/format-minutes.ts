import type { useTexts } from "../../i18n.ts";
import type { WHY } from "./texts.ts";

/** "90 Minuten", "2 Stunden", "1 Tag". */
export function formatMinutes(minutes: number, t: ReturnType<typeof useTexts<(typeof WHY)["de"]>>): string {
  if (minutes >= 1_440 && minutes % 1_440 === 0) return t("days", { count: minutes / 1_440 });
  if (minutes >= 60 && minutes % 60 === 0) return t("hours", { count: minutes / 60 });
  return t("minutes", { count: minutes });
}
