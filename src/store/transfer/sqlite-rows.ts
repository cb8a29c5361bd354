import type { DatabaseSync } from "node:sqlite";
import { guarded } from "../sqlite/connection.ts";
import type { RowSource } from "./row-source.ts";
import { PAGE, type Row, type Table } from "./tables.ts";

/** The rows of an SQLite database as the running transaction of that connection sees them. */
export class SqliteRows implements RowSource {
  protected readonly database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  async count(table: Table): Promise<number> {
    const row = guarded(() => this.database.prepare(`select count(*) as rows from ${table}`).get());
    return (row as { rows: number }).rows;
  }

  async *pages(table: Table): AsyncIterable<readonly Row[]> {
    const rows = this.database.prepare(`select * from ${table}`).iterate() as Iterator<Row>;
    for (;;) {
      const page = guarded(() => nextPage(rows));
      if (page.length > 0) yield page;
      if (page.length < PAGE) return;
    }
  }
}

function nextPage(rows: Iterator<Row>): Row[] {
  const page: Row[] = [];
  while (page.length < PAGE) {
    const { done, value } = rows.next();
    if (done) break;
    page.push(value);
  }
  return page;
}
