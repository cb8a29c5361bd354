import type { Client } from "../identity/client.ts";
import type { Business } from "../scheduling/business.ts";
import type { AccountConfiguration } from "../scheduling/configuration.ts";
import type { Occupancy, Subject } from "../scheduling/occupancy.ts";
import type { Minute, Range } from "../scheduling/range.ts";
import type { ClientPins } from "./client-pins.ts";
import type { DeskBookings } from "./desk-bookings.ts";
import type { DeskClients, GoneClient } from "./desk-clients.ts";
import type { Lookups, Verifications } from "./lookups.ts";
import type { Members } from "./members.ts";
import type { PhoneCalls } from "./phone-calls.ts";
import type {
  Actor,
  BookingRecord,
  BookingWithAgent,
  EpochMilliseconds,
  Lookup,
  StoredClient,
} from "./records.ts";

export type { Actor, BookingRecord, BookingWithAgent, EpochMilliseconds, GoneClient, Lookup, StoredClient };

/**
 * Everything that lasts. Each operation names its account and sees nothing of another one. Operations are those of
 * the domain, not of SQL; what depends on the dialect stays behind them.
 */
export interface Store
  extends Configurations,
    Keys,
    Clients,
    ClientPins,
    Bookings,
    Lookups,
    Verifications,
    PhoneCalls,
    DeskBookings,
    DeskClients,
    Members {
  /** Resolves when a write would succeed; rejects with the reason when not. */
  checkWritable(): Promise<void>;
  /** A consistent copy in a new file, also while others write. */
  backup(file: string): Promise<void>;
  /** Forgets what is only kept for a while: idempotency keys and versions of days before that instant. */
  prune(before: EpochMilliseconds): Promise<void>;
  close(): Promise<void>;
}

/** The machine, not the request, is at fault: disk full, lock not had in time. Nothing was written. */
export class StoreUnavailable extends Error {}

/** What ids can be looked up by when a request leaves the entity out. */
export type OwnedKind = "appointment_type" | "product" | "agent";

export interface Configurations {
  /** The entity as the newest committed configuration has it; undefined when it has none of that id. */
  business(accountId: string, entityId: string): Promise<Business | undefined>;
  /** The entity that owns that id. */
  entityOwning(accountId: string, kind: OwnedKind, id: string): Promise<string | undefined>;
  /** By the sip id as configured, or by the E.164 form of either. */
  entityForSipId(accountId: string, sipId: string, e164: string | undefined): Promise<string | undefined>;
  /** In the owner's order. */
  entityIds(accountId: string): Promise<readonly string[]>;
  accountIds(): Promise<string[]>;
  configuration(accountId: string): Promise<StoredConfiguration | undefined>;
  /**
   * Makes the account what the configuration says, at once or not at all; what it no longer holds is archived, so
   * that old bookings keep their names. `stale` when the version is no longer the expected one (0: a new account).
   */
  saveConfiguration(change: ConfigurationChange): Promise<{ ok: true } | { ok: false; reason: "stale" }>;
}

export interface StoredConfiguration {
  readonly configuration: AccountConfiguration;
  readonly version: number;
}

export interface ConfigurationChange {
  readonly configuration: AccountConfiguration;
  readonly expectedVersion: number;
  readonly clients: readonly StoredClient[];
  readonly at: EpochMilliseconds;
}

/** Of the webhook. read: what can be booked and when; book: book, move, cancel; clients: who is calling, what they have booked. */
export const SCOPES = ["read", "book", "clients"] as const;
/** staff: the API of the people at the desk, for scripts; only where it was asked for. */
export type Scope = (typeof SCOPES)[number] | "staff";

export interface ApiKey {
  readonly id: string;
  readonly accountId: string;
  /** SHA-256 of the key, hex; the key itself is never stored. */
  readonly hash: string;
  readonly label: string | null;
  /** The only entities it reaches; null: all of the account. */
  readonly entityIds: readonly string[] | null;
  readonly scopes: readonly Scope[];
  /** Answer problems with this status instead of their own, for bots that drop non-2xx bodies. */
  readonly errorStatus: 200 | null;
  /** getSlots answers no more than that many, for bots that read out what they get; null: all. */
  readonly maxSlots: number | null;
  readonly createdAt: EpochMilliseconds;
  readonly expiresAt: EpochMilliseconds | null;
  readonly revokedAt: EpochMilliseconds | null;
}

export interface Keys {
  /** Also expired and revoked keys: what that means is the caller's to say. */
  keyByHash(hash: string): Promise<ApiKey | undefined>;
  addKey(key: ApiKey): Promise<void>;
  /** Newest last; of all accounts when none is named. */
  keys(accountId?: string): Promise<ApiKey[]>;
  /** False when there is no such key that is not revoked already. */
  revokeKey(accountId: string, keyId: string, at: EpochMilliseconds): Promise<boolean>;
}

/** Clients that one key is read for at most; with a telling key there are few. */
export const MOST_CLIENTS_OF_KEY = 60;

/** Clients that one look-up reads at most. */
export const MOST_CANDIDATES = 240;

export interface Clients {
  /** The card of that id; where it was merged into another one, that. */
  clientById(accountId: string, clientId: string): Promise<Client | undefined>;
  /**
   * Clients that share a key with what was said, those of the rarest keys first; at most `MOST_CANDIDATES`. Who
   * of them is meant is for `identity/` to say.
   */
  clientsLike(accountId: string, said: Lookup): Promise<Client[]>;
  /** Everybody, sorted by lastname, firstname, id; without cards that were merged into others. */
  clients(accountId: string): Promise<Client[]>;
  /** Adds or replaces by id, all or none. */
  saveClients(accountId: string, clients: readonly StoredClient[], at: EpochMilliseconds): Promise<void>;
  /**
   * Makes two cards one: bookings and what it lacked go to `keep`; `drop` is found no more, but its id leads to `keep`.
   * At once or not at all.
   */
  mergeClients(merge: ClientMerge): Promise<ClientMergeResult>;
  /** What became of a card, oldest first. */
  clientEvents(accountId: string, clientId: string): Promise<ClientEvent[]>;
  /**
   * Looks at the next few clients, over all accounts, and indexes those whose keys are missing or of older rules.
   * `next` is what to go on after; undefined at the end.
   */
  indexClients(after: ClientPlace | undefined, at: EpochMilliseconds): Promise<IndexedClients>;
}

/** What became of a card other than by its owner's files. */
export interface ClientEvent {
  readonly clientId: string;
  readonly kind: "completed" | "merged";
  readonly at: EpochMilliseconds;
  readonly actor: Actor;
  /** Completed: bookingId and members. Merged: the dropped card, its bookings' ids, the members that were filled. */
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface ClientMerge {
  readonly accountId: string;
  /** Both as they were read, and the first as it shall be. */
  readonly keep: Client;
  readonly drop: Client;
  readonly merged: StoredClient;
  readonly actor: Actor;
  readonly at: EpochMilliseconds;
}

export type ClientMergeResult =
  | { readonly ok: true; readonly bookings: number }
  /** Stale: one of the cards has changed. Same booking: both have one of the same product and start. */
  | { readonly ok: false; readonly reason: "stale" | "same_booking" };

export interface ClientPlace {
  readonly accountId: string;
  readonly clientId: string;
}

export interface IndexedClients {
  readonly next: ClientPlace | undefined;
  readonly indexed: number;
}

export interface NewClaim extends Range {
  readonly subject: Subject;
  readonly shareKey: string;
}

export interface OccupancyQuery {
  readonly subjects: readonly Subject[];
  readonly window: Range;
  /** How much earlier than the window a claim that reaches into it can start: the business's longest claim. */
  readonly reachMinutes: number;
  /** Set when the product has a daily limit. */
  readonly productId?: string | undefined;
  /** Whose the claims are does not matter: their booking ids and share keys may come back empty. */
  readonly anonymous?: boolean | undefined;
}

/** What a decision to book was based on, so that `commitBooking` can refuse when it has changed. */
export interface DecisionQuery extends OccupancyQuery {
  readonly versionSubjects: readonly Subject[];
  /** Confirmed bookings of that product at that start are a repeat's first suspects. */
  readonly sameStart?: { readonly productId: string; readonly start: Minute } | undefined;
  /** Agents whose last claim before that minute counts when any agent may get the booking. */
  readonly idle?: { readonly agentIds: readonly string[]; readonly before: Minute } | undefined;
  /** Booker and participant, as far as they are looked up: one or both. */
  readonly people?: readonly Lookup[] | undefined;
}

export interface DecisionBasis {
  readonly occupancy: Occupancy;
  readonly versions: ReadonlyMap<Subject, number>;
  readonly sameStart: readonly BookingWithAgent[];
  /** End of the agent's last claim before the asked minute; absent when there is none. */
  readonly idleSince: ReadonlyMap<string, Minute>;
  /** For each of the people what `clientsLike` finds. */
  readonly cards: readonly (readonly Client[])[];
}

export interface BookingChange {
  readonly accountId: string;
  readonly kind: "created" | "moved" | "cancelled" | "restored";
  /** As it shall be. */
  readonly booking: BookingRecord;
  /** As it was; undefined when new. Its version must still be the stored one. */
  readonly before: BookingRecord | undefined;
  /** All its claims from now on. */
  readonly claims: readonly NewClaim[];
  /** What was said about booker and participant; written with a new booking. */
  readonly said?: { readonly booker: object; readonly participant: object | null } | undefined;
  readonly newClients: readonly StoredClient[];
  /** Cards of which empty members were said; only with a new booking. */
  readonly completedClients?: readonly CompletedClient[] | undefined;
  readonly expectedConfigurationVersion: number | undefined;
  readonly expectedVersions: ReadonlyMap<Subject, number>;
  readonly idempotency: IdempotencyRecord | undefined;
  readonly actor: Actor;
  /** The telephone call in which it was asked for. */
  readonly callId?: string | undefined;
  readonly at: EpochMilliseconds;
}

/** A card as it was read, and as it shall be: with members that were empty. */
export interface CompletedClient {
  readonly before: Client;
  readonly after: StoredClient;
}

/** `stale`: something it was based on has changed; read again, decide again. */
export type CommitResult = { readonly ok: true } | { readonly ok: false; readonly reason: "stale" };

export interface IdempotencyRecord {
  readonly keyId: string;
  readonly idempotencyKey: string;
  /** Of the request that used it first. */
  readonly fingerprint: string;
  readonly bookingId: string;
}

export interface BookingEvent {
  readonly bookingId: string;
  readonly kind: BookingChange["kind"];
  readonly at: EpochMilliseconds;
  readonly actor: Actor;
  readonly before: BookingRecord | null;
  readonly after: BookingRecord;
}

export interface Bookings {
  /**
   * An object that is replaced whenever a booking of the account may have changed, by whatever process: what was read
   * after asking for it is still so while it is the same. Undefined when the store cannot tell.
   */
  bookingsMark(accountId: string): object | undefined;
  /**
   * For those who look on: another value after each change, and seldom without one. A change is seen late where a process
   * died before it told of it; nothing may be decided by this. Undefined when the store cannot tell.
   */
  bookingsNews(accountId: string): unknown;
  /** The same of the account's cards: one that is new, changed, completed, merged or erased. */
  clientsNews(accountId: string): unknown;
  occupancy(accountId: string, query: OccupancyQuery): Promise<Occupancy>;
  decisionBasis(accountId: string, query: DecisionQuery): Promise<DecisionBasis>;
  booking(accountId: string, bookingId: string): Promise<BookingWithAgent | undefined>;
  /** Confirmed bookings of that client as booker or participant that start at or after `from`, soonest first. */
  bookingsOf(accountId: string, clientId: string, from: Minute): Promise<BookingWithAgent[]>;
  /** Clients that attended what that client booked: whom a mother means by "Mia". */
  participantsOf(accountId: string, bookerId: string): Promise<Client[]>;
  idempotencyRecord(
    accountId: string,
    keyId: string,
    idempotencyKey: string,
  ): Promise<IdempotencyRecord | undefined>;
  /**
   * Booking, claims, clients, event and idempotency record in one transaction, durable when it resolves. The database
   * itself refuses overlapping claims; that and every other broken expectation is `stale`. Not written, and unavailable,
   * when it would have to wait for somebody else longer than the patience.
   */
  commitBooking(change: BookingChange, patienceMs?: number): Promise<CommitResult>;
  /** What happened to a booking, oldest first. */
  bookingEvents(accountId: string, bookingId: string): Promise<BookingEvent[]>;
}
