import { Client } from "pg";
import { expect, it, onTestFinished } from "vitest";
import { type FreshDatabase, freshDatabase } from "./harness/postgres-database.ts";
import { type PostgresServer, startPostgres } from "./harness/postgres-server.ts";

const OVERLAP = "23P01";
const NO_SUCH_TABLE = "42P01";
const NO_SUCH_DATABASE = "3D000";

it("takes a table that excludes overlaps, and refuses one", async () => {
  const { url } = await databaseOfTest();
  const client = await connect(url);
  await client.query(`
    create extension btree_gist;
    create table taken (
      agent text not null,
      during int8range not null,
      exclude using gist (agent with =, during with &&)
    )`);
  const take = (agent: string, during: string) =>
    client.query("insert into taken values ($1, $2)", [agent, during]);
  await take("ann", "[10,20)");
  await take("ann", "[20,30)");
  await take("bob", "[10,20)");
  await expect(take("ann", "[19,21)")).rejects.toMatchObject({ code: OVERLAP });
});

it("sorts text by its bytes, as SQLite does", async () => {
  const client = await connect((await databaseOfTest()).url);
  const { rows } = await client.query(
    "select * from (values ('ä'), ('b'), ('B'), ('a')) as t (word) order by word",
  );
  expect(rows.map(({ word }) => word)).toEqual(["B", "a", "b", "ä"]);
});

it("gives every test a database of its own", async () => {
  const [one, other] = await Promise.all([databaseOfTest(), databaseOfTest()]);
  expect(one.url).not.toBe(other.url);
  const client = await connect(one.url);
  await client.query("create table mine (id int)");
  const stranger = await connect(other.url);
  await expect(stranger.query("select * from mine")).rejects.toMatchObject({ code: NO_SUCH_TABLE });
});

it("drops a database even while somebody uses it", async () => {
  const { url, drop } = await freshDatabase();
  await connect(url);
  await drop();
  await expect(connect(url)).rejects.toMatchObject({ code: NO_SUCH_DATABASE });
  await drop();
});

it("keeps what was committed when a server is stopped or killed, and starts it again at the same address", async () => {
  const server = await serverOfTest();
  const { url } = server;
  await (await connect(url)).query("create table kept (id int); insert into kept values (1)");

  await server.stop();
  await expect(connect(url)).rejects.toMatchObject({ code: "ECONNREFUSED" });
  await server.start();
  const client = await connect(url);
  await client.query("insert into kept values (2)");
  const cutShort = client.query("begin; insert into kept values (3); select pg_sleep(60)");
  const outcome = expect(cutShort).rejects.toThrow("Connection terminated unexpectedly");

  const killed = server.pid!;
  await server.kill();
  await outcome;
  expect(server.pid).toBeUndefined();
  await server.start();
  expect(server.pid).not.toBe(killed);
  expect(server.log).toContain("automatic recovery in progress");
  const { rows } = await (await connect(url)).query("select id from kept order by id");
  expect(rows).toEqual([{ id: 1 }, { id: 2 }]);
});

async function databaseOfTest(): Promise<FreshDatabase> {
  const database = await freshDatabase();
  onTestFinished(database.drop);
  return database;
}

async function serverOfTest(): Promise<PostgresServer> {
  const server = await startPostgres();
  onTestFinished(() => server.remove());
  return server;
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // Its database or server may be gone first, which is no news to the test that did it.
  client.on("error", () => undefined);
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}
