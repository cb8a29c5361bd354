import type { ClientPins } from "../client-pins.ts";
import {
  forgetPinTriesQuery,
  hasPinQuery,
  removePinQuery,
  setPinQuery,
  tryPinQuery,
} from "../queries/pin-queries.ts";
import { type Database, postgresQueries as queries } from "./database.ts";

/** PINs of clients. */
export function postgresPins(database: Database): ClientPins {
  return {
    setPin: async (accountId, clientId, hash) =>
      (await database.run(
        hash === null
          ? removePinQuery(queries, accountId, clientId)
          : setPinQuery(queries, accountId, clientId, hash),
      )) > 0,
    hasPin: async (accountId, clientId) =>
      (await database.first(hasPinQuery(queries, accountId, clientId))) !== undefined,
    tryPin: async (accountId, clientId, now) =>
      (await database.first(tryPinQuery(queries, accountId, clientId, now)))?.hash,
    forgetPinTries: async (accountId, clientId) => {
      await database.run(forgetPinTriesQuery(queries, accountId, clientId));
    },
  };
}
