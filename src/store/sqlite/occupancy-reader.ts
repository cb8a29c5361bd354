import type { StatementSync } from "node:sqlite";
import type { Claim, Occupancy, ProductStart, Subject } from "../../scheduling/occupancy.ts";
import { agentSubject } from "../../scheduling/occupancy.ts";
import type { Minute } from "../../scheduling/range.ts";
import type { OccupancyQuery } from "../store.ts";
import { type Connection, guarded } from "./connection.ts";

const MS = 60_000;

/**
 * A claim in one number: start in minutes, length, and how far into it the appointment begins. Lengths are two days at
 * most (2,880 minutes), so 12 bits hold either; the whole stays far below 2^53.
 */
const PACKED_LENGTH = 2 ** 12;
const PACKED_START = 2 ** 24;

/** The hot reads: what is taken. One statement for all subjects; rows come as arrays, which halves their cost. */
export class OccupancyReader {
  readonly #connection: Connection;
  /** By the number of subjects. */
  readonly #claimsBySubjects = new Map<number, StatementSync>();
  readonly #rangesOfSubject: StatementSync;
  readonly #productStarts: StatementSync;
  readonly #lastClaim: StatementSync;

  constructor(connection: Connection) {
    const { database } = connection;
    this.#connection = connection;
    this.#rangesOfSubject = database.prepare(`
      select json_group_array(
        starts_at / ${MS} * ${PACKED_START} + (ends_at - starts_at) / ${MS} * ${PACKED_LENGTH}
          + (slot_starts_at - starts_at) / ${MS})
      from (
        select starts_at, ends_at, slot_starts_at from claims
        where account_id = ? and subject = ? and starts_at > ? and starts_at < ?
        order by starts_at
      )`);
    this.#productStarts = database.prepare(`
      select id, starts_at from bookings
      where account_id = ? and product_id = ? and starts_at >= ? and starts_at < ? and status = 'confirmed'`);
    this.#lastClaim = database.prepare(`
      select ends_at from claims
      where account_id = ? and subject = ? and starts_at < ?
      order by starts_at desc limit 1`);
    for (const statement of [this.#rangesOfSubject, this.#productStarts, this.#lastClaim]) {
      statement.setReturnArrays(true);
    }
  }

  occupancy(accountId: string, query: OccupancyQuery): Occupancy {
    const { subjects, window, reachMinutes, productId, anonymous = false } = query;
    return guarded(() => {
      const from = (window.start - reachMinutes) * MS;
      const to = window.end * MS;
      const claims = anonymous
        ? this.#anonymousClaims(accountId, subjects, from, to)
        : this.#claims(accountId, subjects, from, to);
      return {
        claims,
        productStarts: productId === undefined ? [] : this.#startsOf(accountId, productId, from, to),
      };
    });
  }

  /** End of each agent's last claim that starts before `before`. */
  idleSince(accountId: string, agentIds: readonly string[], before: Minute): Map<string, Minute> {
    return guarded(() => {
      const since = new Map<string, Minute>();
      for (const agentId of agentIds) {
        const row = this.#lastClaim.get(accountId, agentSubject(agentId), before * MS) as unknown as
          | [number]
          | undefined;
        if (row !== undefined) since.set(agentId, row[0] / MS);
      }
      return since;
    });
  }

  #claims(accountId: string, subjects: readonly Subject[], from: number, to: number): Map<Subject, Claim[]> {
    const claims = new Map<Subject, Claim[]>();
    const statement = this.#statementFor(subjects.length);
    for (const row of statement.all(accountId, ...subjects, from, to) as unknown as ClaimRow[]) {
      const known = claims.get(row[0]);
      if (known === undefined) claims.set(row[0], [claimOf(row)]);
      else known.push(claimOf(row));
    }
    return claims;
  }

  /** For many days: one text of packed numbers a subject costs half of what rows do. */
  #anonymousClaims(accountId: string, subjects: readonly Subject[], from: number, to: number) {
    const claims = new Map<Subject, Claim[]>();
    for (const subject of subjects) {
      const [packed] = this.#rangesOfSubject.get(accountId, subject, from, to) as unknown as [string];
      if (packed !== "[]") claims.set(subject, (JSON.parse(packed) as number[]).map(unpackedClaim));
    }
    return claims;
  }

  #statementFor(subjects: number): StatementSync {
    const known = this.#claimsBySubjects.get(subjects);
    if (known !== undefined) return known;
    const marks = Array.from({ length: subjects }, () => "?").join(", ");
    const statement = this.#connection.database.prepare(`
      select subject, starts_at, ends_at, booking_id, share_key, slot_starts_at from claims
      where account_id = ? and subject in (${marks}) and starts_at > ? and starts_at < ?
      order by subject, starts_at`);
    statement.setReturnArrays(true);
    this.#claimsBySubjects.set(subjects, statement);
    return statement;
  }

  #startsOf(accountId: string, productId: string, from: number, to: number): ProductStart[] {
    const rows = this.#productStarts.all(accountId, productId, from, to) as unknown as [string, number][];
    return rows.map(([bookingId, start]) => ({ bookingId, start: start / MS }));
  }
}

type ClaimRow = [
  subject: Subject,
  startsAt: number,
  endsAt: number,
  bookingId: string,
  shareKey: string,
  slotStartsAt: number,
];

function claimOf([, startsAt, endsAt, bookingId, shareKey, slotStartsAt]: ClaimRow): Claim {
  return { start: startsAt / MS, end: endsAt / MS, bookingId, shareKey, slotStart: slotStartsAt / MS };
}

function unpackedClaim(packed: number): Claim {
  const start = Math.floor(packed / PACKED_START);
  const rest = packed - start * PACKED_START;
  const end = start + Math.floor(rest / PACKED_LENGTH);
  return { start, end, bookingId: "", shareKey: "", slotStart: start + (rest % PACKED_LENGTH) };
}
