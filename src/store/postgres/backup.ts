import { sql } from "kysely";
import { MIGRATIONS } from "../migrations/migrations.ts";
import type { Schema } from "../schema.ts";
import { Connection, sqliteQueries } from "../sqlite/connection.ts";
import { SQLITE } from "../sqlite/dialect.ts";
import { postgresQueries, type Session } from "./database.ts";

/** Every table, each after those that it refers to. */
const TABLES = [
  "accounts",
  "entities",
  "sip_ids",
  "resources",
  "agents",
  "absences",
  "appointment_types",
  "appointment_type_agents",
  "products",
  "clients",
  "bookings",
  "claims",
  "booking_events",
  "versions",
  "idempotency_keys",
  "api_keys",
] as const satisfies (keyof Schema)[];

/** Rows held in memory at once. */
const PAGE = 2_000;

/** All of one moment, as an embedded store that `slotline serve` could use as it is. */
export async function backUp(session: Session, file: string): Promise<void> {
  const target = new Connection(file);
  try {
    for (const [index, migration] of MIGRATIONS.entries()) {
      target.database.exec(`${migration(SQLITE)}; pragma user_version = ${index + 1}`);
    }
    for (const table of TABLES) {
      await session.execute(`declare page no scroll cursor for select * from ${table}`);
      for (;;) {
        const rows = await session.all(
          sql<Record<string, unknown>>`fetch ${sql.lit(PAGE)} from page`.compile(postgresQueries),
        );
        if (rows.length === 0) break;
        target.write(() => {
          for (const row of rows) {
            target.run(
              sqliteQueries
                .insertInto(table)
                .values(row as never)
                .compile(),
            );
          }
        });
      }
      await session.execute("close page");
    }
  } finally {
    target.close();
  }
}
