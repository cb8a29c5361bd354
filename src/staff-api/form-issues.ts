import type { z } from "zod";
import { closest } from "../practice-file/closest.ts";
import { schemaAt, withoutWrappers } from "../practice-file/schema-example.ts";

type RawIssue = z.core.$ZodRawIssue;

/** Of a form, in words that follow the member's name; what a form says of itself stands as it is. */
export const IN_WORDS: z.core.ParseContext<z.core.$ZodIssue> = { error: (issue) => messageOf(issue) };

/** Every member that is wrong with its path; each of those that nobody knows by its own name. */
export function issuesOf(error: z.ZodError, form: z.ZodType): { path: string; message: string }[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code !== "unrecognized_keys") return [{ path: path.join("."), message: issue.message }];
    const known = membersAt(form, path);
    return issue.keys.map((name) => ({ path: [...path, name].join("."), message: unknown(name, known) }));
  });
}

function unknown(name: string, known: readonly string[]): string {
  const meant = closest(name, known);
  if (meant !== undefined) return `is not known here; did you mean ${meant}?`;
  return known.length === 0 ? "is not known here" : `is not known here; there is ${known.join(", ")}`;
}

function membersAt(form: z.ZodType, path: readonly string[]): string[] {
  const found = schemaAt(form, path);
  const inner = found === undefined ? undefined : withoutWrappers(found);
  return inner !== undefined && "shape" in inner ? Object.keys(inner.shape as object) : [];
}

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

function messageOf(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "is missing" : `must be ${TYPES[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `must be ${issue.values.map(String).join(" or ")}`;
    case "too_small":
      return sized(issue.origin, `at least ${issue.minimum}`);
    case "too_big":
      return sized(issue.origin, `at most ${issue.maximum}`);
    case "invalid_format":
      return issue.format === "datetime" ? "must be a time such as 2026-12-01T09:00:00Z" : undefined;
    default:
      return undefined;
  }
}

function sized(origin: string, bound: string): string {
  if (origin === "string") return `must have ${bound} characters`;
  return origin === "array" ? `must have ${bound} entries` : `must be ${bound}`;
}
