import type { Language } from "../scheduling/configuration.ts";
import { toE164 } from "./phone.ts";
import { type Understood, understood } from "./understood.ts";

/** A phone number as said or written, in E.164; a withheld number is none. */
export function understandPhone(
  text: string,
  { country }: { readonly country: string | undefined; readonly language: Language },
): Understood {
  const number = toE164(text, country);
  return understood(number === undefined ? [] : [number]);
}
