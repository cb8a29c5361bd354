/** What was made of a caller's words for a phone number, a date of birth or a mail address. */
export interface Understood {
  readonly status: "ok" | "ambiguous" | "invalid";
  /** The canonical value: E.164, `YYYY-MM-DD`, a mail address; of several readings the likeliest; null when invalid. */
  readonly value: string | null;
  /** All readings, the likeliest first; one when ok, none when invalid. */
  readonly candidates: readonly string[];
}

export const INVALID: Understood = { status: "invalid", value: null, candidates: [] };

/** Ok for one reading, ambiguous for several, invalid for none; the likeliest first. */
export function understood(readings: readonly string[]): Understood {
  const candidates = [...new Set(readings)];
  const [value] = candidates;
  if (value === undefined) return INVALID;
  return { status: candidates.length === 1 ? "ok" : "ambiguous", value, candidates };
}
