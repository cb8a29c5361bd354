import { randomBytes } from "node:crypto";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { openPostgresStore } from "../../src/store/postgres/postgres-store.ts";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Of somebody who may create databases. */
    postgresUrl: string;
    /** An empty database with the whole schema, which others are made like. */
    postgresTemplate: string;
  }
}

let server: PostgresServer | undefined;

/** One PostgreSQL for the whole run: the one that DATABASE_URL names, or else a temporary one. */
export async function setup(project: TestProject): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: where a machine says that it brings its own PostgreSQL
  const given = process.env.DATABASE_URL;
  // Servers that tests start as processes inherit the environment, and most of them are to keep their data elsewhere.
  // biome-ignore lint/style/noProcessEnv: as above
  delete process.env.DATABASE_URL;
  // Nobody ends this server: what waits for the disk is tried with servers of their own.
  if (given === undefined || given === "") server = await startPostgres({ fsync: false });
  const url = server?.url ?? given!;
  project.provide("postgresUrl", url);
  template = { url, name: `slotline_template_${randomBytes(8).toString("hex")}` };
  await makeTemplate(template);
  project.provide("postgresTemplate", template.name);
}

let template: { readonly url: string; readonly name: string } | undefined;

/** Migrated once and not for each test. */
async function makeTemplate({ url, name }: { readonly url: string; readonly name: string }): Promise<void> {
  await administer(
    url,
    `create database ${name} template template0 encoding 'UTF8' locale_provider libc locale 'C'`,
  );
  const own = new URL(url);
  own.pathname = `/${name}`;
  const store = await openPostgresStore({ url: own.href, holidays: { isPublicHoliday: () => false } });
  await store.close();
}

async function administer(connectionString: string, statement: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export async function teardown(): Promise<void> {
  if (server !== undefined) await server.remove();
  else if (template !== undefined)
    await administer(template.url, `drop database if exists ${template.name} with (force)`);
}
