import {
  comingWeekday,
  type Days,
  datedWeekday,
  dayOfMonth,
  everyMonth,
  everyWeek,
  everyWeekend,
  everyYear,
  half,
  inDays,
  intersection,
  lastWeekday,
  mapped,
  month,
  monthDate,
  nextWeekday,
  nth,
  quarter,
  RANK,
  relativeMonth,
  relativeQuarter,
  relativeYear,
  season,
  type Third,
  third,
  through,
  week,
  weekday,
  weekdayOfWeek,
  weekdaysOf,
  weekend,
  weekNumber,
  yearOnly,
} from "./days.ts";
import { besides, dayAfter, dayLater, daysBetween, duration, nextDays, withinDays } from "./durations.ts";
import {
  edgeDay,
  halves,
  lastDays,
  lastWeek,
  longWeekend,
  nextSeason,
  periodAndPart,
  relativePeriod,
  weekAround,
  weekdayBeside,
  weekdayIn,
  workdays,
} from "./german-days.ts";
import type { Grammar } from "./grammar.ts";
import { CHRISTMAS_DAYS, EASTER_DAYS, ENGLISH_HOLIDAYS, holiday, PENTECOST_DAYS } from "./holidays.ts";
import { fullYear } from "./lexicon.ts";
import type { Unit } from "./senses.ts";
import { dateRange } from "./written-forms.ts";

const THIS = "this|current|that";
const COMING = "coming|upcoming|following";

const BEFORE_LAST = "second to last|next to last|penultimate|last but one|second last";

export function addEnglishDays(g: Grammar): void {
  addNamedDays(g);
  addPeriods(g);
  addPartsOfPeriods(g);
  addDates(g);
  addRelativeDays(g);
}

function addNamedDays(g: Grammar): void {
  g.rule("day", "today|todays", () => inDays(0))
    .rule("day", "(the)? (same|this|current) day", () => inDays(0))
    .rule("day", "tomorrow|tomorow|tommorow|tommorrow|tomorrows|tmr|tmrw|tmw|2moro|tomo", () => inDays(1))
    .rule("day", "(the)? day after (tomorrow|tomorow|tommorow|tommorrow)", () => inDays(2))
    .rule("day", "overmorrow", () => inDays(2))
    .rule("day", "(the)? (next|following) day", () => inDays(1))
    .rule("day", "(the)? day after next", () => inDays(2))
    .rule("day", "yesterday", () => inDays(-1))
    .rule("day", "(the)? day before yesterday", () => inDays(-2))
    .rule("day", "{weekday}", (w) => weekday(w))
    .rule("day", "the {weekday}", (w) => weekday(w))
    .rule("day", "this {weekday}", (w) => comingWeekday(w))
    .rule("day", `(the|this)? ${COMING} {weekday}`, (w) => comingWeekday(w))
    .rule("day", "(the)? next {weekday}", (w) => nextWeekday(w))
    .rule("day", "next weeks {weekday}", (w) => weekdayOfWeek(w, 1))
    .rule("day", "(the)? {weekday} after next", (w) => ({
      ...comingWeekday(w, 1),
      other: weekdayOfWeek(w, 2),
    }))
    .rule("day", "(the)? {weekday} after (this|the) (coming|next)? (one)?", (w) => comingWeekday(w, 1))
    .rule("day", "(the)? last|past|previous {weekday}", (w) => lastWeekday(w))
    .rule("days", "{weekdays}", (w) => ({ ...weekday(w), every: true }))
    .rule("days", "every|each|all|any {weekday}", (w) => ({ ...weekday(w), every: true }))
    .rule("day", "a {weekday}", (w) => weekday(w))
    .rule("days", "weekdays|workdays", () => workdays(true))
    .rule("days", "(every|each|any|a|on)? (weekday|workday)", () => workdays(true))
    .rule("days", "(every|each|any|a)? (business|working|work|week) (day|days)", () => workdays(true))
    .rule("days", "during the (working)? week", () => workdays(true))
    .rule("days", "every|each|any day", () => allDays)
    .rule("days", "any day of the week", () => allDays)
    .rule("days", "daily", () => allDays)
    .rule("day", "(the)? next (business|working|work) day", () => dayAfter(duration(1, "businessDay")))
    .rule("day", "(the)? next (workday|weekday)", () => dayAfter(duration(1, "businessDay")));
  for (const [names, dayIn] of ENGLISH_HOLIDAYS) {
    for (const name of names.split("|")) g.rule("holiday", name, () => holiday(dayIn));
  }
  g.rule("days", "over|at|during (the)? easter (holidays|holiday|break|weekend|days)?", () =>
    holiday(EASTER_DAYS),
  )
    .rule("days", "over|during (the)? (christmas|xmas) (holidays|days|period|break)?", () =>
      holiday(CHRISTMAS_DAYS),
    )
    .rule("days", "over|at|during (the)? (whitsun|pentecost)", () => holiday(PENTECOST_DAYS));
  g.rule("day", "(the)? {holiday}", (day) => day)
    .rule("day", "{holiday} (of|in)? {year}", (day, year) => intersection([yearOnly(year), day]))
    .rule("day", "{holiday} (of)? this year", (day) => intersection([relativeYear(0), day]))
    .rule("day", "{holiday} (of)? next year", (day) => intersection([relativeYear(1), day]))
    .rule("day", "this years {holiday}", (day) => intersection([relativeYear(0), day]))
    .rule("day", "next years {holiday}", (day) => intersection([relativeYear(1), day]))
    .rule("day", "(this|next|coming|upcoming) {holiday}", (day) => day)
    .rule("day", "last {holiday}", () => inDays(-1));
}

const allDays: Days = {
  rank: RANK.days,
  once: true,
  next: ({ today }) => ({ from: today, to: Number.POSITIVE_INFINITY }),
};

function addPeriods(g: Grammar): void {
  g.rule("period", `${THIS} {unit}`, (unit) => relativePeriod(unit, 0))
    .rule("period", `(the|this)? ${COMING} {unit}`, (unit) => relativePeriod(unit, 1))
    .rule("period", "(the)? next|nxt {unit}", (unit) =>
      unit === "day" ? undefined : relativePeriod(unit, 1),
    )
    .rule("period", "(the)? {unit} after next", (unit) => relativePeriod(unit, 2))
    .rule("period", "(the)? {unit} after (that|the next one)", (unit) => relativePeriod(unit, 2))
    .rule("period", "(the)? (week|weeks) after next (week)?", () => week(2))
    .rule("period", "the week after", () => week(2))
    .rule("period", "(early|sometime)? in the new year", () => relativeYear(1))
    .rule("period", "(the)? last|past|previous {unit}", (unit) =>
      unit === "day" ? undefined : relativePeriod(unit, -1),
    )
    .rule("period", "(the)? month", () => everyMonth)
    .rule("period", "the week", () => everyWeek)
    .rule("period", "the year", () => everyYear)
    .rule("period", "(of|in)? (this|the|next|coming) {month}", (m) => month(m))
    .rule("period", "last {month}", () => relativeMonth(-12))
    .rule("period", "{month} (of|in)? next year", (m) => intersection([relativeYear(1), month(m)]))
    .rule("period", "{month} (of|in)? this year", (m) => intersection([relativeYear(0), month(m)]))
    .rule("period", "(the)? month of {month} {year?}", (m, y) => month(m, y))
    .rule("period", "{month} of {year}", (m, y) => month(m, y))
    .rule("period", "(the)? year {year}", (y) => yearOnly(y))
    .rule("period", "(the)? {nth} (quarter|qtr) (of|in)? (the year)? {year?}", (q, y) => quarter(q, y))
    .rule("period", "{nth} quarter (of)? {period}", (q, p) =>
      p.rank === RANK.year ? intersection([p, quarter(q)]) : undefined,
    )
    .rule("period", "q {num} (of|in)? {year?}", (q, y) => quarter(q, y))
    .rule("period", "{num} q {year?}", (q, y) => quarter(q, y))
    .rule("period", "quarter {num} (of|in)? {year?}", (q, y) => quarter(q, y))
    .rule("period", "{year} q {num}", (y, q) => quarter(q, y))
    .rule("period", "{nth} half (of)? (the year)? {year?}", (q, y) => (q <= 2 ? half(q, y) : undefined))
    .rule("period", "h {num} {year}", (q, y) => (q <= 2 ? half(q, y) : undefined))
    .rule("period", "(calendar)? week (number|no)? {num} (of|in)? {year?}", (n, y) => weekNumber(n, y))
    .rule("period", "wk|cw|kw {num} {year?}", (n, y) => weekNumber(n, y))
    .rule("period", "{year} w|wk {num}", (y, n) => weekNumber(n, y))
    .rule("period", "(the)? {season} (of|in)? {year?}", (name, y) => season(name, y))
    .rule("period", "(this|coming) {season}", (name) => season(name))
    .rule("period", "next {season}", (name) => nextSeason(season(name)))
    .rule("period", "last {season}", () => relativeYear(-1))
    .rule("days", "(the|this)? weekend|wknd", () => weekend(0))
    .rule("days", "(the)? next weekend|wknd", () => ({ ...weekend(1), other: everyWeekend }))
    .rule("days", `(the|this)? ${COMING} weekend`, () => everyWeekend)
    .rule("days", "(the)? weekend after next", () => weekend(2))
    .rule("days", "(the)? last|past|previous weekend", () => weekend(-1))
    .rule("days", "weekends", () => ({ ...everyWeekend, every: true }))
    .rule("days", "every|each|any weekend", () => ({ ...everyWeekend, every: true }));
}

function addPartsOfPeriods(g: Grammar): void {
  // The period and its part are two, so that "next week, end of June" stays the end of June.
  g.rule("pieces", "{period} (at|towards|toward|around)? the (beginning|start)", (days) =>
    periodAndPart(days, "beginning"),
  )
    .rule("pieces", "{period} (in|around|towards)? the middle", (days) => periodAndPart(days, "middle"))
    .rule("pieces", "{period} (at|towards|toward|around)? the end", (days) => periodAndPart(days, "end"));
  g.rule("days", "(the)? {third} (part)? (of|in)? {period}", (name, days) => third(name, days))
    .rule("days", "(at|in)? (the)? {third} (of|in) the new year", (name) => third(name, relativeYear(1)))
    .rule("days", "later|late (of|in|on)? (this|the) {unit}", (unit) => rest(relativePeriod(unit, 0)))
    .rule("days", "(the)? rest|remainder of {period}", (days) => rest(days))
    .rule("days", "(the)? rest|remainder of (today|the day)", () => inDays(0))
    .rule("days", "eom", () => third("end", relativeMonth(0)))
    .rule("days", "eoy", () => third("end", relativeYear(0)))
    .rule("days", "eow", () => third("end", week(0)))
    .rule("days", "bom", () => third("beginning", everyMonth))
    .rule("days", "(the)? month (end|s end)", () => third("end", relativeMonth(0)))
    .rule("days", "year end", () => third("end", relativeYear(0)))
    .rule("days", "(at|by)? years|year end", () => third("end", relativeYear(0)))
    .rule("days", "months|month end", () => third("end", relativeMonth(0)))
    .rule("days", "(the)? {nth} half of {period}", (n, days) => (n <= 2 ? halves(n, days) : undefined))
    .rule("days", "(the)? {nth} (week|weeks) (of|in) {period}", (n, days) => nth(n, everyWeek, days))
    .rule("days", "(the)? last week (of|in) {period}", (days) => lastWeek(days))
    .rule("days", "(the)? {nth} weekend (of|in) {period}", (n, days) => nth(n, everyWeekend, days))
    .rule("days", "(the)? last weekend (of|in) {period}", (days) => nth(-1, everyWeekend, days))
    .rule("day", "(the)? {nth} {weekday} (of|in) {period}", (n, w, days) => nth(n, weekday(w), days))
    .rule("day", "(the)? {nth} {weekday} {month} {year?}", (n, w, m, y) => nth(n, weekday(w), month(m, y)))
    .rule("day", `(the)? (${BEFORE_LAST}) {weekday} (of|in) {period}`, (w, days) => nth(-2, weekday(w), days))
    .rule("day", `(the)? (${BEFORE_LAST}) day (of|in) {period}`, (days) => edgeDay(days, -2))
    .rule("day", "(the)? last {weekday} (of|in) {period}", (w, days) => nth(-1, weekday(w), days))
    .rule("day", "(the)? {nth} last {weekday} (of|in) {period}", (n, w, days) => nth(-n, weekday(w), days))
    .rule("day", "(the)? last day (of|in) {period}", (days) => edgeDay(days, -1))
    .rule("days", "(the)? last {n} days (of|in) {period}", (n, days) => lastDays(days, n))
    .rule("day", "(the)? last weekday (of|in) {period}", (days) => nth(-1, workdays(false), days))
    .rule("day", "(the)? eve of (the)? {holiday}", (day) => besides(duration(1, "day"), day, -1))
    .rule("days", "(the)? {nth} full week (of|in) {period}", (n, days) => nth(n, everyWeek, days))
    .rule("days", "week (commencing|beginning|starting) {day}", (day) => weekAround(day, 0))
    .rule("day", "(the)? first day (of|in) {period}", (days) => edgeDay(days, 1))
    .rule("day", "(the)? {nth} day (of|in) {period}", (n, days) =>
      nth(
        n,
        weekdaysOf(() => [0, 1, 2, 3, 4, 5, 6], false),
        days,
      ),
    )
    .rule("day", "(the)? last (business|working) day (of|in) {period}", (days) =>
      nth(-1, workdays(false), days),
    )
    .rule("day", "(the)? {nth} (business|working) day (of|in) {period}", (n, days) =>
      nth(n, workdays(false), days),
    );
}

/** What is left of it from today on. */
function rest(days: Days | undefined): Days | undefined {
  return days === undefined
    ? undefined
    : mapped(days, RANK.days, 0, (span, { today }) => ({ from: Math.max(span.from, today), to: span.to }));
}

function addDates(g: Grammar): void {
  g.rule("days", "(in)? between (the)? {nth} and (the)? {nth} (of)? {month} {year?}", (a, b, m, y) =>
    dateRange(m, a, b, y),
  )
    .rule("days", "(in)? between {n} and {n} (of)? {month} {year?}", (a, b, m, y) => dateRange(m, a, b, y))
    .rule("days", "(in)? between {month} (the)? {nth} and (the)? {nth} {year?}", (m, a, b, y) =>
      dateRange(m, a, b, y),
    )
    .rule("days", "(in)? between {month} {n} and {n} {year?}", (m, a, b, y) => dateRange(m, a, b, y));
  g.rule("n", "{tens} {ones}", (a, b) => a + b)
    .rule("nth", "{tens} {ordOnes}", (a, b) => a + b)
    .rule("year", "{num} {n}", (a, b) =>
      a === 20 && b >= 10 && b < 100 ? 2000 + b : a === 19 && b >= 10 && b < 100 ? 1900 + b : undefined,
    )
    .rule("year", "twenty oh {ones}", (b) => 2000 + b)
    .rule("year", "two thousand (and)? {n}", (n) => (n < 100 ? 2000 + n : undefined))
    .rule("year", "in {year}", (y) => y)
    .rule("day", "(the)? {nth} (day)? (of)? {month} (of)? {year?}", (d, m, y) => monthDate(m, d, y))
    .rule("day", "(the)? {nth} of (the)? {nth} {year?}", (d, m, y) => monthDate(m, d, y))
    .rule("day", "{n} (of)? {month} (of)? {year?}", (d, m, y) => (d <= 99 ? monthDate(m, d, y) : undefined))
    .rule("day", "(the)? {nth} (of)? {month} {num}", (d, m, y) =>
      y > 25 && y < 60 ? monthDate(m, d, fullYear(y)) : undefined,
    )
    .rule("day", "{n} {month} {num}", (d, m, y) =>
      d <= 31 && y > 25 && y < 60 ? monthDate(m, d, fullYear(y)) : undefined,
    )
    .rule("day", "{month} (the)? {nth} (of)? {year?}", (m, d, y) => monthDate(m, d, y))
    .rule("day", "{month} {n} {year?}", (m, d, y) => (d <= 99 ? monthDate(m, d, y) : undefined))
    .rule("day", "{month} {num} {num}", (m, d, y) =>
      d <= 31 && y > 31 && y < 60 ? monthDate(m, d, fullYear(y)) : undefined,
    )
    .rule("day", "{year} {month} {nth}", (y, m, d) => monthDate(m, d, y))
    .rule("day", "{year} {month} {n}", (y, m, d) => monthDate(m, d, y))
    .rule("day", "(the|on)? {nth} (of|in)? (this|current) month", (d) =>
      intersection([relativeMonth(0), dayOfMonth(d)]),
    )
    .rule("day", "(the)? {nth} (day)? (of|in)? (the)? next month", (d) =>
      intersection([relativeMonth(1), dayOfMonth(d)]),
    )
    .rule("day", "(the)? {nth} (day)? (of|in) {period}", (d, p) =>
      p.rank === RANK.month ? intersection([p, dayOfMonth(d)]) : undefined,
    )
    .rule("day", "the|on {nth}", (d) => (d <= 99 ? dayOfMonth(d) : undefined))
    .rule("day", "{figureOrd}", (d) => dayOfMonth(d))
    .rule("day", "(the)? ides of march", () => monthDate(3, 15))
    .rule("day", "{weekday} (the)? {nth}", (w, d) => intersection([dayOfMonth(d), weekday(w)]))
    .rule("day", "{weekday} (the)? {nth} (of)? {month} {year?}", (w, d, m, y) =>
      datedWeekday(w, monthDate(m, d, y)),
    )
    .rule("day", "{weekday} {month} (the)? {nth} {year?}", (w, m, d, y) =>
      datedWeekday(w, monthDate(m, d, y)),
    )
    .rule("day", "{weekday} {num} {month} {year?}", (w, d, m, y) =>
      d <= 99 ? datedWeekday(w, monthDate(m, d, y)) : undefined,
    )
    .rule(
      "days",
      "(the)? {nth} (-|to|through|thru|until|till) (the)? {nth} (of)? {month} {year?}",
      (a, b, m, y) => dateRange(m, a, b, y),
    )
    .rule("days", "{n} (-|to|through|thru|until|till) {n} (of)? {month} {year?}", (a, b, m, y) =>
      dateRange(m, a, b, y),
    )
    .rule("days", "{month} (the)? {nth} (-|to|through|thru|until|till) (the)? {nth} {year?}", (m, a, b, y) =>
      dateRange(m, a, b, y),
    )
    .rule("days", "{month} {n} (-|to|through|thru|until|till) {n} {year?}", (m, a, b, y) =>
      dateRange(m, a, b, y),
    )
    .rule("days", "(the)? {nth} (-|to|through|thru|until|till) (the)? {nth}", (a, b) =>
      a < b ? through(dayOfMonth(a), dayOfMonth(b)) : undefined,
    )
    .rule(
      "days",
      "(the)? (week|wk) (of|starting|beginning|commencing|from|containing) (on)? (the)? {day}",
      (day) => weekAround(day, 0),
    )
    .rule("days", "(the)? week (of|beginning|commencing) (the)? {nth}", (d) => weekAround(dayOfMonth(d), 0))
    .rule("days", "(the)? week before {day}", (day) => weekAround(day, -1))
    .rule("days", "(the)? week after {day}", (day) => weekAround(day, 1))
    .rule(
      "days",
      "{third} to|till|until|through {third} (of|in)? {month} {year?}",
      (a: Third, b: Third, m, y) => through(third(a, month(m, y)), third(b, month(m, y))),
    )
    .rule("days", "midweek", () => third("middle", everyWeek))
    .rule("days", "{third} {month} {year?}", (name: Third, m, y) => third(name, month(m, y)));
}

function unitThird(name: Third, unit: Unit): Days | undefined {
  const days = relativePeriod(unit, 0);
  return days === undefined || days.rank < RANK.week ? undefined : third(name, days);
}

function addRelativeDays(g: Grammar): void {
  g.rule("days", "(in)? (about|around|roughly|approximately|maybe) {duration} (time|from now)?", (length) =>
    dayAfter(length),
  )
    .rule("days", "+ {duration}", (length) => dayAfter(length))
    .rule("days", "{holiday} week", (day) => weekAround(day, 0))
    .rule("days", "(the)? weekend of (the)? {day}", (day) =>
      mapped(day, RANK.days, 8, (span, c) => everyWeekend.next(c, span.from)),
    )
    .rule("days", "this week or next (week)?", () => through(week(0), week(1)))
    .rule("days", "tomorrow or the day after (tomorrow)?", () => through(inDays(1), inDays(2)));
  g.rule("days", "{day} in {duration}", (day, length) =>
    day.weekday === undefined ? besides(length, day, 1) : undefined,
  )
    .rule("days", "after {duration}", (length) => dayAfter(length))
    .rule("days", "(the)? {third} (of)? (the)? {unit}", (name, unit) => unitThird(name, unit))
    .rule("days", "(the)? {holiday} weekend", (day) => longWeekend(day));
  g.rule("days", "in {duration} (time|times)?", (length) => dayAfter(length))
    .rule("days", "in {quantity} (to|or|-) {quantity} {unit}", (a, b, unit) =>
      a < b ? daysBetween(duration(a, unit), duration(b, unit)) : undefined,
    )
    .rule("days", "{duration} (from now|from today|hence|ahead|from this day|away|out)", (length) =>
      dayAfter(length),
    )
    .rule("days", "{duration} today", (length) =>
      length.days > 0 && length.days % 7 === 0 ? dayAfter(length) : undefined,
    )
    .rule("days", "{duration} (on)? tomorrow", (length) =>
      length.days > 0 && length.days % 7 === 0 ? besides(length, inDays(1), 1) : undefined,
    )
    .rule("day", "in {duration} (time)? on {weekday}", (length, w) =>
      length.days > 0 && length.days % 7 === 0 ? weekdayOfWeek(w, length.days / 7) : undefined,
    )
    .rule("day", "{weekday} in {duration} (time)?", (w, length) => weekdayIn(w, length.days))
    .rule("day", "{weekday} week", (w) => comingWeekday(w, 1))
    .rule("day", "{weekday} fortnight", (w) => comingWeekday(w, 2))
    .rule("day", "today week", () => inDays(7))
    .rule("day", "tomorrow week", () => inDays(8))
    .rule("day", "{duration} (on|from|after|this)? {weekday}", (length, w) =>
      length.days > 0 && length.days % 7 === 0 ? comingWeekday(w, length.days / 7) : undefined,
    )
    .rule("day", "{n} {weekdays} (from now|from today)?", (n, w) =>
      n > 0 && n < 60 ? comingWeekday(w, n - 1) : undefined,
    )
    .rule("day", "{duration} after|from|following {day}", (length, day) => besides(length, day, 1))
    .rule("day", "{duration} before|prior {day}", (length, day) => besides(length, day, -1))
    .rule("day", "(the)? day after {day}", (day) => besides(duration(1, "day"), day, 1))
    .rule("day", "(the)? day before {day}", (day) => besides(duration(1, "day"), day, -1))
    .rule("day", "(the)? {nth} {weekday} after {holiday}", (n, w, day) => weekdayBeside(w, day, n))
    .rule("day", "(the)? (first)? {weekday} after {day}", (w, day) => weekdayBeside(w, day, 1))
    .rule("day", "(the)? (last)? {weekday} before {day}", (w, day) => weekdayBeside(w, day, -1))
    .rule("days", "(the)? weekend after {day}", (day) =>
      mapped(day, RANK.days, 10, (span, c) => everyWeekend.next(c, span.to + 1)),
    )
    .rule("days", "(the)? weekend before {day}", (day) =>
      mapped(day, RANK.days, 10, (span, c) => everyWeekend.next(c, span.from - 8)),
    )
    .rule("days", "{duration} ago|back|earlier|before|prior", (length) =>
      length.minutes > 0 ? undefined : besides(length, inDays(0), -1),
    )
    .rule("days", "within|inside (of)? (the)? next|coming {unit}", (unit) => withinDays(duration(1, unit)))
    .rule("days", "within|inside (of)? (the next)? {duration}", (length) => withinDays(length))
    .rule("days", "in less than {duration}", (length) => withinDays(length))
    .rule("days", "within (the|a) {unit}", (unit) => withinDays(duration(1, unit)))
    .rule("days", "(in|within|over|during|for) (the)? (next|coming|following) {duration}", (length) =>
      nextDays(length, true),
    )
    .rule("days", "(the)? next|coming|following|upcoming {duration}", (length) => nextDays(length, false))
    .rule("days", "(in|over|within)? (the)? (next|coming) days", () => nextDays(duration(7, "day"), true))
    .rule("days", "(in|over|within)? (the)? (next|coming) weeks", () => nextDays(duration(4, "week"), true))
    .rule("days", "(in|over|within)? (the)? (next|coming) months", () => nextDays(duration(3, "month"), true))
    .rule("days", "{duration} later", (length) => dayLater(length, 1))
    .rule("day", "(the)? day after", () => dayLater(duration(1, "day"), 1))
    .rule("day", "(the)? day before", () => dayLater(duration(1, "day"), -1))
    // A mere "quarter" can be a quarter past.
    .rule("period", "the quarter", () => relativeQuarter(0));
}
