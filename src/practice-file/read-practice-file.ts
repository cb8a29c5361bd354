import type { AccountConfiguration } from "../scheduling/configuration.ts";
import { checkFile } from "./check-file.ts";
import type { FileClient } from "./client-schema.ts";
import { type FileDocument, readDocument } from "./document.ts";
import type { Fault } from "./fault.ts";
import { withoutFaultyParts } from "./incomplete.ts";
import { type IncompleteFile, practiceFileSchema } from "./practice-file-schema.ts";
import { schemaFaults } from "./schema-faults.ts";

export type PracticeFileReading =
  | {
      readonly ok: true;
      readonly configuration: AccountConfiguration;
      readonly clients: readonly FileClient[];
      /** For faults that only show beside what is stored. */
      readonly locate: FileDocument["locate"];
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** What the file says, with every default filled in, or all that is wrong with it, in the order of its lines. */
export async function readPracticeFile(text: string, fileName: string): Promise<PracticeFileReading> {
  const foreign = foreignFormat(text, fileName);
  if (foreign !== undefined)
    return { ok: false, faults: [{ path: "", line: 1, column: 1, message: foreign }] };
  const reading = readDocument(text);
  if (!reading.ok) return reading;
  const { value, locate } = reading.document;
  const parsed = practiceFileSchema.safeParse(value);
  const issues = parsed.error?.issues ?? [];
  const usable = issues.length === 0 ? value : withoutFaultyParts(value, issues);
  const faults = [
    ...schemaFaults(practiceFileSchema, issues, reading.document),
    ...(await checkFile(usable as IncompleteFile)),
  ].map(locate);
  if (!parsed.success || faults.length > 0) return { ok: false, faults: faults.sort(byPlace) };
  const { account, entities, clients } = parsed.data;
  return { ok: true, configuration: { ...account, entities }, clients, locate };
}

function byPlace(a: Fault, b: Fault): number {
  return a.line - b.line || a.column - b.column;
}

function foreignFormat(text: string, fileName: string): string | undefined {
  if (text.trim() === "") return "The file is empty; begin with account: and its id and name.";
  if (/\.(csv|tsv|txt)$/i.test(fileName))
    return "This is not a practice file (YAML or JSON); clients in a table are read by slotline import clients.";
  return /\.(xlsx?|ods|docx?|pdf)$/i.test(fileName)
    ? "This is not a practice file; it must be YAML or JSON text."
    : undefined;
}
