/** What differs between databases in the schema. */
export interface SchemaDialect {
  /** After a table's parentheses: keeps its rows in the order of the primary key. */
  readonly clustered: string;
  /** Makes the database refuse overlapping claims of one subject with different share keys. */
  readonly claimsGuard: string;
  /**
   * Forgets a client's `lookup_version` when a looked-up member is written: servers of the release before know nothing
   * of the index. Who does sets the version afterwards.
   */
  readonly lookupGuard: string;
  /** Lets `booking_events` hold restored bookings, and the call in which something happened. */
  readonly bookingEventKinds: string;
}
