import { z } from "zod";
import { cancel } from "../../booking/cancel.ts";
import { done } from "../../booking/outcome.ts";
import { defineAction } from "../action.ts";
import { id, PROOF_MEMBERS, proofDetails, timestamp } from "../members.ts";

export const cancelAppointment = defineAction({
  name: "cancelAppointment",
  summary: "Cancels a booking and frees its time at once",
  scope: "book",
  request: {
    bookingId: id,
    slotId: id.meta({ description: "The slot that the booking has" }),
    start: timestamp.meta({ description: "The start that the booking has" }),
    ...PROOF_MEMBERS,
  },
  answer: z.object({ bookingId: z.string(), status: z.literal("cancelled") }),
  example: {
    request: {
      bookingId: "bk_7Hq2mZcV0aTd",
      slotId: "AAABAAABAcdIxOa1v0lY3bEl",
      start: "2026-12-01T08:00:00.000+01:00",
    },
    answer: { bookingId: "bk_7Hq2mZcV0aTd", status: "cancelled" },
  },
  handle: async ({ desk, caller, idempotency }, request) => {
    const cancelled = await cancel(desk, caller, { ...request, ...proofDetails(request), idempotency });
    return cancelled.ok ? done({ bookingId: cancelled.value.id, status: "cancelled" }) : cancelled;
  },
});
