import { z } from "zod";
import { businessName } from "../../booking/describe-business.ts";
import { done } from "../../booking/outcome.ts";
import { defineAction } from "../action.ts";
import { id } from "../members.ts";

export const getBusinessName = defineAction({
  name: "getBusinessName",
  summary: "The entity's name for the greeting",
  scope: "read",
  request: { entityId: id },
  answer: z.object({ name: z.string() }),
  example: { request: { entityId: "xyzBusinessEntityId" }, answer: { name: "Physiotherapie Gleichgewicht" } },
  handle: async ({ desk, caller }, { entityId }) => {
    const name = await businessName(desk, caller, entityId);
    return name.ok ? done({ name: name.value }) : name;
  },
});
