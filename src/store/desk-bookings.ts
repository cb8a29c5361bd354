import type { Minute, Range } from "../scheduling/range.ts";
import type { Actor, BookingWithAgent, EpochMilliseconds } from "./records.ts";

/** A booking as the desk sees it. */
export interface DeskBooking extends BookingWithAgent {
  readonly booker: NamedClient;
  readonly participant: NamedClient;
  /** Of the people at the desk. */
  readonly note: string | null;
  readonly noShow: boolean;
  /** The card was made for this booking. */
  readonly isNewClient: boolean;
  /** Who made it: a bot's key, or somebody at the desk. */
  readonly source: "phone" | "desk";
  /** The telephone call in which it was made, where the bot said. */
  readonly callId: string | null;
  readonly createdAt: EpochMilliseconds;
  readonly updatedAt: EpochMilliseconds;
}

export interface NamedClient {
  readonly id: string;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly phone: string | null;
}

/** Bookings that touch the range, soonest first, at most `most`, those after the place. */
export interface BookingsQuery {
  readonly entityId: string;
  readonly range: Range;
  readonly agentId?: string | undefined;
  readonly status?: "confirmed" | "cancelled" | undefined;
  readonly most: number;
  readonly after?: BookingPlace | undefined;
}

export interface BookingPlace {
  readonly start: Minute;
  readonly id: string;
}

/** Note and no-show: what changes no time. */
export interface BookingMark {
  readonly bookingId: string;
  readonly expectedVersion: number;
  readonly note?: string | null | undefined;
  readonly noShow?: boolean | undefined;
  readonly at: EpochMilliseconds;
  readonly actor: Actor;
  /** Said when the booking was made: no event of its own. */
  readonly isOfCreation?: boolean | undefined;
}

/** That a booking was marked; of note and no-show at once, the no-show. */
export interface MarkEvent {
  readonly kind: "missed" | "came" | "noted";
  readonly at: EpochMilliseconds;
  readonly actor: Actor;
  /** The booking's version since then. */
  readonly number: number;
}

export interface BookingCount {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly agentId: string;
  readonly source: "phone" | "desk";
  readonly status: "confirmed" | "cancelled";
  readonly noShow: boolean;
  readonly count: number;
  readonly minutes: number;
}

export interface DeskBookings {
  bookingsBetween(accountId: string, query: BookingsQuery): Promise<DeskBooking[]>;
  deskBooking(accountId: string, bookingId: string): Promise<DeskBooking | undefined>;
  /** All of a client, as booker or participant, also cancelled ones and past ones; latest start first. */
  bookingsOfClient(accountId: string, clientId: string, most?: number): Promise<DeskBooking[]>;
  /** Those made or changed in a telephone call. */
  bookingsOfCall(accountId: string, callId: string): Promise<DeskBooking[]>;
  /** Bookings that start in the range, counted by day (in the zone of that offset in minutes), agent and kind. */
  countBookings(
    accountId: string,
    query: { readonly entityId: string; readonly range: Range; readonly offset: number },
  ): Promise<BookingCount[]>;
  /** False when the booking has changed meanwhile. */
  markBooking(accountId: string, mark: BookingMark): Promise<boolean>;
  /** Oldest first. */
  bookingMarks(accountId: string, bookingId: string): Promise<MarkEvent[]>;
  /**
   * Lets the entity's claims be that long from now on; readers of it see a new configuration version. Nothing that an
   * owner sees has changed, but other servers would look for what is taken too short a time back until they read it.
   */
  allowLongerClaims(accountId: string, entityId: string, minutes: number): Promise<void>;
}
