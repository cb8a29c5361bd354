import { existsSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { databaseFile } from "../src/places.ts";
import { TABLES } from "../src/store/transfer/tables.ts";

/** Finds the tables that a server read from end to end, by what the databases themselves know. */

/** For a server on SQLite, so that `fullScansOf` knows its statements. */
export function recording(file: string): string {
  const preload = new URL("record-statements.ts", import.meta.url);
  preload.searchParams.set("to", file);
  return `--import=${preload}`;
}

/** The plans of all statements that a recorded server prepared, hot or not, those inside triggers included. */
export function fullScansOf(data: string, file: string): string[] {
  if (!existsSync(file)) throw new Error("the server has recorded no statements");
  const database = new DatabaseSync(databaseFile(data));
  const scans = new Set<string>();
  for (const sql of JSON.parse(readFileSync(file, "utf8")) as string[]) {
    if (!TABLES.some((table) => new RegExp(`\\b${table}\\b`).test(sql))) continue;
    for (const { detail } of database.prepare(`explain query plan ${sql}`).all() as { detail: string }[]) {
      if (/^SCAN (?!CONSTANT ROW|\(|json_each|\w+ VIRTUAL TABLE)/.test(detail))
        scans.add(`${detail}: ${sql}`);
    }
  }
  database.close();
  return [...scans];
}

/** Counts rows read by sequential scans, by whatever statement, inside functions and foreign keys as well. */
export class SequentialScans {
  readonly #url: string;
  readonly #before: ReadonlyMap<string, number>;

  private constructor(url: string, before: ReadonlyMap<string, number>) {
    this.#url = url;
    this.#before = before;
  }

  static async since(url: string): Promise<SequentialScans> {
    return new SequentialScans(url, await scansOf(url));
  }

  /** Asked when the server has ended, whose connections then have told their counts. */
  async soFar(): Promise<string[]> {
    const after = await scansOf(this.#url);
    return [...after]
      .map(([table, rows]) => [table, rows - (this.#before.get(table) ?? 0)] as const)
      .filter(([, rows]) => rows > 0)
      .map(([table, rows]) => `${table}: ${rows} rows`);
  }
}

async function scansOf(url: string): Promise<Map<string, number>> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ relname: string; read: string }>(
      "select relname, seq_tup_read as read from pg_stat_user_tables where relname = any($1)",
      [TABLES],
    );
    return new Map(rows.map(({ relname, read }) => [relname, Number(read)]));
  } finally {
    await client.end();
  }
}
