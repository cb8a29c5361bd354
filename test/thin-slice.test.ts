import { afterAll, beforeAll, expect, it } from "vitest";
import { type DeskUnderTest, startDesk } from "./harness/desk-under-test.ts";

let desk: DeskUnderTest;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

const MASSAGE = { appointmentTypeId: "abc1", productId: "prId1" };

it("offers a slot, books it, and offers it no more", async () => {
  const { bot } = desk;
  const wish = { ...MASSAGE, agentId: "agId1", dateTime: "2026-12-01" };
  const [slot] = await bot.slots(wish);
  const booked = await bot.must("bookAppointment", {
    ...MASSAGE,
    slotId: slot!.avId,
    start: slot!.slotStart,
    booker: { firstname: "Erika", lastname: "Musterfrau", phone: "0341 2223344" },
  });
  expect(booked).toMatchObject({ start: slot!.slotStart, status: "confirmed", agent: { id: "agId1" } });
  const after = await bot.slots(wish);
  expect(after.map((one) => one.avId)).not.toContain(slot!.avId);
  expect(desk.faults).toEqual([]);
});
