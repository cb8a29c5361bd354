import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { mustBook, open, openAccount, slotsOf } from "../fixtures/studio.ts";
import { type DeskUnderTest, MONDAY_MORNING, startDesk } from "../harness/desk-under-test.ts";

/** Longer than the trail waits before it writes. */
const WRITTEN_WITHIN_MS = 5_000;

let desk: DeskUnderTest;
beforeAll(async () => {
  desk = await startDesk({ settings: { lookupsPerCall: 3, lookupsPerHour: 6 } });
});
afterEach(() => {
  desk.clock.now = MONDAY_MORNING;
});
afterAll(async () => {
  expect(desk.faults).toEqual([]);
  await desk.stop();
});

const MAX = { id: "max", firstname: "Max", lastname: "Mustermann", dob: "1985-07-25", phone: "0341 1234567" };
const NAMESAKE = { id: "max2", firstname: "Max", lastname: "Mustermann", dob: "1990-01-12", city: "Leipzig" };
const NAME = { firstname: "Max", lastname: "Mustermann" };
const CALL = { "x-call-id": "call-1" };

describe("look-ups are limited", () => {
  it("within one call, by header or body, whatever was found", async () => {
    const bot = await open(desk, {}, [MAX]);
    await bot.must("findExistingUser", { participant: NAME }, CALL);
    await bot.call("findExistingUser", { participant: { lastname: "Nie Mand" }, callId: "call-1" });
    await bot.must("findExistingBooking", { id: "max" }, CALL);
    const { status, body, headers } = await bot.call("findExistingUser", { participant: NAME }, CALL);
    expect([status, body.code, body.retryable]).toEqual([429, "rate_limited", true]);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(3_500);
    expect(body.detail).toContain("3 in this call");
    expect(body.speech).toContain("nach Ihnen suchen");
    expect((await bot.call("findExistingBooking", { id: "max" }, CALL)).status).toBe(429);
    expect(
      (await bot.call("findExistingUser", { participant: NAME }, { "x-call-id": "call-2" })).status,
    ).toBe(200);
  });

  it("but not by what looks for nobody", async () => {
    const bot = await open(desk, {}, [MAX]);
    for (const said of [{ firstname: "Max" }, { lastname: "Mustermann" }, { ...NAME, dob: "31.2.85" }]) {
      for (let turn = 0; turn < 3; turn += 1) {
        expect((await bot.call("findExistingUser", { participant: said }, CALL)).status).toBe(422);
      }
    }
    expect(await bot.must("findExistingUser", { participant: NAME }, CALL)).toHaveLength(1);
  });

  it("with one key in an hour, of all calls together; another key goes on", async () => {
    const account = await openAccount(desk, {}, [MAX]);
    const bot = await desk.botOf(account);
    for (let turn = 0; turn < 6; turn += 1) await bot.must("findExistingUser", { participant: NAME });
    expect((await bot.call("findExistingUser", { participant: NAME })).status).toBe(429);
    expect((await (await desk.botOf(account)).call("findExistingUser", { participant: NAME })).status).toBe(
      200,
    );
    desk.clock.now = MONDAY_MORNING + 3_600_001;
    expect((await bot.call("findExistingUser", { participant: NAME })).status).toBe(200);
  });

  it("and what other servers have let pass counts", async () => {
    const account = await openAccount(desk, {}, [MAX]);
    const bot = await desk.botOf(account);
    const [key] = await desk.store.keys(account);
    const elsewhere = { accountId: account, keyId: key!.id, callId: null, clientIds: [], members: [] };
    await desk.store.recordLookups(
      Array.from({ length: 6 }, (_, number) => ({
        ...{ ...elsewhere, at: MONDAY_MORNING - 1, id: `lk-${number}` },
        ...{ action: "findExistingUser", outcome: "ok" },
      })),
    );
    expect((await bot.call("findExistingUser", { participant: NAME })).status).toBe(429);
  });
});

const STORE_QUESTIONS = ["clientsLike", "clientById", "countLookups", "rememberVerifications"] as const;
const COUNTS = STORE_QUESTIONS.indexOf("countLookups");

it("the store is asked the same whether there is nobody of that name or nobody who fits", async () => {
  const bot = await open(desk, {}, [MAX]);
  const askedFor = async (said: object, matches: number) => {
    const spies = STORE_QUESTIONS.map((name) => vi.spyOn(desk.store, name));
    expect(await bot.must("findExistingUser", { user: said })).toHaveLength(matches);
    // Counted once more where a write began meanwhile, whoever is looked up.
    const asked = spies.map((spy, at) =>
      Math.min(spy.mock.calls.length, at === COUNTS ? 1 : Number.POSITIVE_INFINITY),
    );
    for (const spy of spies) spy.mockRestore();
    return asked;
  };
  const found = await askedFor({ ...NAME, dob: "1985-07-25" }, 1);
  expect(await askedFor({ ...NAME, dob: "1985-07-26" }, 0)).toEqual(found);
  expect(await askedFor({ firstname: "Nie", lastname: "Mand", dob: "1985-07-25" }, 0)).toEqual(found);
  expect(await askedFor({ id: "max" }, 1)).toEqual(await askedFor({ id: "nobody" }, 0));
});

describe("the audit trail", () => {
  it("keeps every look-up: by whom, of what, with what outcome, and no value that was said", async () => {
    const account = await openAccount(desk, {}, [MAX]);
    const bot = await desk.botOf(account);
    await bot.must("findExistingUser", { participant: { ...NAME, phone: "0341 1234567" } }, CALL);
    await bot.must("findExistingUser", { user: { firstname: "Nie", lastlame: "Mand" } });
    await bot.call("findExistingUser", { user: { firstname: "Nie" } });
    await bot.must("findExistingBooking", { id: "max" });
    await expect.poll(() => desk.store.lookups(account, 10), { timeout: WRITTEN_WITHIN_MS }).toHaveLength(4);
    const kept = await desk.store.lookups(account, 10);
    expect(
      kept.map(({ action, members, outcome, clientIds, callId }) => [
        action,
        [...members].sort(),
        outcome,
        clientIds,
        callId,
      ]),
    ).toEqual([
      ["findExistingUser", ["firstname", "lastname", "phone"], "ok", ["max"], "call-1"],
      ["findExistingUser", ["firstname", "lastname"], "none", [], null],
      ["findExistingUser", ["firstname"], "too_broad", [], null],
      ["findExistingBooking", ["id"], "ok", ["max"], null],
    ]);
    expect(JSON.stringify(kept)).not.toMatch(/Mustermann|1234567|Mand/);
    expect(await desk.store.lookups(await openAccount(desk), 10)).toEqual([]);
    await desk.store.forgetLookups(MONDAY_MORNING + 1);
    expect(await desk.store.lookups(account, 10)).toEqual([]);
  });
});

describe("what is told about a client", () => {
  const opened = async (clients: Parameters<typeof openAccount>[2]) => {
    const id = await openAccount(desk, {}, clients);
    const stored = await desk.store.configuration(id);
    await desk.store.saveConfiguration({
      configuration: { ...stored!.configuration, disclose: "minimal" },
      expectedVersion: stored!.version,
      clients: [],
      at: MONDAY_MORNING,
    });
    return await desk.botOf(id);
  };
  const nothing = { email: null, dob: null, phone: null, street: null, zip: null, city: null, country: null };

  it("minimal: the id and what was said", async () => {
    const bot = await opened([{ ...MAX, street: "Gasse 1", zip: "04109" }]);
    expect(
      await bot.must("findExistingUser", { user: { ...NAME, dob: "1985-07-25", zip: "04110" } }),
    ).toEqual([{ ...nothing, ...NAME, id: "max", lastlame: "Mustermann", dob: "1985-07-25" }]);
  });

  it("minimal: a wrong guess is not put right", async () => {
    const bot = await opened([MAX]);
    const [client] = await bot.must("findExistingUser", { user: { ...NAME, phone: "0341 999999" } });
    expect(client).toMatchObject({ id: "max", phone: null, dob: null });
  });

  it("minimal: of several, what the next question is about", async () => {
    const bot = await opened([MAX, NAMESAKE]);
    const clients = await bot.must("findExistingUser", { user: NAME });
    expect(clients).toEqual([
      { ...nothing, ...NAME, id: "max", lastlame: "Mustermann", dob: "1985-07-25" },
      { ...nothing, ...NAME, id: "max2", lastlame: "Mustermann", dob: "1990-01-12" },
    ]);
  });

  it("full, unless the account says otherwise: everything", async () => {
    const bot = await open(desk, {}, [MAX]);
    expect(await bot.must("findExistingUser", { user: NAME })).toMatchObject([MAX]);
  });
});

describe("a booking", () => {
  it("adds to the card of somebody surely known what it lacks, and overwrites nothing", async () => {
    const account = await openAccount(desk, {}, [{ ...MAX, email: "max@example.com" }]);
    const bot = await desk.botOf(account);
    const said = { ...NAME, phone: "+49 341 1234567", email: "other@example.com", city: "Leipzig" };
    const [first, second] = await slotsOf(bot);
    await mustBook(bot, first!, { booker: said });
    expect(await desk.store.clientById(account, "max")).toMatchObject({
      email: "max@example.com",
      city: null,
    });
    await mustBook(bot, second!, { booker: { ...NAME, phone: "+49 341 1234567", city: "Leipzig" } });
    expect(await desk.store.clientById(account, "max")).toMatchObject({ phone: MAX.phone, city: "Leipzig" });
    expect(await desk.store.clientEvents(account, "max")).toMatchObject([
      { kind: "completed", detail: { members: ["city"] } },
    ]);
    expect(await desk.store.clients(account)).toHaveLength(1);
  });
});
