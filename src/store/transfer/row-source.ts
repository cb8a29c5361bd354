import type { Row, Table } from "./tables.ts";

/** Rows of one moment, whatever others write meanwhile. */
export interface RowSource {
  count(table: Table): Promise<number>;
  /** In no particular order. */
  pages(table: Table): AsyncIterable<readonly Row[]>;
}

/** Also shows what was written to it. */
export interface RowTarget extends RowSource {
  write(table: Table, rows: readonly Row[]): Promise<void>;
}
