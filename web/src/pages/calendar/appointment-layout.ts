import type { Booking } from "../../../../src/staff-api/wire-types.ts";
import { addDays, clockOf, dateOf } from "../../time.ts";

/** A column of the grid: somebody's day. */
export interface GridColumn {
  readonly date: string;
  /** Undefined: of whoever is shown. */
  readonly agentId?: string | undefined;
}

/** What of an appointment stands in one column; all of it, unless it lasts over midnight. */
export interface Box {
  readonly booking: Booking;
  /** Of the grid, from 0. */
  readonly column: number;
  /** Minutes since midnight, as the clocks show it. */
  readonly from: number;
  readonly to: number;
  /** Those at the same time stand side by side: which of them, and of how many. */
  readonly lane: number;
  readonly lanes: number;
}

/** Whatever its length, there is something to click at; and on the night the clocks go back it may seem to end before it starts. */
const LOWEST_MINUTES = 10;
const DAY_MINUTES = 24 * 60;

/** Where each appointment stands, in the order in which one reads them: column by column, early to late. */
export function layOut(bookings: readonly Booking[], columns: readonly GridColumn[]): Box[] {
  return columns.flatMap(({ date, agentId }, column) => {
    const isHere = (booking: Booking) =>
      (agentId === undefined || booking.agentId === agentId) &&
      dateOf(booking.start) <= date &&
      dateOf(booking.end) >= date;
    const parts = bookings
      .filter(isHere)
      .flatMap((booking) => {
        const from = dateOf(booking.start) < date ? 0 : minutesOf(booking.start);
        const to = dateOf(booking.end) > date ? DAY_MINUTES : minutesOf(booking.end);
        const isOver = dateOf(booking.start) < date && to === 0;
        return isOver ? [] : [{ booking, column, from, to: Math.max(to, from + LOWEST_MINUTES) }];
      })
      .sort((a, b) => a.from - b.from || b.to - a.to);
    return inLanes(parts);
  });
}

type Part = Omit<Box, "lane" | "lanes">;

/** Each takes the first lane that is free again; those who touch each other through others share the width. */
function inLanes(parts: readonly Part[]): Box[] {
  const boxes: Box[] = [];
  let together: { part: Part; lane: number }[] = [];
  /** When each lane is free again. */
  let ends: number[] = [];
  const close = () => {
    boxes.push(...together.map(({ part, lane }) => ({ ...part, lane, lanes: ends.length })));
    together = [];
    ends = [];
  };
  for (const part of parts) {
    if (ends.every((end) => end <= part.from)) close();
    const free = ends.findIndex((end) => end <= part.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = part.to;
    together.push({ part, lane });
  }
  close();
  return boxes;
}

const minutesOf = (timestamp: string): number => {
  const clock = clockOf(timestamp);
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
};

/** First and last hour of the grid: when somebody works or has an appointment, and a little around it. */
export function hoursShown(
  times: readonly { readonly start: string; readonly end: string }[],
): readonly [first: number, last: number] {
  let [first, last] = [8, 18];
  for (const { start, end } of times) {
    const reachesOver = dateOf(end) > dateOf(start);
    first = Math.min(first, reachesOver && clockOf(end) > "00:00" ? 0 : Math.floor(minutesOf(start) / 60));
    last = Math.max(last, reachesOver ? 24 : Math.ceil(minutesOf(end) / 60));
  }
  return [first, last];
}

/** Columns of a day, one for each of them; or of a week, all of one person. */
export function gridColumns(
  view: "day" | "week",
  first: string,
  agentIds: readonly string[],
): readonly GridColumn[] {
  return view === "day"
    ? agentIds.map((agentId) => ({ date: first, agentId }))
    : Array.from({ length: 7 }, (_, day) => ({ date: addDays(first, day), agentId: agentIds[0] }));
}
