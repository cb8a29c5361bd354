import {
  addMonths,
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
  mondayOf,
  month,
  monthDate,
  nextWeekday,
  nth,
  once,
  oneDay,
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
import { GERMAN_MONTHS } from "./german-words.ts";
import type { Grammar } from "./grammar.ts";
import { CHRISTMAS_DAYS, EASTER_DAYS, GERMAN_HOLIDAYS, holiday, PENTECOST_DAYS } from "./holidays.ts";
import { fullYear } from "./lexicon.ts";
import type { Piece, Unit } from "./senses.ts";
import { dateRange } from "./written-forms.ts";

export const THIS =
  "dieser|diese|dieses|diesen|diesem|aktuelle|aktuellen|laufende|laufenden|laufender|laufendes";
export const COMING =
  "kommender|kommende|kommendes|kommenden|kommendem|folgenden|folgende|folgender|folgendes";
export const NEXT = "nächster|nächste|nächstes|nächsten|nächstem|näxten|näxte|näxter";
export const AFTER_NEXT = "übernächster|übernächste|übernächstes|übernächsten|übernächstem";
export const LAST =
  "vorletzter|vorletzte|vorletztes|vorletzten|letzter|letzte|letztes|letzten|letztem|vergangene|vergangenen|vergangener|vergangenes|voriger|vorige|voriges|vorigen|vorheriger|vorherigen|vorherige";
export const THE = "der|die|das|den|dem|des";

/** Those of a row that hold the day, the one after, … */
export function relativePeriod(unit: Unit, count: number): Days | undefined {
  switch (unit) {
    case "week":
      return week(count);
    case "month":
      return relativeMonth(count);
    case "quarter":
      return relativeQuarter(count);
    case "year":
      return relativeYear(count);
    case "day":
      return inDays(count);
    case "businessDay":
      return count < 1 ? undefined : dayAfter(duration(count, "businessDay"));
    default:
      return undefined;
  }
}

export const workdays = (every: boolean) => weekdaysOf(({ businessDays }) => businessDays, every);

/** "Erste Hälfte". */
export function halves(which: number, days: Days): Days {
  return mapped(days, RANK.part, 0, ({ from, to }) => {
    if (to - from > 360)
      return { from: addMonths(from, which === 1 ? 0 : 6), to: addMonths(from, which === 1 ? 6 : 12) };
    const middle = to - from > 27 && to - from < 32 ? from + 15 : Math.ceil((from + to) / 2);
    return which === 1 ? { from, to: middle } : { from: middle, to };
  });
}

export function addGermanDays(g: Grammar): void {
  addNamedDays(g);
  addPeriods(g);
  addDates(g);
  addRelativeDays(g);
}

function addNamedDays(g: Grammar): void {
  g.rule("day", "heute|heut", () => inDays(0))
    .rule("day", "heutigen|heutiger (tag|tags|tages)?", () => inDays(0))
    .rule("day", "morgen", () => inDays(1))
    .rule("day", "morgigen|morgiger (tag|tags|tages)?", () => inDays(1))
    .rule("day", "übermorgen", () => inDays(2))
    .rule("day", "über morgen", () => inDays(2))
    .rule("day", "überübermorgen|überüber", () => inDays(3))
    .rule("day", "gestern", () => inDays(-1))
    .rule("day", "vorgestern", () => inDays(-2))
    .rule("day", "{weekday}", (w) => weekday(w))
    .rule("day", `(der|den|dem|an)? ${THIS} {weekday}`, (w) => comingWeekday(w))
    .rule("day", `${COMING} {weekday}`, (w) => comingWeekday(w))
    .rule("day", `${NEXT} {weekday}`, (w) => nextWeekday(w))
    .rule("day", `${AFTER_NEXT} {weekday}`, (w) => ({ ...comingWeekday(w, 1), other: weekdayOfWeek(w, 2) }))
    .rule("day", `${LAST} {weekday}`, (w) => lastWeekday(w))
    .rule("days", "{weekdays}", (w) => ({ ...weekday(w), every: true }))
    .rule("days", "jeden|jeder|alle {weekday}", (w) => ({ ...weekday(w), every: true }))
    .rule("days", "einen|einem|irgendeinem {weekday}", (w) => weekday(w))
    .rule("days", "werktags|wochentags|werktäglich", () => workdays(true))
    .rule("days", "unter der woche", () => workdays(true))
    .rule("days", "an (jedem)? (werktag|werktagen|wochentag|wochentagen|arbeitstagen)", () => workdays(true))
    .rule("days", "(jeden|jedem)? (werktag|wochentag|arbeitstag)", () => workdays(true))
    .rule("days", "jeden tag", () => allDays)
    .rule("days", "an jedem tag", () => allDays)
    .rule("days", "täglich", () => allDays)
    .rule("day", `${NEXT} tag`, () => inDays(1))
    .rule("day", `${NEXT} (werktag|arbeitstag|wochentag)`, () => dayAfter(duration(1, "businessDay")));
  for (const [names, dayIn] of GERMAN_HOLIDAYS) {
    for (const name of names.split("|")) g.rule("holiday", name.replaceAll("-", ""), () => holiday(dayIn));
  }
  g.rule("days", "über|an|zu (die)? (ostern|osterfeiertage|ostertage)", () => holiday(EASTER_DAYS))
    .rule("days", "über (die)? (weihnachten|weihnachtsfeiertage|weihnachtstage)", () =>
      holiday(CHRISTMAS_DAYS),
    )
    .rule("days", "über|an|zu (die)? (pfingsten|pfingstfeiertage|pfingsttage)", () =>
      holiday(PENTECOST_DAYS),
    );
  g.rule("day", "{holiday}", (day) => day)
    .rule("day", "{holiday} {year}", (day, year) => intersection([yearOnly(year), day]))
    .rule("day", `${NEXT} {holiday}`, (day) => day)
    .rule("day", `${COMING} {holiday}`, (day) => day)
    .rule("day", `${THIS} {holiday}`, (day) => day)
    .rule("day", `${THIS} jahr|jahres {holiday}`, (day) => intersection([relativeYear(0), day]))
    .rule("day", `${LAST} {holiday}`, () => inDays(-1));
}

const MONTH_NAMES = GERMAN_MONTHS.map((names) => names.split("|")[0]!);

const allDays: Days = {
  rank: RANK.days,
  once: true,
  next: ({ today }) => ({ from: today, to: Number.POSITIVE_INFINITY }),
};

function addPeriods(g: Grammar): void {
  g.rule("period", `(in|im|an|auf)? (${THE})? ${THIS} {unit}`, (unit) => relativePeriod(unit, 0))
    .rule("period", `(${THE})? ${NEXT} {unit}`, (unit) => relativePeriod(unit, 1))
    .rule("period", `(${THE})? ${COMING} {unit}`, (unit) => relativePeriod(unit, 1))
    .rule("period", `(${THE})? ${AFTER_NEXT} {unit}`, (unit) => relativePeriod(unit, 2))
    .rule("period", `(${THE})? ${LAST} {unit}`, (unit) => relativePeriod(unit, -1))
    .rule("period", `übernächste|darauffolgende woche`, () => week(2))
    .rule("period", "des|der|vom (monats|monat)", () => everyMonth)
    .rule("period", "(im|diesen|in diesem) monat", () => everyMonth)
    .rule("period", "in der woche", () => everyWeek)
    .rule("period", "im jahr", () => relativeYear(0))
    .rule("period", "der woche", () => everyWeek)
    .rule("period", "des jahres", () => everyYear)
    .rule("period", "des quartals", () => relativeQuarter(0))
    .rule("period", "{unit} darauf|drauf", (unit) => relativePeriod(unit, 2))
    .rule("period", "im neuen jahr|jahre", () => relativeYear(1))
    .rule("days", "{third} (des|vom|im) neuen jahres|jahr|jahre", (name) => third(name, relativeYear(1)))
    .rule("period", "heuer", () => relativeYear(0))
    .rule("period", `(${THE})? ${NEXT} {month}`, (m) => month(m))
    .rule("period", `(${THE})? ${COMING} {month}`, (m) => month(m))
    .rule("period", `(${THE})? ${THIS} {month}`, (m) => month(m))
    .rule("period", `(${THE})? ${LAST} {month}`, () => relativeMonth(-12))
    .rule("period", `{month} ${NEXT} jahr|jahres`, (m) => intersection([relativeYear(1), month(m)]))
    .rule("period", `{month} ${THIS} jahr|jahres`, (m) => intersection([relativeYear(0), month(m)]))
    .rule("period", "monat {month} {year?}", (m, y) => month(m, y))
    .rule("days", `(${THE})? (${THIS})? wochenende|we`, () => weekend(0))
    .rule("days", `(${THE})? ${NEXT} wochenende`, () => ({ ...weekend(1), other: everyWeekend }))
    .rule("days", `(${THE})? ${COMING} wochenende`, () => everyWeekend)
    .rule("days", `(${THE})? ${AFTER_NEXT} wochenende`, () => weekend(2))
    .rule("days", `(${THE})? ${LAST} wochenende`, () => weekend(-1))
    .rule("days", "wochenenden|wochenends", () => ({ ...everyWeekend, every: true }))
    .rule("days", "jedes wochenende", () => ({ ...everyWeekend, every: true }))
    .rule("period", "{nth} quartal {year?}", (q, y) => quarter(q, y))
    .rule("period", "q {num} {year?}", (q, y) => quarter(q, y))
    .rule("period", "quartal {num} {year?}", (q, y) => quarter(q, y))
    .rule("period", "{nth} halbjahr {year?}", (q, y) => half(q, y))
    .rule("period", "{nth} jahreshälfte", (q) => half(q))
    .rule("period", "(in)? (der)? kw|kalenderwoche {n} {year?}", (n, y) => weekNumber(n, y))
    .rule("period", "woche {n}", (n) => weekNumber(n))
    .rule("period", "{nth} kw|kalenderwoche|woche {year?}", (n, y) => weekNumber(n, y))
    .rule("period", "{season} {year?}", (name, y) => season(name, y))
    .rule("period", `${THIS} {season}`, (name) => season(name))
    .rule("period", `${COMING} {season}`, (name) => season(name))
    .rule("period", `${NEXT} {season}`, (name) => nextSeason(season(name)))
    .rule("period", `${LAST} {season}`, () => relativeYear(-1))
    .rule(
      "days",
      `(gegen|zu|zum|ab)? {third} (von|vom|der|des|im|in)? (der|dem|des)? {period}`,
      (name, days) => third(name, days),
    )
    .rule("pieces", "{period} (am|zum|gegen|zu|so|eher)? {third}", (days, name) => periodAndPart(days, name))
    .rule("days", "früh|früher|zeitig (im|in) {period}", (days) => third("beginning", days))
    .rule("days", "später|spät (im|in) {period}", (days) => third("end", days))
    .rule("days", "monatsanfang", () => third("beginning", everyMonth))
    .rule("days", "monatsmitte", () => third("middle", everyMonth))
    .rule("days", "monatsende", () => third("end", everyMonth))
    .rule("days", "jahresanfang|jahresbeginn", () => third("beginning", everyYear))
    .rule("days", "jahresende", () => third("end", relativeYear(0)))
    .rule("days", "jahresmitte", () => third("middle", relativeYear(0)))
    .rule("days", "wochenanfang|wochenbeginn", () => third("beginning", everyWeek))
    .rule("days", "wochenmitte", () => third("middle", everyWeek))
    .rule("days", "(das)? {third} (des|vom) {nth} quartals {year?}", (name, q, y) =>
      third(name, quarter(q, y)),
    )
    .rule("days", "quartalsende", () => third("end", relativeQuarter(0)))
    .rule("days", "{nth} hälfte (von|vom|der|des|im)? {period}", (n, days) =>
      n <= 2 ? halves(n, days) : undefined,
    )
    .rule("days", "{nth} {month} hälfte", (n, m) => (n <= 2 ? halves(n, month(m)) : undefined))
    .rule("days", "{nth} woche|wochen (von|vom|der|des|im|in)? {period}", (n, days) =>
      nth(n, everyWeek, days),
    )
    .rule("days", "letzte|letzten|letzter woche (von|vom|der|des|im|in)? {period}", (days) => lastWeek(days))
    .rule("days", "{nth} wochenende (von|vom|der|des|im|in)? {period}", (n, days) =>
      nth(n, everyWeekend, days),
    )
    .rule("days", "letztes|letzten|letzte wochenende (von|vom|der|des|im|in)? {period}", (days) =>
      nth(-1, everyWeekend, days),
    )
    .rule("day", "{nth} {weekday} (von|vom|der|des|im|in|nach)? (dem)? {period}", (n, w, days) =>
      nth(n, weekday(w), days),
    )
    .rule(
      "day",
      `vorletzter|vorletzte|vorletzten|vorletztem {weekday} (von|vom|der|des|im|in)? {period}`,
      (w, days) => nth(-2, weekday(w), days),
    )
    .rule("day", "vorletzter|vorletzte|vorletzten|vorletztem tag (von|vom|der|des|im|in)? {period}", (days) =>
      edgeDay(days, -2),
    )
    .rule("day", `letzter|letzte|letzten|letztem {weekday} (von|vom|der|des|im|in)? {period}`, (w, days) =>
      nth(-1, weekday(w), days),
    )
    .rule("day", "letzter|letzte|letzten|letztem tag (von|vom|der|des|im|in)? {period}", (days) =>
      edgeDay(days, -1),
    )
    .rule("day", "(zum)? letzter|letzten (von|vom|der|des|im|in)? {period}", (days) => edgeDay(days, -1))
    .rule("day", "monatsletzter|monatsletzten|monatsletztem", () => edgeDay(everyMonth, -1))
    .rule("day", "ultimo", () => edgeDay(everyMonth, -1))
    .rule("day", "ultimo {month} {year?}", (m, y) => edgeDay(month(m, y), -1))
    .rule("days", "(die)? letzten {n} tage (von|vom|der|des|im|in)? {period}", (n, days) => lastDays(days, n))
    .rule("day", "(am|der|dem|den)? (vorabend|abend) (von|vom|des|der|zu|zum) {holiday}", (day) =>
      besides(duration(1, "day"), day, -1),
    )
    .rule("day", "ersten|erster tag (von|vom|der|des|im|in)? {period}", (days) => edgeDay(days, 1))
    .rule("day", "letzter|letzten (werktag|arbeitstag) (von|vom|der|des|im|in)? {period}", (days) =>
      nth(-1, workdays(false), days),
    )
    .rule("day", "{nth} (werktag|arbeitstag) (von|vom|der|des|im|in)? {period}", (n, days) =>
      nth(n, workdays(false), days),
    );
}

/**
 * "Next week, at its end". Told as two, which costs more than one: a part that a period follows belongs to that one
 * ("nächste Woche, Ende Juni").
 */
export function periodAndPart(days: Days, name: Third): readonly Piece[] {
  return [
    { kind: "days", days },
    { kind: "days", days: third(name, days) },
  ];
}

export function nextSeason(days: Days): Days {
  return once(days.rank, (calendar) => {
    const first = days.next(calendar, calendar.today);
    return first !== undefined && first.from <= calendar.today ? days.next(calendar, first.to) : first;
  });
}

export const lastWeek = (days: Days) => nth(-1, everyWeek, days);

/** The weekend that a holiday makes longer. */
export function longWeekend(day: Days): Days {
  return mapped(day, RANK.days, 7, (holiday, calendar) => {
    const rest = everyWeekend.next(calendar, holiday.from - 2);
    if (rest === undefined || rest.from > holiday.from + 3) return undefined;
    return { from: Math.min(rest.from, holiday.from), to: Math.max(rest.to, holiday.to) };
  });
}

export function edgeDay(days: Days, which: 1 | -1 | -2): Days {
  return {
    ...mapped(days, RANK.day, 0, ({ from, to }) => oneDay(which === 1 ? from : to + which)),
    exact: true,
  };
}

/** The day before a weekday. */
export function dayBefore(index: number): Days {
  return mapped(weekday(index), RANK.day, 1, ({ from }) => oneDay(from - 1));
}

/** So many days at the end of a period. */
export function lastDays(days: Days, count: number): Days {
  return mapped(days, RANK.days, 0, ({ from, to }) => ({ from: Math.max(from, to - count), to }));
}

/** The week around each of some days. */
export function weekAround(days: Days, weeks: number): Days {
  return mapped(days, RANK.week, Math.abs(weeks) * 7 + 7, ({ from }) => {
    const monday = mondayOf(from) + weeks * 7;
    return { from: monday, to: monday + 7 };
  });
}

function addDates(g: Grammar): void {
  const year2 = (y: number | undefined, short: number | undefined) =>
    y ?? (short === undefined ? undefined : fullYear(short));
  g.rule("days", "zwischen (dem|den)? {nth} (und|bis|-) (dem|den)? {nth} {month} {year?}", (a, b, m, y) =>
    dateRange(m, a, b, y),
  ).rule("days", "zwischen (dem|den)? {nth} (und|bis|-) (dem|den)? {dotDate}", (a, [b, m, y]) =>
    dateRange(m!, a, b!, y === undefined ? undefined : fullYear(y)),
  );
  for (const [index, name] of MONTH_NAMES.entries()) {
    g.rule("days", `{nth} ${name}hälfte`, (n) => (n <= 2 ? halves(n, month(index + 1)) : undefined));
    g.rule("days", `{nth} ${name}woche`, (n) => nth(n, everyWeek, month(index + 1)));
    g.rule("days", `letzte|letzten|letzter ${name}woche`, () => nth(-1, everyWeek, month(index + 1)));
    g.rule("day", `letzter|letzten ${name}tag`, () => edgeDay(month(index + 1), -1));
    g.rule("day", `erster|ersten ${name}tag`, () => edgeDay(month(index + 1), 1));
    g.rule("days", `(die)? letzten {n} ${name}tage`, (n) => lastDays(month(index + 1), n));
  }
  g.rule("year", "{num} {num}", (a, b) =>
    (a === 20 || a === 2000) && b >= 10 && b < 100
      ? 2000 + b
      : a === 19 && b >= 10 && b < 100
        ? 1900 + b
        : undefined,
  )
    .rule("year", "zwei tausend (und)? {n}", (n) => (n < 100 ? 2000 + n : undefined))
    .rule("year", "im jahr|jahre {year}", (y) => y)
    .rule("n", "{ones} und {tens}", (a, b) => a + b)
    .rule("nth", "{ones} und {ordOnes}", (a, b) => a + b)
    .rule("day", `{weekday} (${THE})? {nth} {month} {year?}`, (w, d, m, y) =>
      datedWeekday(w, monthDate(m, d, y)),
    )
    .rule("day", `{weekday} (${THE})? {nth} {nth} {year?}`, (w, d, m, y) =>
      m <= 12 ? datedWeekday(w, monthDate(m, d, y)) : undefined,
    )
    .rule("day", `(${THE})? {nth} {month} {year?}`, (d, m, y) => monthDate(m, d, y))
    .rule("day", `(${THE})? {nth} {month} {num}`, (d, m, y) =>
      y > 25 && y < 60 ? monthDate(m, d, fullYear(y)) : undefined,
    )
    .rule("day", `(${THE})? {n} {month} {year?}`, (d, m, y) => (d <= 99 ? monthDate(m, d, y) : undefined))
    .rule("day", `(${THE})? {nth} {nth} {year?}`, (d, m, y) =>
      m <= 12 ? monthDate(m, d, year2(y, undefined)) : undefined,
    )
    .rule("day", `(${THE})? {nth} {nth} {num}`, (d, m, y) =>
      m <= 12 && y > 25 && y < 60 ? monthDate(m, d, fullYear(y)) : undefined,
    )
    .rule("day", `{month} {n} {year?}`, (m, d, y) => (d <= 31 ? monthDate(m, d, y) : undefined))
    .rule("day", "der|den|dem|am|zum {nth}", (d) => (d <= 99 ? dayOfMonth(d) : undefined))
    .rule("day", "am {n}", (d) => (d <= 99 ? dayOfMonth(d) : undefined))
    .rule("day", "{figureOrd}", (d) => dayOfMonth(d))
    .rule("day", "{weekday} (den|der|dem)? {nth}", (w, d) => intersection([dayOfMonth(d), weekday(w)]))
    .rule("day", `(${THE})? {nth} (des|der|vom|im|in|von|am)? (der|dem|des)? ${NEXT} (monats|monat)`, (d) =>
      intersection([relativeMonth(1), dayOfMonth(d)]),
    )
    .rule("day", `(${THE})? {nth} (des|der|vom|im|in|von)? (der|dem|des)? {period}`, (d, p) =>
      p.rank === RANK.month ? intersection([p, dayOfMonth(d)]) : undefined,
    )
    .rule("days", "{nth} (-|bis) (zum|dem|den)? {nth} {month} {year?}", (a, b, m, y) => dateRange(m, a, b, y))
    .rule("days", "{n} (-|bis) (zum|dem|den)? {n} {month} {year?}", (a, b, m, y) => dateRange(m, a, b, y))
    .rule("days", "{nth} (-|bis) (zum|dem|den)? {nth} {nth} {year?}", (a, b, m, y) =>
      m <= 12 ? dateRange(m, a, b, y) : undefined,
    )
    .rule("days", "{nth} (-|bis) (zum|dem|den)? {dotDate}", (a, [b, m, y]) =>
      dateRange(m!, a, b!, y === undefined ? undefined : fullYear(y)),
    )
    .rule("days", "{nth} (-|bis) (zum|dem|den)? {nth}", (a, b) =>
      a < b ? through(dayOfMonth(a), dayOfMonth(b)) : undefined,
    )
    .rule("days", "woche (vom|des|der|um|mit|ab) (den|dem)? {day}", (day) => weekAround(day, 0))
    .rule("days", "(in)? (der)? woche vor {day}", (day) => weekAround(day, -1))
    .rule("days", "(in)? (der)? woche nach {day}", (day) => weekAround(day, 1));
}

function addRelativeDays(g: Grammar): void {
  g.rule("days", "{third} bis {third} {period}", (a, b, days) => through(third(a, days), third(b, days)));
  g.rule("days", "in (etwa|ungefähr|circa|ca|rund|vielleicht|gut|genau|exakt) {duration}", (length) =>
    dayAfter(length),
  )
    .rule("days", "diese oder nächste woche", () => through(week(0), week(1)))
    .rule("days", "diese woche oder nächste (woche)?", () => through(week(0), week(1)))
    .rule("days", "{holiday} woche", (day) => weekAround(day, 0));
  g.rule("pieces", `(am)? ${NEXT} {weekday} oder|und {weekday}`, (a, b) => [
    { kind: "days", days: nextWeekday(a) },
    { kind: "or" },
    { kind: "days", days: nextWeekday(b) },
  ]);
  g.rule("days", "{duration} (ab|von) {day} (an)?", (length, day) => besides(length, day, 1));
  g.rule("days", "{holiday} wochenende", (day) => longWeekend(day));
  g.rule("days", "in {duration}", (length) => dayAfter(length))
    .rule("days", "in {quantity} (bis|-|oder) {quantity} {unit}", (a, b, unit) =>
      a < b ? daysBetween(duration(a, unit), duration(b, unit)) : undefined,
    )
    .rule("days", "heute in {duration}", (length) => dayAfter(eightDays(length)))
    .rule("days", "heute über {duration}", (length) => dayAfter(eightDays(length)))
    .rule("days", "{day} (in|über|vor) {duration}", (day, length) =>
      day.weekday === undefined ? besides(length, day, 1) : weekdayIn(day.weekday, eightDays(length).days),
    )
    .rule("day", "{duration} nach {day}", (length, day) => besides(length, day, 1))
    .rule("day", "{duration} vor {day}", (length, day) => besides(length, day, -1))
    .rule("day", "(am|der|den)? tag (vor|davor) {day}", (day) => besides(duration(1, "day"), day, -1))
    .rule("day", "(am|der|den)? tag nach {day}", (day) => besides(duration(1, "day"), day, 1))
    .rule("day", "(am|der|den)? {nth} {weekday} nach {holiday}", (n, w, day) => weekdayBeside(w, day, n))
    .rule("day", "(am|der|den)? {weekday} nach {day}", (w, day) => weekdayBeside(w, day, 1))
    .rule("day", "(am|der|den)? {weekday} vor {day}", (w, day) => weekdayBeside(w, day, -1))
    .rule("days", "(am|das|dem)? wochenende nach {day}", (day) =>
      mapped(day, RANK.days, 10, (span, c) => everyWeekend.next(c, span.to + 1)),
    )
    .rule("days", "(am|das|dem)? wochenende vor {day}", (day) =>
      mapped(day, RANK.days, 10, (span, c) => everyWeekend.next(c, span.from - 8)),
    )
    .rule("days", "vor {duration}", (length) =>
      length.minutes > 0 ? undefined : besides(length, inDays(0), -1),
    )
    .rule("days", "innerhalb|binnen|innert (der|des|dem)? nächsten|nächster|kommenden {unit}", (unit) =>
      withinDays(duration(1, unit)),
    )
    .rule("days", "innerhalb|binnen|innert (von|der)? (nächsten|kommenden)? {duration}", (length) =>
      withinDays(length),
    )
    .rule("days", "innerhalb|binnen einer|eines {unit}", (unit) => withinDays(duration(1, unit)))
    .rule(
      "days",
      "(in|während|innerhalb) (den|der|dem|des|die) (nächsten|kommenden|folgenden) {duration}",
      (length) => nextDays(length, true),
    )
    .rule("days", "(die)? nächsten|nächste|kommenden|kommende|folgenden {duration}", (length) =>
      nextDays(length, false),
    )
    .rule("days", "(in)? (den|der|die)? nächsten|kommenden tagen|tage|zeit", () =>
      nextDays(duration(7, "day"), true),
    )
    .rule("days", "(in)? (den|die)? nächsten|kommenden wochen", () => nextDays(duration(4, "week"), true))
    .rule("days", "(in)? (den|die)? nächsten|kommenden monaten|monate", () =>
      nextDays(duration(3, "month"), true),
    )
    .rule("days", "{duration} später|darauf|danach|drauf", (length) => dayLater(length, 1))
    .rule("days", "{duration} früher|davor|vorher|eher", (length) => dayLater(length, -1))
    .rule("day", "(am)? tag darauf|danach|drauf", () => dayLater(duration(1, "day"), 1))
    .rule("day", "(am)? tag davor|vorher", () => dayLater(duration(1, "day"), -1));
}

/** Germans count today in: "heute in acht Tagen" is a week from today. */
function eightDays<T extends { days: number; months: number; minutes: number }>(length: T): T {
  return length.days === 8 ? { ...length, days: 7 } : length;
}

/** "Dienstag in zwei Wochen": from the coming one on. */
export function weekdayIn(index: number, days: number): Days | undefined {
  if (days === 0 || days % 7 !== 0) return undefined;
  return { ...comingWeekday(index, days / 7), other: weekdayOfWeek(index, days / 7) };
}

/** The weekday that comes next after, or comes last before, each of some days; the second one for 2 and so on. */
export function weekdayBeside(index: number, day: Days, count: number): Days | undefined {
  if (day.weekday !== undefined || count === 0 || count > MOST_BESIDE) return undefined;
  return mapped(day, RANK.day, 7 * Math.abs(count) + 1, ({ from, to }, calendar) =>
    weekday(index).next(calendar, count > 0 ? to + 7 * (count - 1) : from + 7 * count),
  );
}

const MOST_BESIDE = 8;
