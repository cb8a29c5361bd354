/** What differs between databases in the schema. */
export interface SchemaDialect {
  /** After a table's parentheses: keeps its rows in the order of the primary key. */
  readonly clustered: string;
  /** Makes the database refuse overlapping claims of one subject with different share keys. */
  readonly claimsGuard: string;
}
