import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../test/harness/postgres-database.ts";
import { ACCOUNT, AT, foundAccount, lookupFor } from "../store-under-test.fixture.ts";
import { basisQuery } from "./bookings.ts";
import { DROP_KEYS } from "./client-index.ts";
import { CLIENTS_LIKE, Clients } from "./clients.ts";
import { Database, type Session } from "./database.ts";
import { openPostgresStore } from "./postgres-store.ts";

const CLIENTS = 100_000;

/** Everybody has a phone of their own, two hundred share a name, and each of two sounds is half of the account's. */
const FILL = `
  insert into clients (account_id, id, firstname, lastname, phone_key, lastname_key, firstname_key, lookup_version,
    created_at, updated_at)
  select '${ACCOUNT}', 'c' || n, 'Max', 'Name' || n % 500, '+49341' || n, 'name' || n % 500, 'max', 2, ${AT}, ${AT}
  from generate_series(1, ${CLIENTS}) n;
  insert into client_lookup (account_id, key, client_id)
  select '${ACCOUNT}', key, 'c' || n from generate_series(1, ${CLIENTS}) n,
    unnest(array['p:+49341' || n, 'n:max|' || n % 500, 'n:sound|' || n % 2]) key;
  analyze;`;

let fresh: FreshDatabase;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  const store = await openPostgresStore({ url: fresh.url, holidays: { isPublicHoliday: () => false } });
  await foundAccount(store);
  await store.close();
  database = new Database(fresh.url);
  await database.transaction((session) => session.execute(FILL), "read committed", {
    statementMs: 60_000,
    patienceMs: 60_000,
  });
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const SAID = {
  keys: { dob: "1985-07-25", lastnameKey: "name7", firstnameKey: "max", phoneKey: "+493417", emailKey: null },
  lookupKeys: ["p:+493417", "n:max|7", "n:sound|1", "n:nobody|x"],
};

it.each(["force_custom_plan", "force_generic_plan"])(
  "a look-up among a hundred thousand clients reads indexes alone (%s)",
  async (mode) => {
    const plan = await database.transaction((session) => planOf(session, mode));
    expect(plan).toMatch(/Index (Only )?Scan using client_lookup_pkey/);
    expect(plan).not.toMatch(/Seq Scan/);
    const read = [...plan.matchAll(/client_lookup.*\(actual.* rows=([\d.]+)/g)].map(([, rows]) =>
      Number(rows),
    );
    expect(read.length).toBeGreaterThan(0);
    expect(Math.max(...read)).toBeLessThanOrEqual(60);
  },
);

it("the basis of a decision reads indexes alone, in the sessions of a server", async () => {
  const person = { keys: SAID.keys, lookupKeys: SAID.lookupKeys };
  const { statement, values } = basisQuery(ACCOUNT, {
    subjects: ["agent/max"],
    window: { start: 0, end: 1_440 },
    reachMinutes: 60,
    versionSubjects: ["agent/max/1", "client/n:max|7"],
    sameStart: { productId: "massage-30", start: 540 },
    idle: { agentIds: ["max"], before: 540 },
    people: [person, person],
  });
  const text = `explain (analyze, timing off, summary off) ${statement.text}`;
  const rows = await database.rows<[string]>({ name: "explain_basis", text }, values);
  const plan = rows.map(([line]) => line).join("\n");
  expect(plan).toMatch(/client_lookup_pkey/);
  expect(plan).not.toMatch(/Seq Scan/);
});

it("cards of a table that was empty a moment ago are written key by key", async () => {
  const empty = await freshDatabase();
  const store = await openPostgresStore({ url: empty.url, holidays: { isPublicHoliday: () => false } });
  await foundAccount(store);
  await store.close();
  const filled = new Database(empty.url);
  try {
    const plan = await filled.transaction(
      async (session) => {
        await session.execute(FILL.replace("analyze;", ""));
        const text = `explain (analyze, timing off, summary off) ${DROP_KEYS.text}`;
        const rows = await session.rows<[string]>({ name: "explain_drop", text }, [ACCOUNT, ["c7", "c8"]]);
        return rows.map(([line]) => line).join("\n");
      },
      "read committed",
      { statementMs: 60_000, patienceMs: 60_000 },
    );
    expect(plan).toMatch(/Tid Scan on client_lookup/);
    expect(plan).toMatch(/Index (Only )?Scan using client_lookup_pkey/);
    expect(plan).not.toMatch(/Seq Scan|Hash|Merge/);
  } finally {
    await filled.close();
    await empty.drop();
  }
});

it("is one statement, whether there is anybody or not", async () => {
  const asked = vi.spyOn(database, "rows");
  const clients = new Clients(database);
  const found = await clients.like(ACCOUNT, SAID);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(found.map(({ id }) => id)).toContain("c7");
  expect(await clients.like(ACCOUNT, lookupFor({ firstname: "Nie", lastname: "Mand" }))).toEqual([]);
  expect(asked).toHaveBeenCalledTimes(2);
});

async function planOf(session: Session, mode: string): Promise<string> {
  const { keys, lookupKeys } = SAID;
  const { dob, lastnameKey, firstnameKey, phoneKey } = keys;
  const values = [ACCOUNT, dob, lastnameKey, firstnameKey, phoneKey].map((value) => `'${value}'`).join(", ");
  await session.execute(`set local plan_cache_mode = ${mode}`);
  await session.execute(
    `prepare like_${mode} (text, text, text, text, text, text, text[]) as ${CLIENTS_LIKE.text}`,
  );
  const text = `explain (analyze, timing off, summary off)
    execute like_${mode} (${values}, null, array[${lookupKeys.map((key) => `'${key}'`).join(", ")}])`;
  const rows = await session.rows<[string]>({ name: `explain_${mode}`, text }, []);
  return rows.map(([line]) => line).join("\n");
}
