import type { z } from "zod";

/** The type of what is left of a faulty value: anything can be missing, but what is there is right. */
export type Incomplete<T> = T extends readonly (infer Entry)[]
  ? readonly (Incomplete<Entry> | undefined)[]
  : T extends object
    ? { readonly [Name in keyof T]?: Incomplete<T[Name]> | undefined }
    : T;

/** A copy of the value without the parts that have an issue; list indexes stay as they are. */
export function withoutFaultyParts(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  if (issues.some((issue) => issue.path.length === 0 && issue.code !== "unrecognized_keys")) return {};
  const copy: unknown = structuredClone(value);
  for (const issue of issues) {
    if (issue.code === "unrecognized_keys") for (const key of issue.keys) remove(copy, [...issue.path, key]);
    else remove(copy, issue.path);
  }
  return copy;
}

function remove(root: unknown, path: readonly PropertyKey[]): void {
  let parent = root;
  for (const segment of path.slice(0, -1)) parent = memberOf(parent, segment);
  const last = path.at(-1);
  if (typeof parent !== "object" || parent === null || last === undefined || !Object.hasOwn(parent, last))
    return;
  Object.defineProperty(parent, last, {
    value: undefined,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}

function memberOf(parent: unknown, segment: PropertyKey): unknown {
  if (typeof parent !== "object" || parent === null || !Object.hasOwn(parent, segment)) return undefined;
  return (parent as Record<PropertyKey, unknown>)[segment];
}
