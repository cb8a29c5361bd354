import { setTimeout as wait } from "node:timers/promises";
import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely";
import pg from "pg";
import type { Schema } from "../schema.ts";
import { StoreUnavailable } from "../store.ts";

/** Connections of one process; PostgreSQL does more work with few than with many. */
const MOST_CONNECTIONS = 10;

/** Requests that may wait for a connection; past that the database is in trouble and callers should hear so at once. */
const MOST_WAITING = 500;

/** For a connection and the statement's answer together: a caller's patience, less what else a request does. */
const PATIENCE_MS = 4_000;

const CONNECT_PATIENCE_MS = 2_500;

/** PostgreSQL gives up a little earlier than we do, so that what we call failed does not happen later after all. */
const STATEMENT_TIMEOUT_MS = 3_500;

/** A host that lost its power leaves its transactions open, and what they have locked. */
const IDLE_TRANSACTION_TIMEOUT_MS = 10_000;

/** For the settings of a new connection. */
const SETTING_PATIENCE_MS = 1_000;

/** An attempt that failed after so long without anybody being answered meanwhile was met with silence. */
const SILENCE_MS = 2_000;

const PROBE_PATIENCE_MS = 1_000;
const PROBE_EVERY_MS = 200;

const CLOSE_PATIENCE_MS = 1_000;

/** `int8`: our times and counters stay far below 2^53. */
const INT8 = 20;

/** Builds the cold queries that all stores share; runs none. */
export const postgresQueries = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** A hot statement: parsed and planned once a connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** `query_timeout` is one of pg's options that its types do not know. */
type Query = Pick<pg.QueryConfig, "name" | "text" | "values" | "types"> & {
  rowMode?: "array";
  query_timeout?: number;
};

interface Asked {
  query(query: Query): Promise<pg.QueryResult>;
}

/** Runs statements, on the pool or inside a transaction. */
export class Session {
  readonly #asked: Asked;

  constructor(asked: Asked) {
    this.#asked = asked;
  }

  /** Rows as arrays. */
  async rows<Row extends unknown[]>({ name, text }: Statement, values: unknown[]): Promise<Row[]> {
    const { rows } = await guarded(() =>
      this.#asked.query({ name, text, values, rowMode: "array", types: TYPES }),
    );
    return rows as unknown[] as Row[];
  }

  async all<Row>(query: CompiledQuery<Row>): Promise<Row[]> {
    const { rows } = await guarded(() =>
      this.#asked.query({ text: query.sql, values: [...query.parameters], types: TYPES }),
    );
    return rows as Row[];
  }

  async first<Row>(query: CompiledQuery<Row>): Promise<Row | undefined> {
    return (await this.all(query))[0];
  }

  /** How many rows were changed. */
  async run(query: CompiledQuery): Promise<number> {
    const result = await guarded(() => this.#asked.query({ text: query.sql, values: [...query.parameters] }));
    return result.rowCount ?? 0;
  }

  async execute(sql: string): Promise<void> {
    await guarded(() => this.#asked.query({ text: sql }));
  }
}

/**
 * The pool, and what it cannot know: whether the database answers at all. Requests would each wait for their timeout,
 * and those that book with one business one after the other; when the database is silent they hear so at once, until
 * a probe is answered.
 */
class Connections implements Asked {
  readonly #options: pg.PoolConfig;
  #pool: pg.Pool;
  #answeredAt = Number.NEGATIVE_INFINITY;
  #isSilent = false;
  #isClosed = false;

  constructor(url: string, mostConnections: number) {
    this.#options = {
      connectionString: url,
      max: mostConnections,
      connectionTimeoutMillis: CONNECT_PATIENCE_MS,
      query_timeout: PATIENCE_MS,
      keepAlive: true,
      application_name: "slotline",
      // Not as options of the connection: poolers such as PgBouncer refuse those that they do not know.
      onConnect: (client) => client.query(SETTINGS),
    };
    this.#pool = this.#newPool();
  }

  async connect(): Promise<pg.PoolClient> {
    if (this.#pool.waitingCount >= MOST_WAITING) throw new StoreUnavailable("too many requests are waiting");
    return await this.ask(() => this.#pool.connect());
  }

  /** On any connection; one on which something went wrong is not used again, it may still be busy. */
  async query(query: Query): Promise<pg.QueryResult> {
    const until = performance.now() + PATIENCE_MS;
    const client = await this.connect();
    try {
      query.query_timeout = Math.max(1, Math.floor(until - performance.now()));
      const result = await this.ask(() => client.query(query));
      client.release();
      return result;
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
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

const SETTINGS: Query = {
  text:
    `set statement_timeout = ${STATEMENT_TIMEOUT_MS}; ` +
    `set idle_in_transaction_session_timeout = ${IDLE_TRANSACTION_TIMEOUT_MS}`,
  query_timeout: SETTING_PATIENCE_MS,
};

/** The database. Every statement is a transaction of its own unless it runs in `transaction`. */
export class Database extends Session {
  readonly #connections: Connections;

  constructor(url: string, mostConnections = MOST_CONNECTIONS) {
    const connections = new Connections(url, mostConnections);
    super(connections);
    this.#connections = connections;
  }

  /** Whatever `work` throws rolls back. */
  async transaction<T>(work: (session: Session) => Promise<T>, isolation = "read committed"): Promise<T> {
    const connections = this.#connections;
    const client = await guarded(() => connections.connect());
    let broken: Error | undefined;
    try {
      const session = new Session({ query: (query) => connections.ask(() => client.query(query)) });
      await session.execute(`begin isolation level ${isolation}`);
      const result = await work(session);
      await session.execute("commit");
      return result;
    } catch (error) {
      // A connection that has not answered is busy still, and would not hear of it: its end is the transaction's.
      if (error instanceof StoreUnavailable) broken = error;
      else {
        await client.query("rollback").catch((failed: Error) => {
          broken = failed;
        });
      }
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.#connections.close();
  }
}

const TYPES: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text") =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig["getTypeParser"],
};

/**
 * SQLSTATEs that are the machine's: connection, its credentials and database, resources, operator's intervention,
 * permissions, system, internal; a transaction that was ended from outside; and locks that were not had in time.
 */
const UNAVAILABLE = /^(?:08|28|3D|42501|53|57|58|XX|25006|25P0[34]|40001|40P01|55P03)/;

const CONFLICT = /^(?:40001|40P01)$/;

/** Whether the transaction was undone because of another one; done again, it may succeed. */
export function isConflict(error: unknown): boolean {
  const { code } = ((error as Error | undefined)?.cause ?? {}) as { code?: string };
  return error instanceof StoreUnavailable && CONFLICT.test(code ?? "");
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    if (isUnavailable(error)) throw new StoreUnavailable((error as Error).message, { cause: error });
    throw error;
  }
}

/** What did not come from the server: it could not be asked, or did not answer. */
function isUnavailable(error: unknown): boolean {
  return !isOfServer(error) || UNAVAILABLE.test((error as { code?: string }).code ?? "");
}

/** Only the server's own errors have a severity. */
function isOfServer(error: unknown): boolean {
  return (error as { severity?: string }).severity !== undefined;
}
