import { addDays } from "../../time.ts";

export const PERIODS = ["7", "30", "90", "year"] as const;
export type Period = (typeof PERIODS)[number];

/** Up to and with today. */
export function periodUntil(today: string, period: Period): { from: string; to: string } {
  const from = period === "year" ? `${today.slice(0, 4)}-01-01` : addDays(today, 1 - Number(period));
  return { from, to: today };
}
