import { rmSync } from "node:fs";
import { copyRows } from "./copy-rows.ts";
import { PostgresRows } from "./postgres-rows.ts";
import { inTransaction } from "./postgres-transaction.ts";
import { SqliteTarget } from "./sqlite-target.ts";

/** All of one moment in a new file, as an embedded store that `slotline serve` could use as it is. */
export async function backUpPostgres(url: string, file: string): Promise<void> {
  const target = new SqliteTarget(file);
  try {
    await inTransaction(url, "repeatable read read only", (session) =>
      copyRows(new PostgresRows(session), target),
    );
    target.finish();
  } catch (error) {
    target.close();
    rmSync(file, { force: true });
    throw error;
  }
}
