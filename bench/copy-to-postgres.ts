import { once } from "node:events";
import { DatabaseSync } from "node:sqlite";
import type { Duplex } from "node:stream";
import pg from "pg";
import { databaseFile, openStore } from "../src/places.ts";
import { TABLES, type Table } from "../src/store/transfer/tables.ts";

/** What is left out while rows come, with the kind `f` of foreign keys, which rest on the others. */
const CONSTRAINTS_AND_INDEXES = `
  select conrelid::regclass::text as table, contype = 'f' as is_foreign_key,
    format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop_it,
    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add_it
  from pg_constraint
  where contype in ('f', 'p', 'u', 'x') and conrelid = any($1::regclass[])
  union all
  select indrelid::regclass::text, false, format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
  from pg_index
  where indrelid = any($1::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid)
  order by is_foreign_key desc`;

/** Lines that are sent at once. */
const CHUNK_ROWS = 2_000;

interface Rebuilt {
  readonly table: Table;
  readonly is_foreign_key: boolean;
  readonly drop_it: string;
  readonly add_it: string;
}

/**
 * The rows of a data folder into an empty PostgreSQL: by COPY into bare tables, whose indexes and constraints are then
 * made over all of it. `migrate-store` does it in one transaction and compares afterwards, which takes longer.
 */
export async function copyToPostgres(
  folder: string,
  url: string,
  say: (progress: string) => void,
): Promise<void> {
  await (await openStore({ data: folder, databaseUrl: url })).close();
  const database = new DatabaseSync(databaseFile(folder), { readOnly: true });
  const clients = [new pg.Client(url), new pg.Client(url)] as const;
  const [client, second] = clients;
  try {
    for (const one of clients) {
      await one.connect();
      await one.query("set maintenance_work_mem = '1GB'");
    }
    const { rows: rebuilt } = await client.query<Rebuilt>(CONSTRAINTS_AND_INDEXES, [TABLES]);
    const [foreignKeys, others] = [true, false].map((is) =>
      rebuilt.filter(({ is_foreign_key }) => is_foreign_key === is),
    ) as [Rebuilt[], Rebuilt[]];
    for (const { drop_it } of rebuilt) await client.query(drop_it);
    const copied = async (table: Table) => {
      await copyTable(client, database, table);
      say(`copied ${table}`);
    };
    const indexed = async (by: pg.Client, table: Table) => {
      for (const { add_it } of others.filter((one) => one.table === table)) await by.query(add_it);
    };
    // That no claims overlap takes as long to check as all the rest: it gets a connection of its own.
    await copied("claims");
    const claims = indexed(second, "claims");
    for (const table of TABLES.filter((one) => one !== "claims")) {
      await copied(table);
      await indexed(client, table);
    }
    say("waiting for the index of claims");
    await claims;
    for (const { add_it } of foreignKeys) await client.query(add_it);
    say("constraints are made");
    await client.query("vacuum analyze");
    await client.query("checkpoint");
  } finally {
    database.close();
    for (const one of clients) await one.end();
  }
}

async function copyTable(client: pg.Client, database: DatabaseSync, table: Table): Promise<void> {
  const columns = database
    .prepare(`select * from ${table}`)
    .columns()
    .map(({ name }) => name);
  await client.query("begin");
  // A table that is emptied in this transaction can be filled with rows that need no vacuum later.
  await client.query(`truncate ${table}`);
  await new Promise<void>((resolve, reject) => {
    const text = `copy ${table} (${columns.join(", ")}) from stdin (freeze)`;
    const done = (error?: Error | null) => (error ? reject(error) : resolve());
    client.query(new CopyIn(text, linesOf(database, table, columns), done));
  });
  await client.query("commit");
}

/** Made by SQLite, several times as fast as here; a tab or newline, which these rows have not, would be refused. */
function* linesOf(database: DatabaseSync, table: Table, columns: readonly string[]): Generator<string> {
  const values = columns.map((column) => String.raw`coalesce(replace(${column}, '\', '\\'), '\N')`);
  const lines = database.prepare(`select concat_ws(char(9), ${values.join(", ")}) || char(10) from ${table}`);
  lines.setReturnArrays(true);
  let chunk = "";
  let rows = 0;
  for (const [line] of lines.iterate() as Iterable<unknown> as Iterable<[string]>) {
    chunk += line;
    rows += 1;
    if (rows % CHUNK_ROWS > 0) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
}

/** What `pg` knows of COPY; its types leave it out. */
interface CopyConnection {
  readonly stream: Duplex;
  sendCopyFromChunk(chunk: Buffer): void;
  sendCopyFail(message: string): void;
  endCopyFrom(): void;
}

class CopyIn extends pg.Query {
  readonly #chunks: Iterable<string>;

  constructor(text: string, chunks: Iterable<string>, done: (error?: Error | null) => void) {
    super(text, done);
    this.#chunks = chunks;
  }

  /** Called by `pg` when the server waits for rows. */
  handleCopyInResponse(connection: CopyConnection): void {
    this.#send(connection).then(
      () => connection.endCopyFrom(),
      (error: Error) => connection.sendCopyFail(error.message),
    );
  }

  async #send(connection: CopyConnection): Promise<void> {
    for (const chunk of this.#chunks) {
      connection.sendCopyFromChunk(Buffer.from(chunk));
      if (connection.stream.writableNeedDrain) await once(connection.stream, "drain");
    }
  }
}
