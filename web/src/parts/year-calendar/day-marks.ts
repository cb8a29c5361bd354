import type { AbsenceConfiguration, SeasonConfiguration } from "../../../../src/staff-api/wire-types.ts";
import { addDays } from "../../time.ts";

/** What counts first stands first. */
export const KINDS = ["away", "closed", "special", "holiday", "season"] as const;
export type MarkKind = (typeof KINDS)[number];

export interface DayMark {
  readonly kind: MarkKind;
  /** Said and shown beside the kind's own name. */
  readonly title: string | undefined;
}

/** By date. */
export type DayMarks = ReadonlyMap<string, readonly DayMark[]>;

/** Both are included. */
export function datesBetween(first: string, last: string): string[] {
  const dates = [];
  for (let date = first; date <= last; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** Last date that a half-open stretch touches. */
export function lastDateOf(end: string): string {
  return end.endsWith("T00:00") ? addDays(end, -1) : end.slice(0, 10);
}

/** First date of the month that is so many later. */
export function addMonths(first: string, months: number): string {
  const index = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`;
}

/** Marks of the days from one date to another, both included. */
export function marksOf(
  [begin, finish]: readonly [string, string],
  {
    closures = [],
    absences = [],
    overrides = {},
    holidays = [],
    seasons = [],
    overrideTitle,
  }: {
    readonly closures?: readonly AbsenceConfiguration[];
    readonly absences?: readonly AbsenceConfiguration[];
    readonly overrides?: Readonly<Record<string, readonly string[]>>;
    readonly holidays?: readonly { readonly date: string; readonly name: string }[];
    readonly seasons?: readonly SeasonConfiguration[];
    readonly overrideTitle: (hours: readonly string[]) => string;
  },
): DayMarks {
  const marks = new Map<string, DayMark[]>();
  const add = (first: string, last: string, mark: DayMark) => {
    const [from, to] = [first < begin ? begin : first, last > finish ? finish : last];
    for (const date of datesBetween(from, to)) marks.set(date, [...(marks.get(date) ?? []), mark]);
  };
  for (const [kind, list] of [
    ["away", absences],
    ["closed", closures],
  ] as const) {
    for (const { start, end, reason } of list)
      add(start.slice(0, 10), lastDateOf(end), { kind, title: reason });
  }
  for (const [date, hours] of Object.entries(overrides)) {
    add(date, date, { kind: hours.length === 0 ? "closed" : "special", title: overrideTitle(hours) });
  }
  for (const { date, name } of holidays) add(date, date, { kind: "holiday", title: name });
  for (const { from, to } of seasons) add(from, to, { kind: "season", title: undefined });
  for (const list of marks.values()) list.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  return marks;
}
