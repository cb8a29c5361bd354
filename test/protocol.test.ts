import { describe, expect, it } from "vitest";
import { createClient } from "../src/client/index.ts";
import { type ActionName, ACTIONS as PROTOCOL } from "../src/protocol/index.ts";
import { ACTIONS as SERVED } from "../src/webhook/actions.ts";
import { startDesk } from "./harness/desk-under-test.ts";

describe("the wire as callers read it is the wire as it is served", () => {
  it("has the same 13 actions", () => {
    expect(Object.keys(PROTOCOL).sort()).toEqual([...SERVED.keys()].sort());
  });

  it.each(Object.keys(PROTOCOL) as ActionName[])("%s", (name) => {
    const { request, example } = SERVED.get(name)!;
    const { action: _, ...members } = example.request as { action: string };
    expect(PROTOCOL[name].request.parse({ entityId: "e", ...members })).toMatchObject(members);
    expect(PROTOCOL[name].answer.parse(example.answer)).toEqual(example.answer);
    const known = Object.keys(PROTOCOL[name].request.shape);
    expect(known.filter((member) => !(member in request.shape))).toEqual([]);
  });
});

it("the client books, moves, lists and cancels at the server", async () => {
  const desk = await startDesk();
  try {
    const client = createClient({ url: `${desk.bot.address}/webhook/${desk.bot.key}` });
    const { entityId } = await client.getEntityForSipId({ sipId: "phoneSipId12345678" });
    const [type] = await client.getAppointmentTypes({ entityId });
    const [agent] = await client.getAgents({ entityId, appointmentTypeId: type!.id });
    const [product] = await client.getProducts({ entityId, appointmentTypeId: type!.id });
    const ofProduct = { entityId, appointmentTypeId: type!.id, productId: product!.id };
    const [slot, , later] = await client.getSlots({
      ...ofProduct,
      agentId: agent!.id,
      dateTime: "2026-12-03",
    });
    const participant = { firstname: "Erika", lastname: "Musterfrau", phone: "+493412223344" };
    const wish = { ...ofProduct, slotId: slot!.avId, start: slot!.slotStart, booker: participant };
    const { bookingId } = await client.bookAppointment(wish);
    const moved = await client.modifyAppointment({
      bookingId,
      slotIdOld: slot!.avId,
      slotIdNew: later!.avId,
      start: later!.slotStart,
    });
    const [user] = await client.findExistingUser({ entityId, participant });
    const listed = await client.findExistingBooking({ entityId, id: user!.id, participant });
    expect(listed).toMatchObject([{ bookingId, slotId: moved.slotId, start: later!.slotStart }]);
    const { slotId, start } = listed[0]!;
    expect(await client.cancelAppointment({ bookingId, slotId, start })).toEqual({
      bookingId,
      status: "cancelled",
    });
    await expect(client.bookAppointment({ ...wish, booker: {} })).rejects.toMatchObject({
      code: "missing_information",
      missing: ["booker.firstname", "booker.lastname", "booker.phone"],
    });
  } finally {
    await desk.stop();
  }
});
