import { WEEKDAYS } from "../../src/scheduling/calendar-date.ts";
import type {
  AgentConfiguration,
  EntityConfiguration,
  HoursText,
  ProductConfiguration,
  WeeklyHours,
} from "../../src/scheduling/configuration.ts";

export type EntityDetails = Partial<Omit<EntityConfiguration, "agents" | "appointmentTypes">>;

/** One agent `agent`, who performs the one product `product`: an hour unless told otherwise. */
export function smallBusiness(
  entity: EntityDetails,
  product: Partial<ProductConfiguration> = {},
  agent: Partial<AgentConfiguration> = {},
): EntityConfiguration {
  return {
    id: "entity",
    name: "Small business",
    sipIds: [],
    timezone: "Europe/Berlin",
    language: "de",
    currency: "EUR",
    minNoticeMinutes: 0,
    horizonDays: 1_000,
    changeNoticeMinutes: 0,
    closures: [],
    resources: [],
    ...entity,
    agents: [{ id: "agent", firstname: "Max", lastname: "Mustermann", timeOff: [], ...agent }],
    appointmentTypes: [
      {
        id: "type",
        name: "Massage",
        agents: ["agent"],
        products: [
          {
            id: "product",
            name: "Massage",
            durationMinutes: 60,
            price: 0,
            bufferBeforeMinutes: 0,
            bufferAfterMinutes: 0,
            capacity: 1,
            resources: {},
            bookerInfo: [],
            participantInfo: [],
            ...product,
          },
        ],
      },
    ],
  };
}

export function everyDay(...hours: HoursText[]): WeeklyHours {
  return Object.fromEntries(WEEKDAYS.map((day) => [day, hours]));
}
