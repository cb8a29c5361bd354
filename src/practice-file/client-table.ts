import { CsvError, parse } from "csv-parse/sync";

export interface TableRow {
  /** The line of the file on which the row ends; counts from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type TableReading =
  | { readonly ok: true; readonly headings: readonly string[]; readonly rows: readonly TableRow[] }
  | { readonly ok: false; readonly message: string };

/** A CSV file of whatever encoding and delimiter a spreadsheet or practice software has written. */
export function readTable(bytes: Uint8Array): TableReading {
  const { text, skippedLines } = withoutDelimiterLine(decode(bytes));
  let records: TableRow[];
  try {
    const parsed = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { readonly info: { readonly lines: number }; readonly record: readonly string[] }[];
    records = parsed.map(({ info, record }) => ({ line: info.lines + skippedLines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, message: `The file cannot be read as CSV: ${error.message.replace(/\.?$/, ".")}` };
  }
  const [head, ...rows] = records;
  if (head === undefined)
    return { ok: false, message: "The file is empty; its first line must name the columns." };
  return {
    ok: true,
    headings: head.cells,
    rows: rows.filter((row) => row.cells.some((cell) => cell !== "")),
  };
}

/** UTF-8, or else what German Windows programs write. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Excel begins some files with a line such as `sep=;`. */
function withoutDelimiterLine(text: string): { text: string; skippedLines: number } {
  const rest = text.replace(/^sep=.\r?\n/i, "");
  return { text: rest, skippedLines: rest === text ? 0 : 1 };
}

function delimiterOf(text: string): string {
  const heading = /^.*/.exec(text.trimStart())![0].replace(/"[^"]*"/g, "");
  const count = (delimiter: string) => heading.split(delimiter).length;
  return [";", "\t", ","].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
