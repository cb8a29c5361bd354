import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";

export interface FreshDatabase {
  readonly url: string;
  /** Whoever is still connected is thrown out. */
  readonly drop: () => Promise<void>;
}

/** An empty database on the run's PostgreSQL, that nobody else knows; its text sorts by bytes on any server. */
export async function freshDatabase(): Promise<FreshDatabase> {
  return await databaseLike("template template0 encoding 'UTF8' locale_provider libc locale 'C'");
}

/** The same with the whole schema in it. */
export async function migratedDatabase(): Promise<FreshDatabase> {
  return await databaseLike(`template ${inject("postgresTemplate")}`);
}

async function databaseLike(template: string): Promise<FreshDatabase> {
  const name = `slotline_test_${randomBytes(8).toString("hex")}`;
  await administer(`create database ${name} ${template}`);
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => administer(`drop database if exists ${name} with (force)`),
  };
}

async function administer(statement: string): Promise<void> {
  const client = new Client({
    connectionString: inject("postgresUrl"),
    connectionTimeoutMillis: 10_000,
    query_timeout: 30_000,
  });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
