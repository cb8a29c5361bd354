import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { StoreUnavailable } from "../store.ts";
import { isOfServer } from "./failures.ts";
import { isPooled } from "./pooler.ts";

/** Connections of one process; PostgreSQL does more work with few than with many. */
export const MOST_CONNECTIONS = 10;

/** Requests that may wait for a connection; past that the database is in trouble and callers should hear so at once. */
const MOST_WAITING = 500;

/** How long may be worked and waited for. */
export interface Limits {
  /** For a connection and the statement's answer together, or for one answer within a transaction. */
  readonly patienceMs: number;
  /** What PostgreSQL keeps to by itself; 0: no limit. */
  readonly statementMs: number;
}

/**
 * A caller's patience, less what else a request does. PostgreSQL gives up a little earlier than we do, so that what we
 * call failed does not happen later after all.
 */
export const REQUEST_LIMITS: Limits = { patienceMs: 4_000, statementMs: 3_500 };

const CONNECT_PATIENCE_MS = 2_500;

/** A host that lost its power leaves its transactions open, and what they have locked. */
export const IDLE_TRANSACTION_TIMEOUT_MS = 10_000;

/** For the settings of a new connection. */
const SETTING_PATIENCE_MS = 1_000;

/** An attempt that failed after so long without anybody being answered meanwhile was met with silence. */
const SILENCE_MS = 2_000;

const PROBE_PATIENCE_MS = 1_000;
const PROBE_EVERY_MS = 200;

const CLOSE_PATIENCE_MS = 1_000;

/** `query_timeout` is one of pg's options that its types do not know. */
export type Query = Pick<pg.QueryConfig, "name" | "text" | "values" | "types"> & {
  rowMode?: "array";
  query_timeout?: number;
};

export interface Asked {
  query(query: Query): Promise<pg.QueryResult>;
}

/**
 * The pool, and what it cannot know: whether the database answers at all. Requests would each wait for their timeout,
 * and those that book with one business one after the other; when the database is silent they hear so at once, until
 * a probe is answered.
 */
export class Connections implements Asked {
  readonly #options: pg.PoolConfig;
  /** Connections to a pooler. */
  readonly #pooled = new WeakSet<pg.ClientBase>();
  #pool: pg.Pool;
  #answeredAt = Number.NEGATIVE_INFINITY;
  #isSilent = false;
  #isClosed = false;

  constructor(url: string, mostConnections: number) {
    this.#options = {
      connectionString: url,
      max: mostConnections,
      connectionTimeoutMillis: CONNECT_PATIENCE_MS,
      query_timeout: REQUEST_LIMITS.patienceMs,
      keepAlive: true,
      application_name: "slotline",
      onConnect: (client) => this.#settle(client),
    };
    this.#pool = this.#newPool();
  }

  async connect(): Promise<pg.PoolClient> {
    if (this.#pool.waitingCount >= MOST_WAITING) throw new StoreUnavailable("too many requests are waiting");
    return await this.ask(() => this.#pool.connect());
  }

  /** On any connection; one on which something went wrong is not used again, it may still be busy. */
  async query(query: Query): Promise<pg.QueryResult> {
    const until = performance.now() + REQUEST_LIMITS.patienceMs;
    const client = await this.connect();
    try {
      query.query_timeout = Math.max(1, Math.floor(until - performance.now()));
      const result = await this.queryOn(client, query);
      client.release();
      return result;
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
  }

  /** The name of a statement means something to one session only: to whom a pooler passes it, is not known. */
  queryOn(client: pg.ClientBase, query: Query): Promise<pg.QueryResult> {
    if (this.#pooled.has(client)) query.name = undefined;
    return this.ask(() => client.query(query));
  }

  /** Hears whether the database answers: an error of its own is an answer, too. */
  async ask<Answer>(question: () => Promise<Answer>): Promise<Answer> {
    if (this.#isSilent) throw new StoreUnavailable("the database does not answer");
    const asked = performance.now();
    try {
      const answer = await question();
      this.#answeredAt = performance.now();
      return answer;
    } catch (error) {
      if (isOfServer(error)) this.#answeredAt = performance.now();
      else if (this.#answeredAt < asked && performance.now() - asked >= SILENCE_MS) this.#fallSilent();
      throw error;
    }
  }

  /** Waits for what is under way, but not for long. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.race([this.#pool.end(), wait(CLOSE_PATIENCE_MS, undefined, { ref: false })]);
  }

  /**
   * Time limits of its own for a session that is ours alone. Behind a pooler, one that is set here would be anybody's,
   * and others would have none; and as options of the connection PgBouncer refuses them.
   */
  async #settle(client: pg.ClientBase): Promise<void> {
    if (await isPooled(client, SETTING_PATIENCE_MS)) this.#pooled.add(client);
    else await client.query(SETTINGS);
  }

  #newPool(): pg.Pool {
    const pool = new pg.Pool(this.#options);
    // A connection that breaks is replaced and whoever uses it hears of it; unheard, the events would end the process.
    pool.on("error", () => {});
    pool.on("connect", (client) => client.on("error", () => {}));
    return pool;
  }

  #fallSilent(): void {
    if (this.#isSilent || this.#isClosed) return;
    this.#isSilent = true;
    // Its connections may be dead without knowing it, and each would cost somebody a timeout.
    void this.#pool.end();
    this.#pool = this.#newPool();
    void this.#listen();
  }

  async #listen(): Promise<void> {
    while (!this.#isClosed && !(await this.#hasAnswered())) {
      await wait(PROBE_EVERY_MS, undefined, { ref: false });
    }
    this.#isSilent = false;
  }

  /** Also when it refuses: then requests need not wait to be told. */
  async #hasAnswered(): Promise<boolean> {
    const asked = performance.now();
    const client = new pg.Client({
      ...this.#options,
      connectionTimeoutMillis: PROBE_PATIENCE_MS,
      query_timeout: PROBE_PATIENCE_MS,
    });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.query("select 1");
      return true;
    } catch (error) {
      return isOfServer(error) || performance.now() - asked < PROBE_PATIENCE_MS / 2;
    } finally {
      client.end().catch(() => {});
    }
  }
}

/**
 * A statement has one good plan for all values, by its indexes. Left to itself, PostgreSQL plans some anew each time, which
 * took three times their work, and keeps plans for tables that were empty when it made them.
 */
export const SETTINGS: Query = {
  text:
    "set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set jit = off; " +
    `set statement_timeout = ${REQUEST_LIMITS.statementMs}; ` +
    `set idle_in_transaction_session_timeout = ${IDLE_TRANSACTION_TIMEOUT_MS}`,
  query_timeout: SETTING_PATIENCE_MS,
};
