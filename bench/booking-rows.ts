import type { DatabaseSync } from "node:sqlite";
import { LOOKUP_VERSION } from "../src/identity/lookup-keys.ts";

/** Times in epoch milliseconds. */
export interface BookingRows {
  readonly accountId: string;
  readonly entityId: string;
  readonly typeId: string;
  readonly productId: string;
  readonly agentId: string;
  readonly clientId: string;
  readonly bookingId: string;
  readonly slotId: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly at: number;
}

export interface ClientRow {
  readonly accountId: string;
  readonly clientId: string;
  readonly firstname: string;
  readonly lastname: string;
  readonly phone: string;
  readonly at: number;
}

const MINUTE_MS = 60_000;
const NAME = "Behandlung";

/** The plainest way to write what one `bookAppointment` writes: prepared statements, no checks, no transaction. */
export function rowWriter(database: DatabaseSync) {
  const addClient = database.prepare(`
    insert into clients (account_id, id, firstname, lastname, email, dob, phone, street, zip, city, country,
      firstname_key, lastname_key, email_key, phone_key, created_at, updated_at)
    values (?, ?, ?, ?, null, null, ?, null, null, null, null, ?, ?, null, ?, ?, ?)`);
  const addKey = database.prepare("insert into client_lookup (account_id, key, client_id) values (?, ?, ?)");
  const noteIndexed = database.prepare(
    "update clients set lookup_version = ?, lookup_keys = ? where account_id = ? and id = ?",
  );
  const addBooking = database.prepare(`
    insert into bookings (account_id, id, entity_id, appointment_type_id, product_id, agent_id, booker_id,
      participant_id, slot_id, name, starts_at, ends_at, status, version, said, created_at, updated_at)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'confirmed', 1, ?, ?, ?)`);
  const addClaim = database.prepare(`
    insert into claims (account_id, subject, starts_at, ends_at, share_key, booking_id, slot_starts_at)
    values (?, ?, ?, ?, ?, ?, ?)`);
  const addEvent = database.prepare(`
    insert into booking_events (account_id, booking_id, number, kind, at, actor_kind, actor_id, before, after)
    values (?, ?, 1, 'created', ?, 'key', 'key_bench', null, ?)`);
  const raiseVersion = database.prepare(`
    insert into versions (account_id, subject, version, changed_at) values (?, ?, 1, ?)
    on conflict (account_id, subject) do update set version = version + 1, changed_at = excluded.changed_at`);

  return {
    client({ accountId, clientId, firstname, lastname, phone, at }: ClientRow): void {
      const keys = [firstname.toLowerCase(), lastname.toLowerCase(), phone];
      addClient.run(accountId, clientId, firstname, lastname, phone, ...keys, at, at);
    },
    /** The client's place in the index by sound. */
    lookup({
      accountId,
      clientId,
      lookupKeys,
    }: ClientRow & { readonly lookupKeys: readonly string[] }): void {
      for (const key of lookupKeys) addKey.run(accountId, key, clientId);
      noteIndexed.run(LOOKUP_VERSION, JSON.stringify(lookupKeys), accountId, clientId);
    },
    booking(rows: BookingRows, said: string): void {
      const { accountId, entityId, typeId, productId, agentId, clientId, bookingId, slotId } = rows;
      const { startsAt, endsAt, at } = rows;
      const ids = [entityId, typeId, productId, agentId, clientId, clientId, slotId, NAME] as const;
      addBooking.run(accountId, bookingId, ...ids, startsAt, endsAt, said, at, at);
      addClaim.run(accountId, `agent/${agentId}`, startsAt, endsAt, bookingId, bookingId, startsAt);
      const after = {
        id: bookingId,
        entityId,
        appointmentTypeId: typeId,
        productId,
        agentId,
        bookerId: clientId,
        participantId: clientId,
        slotId,
        name: NAME,
        start: startsAt / MINUTE_MS,
        end: endsAt / MINUTE_MS,
        status: "confirmed",
        version: 1,
      };
      addEvent.run(accountId, bookingId, at, JSON.stringify(after));
    },
    version(accountId: string, subject: string, at: number): void {
      raiseVersion.run(accountId, subject, at);
    },
  };
}

export function saidOf({
  firstname,
  lastname,
  phone,
}: Omit<ClientRow, "accountId" | "clientId" | "at">): string {
  return JSON.stringify({ booker: { firstname, lastname, phone }, participant: null });
}
