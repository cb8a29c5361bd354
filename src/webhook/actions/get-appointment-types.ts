import { z } from "zod";
import { bookableTypes } from "../../booking/describe-business.ts";
import { done } from "../../booking/outcome.ts";
import { defineAction } from "../action.ts";
import { typeAnswer, wireType } from "../answers.ts";
import { id } from "../members.ts";

export const getAppointmentTypes = defineAction({
  name: "getAppointmentTypes",
  summary: "What can be booked, in the owner's order",
  scope: "read",
  request: { entityId: id },
  answer: z.array(typeAnswer),
  example: {
    request: { entityId: "xyzBusinessEntityId" },
    answer: [
      { id: "abc1", name: "Massage" },
      { id: "def2", name: "Krankengymnastik" },
    ],
  },
  handle: async ({ desk, caller }, { entityId }) => {
    const types = await bookableTypes(desk, caller, entityId);
    return types.ok ? done(types.value.map(wireType)) : types;
  },
});
