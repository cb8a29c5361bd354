import { move } from "../../booking/move.ts";
import { done } from "../../booking/outcome.ts";
import { defineAction } from "../action.ts";
import { bookingAnswer, wireBooking } from "../answers.ts";
import { id, PROOF_MEMBERS, proofDetails, timestamp } from "../members.ts";
import { bookAppointment } from "./book-appointment.ts";

export const modifyAppointment = defineAction({
  name: "modifyAppointment",
  summary: "Moves a booking to another slot of the same product",
  scope: "book",
  request: {
    bookingId: id,
    slotIdOld: id.meta({ description: "The slot that the booking has; otherwise nothing is changed" }),
    slotIdNew: id.meta({ description: "`avId` of getSlots" }),
    start: timestamp.meta({ description: "`slotStart` of the new slot" }),
    ...PROOF_MEMBERS,
  },
  answer: bookingAnswer,
  example: {
    request: {
      bookingId: "bk_7Hq2mZcV0aTd",
      slotIdOld: "AAABAAAAAcdIwOa1v0lY3bEl",
      slotIdNew: "AAABAAABAcdIxOa1v0lY3bEl",
      start: "2026-12-01T08:00:00.000+01:00",
    },
    answer: bookAppointment.example.answer,
  },
  handle: async ({ desk, caller, idempotency }, request) => {
    const moved = await move(desk, caller, { ...request, ...proofDetails(request), idempotency });
    return moved.ok ? done(wireBooking(moved.value.booking, moved.value.zone)) : moved;
  },
});
