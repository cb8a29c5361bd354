import type { KeyUsage } from "../key-usage.ts";
import { Database, type Statement } from "./database.ts";

/** One row a key, begun anew by the first request of each minute; in the order of keys, so that nobody deadlocks. */
const ADD: Statement = {
  name: "add_key_usage",
  text: `
    insert into key_usage (account_id, key_id, minute, requests)
    select account_id, key_id, floor(extract(epoch from now()) / 60)::bigint, requests
    from unnest($1::text[], $2::text[], $3::bigint[]) as added (account_id, key_id, requests)
    order by account_id, key_id
    on conflict (account_id, key_id) do update set
      requests = excluded.requests
        + case when key_usage.minute = excluded.minute then key_usage.requests else 0 end,
      minute = excluded.minute
    returning account_id, key_id, requests,
      ((minute + 1) * 60000 - extract(epoch from now()) * 1000)::double precision`,
};

/** The store has made its table. */
export function openPostgresKeyUsage(url: string): KeyUsage {
  const database = new Database(url, 1);
  return {
    add: async (counts) => {
      const rows = await database.rows<[string, string, number, number]>(ADD, [
        counts.map((count) => count.accountId),
        counts.map((count) => count.keyId),
        counts.map((count) => count.requests),
      ]);
      return rows.map(([accountId, keyId, requests, minuteEndsInMs]) => ({
        accountId,
        keyId,
        requests,
        minuteEndsInMs,
      }));
    },
    close: () => database.close(),
  };
}
