import { createInterface } from "node:readline";
import { CommandFailed, EXIT } from "./terminal.ts";

const WRITE_AT = 65_536;

/** Answers each JSON line of standard input with one on standard output, in order; blank lines are passed over. */
export async function answerLines(
  answer: (line: Readonly<Record<string, unknown>>) => object,
): Promise<void> {
  let number = 0;
  let waiting = "";
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === "") continue;
    waiting += `${JSON.stringify(answer(parsed(line, number)))}\n`;
    if (waiting.length < WRITE_AT) continue;
    process.stdout.write(waiting);
    waiting = "";
  }
  process.stdout.write(waiting);
}

function parsed(line: string, number: number): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Said below, with the line's number.
  }
  throw new CommandFailed(`Line ${number} is no JSON object.`, {
    next: "Each line is one object; --help shows an example.",
    exitCode: EXIT.usage,
  });
}

/** A member that is text, or undefined. */
export function textOf(line: Readonly<Record<string, unknown>>, member: string): string | undefined {
  const value = line[member];
  return typeof value === "string" && value !== "" ? value : undefined;
}
