import { DatabaseSync } from "node:sqlite";
import { databaseFile, openStore } from "../src/places.ts";
import type { SlotKey } from "../src/scheduling/business.ts";
import { ANY_AGENT_REF, encodeSlotId } from "../src/scheduling/slot-id.ts";
import { TimeZone } from "../src/scheduling/time-zone.ts";
import { indexAllClients } from "../src/store/index-all-clients.ts";
import { slotKeyOf } from "../src/store/stored-business.ts";
import { rowWriter, saidOf } from "./booking-rows.ts";
import { nameOf } from "./client-names.ts";
import { makePractices } from "./make-practices.ts";
import {
  type BenchAccount,
  type BenchEntity,
  BOOKED_OUT,
  BUSY_ACCOUNTS,
  CLOSES_AT_MINUTE,
  DURATIONS_MINUTES,
  entitiesOf,
  ZONE,
} from "./practice.ts";
import { repeatableChance } from "./statistics.ts";

const SPREAD_DAYS = 120;
const BOOKED_OUT_DAYS = 100;
const BOOKED_OUT_PRODUCT = 1;
const BOOKINGS_PER_CLIENT = 4;
const SAID_EVERY = 100_000;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

interface Appointment {
  readonly day: number;
  /** Of the day, by the wall clock. */
  readonly minute: number;
  readonly product: number;
}

export interface DataPlan {
  /** Their agents share the bookings evenly. */
  readonly accounts: readonly BenchAccount[];
  readonly bookings: number;
  /** Bookings lie this many days before and after today. */
  readonly spreadDays: number;
}

/** Makes a data folder as a server would have left it: practices, a key for each account, that many bookings. */
export async function makeData(
  folder: string,
  bookings: number,
  say: (progress: string) => void,
): Promise<void> {
  await makePractices(folder, [...BUSY_ACCOUNTS, BOOKED_OUT]);
  const plan: DataPlan = { accounts: BUSY_ACCOUNTS, bookings, spreadDays: SPREAD_DAYS };
  await addBookings(folder, plan, say, BOOKED_OUT);
}

/** Bookings and their clients, indexed, in a folder that has the practices and nothing else; `full` gets days without a gap. */
export async function addBookings(
  folder: string,
  plan: DataPlan,
  say: (progress: string) => void,
  full?: BenchAccount,
): Promise<void> {
  writeBookings(folder, plan, say, full);
  say("indexing the clients");
  const store = await openStore({ data: folder });
  await indexAllClients(store, Date.now);
  await store.close();
}

function writeBookings(
  folder: string,
  { accounts, bookings, spreadDays }: DataPlan,
  say: (progress: string) => void,
  full?: BenchAccount,
): void {
  const database = new DatabaseSync(databaseFile(folder));
  // Nothing here needs to outlive a crash, and nobody else reads meanwhile.
  database.exec(`
    pragma journal_mode = off; pragma synchronous = off; pragma foreign_keys = off;
    pragma locking_mode = exclusive; pragma cache_size = -400000;
  `);
  const slotIdOf = slotIds(database);
  const indexes = dropIndexes(database);
  const writer = rowWriter(database);
  const today = Math.floor(Date.now() / DAY_MS);
  const zone = TimeZone.named(ZONE)!;
  const chance = repeatableChance(bookings);
  let written = 0;
  const write = (entity: BenchEntity, agentId: string, appointments: readonly Appointment[]) => {
    let client = { accountId: entity.accountId, clientId: "", ...person(0, chance), at: 0 };
    for (const [index, { day, minute, product }] of appointments.entries()) {
      const start = zone.instantAt(day, minute);
      const at = Math.min(start * MINUTE_MS - 7 * DAY_MS, Date.now());
      if (index % BOOKINGS_PER_CLIENT === 0) {
        const clientId = `cl_${String(written).padStart(12, "0")}`;
        client = { accountId: entity.accountId, clientId, ...person(written, chance), at };
        writer.client(client);
      }
      written += 1;
      if (written % SAID_EVERY === 0) say(`${written} of ${bookings} bookings`);
      writer.booking(
        {
          ...entity,
          agentId,
          clientId: client.clientId,
          // Random first, as real ids are: rows of one day lie all over the index.
          bookingId: `bk_${Math.floor(chance() * 1e6)
            .toString(36)
            .padStart(4, "0")}${written.toString(36).padStart(8, "0")}`,
          productId: entity.productIds[product]!,
          slotId: slotIdOf(entity, product, start),
          startsAt: start * MINUTE_MS,
          endsAt: (start + DURATIONS_MINUTES[product]!) * MINUTE_MS,
          at,
        },
        saidOf(client),
      );
    }
  };
  const agents = entitiesOf(accounts).flatMap((entity) =>
    entity.agentIds.map((agentId) => ({ entity, agentId })),
  );
  database.exec("begin");
  for (const [index, { entity, agentId }] of agents.entries()) {
    const count =
      Math.floor(((index + 1) * bookings) / agents.length) - Math.floor((index * bookings) / agents.length);
    write(entity, agentId, spreadAppointments(today, spreadDays, count, chance));
  }
  for (const entity of full?.entities ?? []) {
    for (const agentId of entity.agentIds) write(entity, agentId, solidAppointments(today));
  }
  database.exec("commit");
  for (const index of indexes) database.exec(index);
  database.exec("pragma journal_mode = wal");
  database.close();
}

/** As the server would make them: any agent of that product at that start. */
function slotIds(database: DatabaseSync) {
  const refs = new Map<string, number>();
  for (const { id, ref } of database.prepare("select id, ref from products").iterate()) {
    refs.set(id as string, ref as number);
  }
  const keys = new Map<string, SlotKey>();
  for (const { id, slot_key } of database.prepare("select id, slot_key from accounts").iterate()) {
    keys.set(id as string, slotKeyOf(slot_key as string));
  }
  return ({ accountId, productIds }: BenchEntity, product: number, start: number) =>
    encodeSlotId(
      { productRef: refs.get(productIds[product]!)!, agentRef: ANY_AGENT_REF, start },
      keys.get(accountId)!,
    );
}

/** One agent's appointments, evenly over the days; within a day each has a stretch of its own to lie in. */
function spreadAppointments(
  today: number,
  spreadDays: number,
  count: number,
  chance: () => number,
): Appointment[] {
  const days = 2 * spreadDays + 1;
  const mostADay = Math.ceil(count / days);
  const stretchMinutes = Math.floor(CLOSES_AT_MINUTE / mostADay / 15) * 15;
  const longest = Math.max(...DURATIONS_MINUTES);
  const phase = chance();
  const perDay = new Map<number, number>();
  return Array.from({ length: count }, (_, index) => {
    const day = today - spreadDays + Math.floor(((index + phase) * days) / count);
    const before = perDay.get(day) ?? 0;
    perDay.set(day, before + 1);
    const steps = Math.floor((stretchMinutes - longest) / 15) + 1;
    const minute = before * stretchMinutes + Math.floor(chance() * steps) * 15;
    return { day, minute, product: Math.floor(chance() * DURATIONS_MINUTES.length) };
  });
}

/** From today on without a gap. */
function solidAppointments(today: number): Appointment[] {
  const minutes = DURATIONS_MINUTES[BOOKED_OUT_PRODUCT];
  const perDay = Math.floor(CLOSES_AT_MINUTE / minutes);
  return Array.from({ length: BOOKED_OUT_DAYS * perDay }, (_, index) => ({
    day: today + Math.floor(index / perDay),
    minute: (index % perDay) * minutes,
    product: BOOKED_OUT_PRODUCT,
  }));
}

/** Indexes are filled faster in one go; returns the statements that make them again. */
function dropIndexes(database: DatabaseSync): string[] {
  const indexes = database
    .prepare(
      `select name, sql from sqlite_master where type = 'index' and sql is not null
       and tbl_name in ('clients', 'bookings', 'claims')`,
    )
    .all() as { name: string; sql: string }[];
  for (const { name } of indexes) database.exec(`drop index ${name}`);
  return indexes.map(({ sql }) => sql);
}

function person(number: number, chance: () => number) {
  return { ...nameOf(chance), phone: `+49341${String(number).padStart(8, "0")}` };
}
