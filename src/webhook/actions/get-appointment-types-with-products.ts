import { z } from "zod";
import { bookableTypes } from "../../booking/describe-business.ts";
import { done } from "../../booking/outcome.ts";
import { defineAction } from "../action.ts";
import { productAnswer, typeAnswer, wireProduct, wireType } from "../answers.ts";
import { id } from "../members.ts";

export const getAppointmentTypesWithProducts = defineAction({
  name: "getAppointmentTypesWithProducts",
  summary: "What can be booked, each type with its products",
  scope: "read",
  request: { entityId: id },
  answer: z.array(typeAnswer.extend({ products: z.array(productAnswer) })),
  example: {
    request: { entityId: "xyzBusinessEntityId" },
    answer: [
      {
        id: "def2",
        name: "Krankengymnastik",
        products: [{ id: "prId3", name: "Krankengymnastik", duration: 20, description: null, price: 28.5 }],
      },
    ],
  },
  handle: async ({ desk, caller }, { entityId }) => {
    const types = await bookableTypes(desk, caller, entityId);
    if (!types.ok) return types;
    return done(types.value.map((type) => ({ ...wireType(type), products: type.products.map(wireProduct) })));
  },
});
