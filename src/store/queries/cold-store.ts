import type { CompiledQuery } from "kysely";

/** One statement of a transaction; `changes`: how many rows it must change for the whole to be kept. */
export interface Step {
  readonly query: CompiledQuery;
  readonly changes?: number;
}

/** What the shared operations of the cold paths are run with, whatever the database. */
export interface ColdStore {
  all<Row>(query: CompiledQuery<Row>): Promise<Row[]>;
  first<Row>(query: CompiledQuery<Row>): Promise<Row | undefined>;
  /** All steps in one transaction, or none: false when one changed other than the expected number of rows. */
  write(steps: readonly Step[]): Promise<boolean>;
}
