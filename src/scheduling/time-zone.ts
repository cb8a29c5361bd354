import {
  type Day,
  dayOfPlainDate,
  formatDate,
  MINUTES_PER_DAY,
  plainDateOf,
  twoDigits,
} from "./calendar-date.ts";
import type { Minute } from "./range.ts";

/** Enough for a horizon of a year; then the memo starts anew instead of growing. */
const REMEMBERED_DAYS = 400;

/** A day by the zone's clocks, from its first minute up to the next day's. */
export interface LocalDay {
  readonly day: Day;
  readonly start: Minute;
  readonly end: Minute;
  /** Minutes east of UTC, where the whole day has just one offset. */
  readonly offset: number | undefined;
  /** Where it has not: of the minutes that were asked for. */
  readonly offsets: Map<Minute, number>;
  readonly date: string;
}

/** An IANA time zone, asked about whole days so that `Temporal` runs once a day and not once a slot. */
export class TimeZone {
  readonly name: string;
  readonly #days = new Map<Day, LocalDay>();
  /** Most questions are about the day of the question before. */
  #latest: LocalDay;

  private constructor(name: string) {
    this.name = name;
    this.#latest = this.#localDay(0);
  }

  static readonly #known = new Map<string, TimeZone>();

  /** The zone of that IANA name (any case), or undefined when there is none. */
  static named(name: string): TimeZone | undefined {
    const known = TimeZone.#known.get(name);
    if (known !== undefined) return known;
    if (!/^[A-Za-z]/.test(name)) return undefined; // Temporal would also take "+01:00": not an IANA name
    let canonical: string;
    try {
      canonical = new Temporal.ZonedDateTime(0n, name).timeZoneId;
    } catch {
      return undefined;
    }
    const zone = TimeZone.#known.get(canonical) ?? new TimeZone(canonical);
    TimeZone.#known.set(canonical, zone);
    return zone;
  }

  startOf(day: Day): Minute {
    return this.#localDay(day).start;
  }

  /**
   * The instant at which clocks show `minuteOfDay` (0 to 1440) on `day`. Inside a gap it moves forward by the
   * gap; in an overlap the first occurrence counts.
   */
  instantAt(day: Day, minuteOfDay: number): Minute {
    const local = this.#localDay(day);
    if (minuteOfDay === 0) return local.start;
    if (minuteOfDay === MINUTES_PER_DAY) return local.end;
    if (local.offset !== undefined) return local.start + minuteOfDay;
    const time = new Temporal.PlainTime(Math.floor(minuteOfDay / 60), minuteOfDay % 60);
    return minuteOf(plainDateOf(day).toZonedDateTime({ timeZone: this.name, plainTime: time }));
  }

  /** The date that calendars show at that instant. */
  dayOf(minute: Minute): Day {
    return this.dayAround(minute).day;
  }

  /** Minutes east of UTC. */
  offsetAt(minute: Minute): number {
    return this.#offsetIn(this.dayAround(minute), minute);
  }

  /** ISO 8601 with milliseconds and numeric offset: `2024-09-16T08:00:00.000+02:00`. */
  format(minute: Minute): string {
    const local = this.dayAround(minute);
    const offset = this.#offsetIn(local, minute);
    const wall = (((minute + offset) % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
    return `${local.date}T${clock(wall)}:00.000${offset < 0 ? "-" : "+"}${clock(Math.abs(offset))}`;
  }

  /** The day to which that instant belongs. */
  dayAround(minute: Minute): LocalDay {
    let local = this.#latest;
    if (minute >= local.start && minute < local.end) return local;
    local = this.#localDay(Math.floor((minute + (local.offset ?? 0)) / MINUTES_PER_DAY));
    while (minute < local.start) local = this.#localDay(local.day - 1);
    while (minute >= local.end) local = this.#localDay(local.day + 1);
    this.#latest = local;
    return local;
  }

  #offsetIn({ offset, offsets }: LocalDay, minute: Minute): number {
    const known = offset ?? offsets.get(minute);
    if (known !== undefined) return known;
    const zoned = Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(this.name);
    const asked = Math.round(zoned.offsetNanoseconds / 60e9);
    offsets.set(minute, asked);
    return asked;
  }

  #localDay(day: Day): LocalDay {
    const known = this.#days.get(day);
    if (known !== undefined) return known;
    const start = minuteOf(plainDateOf(day).toZonedDateTime(this.name));
    const end = minuteOf(plainDateOf(day + 1).toZonedDateTime(this.name));
    const regular = end - start === MINUTES_PER_DAY;
    const local = {
      day,
      start,
      end,
      offset: regular ? day * MINUTES_PER_DAY - start : undefined,
      offsets: new Map<Minute, number>(),
      date: formatDate(day),
    };
    if (this.#days.size >= REMEMBERED_DAYS) this.#days.clear();
    this.#days.set(day, local);
    return local;
  }
}

/** The instant of a local date-time text such as `2026-12-07T00:00`, or undefined when it is none. */
export function parseLocalDateTime(text: string, zone: TimeZone): Minute | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}([.,]\d+)?)?$/.test(text)) return undefined;
  try {
    const local = Temporal.PlainDateTime.from(text);
    return zone.instantAt(dayOfPlainDate(local.toPlainDate()), local.hour * 60 + local.minute);
  } catch {
    return undefined;
  }
}

function minuteOf(zoned: Temporal.ZonedDateTime): Minute {
  return Math.round(zoned.epochMilliseconds / 60_000);
}

const CLOCK = Array.from(
  { length: MINUTES_PER_DAY },
  (_, minute) => `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`,
);

/** `HH:MM` of a minute of the day. */
export function clock(minuteOfDay: number): string {
  return CLOCK[minuteOfDay] ?? "24:00";
}
