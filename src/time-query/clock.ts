import type { Conventions, DayPart, Window } from "./conventions.ts";

/** What words about a time of day say, whatever day it is. */
export interface Time {
  /** point: one clock time; part: a part of the day; from: up to its end; until: from its beginning. */
  readonly kind: "point" | "range" | "part" | "from" | "until";
  /** The readings, as said first; later ones are twelve hours on. */
  readonly choices: (conventions: Conventions) => readonly Window[];
  readonly part?: DayPart;
  readonly around?: boolean;
  /** A while on that side of the point: "shortly after nine". */
  readonly shortly?: Side | undefined;
  /** On all days ("nachmittags"), not on the next one that has it. */
  readonly every?: boolean;
  /** "Mornings": with a weekday, all of them. */
  readonly plural?: boolean;
  /** "At five at the earliest": sooner is better. */
  readonly soonest?: boolean;
  /** "By five on Friday": from now to there. */
  readonly deadline?: boolean;
  /** Said with a half of the day, or on 24 hours: there is nothing to choose. */
  readonly settled?: boolean;
  /** Minutes east of UTC of the clock that is meant, where it is not the business's: "4 pm GMT". */
  readonly offset?: number;
}

export type Side = "before" | "after";

/** Minutes of the day that a clock time can be. */
export interface Readings extends ReadonlyArray<number> {
  /** A while on that side of it is meant, and not that minute. */
  readonly shortly?: Side | undefined;
}

const DAY = 1440;
const HALF = 720;

/** What "shortly" is where a minute is needed: "until shortly after nine". */
export const SHORTLY_MINUTES = 5;

export function shortly(side: Side, readings: readonly number[]): Readings {
  const minutes = side === "after" ? SHORTLY_MINUTES : -SHORTLY_MINUTES;
  return Object.assign(moved(readings, minutes), { shortly: side });
}

/** Its very minute, for a bound. */
export function exactly(time: Time): Time {
  return { ...time, around: false, shortly: undefined };
}

/** Minutes of the day that "h:m" can be. */
export function readingsOf(hour: number, minute: number, written24 = false): number[] | undefined {
  if (minute < 0 || minute > 59 || hour < 0 || hour > 24 || (hour === 24 && minute > 0)) return undefined;
  const said = hour * 60 + minute;
  if (written24 || hour === 0 || hour > 12) return [said];
  return hour === 12 ? [said, minute] : [said, said + HALF];
}

/** Where a day begins, and where it ends. */
export const MIDNIGHT: readonly number[] = [0, DAY];

/** The reading in that half of the day. */
export function inHalf(readings: Readings, half: "am" | "pm"): Readings | undefined {
  const fitting = readings.filter((one) => (half === "am" ? one < HALF : one >= HALF));
  if (fitting.length === 0) return undefined;
  return Object.assign(fitting.slice(0, 1), { shortly: readings.shortly });
}

/** `minutes` earlier or later on every reading: "quarter to three". */
export function moved(readings: readonly number[], minutes: number): number[] {
  return [...new Set(readings.map((one) => (one + minutes + DAY) % DAY))];
}

export function point(readings: Readings, around = false): Time {
  return {
    kind: "point",
    choices: () => readings.map((one) => [one, one + 1] as const),
    around,
    shortly: readings.shortly,
    settled: readings.length === 1,
  };
}

export function part(name: DayPart, every = false): Time {
  return { kind: "part", choices: ({ parts }) => [parts[name]], part: name, every };
}

export function from(readings: readonly number[]): Time {
  const starts = readings.filter((one) => one < DAY);
  return {
    kind: "from",
    choices: () => starts.map((one) => [one, DAY] as const),
    settled: starts.length === 1,
  };
}

export function atEarliest(readings: readonly number[]): Time {
  return { ...from(readings), soonest: true };
}

export function until(readings: readonly number[], deadline = false): Time {
  return {
    kind: "until",
    choices: () => readings.map((one) => [0, one === 0 ? DAY : one] as const),
    deadline,
    settled: readings.length === 1,
  };
}

/** Up to when work begins, or from when it is over; without a day on all of them. */
export function besideWork(side: Side): Time {
  const before: Time = { kind: "until", choices: ({ work: [begins] }) => [[0, begins]], every: true };
  return side === "before" ? before : { kind: "from", choices: ({ work: [, ends] }) => [[ends, DAY]] };
}

/** From one clock time to the other; the halves of the day that make it shortest come first. */
export function between(start: readonly number[], end: readonly number[], settledEnd = false): Time {
  const pairs: Window[] = [];
  for (const a of start) {
    for (const b of end) {
      const to = b > a ? b : b + DAY;
      pairs.push([a, to]);
    }
  }
  // "9 to 5" is eight hours and not twenty; of equal ones the earlier.
  const length = ([a, b]: Window) => b - a;
  pairs.sort((x, y) => length(x) - length(y) || x[0] - y[0]);
  const shortest = pairs.filter((one) => length(one) === length(pairs[0]!));
  const rest = pairs.filter((one) => length(one) > length(pairs[0]!) && length(one) <= HALF);
  const settled = (start.length === 1 && end.length === 1) || settledEnd;
  return { kind: "range", choices: () => [...shortest, ...rest], settled };
}

/** Up to where "until noon" and "until the evening" go. */
export function endOf({ part: name }: Time, parts: Conventions["parts"]): number {
  if (name === undefined) return DAY;
  const [start, end] = parts[name];
  return name === "noon" ? start : Math.min(end, DAY);
}

/** Whether a clock time can be meant by someone who says that part of the day with it. */
export function belongsTo(minute: number, name: DayPart): boolean {
  const hour = Math.floor((minute % DAY) / 60);
  switch (name) {
    case "earlyMorning":
    case "morning":
    case "forenoon":
      return hour < 12;
    case "noon":
      return hour >= 11 && hour < 15;
    case "earlyAfternoon":
    case "afternoon":
    case "lateAfternoon":
      return hour >= 12 && hour < 20;
    case "evening":
      return hour >= 16;
    case "night":
      return hour >= 19 || hour < 6;
    case "workingHours":
      return hour >= 6 && hour < 20;
  }
}

/** Both together: "nine in the morning", "nachmittags ab drei"; undefined when they contradict each other. */
export function both(a: Time, b: Time): Time | undefined {
  if (a.kind === "part" && b.kind !== "part") return both(b, a);
  const { part: name } = b;
  if (b.kind === "part" && name !== undefined) {
    if (a.kind === "part") return meet(a, b);
    // "Von drei bis vier nachmittags" is one afternoon, "nachmittags ab drei" all of them.
    const every = b.every === true && a.kind !== "point" && a.kind !== "range";
    const keep = (conventions: Conventions) => {
      const late = name === "evening" || name === "night";
      // "Tonight at twelve" is when the day ends.
      const choices = a.choices(conventions).map(([start, end]): Window => {
        return late && a.kind === "point" && start === 0 ? [DAY, DAY + 1] : [start, end];
      });
      const fitting = choices.filter(([start, end]) => {
        if (late && start === DAY) return true;
        return belongsTo(a.kind === "until" ? end : start, name);
      });
      if (a.kind === "point" || a.kind === "range") return fitting;
      const [partStart, partEnd] = conventions.parts[name];
      return fitting.map(([start, end]): Window => [Math.max(start, partStart), Math.min(end, partEnd)]);
    };
    return { ...a, choices: keep, settled: true, ...(every ? { every } : {}) };
  }
  return meet(a, b);
}

function meet(a: Time, b: Time): Time {
  return {
    kind: "range",
    ...(a.every === true || b.every === true ? { every: true } : {}),
    choices: (conventions) =>
      a.choices(conventions).flatMap(([start, end]) =>
        b
          .choices(conventions)
          .map(([from, to]): Window => [Math.max(start, from), Math.min(end, to)])
          .filter(([from, to]) => from < to),
      ),
  };
}
