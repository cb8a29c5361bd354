import { z } from "zod";
import { findSlots } from "../../booking/find-slots.ts";
import { done } from "../../booking/outcome.ts";
import { defineAction } from "../action.ts";
import { slotAnswer } from "../answers.ts";
import { id, optionalId, timeQuery, timezone } from "../members.ts";
import { answerOf } from "../remembered-slots.ts";

export const getSlots = defineAction({
  name: "getSlots",
  summary: "The starts that can be booked, soonest first",
  scope: "read",
  request: {
    appointmentTypeId: id,
    productId: id,
    agentId: optionalId.meta({ description: "Absent, null or empty: any agent who performs the type" }),
    dateTime: timeQuery.meta({
      description:
        "A date (that day in the entity's time zone), a timestamp (from then to the end of its day), or the caller's " +
        "own words about a time, in German or English, filler and all: tomorrow morning, next Tuesday from half past " +
        "two, the 3rd of October, Monday or Wednesday, next week, after Easter, as soon as possible",
    }),
    bookingId: optionalId.meta({
      description:
        "An appointment that the caller has: what `later` and `the day after` refer to. Its own time counts as free, " +
        "for modifyAppointment",
    }),
    timezone: timezone.meta({ description: "IANA name of the zone to format the answer in" }),
  },
  answer: z.array(slotAnswer),
  example: {
    request: {
      appointmentTypeId: "abc1",
      agentId: "agId1",
      productId: "prId1",
      dateTime: "2026-12-01",
      timezone: "Europe/Berlin",
    },
    answer: [
      {
        avId: "AAABAAABAcdIxOa1v0lY3bEl",
        slotStart: "2026-12-01T08:00:00.000+01:00",
        slotEnd: "2026-12-01T08:30:00.000+01:00",
        agentId: "agId1",
      },
    ],
  },
  handle: async ({ desk, caller }, request) => {
    const found = await findSlots(desk, caller, request);
    if (!found.ok) return found;
    const { understood } = found.value;
    const answer = answerOf(found.value);
    return done(understood === undefined ? answer : answer.understoodAs(understood));
  },
});
