import { readFile } from "node:fs/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { applyPracticeFile } from "./apply-practice-file.ts";
import { countingIds, MemoryStore } from "./memory-store.fixture.ts";

const physio = await readFile(new URL("../../examples/physio.yaml", import.meta.url), "utf8");

let store: MemoryStore;
let newId: (prefix: string) => string;
beforeEach(() => {
  store = new MemoryStore();
  newId = countingIds();
});

async function apply(text: string, options: { prune?: boolean; dryRun?: boolean } = {}) {
  const result = await applyPracticeFile(store, text, "physio.yaml", {
    prune: false,
    dryRun: false,
    at: 0,
    newId,
    ...options,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result;
}

describe("apply", () => {
  it("makes a new account and its clients", async () => {
    const result = await apply(physio);
    expect(result).toMatchObject({
      account: { id: "acc-leipzig", name: "Gleichgewicht GmbH" },
      applied: true,
    });
    expect(result.differences.filter((row) => row.change === "add")).toHaveLength(result.differences.length);
    expect([...store.storedClients.keys()]).toEqual(["abcUserId", "cl_1"]);
    expect(store.storedClients.get("abcUserId")?.keys).toMatchObject({ phoneKey: "+493411234567" });
  });

  it("twice changes nothing and writes nothing", async () => {
    await apply(physio);
    expect(await apply(physio)).toMatchObject({ differences: [], applied: false });
    expect(store.writes).toBe(1);
  });

  it("of an edited copy changes just what differs", async () => {
    await apply(physio);
    const result = await apply(
      physio.replace("price: 45", "price: 48").replace("city: Musterstadt", "city: Leipzig"),
    );
    expect(result.differences).toEqual([
      { change: "change", kind: "product", id: "prId1", member: "price", before: 45, after: 48 },
      {
        change: "change",
        kind: "client",
        id: "abcUserId",
        member: "city",
        before: "Musterstadt",
        after: "Leipzig",
      },
    ]);
  });

  it("brings nobody back who was erased", async () => {
    store.gone = [{ id: "abcUserId", mergedInto: null }];
    const options = { prune: false, dryRun: false, at: 0, newId };
    expect(await applyPracticeFile(store, physio, "physio.yaml", options)).toMatchObject({
      ok: false,
      faults: [
        { path: "clients[0].id", message: expect.stringContaining("abcUserId was erased on request") },
      ],
    });
    expect(store.writes).toBe(0);
  });

  it("with dryRun says what would change and changes nothing", async () => {
    expect(await apply(physio, { dryRun: true })).toMatchObject({ applied: false });
    expect(store.writes).toBe(0);
  });

  it("removes with prune what the file no longer has, but no clients", async () => {
    await apply(physio);
    const small = "account: { id: acc-leipzig, name: Gleichgewicht GmbH }";
    expect((await apply(small)).differences).toEqual([]);
    const pruned = await apply(small, { prune: true });
    expect(new Set(pruned.differences.map((row) => row.change))).toEqual(new Set(["remove"]));
    expect(store.stored.get("acc-leipzig")?.configuration.entities).toEqual([]);
    expect(store.storedClients.size).toBe(2);
  });

  it("tries again when somebody else has changed the account, a few times", async () => {
    store.interruptions = 2;
    expect(await apply(physio)).toMatchObject({ applied: true });
    store.interruptions = 100;
    const options = { prune: false, dryRun: false, at: 0, newId };
    const result = await applyPracticeFile(
      store,
      physio.replace("price: 45", "price: 46"),
      "physio.yaml",
      options,
    );
    expect(result).toMatchObject({
      ok: false,
      reason: "stale",
      faults: [{ message: expect.stringContaining("try again") }],
    });
  });

  it("writes nothing when the file has a fault", async () => {
    const options = { prune: false, dryRun: false, at: 0, newId };
    const result = await applyPracticeFile(
      store,
      physio.replace("price: 45", "price: -1"),
      "physio.yaml",
      options,
    );
    expect(result).toMatchObject({
      ok: false,
      reason: "invalid",
      faults: [{ message: "price must be at least 0, not -1." }],
    });
    expect(store.writes).toBe(0);
  });

  it("refuses what does not fit to what is stored and stays", async () => {
    await apply(physio);
    const moved = physio
      .replaceAll("pool: Behandlungsraum", "pool: room")
      .replaceAll("{ Behandlungsraum: 1 }", "{ room: 1 }");
    const withoutProduct = moved.replace(/ {10}- id: prId2[\s\S]*?(?= {6}- id: def2)/, "");
    const options = { prune: false, dryRun: false, at: 0, newId };
    const result = await applyPracticeFile(store, withoutProduct, "physio.yaml", options);
    expect(result).toMatchObject({
      ok: false,
      faults: [
        {
          message: expect.stringContaining(
            'Together with what is stored and not in this file: The product "prId2"',
          ),
        },
      ],
    });
    expect(await apply(withoutProduct, { prune: true })).toMatchObject({ applied: true });
  });
});

describe("clients of the file", () => {
  const account =
    "account: { id: a, name: A }\nentities: [{ id: e, name: E, timezone: Europe/Berlin, country: DE }]\nclients:\n";

  it("without an id are the stored ones of equal names, date of birth, phone and email", async () => {
    await apply(`${account}  - { firstname: Jörg, lastname: Müller, phone: 0341 1234567 }`);
    const result = await apply(
      `${account}  - { firstname: Joerg, lastname: MUELLER, phone: "+49 341 1234567", city: Leipzig }`,
    );
    expect(store.storedClients.size).toBe(1);
    expect(result.differences.map((row) => row.member)).toEqual(["firstname", "lastname", "phone", "city"]);
  });

  it("without an id are new when anything of that differs", async () => {
    await apply(`${account}  - { firstname: Max, lastname: Mustermann, dob: "1990-01-12" }`);
    await apply(`${account}  - { firstname: Max, lastname: Mustermann, dob: "1991-01-12" }`);
    expect(store.storedClients.size).toBe(2);
  });

  it("keep what the file leaves out and forget what it sets to null", async () => {
    await apply(`${account}  - { id: c, lastname: Mustermann, email: max@example.com, phone: 0341 1234567 }`);
    await apply(`${account}  - { id: c, lastname: Mustermann, phone: null }`);
    expect(store.storedClients.get("c")).toMatchObject({ email: "max@example.com", phone: null });
  });

  it("with an id are not mistaken for one of the same name without", async () => {
    const text = `${account}  - { id: c, lastname: Mustermann }\n  - { lastname: Mustermann }`;
    await apply(text);
    expect(await apply(text)).toMatchObject({ differences: [], applied: false });
    expect([...store.storedClients.keys()]).toEqual(["c", "cl_1"]);
  });

  it("are found by their phone as dialled in another country when the account moves there", async () => {
    await apply(`${account}  - { id: c, lastname: Mustermann, phone: 0341 1234567 }`);
    await apply(
      "account: { id: a, name: A }\nentities: [{ id: e, name: E, timezone: Europe/Vienna, country: AT }]",
    );
    expect(store.storedClients.get("c")?.keys.phoneKey).toBe("+433411234567");
  });
});
