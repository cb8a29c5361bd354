import { randomBytes } from "node:crypto";
import { systemClock } from "./clock.ts";

/** Clock and chance: what tests replace. */
export interface Effects {
  readonly now: () => number;
  readonly newId: (prefix: string) => string;
}

export const REAL_EFFECTS: Effects = { now: systemClock, newId: randomId };

/** Nine bytes are twelve characters: short enough to read out, and 72 bits of chance. */
function randomId(prefix: string): string {
  return `${prefix}_${randomBytes(9).toString("base64url")}`;
}
