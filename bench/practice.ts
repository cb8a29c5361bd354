import { WEEKDAYS } from "../src/scheduling/calendar-date.ts";
import type {
  AccountConfiguration,
  EntityConfiguration,
  ProductConfiguration,
} from "../src/scheduling/configuration.ts";

/** The practices of the benchmark: 20 accounts x 10 entities x 5 agents, and one that is booked out. */

export const ZONE = "Europe/Berlin";
export const AGENTS_PER_ENTITY = 5;
export const DURATIONS_MINUTES = [15, 30, 45] as const;

/** From midnight, so that one day of one product has about 80 quarter-hour starts: an answer of about 10 kB. */
export const CLOSES_AT_MINUTE = 20 * 60 + 30;
const HOURS = ["00:00-20:30"];

const ACCOUNTS = 20;
const ENTITIES_PER_ACCOUNT = 10;

export interface BenchEntity {
  readonly accountId: string;
  /** The secret that bots send. */
  readonly key: string;
  readonly entityId: string;
  readonly typeId: string;
  /** In the order of `DURATIONS_MINUTES`. */
  readonly productIds: readonly string[];
  readonly agentIds: readonly string[];
}

export interface BenchAccount {
  readonly id: string;
  readonly key: string;
  readonly entities: readonly BenchEntity[];
}

export const BUSY_ACCOUNTS: readonly BenchAccount[] = busyAccounts(ACCOUNTS, ENTITIES_PER_ACCOUNT);

/** Its one entity has no free slot for 100 days. */
export const BOOKED_OUT: BenchAccount = account("full", 1);

export function configurationOf({ id, entities }: BenchAccount): AccountConfiguration {
  return { id, name: `Bench ${id}`, entities: entities.map(entityConfiguration) };
}

export function busyAccounts(count: number, entitiesEach: number): BenchAccount[] {
  return Array.from({ length: count }, (_, index) => account(`acc${index + 1}`, entitiesEach));
}

export function entitiesOf(accounts: readonly BenchAccount[]): BenchEntity[] {
  return accounts.flatMap(({ entities }) => entities);
}

function account(id: string, entities: number): BenchAccount {
  const key = `slk_bench_${id.padEnd(26, "_")}`;
  return { id, key, entities: Array.from({ length: entities }, (_, at) => entity(id, key, at + 1)) };
}

function entity(accountId: string, key: string, number: number): BenchEntity {
  const entityId = `${accountId}-e${number}`;
  return {
    accountId,
    key,
    entityId,
    typeId: `${entityId}-type`,
    productIds: DURATIONS_MINUTES.map((minutes) => `${entityId}-p${minutes}`),
    agentIds: Array.from({ length: AGENTS_PER_ENTITY }, (_, at) => `${entityId}-a${at + 1}`),
  };
}

function entityConfiguration({ entityId, typeId, productIds, agentIds }: BenchEntity): EntityConfiguration {
  return {
    id: entityId,
    name: `Praxis ${entityId}`,
    sipIds: [`${entityId}-sip`],
    timezone: ZONE,
    language: "de",
    currency: "EUR",
    publicHolidays: { country: "DE", state: "SN" },
    minNoticeMinutes: 60,
    horizonDays: 120,
    changeNoticeMinutes: 1_440,
    hours: Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, HOURS])),
    closures: [],
    resources: [],
    agents: agentIds.map((id, at) => ({ id, firstname: `Agent${at + 1}`, lastname: entityId, timeOff: [] })),
    appointmentTypes: [
      {
        id: typeId,
        name: "Behandlung",
        agents: agentIds,
        products: productIds.map((id, at) => product(id, DURATIONS_MINUTES[at]!)),
      },
    ],
  };
}

function product(id: string, durationMinutes: number): ProductConfiguration {
  return {
    id,
    name: `${durationMinutes} Minuten`,
    durationMinutes,
    price: durationMinutes,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    slotIntervalMinutes: 15,
    capacity: 1,
    resources: {},
    bookerInfo: ["firstname", "lastname", "phone"],
    participantInfo: [],
  };
}
