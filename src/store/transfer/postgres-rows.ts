import { sql } from "kysely";
import { postgresQueries, type Session } from "../postgres/database.ts";
import type { RowSource } from "./row-source.ts";
import { PAGE, type Row, type Table } from "./tables.ts";

/** The rows of a PostgreSQL database as the session's transaction sees them. */
export class PostgresRows implements RowSource {
  protected readonly session: Session;

  constructor(session: Session) {
    this.session = session;
  }

  async count(table: Table): Promise<number> {
    const query = sql<{ rows: number }>`select count(*) as rows from ${sql.table(table)}`;
    return (await this.session.first(query.compile(postgresQueries)))!.rows;
  }

  async *pages(table: Table): AsyncIterable<readonly Row[]> {
    await this.session.execute(`declare page no scroll cursor for select * from ${table}`);
    for (;;) {
      const page = await this.session.all(
        sql<Row>`fetch ${sql.lit(PAGE)} from page`.compile(postgresQueries),
      );
      if (page.length > 0) yield page;
      if (page.length < PAGE) break;
    }
    await this.session.execute("close page");
  }
}
