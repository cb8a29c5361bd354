import { sql } from "kysely";
import { postgresQueries, type Session } from "../postgres/database.ts";
import { PostgresRows } from "./postgres-rows.ts";
import type { RowTarget } from "./row-source.ts";
import { type Row, TABLES, type Table } from "./tables.ts";

/** Foreign keys and exclusions of the tables, as the statements that drop them and make them again. */
const COSTLY_CONSTRAINTS = `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop_it,
    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add_it
  from pg_constraint
  where contype in ('f', 'x') and conrelid = any(${sqlList(TABLES)}::regclass[])
  order by conrelid, conname`;

/** Tables that are there and empty; what is written to them lasts when the session's transaction does. */
export class PostgresTarget extends PostgresRows implements RowTarget {
  readonly #makeAgain: readonly string[];

  private constructor(session: Session, makeAgain: readonly string[]) {
    super(session);
    this.#makeAgain = makeAgain;
  }

  /** Foreign keys and exclusions are checked once, at the end: row by row a copy takes half as long again. */
  static async open(session: Session): Promise<PostgresTarget> {
    const query = sql<{ drop_it: string; add_it: string }>`${sql.raw(COSTLY_CONSTRAINTS)}`;
    const constraints = await session.all(query.compile(postgresQueries));
    for (const { drop_it } of constraints) await session.execute(drop_it);
    return new PostgresTarget(
      session,
      constraints.map(({ add_it }) => add_it),
    );
  }

  async write(table: Table, rows: readonly Row[]): Promise<void> {
    const name = sql.table(table);
    await this.session.run(
      sql`insert into ${name} select * from json_populate_recordset(null::${name}, ${JSON.stringify(rows)})`.compile(
        postgresQueries,
      ),
    );
  }

  /** Refuses rows that break a constraint; lets the planner know what has come. */
  async finish(): Promise<void> {
    for (const statement of this.#makeAgain) await this.session.execute(statement);
    await this.session.execute(`analyze ${TABLES.join(", ")}`);
  }
}

function sqlList(names: readonly string[]): string {
  return `array['${names.join("', '")}']`;
}
