import type { Call } from "../../../../src/staff-api/wire-types.ts";

/** `1:04` between the first and the last request; the call itself was a little longer. */
export function durationOf({ begunAt, endedAt }: Pick<Call, "begunAt" | "endedAt">): string {
  const seconds = Math.max(0, Math.round((Date.parse(endedAt) - Date.parse(begunAt)) / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

export const DAY_AND_TIME: Intl.DateTimeFormatOptions = {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
};

export const WITH_SECONDS: Intl.DateTimeFormatOptions = {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
};
