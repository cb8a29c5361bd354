import { z } from "zod";
import { parseDate } from "../scheduling/calendar-date.ts";

/** What an editor shows about a member, besides its form. */
export interface About {
  readonly description: string;
  readonly examples?: unknown[];
}

/** Ids appear in URLs, logs and slot ids, and owners type them. */
const ID_LENGTH = 64;
const ID = /^[^\s/\p{Cc}\p{Cf}\p{Cs}]*$/u;
const PLAIN_TEXT = /^[^\p{Cc}\p{Cs}]*$/u;

export function id(about: About) {
  return z
    .string()
    .min(1)
    .max(ID_LENGTH)
    .regex(ID, {
      error: ({ input }) =>
        `The id ${quoted(input)} must not contain spaces, slashes or invisible characters; write for example ${quoted(idLike(input))}.`,
    })
    .meta({ ...about });
}

/** One line of text; space around it does not count. */
export function line(maxLength: number, about: About) {
  return z
    .string()
    .trim()
    .min(1)
    .max(maxLength)
    .regex(PLAIN_TEXT, "This text contains a line break or another control character; write it on one line.")
    .meta({ ...about });
}

/** Text that may be folded over several lines in the file; it is kept as one line. */
export function paragraph(maxLength: number, about: About) {
  return z
    .string()
    .overwrite((text) => text.replace(/\s+/gu, " ").trim())
    .min(1)
    .max(maxLength)
    .regex(PLAIN_TEXT, "This text contains a control character; remove it.")
    .meta({ ...about });
}

/** Text of a form that a pure function knows; `fault` says what is wrong with one that is not. */
export function checkedText(
  isRight: (text: string) => boolean,
  fault: (text: string) => string,
  about: About & { readonly pattern?: string },
) {
  return z
    .string()
    .refine(isRight, { error: ({ input }) => fault(String(input)) })
    .meta({ ...about });
}

export function date(about: About) {
  return checkedText(
    (text) => parseDate(text) !== undefined,
    (text) =>
      /^\d{4}-\d{2}-\d{2}$/.test(text)
        ? `There is no date ${quoted(text)} in the calendar.`
        : `${quoted(text)} is not a date; write it as "YYYY-MM-DD", for example "2026-12-24".`,
    { examples: ["2026-12-24"], ...about, pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
  );
}

export function wholeNumber(from: number, to: number, about: About) {
  return z
    .int()
    .min(from)
    .max(to)
    .meta({ ...about });
}

export function quoted(value: unknown): string {
  return JSON.stringify(value) ?? "nothing";
}

function idLike(input: unknown): string {
  return (
    String(input)
      .replace(/[\s/\p{C}]+/gu, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, ID_LENGTH) || "id1"
  );
}
