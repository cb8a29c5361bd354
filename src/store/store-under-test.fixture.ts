import type { Client } from "../identity/client.ts";
import { nameKeys } from "../identity/client-keys.ts";
import type { AccountConfiguration, EntityConfiguration } from "../scheduling/configuration.ts";
import { agentSubject } from "../scheduling/occupancy.ts";
import type { Minute } from "../scheduling/range.ts";
import type { Store } from "./store.ts";
import {
  type ApiKey,
  type BookingChange,
  type BookingRecord,
  type Lookup,
  SCOPES,
  type StoredClient,
} from "./store.ts";

/** What an adapter's test hands to the contract suite: an empty store, and ways to look at its data anew. */
export interface StoreUnderTest {
  readonly store: Store;
  /** Closes the store and opens the same data again. */
  readonly reopen: () => Promise<Store>;
  /** Runs SQL on the data itself, as another release would. */
  readonly execute: (sql: string) => Promise<void>;
  /** A name for a backup file that does not exist yet. */
  readonly backupFile: string;
  /** Opens what a backup holds, as a store of its own that `close` closes too. */
  readonly openBackup: (file: string) => Promise<Store>;
  readonly close: () => Promise<void>;
}

export type OpenStore = () => Promise<StoreUnderTest>;

export const AT = Date.parse("2026-11-30T08:00:00.000Z");
export const ACCOUNT = "acc-leipzig";

/** A minute of Tuesday, 1 December 2026, in UTC. */
export function at(time: string): Minute {
  return Date.parse(`2026-12-01T${time}:00Z`) / 60_000;
}

/** Every member that a configuration can have is in here somewhere. */
export const LEIPZIG: EntityConfiguration = {
  id: "leipzig",
  name: "Physiotherapie Gleichgewicht",
  sipIds: ["phone-1", "0341 1234567"],
  timezone: "Europe/Berlin",
  language: "de",
  currency: "EUR",
  country: "DE",
  publicHolidays: { country: "DE", state: "SN" },
  minNoticeMinutes: 60,
  horizonDays: 120,
  changeNoticeMinutes: 1_440,
  hours: { mon: ["08:00-18:00"], tue: ["08:00-12:00", "13:00-18:00"] },
  breaks: [
    { days: ["mon"], from: "12:00", to: "13:00" },
    { from: "15:00", to: "15:15" },
  ],
  seasons: [{ from: "2027-07-01", to: "2027-07-31", hours: { mon: ["07:00-13:00"] } }],
  overrides: { "2026-12-24": [], "2026-12-30": ["09:00-12:00"] },
  closures: [
    { start: "2027-08-02T00:00", end: "2027-08-16T00:00", reason: "Betriebsferien" },
    { start: "2027-10-01T12:00", end: "2027-10-01T14:00" },
  ],
  resources: [
    { id: "room2", pool: "room", name: "Raum 2" },
    { id: "room1", pool: "room", name: "Raum 1" },
  ],
  agents: [
    {
      id: "max",
      firstname: "Max",
      lastname: "Mustermann",
      gender: "male",
      maxBookingsPerDay: 14,
      timeOff: [{ start: "2026-12-07T00:00", end: "2026-12-12T00:00", reason: "Fortbildung" }],
    },
    { id: "ayse", firstname: "Ayşe", lastname: "Öztürk", hours: { tue: ["12:00-20:00"] }, timeOff: [] },
  ],
  appointmentTypes: [
    {
      id: "massage",
      name: "Massage",
      agents: ["ayse", "max"],
      products: [
        {
          id: "massage-30",
          name: "30 min Massage",
          description: "Eine entspannende Massage",
          durationMinutes: 30,
          price: 45.5,
          bufferBeforeMinutes: 5,
          bufferAfterMinutes: 10,
          slotIntervalMinutes: 15,
          capacity: 1,
          maxBookingsPerDay: 8,
          resources: { room: 1 },
          bookerInfo: ["firstname", "lastname", "phone"],
          participantInfo: ["dob"],
        },
      ],
    },
    {
      id: "course",
      name: "Rückenkurs",
      agents: ["max"],
      products: [
        {
          id: "course-60",
          name: "Rückenkurs",
          durationMinutes: 60,
          price: 15,
          bufferBeforeMinutes: 0,
          bufferAfterMinutes: 0,
          capacity: 8,
          resources: {},
          bookerInfo: ["firstname"],
          participantInfo: [],
        },
      ],
    },
  ],
};

/** A branch with as little as an entity can have. */
export const HALLE: EntityConfiguration = {
  id: "halle",
  name: "Gleichgewicht Halle",
  sipIds: [],
  timezone: "Europe/Berlin",
  language: "en",
  currency: "EUR",
  minNoticeMinutes: 0,
  horizonDays: 30,
  changeNoticeMinutes: 0,
  closures: [],
  resources: [],
  agents: [],
  appointmentTypes: [],
};

export function accountWith(
  entities: readonly EntityConfiguration[],
  id: string = ACCOUNT,
): AccountConfiguration {
  return { id, name: `Gleichgewicht ${id}`, entities };
}

/** A client whose look-up keys are its members as they are, names folded. */
export function client(id: string, members: Partial<Client> = {}): StoredClient {
  const empty = { email: null, dob: null, phone: null, street: null, zip: null, city: null, country: null };
  const card: Client = { firstname: "Erika", lastname: "Musterfrau", ...empty, ...members, id };
  return { ...card, ...lookupFor(card) };
}

/** Look-up keys that say where they come from: each member that tells people apart, and both names together. */
export function lookupFor(members: Partial<Client>): Lookup {
  const { firstname = null, lastname = null, email = null, phone = null, dob = null } = members;
  const names = firstname === null || lastname === null ? null : `${firstname} ${lastname}`;
  const telling = { phone, email, names };
  return {
    keys: { ...nameKeys({ firstname, lastname }), emailKey: email, phoneKey: phone, dob },
    lookupKeys: Object.entries(telling).flatMap(([name, value]) =>
      value === null ? [] : [`${name}:${value.toUpperCase()}`],
    ),
  };
}

export function cardOf({ keys: _keys, lookupKeys: _lookupKeys, ...card }: StoredClient): Client {
  return card;
}

export function key(id: string, members: Partial<ApiKey> = {}): ApiKey {
  return {
    id,
    accountId: ACCOUNT,
    hash: `hash-of-${id}`,
    label: null,
    entityIds: null,
    scopes: SCOPES,
    errorStatus: null,
    maxSlots: null,
    createdAt: AT,
    expiresAt: null,
    revokedAt: null,
    ...members,
  };
}

/** Saves an account with both entities and the client `erika` as version 1. */
export async function foundAccount(store: Store, accountId: string = ACCOUNT): Promise<void> {
  const saved = await store.saveConfiguration({
    configuration: accountWith([LEIPZIG, HALLE], accountId),
    expectedVersion: 0,
    clients: [client("erika")],
    at: AT,
  });
  if (!saved.ok) throw new Error(saved.reason);
}

/** Half an hour of massage with Max at 09:00 UTC for Erika. */
export function booking(id: string, members: Partial<BookingRecord> = {}): BookingRecord {
  const start = members.start ?? at("09:00");
  return {
    id,
    entityId: "leipzig",
    appointmentTypeId: "massage",
    productId: "massage-30",
    agentId: "max",
    bookerId: "erika",
    participantId: "erika",
    slotId: `slot-of-${id}`,
    name: "Massage",
    start,
    end: start + 30,
    status: "confirmed",
    version: 1,
    ...members,
  };
}

/** What holds the agent, and nobody else, for just the booking's time. */
export function agentClaim({ id, agentId, start, end }: BookingRecord) {
  return { subject: agentSubject(agentId), start, end, shareKey: id };
}

/** A new booking, based on nothing. */
export function creation(record: BookingRecord, members: Partial<BookingChange> = {}): BookingChange {
  return {
    accountId: ACCOUNT,
    kind: "created",
    booking: record,
    before: undefined,
    claims: [agentClaim(record)],
    said: { booker: { firstname: "Erika" }, participant: null },
    newClients: [],
    expectedConfigurationVersion: undefined,
    expectedVersions: new Map(),
    idempotency: undefined,
    actor: { kind: "key", id: "key-1" },
    at: AT,
    ...members,
  };
}

export function move(
  before: BookingRecord,
  to: Partial<BookingRecord>,
  members: Partial<BookingChange> = {},
): BookingChange {
  const start = to.start ?? before.start;
  const moved = { ...before, start, end: start + 30, ...to, version: before.version + 1 };
  return { ...creation(moved), kind: "moved", before, said: undefined, ...members };
}

export function cancellation(before: BookingRecord, members: Partial<BookingChange> = {}): BookingChange {
  const cancelled: BookingRecord = { ...before, status: "cancelled", version: before.version + 1 };
  return { ...creation(cancelled), kind: "cancelled", before, claims: [], said: undefined, ...members };
}

/** Commits what cannot be refused. */
export async function commit(store: Store, ...changes: readonly BookingChange[]): Promise<void> {
  for (const change of changes) {
    const committed = await store.commitBooking(change);
    if (!committed.ok)
      throw new Error(`${change.kind} ${change.booking.id} was refused: ${committed.reason}`);
  }
}

export const STALE = { ok: false, reason: "stale" };
