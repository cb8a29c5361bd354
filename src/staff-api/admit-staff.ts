import type { FastifyRequest } from "fastify";
import { authenticate, keyIn } from "../webhook/credentials.ts";
import type { Limits } from "../webhook/limits.ts";
import { type StaffProblem, staffProblem, tooMany } from "./problems.ts";
import type { StaffApi } from "./route.ts";
import type { Staff } from "./staff.ts";

export interface AdmitOptions {
  readonly limits: Limits;
}

export type StaffAdmitted =
  | { readonly ok: true; readonly staff: Staff }
  | { readonly ok: false; readonly problem: StaffProblem };

/**
 * By session cookie, or by a key of scope `staff` in `Authorization` and nowhere else: addresses are written into logs. Which
 * account, `?account=` says where there are several; a key is of one.
 */
export async function admitStaff(
  request: FastifyRequest,
  { desk, login, limits }: StaffApi & AdmitOptions,
): Promise<StaffAdmitted> {
  const credential = keyIn(request.headers.authorization);
  const { account } = request.query as { account?: string };
  if (credential !== undefined) {
    const key = await authenticate(desk.store, credential, desk.now());
    if (key === undefined) {
      const wait = await limits.ofFailures(request.ip);
      if (wait !== undefined) return { ok: false, problem: tooMany(wait) };
      const detail = "This key is none, was revoked, or has expired: `slotline key list` shows which work.";
      return { ok: false, problem: staffProblem("unauthenticated", { detail }) };
    }
    const wait = await limits.ofKey(key);
    if (wait !== undefined) return { ok: false, problem: tooMany(wait) };
    if (!key.scopes.includes("staff")) {
      const detail =
        "This key lacks the scope staff: `slotline key create --scope staff` makes one that has it.";
      return { ok: false, problem: staffProblem("forbidden", { detail }) };
    }
    if (key.entityIds !== null) {
      const detail = "This key reaches some entities only; the staff API is about the whole account.";
      return { ok: false, problem: staffProblem("forbidden", { detail }) };
    }
    const { id, accountId } = key;
    if (account !== undefined && account !== accountId) {
      const detail = "This key is of another account.";
      return { ok: false, problem: staffProblem("forbidden", { detail }) };
    }
    return { ok: true, staff: { access: "script", accountId, id, agentId: null } };
  }
  const session = await login.sessionOf(headersOf(request));
  if (session === undefined) {
    const detail =
      "People log in at /login; scripts send `Authorization: Bearer KEY`, with a key of the scope staff.";
    return { ok: false, problem: staffProblem("unauthenticated", { detail }) };
  }
  const memberships = await desk.store.memberships(session.userId);
  const member = memberships.find(({ accountId }) => account === undefined || accountId === account);
  if (member === undefined) {
    return {
      ok: false,
      problem: staffProblem("forbidden", { detail: "You are a member of no such account." }),
    };
  }
  const { accountId, role, userId, agentId } = member;
  return { ok: true, staff: { access: role, accountId, id: userId, agentId } };
}

/** As the browser sees this server. A proxy before it may speak HTTPS, and tell it so or not. */
export function originOf(request: FastifyRequest, publicUrl: string | undefined): string {
  const named = request.headers.origin;
  if (named !== undefined && isSameOrigin(request, publicUrl)) return new URL(named).origin;
  const known = publicUrl === undefined ? undefined : new URL(publicUrl);
  return known?.host === request.host ? known.origin : `${request.protocol}://${request.host}`;
}

/**
 * Whether the request was made by a page of this server, or by no page: browsers name the page's origin with every request
 * that changes something, and a cookie is only sent along by one of the same site. A proxy may pass on another host than
 * the browser has asked; then the public URL says whose page it is.
 */
export function isSameOrigin(request: FastifyRequest, publicUrl: string | undefined): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) {
    if (!URL.canParse(origin)) return false;
    const named = new URL(origin);
    return (
      named.host === request.host || (publicUrl !== undefined && named.origin === new URL(publicUrl).origin)
    );
  }
  const site = request.headers["sec-fetch-site"];
  return site === undefined || site === "same-origin" || site === "none";
}

export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  return headers;
}
