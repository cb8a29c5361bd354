import { type Day, weekdayIndexOf } from "../scheduling/calendar-date.ts";
import { moved } from "./clock.ts";
import {
  addMonths,
  type Calendar,
  type Days,
  once,
  oneDay,
  RANK,
  relativeMonth,
  relativeQuarter,
  relativeYear,
  shifted,
  through,
  week,
} from "./days.ts";
import type { Duration, Moment, Piece, Unit } from "./senses.ts";

const MINUTES_IN_DAY = 1440;

/** `count` of a unit; halves of days and longer units become whole days. */
export function duration(count: number, unit: Unit): Duration {
  const make = (part: Partial<Duration>): Duration => ({ months: 0, days: 0, minutes: 0, unit, ...part });
  const whole = Math.floor(count);
  const rest = count - whole;
  switch (unit) {
    case "second":
      return make({ minutes: Math.max(1, Math.round(count / 60)) });
    case "minute":
      return make({ minutes: Math.round(count) });
    case "hour":
      return make({ minutes: Math.round(count * 60) });
    case "day":
      return make(rest === 0 ? { days: count } : { minutes: Math.round(count * MINUTES_IN_DAY) });
    case "businessDay":
      return make({ days: whole });
    case "week":
      return make({ days: Math.round(count * 7) });
    case "month":
      return make({ months: whole, days: Math.round(rest * 30) });
    case "quarter":
      return make({ months: Math.round(count * 3) });
    case "year":
      return make({ months: Math.round(count * 12) });
  }
}

export function sum(a: Duration, b: Duration): Duration {
  return {
    months: a.months + b.months,
    days: a.days + b.days,
    minutes: a.minutes + b.minutes,
    unit: a.unit,
  };
}

function addBusinessDays(day: Day, count: number, { conventions }: Calendar): Day {
  let left = count;
  let at = day;
  while (left > 0) {
    at += 1;
    if (conventions.businessDays.includes(weekdayIndexOf(at))) left -= 1;
  }
  return at;
}

function after(day: Day, length: Duration, calendar: Calendar, sign = 1): Day {
  if (length.unit === "businessDay") return addBusinessDays(day, Math.min(length.days, 400), calendar);
  return addMonths(day, sign * length.months) + sign * length.days;
}

/** "In three days", a whole day. */
export function dayAfter(length: Duration): Days | undefined {
  if (length.minutes > 0 || tooLong(length)) return undefined;
  const beside = besideWeekday(length);
  return {
    ...once(RANK.day, (calendar) => oneDay(after(calendar.today, length, calendar))),
    exact: true,
    ...(beside === undefined ? {} : { beside }),
  };
}

/** "In two weeks on Tuesday" is the Tuesday of that week. */
function besideWeekday({ unit, days, months }: Duration): Days | undefined {
  if (unit === "week") return week(Math.round(days / 7));
  if (unit === "month") return relativeMonth(months);
  if (unit === "quarter") return relativeQuarter(Math.round(months / 3));
  return unit === "year" ? relativeYear(Math.round(months / 12)) : undefined;
}

/** "An hour before noon". */
export function besideClock(
  readings: readonly number[],
  { minutes, days, months }: Duration,
  sign: 1 | -1,
): number[] | undefined {
  const isShort = days === 0 && months === 0 && minutes > 0 && minutes < MINUTES_IN_DAY / 2;
  return isShort ? moved(readings, sign * minutes) : undefined;
}

function tooLong({ months, days, minutes }: Duration): boolean {
  return months > 1_200 || days > 36_500 || minutes > 52_560_000;
}

/** "In two hours": from then on, for as long as that can still be called so. */
export function momentAfter(length: Duration): Moment | undefined {
  if (length.minutes === 0 || tooLong(length)) return undefined;
  const minutes = length.minutes + length.days * MINUTES_IN_DAY + length.months * 30 * MINUTES_IN_DAY;
  return {
    point: true,
    at: ({ now, conventions }) => ({ start: now + minutes, end: now + minutes + conventions.leewayMinutes }),
  };
}

/** "In two to three hours". */
export function momentBetween(first: Duration, last: Duration): Moment | undefined {
  if (first.minutes === 0 || last.minutes <= first.minutes || tooLong(last)) return undefined;
  return { point: false, at: ({ now }) => ({ start: now + first.minutes, end: now + last.minutes }) };
}

/** "In two to three days", both days whole. */
export function daysBetween(first: Duration, last: Duration): Days | undefined {
  const [from, to] = [dayAfter(first), dayAfter(last)];
  return from === undefined || to === undefined ? undefined : through(from, to);
}

/** "Within three days": up to and including the third day from today; of weeks and longer, that long from today. */
export function withinDays(length: Duration): Days | undefined {
  if (length.minutes > 0 || tooLong(length)) return undefined;
  return once(RANK.days, (calendar) => {
    const last = after(calendar.today, length, calendar);
    const whole = length.unit === "day" || length.unit === "businessDay";
    return { from: calendar.today, to: whole ? last + 1 : last };
  });
}

export function withinMinutes(length: Duration): Moment | undefined {
  if (length.minutes === 0 || tooLong(length)) return undefined;
  const minutes = length.minutes + length.days * MINUTES_IN_DAY;
  return { point: false, at: ({ now }) => ({ start: now, end: now + minutes }) };
}

/** "The next three days": the days after today, that many; `withToday` for "in the next three days". */
export function nextDays(length: Duration, withToday: boolean): Days | undefined {
  if (length.minutes > 0 || tooLong(length)) return undefined;
  return once(RANK.days, (calendar) => ({
    from: calendar.today + (withToday ? 0 : 1),
    to: after(calendar.today, length, calendar) + 1,
  }));
}

/** "Three days before Easter". */
export function besides(length: Duration, days: Days, sign: 1 | -1): Days | undefined {
  if (length.minutes > 0 || tooLong(length)) return undefined;
  return shifted(days, { months: sign * length.months, days: sign * length.days });
}

/** "Three days later": after the appointment that is spoken of, or after today. */
export function dayLater(length: Duration, sign: 1 | -1): Days | undefined {
  if (length.minutes > 0 || tooLong(length)) return undefined;
  return {
    ...once(RANK.day, (calendar) =>
      oneDay(after(calendar.reference ?? calendar.today, length, calendar, sign)),
    ),
    exact: true,
  };
}

/** "An hour later": after the appointment that is spoken of, or from now. */
export function momentLater(length: Duration, sign: 1 | -1): Moment | undefined {
  if (length.minutes === 0 || tooLong(length)) return undefined;
  const minutes = sign * (length.minutes + length.days * MINUTES_IN_DAY);
  return {
    point: true,
    at: ({ now, referenceStart, conventions }) => {
      const start = (referenceStart ?? now) + minutes;
      // An appointment begins where another one can; now is any minute.
      return { start, end: start + (referenceStart === undefined ? conventions.leewayMinutes : 1) };
    },
  };
}

/** "Massage, 30 minutes, tomorrow at nine": how long it takes, said beside the time. Days and weeks are no length. */
export function asLength({ unit }: Duration): readonly Piece[] | undefined {
  return unit === "minute" || unit === "hour" ? [{ kind: "filler" }] : undefined;
}
