import type { FastifyInstance } from "fastify";
import { ADDRESS_HEADER, LOGIN_PATH } from "../login/login.ts";
import { type AdmitOptions, headersOf, isSameOrigin, originOf } from "./admit-staff.ts";
import { type StaffProblemCode, staffProblem, tooMany } from "./problems.ts";
import { providerRoutes } from "./provider-routes.ts";
import type { StaffApi } from "./route.ts";
import { sendStaffProblem, unreadHandler } from "./send-staff-problem.ts";

/** What better-auth answers; everything else of it stays out of reach. */
const OPEN_PATHS = [
  "/sign-in/email",
  "/sign-out",
  "/get-session",
  "/change-password",
  "/two-factor/enable",
  "/two-factor/disable",
  "/two-factor/verify-totp",
  "/two-factor/verify-backup-code",
  "/two-factor/generate-backup-codes",
];

/** Of better-auth's own limits: whoever is not told waits for all of it. */
const WINDOW_S = 60;
/** An address, a password, a code: many times what any of it needs. */
const BODY_LIMIT_BYTES = 64 * 1024;

/** Logging in and out, below `/api/auth`. */
export function loginRoutes(app: FastifyInstance, options: StaffApi & Pick<AdmitOptions, "limits">): void {
  const { login, publicUrl, onFault } = options;
  const ofProvider = login.provider === undefined ? {} : providerRoutes(login.provider, options);
  app.route({
    method: ["GET", "POST"],
    url: `${LOGIN_PATH}/*`,
    bodyLimit: BODY_LIMIT_BYTES,
    errorHandler: unreadHandler(onFault),
    handler: async (request, reply) => {
      const problem = (code: StaffProblemCode) => sendStaffProblem(reply, staffProblem(code));
      const path = new URL(request.url, "http://localhost").pathname.slice(LOGIN_PATH.length);
      const ours = ofProvider[`${request.method} ${path}`];
      if (ours === undefined && !OPEN_PATHS.includes(path)) return problem("not_found");
      if (request.method !== "GET" && !isSameOrigin(request, publicUrl)) return problem("wrong_origin");
      const headers = headersOf(request);
      headers.set(ADDRESS_HEADER, request.ip);
      // It was checked above; better-auth would refuse a request without one.
      headers.set("origin", originOf(request, publicUrl));
      for (const name of ["content-type", "content-length", "transfer-encoding"]) headers.delete(name);
      const body =
        request.method === "GET" ? undefined : ((request.body as Buffer | undefined) ?? Buffer.from("{}"));
      if (body !== undefined) headers.set("content-type", "application/json");
      try {
        const asked = new Request(`${originOf(request, publicUrl)}${request.url}`, {
          method: request.method,
          headers,
          ...(body === undefined ? {} : { body: body.toString("utf8") }),
        });
        const answered =
          ours === undefined
            ? await login.handle(asked)
            : await ours({ request: asked, address: request.ip });
        if (!(answered instanceof Response)) return sendStaffProblem(reply, answered);
        if (answered.status === 429) {
          const wait = Number(answered.headers.get("x-retry-after") ?? WINDOW_S);
          return sendStaffProblem(reply, tooMany(wait));
        }
        reply.code(answered.status).header("cache-control", "no-store");
        for (const [name, value] of answered.headers) if (name !== "set-cookie") reply.header(name, value);
        const cookies = answered.headers.getSetCookie();
        if (cookies.length > 0) reply.header("set-cookie", cookies);
        return reply.send(await answered.text());
      } catch (error) {
        onFault(error);
        return problem("internal_error");
      }
    },
  });
}
