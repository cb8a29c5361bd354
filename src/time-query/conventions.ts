import type { Language } from "../scheduling/configuration.ts";

/** Wall-clock minutes of a day, half-open; past 1440 it runs into the next day. */
export type Window = readonly [from: number, to: number];

export interface Conventions {
  readonly parts: Readonly<Record<DayPart, Window>>;
  /** What "next Tuesday" is while this week's Tuesday is still to come. */
  readonly nextWeekday: "of_next_week" | "coming";
  /** Half the width of "around three", in minutes. */
  readonly around: number;
}

export type DayPart = "morning" | "afternoon";

export const CONVENTIONS: Readonly<Record<Language, Conventions>> = {
  de: { parts: { morning: [360, 720], afternoon: [720, 1080] }, nextWeekday: "of_next_week", around: 30 },
  en: { parts: { morning: [360, 720], afternoon: [720, 1080] }, nextWeekday: "of_next_week", around: 30 },
};
