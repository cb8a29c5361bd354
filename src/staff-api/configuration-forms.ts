import { z } from "zod";
import { entitySchema } from "../practice-file/entity-schema.ts";
import { appointmentTypeSchema } from "../practice-file/offer-schema.ts";
import { withoutWrappers } from "../practice-file/schema-example.ts";

/** The practice file's shapes as this API's description names them. What comes in is checked by the rules of the practice file. */

type Shape = Record<string, z.core.$ZodType>;

const { agents, resources } = entitySchema.shape;

/** What a list holds, and what can be sent for one of it: new, or as a patch. */
export interface ItemForms {
  readonly whole: z.ZodType;
  readonly fresh: z.ZodType;
  readonly patch: z.ZodType;
}

const PATCH = "JSON merge patch (RFC 7396): members to change; null removes one";

/** `lists`: what the item holds that is an item itself. */
function formsOf(
  name: string,
  form: z.ZodObject,
  lists: Readonly<Record<string, ItemForms>> = {},
): ItemForms {
  const holding = (kind: "whole" | "fresh") =>
    form.extend(
      Object.fromEntries(Object.entries(lists).map(([list, of]) => [list, listOf(form, list, of[kind])])),
    );
  const fresh = holding("fresh").partial({ id: true });
  // An example of a file leaves out what has a default, and an answer leaves out nothing.
  const examples = form.meta()?.examples;
  const { id: _, ...members } = fresh.shape;
  return {
    whole: holding("whole").meta({ id: name }),
    fresh: fresh.meta({
      id: `New${name}`,
      description: "Without an id one is made",
      ...(examples && { examples }),
    }),
    patch: z.object(patchOf(members)).meta({ id: `${name}Patch`, description: PATCH }),
  };
}

function listOf(form: z.ZodObject, list: string, item: z.ZodType) {
  return z.array(item).default([]).meta(aboutMember(form.shape[list]));
}

function patchOf(shape: Shape): Shape {
  return Object.fromEntries(
    Object.entries(shape).map(([name, member]) => {
      const inner = withoutWrappers(member) as z.ZodType;
      return [name, inner.nullable().optional().meta(aboutMember(member))];
    }),
  );
}

function aboutMember(member: z.core.$ZodType | undefined) {
  const { id: _, ...about } = (member && z.globalRegistry.get(member as z.ZodType)) ?? {};
  return about;
}

export const PRODUCT_FORMS = formsOf("Product", appointmentTypeSchema.shape.products.unwrap().element);
export const TYPE_FORMS = formsOf("AppointmentType", appointmentTypeSchema, { products: PRODUCT_FORMS });
export const AGENT_FORMS = formsOf("Agent", agents.unwrap().element);
export const RESOURCE_FORMS = formsOf("Resource", resources.unwrap().element);
export const ENTITY_FORMS = formsOf("Entity", entitySchema, {
  ...{ resources: RESOURCE_FORMS, agents: AGENT_FORMS, appointmentTypes: TYPE_FORMS },
});
