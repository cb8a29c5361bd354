import { z } from "zod";
import { entityForSipId } from "../../booking/describe-business.ts";
import { done } from "../../booking/outcome.ts";
import { defineAction } from "../action.ts";
import { id } from "../members.ts";

export const getEntityForSipId = defineAction({
  name: "getEntityForSipId",
  summary: "Which entity answers the called number",
  scope: "read",
  request: { sipId: id.meta({ description: "Id of the called endpoint; a phone number in any spelling" }) },
  answer: z.object({ entityId: z.string() }),
  example: { request: { sipId: "phoneSipId12345678" }, answer: { entityId: "xyzBusinessEntityId" } },
  handle: async ({ desk, caller }, { entityId, sipId }) => {
    const found = await entityForSipId(desk, caller, entityId, sipId);
    return found.ok ? done({ entityId: found.value }) : found;
  },
});
