import type { ClientMember, ColumnMapping } from "./client-columns.ts";
import { clientSchema, type FileClient } from "./client-schema.ts";
import { quoted } from "./text-schema.ts";

export type RowReading =
  | { readonly ok: true; readonly client: FileClient }
  | { readonly ok: false; readonly reason: string };

/** One row of a client table; empty cells say nothing. */
export function readClientRow(cells: readonly string[], mapping: ColumnMapping): RowReading {
  const written: { [member in ClientMember]?: string } = {};
  for (const [member, columns] of mapping.columns) {
    const text = columns.map((column) => cells[column] ?? "").find((cell) => cell !== "");
    if (text !== undefined) written[member] = text;
  }
  const said = written.dob === undefined ? written : { ...written, dob: isoDate(written.dob) };
  if (said.lastname === undefined && said.firstname === undefined)
    return { ok: false, reason: "The row has no name." };
  const reading = clientSchema.safeParse(said);
  if (reading.success) return { ok: true, client: reading.data };
  const reasons = reading.error.issues.map((issue) => reasonOf(issue, { said, written }));
  return { ok: false, reason: reasons.join(" ") };
}

/** `25.07.1985`, also with a time of day after it, as spreadsheets write it; any other text as it is. */
function isoDate(text: string): string {
  const withoutTime = text.replace(/[ T]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$/, "");
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(withoutTime);
  if (german === null) return withoutTime;
  const [, day, month, year] = german;
  return `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
}

type Issue = NonNullable<ReturnType<typeof clientSchema.safeParse>["error"]>["issues"][number];

type Cells = { readonly [member in ClientMember]?: string };

/** In the words of the file: who looks for a rewritten date there finds nothing. */
function reasonOf(issue: Issue, { said, written }: { said: Cells; written: Cells }): string {
  const member = issue.path[0] as ClientMember;
  if (issue.code === "too_big") return `${member} has more than ${issue.maximum} characters.`;
  if (member === "dob" && !/^\d{4}-/.test(said.dob ?? ""))
    return `${quoted(written.dob)} is not a date; write it as 25.07.1985 or 1985-07-25.`;
  return member === "dob"
    ? issue.message.replace(quoted(said.dob), () => quoted(written.dob))
    : issue.message;
}
