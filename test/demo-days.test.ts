import { expect, it } from "vitest";
import { prepareDemo } from "../src/cli/demo.ts";
import { fillDemoDays } from "../src/cli/demo-days.ts";
import type { Booking } from "../src/staff-api/wire-types.ts";
import { startDesk } from "./harness/desk-under-test.ts";
import { startStaffDesk } from "./harness/staff-client.ts";

/** Appointments of the demo that begins then, by day. */
async function demoAt(now: string) {
  const desk = await startStaffDesk({ now: Date.parse(now), roles: [] });
  try {
    await fillDemoDays(desk.server, desk.accountId, desk.bot.key);
    const { script } = desk.staff;
    const query = { entityId: "xyzBusinessEntityId", from: "2026-11-01", to: "2026-12-31", limit: 500 };
    const { items } = await script.must(script.get("/bookings", query));
    const { body: history } = await script.get(`/bookings/${items[0].id}/events`);
    expect(history.items).toMatchObject([{ kind: "created", by: { kind: "person", name: "Demo" } }]);
    expect(desk.faults).toEqual([]);
    return Map.groupBy(items as Booking[], ({ start }) => start.slice(0, 10));
  } finally {
    await desk.stop();
  }
}

it("the demo has a day that looks used, a next one with calls, and known clients, whenever it begins", async () => {
  const [friday, again, saturday] = await Promise.all(
    ["2026-11-27T17:00+01:00", "2026-11-27T17:00+01:00", "2026-11-28T11:00+01:00"].map(demoAt),
  );
  expect([...friday!.keys()]).toEqual(["2026-11-26", "2026-11-27", "2026-11-30"]);
  expect([...saturday!.keys()]).toEqual(["2026-11-27", "2026-11-30", "2026-12-01"]);
  const [, today, next] = [...friday!.values()] as [Booking[], Booking[], Booking[]];
  expect(today.length).toBeGreaterThan(8);
  expect(today.filter(({ status }) => status === "cancelled")).toHaveLength(1);
  expect(today.filter(({ isNewClient }) => isNewClient).map(({ booker }) => booker.lastname)).toEqual([
    "Lehmann",
  ]);
  expect(next.filter(({ source }) => source === "phone")).toHaveLength(2);
  const shown = (days: Map<string, Booking[]>) =>
    [...days.values()].flat().map(({ start, agentId, booker }) => [start, agentId, booker.lastname]);
  expect(shown(again!)).toEqual(shown(friday!));
});

it("the demo is filled by the first server that gets that far, once, and runs without, too", async () => {
  const desk = await startDesk({ files: [] });
  // A server made the account and ended; this is the next one.
  await prepareDemo(desk.settings);
  const { fillDays } = await prepareDemo(desk.settings);
  const query = { entityId: "xyzBusinessEntityId", range: { start: 0, end: 1_000_000_000 }, most: 500 };
  const bookings = () => desk.store.bookingsBetween("acc-leipzig", query);
  const fault = new Error("disk full");
  const broken = { ...desk.store, bookingsBetween: () => Promise.reject(fault) };
  const { faults, server } = desk;
  await fillDays({ ...server, desk: { ...server.desk, store: broken } }, (error) => faults.push(error));
  expect(faults.splice(0)).toEqual([fault]);
  await fillDays(server, (error) => faults.push(error));
  const filled = await bookings();
  expect(filled.length).toBeGreaterThan(20);
  await fillDays(server, (error) => faults.push(error));
  expect(await bookings()).toEqual(filled);
  expect(faults).toEqual([]);
  await desk.stop();
});
