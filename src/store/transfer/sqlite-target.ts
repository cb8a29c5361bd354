import { closeSync, fsyncSync, openSync } from "node:fs";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { MIGRATIONS } from "../migrations/migrations.ts";
import { guarded } from "../sqlite/connection.ts";
import { SQLITE } from "../sqlite/dialect.ts";
import type { RowTarget } from "./row-source.ts";
import { SqliteRows } from "./sqlite-rows.ts";
import type { Row, Table } from "./tables.ts";

/** Holds the inner pages of all indexes of a large copy: its rows come in an order that is none to them. */
const PAGE_CACHE_KIB = 262_144;

/** A new file with the schema. It is whole, and safe from a power cut, once `finish` has returned. */
export class SqliteTarget extends SqliteRows implements RowTarget {
  readonly #file: string;

  constructor(file: string) {
    super(guarded(() => new DatabaseSync(file)));
    this.#file = file;
    // A file that is not finished is thrown away: it needs no journal and need not be on the disk. Foreign keys are
    // the source's, and rows are compared with it.
    this.#execute(`
      pragma journal_mode = off; pragma synchronous = off; pragma locking_mode = exclusive;
      pragma foreign_keys = off; pragma cache_size = -${PAGE_CACHE_KIB}; begin exclusive;`);
    for (const migration of MIGRATIONS) this.#execute(migration(SQLITE));
    this.#execute(`pragma user_version = ${MIGRATIONS.length}`);
  }

  async write(table: Table, rows: readonly Row[]): Promise<void> {
    guarded(() => {
      let insert: StatementSync | undefined;
      for (const row of rows) {
        insert ??= this.#insertInto(table, Object.keys(row));
        insert.run(...(Object.values(row) as SQLInputValue[]));
      }
    });
  }

  finish(): void {
    this.#execute("commit");
    this.close();
    const written = openSync(this.#file, "r+");
    try {
      fsyncSync(written);
    } finally {
      closeSync(written);
    }
  }

  close(): void {
    if (this.database.isOpen) this.database.close();
  }

  #insertInto(table: Table, columns: readonly string[]): StatementSync {
    const names = columns.map((column) => `"${column}"`).join(", ");
    const values = columns.map(() => "?").join(", ");
    return this.database.prepare(`insert into ${table} (${names}) values (${values})`);
  }

  #execute(sql: string): void {
    guarded(() => this.database.exec(sql));
  }
}
