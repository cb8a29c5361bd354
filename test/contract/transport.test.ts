import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  MASSAGE,
  mustBook,
  offering,
  open,
  openAccount,
  slotsOf,
  studio,
  TUESDAY,
} from "../fixtures/studio.ts";
import { type DeskUnderTest, startDesk } from "../harness/desk-under-test.ts";
import type { WebhookClient } from "../harness/webhook-client.ts";

let desk: DeskUnderTest;
let bot: WebhookClient;
beforeAll(async () => {
  desk = await startDesk();
  bot = desk.bot;
});
afterAll(async () => {
  expect(desk.faults).toEqual([]);
  await desk.stop();
});

const ASK = { action: "getBusinessName", entityId: "xyzBusinessEntityId" };
const BODY = JSON.stringify(ASK);
const NAME = { name: "Physiotherapie Gleichgewicht" };

describe("the key is found", () => {
  it.each([
    ["in the path", (key: string) => ({ path: `/webhook/${key}` })],
    ["as ?key=", (key: string) => ({ path: `/webhook?key=${key}` })],
    ["as ?key= beside other members", (key: string) => ({ path: `/webhook?a=b&key=${key}&c` })],
    [
      "as Authorization: Bearer",
      (key: string) => ({ path: "/webhook", headers: { authorization: `Bearer ${key}` } }),
    ],
    [
      "as authorization: bearer",
      (key: string) => ({ path: "/webhook", headers: { authorization: `bearer  ${key} ` } }),
    ],
    ["as X-API-Key", (key: string) => ({ path: "/webhook", headers: { "x-api-key": key } })],
    ["as Token", (key: string) => ({ path: "/webhook", headers: { token: key } })],
    ["with a slash at the end", (key: string) => ({ path: "/webhook/", headers: { token: key } })],
  ])("%s", async (_where, options) => {
    const answer = await bot.send(BODY, options(bot.key));
    expect([answer.status, answer.body]).toEqual([200, NAME]);
  });

  it("in the first place that has one: path, ?key=, Authorization, X-API-Key, Token", async () => {
    const places = (keys: readonly string[]) => ({
      path: `/webhook/${keys[0]}?key=${keys[1]}`,
      headers: { authorization: `Bearer ${keys[2]}`, "x-api-key": keys[3]!, token: keys[4]! },
    });
    for (let first = 0; first < 5; first += 1) {
      const keys = Array.from({ length: 5 }, (_, at) => (at === first ? bot.key : at < first ? "" : "wrong"));
      const right = places(keys);
      const wrong = places(keys.map((key) => (key === bot.key ? "wrong" : key === "wrong" ? bot.key : key)));
      expect((await bot.send(BODY, right)).status).toBe(200);
      expect((await bot.send(BODY, wrong)).status).toBe(401);
    }
  });
});

describe("the body", () => {
  it.each([
    ["application/json", { "content-type": "application/json" }],
    ["application/json with a charset", { "content-type": "application/json; charset=utf-8" }],
    ["text/plain", { "content-type": "text/plain" }],
    ["a form's type, as curl -d sends it", { "content-type": "application/x-www-form-urlencoded" }],
    ["an octet stream", { "content-type": "application/octet-stream" }],
    ["an empty type", { "content-type": "" }],
    ["a type that is none", { "content-type": "json" }],
  ])("is read as JSON whatever its type says: %s", async (_what, headers) => {
    const answer = await bot.send(BODY, { headers });
    expect([answer.status, answer.body]).toEqual([200, NAME]);
  });

  it("is read as JSON when it has no type at all", async () => {
    const answer = await bot.send(new TextEncoder().encode(BODY));
    expect([answer.status, answer.body]).toEqual([200, NAME]);
  });

  it("may have unknown members, also in a User", async () => {
    const request = { ...ASK, session: { id: 5, nested: [{}, null] }, "": 1, ACTION: "x" };
    expect((await bot.send(JSON.stringify(request))).body).toEqual(NAME);
    const participant = { firstname: "Max", lastname: "Mustermann", nickname: "Maxi", mood: { good: true } };
    expect(await bot.must("findExistingUser", { participant, confidence: 0.7 })).toHaveLength(2);
  });

  it("is at most 64 KiB: the last byte counts", async () => {
    const exactly = BODY.padEnd(64 * 1024, " ");
    expect((await bot.send(exactly)).body).toEqual(NAME);
    const answer = await bot.send(`${exactly} `);
    expect([answer.status, answer.body.code]).toEqual([413, "payload_too_large"]);
  });
});

describe("every answer", () => {
  const CASES: readonly [what: string, path: string, init: RequestInit, status: number][] = [
    ["200", "/webhook/KEY", { method: "POST", body: BODY }, 200],
    ["400", "/webhook/KEY", { method: "POST", body: "{" }, 400],
    ["401", "/webhook", { method: "POST", body: BODY }, 401],
    ["404 of an unknown entity", "/webhook/KEY", { method: "POST", body: BODY.replace("xyz", "abc") }, 404],
    ["404 of an unknown path", "/nowhere", { method: "POST", body: BODY }, 404],
    ["404 below the webhook", "/webhook/KEY/getSlots", { method: "POST", body: BODY }, 404],
    ["405 of GET", "/webhook/KEY", { method: "GET" }, 405],
    ["405 of PUT", "/webhook/KEY", { method: "PUT", body: BODY }, 405],
    ["405 of PATCH", "/webhook", { method: "PATCH", body: BODY }, 405],
    ["405 of DELETE", "/webhook/", { method: "DELETE" }, 405],
    ["413", "/webhook/KEY", { method: "POST", body: "x".repeat(70_000) }, 413],
    ["422", "/webhook/KEY", { method: "POST", body: '{"action":"getSlots"}' }, 422],
  ];

  it.each(CASES)("is JSON that must not be cached: %s", async (_what, path, init, status) => {
    const answer = await fetch(desk.server.address + path.replace("KEY", bot.key), init);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const type = status === 200 ? "application/json" : "application/problem+json";
    expect(answer.headers.get("content-type")).toMatch(new RegExp(`^${type.replace("+", "\\+")}\\b`));
    const body = await answer.json();
    if (status !== 200)
      expect(body).toMatchObject({ status, code: expect.any(String), speech: expect.any(String) });
  });

  it("405 names the method that is allowed", async () => {
    const answer = await fetch(`${desk.server.address}/webhook/${bot.key}`);
    expect(answer.headers.get("allow")).toBe("POST");
    expect(await answer.json()).toMatchObject({ code: "method_not_allowed" });
  });
});

describe("entityId may accompany any action", () => {
  const START = `${TUESDAY}T10:00:00.000+01:00`;
  const requests: readonly [action: string, members: object][] = [
    ["getEntityForSipId", { sipId: "sip-1" }],
    ["getBusinessName", {}],
    ["getAppointmentTypes", {}],
    ["getAgents", { appointmentTypeId: "massage" }],
    ["getProducts", { appointmentTypeId: "massage" }],
    ["getAppointmentTypesWithProducts", {}],
    ["getSlots", { ...MASSAGE, dateTime: TUESDAY }],
    ["getRequiredInfo", { productId: "massage-30" }],
    ["bookAppointment", { ...MASSAGE, slotId: "s", start: START, booker: {} }],
    ["findExistingUser", { participant: { firstname: "A", lastname: "B" } }],
    ["findExistingBooking", { id: "cl_1" }],
    ["modifyAppointment", { bookingId: "b", slotIdOld: "o", slotIdNew: "n", start: START }],
    ["cancelAppointment", { bookingId: "b", slotId: "s", start: START }],
  ];

  it.each(requests)(
    "%s: an entity that the key does not reach is unknown_entity",
    async (action, members) => {
      const account = await openAccount(desk, [
        studio({ sipIds: ["sip-1"] }),
        { id: "other", name: "Andere", timezone: "Europe/Berlin" },
      ]);
      const narrowed = await desk.botOf(account, { entityIds: ["studio"] });
      for (const entityId of ["other", "nowhere", "xyzBusinessEntityId"]) {
        const answer = await narrowed.call(action, { ...members, entityId });
        expect([answer.status, answer.body.code]).toEqual([404, "unknown_entity"]);
      }
      const own = await narrowed.call(action, { ...members, entityId: "studio" });
      expect(own.body.code).not.toBe("unknown_entity");
    },
  );

  it("a key narrowed to some entities reaches nothing of the others, with and without entityId", async () => {
    const account = await openAccount(desk, [
      studio({ sipIds: ["sip-1"], ...offering({}) }),
      { id: "other", name: "Andere", timezone: "Europe/Berlin", sipIds: ["sip-2"] },
    ]);
    const all = await desk.botOf(account);
    const [slot] = await slotsOf(all);
    const booked = await mustBook(all, slot!);
    const narrowed = await desk.botOf(account, { entityIds: ["other"] });
    const codeOf = async (action: string, members: object) =>
      (await narrowed.call(action, members)).body.code;
    expect(await codeOf("getEntityForSipId", { sipId: "sip-1" })).toBe("unknown_sip");
    expect(await codeOf("getAgents", { appointmentTypeId: "massage" })).toBe("unknown_appointment_type");
    expect(await codeOf("getRequiredInfo", { productId: "massage-30" })).toBe("unknown_product");
    expect(await codeOf("cancelAppointment", booked)).toBe("unknown_booking");
    expect(await narrowed.must("getEntityForSipId", { sipId: "sip-2" })).toEqual({ entityId: "other" });
  });
});

it("the server says that it is alive, ready and how it fares, without a key", async () => {
  const of = async (path: string) => {
    const answer = await fetch(desk.server.address + path);
    return [answer.status, await answer.text()] as const;
  };
  expect(await of("/healthz")).toEqual([200, '{"status":"alive"}']);
  expect(await of("/readyz")).toEqual([200, '{"status":"ready"}']);
  const fresh = await open(desk);
  await mustBook(fresh, (await slotsOf(fresh))[0]!);
  const [status, metrics] = await of("/metrics");
  expect(status).toBe(200);
  expect(metrics).toMatch(/action="bookAppointment",outcome="ok"/);
  expect(metrics).not.toMatch(/Gast|Nummer1|acc-|slk_/);
});
