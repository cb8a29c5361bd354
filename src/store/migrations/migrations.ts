import { initial } from "./0001-initial.ts";

/** What differs between databases in the schema. */
export interface SchemaDialect {
  /** After a table's parentheses: keeps its rows in the order of the primary key. */
  readonly clustered: string;
  /** Makes the database refuse overlapping claims of one subject with different share keys. */
  readonly claimsGuard: string;
}

/** Forward only: a migration that has landed is never edited. The position in the list is its version, from 1. */
export const MIGRATIONS: readonly ((dialect: SchemaDialect) => string)[] = [initial];
