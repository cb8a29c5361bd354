import { z } from "zod";
import { closest } from "./closest.ts";
import type { FileDocument } from "./document.ts";
import type { Path, PathFault } from "./fault.ts";
import { exampleAt, schemaAt, withoutWrappers } from "./schema-example.ts";
import { quoted } from "./text-schema.ts";

type Issue = z.core.$ZodIssue;

/** What is wrong with the form of a file, in words for its owner. */
export function schemaFaults(
  schema: z.ZodType,
  issues: readonly Issue[],
  document: FileDocument,
): PathFault[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map((segment) => (typeof segment === "number" ? segment : String(segment)));
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: unknownMember(key, membersAt(schema, path)),
        inName: true,
      }));
    }
    if (issue.code === "invalid_key") {
      return issue.issues.map((inner) => ({
        path,
        message: messageOf(schema, inner, path, path.at(-1), undefined),
        inName: true,
      }));
    }
    const value = valueAt(document.value, path);
    return [{ path, message: messageOf(schema, issue, path, value, document.sourceOf(path)) }];
  });
}

function messageOf(
  schema: z.ZodType,
  issue: Issue,
  path: Path,
  value: unknown,
  source: string | undefined,
): string {
  const example = exampleAt(schema, path);
  const subject = subjectOf(path);
  switch (issue.code) {
    case "invalid_type":
      if (value === undefined) return `${subject} is missing; ${addition(path, example)}.`;
      if (value === null) return `${subject} has no value; write one, or leave the member out.`;
      return wrongType(subject, isWhole(schema, path) ? "int" : issue.expected, value, source, example);
    case "invalid_value":
      return notAChoice(subject, value, issue.values.map(String));
    case "too_small":
      if (issue.origin === "string") return `${subject} must not be empty.`;
      if (issue.origin === "array") return `${subject} must not be an empty list; leave it out instead.`;
      return `${subject} must be at least ${issue.minimum}, not ${value}.`;
    case "too_big":
      if (issue.origin === "string")
        return `${subject} must have at most ${issue.maximum} characters, not ${String(value).length}.`;
      if (issue.origin === "array") return `${subject} must have at most ${issue.maximum} entries.`;
      return `${subject} must be at most ${issue.maximum}, not ${value}.`;
    default:
      return issue.message;
  }
}

function addition(path: Path, example: unknown): string {
  const name = path.at(-1);
  return example === undefined ? `add ${name}` : `add for example ${name}: ${plain(example)}`;
}

function wrongType(
  subject: string,
  expected: string,
  value: unknown,
  source: string | undefined,
  example: unknown,
): string {
  const found = typeName(value);
  switch (expected) {
    case "string":
      if (typeof value !== "object")
        return `${subject} must be text; put it in quotes: ${quoted(source ?? String(value))}.`;
      return `${subject} must be text, not ${found}.`;
    case "int":
      if (typeof value === "number") return `${subject} must be a whole number, not ${source ?? value}.`;
      return `${subject} must be a whole number, not ${found}; write for example ${plain(example ?? 30)}.`;
    case "number":
      return `${subject} must be a number, not ${found}; write for example ${plain(example ?? 30)}.`;
    case "array": {
      const ofText = Array.isArray(example) && typeof example[0] === "string";
      if (typeof value === "string" && ofText) return `${subject} must be a list; write [${quoted(value)}].`;
      return `${subject} must be a list, not ${found}${advice(example)}.`;
    }
    default:
      return `${subject} must have members of its own, but it is ${found}${advice(example)}.`;
  }
}

function advice(example: unknown): string {
  return example === undefined ? "" : `; write for example ${plain(example)}`;
}

function isWhole(schema: z.ZodType, path: Path): boolean {
  const found = schemaAt(schema, path);
  return found !== undefined && withoutWrappers(found) instanceof z.ZodNumberFormat;
}

function notAChoice(subject: string, value: unknown, choices: readonly string[]): string {
  const list =
    choices.length < 2 ? choices.join() : `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;
  const meant = typeof value === "string" ? closest(value, choices) : undefined;
  if (value === undefined || value === null) return `${subject} has no value; write ${list}.`;
  if (meant !== undefined) return `${subject} cannot be ${quoted(value)}; did you mean ${meant}?`;
  return `${subject} cannot be ${quoted(value)}; write ${list}.`;
}

function unknownMember(name: string, members: readonly string[]): string {
  const meant = closest(name, members);
  return meant === undefined
    ? `There is no member ${name} here; the members are ${members.join(", ")}.`
    : `There is no member ${name} here; did you mean ${meant}?`;
}

function membersAt(schema: z.ZodType, path: Path): string[] {
  const found = schemaAt(schema, path);
  const inner = found === undefined ? undefined : withoutWrappers(found);
  const shape = inner !== undefined && "shape" in inner ? (inner.shape as object) : {};
  return Object.keys(shape).filter((name) => !name.startsWith("$"));
}

/** What a message is about: the member, or an entry of it. */
function subjectOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return "The file";
  if (typeof last === "string") return last;
  return `An entry of ${path.findLast((segment) => typeof segment === "string") ?? "the file"}`;
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (value === null) return "empty";
  if (typeof value === "object") return "a group of members";
  if (typeof value === "string") return "text";
  return typeof value === "number" ? "a number" : `${value}`;
}

/** An example as one would write it in YAML on one line. */
function plain(example: unknown): string {
  if (typeof example === "string")
    return /^[\p{L}][\p{L}\p{N} /._-]*$/u.test(example) ? example : quoted(example);
  if (Array.isArray(example)) return `[${example.map(plain).join(", ")}]`;
  if (typeof example === "object" && example !== null)
    return `{ ${Object.entries(example)
      .map(([name, value]) => `${name}: ${plain(value)}`)
      .join(", ")} }`;
  return String(example);
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const segment of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, segment)) return undefined;
    value = (value as Record<string | number, unknown>)[segment];
  }
  return value;
}
