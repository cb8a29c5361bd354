import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { studio } from "../fixtures/studio.ts";
import { StaffClient, type StaffDesk, startStaffDesk } from "../harness/staff-client.ts";
import { WebhookClient } from "../harness/webhook-client.ts";

const FILE = JSON.stringify({ account: { id: "acc-studio", name: "Studio" }, entities: [studio()] });
const DAY_MS = 86_400_000;

let desk: StaffDesk;
let owner: StaffClient;
beforeAll(async () => {
  desk = await startStaffDesk({ files: [FILE], roles: ["owner"] });
  owner = desk.staff.owner;
});
afterAll(async () => {
  expect(desk.faults).toEqual([]);
  await desk.stop();
});

const make = async (body: object = {}) => await owner.must(owner.post("/keys", body));
const list = async () => (await owner.must(owner.get("/keys"))).items;
const revoke = (id: string) => owner.send("DELETE", `/keys/${id}`);
const ask = (key: string) =>
  new WebhookClient(desk.server.address, key).call("getBusinessName", { entityId: "studio" });

describe("a key", () => {
  it("is shown once, with the address that a bot is given, and works there at once", async () => {
    const made = await make({ label: "The bot" });
    expect(made).toEqual({
      key: expect.stringMatching(/^slk_[\w-]{32}$/),
      webhookUrl: `${desk.server.address}/webhook/${made.key}`,
      stored: {
        ...{ id: expect.stringMatching(/^key_/), label: "The bot", entityIds: null },
        ...{ scopes: ["read", "book", "clients"], errorStatus: null, maxSlots: null },
        ...{ createdAt: new Date(desk.clock.now).toISOString(), expiresAt: null, revokedAt: null },
      },
    });
    expect((await ask(made.key)).status).toBe(200);
    const keys = await list();
    expect(keys).toContainEqual(made.stored);
    expect(JSON.stringify(keys)).not.toContain(made.key);
    expect(JSON.stringify(keys)).not.toMatch(/hash|[0-9a-f]{64}/);
  });

  it("is narrowed, limited and bounded as asked", async () => {
    const expiresAt = new Date(desk.clock.now + DAY_MS).toISOString();
    const wish = { entityIds: ["studio"], scopes: ["read"], errorStatus: 200, maxSlots: 3, expiresAt };
    const { key, stored } = await make(wish);
    expect(stored).toMatchObject({ ...wish, label: null });
    const bot = new WebhookClient(desk.server.address, key);
    const slots = await bot.call("getSlots", {
      appointmentTypeId: "massage",
      productId: "massage-30",
      dateTime: "2026-12-02",
    });
    expect(slots.body).toHaveLength(3);
    const booking = await bot.call("findExistingUser", { participant: { lastname: "X", firstname: "Y" } });
    expect(booking).toMatchObject({ status: 200, body: { code: "forbidden" } });
    desk.clock.now += DAY_MS;
    expect((await ask(key)).status).toBe(401);
    desk.clock.now -= DAY_MS;
  });

  it("of scope staff opens this API and not the webhook", async () => {
    const { key, stored } = await make({ scopes: ["staff"] });
    const script = new StaffClient(desk.server.address, { authorization: `Bearer ${key}` });
    expect(await script.must(script.get("/me"))).toMatchObject({
      access: "script",
      userId: stored.id,
      name: null,
    });
    expect((await ask(key)).status).toBe(403);
    expect(await script.post("/keys")).toMatchObject({ status: 403, body: { code: "forbidden" } });
    expect((await script.get("/keys")).status).toBe(200);
  });

  it.each([
    [{ entityIds: ["nowhere"] }, "entityIds"],
    [{ entityIds: [] }, "entityIds"],
    [{ entityIds: ["studio"], scopes: ["staff"] }, "entityIds"],
    [{ scopes: [] }, "scopes"],
    [{ scopes: ["everything"] }, "scopes.0"],
    [{ maxSlots: 0 }, "maxSlots"],
    [{ errorStatus: 500 }, "errorStatus"],
    [{ expiresAt: "tomorrow" }, "expiresAt"],
  ])("is not made of %j", async (body, path) => {
    expect(await owner.post("/keys", body)).toMatchObject({ status: 422, body: { issues: [{ path }] } });
  });

  it("that is revoked works no more, and is kept with the time", async () => {
    const { key, stored } = await make();
    expect((await ask(key)).status).toBe(200);
    expect((await revoke(stored.id)).status).toBe(204);
    expect((await ask(key)).status).toBe(401);
    expect(await list()).toContainEqual({ ...stored, revokedAt: new Date(desk.clock.now).toISOString() });
    expect((await revoke(stored.id)).status).toBe(404);
    expect((await revoke("key_none")).status).toBe(404);
  });

  it("is in the audit trail when it was made and revoked, never itself", async () => {
    const { key, stored } = await make({ scopes: ["read"] });
    await owner.must(revoke(stored.id));
    const { items } = await owner.must(owner.get("/audit", { limit: 2 }));
    const by = { kind: "person", id: owner.userId, name: "The owner" };
    expect(items).toMatchObject([
      { action: "keys.revoke", subjectId: stored.id, by },
      { action: "keys.create", subjectId: stored.id, by, detail: { scopes: ["read"] } },
    ]);
    expect(JSON.stringify(items)).not.toContain(key);
  });
});
