import { lookupKeys } from "../src/identity/lookup-keys.ts";
import { TimeZone } from "../src/scheduling/time-zone.ts";
import { saidOf } from "./booking-rows.ts";
import { nameOf } from "./client-names.ts";
import { BUSY_ACCOUNTS, ZONE } from "./practice.ts";
import { repeatableChance, shuffled } from "./statistics.ts";

export interface BareWriteJob {
  readonly count: number;
  /** `YYYY-MM-DD`, different for each job. */
  readonly date: string;
  /** That write at once, where the database can do that. */
  readonly connections: number;
  /** Whether what a decision is based on is asked for before, by the server's statement, and not looked at. */
  readonly reads: boolean;
}

export interface BareWriteResult {
  /** Bookings a second. */
  readonly rate: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const APPOINTMENT_MINUTES = 30;
const PRODUCT = 1;
/** The data of the benchmark leaves the evening free, so that no claim can be in the way. */
const EVENING_MINUTES = [1_230, 1_260, 1_290, 1_320, 1_350, 1_380] as const;

const zone = TimeZone.named(ZONE)!;

/** Bookings of new clients in the evening of that day, in no order. */
export function eveningBookings({ count, date }: BareWriteJob) {
  const day = Date.parse(date) / DAY_MS;
  const chance = repeatableChance(day);
  const places = EVENING_MINUTES.flatMap((minute) =>
    BUSY_ACCOUNTS.flatMap(({ entities }) =>
      entities.flatMap((entity) => entity.agentIds.map((agentId) => ({ entity, agentId, minute }))),
    ),
  );
  return shuffled(places, chance)
    .slice(0, count)
    .map(({ entity, agentId, minute }) => {
      const at = Date.now();
      const startsAt = zone.instantAt(day, minute) * MINUTE_MS;
      const { accountId } = entity;
      const id = `${day}${String(Math.floor(chance() * 1e9)).padStart(9, "0")}`;
      const person = { ...nameOf(chance), phone: `+4934${id.slice(-9)}` };
      const keys = lookupKeys(person, { country: "DE", language: "de", today: date });
      const client = { accountId, clientId: `cl_${id}`, ...person, lookupKeys: keys, at };
      return {
        client,
        said: saidOf(client),
        booking: {
          ...entity,
          agentId,
          clientId: client.clientId,
          bookingId: `bk_${id}`,
          productId: entity.productIds[PRODUCT]!,
          slotId: "AAABAAABAcdIxOa1v0lY3bEl",
          startsAt,
          endsAt: startsAt + APPOINTMENT_MINUTES * MINUTE_MS,
          at,
        },
        agentDay: `agent/${agentId}/${day}`,
        clientSubjects: [
          `name/${person.firstname}/${person.lastname}`.toLowerCase(),
          ...keys.map((key) => `client/${key}`),
        ],
      };
    });
}
