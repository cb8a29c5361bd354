import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { LOGIN_PATH } from "../login/login.ts";
import { StoreUnavailable } from "../store/store.ts";
import { readJsonBody } from "../webhook/json-body.ts";
import { type AdmitOptions, admitStaff, isSameOrigin, originOf } from "./admit-staff.ts";
import { faultyTexts } from "./faulty-texts.ts";
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
      method: route.method,
      url: `${API_PATH}${route.path.replace(/\{(\w+)\}/g, ":$1")}`,
      bodyLimit: BODY_LIMIT_BYTES,
      errorHandler: unreadHandler(options.onFault),
      handler: async (request, reply) => send(request, reply, route, await handle(route, request, options)),
    });
  }
  let description: string | undefined;
  app.get(`${API_PATH}/openapi.json`, async (_request, reply) => {
    description ??= JSON.stringify(staffOpenApi(ROUTES, options.version), null, 2);
    return await reply.type("application/json; charset=utf-8").send(description);
  });
  liveRoutes(app, options);
  loginRoutes(app, options);
  openRoutes(app, options);
  app.all(`${API_PATH}/*`, async (_request, reply) => {
    const detail = `There is no such route; all of them are in ${API_PATH}/openapi.json.`;
    return sendStaffProblem(reply, staffProblem("not_found", { detail }));
  });
  app.all(`${LOGIN_PATH}`, async (_request, reply) => sendStaffProblem(reply, staffProblem("not_found")));
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
    if (nonsense.length > 0)
      return { ok: false, problem: staffProblem("invalid_request", { issues: nonsense }) };
    const path = route.pathForm.safeParse(request.params, SAYING_MISSING);
    const query = route.queryForm.safeParse(request.query, SAYING_MISSING);
    if (!path.success) return { ok: false, problem: invalid(path.error) };
    if (!query.success) return { ok: false, problem: invalid(query.error) };
    let body: unknown;
    if (route.bodyForm !== undefined) {
      const bytes = (request.body as Uint8Array | undefined) ?? new Uint8Array();
      const read = readJsonBody(bytes.length === 0 ? Buffer.from("{}") : bytes);
      if (!read.ok) return { ok: false, problem: staffProblem("malformed_json", { detail: read.message }) };
      const issues = faultyTexts(read.value);
      if (issues.length > 0) return { ok: false, problem: staffProblem("invalid_request", { issues }) };
      const checked = route.bodyForm.safeParse(read.value, SAYING_MISSING);
      if (!checked.success) return { ok: false, problem: invalid(checked.error) };
      body = checked.data;
    }
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
      body,
      ifMatch,
      idempotencyKey: typeof idempotencyKey === "string" ? idempotencyKey : undefined,
      origin: originOf(request, options.publicUrl),
    };
    return await route.handle(asked as StaffRequest<never, never, never>);
  } catch (error) {
    options.onFault(error);
    const code = error instanceof StoreUnavailable ? "unavailable" : "internal_error";
    return { ok: false, problem: staffProblem(code) };
  }
}

/** In the words of the webhook; everything else in Zod's. */
const SAYING_MISSING: z.core.ParseContext<z.core.$ZodIssue> = {
  error: (issue) => (issue.code === "invalid_type" && issue.input === undefined ? "is missing" : undefined),
};

function invalid(error: z.ZodError): StaffProblem {
  const issues = error.issues.map(({ path, message }) => ({ path: path.map(String).join("."), message }));
  return staffProblem("invalid_request", { issues });
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
