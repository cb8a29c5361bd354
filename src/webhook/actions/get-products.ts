import { z } from "zod";
import { productsOfType } from "../../booking/describe-business.ts";
import { done } from "../../booking/outcome.ts";
import { defineAction } from "../action.ts";
import { productAnswer, wireProduct } from "../answers.ts";
import { id } from "../members.ts";

export const getProducts = defineAction({
  name: "getProducts",
  summary: "The bookable variants of an appointment type",
  scope: "read",
  request: { appointmentTypeId: id },
  answer: z.array(productAnswer),
  example: {
    request: { entityId: "xyzBusinessEntityId", appointmentTypeId: "abc1" },
    answer: [
      {
        id: "prId1",
        name: "30 min Massage",
        duration: 30,
        description: "Eine entspannende Massage",
        price: 45,
      },
    ],
  },
  handle: async ({ desk, caller }, { entityId, appointmentTypeId }) => {
    const products = await productsOfType(desk, caller, entityId, appointmentTypeId);
    return products.ok ? done(products.value.map(wireProduct)) : products;
  },
});
