import { hash } from "node:crypto";
import type { Row } from "./tables.ts";

const WORDS = 8;

/**
 * Equal when two stores hold the same rows in a table, whichever stores they are. The SHA-256 of each row, as the JSON
 * array of its values in the order of their columns' names, is eight numbers of 32 bits; the checksum is their sums.
 * So no order of rows matters: databases sort text in ways of their own, and sorting millions of rows takes time.
 */
export class TableChecksum {
  #rows = 0;
  #columns: readonly string[] | undefined;
  readonly #sums = new Uint32Array(WORDS);

  add(rows: readonly Row[]): void {
    for (const row of rows) {
      this.#columns ??= Object.keys(row).sort();
      const digest = hash("sha256", JSON.stringify(this.#columns.map((column) => row[column])), "buffer");
      for (let word = 0; word < WORDS; word += 1) this.#sums[word]! += digest.readUInt32BE(word * 4);
    }
    this.#rows += rows.length;
  }

  get rows(): number {
    return this.#rows;
  }

  /** 64 hexadecimal digits. */
  toString(): string {
    return [...this.#sums].map((sum) => sum.toString(16).padStart(8, "0")).join("");
  }
}
