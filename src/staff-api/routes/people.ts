import { z } from "zod";
import { TimeZone } from "../../scheduling/time-zone.ts";
import { type Member, ROLES } from "../../store/members.ts";
import { audit } from "../audit.ts";
import { invite } from "../invitations.ts";
import { answer, NOTHING, refuse, route, type StaffRequest, type StaffRoute } from "../route.ts";
import { EVERYBODY, OWNER_IN_PERSON, OWNERS } from "../staff.ts";
import { naming, whoDidForm } from "../who-did.ts";
import { cursorOf, date, dayOf, id, iso, pageOf, pages, time } from "../wire.ts";

type Asked = StaffRequest<unknown, unknown, unknown>;

const role = z.enum(ROLES);
const roleAndAgent = {
  role,
  agentId: id.nullable().default(null).meta({ description: "Of the role agent: whose calendar it is" }),
};

export const memberForm = z
  .object({
    userId: z.string(),
    name: z.string(),
    email: z.string(),
    role,
    agentId: z.string().nullable(),
    createdAt: time,
  })
  .meta({ id: "Member" });

const memberPath = z.object({ userId: id });

export const meForm = z.object({
  access: z.enum([...ROLES, "script"]),
  userId: z.string().meta({ description: "Of a script: its key's id" }),
  name: z.string().nullable().meta({ description: "Of a script: its key's label" }),
  email: z.string().nullable(),
  agentId: z.string().nullable(),
  account: z.object({ id: z.string(), name: z.string() }),
  accounts: z.array(z.object({ id: z.string(), name: z.string() })),
});

const me = route({
  method: "GET",
  path: "/me",
  access: EVERYBODY,
  tag: "People",
  summary: "Who asks, what they may, and which accounts they belong to",
  answerForm: meForm,
  handle: async ({ api, staff }) => {
    const { store } = api.desk;
    const nameOf = async (accountId: string) => {
      const stored = await store.configuration(accountId);
      return { id: accountId, name: stored?.configuration.name ?? accountId };
    };
    const who = { access: staff.access, userId: staff.id, agentId: staff.agentId };
    const account = await nameOf(staff.accountId);
    if (staff.access === "script") {
      const key = (await store.keys(staff.accountId)).find(({ id }) => id === staff.id);
      return answer({ ...who, name: key?.label ?? null, email: null, account, accounts: [account] });
    }
    const memberships = await store.memberships(staff.id);
    const [first] = memberships;
    return answer({
      ...who,
      name: first?.name ?? null,
      email: first?.email ?? null,
      account,
      accounts: await Promise.all(memberships.map(({ accountId }) => nameOf(accountId))),
    });
  },
});

const members = route({
  method: "GET",
  path: "/members",
  access: OWNERS,
  tag: "People",
  summary: "Who may log in",
  answerForm: z.object({ items: z.array(memberForm) }),
  handle: async ({ api, staff }) =>
    answer({ items: (await api.desk.store.members(staff.accountId)).map(memberJson) }),
});

const changeMember = route({
  method: "PATCH",
  path: "/members/{userId}",
  access: OWNER_IN_PERSON,
  tag: "People",
  summary: "Give a member another role",
  pathForm: memberPath,
  bodyForm: z.object(roleAndAgent),
  answerForm: memberForm,
  handle: async (request) => {
    const { api, staff, path, body } = request;
    const { store } = api.desk;
    const before = await store.members(staff.accountId);
    const member = before.find(({ userId }) => userId === path.userId);
    if (member === undefined) return unknown();
    if (member.role === "owner" && body.role !== "owner" && isLastOwner(before)) return lastOwner();
    const agent = await agentProblem(request, body);
    if (agent !== undefined) return agent;
    const { userId } = member;
    const change = { accountId: staff.accountId, userId, role: body.role, agentId: body.agentId };
    if (!(await store.changeMember(change))) return lastOwner();
    await audit(request, "members.change", userId, { role: body.role });
    return answer(memberJson({ ...member, role: body.role, agentId: body.agentId }));
  },
});

const removeMember = route({
  method: "DELETE",
  path: "/members/{userId}",
  access: OWNER_IN_PERSON,
  tag: "People",
  summary: "Take a member's access away",
  pathForm: memberPath,
  answerForm: undefined,
  handle: async (request) => {
    const { api, staff, path } = request;
    const before = await api.desk.store.members(staff.accountId);
    const member = before.find(({ userId }) => userId === path.userId);
    if (member === undefined) return unknown();
    if (member.role === "owner" && isLastOwner(before)) return lastOwner();
    if (!(await api.desk.store.removeMember(staff.accountId, member.userId))) return lastOwner();
    await audit(request, "members.remove", member.userId);
    return NOTHING;
  },
});

const linkForm = z.object({ link: z.string(), expiresAt: time });

const resetLink = route({
  method: "POST",
  path: "/members/{userId}/reset-link",
  status: 201,
  access: OWNER_IN_PERSON,
  tag: "People",
  summary: "A link by which a member sets a new password, once",
  pathForm: memberPath,
  answerForm: linkForm,
  handle: async (request) => {
    const { api, staff, path, origin } = request;
    const member = (await api.desk.store.members(staff.accountId)).find(
      ({ userId }) => userId === path.userId,
    );
    if (member === undefined) return unknown();
    // Somebody who belongs elsewhere, too, would lose that login to this account's owner.
    if ((await api.desk.store.memberships(member.userId)).length > 1) {
      return refuse("conflict", { detail: "The person belongs to another account as well." });
    }
    const { role, agentId, userId } = member;
    const invited = { accountId: staff.accountId, role, agentId, userId, label: member.name };
    const { path: link, expiresAt } = await invite(api.desk.store, invited, api.desk.now());
    await audit(request, "members.reset", userId);
    return answer({ link: `${base(api.publicUrl, origin)}${link}`, expiresAt: iso(expiresAt) });
  },
});

export const invitationForm = z
  .object({
    id: z.string(),
    role,
    agentId: z.string().nullable(),
    label: z.string().nullable(),
    isReset: z.boolean(),
    createdAt: time,
    expiresAt: time,
  })
  .meta({ id: "Invitation" });

const invitations = route({
  method: "GET",
  path: "/invitations",
  access: OWNERS,
  tag: "People",
  summary: "Links that were not used yet",
  answerForm: z.object({ items: z.array(invitationForm) }),
  handle: async ({ api, staff }) => {
    const open = await api.desk.store.invitations(staff.accountId);
    return answer({
      items: open.map(({ hash, role, agentId, label, userId, createdAt, expiresAt }) => ({
        id: hash,
        role,
        agentId,
        label,
        isReset: userId !== null,
        createdAt: iso(createdAt),
        expiresAt: iso(expiresAt),
      })),
    });
  },
});

const createInvitation = route({
  method: "POST",
  path: "/invitations",
  status: 201,
  access: OWNER_IN_PERSON,
  tag: "People",
  summary: "A link that makes its first user a member",
  bodyForm: z.object({ ...roleAndAgent, label: z.string().trim().max(200).optional() }),
  answerForm: linkForm,
  handle: async (request) => {
    const { api, staff, body, origin } = request;
    const agent = await agentProblem(request, body);
    if (agent !== undefined) return agent;
    const { role, agentId, label } = body;
    const invited = { accountId: staff.accountId, role, agentId, userId: null, label: label || null };
    const { path, expiresAt } = await invite(api.desk.store, invited, api.desk.now());
    await audit(request, "invitations.create", null, { role });
    return answer({ link: `${base(api.publicUrl, origin)}${path}`, expiresAt: iso(expiresAt) });
  },
});

const withdraw = route({
  method: "DELETE",
  path: "/invitations/{id}",
  access: OWNER_IN_PERSON,
  tag: "People",
  summary: "Withdraw a link: it works no more",
  pathForm: z.object({ id }),
  answerForm: undefined,
  handle: async (request) => {
    const { api, staff, path } = request;
    if (!(await api.desk.store.withdrawInvitation(staff.accountId, path.id))) return unknown();
    await audit(request, "invitations.withdraw", null);
    return NOTHING;
  },
});

export const auditForm = z.object({
  id: z.string(),
  at: time,
  by: whoDidForm,
  action: z.string(),
  subjectId: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
});

const auditTrail = route({
  method: "GET",
  path: "/audit",
  access: OWNERS,
  tag: "People",
  summary: "What was done by whom at the desk, newest first",
  queryForm: z.object({
    by: id.optional().meta({ description: "Of the person or key who did it" }),
    action: z
      .string()
      .regex(/^[a-z-]{1,50}(\.[a-z-]{1,50})?$/, "must be such as bookings or bookings.create")
      .optional()
      .meta({
        description: "All that was done to a kind of thing, or one action",
        example: "bookings.create",
      }),
    from: date.optional(),
    to: date.optional().meta({ description: "YYYY-MM-DD, included" }),
    entityId: id.optional().meta({ description: "In whose time zone days begin; default: the first entity" }),
    ...pages(z.object({ at: z.number(), id: z.string() })),
  }),
  answerForm: pageOf(auditForm),
  handle: async ({ api, staff, query }) => {
    const { store } = api.desk;
    const entityId = query.entityId ?? (await store.entityIds(staff.accountId))[0];
    const business = entityId === undefined ? undefined : await store.business(staff.accountId, entityId);
    if (query.entityId !== undefined && business === undefined) {
      return refuse("not_found", { detail: "There is no such entity." });
    }
    const zone = business?.zone ?? TimeZone.named("UTC")!;
    const beginOf = (day: number) => zone.startOf(day) * 60_000;
    const rows = await store.auditEvents(staff.accountId, {
      most: query.limit + 1,
      before: query.cursor,
      actorId: query.by,
      action: query.action,
      from: query.from === undefined ? undefined : beginOf(dayOf(query.from)),
      to: query.to === undefined ? undefined : beginOf(dayOf(query.to) + 1),
    });
    const whoOf = await naming(store, staff.accountId);
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return answer({
      items: shown.map(({ id, at, actor, action, subjectId, detail }) => ({
        id,
        at: iso(at),
        by: whoOf(actor),
        action,
        subjectId,
        detail,
      })),
      nextCursor: rows.length > shown.length && last ? cursorOf({ at: last.at, id: last.id }) : null,
    });
  },
});

export const PEOPLE_ROUTES: readonly StaffRoute[] = [
  me,
  members,
  changeMember,
  removeMember,
  resetLink,
  invitations,
  createInvitation,
  withdraw,
  auditTrail,
];

const base = (publicUrl: string | undefined, origin: string) => (publicUrl ?? origin).replace(/\/+$/, "");

const unknown = () => refuse("not_found", { detail: "There is no such member or link." });
const lastOwner = () =>
  refuse("conflict", { detail: "An account needs an owner: make somebody else one first." });
const isLastOwner = (members: readonly Member[]) =>
  members.filter(({ role }) => role === "owner").length <= 1;

function memberJson({ accountId: _account, createdAt, ...member }: Member) {
  return { ...member, createdAt: iso(createdAt) };
}

/** The role agent needs an agent of the account, the others none. */
async function agentProblem(
  { api, staff }: Asked,
  { role, agentId }: { readonly role: string; readonly agentId: string | null },
) {
  const needs = role === "agent";
  if (!needs && agentId === null) return undefined;
  const owner =
    agentId === null ? undefined : await api.desk.store.entityOwning(staff.accountId, "agent", agentId);
  if (needs && owner !== undefined) return undefined;
  const message = needs ? "must be an agent's id for the role agent" : "is for the role agent only";
  return refuse("invalid_request", { issues: [{ path: "agentId", message }] });
}
