import { DatabaseSync } from "node:sqlite";
import { databaseFile } from "../../src/places.ts";

/**
 * What must hold whatever callers did, each as a query for the rows that break it. It reads the tables and the
 * owner's settings and shares no code with the engine.
 */
const RULES: Readonly<Record<string, string>> = {
  "the file is damaged": "select * from pragma_integrity_check where integrity_check <> 'ok'",
  "a foreign key points nowhere": "select * from pragma_foreign_key_check",

  "claims of a subject overlap": `
    select a.subject, a.booking_id, b.booking_id as other from claims a
    join claims b on b.account_id = a.account_id and b.subject = a.subject
      and (b.starts_at, b.booking_id) > (a.starts_at, a.booking_id)
    where b.starts_at < a.ends_at and a.share_key <> b.share_key`,
  "an agent has two bookings at once, buffers included, that are not of one class": `
    with held as (
      select booking.*, json_extract(product.settings, '$.capacity') as capacity,
        starts_at - 60000 * json_extract(product.settings, '$.bufferBeforeMinutes') as held_from,
        ends_at + 60000 * json_extract(product.settings, '$.bufferAfterMinutes') as held_to
      from bookings booking join products product using (account_id, product_id)
      where status = 'confirmed')
    select a.id, b.id as other from held a
    join held b on b.account_id = a.account_id and b.agent_id = a.agent_id and b.id > a.id
    where a.held_from < b.held_to and b.held_from < a.held_to
      and not (a.product_id = b.product_id and a.starts_at = b.starts_at and a.capacity > 1)`,
  "a class has more participants than seats": `
    select product_id, agent_id, starts_at, count(*) as participants
    from bookings join products product using (account_id, product_id) where status = 'confirmed'
    group by account_id, product_id, agent_id, starts_at
    having count(*) > max(json_extract(product.settings, '$.capacity'))`,
  "an agent has more bookings on a day than the owner allows": `
    select agent_id, local_date(starts_at, timezone) as date, count(*) as bookings
    from bookings join agents agent using (account_id, agent_id) join zones using (account_id, entity_id)
    where status = 'confirmed'
    group by account_id, agent_id, date
    having count(*) > max(json_extract(agent.settings, '$.maxBookingsPerDay'))`,
  "a product has more bookings on a day than the owner allows": `
    select product_id, local_date(starts_at, timezone) as date, count(*) as bookings
    from bookings join products product using (account_id, product_id) join zones using (account_id, entity_id)
    where status = 'confirmed'
    group by account_id, product_id, date
    having count(*) > max(json_extract(product.settings, '$.maxBookingsPerDay'))`,

  "a booking that is not confirmed holds a claim": `
    select booking_id, subject from claims left join bookings using (account_id, booking_id)
    where status is not 'confirmed'`,
  "a confirmed booking does not hold exactly its agent, buffers included": `
    select booking.booking_id, count(claim.subject) as claims
    from bookings booking join products product using (account_id, product_id)
    left join claims claim on claim.account_id = booking.account_id and claim.booking_id = booking.booking_id
      and claim.subject = 'agent/' || booking.agent_id and claim.slot_starts_at = booking.starts_at
      and claim.starts_at = booking.starts_at - 60000 * json_extract(product.settings, '$.bufferBeforeMinutes')
      and claim.ends_at = booking.ends_at + 60000 * json_extract(product.settings, '$.bufferAfterMinutes')
    where status = 'confirmed' group by booking.account_id, booking.booking_id having count(claim.subject) <> 1`,
  "a confirmed booking holds more or fewer claims than agent, resources and seat": `
    select booking_id, count(subject) as claims,
      1 + (json_extract(product.settings, '$.capacity') > 1)
        + (select coalesce(sum(value), 0) from json_each(product.settings, '$.resources')) as needed
    from bookings join products product using (account_id, product_id)
    left join claims using (account_id, booking_id)
    where status = 'confirmed' group by account_id, booking_id having claims <> needed`,
  "a confirmed booking holds more or fewer of a pool's resources than it needs": `
    select booking_id, pool.key as pool, pool.value as needed, (
      select count(*) from claims claim join resources resource
        on resource.account_id = claim.account_id and claim.subject = 'resource/' || resource.id
      where claim.account_id = booking.account_id and claim.booking_id = booking.booking_id
        and resource.pool = pool.key) as held
    from bookings booking join products product using (account_id, product_id),
      json_each(product.settings, '$.resources') pool
    where status = 'confirmed' and held <> needed`,
  "a booking lasts longer or shorter than its product": `
    select booking_id from bookings join products product using (account_id, product_id)
    where ends_at - starts_at <> 60000 * json_extract(product.settings, '$.durationMinutes')`,

  "a client has the same start of a product twice": `
    select participant_id, product_id, starts_at, count(*) from bookings where status = 'confirmed'
    group by account_id, participant_id, product_id, starts_at having count(*) > 1`,
  "a client has two cards": `
    select lastname_key, firstname_key, phone_key, count(*) from clients where phone_key is not null
    group by account_id, lastname_key, firstname_key, phone_key having count(*) > 1`,
  "a client's card was made for no booking": `
    select id from clients where id like 'cl\\_%' escape '\\' and (account_id, id) not in (
      select account_id, booker_id from bookings union select account_id, participant_id from bookings)`,

  "a booking's events are not numbered from 1 to its version": `
    select booking_id, version, group_concat(number) as numbers
    from bookings left join booking_events using (account_id, booking_id)
    group by account_id, booking_id
    having count(number) <> version or min(number) <> 1 or max(number) <> version`,
  "a booking is not as its last event left it": `
    select booking.booking_id from bookings booking left join booking_events event
      on event.account_id = booking.account_id and event.booking_id = booking.booking_id
      and event.number = booking.version
    where json_extract(after, '$.start') * 60000 is not starts_at
      or json_extract(after, '$.end') * 60000 is not ends_at
      or json_extract(after, '$.agentId') is not agent_id
      or json_extract(after, '$.slotId') is not slot_id
      or json_extract(after, '$.status') is not status
      or (kind is 'cancelled') <> (status = 'cancelled')`,
  "an event does not begin where the one before it ended": `
    select event.booking_id, event.number from booking_events event left join booking_events former
      on former.account_id = event.account_id and former.booking_id = event.booking_id
      and former.number = event.number - 1
    where (event.kind = 'created') <> (event.number = 1)
      or json_extract(event.before, '$.start') is not json_extract(former.after, '$.start')
      or json_extract(event.before, '$.agentId') is not json_extract(former.after, '$.agentId')
      or json_extract(event.before, '$.slotId') is not json_extract(former.after, '$.slotId')
      or json_extract(event.before, '$.status') is not json_extract(former.after, '$.status')`,
};

/** Everything in the database that must not be; empty when all is well. Reads only, also while servers write. */
export function faultsIn(data: string): string[] {
  return reading(data, (database) => {
    database.function("local_date", { deterministic: true }, localDate);
    return Object.entries(RULES).flatMap(([rule, sql]) =>
      database
        .prepare(withNamedIds(sql))
        .all()
        .map((row) => `${rule}: ${JSON.stringify(row)}`),
    );
  });
}

export interface BookingRow {
  readonly id: string;
  readonly participant_id: string;
  readonly starts_at: number;
  readonly status: "confirmed" | "cancelled";
}

/** All bookings as they are stored, oldest first. */
export function bookingsIn(data: string): BookingRow[] {
  return reading(data, (database) =>
    database
      .prepare("select id, participant_id, starts_at, status from bookings order by created_at, id")
      .all(),
  ) as unknown as BookingRow[];
}

/**
 * Every row of every table that belongs to the account, by table: equal before and after means untouched. Without the
 * trail of look-ups, which notes every request for a client and is written a little later.
 */
export function rowsOfAccount(data: string, accountId: string): Record<string, unknown[]> {
  return reading(data, (database) => {
    const tables = database
      .prepare("select name from sqlite_master where type = 'table' and name <> 'lookup_audit' order by name")
      .all() as { name: string }[];
    // Who logs in, and the secrets of the server, are of no account.
    const owned = tables.filter(({ name }) => !/^(people.*|server_secrets)$/.test(name));
    return Object.fromEntries(
      owned.map(({ name }) => {
        const owner = name === "accounts" ? "id" : "account_id";
        return [name, database.prepare(`select * from ${name} where ${owner} = ?`).all(accountId)];
      }),
    );
  });
}

function reading<T>(data: string, read: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(databaseFile(data), { readOnly: true, timeout: 5_000 });
  try {
    return read(database);
  } finally {
    database.close();
  }
}

/** Lets the rules join by `booking_id`, `product_id` and `agent_id` whatever the table calls its own id. */
function withNamedIds(sql: string): string {
  const views = `
    products as (select *, id as product_id from main.products),
    agents as (select *, id as agent_id from main.agents),
    bookings as (select *, id as booking_id from main.bookings),
    zones as (
      select account_id, id as entity_id, json_extract(settings, '$.timezone') as timezone from main.entities)`;
  const rest = sql.trim();
  return rest.startsWith("with ") ? `with ${views}, ${rest.slice(5)}` : `with ${views} ${rest}`;
}

function localDate(milliseconds: unknown, timezone: unknown): string {
  return Temporal.Instant.fromEpochMilliseconds(Number(milliseconds))
    .toZonedDateTimeISO(String(timezone))
    .toPlainDate()
    .toString();
}
