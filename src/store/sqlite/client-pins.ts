import type { ClientPins } from "../client-pins.ts";
import {
  forgetPinTriesQuery,
  hasPinQuery,
  removePinQuery,
  setPinQuery,
  tryPinQuery,
} from "../queries/pin-queries.ts";
import { type Connection, sqliteQueries as queries } from "./connection.ts";

/** PINs of clients, in the main database: part of every backup. */
export function sqlitePins(connection: Connection): ClientPins {
  return {
    setPin: async (accountId, clientId, hash) =>
      connection.run(
        hash === null
          ? removePinQuery(queries, accountId, clientId)
          : setPinQuery(queries, accountId, clientId, hash),
      ) > 0,
    hasPin: async (accountId, clientId) =>
      connection.first(hasPinQuery(queries, accountId, clientId)) !== undefined,
    tryPin: async (accountId, clientId, now) =>
      connection.first(tryPinQuery(queries, accountId, clientId, now))?.hash,
    forgetPinTries: async (accountId, clientId) => {
      connection.run(forgetPinTriesQuery(queries, accountId, clientId));
    },
  };
}
