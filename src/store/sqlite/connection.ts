import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { Schema } from "../schema.ts";
import { StoreUnavailable } from "../store.ts";
import { useWriteAheadLog } from "./write-ahead-log.ts";

/** Longer than any write of ours takes; past it the machine is in trouble and the caller should hear so. */
const BUSY_TIMEOUT_MS = 5_000;

/** Holds the inner pages of every index of a few million bookings; SQLite's own 2 MB do not. */
const PAGE_CACHE_KIB = 16_384;

/** Cold statements differ little; past this many something builds SQL from data, and the memo starts anew. */
const REMEMBERED_STATEMENTS = 500;

/** SQLite's primary codes for busy, locked, read-only, I/O error, corrupt, full, cannot open and not a database. */
const UNAVAILABLE: readonly number[] = [5, 6, 8, 10, 11, 13, 14, 26];

/** Builds the cold queries that all stores share; runs none. */
export const sqliteQueries = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** One synchronous connection: nothing that others wait for ever spans an `await`. */
export class Connection {
  readonly database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(file: string) {
    this.database = guarded(() => new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS }));
    guarded(() => useWriteAheadLog(this.database));
    guarded(() =>
      this.database.exec(`
        pragma synchronous = full;
        pragma foreign_keys = on;
        pragma cache_size = -${PAGE_CACHE_KIB};
      `),
    );
  }

  all<Row>(query: CompiledQuery<Row>): Row[] {
    return guarded(() => this.#prepared(query.sql).all(...(query.parameters as SQLInputValue[])) as Row[]);
  }

  first<Row>(query: CompiledQuery<Row>): Row | undefined {
    return guarded(
      () => this.#prepared(query.sql).get(...(query.parameters as SQLInputValue[])) as Row | undefined,
    );
  }

  run(query: CompiledQuery): number {
    const result = guarded(() => this.#prepared(query.sql).run(...(query.parameters as SQLInputValue[])));
    return Number(result.changes);
  }

  /** Runs `work` between `BEGIN IMMEDIATE` and `COMMIT`; whatever it throws rolls back. */
  write<T>(work: () => T): T {
    return guarded(() => {
      this.database.exec("begin immediate");
      try {
        const result = work();
        this.database.exec("commit");
        return result;
      } catch (error) {
        if (this.database.isTransaction) this.database.exec("rollback");
        throw error;
      }
    });
  }

  /** Runs reads that must all see the same moment. */
  read<T>(work: () => T): T {
    if (this.database.isTransaction) return work();
    return guarded(() => {
      this.database.exec("begin");
      try {
        return work();
      } finally {
        this.database.exec("commit");
      }
    });
  }

  /** Runs `work` inside the running transaction; false, with nothing of it left, when a constraint refused it. */
  attempt(work: () => void): boolean {
    this.database.exec("savepoint attempt");
    try {
      work();
      this.database.exec("release attempt");
      return true;
    } catch (error) {
      this.database.exec("rollback to attempt");
      this.database.exec("release attempt");
      if (isExpectedConflict(error)) return false;
      throw error;
    }
  }

  close(): void {
    this.#statements.clear();
    this.database.close();
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.database.prepare(sql);
    if (this.#statements.size >= REMEMBERED_STATEMENTS) this.#statements.clear();
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** Runs `work` and turns the machine's troubles into `StoreUnavailable`. */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (isUnavailable(error)) throw new StoreUnavailable((error as Error).message, { cause: error });
    throw error;
  }
}

/** Whether the machine is in the way rather than the request. */
export function isUnavailable(error: unknown): boolean {
  const code = errorCodeOf(error);
  return code !== undefined && UNAVAILABLE.includes(code & 0xff);
}

/** Somebody was faster: a unique key or a trigger said no. A failed CHECK or foreign key is a bug and stays one. */
function isExpectedConflict(error: unknown): boolean {
  const UNIQUE = 2_067;
  const PRIMARY_KEY = 1_555;
  const TRIGGER = 1_811;
  const code = errorCodeOf(error);
  return code === UNIQUE || code === PRIMARY_KEY || code === TRIGGER;
}

function errorCodeOf(error: unknown): number | undefined {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === "number" ? code : undefined;
}
