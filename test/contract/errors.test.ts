import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Language } from "../../src/scheduling/configuration.ts";
import { StoreUnavailable } from "../../src/store/store.ts";
import { PROBLEMS, type ProblemCode } from "../../src/webhook/problems.ts";
import {
  book,
  guest,
  halfHour,
  MASSAGE,
  mustBook,
  offering,
  openAccount,
  slotAt,
  slotsOf,
  studio,
  TUESDAY,
} from "../fixtures/studio.ts";
import { type DeskUnderTest, MONDAY_MORNING, startDesk } from "../harness/desk-under-test.ts";
import { WebhookClient, type WireAnswer } from "../harness/webhook-client.ts";

let desk: DeskUnderTest;
beforeAll(async () => {
  desk = await startDesk();
});
afterEach(() => {
  desk.clock.now = MONDAY_MORNING;
});
afterAll(() => desk.stop());

/** A studio that speaks that language, with one agent and everything that can go wrong. */
interface Scene {
  readonly account: string;
  readonly bot: WebhookClient;
  readonly language: Language;
}

async function scene(language: Language): Promise<Scene> {
  const account = await openAccount(desk, {
    language,
    changeNoticeMinutes: 60,
    ...offering({}, ["anna"]),
  });
  return { account, bot: await desk.botOf(account), language };
}

const refused: Readonly<Record<string, { status: number; provoke: (scene: Scene) => Promise<WireAnswer> }>> =
  {
    malformed_json: {
      status: 400,
      provoke: ({ bot }) => bot.send("{"),
    },
    invalid_request: {
      status: 422,
      provoke: ({ bot }) => bot.call("getBusinessName", {}),
    },
    unknown_action: {
      status: 400,
      provoke: ({ bot }) => bot.call("getWeather", {}),
    },
    forbidden: {
      status: 403,
      provoke: async ({ account }) =>
        await (await desk.botOf(account, { scopes: ["book"] })).call("getBusinessName", {
          entityId: "studio",
        }),
    },
    unknown_sip: {
      status: 404,
      provoke: ({ bot }) => bot.call("getEntityForSipId", { sipId: "phoneSipId0" }),
    },
    unknown_entity: {
      status: 404,
      provoke: ({ bot }) => bot.call("getBusinessName", { entityId: "nowhere" }),
    },
    unknown_appointment_type: {
      status: 404,
      provoke: ({ bot }) => bot.call("getAgents", { entityId: "studio", appointmentTypeId: "nothing" }),
    },
    unknown_agent: {
      status: 404,
      provoke: ({ bot }) => bot.call("getSlots", { ...MASSAGE, agentId: "nobody", dateTime: TUESDAY }),
    },
    unknown_product: {
      status: 404,
      provoke: ({ bot }) => bot.call("getRequiredInfo", { productId: "nothing" }),
    },
    unknown_slot: {
      status: 404,
      provoke: async ({ bot }) => book(bot, (await slotsOf(bot))[0]!, { slotId: "abcSlotId" }),
    },
    unknown_booking: {
      status: 404,
      provoke: ({ bot }) =>
        bot.call("cancelAppointment", { bookingId: "bk_0", slotId: "s", start: `${TUESDAY}T10:00` }),
    },
    unknown_client: {
      status: 404,
      provoke: ({ bot }) => bot.call("findExistingBooking", { id: "cl_0" }),
    },
    slot_taken: {
      status: 409,
      provoke: async ({ bot }) => {
        const slot = slotAt(await slotsOf(bot), "10:00");
        await mustBook(bot, slot, { booker: guest(1) });
        return await book(bot, slot, { booker: guest(2) });
      },
    },
    slot_mismatch: {
      status: 409,
      provoke: async ({ bot }) => book(bot, (await slotsOf(bot))[0]!, { start: `${TUESDAY}T10:01` }),
    },
    slot_not_offered: {
      status: 409,
      provoke: async ({ bot }) => {
        const slot = slotAt(await slotsOf(bot), "10:30");
        desk.clock.now = Date.parse("2026-12-02T00:00:00+01:00");
        return await book(bot, slot);
      },
    },
    missing_information: {
      status: 422,
      provoke: async ({ bot }) => book(bot, (await slotsOf(bot))[0]!, { booker: { firstname: "Max" } }),
    },
    not_changeable: {
      status: 409,
      provoke: async ({ bot }) => {
        const booked = await mustBook(bot, slotAt(await slotsOf(bot), "11:00"), { booker: guest(3) });
        desk.clock.now = Date.parse(booked.start) - 30 * 60_000;
        return await bot.call("cancelAppointment", booked);
      },
    },
    too_broad: {
      status: 422,
      provoke: ({ bot }) => bot.call("findExistingUser", { participant: { firstname: "Max" } }),
    },
    unavailable: {
      status: 503,
      provoke: async ({ bot }) => {
        const slot = slotAt(await slotsOf(bot), "11:30");
        const commit = vi.spyOn(desk.store, "commitBooking");
        commit.mockRejectedValueOnce(new StoreUnavailable("database or disk is full: /var/lib/slotline.db"));
        return await book(bot, slot, { booker: guest(4) });
      },
    },
    internal_error: {
      status: 500,
      provoke: async ({ bot }) => {
        const slot = slotAt(await slotsOf(bot), "11:30");
        const commit = vi.spyOn(desk.store, "commitBooking");
        commit.mockRejectedValueOnce(
          new TypeError("select * from bookings where account_id = 'acc' at book.ts:12"),
        );
        return await book(bot, slot, { booker: guest(4) });
      },
    },
  };

const MEMBERS = ["type", "title", "status", "code", "speech", "retryable"];
const OPTIONAL = ["detail", "missing", "alternatives", "issues"];

function expectProblem(answer: WireAnswer, code: string, status: number, language: Language): void {
  const { body, headers } = answer;
  expect([answer.status, body.code]).toEqual([status, code]);
  expect(headers.get("content-type")).toMatch(/^application\/problem\+json\b/);
  expect(headers.get("cache-control")).toBe("no-store");
  expect(Object.keys(body)).toEqual(expect.arrayContaining(MEMBERS));
  expect(Object.keys(body).filter((name) => ![...MEMBERS, ...OPTIONAL].includes(name))).toEqual([]);
  expect(body).toMatchObject({ status, type: expect.any(String), title: expect.any(String) });
  expect(body.retryable).toBe(["rate_limited", "unavailable", "internal_error"].includes(code));
  expect(body.speech).toBe(PROBLEMS[code as ProblemCode].speech[language]);
  // One short sentence that can be said aloud.
  expect(body.speech).toMatch(/^\p{Lu}[^{}<>_]{10,100}[.?]$/u);
}

describe.each<Language>(["de", "en"])("problems of a business that speaks %s", (language) => {
  let own: Scene;
  beforeAll(async () => {
    own = await scene(language);
  });

  it.each(Object.entries(refused))("%s", async (code, { status, provoke }) => {
    const faults = desk.faults.length;
    const answer = await provoke(own);
    expectProblem(answer, code, status, language);
    // Faults of Slotline itself are told to its owner, refusals are not.
    expect(desk.faults.length - faults).toBe(status >= 500 ? 1 : 0);
    expect(JSON.stringify(answer.body)).not.toMatch(/select |\.ts\b|\.db\b|node_modules|\bat \S+:\d+/i);
  });
});

it("what can be said differs between the languages, for every problem", () => {
  for (const { speech } of Object.values(PROBLEMS)) expect(speech.de).not.toBe(speech.en);
});

describe("members that help", () => {
  let own: Scene;
  beforeAll(async () => {
    own = await scene("en");
  });

  it("unknown_action lists the 13 actions", async () => {
    const { body } = await own.bot.call("toString");
    expect(body.detail.match(/\b(?:get|find|book|modify|cancel)[A-Z]\w+/g)).toHaveLength(13);
  });

  it("an absent action is unknown_action too", async () => {
    for (const action of [undefined, null, 5, "", "GETSLOTS", ["getSlots"]]) {
      const { status, body } = await own.bot.send(JSON.stringify({ action }));
      expect([status, body.code]).toEqual([400, "unknown_action"]);
    }
  });

  it("issues name each bad member by its path, with a message", async () => {
    const request = {
      ...MASSAGE,
      productId: 5,
      start: "tomorrow",
      booker: { firstname: ["Max"], email: "no mail", dob: "31.02.1985" },
    };
    const { body } = await own.bot.call("bookAppointment", request);
    const paths = body.issues.map((issue: { path: string }) => issue.path).sort();
    expect(paths).toEqual(["booker.dob", "booker.email", "booker.firstname", "productId", "slotId", "start"]);
    const messages = Object.fromEntries(
      body.issues.map((issue: { path: string; message: string }) => [issue.path, issue.message]),
    );
    expect(messages).toMatchObject({
      slotId: expect.stringContaining("missing"),
      productId: expect.stringContaining("string"),
      start: expect.stringContaining("ISO 8601"),
      "booker.email": expect.stringContaining("mail"),
      "booker.dob": expect.stringContaining("1985-07-25"),
    });
  });

  it("missing is there for missing_information only, alternatives for slots not to be had", async () => {
    for (const [code, { provoke }] of Object.entries(refused)) {
      desk.clock.now = MONDAY_MORNING;
      const { body } = await provoke(await scene("de"));
      expect("missing" in body, code).toBe(code === "missing_information");
      expect("alternatives" in body, code).toBe(["slot_taken", "slot_not_offered"].includes(code));
      expect("issues" in body, code).toBe(code === "invalid_request");
    }
  });

  it("unavailable says when to try again", async () => {
    const { headers } = await refused.unavailable!.provoke(await scene("de"));
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("a booking that could not be kept is not there, and the same wish succeeds afterwards", async () => {
    const { bot } = own;
    const slot = slotAt(await slotsOf(bot), "09:30");
    vi.spyOn(desk.store, "commitBooking").mockRejectedValueOnce(new StoreUnavailable("busy"));
    expect((await book(bot, slot)).status).toBe(503);
    expect((await mustBook(bot, slot)).status).toBe("confirmed");
  });
});

describe("speech of an account whose entities speak different languages", () => {
  let bot: WebhookClient;
  let account: string;
  const english = {
    ...studio({ id: "london", timezone: "Europe/London", language: "en", sipIds: ["sip-london"] }),
    changeNoticeMinutes: 100_000,
    agents: [{ id: "lucy", firstname: "Lucy", lastname: "L" }],
    appointmentTypes: [{ id: "rub", name: "Rub", agents: ["lucy"], products: [halfHour({ id: "rub-30" })] }],
  };
  const wish = { appointmentTypeId: "rub", productId: "rub-30" };
  beforeAll(async () => {
    account = await openAccount(desk, [studio({ language: "de" }), english]);
    bot = await desk.botOf(account);
  });

  it.each([
    ["entityId", "getAgents", { entityId: "london", appointmentTypeId: "nothing" }],
    ["appointmentTypeId", "getSlots", { ...wish, dateTime: "blau" }],
    ["productId", "getRequiredInfo", { productId: "rub-30", entityId: "studio" }],
    ["agentId", "getSlots", { ...MASSAGE, agentId: "lucy", dateTime: TUESDAY, productId: 5 }],
  ])("is the language of the entity that the %s belongs to", async (member, action, members) => {
    const { body } = await bot.call(action, members);
    const language = member === "productId" || member === "agentId" ? "de" : "en";
    expect(body.speech).toMatch(language === "en" ? /I am sorry|Which day/ : /leider/);
  });

  it("is the language of the booking's entity when a change of it is refused", async () => {
    const [slot] = await slotsOf(bot, wish);
    const { bookingId, slotId, start } = await mustBook(bot, slot!, wish);
    const refusals = [
      await bot.call("cancelAppointment", { bookingId, slotId, start }),
      await bot.call("cancelAppointment", { bookingId, slotId: "other", start }),
      await bot.call("modifyAppointment", { bookingId, slotIdOld: slotId, slotIdNew: "nothing", start }),
    ];
    expect(refusals.map(({ body }) => [body.code, body.speech])).toEqual(
      (["not_changeable", "slot_mismatch", "unknown_slot"] as const).map((code) => [
        code,
        PROBLEMS[code].speech.en,
      ]),
    );
  });

  it("is that of the entity that a key is narrowed to, also when the body cannot be read", async () => {
    const narrowed = await desk.botOf(account, { entityIds: ["london"] });
    for (const answer of [
      await narrowed.send("{"),
      await narrowed.call("getWeather"),
      await narrowed.call("findExistingUser", { participant: {} }),
    ]) {
      expect(answer.body.speech).toBe(PROBLEMS[answer.body.code as ProblemCode].speech.en);
    }
  });
});

describe("unauthorized", () => {
  it.each([
    ["no key", ""],
    ["an empty key", "/"],
    ["a wrong key", "/slk_wrong"],
  ])("%s, no answer: 401", async (_what, suffix) => {
    const stranger = new WebhookClient(desk.server.address, "");
    const answer = await stranger.send(JSON.stringify({ action: "getBusinessName", entityId: "studio" }), {
      path: `/webhook${suffix}`,
    });
    expectProblem(answer, "unauthorized", 401, "de");
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
  });

  it("a key that is revoked or has expired, to the millisecond", async () => {
    const { account } = await scene("de");
    const expiring = await desk.botOf(account, { expiresAt: MONDAY_MORNING + 1_000 });
    const revoked = await desk.botOf(account, { revokedAt: MONDAY_MORNING - 1 });
    const name = (bot: WebhookClient) => bot.call("getBusinessName", { entityId: "studio" });
    expectProblem(await name(revoked), "unauthorized", 401, "de");
    desk.clock.now = MONDAY_MORNING + 999;
    expect((await name(expiring)).status).toBe(200);
    desk.clock.now += 1;
    expectProblem(await name(expiring), "unauthorized", 401, "de");
  });
});

describe("scopes", () => {
  const ACTIONS = {
    read: [
      "getEntityForSipId",
      "getBusinessName",
      "getAppointmentTypes",
      "getAgents",
      "getProducts",
      "getAppointmentTypesWithProducts",
      "getSlots",
      "getRequiredInfo",
    ],
    book: ["bookAppointment", "modifyAppointment", "cancelAppointment"],
    clients: ["findExistingUser", "findExistingBooking"],
  } as const;

  it.each(Object.keys(ACTIONS) as (keyof typeof ACTIONS)[])(
    "a key for %s does that and nothing else",
    async (scope) => {
      const { account } = await scene("de");
      const bot = await desk.botOf(account, { scopes: [scope] });
      for (const [needed, actions] of Object.entries(ACTIONS)) {
        for (const action of actions) {
          const { body } = await bot.call(action, {});
          expect(body.code === "forbidden", `${action} with ${scope}`).toBe(needed !== scope);
        }
      }
    },
  );
});

describe("limits", () => {
  it("count per key and say when to try again; another key is not held up", async () => {
    const limited = await startDesk({ settings: { requestsPerMinute: 3, failuresPerMinute: 2 } });
    const name = (bot: WebhookClient) => bot.call("getBusinessName", { entityId: "xyzBusinessEntityId" });
    for (let request = 0; request < 3; request += 1) expect((await name(limited.bot)).status).toBe(200);
    const answer = await name(limited.bot);
    expectProblem(answer, "rate_limited", 429, "de");
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    const other = await limited.botOf("acc-leipzig");
    expect((await name(other)).status).toBe(200);

    const stranger = new WebhookClient(limited.server.address, "slk_guess");
    const codes = [];
    for (let guess = 0; guess < 3; guess += 1) codes.push((await name(stranger)).body.code);
    expect(codes).toEqual(["unauthorized", "unauthorized", "rate_limited"]);
    // A valid key from an address that others guess from goes on working.
    expect((await name(other)).status).toBe(200);
    expect(limited.faults).toEqual([]);
    await limited.stop();
  });
});

it("a key with errorStatus 200 gets every problem as 200, told by its code and status member", async () => {
  const { account } = await scene("de");
  const bot = await desk.botOf(account, { errorStatus: 200 });
  const answers = [
    [await bot.call("getBusinessName", { entityId: "nowhere" }), "unknown_entity", 404],
    [await bot.send("{"), "malformed_json", 400],
    [await bot.call("getWeather"), "unknown_action", 400],
    [await bot.call("getSlots"), "invalid_request", 422],
  ] as const;
  for (const [answer, code, status] of answers) {
    expect([answer.status, answer.body.code, answer.body.status]).toEqual([200, code, status]);
    expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json\b/);
  }
});
