import type { StatementSync } from "node:sqlite";
import type { LookupCount, Lookups, Verifications } from "../lookups.ts";
import {
  forgetLookupsQuery,
  lookupOfRow,
  NOT_COUNTED_LIST,
  newestLookupsQuery,
  recordLookupQueries,
  rememberVerificationsQuery,
  verificationQuery,
} from "../queries/lookup-queries.ts";
import { type Connection, guarded, sqliteQueries as queries } from "./connection.ts";

/** The audit trail of look-ups and what calls have proved, in the main database: part of every backup. */
export function sqliteLookups(connection: Connection): Lookups & Verifications {
  const countBy = (column: "key_id" | "call_id"): StatementSync =>
    connection.database.prepare(`
      select count(*) as count, min(at) as since from lookup_audit
      where account_id = ? and ${column} = ? and at >= ? and outcome not in (${NOT_COUNTED_LIST})`);
  const ofKey = countBy("key_id");
  const ofCall = countBy("call_id");
  return {
    recordLookups: async (records) => {
      connection.write(() => {
        for (const query of recordLookupQueries(queries, records)) connection.run(query);
      });
    },
    countLookups: async (accountId, { keyId, callId, since }) =>
      guarded(() => ({
        ofKey: ofKey.get(accountId, keyId, since) as unknown as LookupCount,
        ofCall: ofCall.get(accountId, callId ?? null, since) as unknown as LookupCount,
      })),
    lookups: async (accountId, most) =>
      connection
        .all(newestLookupsQuery(queries, accountId, most))
        .map(lookupOfRow)
        .reverse(),
    forgetLookups: async (before) => {
      const accounts = connection.all(queries.selectFrom("accounts").select("id").compile());
      connection.write(() => {
        for (const { id } of accounts) connection.run(forgetLookupsQuery(queries, id, before));
      });
    },
    rememberVerifications: async (verifications, expiresAt) => {
      connection.run(rememberVerificationsQuery(queries, verifications, expiresAt));
    },
    isVerified: async (accountId, query) =>
      connection.first(verificationQuery(queries, accountId, query)) !== undefined,
  };
}
