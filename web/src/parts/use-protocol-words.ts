import { useTexts } from "../i18n.ts";
import { PROTOCOL } from "./protocol-texts.ts";

/** The protocol's names in words; one that is not known here is shown as it is. */
export function useProtocolWords() {
  const t = useTexts(PROTOCOL);
  const { action, refusal, meaning } = PROTOCOL.de;
  return {
    action: (name: string | null) =>
      name === null || name === ""
        ? t("action.unknown")
        : name in action
          ? t(`action.${name as "getSlots"}`)
          : name,
    refusal: (code: string) => (code in refusal ? t(`refusal.${code as "slot_taken"}`) : code),
    meaning: (code: string) => (code in meaning ? t(`meaning.${code as "slot_taken"}`) : undefined),
    outcome: (outcome: "booked" | "moved" | "cancelled" | "informed" | "failed") => t(`outcome.${outcome}`),
  };
}
