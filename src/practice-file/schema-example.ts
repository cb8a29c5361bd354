import { z } from "zod";
import type { Path } from "./fault.ts";

/** The schema of the member at that path, or undefined where the schema has none. */
export function schemaAt(root: z.core.$ZodType, path: Path): z.core.$ZodType | undefined {
  let schema: z.core.$ZodType | undefined = root;
  for (const segment of path) {
    const outer: z.core.$ZodType | undefined = schema === undefined ? undefined : withoutWrappers(schema);
    if (outer instanceof z.ZodObject) schema = outer.shape[String(segment)];
    else if (outer instanceof z.ZodArray) schema = outer.element;
    else if (outer instanceof z.ZodRecord) schema = outer.valueType;
    else return undefined;
  }
  return schema;
}

/** What `.optional()` and `.default()` wrap. */
export function withoutWrappers(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? withoutWrappers(schema.def.innerType)
    : schema;
}

/** The first example that the schema gives for that member. */
export function exampleAt(root: z.core.$ZodType, path: Path): unknown {
  for (let schema = schemaAt(root, path); schema !== undefined; ) {
    const meta = z.globalRegistry.get(schema as z.ZodType);
    const [example] = Array.isArray(meta?.examples) ? meta.examples : [];
    if (example !== undefined) return example;
    const inner =
      schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? schema.def.innerType : undefined;
    if (inner === undefined && schema instanceof z.ZodArray) return listOf(exampleAt(schema.element, []));
    schema = inner;
  }
  return undefined;
}

function listOf(example: unknown): unknown {
  return example === undefined ? undefined : [example];
}
