import { z } from "zod";
import { isSame } from "./difference.ts";

/** A copy without the members that equal their default, the others in the schema's order; map keys are sorted. */
export function withoutDefaults(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return withoutDefaults(schema.def.innerType, value);
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.map((entry) => withoutDefaults(schema.element, entry));
  if (!isMembers(value)) return value;
  if (schema instanceof z.ZodRecord)
    return Object.fromEntries(
      Object.keys(value)
        .sort()
        .map((name) => [name, withoutDefaults(schema.valueType, value[name])]),
    );
  if (!(schema instanceof z.ZodObject)) return value;
  const members = Object.entries(schema.shape as Record<string, z.core.$ZodType>);
  return Object.fromEntries(
    members
      .filter(([name, member]) => value[name] !== undefined && !isDefault(member, value[name]))
      .map(([name, member]) => [name, withoutDefaults(member, value[name])]),
  );
}

function isDefault(schema: z.core.$ZodType, value: unknown): boolean {
  return schema instanceof z.ZodDefault && isSame(schema.def.defaultValue, value);
}

function isMembers(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
