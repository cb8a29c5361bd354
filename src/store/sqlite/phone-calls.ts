import type { PhoneCalls } from "../phone-calls.ts";
import {
  beginTurnQuery,
  endCallQuery,
  endTurnQuery,
  forgetPhoneCallsQuery,
  phoneCallQuery,
} from "../queries/phone-call-queries.ts";
import { type Connection, sqliteQueries as queries } from "./connection.ts";

/** Calls over a carrier, in the main database. */
export function sqlitePhoneCalls(connection: Connection): PhoneCalls {
  return {
    phoneCall: async (accountId, callId) => connection.first(phoneCallQuery(queries, accountId, callId)),
    beginTurn: async (accountId, callId, turn, times) => {
      return connection.first(beginTurnQuery(queries, accountId, callId, turn, times)) !== undefined;
    },
    endTurn: async (accountId, callId, turn, done, { forgetAt }) => {
      connection.run(endTurnQuery(queries, accountId, callId, turn, { ...done, forgetAt }));
    },
    endCall: async (accountId, callId, answer, { forgetAt }) => {
      connection.run(endCallQuery(queries, accountId, callId, { answer, forgetAt }));
    },
    forgetPhoneCalls: async (now) => {
      connection.run(forgetPhoneCallsQuery(queries, now));
    },
  };
}
