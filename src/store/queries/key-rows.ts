import type { Schema } from "../schema.ts";
import type { ApiKey, Scope } from "../store.ts";

export function keyRow(key: ApiKey): Schema["api_keys"] {
  return {
    account_id: key.accountId,
    id: key.id,
    hash: key.hash,
    label: key.label,
    entity_ids: key.entityIds === null ? null : JSON.stringify(key.entityIds),
    scopes: key.scopes.join(" "),
    error_status: key.errorStatus,
    max_slots: key.maxSlots,
    created_at: key.createdAt,
    expires_at: key.expiresAt,
    revoked_at: key.revokedAt,
  };
}

export function keyOf(row: Schema["api_keys"]): ApiKey {
  return {
    id: row.id,
    accountId: row.account_id,
    hash: row.hash,
    label: row.label,
    entityIds: row.entity_ids === null ? null : (JSON.parse(row.entity_ids) as string[]),
    scopes: row.scopes.split(" ") as Scope[],
    errorStatus: row.error_status === 200 ? 200 : null,
    maxSlots: row.max_slots,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  };
}
