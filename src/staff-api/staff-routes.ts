import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { LOGIN_PATH } from "../login/login.ts";
import { StoreUnavailable } from "../store/store.ts";
import { readJsonBody } from "../webhook/json-body.ts";
import { type AdmitOptions, admitStaff, isSameOrigin, originOf } from "./admit-staff.ts";
import { bound, queryMark, unbound } from "./bound-cursors.ts";
import { namesTag } from "./entity-tags.ts";
import { faultyTexts } from "./faulty-texts.ts";
import { IN_WORDS, issuesOf } from "./form-issues.ts";
import { liveRoutes } from "./live.ts";
import { loginRoutes } from "./login-routes.ts";
import { openRoutes } from "./open-routes.ts";
import { staffOpenApi } from "./openapi.ts";
import { isWorthPacking, packed, packingFor } from "./pack.ts";
import { type StaffProblem, staffProblem } from "./problems.ts";
import type { StaffAnswer, StaffApi, StaffRequest, StaffRoute } from "./route.ts";
import { ROUTES } from "./routes.ts";
import { sendStaffProblem, unreadHandler } from "./send-staff-problem.ts";

/** A practice's whole configuration in one body. */
const BODY_LIMIT_BYTES = 2 * 1024 * 1024;

export const API_PATH = "/api/v1";

export interface StaffRoutesOptions extends StaffApi, AdmitOptions {
  readonly version: string;
}

/** The API of the people at the desk, its description and their login. */
export function staffRoutes(app: FastifyInstance, options: StaffRoutesOptions): void {
  for (const route of ROUTES) {
    app.route({
      method: route.method === "GET" ? ["GET", "HEAD"] : route.method,
      url: `${API_PATH}${route.path.replace(/\{(\w+)\}/g, ":$1")}`,
      bodyLimit: BODY_LIMIT_BYTES,
      errorHandler: unreadHandler(options.onFault),
      handler: async (request, reply) => send(request, reply, route, await handle(route, request, options)),
    });
  }
  let description: string | undefined;
  app.get(`${API_PATH}/openapi.json`, async (_request, reply) => {
    description ??= JSON.stringify(staffOpenApi(ROUTES, options.version));
    return await reply.type("application/json; charset=utf-8").send(description);
  });
  liveRoutes(app, options);
  loginRoutes(app, options);
  openRoutes(app, options);
  app.all(`${API_PATH}/*`, async (request, reply) => {
    const allowed = methodsOf(request.url.split("?")[0]!.slice(API_PATH.length));
    if (allowed.length > 0) {
      return sendStaffProblem(reply.header("allow", allowed.join(", ")), staffProblem("method_not_allowed"));
    }
    return sendStaffProblem(reply, noSuchRoute());
  });
  app.all(`${LOGIN_PATH}`, async (_request, reply) => sendStaffProblem(reply, staffProblem("not_found")));
}

/** Of an address that cannot be decoded, such as `/bookings/%E0%A4%A`, which is no route's. */
export function refuseBadAddress(url: string, reply: FastifyReply): boolean {
  const isOurs = url.startsWith(`${API_PATH}/`);
  if (isOurs) sendStaffProblem(reply, noSuchRoute());
  return isOurs;
}

function noSuchRoute(): StaffProblem {
  const detail = `There is no such route; all of them are in ${API_PATH}/openapi.json.`;
  return staffProblem("not_found", { detail });
}

/** By which methods each address can be asked for; a HEAD is answered like a GET without its body. */
const ADDRESSES = [
  ...ROUTES.map(({ method, path }) => ({ path, methods: method === "GET" ? ["GET", "HEAD"] : [method] })),
  ...["/openapi.json", "/live", "/welcome"].map((path) => ({ path, methods: ["GET"] })),
  ...["/invitation", "/invitation/accept", "/invitation/join"].map((path) => ({ path, methods: ["POST"] })),
].map(({ path, methods }) => ({ methods, pattern: new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`) }));

/** Empty: there is nothing. */
function methodsOf(path: string): string[] {
  const found = ADDRESSES.filter(({ pattern }) => pattern.test(path));
  return [...new Set(found.flatMap(({ methods }) => methods))];
}

/** From a request to its answer: origin, who it is, role, forms, work. Never throws. */
async function handle(
  route: StaffRoute,
  request: FastifyRequest,
  options: StaffRoutesOptions,
): Promise<StaffAnswer> {
  try {
    if (route.method !== "GET" && !isSameOrigin(request, options.publicUrl))
      return { ok: false, problem: staffProblem("wrong_origin") };
    const admitted = await admitStaff(request, options);
    if (!admitted.ok) return { ok: false, problem: admitted.problem };
    const { staff } = admitted;
    if (!route.access.includes(staff.access)) {
      const detail = `This is for ${route.access.join(", ")}; you are ${staff.access}.`;
      return { ok: false, problem: staffProblem("forbidden", { detail }) };
    }
    const nonsense = [...faultyTexts(request.params), ...faultyTexts(request.query)];
    if (nonsense.length > 0) return invalid(nonsense);
    const path = route.pathForm.safeParse(request.params, IN_WORDS);
    if (!path.success) return invalid(issuesOf(path.error, route.pathForm));
    const { account: _, ...said } = request.query as Record<string, unknown>;
    const mark = queryMark(`${staff.accountId} ${request.url.split("?")[0]}`, said);
    if (typeof said.cursor === "string") {
      const cursor = unbound(said.cursor, mark);
      if (cursor === undefined) return invalid([{ path: "cursor", message: OTHER_CURSOR }]);
      said.cursor = cursor;
    }
    const query = route.queryForm.safeParse(said, IN_WORDS);
    if (!query.success) return invalid(issuesOf(query.error, route.queryForm));
    const { from, to } = query.data as { from?: string; to?: string };
    if (from !== undefined && to !== undefined && from > to) {
      return invalid([{ path: "to", message: "must not be before from" }]);
    }
    const body = readBody(route, request.body as Uint8Array | undefined);
    if (!body.ok) return body;
    const ifMatch = request.headers["if-match"];
    if (route.needsIfMatch && ifMatch === undefined) {
      const detail = "Send the ETag that you got with it, or If-Match: * to change it whatever it is by now.";
      return { ok: false, problem: staffProblem("if_match_missing", { detail }) };
    }
    const idempotencyKey = request.headers["idempotency-key"];
    const asked: StaffRequest<unknown, unknown, unknown> = {
      api: options,
      staff,
      path: path.data,
      query: query.data,
      body: body.value,
      hasSeen: (tag) => ifMatch === undefined || namesTag(ifMatch, tag),
      idempotencyKey: typeof idempotencyKey === "string" ? idempotencyKey : undefined,
      origin: originOf(request, options.publicUrl),
    };
    return bound(await route.handle(asked as StaffRequest<never, never, never>), mark);
  } catch (error) {
    options.onFault(error);
    const code = error instanceof StoreUnavailable ? "unavailable" : "internal_error";
    return { ok: false, problem: staffProblem(code) };
  }
}

const OTHER_CURSOR = "must be the nextCursor of a page before, of the very same query";

const NO_BODY = z.strictObject({});

type Body = { readonly ok: true; readonly value: unknown } | (StaffAnswer & { ok: false });

/** Where a route takes no body, one that says something is refused like a member that nobody knows. */
function readBody({ method, bodyForm }: StaffRoute, bytes: Uint8Array = new Uint8Array()): Body {
  if (method === "GET") return { ok: true, value: undefined };
  const read = readJsonBody(bytes.length === 0 ? Buffer.from("{}") : bytes, "a JSON object");
  if (!read.ok) return { ok: false, problem: staffProblem("malformed_json", { detail: read.message }) };
  const nonsense = faultyTexts(read.value);
  if (nonsense.length > 0) return invalid(nonsense);
  const form = bodyForm ?? NO_BODY;
  const checked = form.safeParse(read.value, IN_WORDS);
  if (!checked.success) return invalid(issuesOf(checked.error, form));
  return { ok: true, value: bodyForm === undefined ? undefined : checked.data };
}

function invalid(issues: StaffProblem["issues"]): StaffAnswer & { ok: false } {
  return { ok: false, problem: staffProblem("invalid_request", { issues }) };
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { status }: StaffRoute,
  answered: StaffAnswer,
): Promise<FastifyReply> {
  reply.header("cache-control", "no-store");
  if (!answered.ok) return sendStaffProblem(reply, answered.problem);
  const { etag, text, body } = answered;
  if (etag !== undefined) reply.header("etag", etag);
  const known = request.headers["if-none-match"];
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (isRead && etag !== undefined && known !== undefined && namesTag(known, etag)) {
    return reply.code(304).send();
  }
  if (text !== undefined) {
    return reply
      .type(text.type)
      .header("content-disposition", `attachment; filename="${text.fileName}"`)
      .send(text.content);
  }
  if (body === undefined) return reply.code(204).send();
  const json = JSON.stringify(body);
  reply.code(status).type("application/json; charset=utf-8");
  // An ETag here is a strong one, which stands for these very bytes.
  if (etag !== undefined || !isWorthPacking(json)) return reply.send(json);
  reply.header("vary", "accept-encoding");
  const packing = packingFor(request.headers["accept-encoding"]);
  if (packing === undefined) return reply.send(json);
  return reply.header("content-encoding", packing).send(await packed(json, packing));
}
