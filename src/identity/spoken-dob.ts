import type { Language } from "../scheduling/configuration.ts";
import { type Understood, understood } from "./understood.ts";

/** A date of birth as said or written, as `YYYY-MM-DD`. */
export function understandDob(
  text: string,
  _context: { readonly today: string; readonly country: string | undefined; readonly language: Language },
): Understood {
  return understood(/^\d{4}-\d{2}-\d{2}$/.test(text) ? [text] : []);
}
