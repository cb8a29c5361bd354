import type { Minute, Range } from "./range.ts";

/** Who or what a claim holds: `agent/agId1`, `resource/room1`, `seat/…`. */
export type Subject = string;

export const agentSubject = (agentId: string): Subject => `agent/${agentId}`;
export const resourceSubject = (resourceId: string): Subject => `resource/${resourceId}`;

/** A confirmed booking's hold on one subject, widened by the booking's own buffers. */
export interface Claim extends Range {
  readonly bookingId: string;
  /** Claims of one subject overlap only when this is equal: the bookings of one class share it. */
  readonly shareKey: string;
  /** The start of the appointment itself, without buffers. */
  readonly slotStart: Minute;
}

/** What is taken, as far as it can matter to the window it was read for. */
export interface Occupancy {
  /** Sorted by start. */
  readonly claims: ReadonlyMap<Subject, readonly Claim[]>;
  /** Starts of the product's confirmed bookings with any agent; read only for products with a daily limit. */
  readonly productStarts: readonly ProductStart[];
}

export interface ProductStart {
  readonly bookingId: string;
  readonly start: Minute;
}

const NO_CLAIMS: readonly Claim[] = [];

export function claimsOf(occupancy: Occupancy, subject: Subject): readonly Claim[] {
  return occupancy.claims.get(subject) ?? NO_CLAIMS;
}

/** What the bookings of one class have in common; a single appointment shares with nobody. */
export function classShareKey(productId: string, agentId: string, start: Minute): string {
  return `class/${productId}/${agentId}/${start}`;
}
