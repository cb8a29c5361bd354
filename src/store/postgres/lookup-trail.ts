import type { Lookups, Verifications } from "../lookups.ts";
import {
  forgetLookupsQuery,
  lookupOfRow,
  NOT_COUNTED_LIST,
  newestLookupsQuery,
  recordLookupQueries,
  rememberVerificationsQuery,
  verificationQuery,
} from "../queries/lookup-queries.ts";
import { type Database, postgresQueries as queries, type Statement } from "./database.ts";

const counted = (condition: string) => `(
  select json_build_array(count(*), min(at)) from lookup_audit
  where account_id = $1 and ${condition} and at >= $4::bigint and outcome not in (${NOT_COUNTED_LIST}))`;

const COUNT: Statement = {
  name: "count_lookups",
  text: `select ${counted("key_id = $2")}, ${counted("call_id = $3::text")}`,
};

type Count = [count: number, since: number | null];

/** The audit trail of look-ups, and what calls have proved. */
export function postgresLookups(database: Database): Lookups & Verifications {
  return {
    recordLookups: async (records) => {
      for (const query of recordLookupQueries(queries, records)) await database.run(query);
    },
    countLookups: async (accountId, { keyId, callId, since }) => {
      const values = [accountId, keyId, callId ?? null, since];
      const [row] = await database.rows<[Count, Count]>(COUNT, values);
      const [ofKey, ofCall] = row!;
      return { ofKey: { count: ofKey[0], since: ofKey[1] }, ofCall: { count: ofCall[0], since: ofCall[1] } };
    },
    lookups: async (accountId, most) =>
      (await database.all(newestLookupsQuery(queries, accountId, most))).map(lookupOfRow).reverse(),
    forgetLookups: async (before) => {
      const accounts = await database.all(queries.selectFrom("accounts").select("id").compile());
      for (const { id } of accounts) await database.run(forgetLookupsQuery(queries, id, before));
    },
    rememberVerifications: async (verifications, expiresAt) => {
      await database.run(rememberVerificationsQuery(queries, verifications, expiresAt));
    },
    isVerified: async (accountId, query) =>
      (await database.first(verificationQuery(queries, accountId, query))) !== undefined,
  };
}
