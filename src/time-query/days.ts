import { type Day, dayOfDate, weekdayIndexOf, yearMonthDateOf, yearOf } from "../scheduling/calendar-date.ts";
import type { Conventions, Season } from "./conventions.ts";

/** Days, half-open. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** What words about days count from. */
export interface Calendar {
  readonly today: Day;
  readonly conventions: Conventions;
  readonly country: string | undefined;
  readonly state: string | undefined;
  /** Day of the appointment that is spoken of. */
  readonly reference: Day | undefined;
  /** How many spans may still be looked at for this question: "Friday 13th" needs a dozen, nonsense no end of them. */
  readonly effort: { left: number };
}

/** How long the spans of a term are; of two terms the longer one contains the other. */
export const RANK = { day: 0, days: 1, week: 2, part: 3, month: 4, quarter: 5, season: 5, year: 6 } as const;

/** A set of days such as "Tuesday", "October" or "next week": spans without overlap, soonest first. */
export interface Days {
  readonly rank: number;
  /** The first span that ends after `from`. */
  next(calendar: Calendar, from: Day): Span | undefined;
  /** Happens once: it does not come again next week or year. */
  readonly once: boolean;
  /** All of them are meant, not the first ("montags"). */
  readonly every?: boolean;
  /** A mere weekday, 0 is Monday; who means today says "today". */
  readonly weekday?: number;
  /** A mere day of the month. */
  readonly date?: number;
  /** A date that a weekday beside it only confirms. */
  readonly exact?: boolean;
  /** What it is when a weekday stands beside it: "in two weeks on Tuesday". */
  readonly beside?: Days;
  /** From one day to another, both said. */
  readonly stretch?: boolean;
  /** The reading that was not chosen. */
  readonly other?: Days;
  /** What is wrong when both readings differ. */
  readonly otherWhy?: string;
}

/** Before all that is spoken of; finite, because calendars count with it. */
export const LONG_AGO: Day = -1_000_000;

/** Exactly that span, which depends on today. */
export function once(rank: number, spanOf: (calendar: Calendar) => Span | undefined): Days {
  return {
    rank,
    once: true,
    next(calendar, from) {
      const span = spanOf(calendar);
      return span !== undefined && span.to > from ? span : undefined;
    },
  };
}

/** Never: the thirtieth of February. */
export const NEVER: Days = { rank: RANK.day, once: true, exact: true, next: () => undefined };

export function oneDay(day: Day): Span {
  return { from: day, to: day + 1 };
}

export function inDays(count: number): Days {
  return { ...once(RANK.day, ({ today }) => oneDay(today + count)), exact: true };
}

export function weekday(index: number): Days {
  return {
    rank: RANK.day,
    once: false,
    weekday: index,
    next: (_, from) => oneDay(from + ((index - weekdayIndexOf(from) + 7) % 7)),
  };
}

/** The coming one, one to seven days away, and `weeks` more. */
export function comingWeekday(index: number, weeks = 0): Days {
  return once(RANK.day, ({ today }) =>
    oneDay(today + 1 + ((index - weekdayIndexOf(today) + 6) % 7) + weeks * 7),
  );
}

/** The one that was last, one to seven days ago. */
export function lastWeekday(index: number): Days {
  return once(RANK.day, ({ today }) => oneDay(today - 1 - ((weekdayIndexOf(today) - index + 6) % 7)));
}

export function weekdayOfWeek(index: number, weeks: number): Days {
  return once(RANK.day, ({ today }) => oneDay(mondayOf(today) + weeks * 7 + index));
}

/** "Next Tuesday", by the convention; the other one is the other reading. */
export function nextWeekday(index: number): Days {
  const pick = (other: boolean) =>
    once(RANK.day, (calendar) => {
      const ofNextWeek = (calendar.conventions.nextWeekday === "of_next_week") !== other;
      return (ofNextWeek ? weekdayOfWeek(index, 1) : comingWeekday(index)).next(calendar, LONG_AGO);
    });
  return { ...pick(false), other: pick(true) };
}

/** A date said with a weekday; where they contradict each other the nearest such weekday is the other reading. */
export function datedWeekday(index: number, date: Days): Days {
  const nearest = mapped(date, RANK.day, 4, ({ from }) =>
    oneDay(from + ((index - weekdayIndexOf(from) + 10) % 7) - 3),
  );
  return { ...date, other: { ...nearest, exact: true }, otherWhy: "the date is not on that weekday" };
}

export function weekdaysOf(list: (conventions: Conventions) => readonly number[], every = true): Days {
  return {
    rank: RANK.day,
    once: false,
    every,
    next({ conventions }, from) {
      const days = list(conventions);
      for (let day = from; day < from + 7; day += 1)
        if (days.includes(weekdayIndexOf(day))) return oneDay(day);
      return undefined;
    },
  };
}

export function mondayOf(day: Day): Day {
  return day - weekdayIndexOf(day);
}

export const everyWeek: Days = {
  rank: RANK.week,
  once: false,
  next: (_, from) => ({ from: mondayOf(from), to: mondayOf(from) + 7 }),
};

/** 0 is this week. */
export function week(count: number): Days {
  return once(RANK.week, ({ today }) => {
    const from = mondayOf(today) + count * 7;
    return { from, to: from + 7 };
  });
}

/** The one of this week or a later one; on the last day of a weekend it is still this one. */
export function weekend(count: number): Days {
  return once(
    RANK.days,
    ({
      today,
      conventions: {
        weekend: [first, last],
      },
    }) => {
      const from = mondayOf(today) + count * 7 + first;
      return { from, to: from + last - first + 1 };
    },
  );
}

export const everyWeekend: Days = {
  rank: RANK.days,
  once: false,
  next(calendar, from) {
    const {
      weekend: [first, last],
    } = calendar.conventions;
    const start = mondayOf(from) + first;
    const span = { from: start, to: start + last - first + 1 };
    return span.to > from ? span : { from: span.from + 7, to: span.to + 7 };
  },
};

export function monthSpan(year: number, month: number): Span {
  return { from: dayOfDate(year, month, 1), to: dayOfDate(year, month + 1, 1) };
}

export function relativeMonth(count: number): Days {
  return once(RANK.month, ({ today }) => {
    const { year, month } = yearMonthDateOf(today);
    return monthSpan(year, month + count);
  });
}

/** A series with one span (or none) for each of a row of numbered periods. */
function series(
  rank: number,
  numberOf: (day: Day) => number,
  spanOf: (index: number, calendar: Calendar) => Span | undefined,
): Days {
  return {
    rank,
    once: false,
    next(calendar, from) {
      const start = numberOf(from) - 1;
      for (let index = start; index < start + 14 && calendar.effort.left-- > 0; index += 1) {
        const span = spanOf(index, calendar);
        if (span !== undefined && span.to > from) return span;
      }
      return undefined;
    },
  };
}

const monthNumberOf = (day: Day) => {
  const { year, month } = yearMonthDateOf(day);
  return year * 12 + month - 1;
};

export function yearly(rank: number, spanOf: (year: number, calendar: Calendar) => Span | undefined): Days {
  return series(rank, yearOf, spanOf);
}

/** `spanOf` in that year, or each year's. */
export function inYear(
  year: number | undefined,
  rank: number,
  spanOf: (year: number, calendar: Calendar) => Span | undefined,
): Days {
  return year === undefined ? yearly(rank, spanOf) : once(rank, (calendar) => spanOf(year, calendar));
}

export function month(index: number, year?: number): Days {
  return inYear(year, RANK.month, (one) => monthSpan(one, index));
}

export const everyMonth: Days = series(RANK.month, monthNumberOf, (index) =>
  monthSpan(Math.floor(index / 12), (index % 12) + 1),
);

export const everyYear: Days = yearly(RANK.year, (year) => ({
  from: dayOfDate(year, 1, 1),
  to: dayOfDate(year + 1, 1, 1),
}));

export function monthDate(index: number, date: number, year?: number): Days {
  if (index < 1 || index > 12 || date < 1 || date > 31) return NEVER;
  const spanOf = (one: number) => {
    const day = dayOfDate(one, index, date);
    return yearMonthDateOf(day).month === index ? oneDay(day) : undefined;
  };
  return { ...inYear(year, RANK.day, spanOf), exact: true };
}

export function dayOfMonth(date: number): Days {
  if (date < 1 || date > 31) return NEVER;
  return {
    ...series(RANK.day, monthNumberOf, (index) => {
      const { from, to } = monthSpan(Math.floor(index / 12), (index % 12) + 1);
      return from + date - 1 < to ? oneDay(from + date - 1) : undefined;
    }),
    date,
  };
}

export function yearOnly(year: number): Days {
  return once(RANK.year, () => ({ from: dayOfDate(year, 1, 1), to: dayOfDate(year + 1, 1, 1) }));
}

export function relativeYear(count: number): Days {
  return once(RANK.year, (calendar) => yearOnly(yearOf(calendar.today) + count).next(calendar, LONG_AGO));
}

export function quarter(index: number, year?: number): Days {
  if (index < 1 || index > 4) return NEVER;
  return inYear(year, RANK.quarter, (one) => quarterSpan(one * 4 + index - 1));
}

export function half(index: number, year?: number): Days {
  return inYear(year, RANK.season, (one) => ({
    from: dayOfDate(one, index * 6 - 5, 1),
    to: dayOfDate(one, index * 6 + 1, 1),
  }));
}

function quarterSpan(number: number): Span {
  const year = Math.floor(number / 4);
  const first = (number % 4) * 3 + 1;
  return { from: dayOfDate(year, first, 1), to: dayOfDate(year, first + 3, 1) };
}

export function relativeQuarter(count: number): Days {
  return once(RANK.quarter, ({ today }) => {
    const { year, month: index } = yearMonthDateOf(today);
    return quarterSpan(year * 4 + Math.floor((index - 1) / 3) + count);
  });
}

/** By ISO 8601: week 1 has the year's first Thursday. */
export function weekNumber(number: number, year?: number): Days {
  if (number < 1 || number > 53) return NEVER;
  return inYear(year, RANK.week, (one) => {
    const from = mondayOf(dayOfDate(one, 1, 4)) + (number - 1) * 7;
    return from + 3 < dayOfDate(one + 1, 1, 1) ? { from, to: from + 7 } : undefined;
  });
}

const SEASONS = ["spring", "summer", "autumn", "winter"] as const;

export function season(name: Season, year?: number): Days {
  const after = SEASONS[(SEASONS.indexOf(name) + 1) % 4]!;
  return inYear(year, RANK.season, (one, { conventions: { seasons } }) => {
    const [month, date] = seasons[name];
    const [endMonth, endDate] = seasons[after];
    return {
      from: dayOfDate(one, month, date),
      to: dayOfDate(one + (name === "winter" ? 1 : 0), endMonth, endDate),
    };
  });
}

export function daysIn(year: number, index: number): number {
  const { from, to } = monthSpan(year, index);
  return to - from;
}

/** The same date `count` months on; at a shorter month's end, its last day. */
export function addMonths(day: Day, count: number): Day {
  const { year, month: index, date } = yearMonthDateOf(day);
  const first = dayOfDate(year, index + count, 1);
  const { year: y, month: m } = yearMonthDateOf(first);
  return first + Math.min(date, daysIn(y, m)) - 1;
}

/** Each span of `days` made into another one, at most `reach` days earlier or later. */
export function mapped(
  days: Days,
  rank: number,
  reach: number,
  change: (span: Span, calendar: Calendar) => Span | undefined,
): Days {
  return {
    rank,
    once: days.once,
    ...(days.every === undefined ? {} : { every: days.every }),
    next(calendar, from) {
      let at = from - reach;
      while (calendar.effort.left-- > 0) {
        const span = days.next(calendar, at);
        if (span === undefined) return undefined;
        const changed = change(span, calendar);
        if (changed !== undefined && changed.to > from) return changed;
        at = span.to;
      }
      return undefined;
    },
  };
}

export function shifted(
  days: Days,
  { months = 0, days: count = 0 }: { months?: number; days?: number },
): Days {
  const reach = Math.abs(months) * 31 + Math.abs(count) + 1;
  return {
    ...mapped(days, days.rank, reach, ({ from, to }) => ({
      from: addMonths(from, months) + count,
      to: addMonths(from, months) + count + (to - from),
    })),
    exact: true,
  };
}

/** The `nth` span of `fine` that begins in each of `coarse`; -1 is the last one. */
export function nth(index: number, fine: Days, coarse: Days): Days {
  return mapped(coarse, fine.rank, 0, (span, calendar) => {
    const inside: Span[] = [];
    for (let at = span.from; inside.length < 60; ) {
      const one = fine.next(calendar, at);
      if (one === undefined || one.from >= span.to) break;
      // Of weeks those count that lie in it whole.
      if (one.from >= span.from && one.to <= span.to) inside.push(one);
      at = one.to;
    }
    const found = inside.at(index < 0 ? index : index - 1);
    return found;
  });
}

export type Third = "beginning" | "middle" | "end";

/** Beginning, middle or end of a week, month, quarter or year. */
export function third(name: Third, days: Days): Days {
  return mapped(
    days,
    RANK.part,
    0,
    (
      { from, to },
      {
        conventions: {
          monthThirds: [first, second],
        },
      },
    ) => {
      const length = to - from;
      // A week's days are counted, a month's dates stand in the conventions, longer periods are cut in three.
      const cuts =
        length <= 7
          ? [2, 4]
          : length <= 31
            ? [first, second]
            : [Math.round(length / 3), Math.round((length * 2) / 3)];
      if (length > 31 && yearMonthDateOf(from).date === 1) return monthThird(name, from, to);
      if (name === "beginning") return { from, to: from + cuts[0]! };
      if (name === "end") return { from: from + cuts[1]!, to };
      return { from: from + cuts[0]!, to: from + cuts[1]! };
    },
  );
}

/** Of whole months: the first, second and third third of them. */
function monthThird(name: Third, from: Day, to: Day): Span {
  const { year, month: index } = yearMonthDateOf(from);
  const step = Math.max(1, Math.round((to - from) / 91));
  const cut = (count: number) => dayOfDate(year, index + count, 1);
  const months = Math.round((to - from) / 30.4);
  if (name === "beginning") return { from, to: cut(step) };
  if (name === "end") return { from: cut(months - step), to };
  return { from: cut(step), to: cut(months - step) };
}

/** From the first of `first` to the end of the `last` that follows. */
export function through(first: Days, last: Days): Days {
  return {
    rank: RANK.days,
    once: first.once || last.once,
    stretch: true,
    next(calendar, from) {
      // A span that has begun still counts while its end is to come.
      const end = last.next(calendar, from);
      if (end === undefined) return undefined;
      const start = first.next(calendar, first.once ? LONG_AGO : from);
      if (start === undefined) return undefined;
      if (start.from < end.to) return { from: start.from, to: end.to };
      const after = last.next(calendar, start.from);
      return after === undefined ? undefined : { from: start.from, to: after.to };
    },
  };
}

const LONGEST_PERIOD_DAYS = 366;

/** What belongs to all of `list`. */
export function intersection(list: readonly Days[]): Days {
  const named = list.some((one) => one.weekday !== undefined);
  const sorted = list
    .map((one) => (named && one.beside !== undefined ? one.beside : one))
    .sort((a, b) => b.rank - a.rank);
  return sorted.reduce(intersectionOfTwo);
}

function intersectionOfTwo(a: Days, b: Days): Days {
  const [exact, other] = a.exact === true ? [a, b] : [b, a];
  // A date beats the weekday said with it: people err in the weekday.
  if (exact.exact === true && other.weekday !== undefined) return exact;
  const every = a.every === true || b.every === true;
  return {
    rank: b.rank,
    once: a.once || b.once,
    ...(every ? { every } : {}),
    next(calendar, from) {
      let at = from;
      if (b.once && !a.once) {
        const inner = b.next(calendar, from);
        if (inner === undefined) return undefined;
        at = Math.max(from, inner.from - LONGEST_PERIOD_DAYS);
      }
      while (calendar.effort.left-- > 0) {
        const outer = a.next(calendar, at);
        if (outer === undefined) return undefined;
        const inner = b.next(calendar, Math.max(from, outer.from));
        if (inner === undefined) return undefined;
        if (inner.from < outer.to) {
          return { from: Math.max(inner.from, outer.from), to: Math.min(inner.to, outer.to) };
        }
        at = Math.max(outer.to, a.rank === b.rank ? inner.from : outer.to);
      }
      return undefined;
    },
  };
}
