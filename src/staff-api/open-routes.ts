import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "../login/login.ts";
import type { Invitation } from "../store/members.ts";
import { type Store, StoreUnavailable } from "../store/store.ts";
import { readJsonBody } from "../webhook/json-body.ts";
import { type AdmitOptions, headersOf, isSameOrigin } from "./admit-staff.ts";
import { faultyTexts } from "./faulty-texts.ts";
import { IN_WORDS, issuesOf } from "./form-issues.ts";
import { openInvitation } from "./invitations.ts";
import { type StaffProblem, staffProblem, tooMany } from "./problems.ts";
import type { StaffApi } from "./route.ts";
import { sendStaffProblem, unreadHandler } from "./send-staff-problem.ts";

const token = z.string().min(1).max(200);
const look = z.strictObject({ token });
/** Where the link makes an account. */
const accountName = z.string().trim().min(1).max(200).optional();
const accept = z.strictObject({
  token,
  /** Of a new person; a link that sets a password anew needs none of these. */
  name: z.string().trim().min(1).max(200).optional(),
  email: z.email().max(200).optional(),
  password: z.string().min(SHORTEST_PASSWORD).max(LONGEST_PASSWORD),
  accountName,
});

const join = z.strictObject({ token, accountName });

type Answered = { readonly status?: number; readonly body: unknown } | { readonly problem: StaffProblem };

/** Whether somebody can log in at all; where there are several accounts, somebody could. */
async function hasOwner(store: Store): Promise<boolean> {
  const [first, ...others] = await store.accountIds();
  if (first === undefined) return false;
  return others.length > 0 || (await store.members(first)).some(({ role }) => role === "owner");
}

/** What can be asked before anybody is logged in: whether somebody is, and invitations by their token. */
export function openRoutes(app: FastifyInstance, options: StaffApi & AdmitOptions): void {
  const { desk, login, onFault } = options;
  const { store, now } = desk;
  const unread = { errorHandler: unreadHandler(onFault) };
  const respond = async (reply: FastifyReply, work: () => Promise<Answered>) => {
    let answered: Answered;
    try {
      answered = await work();
    } catch (error) {
      onFault(error);
      const code = error instanceof StoreUnavailable ? "unavailable" : "internal_error";
      answered = { problem: staffProblem(code) };
    }
    if ("problem" in answered) return await sendStaffProblem(reply, answered.problem);
    return await reply
      .code(answered.status ?? 200)
      .header("cache-control", "no-store")
      .type("application/json; charset=utf-8")
      .send(JSON.stringify(answered.body));
  };

  app.get("/api/v1/welcome", async (request, reply) =>
    respond(reply, async () => {
      const session = await login.sessionOf(headersOf(request));
      return {
        body: {
          email: session?.email ?? null,
          providers: login.provider === undefined ? [] : [login.provider.id],
          hasOwner: await hasOwner(store),
        },
      };
    }),
  );

  /** By token; wrong ones count like wrong keys. */
  const withInvitation = async <T extends { token: string }>(
    request: FastifyRequest,
    form: z.ZodType<T>,
    work: (body: T, invitation: Invitation) => Promise<Answered>,
  ): Promise<Answered> => {
    if (!isSameOrigin(request, options.publicUrl)) return { problem: staffProblem("wrong_origin") };
    const read = readJsonBody((request.body as Uint8Array | undefined) ?? new Uint8Array(), "a JSON object");
    if (!read.ok) return { problem: staffProblem("malformed_json", { detail: read.message }) };
    const nonsense = faultyTexts(read.value);
    if (nonsense.length > 0) return { problem: staffProblem("invalid_request", { issues: nonsense }) };
    const body = form.safeParse(read.value, IN_WORDS);
    if (!body.success) {
      return { problem: staffProblem("invalid_request", { issues: issuesOf(body.error, form) }) };
    }
    const invitation = await openInvitation(store, body.data.token, now());
    if (invitation === undefined) {
      const wait = await options.limits.ofFailures(request.ip);
      return { problem: wait === undefined ? staffProblem("link_used") : tooMany(wait) };
    }
    return await work(body.data, invitation);
  };

  app.post("/api/v1/invitation", unread, async (request, reply) =>
    respond(reply, () =>
      withInvitation(request, look, async (_body, { accountId, role, label, userId }) => {
        const stored = accountId === null ? undefined : await store.configuration(accountId);
        const accountName = stored?.configuration.name ?? null;
        return {
          body: { makesAccount: accountId === null, accountName, role, label, isReset: userId !== null },
        };
      }),
    ),
  );

  app.post("/api/v1/invitation/accept", unread, async (request, reply) =>
    respond(reply, () => withInvitation(request, accept, (body, invitation) => accepted(body, invitation))),
  );

  app.post("/api/v1/invitation/join", unread, async (request, reply) =>
    respond(reply, () =>
      withInvitation(request, join, async (body, invitation) => {
        const session = await login.sessionOf(headersOf(request));
        if (session === undefined) return { problem: staffProblem("unauthenticated") };
        return await joined(session.userId, body, invitation);
      }),
    ),
  );

  async function accepted(body: z.output<typeof accept>, invitation: Invitation): Promise<Answered> {
    const { name, email, password, accountName } = body;
    if (invitation.userId !== null) {
      // Who belongs to another business by now: its owner's link would open that one as well.
      const memberships = await store.memberships(invitation.userId);
      const isTheirs = memberships.every(({ accountId }) => accountId === invitation.accountId);
      if (!isTheirs || !(await store.useInvitation(invitation.hash, now()))) {
        return { problem: staffProblem("link_used") };
      }
      await login.setPassword(invitation.userId, password);
      return { body: { email: null } };
    }
    const missing = [
      ...(name === undefined ? ["name"] : []),
      ...(email === undefined ? ["email"] : []),
      ...(invitation.accountId === null && accountName === undefined ? ["accountName"] : []),
    ];
    if (name === undefined || email === undefined || missing.length > 0) {
      const issues = missing.map((path) => ({ path, message: "is missing" }));
      return { problem: staffProblem("invalid_request", { issues }) };
    }
    // First the person: a link is not used up by an address that is taken.
    const made = await login.addPerson({ name, email, password });
    if (!made.ok) {
      const issues = [{ path: "email", message: "has a login already" }];
      return { problem: staffProblem("invalid_request", { issues }) };
    }
    if (!(await store.useInvitation(invitation.hash, now()))) {
      await login.removePerson(made.userId);
      return { problem: staffProblem("link_used") };
    }
    const accountId = await addMember(made.userId, { invitation, accountName });
    return { status: 201, body: { email, accountId } };
  }

  /** By who has a login already. */
  async function joined(
    userId: string,
    { accountName }: z.output<typeof join>,
    invitation: Invitation,
  ): Promise<Answered> {
    if (invitation.userId !== null) {
      const detail = "This link is for a new password, not for another business.";
      return { problem: staffProblem("conflict", { detail }) };
    }
    if (invitation.accountId === null && accountName === undefined) {
      return {
        problem: staffProblem("invalid_request", {
          issues: [{ path: "accountName", message: "is missing" }],
        }),
      };
    }
    const memberships = await store.memberships(userId);
    if (memberships.some(({ accountId }) => accountId === invitation.accountId)) {
      const detail = "You belong to this business already; somebody else can still use the link.";
      return { problem: staffProblem("conflict", { detail }) };
    }
    if (!(await store.useInvitation(invitation.hash, now()))) return { problem: staffProblem("link_used") };
    const accountId = await addMember(userId, { invitation, accountName });
    return { status: 201, body: { accountId } };
  }

  /** Resolves with the account that the person belongs to now. */
  async function addMember(
    userId: string,
    { invitation, accountName }: { invitation: Invitation; accountName: string | undefined },
  ): Promise<string> {
    const accountId = invitation.accountId ?? (await makeAccount(accountName!));
    const { role, agentId } = invitation;
    await store.addMember({ accountId, userId, role, agentId, createdAt: now() });
    await store.recordAudit({
      accountId,
      id: options.newId("au"),
      at: now(),
      actor: { kind: "person", id: userId },
      action: "members.join",
      subjectId: userId,
      detail: { role },
    });
    return accountId;
  }

  async function makeAccount(accountName: string): Promise<string> {
    const accountId = options.newId("acc");
    const configuration = { id: accountId, name: accountName, entities: [] };
    await store.saveConfiguration({ configuration, expectedVersion: 0, clients: [], at: now() });
    return accountId;
  }
}
