import type { StatementSync } from "node:sqlite";
import type { Minute } from "../../scheduling/range.ts";
import { type BookingRow, bookingOf } from "../booking-row.ts";
import type { BookingEvent, BookingRecord, BookingWithAgent, IdempotencyRecord } from "../store.ts";
import { type Connection, guarded } from "./connection.ts";

const MS = 60_000;

const BOOKING_COLUMNS = `
  booking.id, booking.entity_id, booking.appointment_type_id, booking.product_id, booking.agent_id,
  booking.booker_id, booking.participant_id, booking.slot_id, booking.name, booking.starts_at, booking.ends_at,
  booking.status, booking.version, agent.firstname, agent.lastname`;

const WITH_AGENT =
  "join agents agent on agent.account_id = booking.account_id and agent.id = booking.agent_id";

/** The hot reads of bookings themselves. */
export class BookingReader {
  readonly #byId: StatementSync;
  readonly #ofClient: StatementSync;
  readonly #sameStart: StatementSync;
  readonly #version: StatementSync;
  readonly #idempotency: StatementSync;
  readonly #events: StatementSync;

  constructor({ database }: Connection) {
    this.#byId = database.prepare(`
      select ${BOOKING_COLUMNS} from bookings booking ${WITH_AGENT}
      where booking.account_id = ? and booking.id = ?`);
    this.#ofClient = database.prepare(`
      select ${BOOKING_COLUMNS} from bookings booking ${WITH_AGENT}
      where booking.account_id = :account and booking.status = 'confirmed' and booking.starts_at >= :from
        and booking.id in (
          select id from bookings where account_id = :account and booker_id = :client
          union all
          select id from bookings where account_id = :account and participant_id = :client and status = 'confirmed'
        )
      order by booking.starts_at, booking.id`);
    this.#sameStart = database.prepare(`
      select ${BOOKING_COLUMNS} from bookings booking ${WITH_AGENT}
      where booking.account_id = ? and booking.product_id = ? and booking.starts_at = ?
        and booking.status = 'confirmed'`);
    this.#version = database.prepare("select version from versions where account_id = ? and subject = ?");
    this.#idempotency = database.prepare(`
      select fingerprint, booking_id from idempotency_keys
      where account_id = ? and key_id = ? and idempotency_key = ?`);
    this.#events = database.prepare(`
      select * from booking_events where account_id = ? and booking_id = ? order by number`);
    for (const statement of [this.#byId, this.#ofClient, this.#sameStart]) statement.setReturnArrays(true);
  }

  booking(accountId: string, bookingId: string): BookingWithAgent | undefined {
    const row = guarded(() => this.#byId.get(accountId, bookingId)) as unknown as BookingRow | undefined;
    return row === undefined ? undefined : bookingOf(row);
  }

  bookingsOf(accountId: string, clientId: string, from: Minute): BookingWithAgent[] {
    const parameters = { account: accountId, client: clientId, from: from * MS };
    return bookingsFrom(guarded(() => this.#ofClient.all(parameters)));
  }

  bookingsAt(accountId: string, productId: string, start: Minute): BookingWithAgent[] {
    return bookingsFrom(guarded(() => this.#sameStart.all(accountId, productId, start * MS)));
  }

  versions(accountId: string, subjects: readonly string[]): Map<string, number> {
    return guarded(() => {
      const versions = new Map<string, number>();
      for (const subject of subjects) {
        const row = this.#version.get(accountId, subject) as { version: number } | undefined;
        versions.set(subject, row?.version ?? 0);
      }
      return versions;
    });
  }

  idempotencyRecord(accountId: string, keyId: string, idempotencyKey: string): IdempotencyRecord | undefined {
    const row = guarded(() => this.#idempotency.get(accountId, keyId, idempotencyKey)) as
      | { fingerprint: string; booking_id: string }
      | undefined;
    if (row === undefined) return undefined;
    return { keyId, idempotencyKey, fingerprint: row.fingerprint, bookingId: row.booking_id };
  }

  events(accountId: string, bookingId: string): BookingEvent[] {
    const rows = guarded(() => this.#events.all(accountId, bookingId)) as unknown as EventRow[];
    return rows.map((row) => ({
      bookingId: row.booking_id,
      kind: row.kind,
      at: row.at,
      actor: { kind: row.actor_kind, id: row.actor_id },
      before: row.before === null ? null : (JSON.parse(row.before) as BookingRecord),
      after: JSON.parse(row.after) as BookingRecord,
    }));
  }
}

interface EventRow {
  booking_id: string;
  kind: BookingEvent["kind"];
  at: number;
  actor_kind: "key" | "person";
  actor_id: string;
  before: string | null;
  after: string;
}

function bookingsFrom(rows: unknown): BookingWithAgent[] {
  return (rows as BookingRow[]).map(bookingOf);
}
