import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { type Dialect, Kysely, PostgresDialect, SqliteDialect } from "kysely";
import pg from "pg";

/** As long as the store waits for another writer. */
const BUSY_TIMEOUT_MS = 5_000;

/** Who logs in is few people. */
const MOST_CONNECTIONS = 2;

/** The store's own database, opened once more for better-auth, which brings its statements itself. */
export function openPeople(place: { readonly file: string } | { readonly url: string }): Kysely<unknown> {
  return new Kysely({ dialect: "file" in place ? sqliteDialect(place.file) : postgresDialect(place.url) });
}

function sqliteDialect(file: string): Dialect {
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  database.exec("pragma synchronous = full; pragma foreign_keys = on");
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (sql) => {
        const statement = database.prepare(sql);
        return {
          reader: statement.columns().length > 0,
          all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
          run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
          iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
        };
      },
    },
  });
}

function postgresDialect(connectionString: string): Dialect {
  const pool = new pg.Pool({ connectionString, max: MOST_CONNECTIONS });
  // A connection that breaks while nobody uses it is replaced; without a listener it would end the process.
  pool.on("error", () => {});
  return new PostgresDialect({ pool });
}
