import { spokenDigits } from "./spoken-phone.ts";

/** As many digits as a PIN has, at the desk and on the telephone. */
const PIN = /^\d{4,8}$/;

/** What a caller says around it that a number could be read in: "eine Sekunde", "oh". */
const AROUND = /\b(?:eine|einen|einer)\b|^oh\b(?=[,.])/gi;

/** The digits of a PIN as written or spoken: "eins zwei drei vier", "double four one two"; undefined when they are no PIN. */
export function understandPin(text: string): string | undefined {
  const written = text.replace(/[\s.,;:_/-]/g, "");
  const digits = /^\d+$/.test(written) ? written : spokenDigits(text.toLowerCase().replace(AROUND, " "));
  return PIN.test(digits) ? digits : undefined;
}
