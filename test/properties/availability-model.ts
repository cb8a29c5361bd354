/**
 * The contract's availability rules 1 to 6 once more: slow, obvious and without a line of `src/scheduling`, so that
 * the engine can be compared with something. It marks every open minute of real time on a long line and then asks
 * each rule about each minute. Wall-clock times become instants only through Temporal's `compatible`
 * disambiguation, which is what the contract says: forward in a gap, the first occurrence in an overlap.
 *
 * Where rule 1 leaves something open, this is what was decided:
 *
 * - The hours of a date are the agent's override, else the entity's override, else (unless the date is a public
 *   holiday) weekly hours: the agent's season, else the agent's hours, else, for an agent without own hours, the
 *   entity's season, else the entity's hours. Of several seasons the first in the list counts.
 * - Breaks are the agent's when it has a list, also an empty one, else the entity's. They cut weekly hours, also
 *   those that a night shift carries over from the day before, and also on public holidays; a break that ends at or
 *   before its start ends on the next day.
 * - An override's hours are cut by no break, and a date with an override has no breaks.
 * - What touches or overlaps after that is one interval. Its beginning is the origin of the grid, except when it is
 *   too long ago (`LONGEST_KNOWN_INTERVAL_DAYS`): then the grid begins anew each Monday 00:00.
 * - An interval whose end lands at or before its start, because a gap moved one of them, is empty.
 */
import type {
  AgentConfiguration,
  BreakConfiguration,
  EntityConfiguration,
  ProductConfiguration,
  WeeklyHours,
} from "../../src/scheduling/configuration.ts";

/** Minutes since 1970-01-01T00:00Z. */
export type EpochMinute = number;

/** A confirmed booking, with duration and buffers as they were when it was made. */
export interface ModelBooking {
  readonly id: string;
  readonly productId: string;
  readonly agentId: string;
  readonly start: EpochMinute;
  readonly durationMinutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly resourceIds: readonly string[];
}

export interface ModelQuestion {
  readonly entity: EntityConfiguration;
  readonly bookings: readonly ModelBooking[];
  readonly productId: string;
  readonly agentId: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** `YYYY-MM-DD` in the entity's time zone. */
  readonly date: string;
  readonly isPublicHoliday: (date: string) => boolean;
  readonly movingBookingId?: string | undefined;
}

export type Reason =
  | "outside_working_time"
  | "off_grid"
  | "too_soon"
  | "too_far"
  | "absent"
  | "agent_busy"
  | "class_full"
  | "resource_busy"
  | "agent_day_full"
  | "product_day_full";

/** An interval that had not begun after 00:00 this many days before the date counts as open around the clock. */
export const LONGEST_KNOWN_INTERVAL_DAYS = 36;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** The starts that are offered on that date with that agent; sorted. */
export function offeredStarts(question: ModelQuestion): EpochMinute[] {
  return [...reasonsByMinute(question)].filter(([, reasons]) => reasons.length === 0).map(([start]) => start);
}

/** Rule 6: the union over the agents who perform the product's appointment type. */
export function offeredStartsOfAnyAgent(question: Omit<ModelQuestion, "agentId">): EpochMinute[] {
  const type = question.entity.appointmentTypes.find((one) =>
    one.products.some((product) => product.id === question.productId),
  )!;
  const starts = type.agents.flatMap((agentId) => offeredStarts({ ...question, agentId }));
  return [...new Set(starts)].sort((a, b) => a - b);
}

/** For every minute of that date everything that forbids it as a start: an empty list where it is offered. */
export function reasonsByMinute(question: ModelQuestion): Map<EpochMinute, Reason[]> {
  const { entity } = question;
  const agent = entity.agents.find((one) => one.id === question.agentId)!;
  const product = entity.appointmentTypes
    .flatMap((type) => type.products)
    .find((one) => one.id === question.productId)!;
  const bookings = question.bookings.filter((one) => one.id !== question.movingBookingId);
  const open = openMinutesAround(question, agent);
  const ofTheDay = dailyLimitReasons({ ...question, bookings }, agent, product);
  const reasons = new Map<EpochMinute, Reason[]>();
  let origin: EpochMinute | undefined;
  for (const start of minutesOf(entity.timezone, question.date)) {
    if (!open.has(start)) origin = undefined;
    else origin ??= gridOrigin(open, start, question);
    reasons.set(start, [
      ...workingTimeReasons(open, origin, product, start),
      ...spanReasons(question, start),
      ...absenceReasons(entity, agent, product, start),
      ...bookingReasons(entity, bookings, agent, product, start),
      ...ofTheDay,
    ]);
  }
  return reasons;
}

// Rule 1: working time

/** Every minute of real time in which the agent works, from well before the date until well after it. */
function openMinutesAround({ entity, date, isPublicHoliday }: ModelQuestion, agent: AgentConfiguration) {
  const zone = entity.timezone;
  const dates = datesBetween(date, -LONGEST_KNOWN_INTERVAL_DAYS - 2, 3);
  const line = new MinuteLine(instantAt(zone, dates[0]!, "00:00"), dates.length + 2);
  for (const one of dates) {
    if (overrideOn(one, agent, entity) !== undefined || isPublicHoliday(one)) continue;
    for (const hours of weeklyHoursOn(one, agent, entity)) line.mark(placed(zone, one, hours), true);
  }
  for (const one of dates) {
    if (overrideOn(one, agent, entity) !== undefined) continue;
    for (const pause of agent.breaks ?? entity.breaks ?? []) {
      if (appliesOn(one, pause)) line.mark(placed(zone, one, `${pause.from}-${pause.to}`), false);
    }
  }
  for (const one of dates) {
    for (const hours of overrideOn(one, agent, entity) ?? []) line.mark(placed(zone, one, hours), true);
  }
  return line;
}

function overrideOn(date: string, agent: AgentConfiguration, entity: EntityConfiguration) {
  return agent.overrides?.[date] ?? entity.overrides?.[date];
}

function weeklyHoursOn(date: string, agent: AgentConfiguration, entity: EntityConfiguration) {
  return validWeek(date, agent, entity)[weekdayOf(date)] ?? [];
}

function validWeek(date: string, agent: AgentConfiguration, entity: EntityConfiguration): WeeklyHours {
  const contains = (season: { from: string; to: string }) => season.from <= date && date <= season.to;
  const agentSeason = agent.seasons?.find(contains);
  if (agentSeason !== undefined) return agentSeason.hours;
  if (agent.hours !== undefined) return agent.hours;
  return entity.seasons?.find(contains)?.hours ?? entity.hours ?? {};
}

function appliesOn(date: string, pause: BreakConfiguration): boolean {
  return pause.days === undefined || pause.days.includes(weekdayOf(date));
}

/** Where the working interval that holds this minute began, or the Monday when that is too long ago. */
function gridOrigin(open: MinuteLine, minute: EpochMinute, { entity, date }: ModelQuestion): EpochMinute {
  const tooLongAgo = instantAt(entity.timezone, shifted(date, -LONGEST_KNOWN_INTERVAL_DAYS), "00:00");
  let begin = minute;
  while (open.has(begin - 1)) begin -= 1;
  if (begin > tooLongAgo) return begin;
  const monday = shifted(date, -WEEKDAYS.indexOf(weekdayOf(date)));
  return instantAt(entity.timezone, monday, "00:00");
}

// Rules 2 and 3: the grid, and what is in the way

function workingTimeReasons(
  open: MinuteLine,
  origin: EpochMinute | undefined,
  product: ProductConfiguration,
  start: EpochMinute,
): Reason[] {
  if (origin === undefined) return ["outside_working_time"];
  for (let minute = start; minute < start + product.durationMinutes; minute += 1) {
    if (!open.has(minute)) return ["outside_working_time"];
  }
  const interval = product.slotIntervalMinutes ?? product.durationMinutes;
  return (start - origin) % interval === 0 ? [] : ["off_grid"];
}

function spanReasons({ entity, now }: ModelQuestion, start: EpochMinute): Reason[] {
  const startMs = start * MINUTE_MS;
  if (startMs < now + entity.minNoticeMinutes * MINUTE_MS) return ["too_soon"];
  return startMs > now + entity.horizonDays * DAY_MS ? ["too_far"] : [];
}

function absenceReasons(
  entity: EntityConfiguration,
  agent: AgentConfiguration,
  product: ProductConfiguration,
  start: EpochMinute,
): Reason[] {
  const wanted = widened({ ...product, start });
  const away = [...agent.timeOff, ...entity.closures].some((absence) =>
    shareAMinute(wanted, {
      start: instantOfLocal(entity.timezone, absence.start),
      end: instantOfLocal(entity.timezone, absence.end),
    }),
  );
  return away ? ["absent"] : [];
}

/** Also rule 4 (classes) and rule 5 (resources). */
function bookingReasons(
  entity: EntityConfiguration,
  bookings: readonly ModelBooking[],
  agent: AgentConfiguration,
  product: ProductConfiguration,
  start: EpochMinute,
): Reason[] {
  const wanted = widened({ ...product, start });
  const sameClass = (one: ModelBooking) =>
    product.capacity > 1 && one.productId === product.id && one.agentId === agent.id && one.start === start;
  const others = bookings.filter((one) => !sameClass(one) && shareAMinute(wanted, widened(one)));
  const reasons: Reason[] = [];
  if (others.some((one) => one.agentId === agent.id)) reasons.push("agent_busy");
  if (product.capacity > 1 && bookings.filter(sameClass).length >= product.capacity)
    reasons.push("class_full");
  for (const [pool, count] of Object.entries(product.resources)) {
    // The resources of one's own class are there for its next participant too.
    const free = entity.resources.filter(
      (resource) => resource.pool === pool && !others.some((one) => one.resourceIds.includes(resource.id)),
    );
    if (free.length < count) reasons.push("resource_busy");
  }
  return reasons;
}

function dailyLimitReasons(
  { entity, bookings, date }: ModelQuestion,
  agent: AgentConfiguration,
  product: ProductConfiguration,
): Reason[] {
  const thatDay = bookings.filter((one) => dateOf(entity.timezone, one.start) === date);
  const ofAgent = thatDay.filter((one) => one.agentId === agent.id).length;
  const ofProduct = thatDay.filter((one) => one.productId === product.id).length;
  const reasons: Reason[] = [];
  if (ofAgent >= (agent.maxBookingsPerDay ?? Number.POSITIVE_INFINITY)) reasons.push("agent_day_full");
  if (ofProduct >= (product.maxBookingsPerDay ?? Number.POSITIVE_INFINITY)) reasons.push("product_day_full");
  return reasons;
}

interface Stretch {
  readonly start: EpochMinute;
  readonly end: EpochMinute;
}

/** The appointment with its buffers. */
export function widened(one: Omit<ModelBooking, "id" | "productId" | "agentId" | "resourceIds">): Stretch {
  return {
    start: one.start - one.bufferBeforeMinutes,
    end: one.start + one.durationMinutes + one.bufferAfterMinutes,
  };
}

/** Half-open: what only touches shares nothing, and what is empty shares nothing with anybody. */
function shareAMinute(a: Stretch, b: Stretch): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

// Time

/** A mark or none for every minute of some weeks. */
class MinuteLine {
  readonly #first: EpochMinute;
  readonly #marks: Uint8Array;

  constructor(firstMinute: EpochMinute, days: number) {
    this.#first = firstMinute - 1_440;
    this.#marks = new Uint8Array((days + 2) * 1_440);
  }

  mark({ start, end }: Stretch, open: boolean): void {
    for (let minute = start; minute < end; minute += 1) this.#marks[minute - this.#first] = open ? 1 : 0;
  }

  has(minute: EpochMinute): boolean {
    return this.#marks[minute - this.#first] === 1;
  }
}

/** `22:00-02:00` on that date; empty when a gap moved its start to its end or beyond. */
function placed(zone: string, date: string, hours: string): Stretch {
  const [from, to] = hours.split("-") as [string, string];
  return {
    start: instantAt(zone, date, from),
    end: instantAt(zone, to <= from ? shifted(date, 1) : date, to),
  };
}

function instantAt(zone: string, date: string, clock: string): EpochMinute {
  return clock === "24:00"
    ? instantOfLocal(zone, `${shifted(date, 1)}T00:00`)
    : instantOfLocal(zone, `${date}T${clock}`);
}

const instantOfLocal = remembered((zone: string, local: string): EpochMinute => {
  const wall = Temporal.PlainDateTime.from(local);
  return wall.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds / MINUTE_MS;
});

/** Every minute at which calendars in that zone show that date. */
export const minutesOf = remembered((zone: string, date: string): EpochMinute[] => {
  const noonInUtc = Date.parse(`${date}T12:00Z`) / MINUTE_MS;
  const minutes: EpochMinute[] = [];
  // Nobody is more than 14 hours ahead of UTC or 12 behind.
  for (let minute = noonInUtc - 27 * 60; minute < noonInUtc + 25 * 60; minute += 1) {
    if (dateOf(zone, minute) === date) minutes.push(minute);
  }
  return minutes;
});

function dateOf(zone: string, minute: EpochMinute): string {
  return Temporal.Instant.fromEpochMilliseconds(minute * MINUTE_MS)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

const shiftedBy = remembered((date: string, days: string): string =>
  Temporal.PlainDate.from(date)
    .add({ days: Number(days) })
    .toString(),
);

export function shifted(date: string, days: number): string {
  return shiftedBy(date, String(days));
}

function datesBetween(date: string, first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => shifted(date, first + index));
}

function weekdayOf(date: string) {
  return WEEKDAYS[new Date(date).getUTCDay() === 0 ? 6 : new Date(date).getUTCDay() - 1]!;
}

/** The same questions about the calendar are asked again and again; only the answers are kept, never a rule. */
function remembered<T>(ask: (first: string, second: string) => T): (first: string, second: string) => T {
  const answers = new Map<string, T>();
  return (first, second) => {
    const key = `${first} ${second}`;
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = ask(first, second);
      answers.set(key, answer);
    }
    return answer;
  };
}
