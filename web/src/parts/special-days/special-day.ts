import type { AbsenceConfiguration, AgentConfiguration } from "../../../../src/staff-api/wire-types.ts";
import type { Entity } from "../../api/queries.ts";
import type { Language } from "../../i18n.ts";
import { addDays, formatDate } from "../../time.ts";
import type { LocalSpan } from "../absence-conflicts/choices.ts";
import { clockText, DAY_MINUTES, readable, spansOf } from "../week-grid/week-hours.ts";
import { datesBetween, lastDateOf } from "../year-calendar/day-marks.ts";

/** An absence or closure, or other hours on dates; with `from` and `to` both included. */
export type SpecialDay =
  | { readonly kind: "absence"; readonly absence: AbsenceConfiguration }
  | { readonly kind: "hours"; readonly from: string; readonly to: string; readonly hours: readonly string[] };

/** Whose days they are: the business's, or one person's. */
export interface Owner {
  readonly entity: Entity;
  /** Undefined: the business. */
  readonly agent: AgentConfiguration | undefined;
}

export const absencesOf = ({ entity, agent }: Owner) =>
  agent === undefined ? entity.closures : agent.timeOff;
export const overridesOf = ({ entity, agent }: Owner) => (agent ?? entity).overrides ?? {};

export function firstDateOf(day: SpecialDay): string {
  return day.kind === "absence" ? day.absence.start.slice(0, 10) : day.from;
}

export function endDateOf(day: SpecialDay): string {
  return day.kind === "absence" ? lastDateOf(day.absence.end) : day.to;
}

/** All of them, soonest first; days in a row with the same hours are one. */
export function specialDaysOf(owner: Owner): SpecialDay[] {
  const days: SpecialDay[] = absencesOf(owner).map((absence) => ({ kind: "absence", absence }));
  let last: (SpecialDay & { kind: "hours" }) | undefined;
  for (const [date, hours] of Object.entries(overridesOf(owner)).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const goesOn =
      last !== undefined && addDays(last.to, 1) === date && readable(last.hours) === readable(hours);
    if (goesOn && last !== undefined) {
      days.pop();
      last = { ...last, to: date };
    } else last = { kind: "hours", from: date, to: date, hours };
    days.push(last);
  }
  return days.sort((a, b) => (firstDateOf(a) < firstDateOf(b) ? -1 : 1));
}

const isSameAbsence = (a: AbsenceConfiguration, b: AbsenceConfiguration) =>
  a.start === b.start && a.end === b.end && a.reason === b.reason;

/** A merge patch of the owner that takes `before` away and puts `after` in. */
export function patchOf(
  owner: Owner,
  before: SpecialDay | undefined,
  after: SpecialDay | undefined,
): {
  readonly closures?: readonly AbsenceConfiguration[];
  readonly timeOff?: readonly AbsenceConfiguration[];
  readonly overrides?: Readonly<Record<string, readonly string[] | null>>;
} {
  const patch: {
    closures?: readonly AbsenceConfiguration[];
    timeOff?: readonly AbsenceConfiguration[];
    overrides?: Record<string, readonly string[] | null>;
  } = {};
  if (before?.kind === "absence" || after?.kind === "absence") {
    const list = absencesOf(owner).filter(
      (one) => before?.kind !== "absence" || !isSameAbsence(one, before.absence),
    );
    const added = after?.kind === "absence" ? [after.absence] : [];
    patch[owner.agent === undefined ? "closures" : "timeOff"] = [...list, ...added].sort((a, b) =>
      a.start < b.start ? -1 : 1,
    );
  }
  if (before?.kind === "hours" || after?.kind === "hours") {
    patch.overrides = {};
    if (before?.kind === "hours")
      for (const date of datesBetween(before.from, before.to)) patch.overrides[date] = null;
    if (after?.kind === "hours")
      for (const date of datesBetween(after.from, after.to)) patch.overrides[date] = after.hours;
  }
  return patch;
}

/** The times in which nobody works because of it. */
export function blockedBy(day: SpecialDay): LocalSpan[] {
  if (day.kind === "absence") return [{ start: day.absence.start, end: day.absence.end }];
  return datesBetween(day.from, day.to).flatMap((date) => {
    const gaps: LocalSpan[] = [];
    let at = 0;
    for (const { from, to } of spansOf(day.hours)) {
      if (from > at) gaps.push({ start: localAt(date, at), end: localAt(date, from) });
      at = Math.max(at, to);
    }
    if (at < DAY_MINUTES) gaps.push({ start: localAt(date, at), end: localAt(date, DAY_MINUTES) });
    return gaps;
  });
}

function localAt(date: string, minute: number): string {
  return minute >= DAY_MINUTES ? `${addDays(date, 1)}T00:00` : `${date}T${clockText(minute)}`;
}

const SHORT = { weekday: "short", day: "numeric", month: "short" } as const;

/** "Do., 24. Dez." or "Mo., 2. – Fr., 6. Aug. 2027", with the times where it is not whole days. */
export function whenText(day: SpecialDay, language: Language, thisYear: string): string {
  const [from, to] = [firstDateOf(day), endDateOf(day)];
  const withYear = (date: string) =>
    formatDate(date, language, date.startsWith(thisYear) ? SHORT : { ...SHORT, year: "numeric" });
  const clock = (local: string) => (local.endsWith("T00:00") ? "" : ` ${local.slice(11, 16)}`);
  const [begins, ends] =
    day.kind === "absence" ? [clock(day.absence.start), clock(day.absence.end)] : ["", ""];
  if (from === to) {
    const times = begins !== "" || ends !== "" ? `,${begins || " 00:00"} –${ends || " 24:00"}` : "";
    return `${withYear(from)}${times}`;
  }
  return `${withYear(from)}${begins} – ${withYear(to)}${ends}`;
}
