import type { PhoneCalls } from "../phone-calls.ts";
import {
  beginTurnQuery,
  endCallQuery,
  endTurnQuery,
  forgetPhoneCallsQuery,
  phoneCallQuery,
} from "../queries/phone-call-queries.ts";
import { type Database, postgresQueries as queries } from "./database.ts";

/** Calls over a carrier: all servers see them. */
export function postgresPhoneCalls(database: Database): PhoneCalls {
  return {
    phoneCall: async (accountId, callId) => await database.first(phoneCallQuery(queries, accountId, callId)),
    beginTurn: async (accountId, callId, turn, times) => {
      return (await database.first(beginTurnQuery(queries, accountId, callId, turn, times))) !== undefined;
    },
    endTurn: async (accountId, callId, turn, done, { forgetAt }) => {
      await database.run(endTurnQuery(queries, accountId, callId, turn, { ...done, forgetAt }));
    },
    endCall: async (accountId, callId, answer, { forgetAt }) => {
      await database.run(endCallQuery(queries, accountId, callId, { answer, forgetAt }));
    },
    forgetPhoneCalls: async (now) => {
      await database.run(forgetPhoneCallsQuery(queries, now));
    },
  };
}
