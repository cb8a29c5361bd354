import { randomUUID } from "node:crypto";
import pg from "pg";
import type { Database, Statement } from "./database.ts";
import { isPooled } from "./pooler.ts";

const CHANNEL = "slotline_bookings";

/** What a heartbeat begins with, before the name of its process: no account's id does. */
const HEARTBEAT = "*";

/** What news of an account's cards goes by, beside those of its bookings: no account's id begins with that. */
export const cardsOf = (accountId: string): string => `#${accountId}`;

const BEAT_EVERY_MS = 500;

/** Without a heartbeat for that long, news may have been lost with it. */
const TRUSTED_MS = 1_500;

/** A process that trusts what it remembers has heard itself within `TRUSTED_MS`; so others hear it within twice that. */
const OTHERS_ARE_GONE_MS = 2 * TRUSTED_MS;

/** A process that died between its commit and its news is found out by then. */
const OLDEST_MARK_MS = 1_000;

/** The same, for people who look at a screen. */
const OLDEST_NEWS_MS = 30_000;

const CONNECT_TIMEOUT_MS = 3_000;

/** After a failure to listen or to tell. */
const TRY_AGAIN_MS = 250;

/** A pooler passes no news on; some day the name may lead to the database itself. */
const STILL_POOLED_MS = 60_000;

const TELL: Statement = { name: "tell_bookings", text: "select tell_bookings($1::text[])" };

/**
 * A function and not a trigger of the commit: transactions that notify commit one at a time, and a booking would wait
 * for the disk in that queue. What only tells need not wait for the disk at all.
 */
export const TELL_FUNCTION = `
create function tell_bookings(accounts text[]) returns void language plpgsql as $$
begin
  perform set_config('synchronous_commit', 'off', true);
  perform pg_notify('${CHANNEL}', account) from unnest(accounts) account;
end
$$;`;

interface Mark {
  readonly made: number;
}

/**
 * Tells other processes which account's bookings have changed, and hears it from them. A mark says "as far as this
 * process has heard"; there is none while it cannot be sure to hear, and what is based on marks is then read anew.
 */
export class BookingNews {
  readonly #url: string;
  readonly #database: Database;
  readonly #marks = new Map<string, Mark>();
  readonly #told = new Map<string, number>();
  /** How often it began to listen anew. */
  #begun = 0;
  readonly #heartbeat = HEARTBEAT + randomUUID();
  #listener: pg.Client | undefined;
  #heardAt = Number.NEGATIVE_INFINITY;
  /** Who has not listened for long has not heard those who are there. */
  #othersHeardAt = performance.now();
  #beatAt = Number.NEGATIVE_INFINITY;
  #listenFrom = Number.NEGATIVE_INFINITY;
  #untold = new Set<string>();
  #telling: Promise<void> | undefined;
  #closed = false;

  constructor(url: string, database: Database) {
    this.#url = url;
    this.#database = database;
  }

  /** Another object after each change of the account's bookings; undefined while news could be missed. */
  markOf(accountId: string): object | undefined {
    const now = performance.now();
    if (!this.#hears(now)) return undefined;
    const known = this.#marks.get(accountId);
    if (known !== undefined && now - known.made < OLDEST_MARK_MS) return known;
    const mark = { made: now };
    this.#marks.set(accountId, mark);
    return mark;
  }

  /** Another value after each change that was told of, and twice a minute; undefined while news could be missed. */
  newsOf(accountId: string): string | undefined {
    const now = performance.now();
    if (!this.#hears(now)) return undefined;
    return [this.#begun, this.#told.get(accountId) ?? 0, Math.floor(now / OLDEST_NEWS_MS)].join();
  }

  /** Resolves when all who listen have been told of each, or cannot be just now; never rejects: the booking is made. */
  async tell(...accountIds: readonly string[]): Promise<void> {
    for (const accountId of accountIds) this.#note(accountId);
    if (this.#isAlone(performance.now())) return;
    for (const accountId of accountIds) this.#untold.add(accountId);
    // Who comes while a round is under way goes with the next one.
    const before = this.#telling;
    if (before !== undefined) await before;
    if (!accountIds.some((accountId) => this.#untold.has(accountId))) return await this.#telling;
    this.#telling ??= this.#tellAll();
    await this.#telling;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#telling;
    const listener = this.#listener;
    this.#listener = undefined;
    // Not awaited: a database that hangs would never say goodbye.
    listener?.end().catch(() => {});
  }

  #note(accountId: string): void {
    this.#marks.delete(accountId);
    this.#told.set(accountId, (this.#told.get(accountId) ?? 0) + 1);
  }

  #hears(now: number): boolean {
    this.#keepListening(now);
    return now - this.#heardAt <= TRUSTED_MS;
  }

  /**
   * While it hears itself and nobody else, nobody else remembers anything: who begins to waits for its own heartbeat,
   * and that is heard here as well.
   */
  #isAlone(now: number): boolean {
    return this.#hears(now) && now - this.#othersHeardAt > OTHERS_ARE_GONE_MS;
  }

  async #tellAll(): Promise<void> {
    const accounts = [...this.#untold];
    this.#untold = new Set();
    try {
      await this.#database.rows(TELL, [accounts]);
    } catch {
      for (const account of accounts) this.#untold.add(account);
      if (!this.#closed) setTimeout(() => this.#tellLeftOver(), TRY_AGAIN_MS).unref();
    } finally {
      this.#telling = undefined;
    }
  }

  #tellLeftOver(): void {
    if (this.#untold.size > 0 && !this.#closed) this.#telling ??= this.#tellAll();
  }

  #keepListening(now: number): void {
    if (this.#listener === undefined) {
      if (now < this.#listenFrom || this.#closed) return;
      this.#listenFrom = now + TRY_AGAIN_MS;
      void this.#listen();
    } else if (now - this.#beatAt > BEAT_EVERY_MS) {
      this.#beatAt = now;
      // Over a connection of the pool: that of the listener would hear itself even where others could not be heard.
      this.#database.rows(TELL, [[this.#heartbeat]]).catch(() => {});
    }
  }

  async #listen(): Promise<void> {
    const listener = new pg.Client({
      connectionString: this.#url,
      application_name: "slotline news",
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: CONNECT_TIMEOUT_MS,
      keepAlive: true,
    });
    this.#listener = listener;
    const lost = () => {
      if (this.#listener !== listener) return;
      this.#listener = undefined;
      this.#forgetAll();
      listener.end().catch(() => {});
    };
    listener.on("error", lost);
    listener.on("end", lost);
    listener.on("notification", ({ payload = "" }) => {
      if (payload === this.#heartbeat) this.#heardAt = performance.now();
      else if (payload.startsWith(HEARTBEAT)) this.#othersHeardAt = performance.now();
      else this.#note(payload);
    });
    try {
      await listener.connect();
      if (await isPooled(listener, CONNECT_TIMEOUT_MS)) {
        this.#listenFrom = performance.now() + STILL_POOLED_MS;
        lost();
        return;
      }
      this.#othersHeardAt = performance.now();
      await listener.query(`listen ${CHANNEL}`);
    } catch {
      lost();
    }
  }

  #forgetAll(): void {
    this.#heardAt = Number.NEGATIVE_INFINITY;
    this.#marks.clear();
    this.#told.clear();
    this.#begun++;
  }
}
