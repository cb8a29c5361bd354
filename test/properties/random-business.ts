import fc from "fast-check";
import { WEEKDAYS } from "../../src/scheduling/calendar-date.ts";
import type {
  AbsenceConfiguration,
  AgentConfiguration,
  EntityConfiguration,
  ProductConfiguration,
  WeeklyHours,
} from "../../src/scheduling/configuration.ts";
import { shifted } from "./availability-model.ts";

/** Gaps and overlaps of an hour and of half an hour, in the night, at midnight and before it; and none at all. */
export const ZONES = [
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "America/Santiago",
  "Africa/Cairo",
  "America/St_Johns",
  "America/Nuuk",
  "America/Havana",
  "Asia/Beirut",
  "Africa/Casablanca",
  "Asia/Kolkata",
  "Pacific/Apia",
  "Pacific/Chatham",
] as const;

/** The local dates on which clocks change in that zone in 2026 and 2027. */
export function changeDates(zone: string): string[] {
  const dates: string[] = [];
  let at: Temporal.ZonedDateTime | null = Temporal.ZonedDateTime.from(`2026-01-01T00:00[${zone}]`);
  for (;;) {
    at = at.getTimeZoneTransition("next");
    if (at === null || at.year > 2027) return dates;
    dates.push(at.toPlainDate().toString());
  }
}

/** One entity, a date to ask about, and what happens before the question. */
export interface Scenario {
  readonly entity: EntityConfiguration;
  /** What the entity looked like when the bookings were made. */
  readonly earlierEntity: EntityConfiguration;
  readonly date: string;
  readonly holidays: readonly string[];
  /** Epoch milliseconds. */
  readonly now: number;
  readonly steps: readonly Step[];
  /** Of those that are booked in the end, modulo their number; undefined: nothing is being moved. */
  readonly moving: number | undefined;
}

/** One booking or move; numbers count modulo what there is to choose from. */
export interface Step {
  readonly product: number;
  readonly agent: number;
  readonly dayOffset: number;
  readonly start: number;
  readonly move: number | undefined;
  /** Set: try the start, product and agent of the newest booking once more. */
  readonly again: boolean;
}

export const scenarios: fc.Arbitrary<Scenario> = fc
  .constantFrom(...ZONES)
  .chain((zone) => fc.record({ zone: fc.constant(zone), date: datesIn(zone), plan: plans() }))
  .map(({ zone, date, plan }) => scenarioOf(zone, date, plan));

function datesIn(zone: string): fc.Arbitrary<string> {
  const anyDate = fc.nat(729).map((days) => shifted("2026-01-01", days));
  const changes = changeDates(zone);
  if (changes.length === 0) return anyDate;
  const nearChange = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -2, max: 2 }))
    .map(([change, offset]) => shifted(change, offset));
  return fc.oneof({ weight: 4, arbitrary: nearChange }, { weight: 1, arbitrary: anyDate });
}

const clocks = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("00:00", "00:30", "01:00", "01:30", "02:00", "02:15", "02:30") },
  { weight: 2, arbitrary: fc.constantFrom("03:00", "03:30", "06:00", "12:00", "22:00", "23:00", "23:45") },
  { weight: 2, arbitrary: fc.nat(95).map((quarter) => clockOf(quarter * 15)) },
  { weight: 1, arbitrary: fc.nat(1_439).map(clockOf) },
);

function clockOf(minuteOfDay: number): string {
  const twoDigits = (value: number) => String(value).padStart(2, "0");
  return `${twoDigits(Math.floor(minuteOfDay / 60))}:${twoDigits(minuteOfDay % 60)}`;
}

const hoursTexts = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(clocks, clocks).map(([from, to]) => `${from}-${to}`) },
  { weight: 1, arbitrary: clocks.map((from) => `${from}-24:00`) },
  { weight: 1, arbitrary: fc.constantFrom("00:00-24:00", "00:00-00:00", "08:00-18:00", "22:00-06:00") },
);
const dayHours = fc.oneof(
  { weight: 6, arbitrary: fc.array(hoursTexts, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constant([]) },
);

const weeks: fc.Arbitrary<WeeklyHours> = fc.oneof(
  fc.record(Object.fromEntries(WEEKDAYS.map((day) => [day, dayHours])), {
    requiredKeys: [...WEEKDAYS].slice(1),
  }),
  dayHours.map(everyDay),
  fc
    .constantFrom(
      ["00:00-24:00"],
      ["06:00-06:00"],
      ["00:00-12:00", "12:00-00:00"],
      ["08:00-02:00", "01:00-09:00"],
    )
    .map(everyDay),
);

function everyDay(hours: readonly string[]): WeeklyHours {
  return Object.fromEntries(WEEKDAYS.map((day) => [day, hours]));
}

/** Days from the date that is asked about: close by, or where the engine stops looking for an interval's beginning. */
const offsets = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 1, arbitrary: fc.integer({ min: -41, max: -29 }) },
);

const breaks = fc.array(
  fc.record(
    {
      days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
      from: clocks,
      to: fc.oneof(clocks, fc.constant("24:00")),
    },
    { requiredKeys: ["from", "to"] },
  ),
  { maxLength: 2 },
);

/** With days counted from the date that is asked about. */
const schedules = fc.record(
  {
    hours: weeks,
    breaks: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 3, arbitrary: breaks }),
    seasons: fc.array(fc.record({ first: offsets, days: fc.nat(60), hours: weeks }), { maxLength: 2 }),
    overrides: fc.array(fc.tuple(offsets, dayHours), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
type Schedule = typeof schedules extends fc.Arbitrary<infer T> ? T : never;

const absences = fc.array(
  fc.record({
    offset: fc.integer({ min: -2, max: 2 }),
    from: clocks,
    days: fc.constantFrom(0, 0, 0, 1, 2),
    to: clocks,
  }),
  { maxLength: 1 },
);
type Absences = typeof absences extends fc.Arbitrary<infer T> ? T : never;

const dailyLimits = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined, freq: 2 });
const buffers = fc.oneof(
  { weight: 8, arbitrary: fc.constant(0) },
  { weight: 6, arbitrary: fc.constantFrom(5, 10, 15, 30) },
  { weight: 1, arbitrary: fc.nat(90) },
  { weight: 1, arbitrary: fc.constantFrom(300, 720) },
);
const durations = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(15, 20, 30, 45, 60, 90) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 240 }) },
  { weight: 1, arbitrary: fc.constantFrom(480, 1_440) },
);

const products = fc.record({
  durationMinutes: durations,
  bufferBeforeMinutes: buffers,
  bufferAfterMinutes: buffers,
  slotIntervalMinutes: fc.option(
    fc.oneof(fc.constantFrom(5, 7, 15, 25, 50, 90), fc.integer({ min: 1, max: 400 })),
    { nil: undefined },
  ),
  capacity: fc.constantFrom(1, 1, 2, 2, 3),
  maxBookingsPerDay: dailyLimits,
  resources: fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    {
      weight: 2,
      arbitrary: fc.constantFrom({ room: 1 }, { room: 2 }, { device: 1 }, { room: 1, device: 1 }),
    },
  ),
});
type ProductPlan = typeof products extends fc.Arbitrary<infer T> ? T : never;

const pools: fc.Arbitrary<readonly string[]> = fc.oneof(
  fc.constantFrom(["room", "device"], ["room", "device", "room"], ["device", "room", "room", "room"]),
  fc.array(fc.constantFrom("room", "device"), { maxLength: 2 }),
);

/** Mostly the same few, so that classes fill up. */
const startChoices = fc.oneof(fc.constantFrom(0, 0, 0, 0, 1), fc.nat());

function plans() {
  return fc.record({
    entity: schedules,
    closures: absences,
    agents: fc.array(fc.record({ schedule: schedules, timeOff: absences, maxBookingsPerDay: dailyLimits }), {
      minLength: 1,
      maxLength: 3,
    }),
    types: fc.array(fc.array(products, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
    pools,
    holidays: fc.array(offsets, { maxLength: 2 }),
    minNoticeMinutes: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(0, 60) },
      { weight: 1, arbitrary: fc.nat(2_000) },
    ),
    horizonDays: fc.oneof(
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }) },
      { weight: 3, arbitrary: fc.constant(365) },
    ),
    /** Before noon of the date. */
    nowMillisecondsBefore: fc.oneof(
      fc.nat(4 * 86_400_000),
      fc.constant(2 * 86_400_000),
      fc.constant(4 * 86_400_000),
      // so that notice or horizon ends exactly at a likely start, or a millisecond from it
      fc
        .tuple(fc.nat(150), fc.integer({ min: -1, max: 1 }))
        .map(([quarters, milliseconds]) => quarters * 900_000 + milliseconds),
    ),
    /** Set: products and absences were different when the bookings were made. */
    earlier: fc.option(fc.record({ duration: durations, before: buffers, after: buffers }), {
      nil: undefined,
    }),
    steps: fc.array(
      fc.record({
        product: fc.constantFrom(0, 0, 0, 1, 2, 3),
        agent: fc.constantFrom(0, 0, 0, 1, 2),
        dayOffset: fc.constantFrom(0, 0, -1, 1),
        start: startChoices,
        move: fc.oneof(fc.constant(undefined), fc.constant(undefined), fc.nat()),
        again: fc.boolean(),
      }),
      { maxLength: 12, size: "max" },
    ),
    moving: fc.option(fc.nat(), { nil: undefined, freq: 2 }),
  });
}
type Plan = ReturnType<typeof plans> extends fc.Arbitrary<infer T> ? T : never;

function scenarioOf(timezone: string, date: string, plan: Plan): Scenario {
  const entity: EntityConfiguration = {
    ...scheduleOf(date, plan.entity),
    id: "entity",
    name: "Any business",
    sipIds: [],
    timezone,
    language: "de",
    currency: "EUR",
    minNoticeMinutes: plan.minNoticeMinutes,
    horizonDays: plan.horizonDays,
    changeNoticeMinutes: 0,
    closures: absencesOf(date, plan.closures),
    resources: plan.pools.map((pool, index) => ({ id: `resource${index}`, pool, name: pool })),
    agents: plan.agents.map(
      (agent, index): AgentConfiguration => ({
        ...scheduleOf(date, agent.schedule),
        id: `agent${index}`,
        firstname: "Any",
        lastname: "Body",
        maxBookingsPerDay: agent.maxBookingsPerDay,
        timeOff: absencesOf(date, agent.timeOff),
      }),
    ),
    appointmentTypes: plan.types.map((inType, index) => ({
      id: `type${index}`,
      name: "Any type",
      agents: plan.agents.map((_, agentIndex) => `agent${agentIndex}`),
      products: inType.map((product, at) => productOf(`product${index}${at}`, product)),
    })),
  };
  return {
    entity,
    earlierEntity: plan.earlier === undefined ? entity : earlierVersionOf(entity, plan.earlier),
    date,
    holidays: plan.holidays.map((offset) => shifted(date, offset)),
    now: Date.parse(`${date}T12:00Z`) - plan.nowMillisecondsBefore,
    steps: plan.steps,
    moving: plan.moving,
  };
}

/** Its bookings can now lie outside working time, off the grid and in somebody's holiday. */
function earlierVersionOf(
  entity: EntityConfiguration,
  earlier: NonNullable<Plan["earlier"]>,
): EntityConfiguration {
  return {
    ...entity,
    overrides: undefined,
    closures: [],
    agents: entity.agents.map((agent) => ({ ...agent, overrides: undefined, timeOff: [] })),
    appointmentTypes: entity.appointmentTypes.map((type) => ({
      ...type,
      products: type.products.map((product) => ({
        ...product,
        durationMinutes: earlier.duration,
        bufferBeforeMinutes: earlier.before,
        bufferAfterMinutes: earlier.after,
      })),
    })),
  };
}

function scheduleOf(date: string, { hours, breaks, seasons, overrides }: Schedule) {
  return {
    hours,
    breaks,
    seasons: seasons?.map(({ first, days, hours }) => ({
      from: shifted(date, first),
      to: shifted(date, first + days),
      hours,
    })),
    overrides:
      overrides && Object.fromEntries(overrides.map(([offset, hours]) => [shifted(date, offset), hours])),
  };
}

function absencesOf(date: string, absences: Absences): AbsenceConfiguration[] {
  return absences
    .map(({ offset, from, days, to }) => ({
      start: `${shifted(date, offset)}T${from}`,
      end: `${shifted(date, offset + days)}T${to}`,
    }))
    .filter(({ start, end }) => start < end);
}

function productOf(id: string, plan: ProductPlan): ProductConfiguration {
  return { ...plan, id, name: "Any product", price: 0, bookerInfo: [], participantInfo: [] };
}
