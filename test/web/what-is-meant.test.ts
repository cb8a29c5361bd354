import { describe, expect, it } from "vitest";
import type { Booking } from "../../src/staff-api/wire-types.ts";
import { mendReasons } from "../../web/src/pages/why/mend-reasons.ts";
import { personTyped } from "../../web/src/parts/typed-person.ts";

describe("who was looked for in vain", () => {
  it.each([
    ["Neuhaus, Berta", "Berta", "Neuhaus", ""],
    ["Berta Neuhaus", "Berta", "Neuhaus", ""],
    ["Anna Maria Müller", "Anna Maria", "Müller", ""],
    ["Anna von der Berg", "Anna", "von der Berg", ""],
    ["Neuhaus", "", "Neuhaus", ""],
    ["0341 555", "", "", "0341 555"],
    ["12.03.1980", "", "", ""],
  ])("begins a card for %s", (typed, firstname, lastname, phone) => {
    expect(personTyped(typed)).toEqual({ firstname, lastname, phone });
  });
});

describe("why a time is too soon", () => {
  const at = (clock: string) => `2026-12-01T${clock}:00.000+01:00`;
  const span = (from: string, to: string) => ({ start: at(from), end: at(to) });
  const starts = ["08:00", "09:00", "10:00"].map((clock) => ({
    start: at(clock),
    rule: "too_soon" as const,
  }));

  it("is no reason where somebody is absent or has an appointment anyway", () => {
    const booking = {
      ...span("09:15", "09:45"),
      id: "bk_1",
      agentId: "agId1",
      status: "confirmed",
    } as Booking;
    const mended = mendReasons(
      { agentId: "agId1", basis: "weekly_hours", workingTime: [], starts },
      {
        absences: [{ ...span("07:00", "08:30"), kind: "time_off", reason: "Krank" }],
        bookings: [booking, { ...booking, ...span("10:00", "10:30"), agentId: "agId2" }],
        minutes: 30,
      },
    );
    expect(mended.starts).toEqual([
      { start: at("08:00"), rule: "absent", absence: "time_off", reason: "Krank" },
      { start: at("09:00"), rule: "agent_busy", bookingId: "bk_1" },
      { start: at("10:00"), rule: "too_soon" },
    ]);
  });
});
