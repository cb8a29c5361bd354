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

const CONNECT_TIMEOUT_MS = 5_000;

/** Longer than any statement of a request takes; a caller has hung up by then. */
const STATEMENT_TIMEOUT_MS = 5_000;

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

/** Runs statements, on the pool or inside a transaction. */
export class Session {
  readonly #client: Pick<pg.ClientBase, "query">;

  constructor(client: Pick<pg.ClientBase, "query">) {
    this.#client = client;
  }

  /** Rows as arrays. */
  async rows<Row extends unknown[]>({ name, text }: Statement, values: unknown[]): Promise<Row[]> {
    const { rows } = await guarded(() =>
      this.#client.query<Row>({ name, text, values, rowMode: "array", types: TYPES }),
    );
    return rows;
  }

  async all<Row>(query: CompiledQuery<Row>): Promise<Row[]> {
    const { rows } = await guarded(() =>
      this.#client.query({ text: query.sql, values: [...query.parameters], types: TYPES }),
    );
    return rows as Row[];
  }

  async first<Row>(query: CompiledQuery<Row>): Promise<Row | undefined> {
    return (await this.all(query))[0];
  }

  /** How many rows were changed. */
  async run(query: CompiledQuery): Promise<number> {
    const result = await guarded(() => this.#client.query(query.sql, [...query.parameters]));
    return result.rowCount ?? 0;
  }

  async execute(sql: string): Promise<void> {
    await guarded(() => this.#client.query(sql));
  }
}

/** The pool. Every statement is a transaction of its own unless it runs in `transaction`. */
export class Database extends Session {
  readonly #pool: pg.Pool;

  constructor(url: string, mostConnections = MOST_CONNECTIONS) {
    const pool = new pg.Pool({
      connectionString: url,
      max: mostConnections,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: STATEMENT_TIMEOUT_MS,
      application_name: "slotline",
    });
    // A connection that breaks while nobody uses it is replaced; unheard, the event would end the process.
    pool.on("error", () => {});
    super({
      query: ((...query: Parameters<pg.Pool["query"]>) => {
        if (pool.waitingCount >= MOST_WAITING) throw new StoreUnavailable("too many requests are waiting");
        return pool.query(...query);
      }) as pg.Pool["query"],
    });
    this.#pool = pool;
  }

  /** Whatever `work` throws rolls back. */
  async transaction<T>(work: (session: Session) => Promise<T>, isolation = "read committed"): Promise<T> {
    const client = await guarded(() => this.#pool.connect());
    let broken: Error | undefined;
    try {
      const session = new Session(client);
      await session.execute(`begin isolation level ${isolation}`);
      try {
        const result = await work(session);
        await session.execute("commit");
        return result;
      } catch (error) {
        await client.query("rollback").catch((failed: Error) => {
          broken = failed;
        });
        throw error;
      }
    } finally {
      client.release(broken);
    }
  }

  /** Waits for what is under way, but not for long. */
  async close(): Promise<void> {
    await Promise.race([this.#pool.end(), wait(STATEMENT_TIMEOUT_MS, undefined, { ref: false })]);
  }
}

const TYPES: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text") =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig["getTypeParser"],
};

/**
 * SQLSTATE classes that are the machine's: connection, resources, operator's intervention, system, internal; and locks
 * that were not had in time.
 */
const UNAVAILABLE = /^(?:08|53|57|58|XX|25006|40001|40P01|55P03)/;

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isUnavailable(error)) throw new StoreUnavailable((error as Error).message, { cause: error });
    throw error;
  }
}

/** An error without SQLSTATE did not come from the server: it could not be asked, or did not answer. */
function isUnavailable(error: unknown): boolean {
  const { code, severity } = error as { code?: string; severity?: string };
  return severity === undefined || UNAVAILABLE.test(code ?? "");
}
