import type { ClientMember, ColumnMapping } from "./client-columns.ts";
import { clientSchema, type FileClient } from "./client-schema.ts";

export type RowReading =
  | { readonly ok: true; readonly client: FileClient }
  | { readonly ok: false; readonly reason: string };

/** One row of a client table; empty cells say nothing. */
export function readClientRow(cells: readonly string[], mapping: ColumnMapping): RowReading {
  const said: { [member in ClientMember]?: string } = {};
  for (const [member, columns] of mapping.columns) {
    const text = columns.map((column) => cells[column] ?? "").find((cell) => cell !== "");
    if (text !== undefined) said[member] = member === "dob" ? isoDate(text) : text;
  }
  if (said.lastname === undefined && said.firstname === undefined)
    return { ok: false, reason: "The row has no name." };
  const reading = clientSchema.safeParse(said);
  if (reading.success) return { ok: true, client: reading.data };
  const reasons = reading.error.issues.map((issue) => reasonOf(issue, said));
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

function reasonOf(issue: Issue, said: { readonly [member in ClientMember]?: string }): string {
  const member = issue.path[0] as ClientMember;
  if (issue.code === "too_big") return `${member} has more than ${issue.maximum} characters.`;
  if (member === "dob" && !/^\d{4}-/.test(said.dob ?? ""))
    return `"${said.dob}" is not a date; write it as 25.07.1985 or 1985-07-25.`;
  return issue.message;
}
