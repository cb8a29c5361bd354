import type { Absence, Agent, AppointmentType, Business, Product, SlotKey } from "./business.ts";
import { type Day, MINUTES_PER_DAY, parseDate, WEEKDAYS } from "./calendar-date.ts";
import type {
  AbsenceConfiguration,
  AgentConfiguration,
  BreakConfiguration,
  Disclosure,
  EntityConfiguration,
  HoursText,
  ProductConfiguration,
  ScheduleConfiguration,
  SeasonConfiguration,
  WeeklyHours,
} from "./configuration.ts";
import { parseHours, wallRange } from "./hours-text.ts";
import { agentSubject } from "./occupancy.ts";
import { parseLocalDateTime, TimeZone } from "./time-zone.ts";
import { type Season, type WallRange, type WallWeek, WorkingTime } from "./working-time.ts";

/** What a business is compiled from, besides its configuration. */
export interface CompileContext {
  readonly accountId: string;
  readonly version: number;
  readonly disclose?: Disclosure | undefined;
  readonly slotKey: SlotKey;
  readonly agentRefs: ReadonlyMap<string, number>;
  readonly productRefs: ReadonlyMap<string, number>;
  readonly longestClaimMinutes: number;
  readonly isPublicHoliday: (day: Day) => boolean;
}

/** Throws on a configuration that `practice-file` would refuse: what is stored has been checked. */
export function compileBusiness(configuration: EntityConfiguration, context: CompileContext): Business {
  const zone = mustBe(TimeZone.named(configuration.timezone), "time zone", configuration.timezone);
  const agents = new Map(
    configuration.agents.map((agent) => [agent.id, compileAgent(agent, configuration, zone, context)]),
  );
  const appointmentTypes = new Map<string, AppointmentType>();
  const products = new Map<string, Product>();
  for (const type of configuration.appointmentTypes) {
    const compiled = type.products.map((product) => compileProduct(product, type.id, context));
    for (const product of compiled) products.set(product.id, product);
    appointmentTypes.set(type.id, {
      id: type.id,
      name: type.name,
      agents: type.agents.map((id) => agents.get(id)).filter((agent) => agent !== undefined),
      products: compiled,
    });
  }
  return {
    accountId: context.accountId,
    entityId: configuration.id,
    version: context.version,
    name: configuration.name,
    disclose: context.disclose ?? "full",
    zone,
    language: configuration.language,
    currency: configuration.currency,
    country: configuration.country ?? configuration.publicHolidays?.country,
    region: {
      country: configuration.publicHolidays?.country ?? configuration.country,
      state: configuration.publicHolidays?.state,
    },
    timeWords: configuration.timeWords,
    minNoticeMinutes: configuration.minNoticeMinutes,
    horizonMinutes: configuration.horizonDays * MINUTES_PER_DAY,
    changeNoticeMinutes: configuration.changeNoticeMinutes,
    verifiedBy: configuration.verification?.by ?? [],
    slotKey: context.slotKey,
    agents,
    appointmentTypes,
    products,
    productRefs: new Set([...products.values()].map((product) => product.ref)),
    pools: poolsOf(configuration),
    longestClaimMinutes: context.longestClaimMinutes,
  };
}

/** The longest claim that this configuration can make. */
export function longestClaimMinutes(configuration: EntityConfiguration): number {
  const products = configuration.appointmentTypes.flatMap((type) => type.products);
  return Math.max(
    0,
    ...products.map((one) => one.bufferBeforeMinutes + one.durationMinutes + one.bufferAfterMinutes),
  );
}

function compileAgent(
  agent: AgentConfiguration,
  entity: EntityConfiguration,
  zone: TimeZone,
  context: CompileContext,
): Agent {
  return {
    id: agent.id,
    ref: mustBe(context.agentRefs.get(agent.id), "reference of agent", agent.id),
    subject: agentSubject(agent.id),
    firstname: agent.firstname,
    lastname: agent.lastname,
    gender: agent.gender ?? null,
    workingTime: new WorkingTime({
      zone,
      overrides: [overridesOf(agent), overridesOf(entity)],
      // An agent's own hours replace the entity's, and with them its seasons.
      seasons: [agent.seasons, agent.hours === undefined ? entity.seasons : undefined].flatMap(seasonsOf),
      week: weekOf(agent.hours ?? entity.hours ?? {}),
      breaks: breaksOf(agent.breaks ?? entity.breaks ?? []),
      isPublicHoliday: context.isPublicHoliday,
    }),
    absences: [
      ...agent.timeOff.map((one) => compileAbsence(one, "time_off", zone)),
      ...entity.closures.map((one) => compileAbsence(one, "closure", zone)),
    ]
      .filter((one) => one.start < one.end) // a daylight-saving gap can swallow one
      .sort((a, b) => a.start - b.start),
    maxBookingsPerDay: agent.maxBookingsPerDay,
  };
}

function compileProduct(product: ProductConfiguration, typeId: string, context: CompileContext): Product {
  return {
    id: product.id,
    ref: mustBe(context.productRefs.get(product.id), "reference of product", product.id),
    typeId,
    name: product.name,
    description: product.description ?? null,
    price: product.price,
    durationMinutes: product.durationMinutes,
    bufferBeforeMinutes: product.bufferBeforeMinutes,
    bufferAfterMinutes: product.bufferAfterMinutes,
    slotIntervalMinutes: product.slotIntervalMinutes ?? product.durationMinutes,
    capacity: product.capacity,
    maxBookingsPerDay: product.maxBookingsPerDay,
    needs: Object.entries(product.resources).map(([pool, count]) => ({ pool, count })),
    bookerInfo: product.bookerInfo,
    participantInfo: product.participantInfo,
  };
}

function compileAbsence(absence: AbsenceConfiguration, kind: Absence["kind"], zone: TimeZone): Absence {
  return {
    kind,
    start: mustBe(parseLocalDateTime(absence.start, zone), "date and time", absence.start),
    end: mustBe(parseLocalDateTime(absence.end, zone), "date and time", absence.end),
    reason: absence.reason,
  };
}

function overridesOf(schedule: ScheduleConfiguration): ReadonlyMap<Day, readonly WallRange[]> {
  return new Map(
    Object.entries(schedule.overrides ?? {}).map(([date, hours]) => [dayOf(date), rangesOf(hours)]),
  );
}

function seasonsOf(seasons: readonly SeasonConfiguration[] | undefined): Season[] {
  return (seasons ?? []).map((season) => ({
    firstDay: dayOf(season.from),
    lastDay: dayOf(season.to),
    week: weekOf(season.hours),
  }));
}

function weekOf(hours: WeeklyHours): WallWeek {
  return WEEKDAYS.map((weekday) => rangesOf(hours[weekday] ?? []));
}

function breaksOf(breaks: readonly BreakConfiguration[]): WallWeek {
  return WEEKDAYS.map((weekday) =>
    breaks
      .filter((one) => one.days === undefined || one.days.includes(weekday))
      .map((one) => mustBe(wallRange(one.from, one.to), "break", `${one.from}-${one.to}`)),
  );
}

function rangesOf(hours: readonly HoursText[]): WallRange[] {
  return hours.map((text) => mustBe(parseHours(text), "hours", text));
}

function dayOf(date: string): Day {
  return mustBe(parseDate(date), "date", date);
}

function poolsOf(configuration: EntityConfiguration): ReadonlyMap<string, readonly string[]> {
  const pools = new Map<string, string[]>();
  for (const { pool, id } of configuration.resources) {
    const ids = pools.get(pool);
    if (ids === undefined) pools.set(pool, [id]);
    else ids.push(id);
  }
  return pools;
}

function mustBe<T>(value: T | undefined, what: string, text: string): T {
  if (value === undefined) throw new Error(`stored configuration holds an invalid ${what}: ${text}`);
  return value;
}
