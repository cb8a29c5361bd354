import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServer } from "../../src/main.ts";
import { guest, studio } from "../fixtures/studio.ts";
import {
  type Live,
  listen,
  type StaffClient,
  type StaffDesk,
  scriptOf,
  startStaffDesk,
} from "../harness/staff-client.ts";

/** Of a machine that does other things: what is told comes at once, but nobody measures it here. */
const PATIENCE = { timeout: 60_000 };
const FILE = JSON.stringify({ account: { id: "acc-studio", name: "Studio" }, entities: [studio()] });

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

let minutes = 0;
/** Each at a time of its own, in the evening. */
function book(client: StaffClient) {
  minutes += 30;
  const time = `${String(13 + Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  const wish = {
    productId: "massage-30",
    agentId: "anna",
    start: `2026-12-02T${time}`,
    booker: guest(minutes),
  };
  return client.must(client.post("/bookings", { ...wish, overrule: true }));
}

const hears = (live: Live, event: string) => expect.poll(() => live.events, PATIENCE).toContain(event);
const forget = (live: Live) => live.events.splice(0);
const isOver = (live: Live) => expect.poll(live.isOpen, PATIENCE).toBe(false);

describe("who listens", () => {
  it("is somebody of the account", async () => {
    const webhook = await scriptOf(desk, desk.accountId, { scopes: ["read"] });
    expect((await listen(desk.staff.nobody)).status).toBe(401);
    expect((await listen(webhook)).status).toBe(403);
    const answered = await desk.staff.nobody.get("/live");
    expect(answered.body).toMatchObject({ code: "unauthenticated", status: 401 });
    expect(answered.headers.get("content-type")).toContain("application/problem+json");
  });

  it("hears a greeting at once, and then what changes", async () => {
    const live = await listen(owner);
    expect(live.status).toBe(200);
    await hears(live, "hello");
    await book(owner);
    await hears(live, "bookings");
    await owner.must(owner.change("PATCH", "/agents/anna", { gender: "female" }));
    await hears(live, "configuration");
    live.close();
    await isOver(live);
  });

  it("hears what another server has booked", async () => {
    const other = await startServer(
      { ...desk.settings, port: 0 },
      { now: () => desk.clock.now, newId: (prefix) => `${prefix}_other${Math.random()}` },
    );
    try {
      const live = await listen(owner);
      await hears(live, "hello");
      forget(live);
      await book(owner.at(other.address));
      await hears(live, "bookings");
      await hears(live, "clients");
      live.close();
    } finally {
      await other.stop();
    }
  });

  it("hears of a change, a cancellation and a note", async () => {
    const booked = await book(owner);
    const live = await listen(owner);
    await hears(live, "hello");
    for (const change of [
      () => owner.change("POST", `/bookings/${booked.id}/move`, { agentId: "ben", overrule: true }),
      () => owner.change("PATCH", `/bookings/${booked.id}`, { note: "late" }),
      () => owner.change("POST", `/bookings/${booked.id}/cancel`),
    ]) {
      forget(live);
      await owner.must(change());
      await hears(live, "bookings");
    }
    live.close();
  });

  it("hears of a card that is new, changed, merged or erased, and of a booking's new client", async () => {
    const card = await owner.must(owner.post("/clients", { lastname: "Albers" }));
    const other = await owner.must(owner.post("/clients", { lastname: "Albers", city: "Leipzig" }));
    const live = await listen(owner);
    await hears(live, "hello");
    for (const change of [
      () => owner.post("/clients", { lastname: "Behrens" }),
      () => owner.change("PATCH", `/clients/${card.id}`, { note: "left-handed" }),
      () => owner.post(`/clients/${card.id}/merge`, { dropId: other.id }),
      () => owner.change("DELETE", `/clients/${card.id}`),
      () => book(owner),
    ]) {
      forget(live);
      await owner.must(change());
      await hears(live, "clients");
    }
    live.close();
  });

  it("hears of calls", async () => {
    const live = await listen(owner);
    await hears(live, "hello");
    await desk.bot.must("getBusinessName", { entityId: "studio" });
    // Whatever the desk's clock says, the log is looked at once a second of it.
    await expect
      .poll(() => {
        desk.clock.now += 1_001;
        return live.events;
      }, PATIENCE)
      .toContain("calls");
    live.close();
  });

  it("hears no more when the membership ends, or the session", async () => {
    const [rita, otto] = [await desk.hire("readonly"), await desk.hire("readonly")];
    const lives = [await listen(rita), await listen(otto)];
    for (const live of lives) await hears(live, "hello");
    await owner.must(owner.send("DELETE", `/members/${rita.userId}`));
    await otto.must(otto.post("/api/auth/sign-out"));
    desk.clock.now += 31_000;
    for (const live of lives) {
      await isOver(live);
      expect(live.broken()).toBeUndefined();
    }
  });
});

describe("a server that stops", () => {
  it("lets go of who listens", async () => {
    const stopping = await startStaffDesk({ files: [FILE], roles: [] });
    const live = await listen(stopping.staff.script);
    await hears(live, "hello");
    await stopping.stop();
    await isOver(live);
    expect(live.broken()).toBeUndefined();
    expect(stopping.faults).toEqual([]);
  });
});
