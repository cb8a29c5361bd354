import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openCallLog } from "../../src/places.ts";
import type { WebhookCall } from "../../src/store/call-log.ts";
import { guest, MASSAGE, slotAt, slotsOf, studio } from "../fixtures/studio.ts";
import { type StaffClient, type StaffDesk, startStaffDesk } from "../harness/staff-client.ts";
import type { WebhookClient } from "../harness/webhook-client.ts";

const DAY = "2026-12-02";
/** The call log is written a moment after the request. */
const PATIENCE = { timeout: 60_000 };

const file = (id: string) => JSON.stringify({ account: { id, name: id }, entities: [studio()] });

let desk: StaffDesk;
let script: StaffClient;
let booked: { bookingId: string };
let before: number;

/** A bot that says which call it is about. */
function call(callId: string, bot: WebhookClient = desk.bot) {
  return (action: string, members: object = {}) => {
    desk.clock.now += 1_000;
    return bot.call(action, members, { "x-call-id": callId });
  };
}

beforeAll(async () => {
  desk = await startStaffDesk({ files: [file("acc-studio"), file("acc-zwei")], roles: [] });
  script = desk.staff.script;
  before = desk.clock.now;
  const slot = slotAt(await slotsOf(desk.bot, { dateTime: DAY, agentId: "anna" }), "09:00");
  const wish = { ...MASSAGE, slotId: slot.avId, start: slot.slotStart };
  // Two lines are busy at once: their requests come between each other's.
  const [books, fails, other] = [call("books"), call("fails"), call("theirs", await desk.botOf("acc-zwei"))];
  await books("getBusinessName", { entityId: "studio" });
  await fails("getBusinessName", { entityId: "studio" });
  booked = (await books("bookAppointment", { ...wish, booker: guest(1) })).body;
  await fails("findExistingUser", { participant: guest(1) });
  await fails("bookAppointment", { ...wish, booker: guest(2) });
  await other("getBusinessName", { entityId: "studio" });
  await call("asks")("findExistingUser", { participant: { phone: guest(1).phone } });
  await books("getBusinessName", { entityId: "studio" });
  const { bookingId } = booked;
  await call("cancels")("cancelAppointment", { bookingId, slotId: slot.avId, start: slot.slotStart });
  await vi.waitFor(async () => expect(await idsOf()).toContain("cancels"), PATIENCE);
});
afterAll(async () => {
  expect(desk.faults).toEqual([]);
  await desk.stop();
});

const list = (query: object = {}) => script.must(script.get("/calls", query));
const idsOf = async (query: object = {}) => (await list(query)).items.map(({ id }: { id: string }) => id);

/** All pages of so many. */
async function pages(limit: number, query: object = {}): Promise<{ id: string; requests: number }[]> {
  const seen: { id: string; requests: number }[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: { id: string; requests: number }[]; nextCursor: string | null } = await list({
      ...{ limit, ...query },
      ...(cursor === null ? {} : { cursor }),
    });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    seen.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return seen;
}

describe("the list of telephone calls", () => {
  it("has each once, those that began last first, with what became of it", async () => {
    const { items, nextCursor } = await list();
    expect(nextCursor).toBeNull();
    const nameless = {
      id: expect.stringMatching(/^request-\d+$/),
      hasCallId: false,
      outcome: "informed",
      requests: 1,
      clients: [],
    };
    const about = (knownBy: string) => {
      const { firstname, lastname } = guest(1);
      return { id: expect.stringMatching(/^cl_/), firstname, lastname, knownBy };
    };
    const at = (seconds: number) => new Date(before + seconds * 1_000).toISOString();
    expect(items).toEqual([
      expect.objectContaining({
        ...{ id: "cancels", outcome: "cancelled", refusals: [], clients: [about("booking")] },
      }),
      expect.objectContaining({ id: "asks", outcome: "informed", clients: [about("phone")] }),
      expect.objectContaining({
        ...{ id: "fails", clients: [about("details")] },
        outcome: "failed",
        refusals: ["slot_taken"],
        entityId: "studio",
      }),
      {
        ...{ id: "books", entityId: "studio", begunAt: at(1), endedAt: at(8), requests: 3 },
        ...{ hasCallId: true, outcome: "booked", refusals: [], clients: [about("booking")] },
      },
      expect.objectContaining(nameless),
    ]);
  });

  it.each([1, 2, 3])("is the same in pages of %i, also of calls at the same time", async (limit) => {
    expect(await pages(limit)).toEqual((await list()).items);
  });

  it("is narrowed to an outcome, and to what was refused", async () => {
    expect(await idsOf({ outcome: "booked" })).toEqual(["books"]);
    expect(await idsOf({ outcome: "failed" })).toEqual(["fails"]);
    expect(await idsOf({ refusal: "slot_taken" })).toEqual(["fails"]);
    expect(await idsOf({ refusal: "unknown_agent" })).toEqual([]);
    expect((await pages(1, { outcome: "informed" })).map(({ id }) => id)).toEqual(
      await idsOf({ outcome: "informed" }),
    );
    expect((await script.get("/calls", { outcome: "gone" })).status).toBe(422);
    expect((await script.get("/calls", { cursor: "nonsense" })).status).toBe(422);
  });
});

describe("one call", () => {
  it("is the sequence of its requests with the bookings that were made in it", async () => {
    const { call: told, steps, bookings } = await script.must(script.get("/calls/books"));
    expect(told).toEqual((await list()).items.find(({ id }: { id: string }) => id === "books"));
    expect(
      steps.map(({ action, outcome }: { action: string; outcome: string }) => [action, outcome]),
    ).toEqual([
      ["getBusinessName", "ok"],
      ["bookAppointment", "ok"],
      ["getBusinessName", "ok"],
    ]);
    expect(bookings).toMatchObject([
      { id: booked.bookingId, source: "phone", callId: "books", status: "cancelled" },
    ]);
    const cancelling = await script.must(script.get("/calls/cancels"));
    expect(cancelling.bookings).toMatchObject([{ id: booked.bookingId }]);
  });

  it("says nothing of who called", async () => {
    const { steps } = await script.must(script.get("/calls/books"));
    expect(JSON.stringify(steps)).not.toMatch(/Gast|Nummer1|5500001/);
  });

  it("names nobody who was erased", async () => {
    const [client] = (await script.must(script.get("/calls/cancels"))).call.clients;
    await script.must(script.change("DELETE", `/clients/${client.id}`));
    const { items } = await list();
    expect(items.flatMap(({ clients }: { clients: object[] }) => clients)).toEqual([]);
    expect((await script.must(script.get("/calls/fails"))).call.clients).toEqual([]);
  });

  it("can be a single request that names no call", async () => {
    const id = (await idsOf()).find((one: string) => one.startsWith("request-"));
    const { steps, bookings } = await script.must(script.get(`/calls/${id}`));
    expect(steps).toMatchObject([{ action: "getSlots", outcome: "ok", request: { dateTime: DAY } }]);
    expect(bookings).toEqual([]);
  });

  it("is not there when it never was", async () => {
    for (const id of ["nothing", "request-999999", "request-0", `request-${"9".repeat(30)}`, "theirs"])
      expect([id, (await script.get(`/calls/${id}`)).status]).toEqual([id, 404]);
  });
});

describe("more requests than are looked through at once", () => {
  it("lead to calls that are whole, each once", async () => {
    const log = await openCallLog(desk.place);
    const row: WebhookCall = {
      ...{ at: desk.clock.now, accountId: desk.accountId, keyId: "key", entityId: "studio", callId: null },
      ...{ action: "getSlots", outcome: "ok", milliseconds: 1, request: null, answer: null },
    };
    const many = 100;
    // The long one is there all the time, from the first request to the last.
    for (let number = 0; number < many; number += 1) {
      for (let request = 0; request < 40; request += 1) {
        log.record({ ...row, callId: request % 10 === 0 ? "long" : `many-${number}` });
      }
    }
    log.record({ ...row, callId: "long", action: "bookAppointment" });
    await log.close();
    const seen = await pages(30);
    const ids = seen.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.slice(0, many)).toEqual(
      Array.from({ length: many }, (_, index) => `many-${many - 1 - index}`),
    );
    expect(ids.slice(many, many + 2)).toEqual(["long", "cancels"]);
    expect(seen.slice(0, many).every(({ requests }) => requests === 36)).toBe(true);
    expect(seen[many]).toMatchObject({ id: "long", requests: 401, outcome: "booked" });
    expect((await pages(30, { outcome: "booked" })).map(({ id }) => id)).toEqual(["long", "books"]);
  });
});
