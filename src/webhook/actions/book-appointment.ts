import { book } from "../../booking/book.ts";
import { done } from "../../booking/outcome.ts";
import { defineAction } from "../action.ts";
import { bookingAnswer, wireBooking } from "../answers.ts";
import { clientDetails, id, optionalClientDetails, timestamp, user } from "../members.ts";

export const bookAppointment = defineAction({
  name: "bookAppointment",
  summary: "Books a slot",
  scope: "book",
  request: {
    appointmentTypeId: id,
    productId: id,
    slotId: id.meta({ description: "`avId` of getSlots" }),
    start: timestamp.meta({ description: "`slotStart` of the same slot" }),
    booker: user,
    participant: user.nullish().meta({ description: "Absent: the booker attends" }),
  },
  answer: bookingAnswer,
  example: {
    request: {
      appointmentTypeId: "abc1",
      productId: "prId1",
      slotId: "AAABAAABAcdIxOa1v0lY3bEl",
      start: "2026-12-01T08:00:00.000+01:00",
      booker: { firstname: "Erika", lastname: "Musterfrau", phone: "+49 341 2223344" },
    },
    answer: {
      bookingId: "bk_7Hq2mZcV0aTd",
      slotId: "AAABAAABAcdIxOa1v0lY3bEl",
      start: "2026-12-01T08:00:00.000+01:00",
      end: "2026-12-01T08:30:00.000+01:00",
      status: "confirmed",
      appointmentTypeId: "abc1",
      productId: "prId1",
      agent: { id: "agId1", firstname: "Max", lastname: "Mustermann" },
      name: "Massage",
    },
  },
  handle: async ({ desk, caller, idempotency }, request) => {
    const { booker, participant, ...wish } = request;
    const booked = await book(desk, caller, {
      ...wish,
      booker: clientDetails(booker),
      participant: optionalClientDetails(participant),
      idempotency,
    });
    return booked.ok ? done(wireBooking(booked.value.booking, booked.value.zone)) : booked;
  },
});
