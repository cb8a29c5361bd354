import type { TestProject } from "vitest/node";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Of somebody who may create databases. */
    postgresUrl: string;
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
  if (given === undefined || given === "") server = await startPostgres();
  project.provide("postgresUrl", server?.url ?? given!);
}

export async function teardown(): Promise<void> {
  await server?.remove();
}
