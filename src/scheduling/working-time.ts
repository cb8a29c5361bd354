import { type Day, MINUTES_PER_DAY, weekdayIndexOf } from "./calendar-date.ts";
import { merge, type Range, subtract } from "./range.ts";
import type { TimeZone } from "./time-zone.ts";

/** Wall-clock minutes of the day on which it opens; `to` is past 1440 when it ends on the next day. */
export interface WallRange {
  readonly from: number;
  readonly to: number;
}

/** Seven lists, Monday first. */
export type WallWeek = readonly (readonly WallRange[])[];

export interface Season {
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly week: WallWeek;
}

/** One agent's rules, already resolved against the entity's: the first match of each list counts. */
export interface WorkingTimeRules {
  readonly zone: TimeZone;
  /** The agent's overrides, then the entity's. */
  readonly overrides: readonly ReadonlyMap<Day, readonly WallRange[]>[];
  /** Seasons that come before `week`, in the order in which they count. */
  readonly seasons: readonly Season[];
  readonly week: WallWeek;
  readonly breaks: WallWeek;
  readonly isPublicHoliday: (day: Day) => boolean;
}

/**
 * A run that has not begun within this many days back is open around the clock; its grid then starts anew each
 * Monday, so that a start is offered or not whatever day was asked for.
 */
const LOOK_BACK_DAYS = 35;

/** A usual horizon; then the memo starts anew instead of growing. */
const REMEMBERED_DAYS = 130;

export type DayRule = "override" | "public_holiday" | "season" | "weekly_hours";

/** When one agent works, by the contract's rule 1. Pure; the memo only saves time. */
export class WorkingTime {
  readonly #rules: WorkingTimeRules;
  readonly #runs = new Map<Day, readonly Range[]>();

  constructor(rules: WorkingTimeRules) {
    this.#rules = rules;
  }

  /**
   * The working intervals that hold an instant of that day, whole: sorted, disjoint, breaks cut out, each from
   * where it truly began (the slot grid's origin) to its end, or as far as an appointment that starts on `day` reaches.
   */
  runsOn(day: Day): readonly Range[] {
    const known = this.#runs.get(day);
    if (known !== undefined) return known;
    const runs = this.#computeRuns(day);
    if (this.#runs.size >= REMEMBERED_DAYS) this.#runs.clear();
    this.#runs.set(day, runs);
    return runs;
  }

  /** Which rule gives the hours that open on that day. */
  ruleOn(day: Day): DayRule {
    if (this.#overrideOn(day) !== undefined) return "override";
    if (this.#rules.isPublicHoliday(day)) return "public_holiday";
    return this.#seasonOn(day) === undefined ? "weekly_hours" : "season";
  }

  #computeRuns(day: Day): Range[] {
    const { zone } = this.#rules;
    const dayStart = zone.startOf(day);
    const dayEnd = zone.startOf(day + 1);
    for (let firstDay = day - 3; ; firstDay -= 7) {
      const runs = this.#intervals(firstDay, day + 2).filter(
        (run) => run.end > dayStart && run.start < dayEnd,
      );
      // Hours last a day at most, and a gap can move their end past one more midnight: what starts after the end of
      // the second day owes nothing to a day before `firstDay`.
      const begun = runs[0] === undefined || runs[0].start > zone.startOf(firstDay + 2);
      if (begun) return runs;
      if (day - firstDay > LOOK_BACK_DAYS) {
        const monday = zone.startOf(day - weekdayIndexOf(day));
        return [{ start: monday, end: runs[0]!.end }, ...runs.slice(1)];
      }
    }
  }

  #intervals(firstDay: Day, lastDay: Day): Range[] {
    const regular: Range[] = [];
    const special: Range[] = [];
    const breaks: Range[] = [];
    for (let day = firstDay; day <= lastDay; day += 1) {
      const override = this.#overrideOn(day);
      if (override !== undefined) {
        this.#place(day, override, special);
        continue;
      }
      if (!this.#rules.isPublicHoliday(day)) this.#place(day, this.#weeklyHoursOn(day), regular);
      this.#place(day, this.#rules.breaks[weekdayIndexOf(day)]!, breaks);
    }
    return merge([...subtract(merge(regular), merge(breaks)), ...special]);
  }

  #overrideOn(day: Day): readonly WallRange[] | undefined {
    for (const overrides of this.#rules.overrides) {
      const override = overrides.get(day);
      if (override !== undefined) return override;
    }
    return undefined;
  }

  #weeklyHoursOn(day: Day): readonly WallRange[] {
    return (this.#seasonOn(day)?.week ?? this.#rules.week)[weekdayIndexOf(day)]!;
  }

  #seasonOn(day: Day): Season | undefined {
    return this.#rules.seasons.find((one) => one.firstDay <= day && day <= one.lastDay);
  }

  #place(day: Day, walls: readonly WallRange[], into: Range[]): void {
    const { zone } = this.#rules;
    for (const wall of walls) {
      const start = zone.instantAt(day, wall.from);
      const end =
        wall.to > MINUTES_PER_DAY
          ? zone.instantAt(day + 1, wall.to - MINUTES_PER_DAY)
          : zone.instantAt(day, wall.to);
      into.push({ start, end }); // an end that a gap moved before its start vanishes in merge()
    }
  }
}
