import { between, from, point, readingsOf, type Time, until } from "./clock.ts";
import {
  weekday as bareWeekday,
  type Days,
  datedWeekday,
  intersection,
  month,
  monthDate,
  NEVER,
  RANK,
  through,
  weekNumber,
  yearOnly,
} from "./days.ts";
import type { Grammar } from "./grammar.ts";
import { fullYear } from "./lexicon.ts";
import type { Piece, Senses } from "./senses.ts";

/** Dates and clock times as both languages write them in figures. */
export function addWrittenForms(grammar: Grammar): void {
  grammar
    .rule("n", "{num}", (n) => n)
    .rule("nth", "{ord}", (n) => n)
    .rule("hour", "{n}", (n) => (n <= 24 ? n : undefined))
    .rule("minute", "{n}", (n) => (n <= 59 ? n : undefined))
    .rule("clock", "{colon24}", ([h, m]) => readingsOf(h!, m!, true))
    .rule("clock", "{colon}", ([h, m, s = 0], ..._) => (s < 61 ? readingsOf(h!, m!) : undefined))
    .rule("plain", "{clock}", (clock) => clock)
    .rule("plain", "{hour}", (hour) => readingsOf(hour, 0))
    .rule("plain", "{dotPair}", (pair) => dotClock(pair))
    .rule("day", "{dotDate}", ([d, m, y]) => monthDate(m!, d!, y === undefined ? undefined : fullYear(y)))
    .rule("day", "{dotDate} {year}", ([d, m, y], year) =>
      y === undefined ? monthDate(m!, d!, year) : undefined,
    )
    .rule("day", "{dotPair} {year}", ([d, m, y], year) =>
      y === undefined ? monthDate(m!, d!, year) : undefined,
    )
    .rule("day", "{dotPair}", ([d, m]) => (m! >= 1 && m! <= 12 && d! <= 32 ? monthDate(m!, d!) : undefined))
    // Nobody comes at twelve past three: "Dienstag 15.12" is a date, "Dienstag 15.10" a clock time.
    .rule("day", "{weekday} {dotPair}", (w, [d, m, ...more]) =>
      more.length === 0 && d! >= 1 && d! <= 31 && m! >= 1 && m! <= 12 && m! % 5 !== 0
        ? datedWeekday(w, monthDate(m!, d!))
        : undefined,
    )
    .rule("day", "{figureOrd} {figureOrd} {year?}", (d, m, y) => (m <= 12 ? monthDate(m, d, y) : undefined))
    .rule("day", "{dashDate}", ([y, m, d]) => monthDate(m!, d!, y!))
    .rule("day", "{dashLast}", (parts) => dashDate(parts))
    .rule("day", "{monthName} {num} - {year}", (m, d, y) => monthDate(m, d, y))
    .rule("day", "{slash}", (parts) => slashDay(parts))
    .rule("period", "{slash}", (parts) => slashMonth(parts))
    .rule("day", "{num} - {monthName} - {year}", (d, m, y) => monthDate(m, d, y))
    .rule("day", "{num} - {monthName} - {num}", (d, m, y) =>
      y < 100 ? monthDate(m, d, fullYear(y)) : undefined,
    )
    .rule("days", "{day}", (day) => day)
    .rule("days", "{period}", (period) => period)
    .rule("days", "{figureOrd} - {dotDate}", (d, [e, m, y]) =>
      dateRange(m!, d, e!, y === undefined ? undefined : fullYear(y)),
    )
    .rule("period", "{month}", (index) => month(index))
    .rule("period", "{month} {year}", (index, year) => month(index, year))
    .rule("period", "{year}", (year) => yearOnly(year))
    .rule("time", "{clock}", (clock) => point(clock))
    // "15.12" is a date, "15.30" cannot be one.
    .rule("time", "{dotPair}", ([d, m, ...more]) => {
      const isDate = d! >= 1 && d! <= 31 && m! >= 1 && m! <= 12;
      const readings = isDate ? undefined : dotClock([d!, m!, ...more]);
      return readings === undefined ? undefined : point(readings);
    })
    .rule("offset", "utc|gmt (+) {n}", (n) => (n <= 14 ? n * 60 : undefined))
    .rule("offset", "utc|gmt (-) {n}", (n) => (n <= 12 ? -n * 60 : undefined))
    .rule("time", "(at|um|@)? {plain} {offset} (time|zeit)?", (c, offset) => ({ ...point(c), offset }))
    .rule(
      "time",
      "(between|zwischen|from|von)? {plain} (-|to|bis|and|und) {plain} {offset}",
      (a, b, offset) => ({
        ...between(a, b),
        offset,
      }),
    )
    .rule("time", "(after|from|ab|nach) {plain} {offset}", (c, offset) => ({ ...from(c), offset }))
    .rule("time", "(before|until|bis|vor) {plain} {offset}", (c, offset) => ({ ...until(c), offset }))
    .rule("time", "(by|spätestens) (um)? {plain} {offset}", (c, offset) => ({ ...until(c, true), offset }))
    .rule("day", "{year} (-)? w|kw {num} - {num}", (y, week, day) =>
      day >= 1 && day <= 7 ? intersection([weekNumber(week, y), bareWeekday(day - 1)]) : undefined,
    )
    .rule("period", "{year} (-)? w|kw {num}", (y, week) => weekNumber(week, y))
    .rule("pieces", "{days}", (days) => [{ kind: "days", days }])
    .rule("pieces", "{time}", (time) => [{ kind: "time", time }])
    .rule("pieces", "{moment}", (moment) => [{ kind: "moment", moment }])
    // "12.50 Euro" is no clock time.
    .rule(
      "pieces",
      "{decimal} euro|cent|dollar|dollars|pfund|pound|pounds|prozent|percent|grad|degrees|kilo|kilos|kg|meter|metres|km|kilometer|miles",
      pieces({ kind: "refuse" }),
    )
    .rule("pieces", "{colon}", ([h, m, sec = 0]) =>
      h! > 24 || m! > 59 || sec > 60 || (h === 24 && m! > 0) ? [{ kind: "never" }] : undefined,
    )
    .rule("pieces", "{parts}", (time) => [{ kind: "time", time }])
    .rule("pieces", "{weekdayPart}", ([index, time]) => [
      { kind: "days", days: bareWeekday(index) },
      { kind: "time", time },
    ]);
}

export function dotClock([h, m, extra]: readonly number[]): number[] | undefined {
  return extra === undefined ? readingsOf(h!, m!) : undefined;
}

function dashDate([date, month, year]: readonly number[]): Days {
  // What stands in the middle is the month, unless it cannot be one.
  if (month! > 12 && date! <= 12) return monthDate(date!, month!, fullYear(year!));
  return monthDate(month!, date!, fullYear(year!));
}

function slashDay([a, b, c]: readonly number[]): Days | undefined {
  if (a! > 1000) return c === undefined ? undefined : monthDate(b!, c, a);
  if (c === undefined && b! > 1000) return undefined;
  const year = c === undefined ? undefined : fullYear(c);
  if (a! > 12) return monthDate(b!, a!, year);
  if (b! > 12) return monthDate(a!, b!, year);
  const pick = (other: boolean): Days => ({
    rank: RANK.day,
    once: year !== undefined,
    exact: true,
    next(calendar, from) {
      const dayFirst = (calendar.conventions.slashOrder === "day_first") !== other;
      return monthDate(dayFirst ? b! : a!, dayFirst ? a! : b!, year).next(calendar, from);
    },
  });
  return a === b ? pick(false) : { ...pick(false), other: pick(true) };
}

function slashMonth([a, b, c]: readonly number[]): Days | undefined {
  if (c !== undefined) return undefined;
  if (b! > 1900 && a! <= 12) return month(a!, b!);
  return a! > 1900 && b! <= 12 ? month(b!, a!) : undefined;
}

/** From one date of a month to another one of it. */
export function dateRange(index: number, first: number, last: number, year?: number): Days | undefined {
  if (first > 99 || last > 99) return undefined;
  if (first < last) return through(monthDate(index, first, year), monthDate(index, last, year));
  return NEVER;
}

export const pieces =
  (...list: Piece[]): (() => Senses["pieces"]) =>
  () =>
    list;

/** "Fifteen thirty", in words and without anything beside it. */
export function spoken(hour: number, minute: number): Time | undefined {
  const readings = hour >= 1 && minute >= 10 ? readingsOf(hour, minute) : undefined;
  return readings === undefined ? undefined : point(readings);
}
