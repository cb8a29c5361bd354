import { z } from "zod";
import { type ApiKey, SCOPES } from "../../store/store.ts";
import { hashOf, newCredential } from "../../webhook/credentials.ts";
import { audit } from "../audit.ts";
import { answer, NOTHING, refuse, route, type StaffRoute } from "../route.ts";
import { OWNER_IN_PERSON, OWNERS } from "../staff.ts";
import { BEYOND, id, iso, isWithinYears, time } from "../wire.ts";

const scopes = z.array(z.enum([...SCOPES, "staff"])).min(1);

export const keyForm = z
  .object({
    id: z.string(),
    label: z.string().nullable(),
    entityIds: z.array(z.string()).nullable(),
    scopes,
    errorStatus: z.literal(200).nullable(),
    maxSlots: z.number().nullable(),
    createdAt: time,
    expiresAt: time.nullable(),
    revokedAt: time.nullable(),
  })
  .meta({ id: "Key" });

const list = route({
  method: "GET",
  path: "/keys",
  access: OWNERS,
  tag: "Keys",
  summary: "All keys, never the keys themselves",
  answerForm: z.object({ items: z.array(keyForm) }),
  handle: async ({ api, staff }) => {
    const keys = await api.desk.store.keys(staff.accountId);
    return answer({ items: keys.map(keyJson) });
  },
});

const create = route({
  method: "POST",
  path: "/keys",
  status: 201,
  access: OWNER_IN_PERSON,
  tag: "Keys",
  summary: "Make a key. It is shown this once and stored only as a hash",
  bodyForm: z.object({
    label: z.string().trim().max(200).optional(),
    entityIds: z.array(id).min(1).nullable().default(null),
    scopes: scopes.default([...SCOPES]),
    errorStatus: z.literal(200).nullable().default(null),
    maxSlots: z.number().int().min(1).max(20).nullable().default(null),
    expiresAt: z.iso.datetime({ offset: true }).refine(isWithinYears, BEYOND).nullable().default(null),
  }),
  answerForm: z.object({ key: z.string(), webhookUrl: z.string(), stored: keyForm }),
  handle: async (request) => {
    const { api, staff, body, origin } = request;
    const { store, now } = api.desk;
    const known = await store.entityIds(staff.accountId);
    if (body.entityIds?.some((entityId) => !known.includes(entityId))) {
      return refuse("invalid_request", {
        issues: [{ path: "entityIds", message: "names an entity that there is not" }],
      });
    }
    if (body.entityIds !== null && body.scopes.includes("staff")) {
      const message = "must be null with the scope staff, which is about the whole account";
      return refuse("invalid_request", { issues: [{ path: "entityIds", message }] });
    }
    const key = newCredential();
    const stored: ApiKey = {
      id: api.newId("key"),
      accountId: staff.accountId,
      hash: hashOf(key),
      label: body.label || null,
      entityIds: body.entityIds,
      scopes: body.scopes,
      errorStatus: body.errorStatus,
      maxSlots: body.maxSlots,
      createdAt: now(),
      expiresAt: body.expiresAt === null ? null : Date.parse(body.expiresAt),
      revokedAt: null,
    };
    await store.addKey(stored);
    await audit(request, "keys.create", stored.id, { scopes: stored.scopes });
    const webhookUrl = `${(api.publicUrl ?? origin).replace(/\/+$/, "")}/webhook/${key}`;
    return answer({ key, webhookUrl, stored: keyJson(stored) });
  },
});

const revoke = route({
  method: "DELETE",
  path: "/keys/{keyId}",
  access: OWNER_IN_PERSON,
  tag: "Keys",
  summary: "Revoke a key: it works no more",
  pathForm: z.object({ keyId: id }),
  answerForm: undefined,
  handle: async (request) => {
    const { api, staff, path } = request;
    const isRevoked = await api.desk.store.revokeKey(staff.accountId, path.keyId, api.desk.now());
    if (!isRevoked) return refuse("not_found", { detail: "There is no such key that works." });
    await audit(request, "keys.revoke", path.keyId);
    return NOTHING;
  },
});

export const KEY_ROUTES: readonly StaffRoute[] = [list, create, revoke];

function keyJson({ hash: _hash, accountId: _account, createdAt, expiresAt, revokedAt, ...key }: ApiKey) {
  const at = (time: number | null) => (time === null ? null : iso(time));
  return { ...key, createdAt: iso(createdAt), expiresAt: at(expiresAt), revokedAt: at(revokedAt) };
}
