import { z } from "zod";
import { listBookings } from "../../booking/list-bookings.ts";
import { done } from "../../booking/outcome.ts";
import { defineAction } from "../action.ts";
import { listedBookingAnswer, wireListedBooking } from "../answers.ts";
import { id, PROOF_MEMBERS, proofDetails } from "../members.ts";

export const findExistingBooking = defineAction({
  name: "findExistingBooking",
  summary: "A client's future bookings, soonest first",
  scope: "clients",
  request: { id: id.meta({ description: "The client's id, from findExistingUser" }), ...PROOF_MEMBERS },
  answer: z.array(listedBookingAnswer),
  example: {
    request: { id: "abcUserId" },
    answer: [
      {
        bookingId: "bk_7Hq2mZcV0aTd",
        slotId: "AAABAAABAcdIxOa1v0lY3bEl",
        start: "2026-12-01T08:00:00.000+01:00",
        end: "2026-12-01T08:30:00.000+01:00",
        appointmentTypeId: "abc1",
        productId: "prId1",
        agent: { id: "agId1", firstname: "Max", lastname: "Mustermann" },
        name: "Massage",
      },
    ],
  },
  handle: async ({ desk, caller }, request) => {
    const listed = await listBookings(desk, caller, {
      entityId: request.entityId,
      clientId: request.id,
      ...proofDetails(request),
    });
    return listed.ok
      ? done(listed.value.map(({ booking, zone }) => wireListedBooking(booking, zone)))
      : listed;
  },
});
