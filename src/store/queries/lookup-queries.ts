import type { CompiledQuery, Kysely } from "kysely";
import { type LookupRecord, NOT_COUNTED, type Verification, type Verifications } from "../lookups.ts";
import type { Schema } from "../schema.ts";
import type { EpochMilliseconds } from "../store.ts";

/** For `outcome not in (…)`. */
export const NOT_COUNTED_LIST = NOT_COUNTED.map((outcome) => `'${outcome}'`).join(", ");

/** Parameters of a statement are limited; a busy server's quarter of a second is far below. */
const WRITTEN_TOGETHER = 200;

export function recordLookupQueries(db: Kysely<Schema>, records: readonly LookupRecord[]): CompiledQuery[] {
  const queries: CompiledQuery[] = [];
  for (let from = 0; from < records.length; from += WRITTEN_TOGETHER) {
    const rows = records.slice(from, from + WRITTEN_TOGETHER).map(rowOf);
    queries.push(
      db
        .insertInto("lookup_audit")
        .values(rows)
        .onConflict((conflict) => conflict.doNothing()) // written before, when the answer to that was lost
        .compile(),
    );
  }
  return queries;
}

export function newestLookupsQuery(
  db: Kysely<Schema>,
  accountId: string,
  most: number,
): CompiledQuery<Schema["lookup_audit"]> {
  return db
    .selectFrom("lookup_audit")
    .selectAll()
    .where("account_id", "=", accountId)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(most)
    .compile();
}

/** Account by account, so that the primary key leads to the old ones. */
export function forgetLookupsQuery(
  db: Kysely<Schema>,
  accountId: string,
  before: EpochMilliseconds,
): CompiledQuery {
  return db.deleteFrom("lookup_audit").where("account_id", "=", accountId).where("at", "<", before).compile();
}

export function forgetVerificationsQuery(db: Kysely<Schema>, before: EpochMilliseconds): CompiledQuery {
  return db.deleteFrom("call_verifications").where("expires_at", "<", before).compile();
}

function rowOf(record: LookupRecord): Schema["lookup_audit"] {
  return {
    account_id: record.accountId,
    at: record.at,
    id: record.id,
    key_id: record.keyId,
    call_id: record.callId,
    action: record.action,
    members: JSON.stringify(record.members),
    outcome: record.outcome,
    client_ids: JSON.stringify(record.clientIds),
  };
}

export function lookupOfRow(row: Schema["lookup_audit"]): LookupRecord {
  return {
    accountId: row.account_id,
    at: row.at,
    id: row.id,
    keyId: row.key_id,
    callId: row.call_id,
    action: row.action,
    members: JSON.parse(row.members) as string[],
    outcome: row.outcome,
    clientIds: JSON.parse(row.client_ids) as string[],
  };
}

export function rememberVerificationsQuery(
  db: Kysely<Schema>,
  verifications: readonly Verification[],
  expiresAt: EpochMilliseconds,
): CompiledQuery {
  const rows = verifications.map(({ accountId, keyId, callId, clientId, proof }) => ({
    account_id: accountId,
    key_id: keyId,
    call_id: callId,
    client_id: clientId,
    proof,
    expires_at: expiresAt,
  }));
  return db
    .insertInto("call_verifications")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(["account_id", "key_id", "call_id", "client_id", "proof"])
        .doUpdateSet({ expires_at: expiresAt }),
    )
    .compile();
}

export function verificationQuery(
  db: Kysely<Schema>,
  accountId: string,
  { keyId, callId, clientIds, proofs, now }: Parameters<Verifications["isVerified"]>[1],
): CompiledQuery<{ client_id: string }> {
  return db
    .selectFrom("call_verifications")
    .select("client_id")
    .where("account_id", "=", accountId)
    .where("key_id", "=", keyId)
    .where("call_id", "=", callId)
    .where("client_id", "in", clientIds)
    .where("proof", "in", proofs)
    .where("expires_at", ">", now)
    .limit(1)
    .compile();
}
