import type { StatementSync } from "node:sqlite";
import { completionOf } from "../queries/client-queries.ts";
import type { BookingChange, BookingRecord, CommitResult } from "../store.ts";
import { ClientIndex } from "./client-index.ts";
import { type Connection, isUnavailable } from "./connection.ts";

const MS = 60_000;
const STALE: CommitResult = { ok: false, reason: "stale" };

/** Raised inside a savepoint to undo it; never leaves this file. */
class Stale extends Error {}

interface Waiting {
  readonly change: BookingChange;
  readonly resolve: (result: CommitResult) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The hot write. Changes that are asked for in the same turn of the event loop share one transaction and so one
 * fsync; each has its own savepoint, and nobody hears of success before the commit is on disk.
 */
export class BookingWriter {
  readonly #connection: Connection;
  readonly #sql: ReturnType<typeof prepareAll>;
  readonly #clients: ClientIndex;
  readonly #onWritten: (accountId: string) => void;
  #waiting: Waiting[] = [];

  /** `onWritten` is told each account whose bookings have changed, before anybody hears of success. */
  constructor(connection: Connection, onWritten: (accountId: string) => void) {
    this.#connection = connection;
    this.#onWritten = onWritten;
    this.#sql = prepareAll(connection);
    this.#clients = new ClientIndex(connection);
  }

  commit(change: BookingChange): Promise<CommitResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ change, resolve, reject });
      if (this.#waiting.length === 1) setImmediate(() => this.#flush());
    });
  }

  #flush(): void {
    const batch = this.#waiting;
    this.#waiting = [];
    let settled: (() => void)[];
    try {
      settled = this.#connection.write(() => batch.map((waiting) => this.#tryOne(waiting)));
    } catch (error) {
      settled = batch.map(
        ({ reject }) =>
          () =>
            reject(error),
      );
    }
    for (const { change } of batch) this.#onWritten(change.accountId);
    for (const settle of settled) settle();
  }

  /** Writes one change or nothing of it; what comes back tells the caller, once the transaction is on disk. */
  #tryOne({ change, resolve, reject }: Waiting): () => void {
    try {
      const written = this.#connection.attempt(() => this.#write(change));
      return () => resolve(written ? { ok: true } : STALE);
    } catch (error) {
      if (error instanceof Stale) return () => resolve(STALE);
      if (isUnavailable(error)) throw error; // the machine's trouble is everybody's
      return () => reject(error);
    }
  }

  #write(change: BookingChange): void {
    const { accountId, at, booking, before } = change;
    this.#checkConfiguration(change);
    for (const [subject, version] of change.expectedVersions) {
      const row = this.#sql.version.get(accountId, subject) as { version: number } | undefined;
      if ((row?.version ?? 0) !== version) throw new Stale();
      this.#sql.raiseVersion.run(accountId, subject, at);
    }
    if (before === undefined) {
      this.#writeClients(change);
      this.#add(change);
    } else this.#replace(accountId, booking, before, at);
    for (const claim of change.claims) {
      this.#sql.addClaim.run(
        accountId,
        claim.subject,
        claim.start * MS,
        claim.end * MS,
        claim.shareKey,
        booking.id,
        booking.start * MS,
      );
    }
    this.#sql.addEvent.run(
      accountId,
      booking.id,
      booking.version,
      change.kind,
      at,
      change.actor.kind,
      change.actor.id,
      before === undefined ? null : JSON.stringify(before),
      JSON.stringify(booking),
      change.callId ?? null,
    );
    if (change.idempotency !== undefined) {
      const { keyId, idempotencyKey, fingerprint } = change.idempotency;
      this.#sql.addIdempotency.run(accountId, keyId, idempotencyKey, fingerprint, booking.id, at);
    }
  }

  #writeClients({ accountId, booking, newClients, completedClients = [], actor, at }: BookingChange): void {
    for (const client of newClients) this.#clients.add(accountId, client, at);
    for (const completed of completedClients) {
      if (!this.#clients.complete(accountId, completed, at)) throw new Stale();
      this.#clients.note(
        accountId,
        completed.after.id,
        "completed",
        actor,
        at,
        completionOf(completed, booking.id),
      );
    }
    if (this.#sql.gone.get(accountId, booking.bookerId, booking.participantId) !== undefined)
      throw new Stale();
  }

  #checkConfiguration({ accountId, expectedConfigurationVersion }: BookingChange): void {
    if (expectedConfigurationVersion === undefined) return;
    const row = this.#sql.configurationVersion.get(accountId) as { config_version: number } | undefined;
    if (row?.config_version !== expectedConfigurationVersion) throw new Stale();
  }

  #add({ accountId, booking, said, at }: BookingChange): void {
    this.#sql.addBooking.run(
      accountId,
      booking.id,
      booking.entityId,
      booking.appointmentTypeId,
      booking.productId,
      booking.agentId,
      booking.bookerId,
      booking.participantId,
      booking.slotId,
      booking.name,
      booking.start * MS,
      booking.end * MS,
      booking.status,
      booking.version,
      said === undefined ? null : JSON.stringify(said),
      at,
      at,
    );
  }

  #replace(accountId: string, booking: BookingRecord, before: BookingRecord, at: number): void {
    const { changes } = this.#sql.changeBooking.run(
      booking.agentId,
      booking.slotId,
      booking.start * MS,
      booking.end * MS,
      booking.status,
      booking.version,
      at,
      accountId,
      booking.id,
      before.version,
    );
    if (changes !== 1) throw new Stale();
    this.#sql.dropClaims.run(accountId, booking.id);
  }
}

function prepareAll({ database }: Connection) {
  const prepare = (sql: string): StatementSync => database.prepare(sql);
  return {
    configurationVersion: prepare("select config_version from accounts where id = ?"),
    version: prepare("select version from versions where account_id = ? and subject = ?"),
    raiseVersion: prepare(`
      insert into versions (account_id, subject, version, changed_at) values (?, ?, 1, ?)
      on conflict (account_id, subject) do update set version = version + 1, changed_at = excluded.changed_at`),
    gone: prepare(
      "select 1 from clients where account_id = ? and id in (?, ?) and (merged_into is not null or erased_at is not null)",
    ),
    addBooking: prepare(`
      insert into bookings (account_id, id, entity_id, appointment_type_id, product_id, agent_id, booker_id,
        participant_id, slot_id, name, starts_at, ends_at, status, version, said, created_at, updated_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    changeBooking: prepare(`
      update bookings
      set agent_id = ?, slot_id = ?, starts_at = ?, ends_at = ?, status = ?, version = ?, updated_at = ?
      where account_id = ? and id = ? and version = ?`),
    dropClaims: prepare("delete from claims where account_id = ? and booking_id = ?"),
    addClaim: prepare(`
      insert into claims (account_id, subject, starts_at, ends_at, share_key, booking_id, slot_starts_at)
      values (?, ?, ?, ?, ?, ?, ?)`),
    addEvent: prepare(`
      insert into booking_events (account_id, booking_id, number, kind, at, actor_kind, actor_id, before, after,
        call_id)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    addIdempotency: prepare(`
      insert into idempotency_keys
        (account_id, key_id, idempotency_key, fingerprint, booking_id, created_at)
      values (?, ?, ?, ?, ?, ?)`),
  };
}
