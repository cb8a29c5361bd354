import type {
  ClientField,
  Disclosure,
  Gender,
  Language,
  Proof,
  TimeWordsConfiguration,
} from "./configuration.ts";
import type { Subject } from "./occupancy.ts";
import type { Range } from "./range.ts";
import type { TimeZone } from "./time-zone.ts";
import type { WorkingTime } from "./working-time.ts";

/** One entity, compiled for answering: immutable, shared by all requests until its configuration changes. */
export interface Business {
  readonly accountId: string;
  readonly entityId: string;
  /** The account's configuration version it was compiled from. */
  readonly version: number;
  readonly name: string;
  /** The account's: how much is told about a client. */
  readonly disclose: Disclosure;
  readonly zone: TimeZone;
  readonly language: Language;
  readonly currency: string;
  /** ISO 3166-1 alpha-2: how phone numbers without a country code are read. */
  readonly country: string | undefined;
  /** ISO 3166: whose public holidays callers name, and how they write dates. */
  readonly region: { readonly country: string | undefined; readonly state: string | undefined };
  readonly timeWords: TimeWordsConfiguration | undefined;
  readonly minNoticeMinutes: number;
  readonly horizonMinutes: number;
  readonly changeNoticeMinutes: number;
  /** One of these must have been given before a booking is shown or changed; none: nothing must. */
  readonly verifiedBy: readonly Proof[];
  /** The account's secret for slot ids: 128 bits as four words. */
  readonly slotKey: SlotKey;
  readonly agents: ReadonlyMap<string, Agent>;
  /** In the owner's order. */
  readonly appointmentTypes: ReadonlyMap<string, AppointmentType>;
  readonly products: ReadonlyMap<string, Product>;
  /** Of its products: what its slot ids can name. */
  readonly productRefs: ReadonlySet<number>;
  /** Pool name to the ids of its resources, in the owner's order. */
  readonly pools: ReadonlyMap<string, readonly string[]>;
  /** No claim of this entity, of today's products or earlier ones, is longer. */
  readonly longestClaimMinutes: number;
}

export type SlotKey = readonly [number, number, number, number];

export interface Agent {
  readonly id: string;
  /** Small number that stands for the agent in slot ids; never 0, never reused in the account. */
  readonly ref: number;
  /** What its claims hold. */
  readonly subject: Subject;
  readonly firstname: string;
  readonly lastname: string;
  readonly gender: Gender | null;
  readonly workingTime: WorkingTime;
  /** Time off and the entity's closures, each with its cause; sorted by start, may overlap. */
  readonly absences: readonly Absence[];
  readonly maxBookingsPerDay: number | undefined;
}

export interface Absence extends Range {
  readonly kind: "time_off" | "closure";
  readonly reason: string | undefined;
}

export interface AppointmentType {
  readonly id: string;
  readonly name: string;
  /** Who performs it, in the owner's order. */
  readonly agents: readonly Agent[];
  readonly products: readonly Product[];
}

export interface Product {
  readonly id: string;
  /** Small number that stands for the product in slot ids; never 0, never reused in the account. */
  readonly ref: number;
  readonly typeId: string;
  readonly name: string;
  readonly description: string | null;
  readonly price: number;
  readonly durationMinutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly slotIntervalMinutes: number;
  readonly capacity: number;
  readonly maxBookingsPerDay: number | undefined;
  readonly needs: readonly PoolNeed[];
  readonly bookerInfo: readonly ClientField[];
  readonly participantInfo: readonly ClientField[];
}

export interface PoolNeed {
  readonly pool: string;
  readonly count: number;
}
