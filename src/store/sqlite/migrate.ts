import { randomUUID } from "node:crypto";
import { renameSync, rmSync } from "node:fs";
import { MIGRATIONS } from "../migrations/migrations.ts";
import { NewerSchema } from "../migrations/newer-schema.ts";
import { Connection } from "./connection.ts";
import { copyDatabase } from "./copy-database.ts";
import { SQLITE } from "./dialect.ts";

/**
 * Brings the schema up to date; two servers that start at once do it once. A database that holds data is copied to
 * `<file>.before-v<N>` first.
 */
export async function migrate(connection: Connection, file: string): Promise<void> {
  const target = MIGRATIONS.length;
  const version = versionOf(connection);
  if (version > target) throw new NewerSchema(file, version, target);
  if (version === target) return;
  if (version > 0) await backUpOnce(file, `${file}.before-v${target}`, version);
  connection.write(() => {
    for (let next = versionOf(connection); next < target; next += 1) {
      connection.database.exec(MIGRATIONS[next]!(SQLITE));
      connection.database.exec(`pragma user_version = ${next + 1}`);
    }
  });
}

/** Two servers that start at once each make a copy: the name only ever holds a whole one of the old version. */
async function backUpOnce(file: string, copy: string, version: number): Promise<void> {
  const partial = `${copy}.${randomUUID()}`;
  try {
    await copyDatabase(file, partial);
    if (versionIn(partial) === version) renameSync(partial, copy);
  } finally {
    rmSync(partial, { force: true });
  }
}

function versionIn(file: string): number {
  const connection = new Connection(file);
  try {
    return versionOf(connection);
  } finally {
    connection.close();
  }
}

export function versionOf(connection: Connection): number {
  const row = connection.database.prepare("pragma user_version").get() as { user_version: number };
  return row.user_version;
}
