import type { Language } from "../scheduling/configuration.ts";
import { foldEmail } from "./fold.ts";
import { type Understood, understood } from "./understood.ts";

/** A mail address as said or written. */
export function understandEmail(text: string, _context: { readonly language: Language }): Understood {
  return understood(/^[^\s@]+@[^\s@]+$/.test(text.trim()) ? [foldEmail(text)] : []);
}
