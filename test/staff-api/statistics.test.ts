import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { guest, MASSAGE, mustBook, slotAt, slotsOf, studio } from "../fixtures/studio.ts";
import { type StaffClient, type StaffDesk, startStaffDesk } from "../harness/staff-client.ts";

const PATIENCE = { timeout: 60_000 };
const MONDAY = "2026-11-30";
const DAY = "2026-12-02";

let desk: StaffDesk;
let script: StaffClient;
let guests = 0;

function somebody() {
  guests += 1;
  return guest(guests);
}
const bookAtDesk = (start: string, members: object = {}) =>
  script.must(
    script.post("/bookings", {
      ...{ productId: MASSAGE.productId, agentId: "anna", start, booker: somebody(), overrule: true },
      ...members,
    }),
  );
const ask = (query: object) => script.get("/statistics", { entityId: "studio", ...query });
const tell = (from: string, to: string) => script.must(ask({ from, to }));

beforeAll(async () => {
  const away = [{ start: `${DAY}T10:00`, end: `${DAY}T11:00` }];
  const agents = [
    { id: "anna", firstname: "Anna", lastname: "Albrecht" },
    { id: "ben", firstname: "Ben", lastname: "Brandt", timeOff: away },
  ];
  const entity = studio({ agents });
  const file = { account: { id: "acc-studio", name: "Studio" }, entities: [entity] };
  desk = await startStaffDesk({ files: [JSON.stringify(file)], roles: [] });
  script = desk.staff.script;
  const slot = slotAt(await slotsOf(desk.bot, { dateTime: DAY, agentId: "anna" }), "09:00");
  await mustBook(desk.bot, slot, { booker: somebody(), callId: "call-1" });
  const taken = {
    ...MASSAGE,
    slotId: slot.avId,
    start: slot.slotStart,
    booker: somebody(),
    callId: "call-1",
  };
  expect((await desk.bot.call("bookAppointment", taken)).status).toBe(409);
  await bookAtDesk(`${DAY}T10:00`, { durationMinutes: 45 });
  await bookAtDesk(`${DAY}T23:30`, { agentId: "ben" });
  const gone = await bookAtDesk(`${DAY}T11:00`);
  await script.must(script.change("POST", `/bookings/${gone.id}/cancel`));
  const missed = await bookAtDesk("2026-12-03T00:00");
  const monday = desk.clock.now;
  desk.clock.now = Date.parse(missed.start);
  await script.must(script.change("PATCH", `/bookings/${missed.id}`, { noShow: true }));
  desk.clock.now = monday;
  await vi.waitFor(async () => expect((await tell(MONDAY, MONDAY)).days[0].requests).toBe(3), PATIENCE);
});
afterAll(async () => {
  expect(desk.faults).toEqual([]);
  await desk.stop();
});

describe("statistics", () => {
  it("count each day's bookings by who made them, cancellations and no-shows", async () => {
    const { days } = await tell("2026-12-01", "2026-12-03");
    const none = { calls: 0, requests: 0, averageMs: null, slowestMs: null };
    const quiet = { ...none, bookedByPhone: 0, bookedAtDesk: 0, cancelled: 0, noShows: 0 };
    expect(days).toEqual([
      { ...quiet, date: "2026-12-01" },
      { ...quiet, date: DAY, bookedByPhone: 1, bookedAtDesk: 2, cancelled: 1 },
      { ...quiet, date: "2026-12-03", bookedAtDesk: 1, noShows: 1 },
    ]);
  });

  it("count each day's calls, requests and refusals, and how long they took", async () => {
    const { days, refusals, actions } = await tell(MONDAY, MONDAY);
    expect(days).toMatchObject([{ date: MONDAY, calls: 1, requests: 3 }]);
    expect(days[0].averageMs).toBeGreaterThan(0);
    expect(days[0].slowestMs).toBeGreaterThanOrEqual(days[0].averageMs);
    expect(refusals).toEqual([{ code: "slot_taken", count: 1 }]);
    expect(actions).toEqual([
      { action: "bookAppointment", count: 2 },
      { action: "getSlots", count: 1 },
    ]);
  });

  it("weigh each agent's booked time against the working time, week by week", async () => {
    const { utilisation } = await tell("2026-12-02", "2026-12-07");
    // Three hours a day; Ben is away for one of them.
    expect(utilisation).toEqual([
      { agentId: "anna", week: "2026-W49", bookedMinutes: 105, workingMinutes: 5 * 180 },
      { agentId: "anna", week: "2026-W50", bookedMinutes: 0, workingMinutes: 180 },
      { agentId: "ben", week: "2026-W49", bookedMinutes: 30, workingMinutes: 5 * 180 - 60 },
      { agentId: "ben", week: "2026-W50", bookedMinutes: 0, workingMinutes: 180 },
    ]);
  });

  it("are on the right day also over a change of clocks, and over the turn of a year", async () => {
    const around = [
      ["2027-03-27", "2027-03-28", "2027-03-29"],
      ["2027-10-30", "2027-10-31", "2027-11-01"],
    ];
    for (const dates of around) {
      for (const [index, date] of dates.entries()) {
        await bookAtDesk(`${date}T00:00`);
        for (let one = 0; one < index; one += 1) await bookAtDesk(`${date}T23:${one === 0 ? "30" : "00"}`);
      }
      const { days } = await tell(dates[0]!, dates[2]!);
      const counted = days.map((one: { date: string; bookedAtDesk: number }) => [one.date, one.bookedAtDesk]);
      expect(counted).toEqual(dates.map((date, index) => [date, 1 + index]));
    }
    const { utilisation } = await tell("2027-01-03", "2027-01-04");
    expect(utilisation.map(({ week }: { week: string }) => week)).toEqual([
      ...["2026-W53", "2027-W01", "2026-W53", "2027-W01"],
    ]);
  });

  it("are of an entity that there is, and of no more than a year or so", async () => {
    expect(await ask({ from: DAY, to: "2026-12-01" })).toMatchObject({
      status: 422,
      body: { issues: [{ path: "to" }] },
    });
    expect(await ask({ from: "2020-01-01", to: DAY })).toMatchObject({ status: 422 });
    expect(await ask({ from: DAY })).toMatchObject({ status: 422, body: { issues: [{ path: "to" }] } });
    expect((await ask({ from: DAY, to: DAY, entityId: "nowhere" })).status).toBe(404);
  });
});
