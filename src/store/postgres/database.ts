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
import {
  type Asked,
  Connections,
  IDLE_TRANSACTION_TIMEOUT_MS,
  type Limits,
  MOST_CONNECTIONS,
  type Query,
  REQUEST_LIMITS,
} from "./connections.ts";
import { guarded } from "./failures.ts";

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

/** A hot statement: parsed and planned once a connection, or each time where a pooler stands between. */
export interface Statement {
  readonly name: string;
  readonly text: string;
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

/** The database. Every statement is a transaction of its own unless it runs in `transaction`. */
export class Database extends Session {
  readonly #connections: Connections;

  constructor(url: string, mostConnections = MOST_CONNECTIONS) {
    const connections = new Connections(url, mostConnections);
    super(connections);
    this.#connections = connections;
  }

  /** Whatever `work` throws rolls back. */
  async transaction<T>(
    work: (session: Session) => Promise<T>,
    isolation = "read committed",
    limits: Limits = REQUEST_LIMITS,
  ): Promise<T> {
    const connections = this.#connections;
    const client = await guarded(() => connections.connect());
    let broken: Error | undefined;
    try {
      const session = new Session({
        query: (query: Query) => connections.queryOn(client, { ...query, query_timeout: limits.patienceMs }),
      });
      // One message. Set here and not only when it connected: the session may be a pooler's.
      await session.execute(
        `begin isolation level ${isolation}; set local statement_timeout = ${limits.statementMs}; ` +
          `set local idle_in_transaction_session_timeout = ${IDLE_TRANSACTION_TIMEOUT_MS}`,
      );
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
