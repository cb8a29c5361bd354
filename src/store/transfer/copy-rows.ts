import type { RowSource, RowTarget } from "./row-source.ts";
import { TableChecksum } from "./table-checksum.ts";
import { TABLES, type Table } from "./tables.ts";

export interface CopiedTable {
  readonly table: Table;
  readonly rows: number;
  readonly checksum: string;
}

export interface CopyProgress {
  readonly step: "copied" | "compared";
  readonly table: Table;
  /** Of all tables, so far. */
  readonly rows: number;
  /** What `rows` will be in the end. */
  readonly allRows: number;
}

/** What arrived is not what was sent: a bug or a broken machine. */
export class CopyDiffers extends Error {}

/** Copies all rows, reads them back and compares; throws when anything is missing, added or changed. */
export async function copyRows(
  source: RowSource,
  target: RowTarget,
  onProgress: (progress: CopyProgress) => void = () => {},
): Promise<CopiedTable[]> {
  let allRows = 0;
  for (const table of TABLES) allRows += await source.count(table);
  const progress = (step: CopyProgress["step"]) => {
    let rows = 0;
    return (table: Table, count: number) => {
      rows += count;
      onProgress({ step, table, rows, allRows });
    };
  };
  const copied: CopiedTable[] = [];
  const noteCopied = progress("copied");
  for (const table of TABLES) {
    copied.push(await copyTable(table, source, target, (count) => noteCopied(table, count)));
  }
  const noteCompared = progress("compared");
  for (const { table, rows, checksum } of copied) {
    const arrived = new TableChecksum();
    for await (const page of target.pages(table)) {
      arrived.add(page);
      noteCompared(table, page.length);
    }
    if (arrived.rows !== rows || String(arrived) !== checksum) {
      throw new CopyDiffers(
        `${table} has ${rows} rows with checksum ${checksum}, its copy has ${arrived.rows} with ${arrived}`,
      );
    }
  }
  return copied;
}

async function copyTable(
  table: Table,
  source: RowSource,
  target: RowTarget,
  onPage: (rows: number) => void,
): Promise<CopiedTable> {
  const sent = new TableChecksum();
  // The next page is read while the target, which may be another machine, takes this one.
  let writing = Promise.resolve();
  for await (const page of source.pages(table)) {
    sent.add(page);
    await writing;
    writing = target.write(table, page).then(() => onPage(page.length));
    writing.catch(() => {}); // it is awaited, but reading may fail first
  }
  await writing;
  return { table, rows: sent.rows, checksum: String(sent) };
}
