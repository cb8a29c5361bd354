import { z } from "zod";
import { agentsOfType } from "../../booking/describe-business.ts";
import { done } from "../../booking/outcome.ts";
import { defineAction } from "../action.ts";
import { agentAnswer, wireAgent } from "../answers.ts";
import { id } from "../members.ts";

export const getAgents = defineAction({
  name: "getAgents",
  summary: "Who performs an appointment type",
  scope: "read",
  request: { appointmentTypeId: id },
  answer: z.array(agentAnswer),
  example: {
    request: { entityId: "xyzBusinessEntityId", appointmentTypeId: "abc1" },
    answer: [
      { id: "agId1", gender: "male", firstname: "Max", lastname: "Mustermann" },
      { id: "agId2", gender: "male", firstname: "Hans", lastname: "Meyer" },
    ],
  },
  handle: async ({ desk, caller }, { entityId, appointmentTypeId }) => {
    const agents = await agentsOfType(desk, caller, entityId, appointmentTypeId);
    return agents.ok ? done(agents.value.map(wireAgent)) : agents;
  },
});
