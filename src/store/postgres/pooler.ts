import type pg from "pg";

/**
 * Whether a pooler such as PgBouncer stands before the database. PostgreSQL names its process to us when it greets; a
 * pooler, whose server connections change, makes a number up. Whether it gives us one of them for the whole session
 * is not to be known: nothing may then rest on a session.
 */
export async function isPooled(client: pg.ClientBase, patienceMs: number): Promise<boolean> {
  const question: pg.QueryConfig & { query_timeout: number } = {
    text: "select pg_backend_pid() as pid",
    query_timeout: patienceMs,
  };
  const { rows } = await client.query<{ pid: number }>(question);
  // One of pg's members that its types do not know.
  return rows[0]!.pid !== (client as pg.ClientBase & { processID?: number | null }).processID;
}
