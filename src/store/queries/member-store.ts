import { type Kysely, type SqlBool, sql } from "kysely";
import type { AuditEvent, AuditQuery, Invitation, Member, Members } from "../members.ts";
import type { Schema } from "../schema.ts";
import type { ColdStore, Step } from "./cold-store.ts";

/** Who may log in, and what was done; the same statements on every store. */
export function memberStore(db: Kysely<Schema>, cold: ColdStore): Members {
  const members = db
    .selectFrom("members as member")
    .innerJoin("people as person", "person.id", "member.user_id")
    .selectAll("member")
    .select(["person.name", "person.email"])
    .orderBy("member.created_at")
    .orderBy("member.user_id");
  return {
    members: async (accountId) =>
      (await cold.all(members.where("member.account_id", "=", accountId).compile())).map(memberOf),
    memberships: async (userId) =>
      (await cold.all(members.where("member.user_id", "=", userId).compile())).map(memberOf),
    addMember: async ({ accountId, userId, role, agentId, createdAt }) => {
      const row = {
        account_id: accountId,
        user_id: userId,
        role,
        agent_id: agentId,
        created_at: createdAt,
      };
      const query = db
        .insertInto("members")
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(["account_id", "user_id"]).doUpdateSet({ role, agent_id: agentId }),
        );
      await cold.write([{ query: query.compile() }]);
    },
    changeMember: ({ accountId, userId, role, agentId }) => {
      const change = db
        .updateTable("members")
        .set({ role, agent_id: agentId })
        .where("account_id", "=", accountId)
        .where("user_id", "=", userId);
      const allowed = role === "owner" ? change : change.where(isNotLastOwner(accountId, userId));
      return cold.write([oneAtATime(db, accountId), { query: allowed.compile(), changes: 1 }]);
    },
    removeMember: (accountId, userId) => {
      const removal = db
        .deleteFrom("members")
        .where("account_id", "=", accountId)
        .where("user_id", "=", userId)
        .where(isNotLastOwner(accountId, userId));
      return cold.write([oneAtATime(db, accountId), { query: removal.compile(), changes: 1 }]);
    },
    forgetPeopleOfNoAccount: async ({ madeBefore, at }) => {
      const strangers = strangersQuery(db, iso(madeBefore), iso(at));
      await cold.write([
        // Of who was removed before using a link for a new password.
        { query: db.deleteFrom("invitations").where("user_id", "in", strangers).compile() },
        { query: db.deleteFrom("people").where("id", "in", strangers).compile() },
      ]);
    },
    addInvitation: async (invitation) => {
      await cold.write([{ query: db.insertInto("invitations").values(invitationRow(invitation)).compile() }]);
    },
    invitation: async (hash) => {
      const row = await cold.first(
        db.selectFrom("invitations").selectAll().where("hash", "=", hash).compile(),
      );
      return row === undefined ? undefined : invitationOf(row);
    },
    invitations: async (accountId) => {
      const query = db
        .selectFrom("invitations")
        .selectAll()
        .where("account_id", accountId === null ? "is" : "=", accountId)
        .where("used_at", "is", null)
        .orderBy("created_at")
        .orderBy("hash");
      return (await cold.all(query.compile())).map(invitationOf);
    },
    useInvitation: (hash, at) =>
      cold.write([
        {
          query: db
            .updateTable("invitations")
            .set({ used_at: at })
            .where("hash", "=", hash)
            .where("used_at", "is", null)
            .compile(),
          changes: 1,
        },
      ]),
    withdrawInvitation: (accountId, hash) =>
      cold.write([
        {
          query: db
            .deleteFrom("invitations")
            .where("hash", "=", hash)
            .where("account_id", accountId === null ? "is" : "=", accountId)
            .where("used_at", "is", null)
            .compile(),
          changes: 1,
        },
      ]),
    serverSecret: async (name, candidate) => {
      const row = { name, value: candidate };
      const query = db
        .insertInto("server_secrets")
        .values(row)
        .onConflict((conflict) => conflict.doNothing());
      const stored = db.selectFrom("server_secrets").select("value").where("name", "=", name).compile();
      const known = await cold.first(stored);
      if (known !== undefined) return known.value;
      await cold.write([{ query: query.compile() }]);
      return (await cold.first(stored))!.value;
    },
    recordAudit: async (event) => {
      await cold.write([
        {
          query: db
            .insertInto("audit_events")
            .values(auditRow(event))
            .onConflict((taken) => taken.doNothing())
            .compile(),
        },
      ]);
    },
    auditEvents: async (accountId, query) => (await cold.all(auditQuery(db, accountId, query))).map(auditOf),
  };
}

/** Times of people are the login's: text, in UTC. */
const iso = (at: number) => new Date(at).toISOString();

function strangersQuery(db: Kysely<Schema>, madeBefore: string, at: string) {
  return db
    .selectFrom("people as person")
    .select("person.id")
    .where("person.created_at", "<", madeBefore)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom("members as member").select("role").whereRef("member.user_id", "=", "person.id")),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("people_credentials as credential")
            .select("credential.id")
            .whereRef("credential.user_id", "=", "person.id")
            .where("credential.password", "is not", null),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("people_sessions as session")
            .select("session.id")
            .whereRef("session.user_id", "=", "person.id")
            .where("session.expires_at", ">", at),
        ),
      ),
    );
}

/**
 * Reads the account's part of the primary key (account, time, id) backwards from where it is to begin, no further than
 * `from` or until there are enough; who and what is looked at on the way. An index by who is not worth its while: SQLite
 * leaves it alone for the order, and walks 100,000 entries in 20 ms.
 */
function auditQuery(
  db: Kysely<Schema>,
  accountId: string,
  { most, before, actorId, action, from, to }: AuditQuery,
) {
  let query = db.selectFrom("audit_events").selectAll().where("account_id", "=", accountId);
  if (before !== undefined) query = query.where(sql<SqlBool>`(at, id) < (${before.at}, ${before.id})`);
  if (from !== undefined) query = query.where("at", ">=", from);
  if (to !== undefined) query = query.where("at", "<", to);
  if (actorId !== undefined) query = query.where("actor_id", "=", actorId);
  if (action?.includes(".")) query = query.where("action", "=", action);
  else if (action !== undefined) query = query.where("action", "like", `${action}.%`);
  return query.orderBy("at", "desc").orderBy("id", "desc").limit(most).compile();
}

/** Two owners who go at the same moment would each see the other one stay: who comes second waits here, and looks after. */
function oneAtATime(db: Kysely<Schema>, accountId: string): Step {
  const touch = db
    .updateTable("accounts")
    .set((eb) => ({ name: eb.ref("name") }))
    .where("id", "=", accountId);
  return { query: touch.compile(), changes: 1 };
}

function isNotLastOwner(accountId: string, userId: string) {
  return sql<SqlBool>`(role <> 'owner' or exists (
    select 1 from members as other
    where other.account_id = ${accountId} and other.user_id <> ${userId} and other.role = 'owner'
  ))`;
}

function memberOf(row: Schema["members"] & { name: string; email: string }): Member {
  return {
    accountId: row.account_id,
    userId: row.user_id,
    name: row.name,
    email: row.email,
    role: row.role,
    agentId: row.agent_id,
    createdAt: row.created_at,
  };
}

function invitationRow(invitation: Invitation): Schema["invitations"] {
  return {
    hash: invitation.hash,
    account_id: invitation.accountId,
    role: invitation.role,
    agent_id: invitation.agentId,
    label: invitation.label,
    user_id: invitation.userId,
    created_at: invitation.createdAt,
    expires_at: invitation.expiresAt,
    used_at: invitation.usedAt,
  };
}

function invitationOf(row: Schema["invitations"]): Invitation {
  return {
    hash: row.hash,
    accountId: row.account_id,
    role: row.role,
    agentId: row.agent_id,
    label: row.label,
    userId: row.user_id,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
  };
}

function auditRow({
  accountId,
  at,
  id,
  actor,
  action,
  subjectId,
  detail,
}: AuditEvent): Schema["audit_events"] {
  return {
    account_id: accountId,
    at,
    id,
    actor_kind: actor.kind,
    actor_id: actor.id,
    action,
    subject_id: subjectId,
    detail: JSON.stringify(detail),
  };
}

function auditOf(row: Schema["audit_events"]): AuditEvent {
  return {
    accountId: row.account_id,
    id: row.id,
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor_id },
    action: row.action,
    subjectId: row.subject_id,
    detail: JSON.parse(row.detail) as AuditEvent["detail"],
  };
}
