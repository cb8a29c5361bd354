import { z } from "zod";
import { productOf } from "../../booking/describe-business.ts";
import { done } from "../../booking/outcome.ts";
import { defineAction } from "../action.ts";
import { clientField } from "../answers.ts";
import { id } from "../members.ts";

export const getRequiredInfo = defineAction({
  name: "getRequiredInfo",
  summary: "What must be asked before a product can be booked",
  scope: "read",
  request: { productId: id },
  answer: z.object({ bookerInfo: z.array(clientField), participantInfo: z.array(clientField) }),
  example: {
    request: { productId: "prId2" },
    answer: {
      bookerInfo: ["firstname", "lastname", "phone", "email"],
      participantInfo: ["firstname", "lastname", "dob"],
    },
  },
  handle: async ({ desk, caller }, { entityId, productId }) => {
    const product = await productOf(desk, caller, entityId, productId);
    if (!product.ok) return product;
    const { bookerInfo, participantInfo } = product.value;
    return done({ bookerInfo, participantInfo });
  },
});
