import type { Client, ClientKeys } from "../identity/client.ts";
import type { Minute } from "../scheduling/range.ts";

/** What several of the store's ports speak of. */

export type EpochMilliseconds = number;

/** What a client is looked up by. */
export interface Lookup {
  /** Of the rules before; found by these is what a server of the release before has written. */
  readonly keys: ClientKeys;
  /** The most telling first. */
  readonly lookupKeys: readonly string[];
}

/** A client with what it is looked up by. */
export interface StoredClient extends Client, Lookup {}

export interface BookingRecord {
  readonly id: string;
  readonly entityId: string;
  readonly appointmentTypeId: string;
  readonly productId: string;
  readonly agentId: string;
  readonly bookerId: string;
  /** Equal to `bookerId` when the booker attends. */
  readonly participantId: string;
  /** The slot id it was booked or moved with. */
  readonly slotId: string;
  /** The appointment type's name when it was booked. */
  readonly name: string;
  readonly start: Minute;
  readonly end: Minute;
  readonly status: "confirmed" | "cancelled";
  /** Counts the booking's changes; 1 when new. */
  readonly version: number;
}

/** A booking with the agent's name, which outlives the agent's leaving. */
export interface BookingWithAgent extends BookingRecord {
  readonly agent: { readonly id: string; readonly firstname: string; readonly lastname: string };
}

/** Who changed a booking. */
export interface Actor {
  readonly kind: "key" | "person";
  readonly id: string;
}
