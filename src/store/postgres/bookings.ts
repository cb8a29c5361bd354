import {
  agentSubject,
  type Claim,
  type Occupancy,
  resourceSubject,
  type Subject,
} from "../../scheduling/occupancy.ts";
import type { Minute } from "../../scheduling/range.ts";
import { type BookingRow, bookingOf } from "../booking-row.ts";
import { type CardRow, cardOf, completionOf, indexedClientRow } from "../queries/client-queries.ts";
import type {
  BookingChange,
  BookingEvent,
  BookingRecord,
  BookingWithAgent,
  DecisionBasis,
  DecisionQuery,
  IdempotencyRecord,
  OccupancyQuery,
} from "../store.ts";
import { cardsLike, LOOKUP_VALUES, lookupValues } from "./clients.ts";
import { REQUEST_LIMITS } from "./connections.ts";
import type { Database, Statement } from "./database.ts";
import { isConflict } from "./failures.ts";

const MS = 60_000;

/** As an array, which costs half of an object, in the order of `BookingRow`. */
const BOOKING = `json_build_array(
  booking.id, booking.entity_id, booking.appointment_type_id, booking.product_id, booking.agent_id,
  booking.booker_id, booking.participant_id, booking.slot_id, booking.name, booking.starts_at, booking.ends_at,
  booking.status, booking.version, agent.firstname, agent.lastname)`;

const WITH_AGENT =
  "join agents agent on agent.account_id = booking.account_id and agent.id = booking.agent_id";

/** $1 account, $2 subjects, $3 and $4 from and to, $5 product with a daily limit or null. */
const CLAIMS = `(
  select json_agg(json_build_array(subject, starts_at, ends_at, booking_id, share_key, slot_starts_at)
    order by subject, starts_at)
  from claims
  where account_id = $1 and subject = any($2::text[]) and starts_at > $3::bigint and starts_at < $4::bigint)`;

const PRODUCT_STARTS = `(
  select json_agg(json_build_array(id, starts_at)) from bookings
  where account_id = $1 and product_id = $5::text and starts_at >= $3::bigint and starts_at < $4::bigint
    and status = 'confirmed')`;

const OCCUPANCY: Statement = { name: "occupancy", text: `select ${CLAIMS}, ${PRODUCT_STARTS}` };

const BASIS_VALUES = 10;

/**
 * One statement, so that it sees one moment: the versions are those of what else it read. Behind the ten parameters of
 * the decision itself come those of each person's look-up.
 */
const BASES = [0, 1, 2].map(
  (people): Statement => ({
    name: `decision_basis_${people}`,
    text: `select ${CLAIMS}, ${PRODUCT_STARTS}, (
    select json_agg(json_build_array(subject, version)) from versions
    where account_id = $1 and subject = any($6::text[])
  ), (
    select json_agg(${BOOKING}) from bookings booking ${WITH_AGENT}
    where booking.account_id = $1 and booking.product_id = $7::text and booking.starts_at = $8::bigint
      and booking.status = 'confirmed'
  ), (
    select json_agg(json_build_array(wanted.subject, last.ends_at))
    from unnest($9::text[]) as wanted (subject), lateral (
      select ends_at from claims
      where account_id = $1 and subject = wanted.subject and starts_at < $10::bigint
      order by starts_at desc limit 1
    ) last
  )${Array.from({ length: people }, (_, person) => `, ${cardsOf(person)}`).join("")}`,
  }),
);

function cardsOf(person: number): string {
  return `(select json_agg(card order by place) from (
    ${cardsLike(BASIS_VALUES + person * LOOKUP_VALUES + 1)}
  ) found)`;
}

const BY_ID: Statement = {
  name: "booking",
  text: `select ${BOOKING} from bookings booking ${WITH_AGENT} where booking.account_id = $1 and booking.id = $2`,
};

const OF_CLIENT: Statement = {
  name: "bookings_of_client",
  text: `
    select ${BOOKING} from bookings booking ${WITH_AGENT}
    where booking.account_id = $1 and booking.status = 'confirmed' and booking.starts_at >= $3
      and booking.id in (
        select id from bookings where account_id = $1 and booker_id = $2
        union all
        select id from bookings where account_id = $1 and participant_id = $2 and status = 'confirmed'
      )
    order by booking.starts_at, booking.id`,
};

const IDEMPOTENCY: Statement = {
  name: "idempotency",
  text: `select fingerprint, booking_id from idempotency_keys
    where account_id = $1 and key_id = $2 and idempotency_key = $3`,
};

const EVENTS: Statement = {
  name: "events",
  text: `select kind, at, actor_kind, actor_id, before, after from booking_events
    where account_id = $1 and booking_id = $2 order by number`,
};

/**
 * The limit on waiting for somebody else's locks comes first and ends with the statement's transaction: so it holds
 * behind a pooler, too, and what a caller was told has failed is not written later.
 */
const COMMIT: Statement = {
  name: "commit",
  text: "select commit_booking($1) from set_config('lock_timeout', $2, true)",
};

/** Of the caller's patience, for the refusal to arrive. */
const ANSWER_MS = 200;

export class Bookings {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async occupancy(accountId: string, query: OccupancyQuery): Promise<Occupancy> {
    const [row] = await this.#database.rows<OccupancyRow>(OCCUPANCY, occupancyValues(accountId, query));
    return occupancyOf(row!);
  }

  async decisionBasis(accountId: string, query: DecisionQuery): Promise<DecisionBasis> {
    const { idle, versionSubjects } = query;
    const { statement, values } = basisQuery(accountId, query);
    const [row] = await this.#database.rows<BasisRow>(statement, values);
    const [claims, productStarts, versions, bookings, lastEnds, ...cards] = row!;
    const known = new Map(versions ?? []);
    const ends = new Map(lastEnds ?? []);
    const idleSince = new Map<string, Minute>();
    for (const agentId of idle?.agentIds ?? []) {
      const end = ends.get(agentSubject(agentId));
      if (end !== undefined) idleSince.set(agentId, end / MS);
    }
    return {
      occupancy: occupancyOf([claims, productStarts]),
      versions: new Map(versionSubjects.map((subject) => [subject, known.get(subject) ?? 0])),
      sameStart: (bookings ?? []).map(bookingOf),
      idleSince,
      cards: cards.map((found) => (found ?? []).map(cardOf)),
    };
  }

  async booking(accountId: string, bookingId: string): Promise<BookingWithAgent | undefined> {
    const [row] = await this.#database.rows<[BookingRow]>(BY_ID, [accountId, bookingId]);
    return row === undefined ? undefined : bookingOf(row[0]);
  }

  async bookingsOf(accountId: string, clientId: string, from: Minute): Promise<BookingWithAgent[]> {
    const rows = await this.#database.rows<[BookingRow]>(OF_CLIENT, [accountId, clientId, from * MS]);
    return rows.map(([row]) => bookingOf(row));
  }

  async idempotencyRecord(
    accountId: string,
    keyId: string,
    idempotencyKey: string,
  ): Promise<IdempotencyRecord | undefined> {
    const values = [accountId, keyId, idempotencyKey];
    const [row] = await this.#database.rows<[string, string]>(IDEMPOTENCY, values);
    if (row === undefined) return undefined;
    const [fingerprint, bookingId] = row;
    return { keyId, idempotencyKey, fingerprint, bookingId };
  }

  async events(accountId: string, bookingId: string): Promise<BookingEvent[]> {
    const rows = await this.#database.rows<EventRow>(EVENTS, [accountId, bookingId]);
    return rows.map(([kind, at, actorKind, actorId, before, after]) => ({
      bookingId,
      kind,
      at,
      actor: { kind: actorKind, id: actorId },
      before: before === null ? null : (JSON.parse(before) as BookingRecord),
      after: JSON.parse(after) as BookingRecord,
    }));
  }

  /** False when something it was based on has changed. */
  async commit(change: BookingChange, patienceMs: number = REQUEST_LIMITS.patienceMs): Promise<boolean> {
    // Half of it: a locked row is waited for twice, for the place next to its holder and for the holder.
    const waitMs = Math.max(1, Math.floor((patienceMs - ANSWER_MS) / 2));
    try {
      const [row] = await this.#database.rows<[boolean]>(COMMIT, [commitPayload(change), `${waitMs}ms`]);
      return row![0];
    } catch (error) {
      // Whoever it was undone for has gone ahead: the same as a decision that came too late.
      if (isConflict(error)) return false;
      throw error;
    }
  }
}

type OccupancyRow = [
  claims: [Subject, number, number, string, string, number][] | null,
  productStarts: [string, number][] | null,
];

type BasisRow = [
  ...OccupancyRow,
  versions: [Subject, number][] | null,
  sameStart: BookingRow[] | null,
  lastEnds: [Subject, number][] | null,
  ...cards: (CardRow[] | null)[],
];

type EventRow = [
  kind: BookingEvent["kind"],
  at: number,
  actorKind: "key" | "person",
  actorId: string,
  before: string | null,
  after: string,
];

function occupancyValues(accountId: string, query: OccupancyQuery): unknown[] {
  const { subjects, window, reachMinutes, productId = null } = query;
  return [accountId, subjects, (window.start - reachMinutes) * MS, window.end * MS, productId];
}

/** What `decisionBasis` asks. */
export function basisQuery(
  accountId: string,
  query: DecisionQuery,
): { readonly statement: Statement; readonly values: unknown[] } {
  const { sameStart, idle, versionSubjects, people = [] } = query;
  const values = [
    ...occupancyValues(accountId, query),
    versionSubjects,
    sameStart?.productId ?? null,
    sameStart === undefined ? null : sameStart.start * MS,
    idle?.agentIds.map(agentSubject) ?? [],
    idle === undefined ? null : idle.before * MS,
    ...people.flatMap(lookupValues),
  ];
  return { statement: BASES[people.length]!, values };
}

function occupancyOf([claimRows, productStarts]: OccupancyRow): Occupancy {
  const claims = new Map<Subject, Claim[]>();
  for (const [subject, startsAt, endsAt, bookingId, shareKey, slotStartsAt] of claimRows ?? []) {
    const claim = {
      start: startsAt / MS,
      end: endsAt / MS,
      bookingId,
      shareKey,
      slotStart: slotStartsAt / MS,
    };
    const known = claims.get(subject);
    if (known === undefined) claims.set(subject, [claim]);
    else known.push(claim);
  }
  return {
    claims,
    productStarts: (productStarts ?? []).map(([bookingId, start]) => ({ bookingId, start: start / MS })),
  };
}

const RESOURCE = resourceSubject("");

/** What `commit_booking` reads. */
export function commitPayload(change: BookingChange): string {
  const { accountId, booking, before, claims, idempotency, at, completedClients: completed = [] } = change;
  const resources = claims.map(({ subject }) => subject).filter((subject) => subject.startsWith(RESOURCE));
  return JSON.stringify({
    accountId,
    at,
    kind: change.kind,
    agents: [booking.agentId, ...(before === undefined ? [] : [before.agentId])],
    resources: resources.map((subject) => subject.slice(RESOURCE.length)),
    configurationVersion: change.expectedConfigurationVersion ?? null,
    versions: [...change.expectedVersions],
    newClients: change.newClients.map((client) => indexedClientRow(accountId, client, at)),
    completed: completed.map((one) => ({
      before: one.before,
      after: indexedClientRow(accountId, one.after, at),
      detail: JSON.stringify(completionOf(one, booking.id)),
    })),
    lookup: [...change.newClients, ...completed.map(({ after }) => after)].flatMap(({ id, lookupKeys }) =>
      lookupKeys.map((key) => [key, id]),
    ),
    booking,
    startsAt: booking.start * MS,
    endsAt: booking.end * MS,
    said: change.said === undefined ? null : JSON.stringify(change.said),
    expectedVersion: before?.version ?? null,
    claims: claims.map(({ subject, start, end, shareKey }) => [subject, start * MS, end * MS, shareKey]),
    before: before === undefined ? null : JSON.stringify(before),
    after: JSON.stringify(booking),
    actorKind: change.actor.kind,
    actorId: change.actor.id,
    callId: change.callId ?? null,
    ...idempotency,
  });
}
