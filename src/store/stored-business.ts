import type { Business, SlotKey } from "../scheduling/business.ts";
import type { Day } from "../scheduling/calendar-date.ts";
import { compileBusiness } from "../scheduling/compile-business.ts";
import type { Disclosure, EntityConfiguration } from "../scheduling/configuration.ts";

export interface HolidayCalendar {
  isPublicHoliday(region: { country: string; state?: string | undefined }, day: Day): boolean;
}

/** What is stored beside an entity's configuration. */
export interface StoredNumbers {
  readonly accountId: string;
  readonly version: number;
  readonly disclose: Disclosure | undefined;
  /** 16 bytes, hex. */
  readonly slotKey: string;
  readonly agentRefs: ReadonlyMap<string, number>;
  readonly productRefs: ReadonlyMap<string, number>;
  readonly longestClaimMinutes: number;
}

/** The snapshot that the rules work on. */
export function businessOf(
  configuration: EntityConfiguration,
  { slotKey, ...numbers }: StoredNumbers,
  holidays: HolidayCalendar,
): Business {
  const region = configuration.publicHolidays;
  return compileBusiness(configuration, {
    ...numbers,
    slotKey: slotKeyOf(slotKey),
    isPublicHoliday: region === undefined ? () => false : (day) => holidays.isPublicHoliday(region, day),
  });
}

export function slotKeyOf(hex: string): SlotKey {
  const word = (index: number) => Number.parseInt(hex.slice(index * 8, index * 8 + 8), 16) | 0;
  return [word(0), word(1), word(2), word(3)];
}
