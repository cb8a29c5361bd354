import type { Language } from "../i18n.ts";

export const ZONES: string[] = Intl.supportedValuesOf("timeZone");

/** Shown before all others. */
const NEAR = ["EUR", "CHF", "GBP", "USD"];

/** "Euro (EUR)" */
export function currencyChoices(language: Language): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: "currency" });
  const others = Intl.supportedValuesOf("currency").filter((code) => !NEAR.includes(code));
  return [...NEAR, ...others].map((code) => ({ value: code, label: `${names.of(code) ?? code} (${code})` }));
}
