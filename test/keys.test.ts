import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callLogFile } from "../src/places.ts";
import { ACTIONS } from "../src/webhook/actions.ts";
import { hashOf, newCredential } from "../src/webhook/credentials.ts";
import { type DeskUnderTest, MONDAY_MORNING, PHYSIO, startDesk } from "./harness/desk-under-test.ts";
import { askName, askNameWith, NAME_REQUEST, PLACES } from "./harness/key-places.ts";
import { runSlotline } from "./harness/run-slotline.ts";
import { withSecondEntity } from "./harness/twin-practices.ts";
import { WebhookClient, type WireAnswer } from "./harness/webhook-client.ts";

const OWN = "xyzBusinessEntityId";
const OTHER = "xyzBusinessEntityIdZ";
const TWO_ENTITIES = withSecondEntity("Z", "phoneSipId87654321", "+49 375 7654321");

function expectProblem(answer: WireAnswer, status: number, code: string): void {
  expect(answer).toMatchObject({ status, body: { status, code } });
  expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json\b/);
  expect(answer.headers.get("cache-control")).toBe("no-store");
}

describe("a credential", () => {
  let desk: DeskUnderTest;
  beforeAll(async () => {
    desk = await startDesk({ files: [TWO_ENTITIES] });
  });
  afterAll(() => desk.stop());

  it("is needed: none, a wrong, an expired and a revoked one are answered alike with 401", async () => {
    const { server, bot, clock } = desk;
    const expired = await desk.botOf("acc-leipzig", { expiresAt: clock.now });
    const revoked = await desk.botOf("acc-leipzig", { revokedAt: clock.now - 1 });
    const [stored] = await desk.store.keys();
    const refused = [
      await askName(server.address),
      await askName(server.address, "/webhook/"),
      await askName(server.address, "/webhook?key="),
      await askName(server.address, "/webhook", { authorization: `Basic ${bot.key}` }),
      ...(await Promise.all(
        [
          newCredential(),
          bot.key.slice(0, -1),
          `${bot.key}A`,
          bot.key.toUpperCase(),
          hashOf(bot.key),
          stored!.id,
          expired.key,
          revoked.key,
        ].map((key) => askName(server.address, `/webhook/${key}`)),
      )),
    ];
    for (const answer of refused) {
      expectProblem(answer, 401, "unauthorized");
      expect(answer.headers.get("www-authenticate")).toBe("Bearer");
      expect(answer.body).toEqual(refused[0]!.body);
    }
  });

  it("is asked for before anything is said about the request", async () => {
    const stranger = new WebhookClient(desk.server.address, newCredential());
    for (const body of ["", "{", "[]", '{"action":"none"}', '{"action":"getBusinessName"}']) {
      expectProblem(await stranger.send(body), 401, "unauthorized");
    }
    for (const action of ACTIONS.keys()) expectProblem(await stranger.call(action), 401, "unauthorized");
  });

  it("works until the millisecond in which it expires", async () => {
    const { clock } = desk;
    const expiresAt = MONDAY_MORNING + 60_000;
    const bot = await desk.botOf("acc-leipzig", { expiresAt });
    clock.now = expiresAt - 1;
    expect(await bot.must("getBusinessName", NAME_REQUEST)).toEqual({ name: "Physiotherapie Gleichgewicht" });
    clock.now = expiresAt;
    expectProblem(await bot.call("getBusinessName", NAME_REQUEST), 401, "unauthorized");
    clock.now = MONDAY_MORNING;
  });

  it("that is narrowed reaches its entities and says of others that they do not exist", async () => {
    const narrowed = await desk.botOf("acc-leipzig", { entityIds: [OTHER] });
    expect(await narrowed.call("getBusinessName", { entityId: OTHER })).toMatchObject({ status: 200 });
    expectProblem(await narrowed.call("getBusinessName", { entityId: OWN }), 404, "unknown_entity");
    expectProblem(await narrowed.call("getRequiredInfo", { productId: "prId1" }), 404, "unknown_product");
    const both = await desk.botOf("acc-leipzig", { entityIds: [OTHER, OWN] });
    for (const entityId of [OWN, OTHER]) {
      expect(await both.call("getBusinessName", { entityId })).toMatchObject({ status: 200 });
    }
    const none = await desk.botOf("acc-leipzig", { entityIds: [] });
    expectProblem(await none.call("getBusinessName", { entityId: OWN }), 404, "unknown_entity");
  });
});

/** Which scope each of the 13 actions needs. */
const SCOPE_OF = {
  getEntityForSipId: "read",
  getBusinessName: "read",
  getAppointmentTypes: "read",
  getAgents: "read",
  getProducts: "read",
  getAppointmentTypesWithProducts: "read",
  getSlots: "read",
  getRequiredInfo: "read",
  bookAppointment: "book",
  findExistingUser: "clients",
  findExistingBooking: "clients",
  modifyAppointment: "book",
  cancelAppointment: "book",
} as const;

describe("scopes", () => {
  let desk: DeskUnderTest;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk.stop());

  it("are known for each action", () => {
    expect(Object.keys(SCOPE_OF)).toEqual([...ACTIONS.keys()]);
  });

  it.each(Object.entries(SCOPE_OF))("%s is forbidden to a key without %s", async (action, scope) => {
    const others = (["read", "book", "clients"] as const).filter((one) => one !== scope);
    const without = await desk.botOf("acc-leipzig", { scopes: others });
    const { request } = ACTIONS.get(action)!.example;
    expectProblem(await without.call(action, request), 403, "forbidden");
    const withIt = await desk.botOf("acc-leipzig", { scopes: [scope] });
    const { status } = await withIt.call(action, request);
    expect([401, 403, 500]).not.toContain(status);
  });

  it("are looked at before the members of the request", async () => {
    const reader = await desk.botOf("acc-leipzig", { scopes: ["read"] });
    expectProblem(await reader.call("bookAppointment"), 403, "forbidden");
    expectProblem(await reader.call("bookAppointments"), 400, "unknown_action");
  });
});

describe("a key with errorStatus 200", () => {
  it("gets every problem with status 200 and the real status in the body", async () => {
    const desk = await startDesk({ settings: { requestsPerMinute: 4 } });
    const lenient = { errorStatus: 200, scopes: ["read", "book"] } as const;
    const bot = await desk.botOf("acc-leipzig", lenient);
    const answers = [
      await bot.call("getBusinessName", { entityId: "none" }),
      await bot.call("findExistingBooking", { id: "abcUserId" }),
      await bot.call("getSlots"),
      await bot.send("{"),
      await bot.call("getBusinessName", NAME_REQUEST),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(answers.map(({ body }) => [body.status, body.code])).toEqual([
      [404, "unknown_entity"],
      [403, "forbidden"],
      [422, "invalid_request"],
      [400, "malformed_json"],
      [429, "rate_limited"],
    ]);
    expect(answers.at(-1)!.headers.get("retry-after")).toMatch(/^\d+$/);
    const revoked = await desk.botOf("acc-leipzig", { ...lenient, revokedAt: 1 });
    expectProblem(await revoked.call("getBusinessName", NAME_REQUEST), 401, "unauthorized");
    await desk.stop();
  });
});

describe("a key made with --max-slots", () => {
  it("keeps the number, and the list of keys shows it", async () => {
    const desk = await startDesk();
    const flags = ["--data", desk.data, "--json"];
    const made = await runSlotline(["key", "create", ...flags, "--max-slots", "3"]);
    const { id } = JSON.parse(made.output);
    const listed = await runSlotline(["key", "list", ...flags]);
    const keys = JSON.parse(listed.output) as { id: string; maxSlots: number | null }[];
    expect(keys.find((key) => key.id === id)).toMatchObject({ maxSlots: 3 });
    expect(keys.find((key) => key.id !== id)).toMatchObject({ maxSlots: null });
    await desk.stop();
  });

  it.each(["0", "21", "-1", "2.5", "three"])("takes 1 to 20 and not %s", async (number) => {
    const desk = await startDesk();
    const refused = await runSlotline(["key", "create", "--data", desk.data, `--max-slots=${number}`]);
    expect(refused).toMatchObject({
      exitCode: 2,
      errors: expect.stringContaining("--max-slots can be 1 to 20."),
    });
    await desk.stop();
  });
});

describe("a key in a request", () => {
  let desk: DeskUnderTest;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk.stop());

  it.each(Object.keys(PLACES))("is found in %s", async (place) => {
    const { server, bot } = desk;
    expect(await askNameWith(server.address, { [place]: bot.key })).toMatchObject({ status: 200 });
    const wrong = await askNameWith(server.address, { [place]: newCredential() });
    expectProblem(wrong, 401, "unauthorized");
  });

  const pairs = Object.keys(PLACES).flatMap((first, index, all) =>
    all.slice(index + 1).map((second) => [first, second] as const),
  );
  it.each(pairs)("counts in %s before %s", async (first, second) => {
    const { server, bot } = desk;
    const wrong = newCredential();
    const goodFirst = await askNameWith(server.address, { [first]: bot.key, [second]: wrong });
    expect(goodFirst).toMatchObject({ status: 200 });
    const goodSecond = await askNameWith(server.address, { [first]: wrong, [second]: bot.key });
    expectProblem(goodSecond, 401, "unauthorized");
  });

  it("is found behind empty places, and Bearer is read in any case", async () => {
    const { server, bot } = desk;
    const empty = { authorization: "", "x-api-key": "", token: bot.key };
    expect(await askName(server.address, "/webhook?key=", empty)).toMatchObject({ status: 200 });
    const shouted = { authorization: `BEARER ${bot.key}` };
    expect(await askName(server.address, "/webhook", shouted)).toMatchObject({ status: 200 });
  });
});

describe("limits", () => {
  function expectLimited(answer: WireAnswer): void {
    expectProblem(answer, 429, "rate_limited");
    expect(answer.body).toMatchObject({ retryable: true, speech: expect.any(String) });
    const seconds = Number(answer.headers.get("retry-after"));
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(seconds).toBeLessThanOrEqual(60);
  }

  it("count requests per key", async () => {
    const desk = await startDesk({ settings: { requestsPerMinute: 5 } });
    for (let request = 0; request < 5; request += 1) await desk.bot.must("getBusinessName", NAME_REQUEST);
    expectLimited(await desk.bot.call("getBusinessName", NAME_REQUEST));
    expectLimited(await desk.bot.send("{"));
    const colleague = await desk.botOf("acc-leipzig");
    expect(await colleague.call("getBusinessName", NAME_REQUEST)).toMatchObject({ status: 200 });
    await desk.stop();
  });

  it("count failed credentials per address, and leave working keys of that address alone", async () => {
    const desk = await startDesk({ settings: { failuresPerMinute: 3 } });
    const { address } = desk.server;
    for (let failure = 0; failure < 3; failure += 1) {
      expectProblem(await askName(address, `/webhook/${newCredential()}`), 401, "unauthorized");
    }
    expectLimited(await askName(address, `/webhook/${newCredential()}`));
    const elsewhere = { "x-forwarded-for": "192.0.2.7", forwarded: "for=192.0.2.7" };
    expectLimited(await askName(address, `/webhook/${newCredential()}`, elsewhere));
    expectLimited(await askName(address));
    expect(await desk.bot.call("getBusinessName", NAME_REQUEST)).toMatchObject({ status: 200 });
    await desk.stop();
  });

  it("count failed credentials per caller behind a trusted proxy", async () => {
    const settings = { failuresPerMinute: 1, trustedProxies: ["127.0.0.1"] };
    const desk = await startDesk({ settings });
    const fail = (from: string) =>
      askName(desk.server.address, "/webhook/wrong", { "x-forwarded-for": from });
    expectProblem(await fail("192.0.2.7"), 401, "unauthorized");
    expectLimited(await fail("192.0.2.7"));
    expectProblem(await fail("192.0.2.8"), 401, "unauthorized");
    // What the caller claims stands left of what the proxy saw.
    expectLimited(await fail("198.51.100.1, 192.0.2.8"));
    await desk.stop();
  });
});

it("a key shows up nowhere: no answer, no metrics, no log, no file", async () => {
  const desk = await startDesk({ settings: { failuresPerMinute: 3 } });
  const { address } = desk.server;
  const { key } = desk.bot;
  const wrong = newCredential();
  const texts: string[] = [];
  const send = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(address + path, { method: "POST", ...init });
    texts.push(JSON.stringify([...response.headers]) + (await response.text()));
  };
  for (const credential of [key, wrong]) {
    const chatty = JSON.stringify({ ...NAME_REQUEST, key: credential, token: credential });
    for (const body of [chatty, '{"action":"none"}', '{"action":"getSlots"}', "{"]) {
      await send(`/webhook/${credential}`, { body });
      await send(`/webhook?key=${credential}`, { body });
      await send("/webhook", { body, headers: { authorization: `Bearer ${credential}` } });
      await send("/webhook", { body, headers: { "x-api-key": credential } });
      await send("/webhook", { body, headers: { token: credential } });
    }
    await send(`/webhook/${credential}`, { method: "GET" });
    await send(`/webhook/${credential}`, { body: "x".repeat(70_000) });
    await send(`/webhook/${credential}/more`, { body: JSON.stringify(NAME_REQUEST) });
    await send(`/webhook/${credential}%`, { body: JSON.stringify(NAME_REQUEST) });
    await send(`/${credential}`, { method: "GET" });
  }
  await send("/metrics", { method: "GET" });
  expect(texts.at(-1)).toContain("slotline_webhook_request_duration_seconds");
  const apiKeys = JSON.stringify(await desk.store.keys());
  await desk.server.stop();

  const log = new DatabaseSync(callLogFile(desk.data), { readOnly: true });
  const calls = log.prepare("select key_id, outcome from webhook_calls").all();
  log.close();
  expect(calls.length).toBeGreaterThanOrEqual(40);
  expect(calls.filter((call) => call.key_id !== null).length).toBeGreaterThanOrEqual(20);
  for (const name of readdirSync(desk.data)) texts.push(readFileSync(join(desk.data, name), "latin1"));
  rmSync(desk.data, { recursive: true, force: true });

  for (const text of [...texts, apiKeys]) {
    for (const credential of [key, wrong]) {
      expect(text.includes(credential)).toBe(false);
      expect(text.includes(credential.slice(4))).toBe(false);
    }
  }
  // Its hash is found once, in the database: the search above looked where it had to.
  expect(texts.filter((text) => text.includes(hashOf(key)))).toHaveLength(1);
  expect(desk.faults).toEqual([]);
});

describe("slotline key, while a server runs on the same data", () => {
  it("create, list and revoke take effect on the server's next request", async () => {
    const desk = await startDesk({
      files: [TWO_ENTITIES, PHYSIO.replace("acc-leipzig", "acc-x")],
      now: Date.now(),
    });
    const key = async (...args: string[]) => {
      const { exitCode, output, errors } = await runSlotline(["key", ...args, "--data", desk.data, "--json"]);
      expect({ args, exitCode, errors }).toEqual({ args, exitCode: 0, errors: "" });
      return JSON.parse(output);
    };
    const [whole, narrow] = await Promise.all([
      key("create", "--account", "acc-leipzig", "--label", "voice bot"),
      key("create", "--account", "acc-leipzig", "--entity", OTHER, "--scope", "read", "--expires", "1d"),
    ]);
    expect(new URL(whole.webhookUrl).pathname).toBe(`/webhook/${whole.key}`);
    const wholeBot = new WebhookClient(desk.server.address, whole.key);
    const narrowBot = new WebhookClient(desk.server.address, narrow.key);
    expect(await wholeBot.call("getBusinessName", { entityId: OWN })).toMatchObject({ status: 200 });
    expect(await wholeBot.call("findExistingBooking", { id: "abcUserId" })).toMatchObject({ status: 200 });
    expect(await narrowBot.call("getBusinessName", { entityId: OTHER })).toMatchObject({ status: 200 });
    expectProblem(await narrowBot.call("getBusinessName", { entityId: OWN }), 404, "unknown_entity");
    expectProblem(await narrowBot.call("findExistingBooking", { id: "abcUserId" }), 403, "forbidden");

    const revoking = key("revoke", whole.id);
    const listed = await key("list", "--account", "acc-leipzig");
    expect(listed.map((one: { id: string }) => one.id)).toEqual(
      expect.arrayContaining([whole.id, narrow.id]),
    );
    expect(JSON.stringify(listed)).not.toContain(whole.key);
    expect(JSON.stringify(listed)).not.toContain(hashOf(whole.key));
    expect(await revoking).toEqual({ id: whole.id, revoked: true });
    expectProblem(await wholeBot.call("getBusinessName", { entityId: OWN }), 401, "unauthorized");
    expect(await narrowBot.call("getBusinessName", { entityId: OTHER })).toMatchObject({ status: 200 });

    desk.clock.now += 86_400_000 + 60_000;
    expectProblem(await narrowBot.call("getBusinessName", { entityId: OTHER }), 401, "unauthorized");
    const again = await runSlotline(["key", "revoke", whole.id, "--data", desk.data]);
    expect(again.exitCode).toBe(1);
    const after = await key("list", "--account", "acc-leipzig");
    expect(after.find((one: { id: string }) => one.id === whole.id).state).toMatch(/^revoked /);
    await desk.stop();
  });
});
