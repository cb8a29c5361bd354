import type { FastifyInstance } from "fastify";
import { z } from "zod";
import {
  ADDRESS_HEADER,
  CALLBACK_PATH,
  LOGIN_PATH,
  LONGEST_PASSWORD,
  type ProviderLogin,
  type ProviderPurpose,
} from "../login/login.ts";
import { type AdmitOptions, headersOf, isSameOrigin, originOf } from "./admit-staff.ts";
import { openInvitation } from "./invitations.ts";
import { type StaffProblem, type StaffProblemCode, staffProblem, tooMany } from "./problems.ts";
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

/** Begin the way through the provider; what better-auth has for that takes more than it should. */
const PROVIDER_PATHS: Readonly<Record<string, ProviderPurpose>> = {
  "/sign-in/provider": "log-in",
  "/invitation/provider": "join",
  "/connect/provider": "connect",
};
const SAID = z.strictObject({
  /** Where to afterwards: within this app. What the way back could not carry is its first page. */
  to: z
    .string()
    .regex(/^\/(?![/\\])/)
    .transform((to) => (/%2f|%5c/i.test(to.split("?")[0]!) ? "/" : to))
    .default("/"),
  /** Of an invitation that works; who joins has one. */
  token: z.string().min(1).max(200).optional(),
  /** Of who connects: the desk may stand open while they are away. */
  password: z.string().min(1).max(LONGEST_PASSWORD).optional(),
});
/** Of better-auth's own limits: whoever is not told waits for all of it. */
const WINDOW_S = 60;
/** An address, a password, a code: many times what any of it needs. */
const BODY_LIMIT_BYTES = 64 * 1024;

/** Logging in and out, below `/api/auth`. */
export function loginRoutes(app: FastifyInstance, options: StaffApi & Pick<AdmitOptions, "limits">): void {
  const { login, publicUrl, onFault } = options;
  app.route({
    method: ["GET", "POST"],
    url: `${LOGIN_PATH}/*`,
    bodyLimit: BODY_LIMIT_BYTES,
    errorHandler: unreadHandler(onFault),
    handler: async (request, reply) => {
      const problem = (code: StaffProblemCode) => sendStaffProblem(reply, staffProblem(code));
      const path = new URL(request.url, "http://localhost").pathname.slice(LOGIN_PATH.length);
      const why = request.method === "POST" ? PROVIDER_PATHS[path] : undefined;
      const isOfProvider = why !== undefined || (path === CALLBACK_PATH && request.method === "GET");
      const provider = isOfProvider ? login.provider : undefined;
      if (provider === undefined && !OPEN_PATHS.includes(path)) return problem("not_found");
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
          provider === undefined
            ? await login.handle(asked)
            : why === undefined
              ? await provider.finish(asked)
              : await begun(provider, why, asked, request.ip);
        if (!(answered instanceof Response)) return sendStaffProblem(reply, answered);
        if (answered.status === 401 && why !== undefined) return problem("unauthenticated");
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

  async function begun(
    provider: ProviderLogin,
    why: ProviderPurpose,
    asked: Request,
    address: string,
  ): Promise<Response | StaffProblem> {
    const read = await asked
      .clone()
      .json()
      .catch(() => undefined);
    const said = SAID.safeParse(read);
    if (!said.success) return staffProblem("invalid_request");
    const { to, token, password } = said.data;
    const isWhole =
      (token !== undefined) === (why === "join") && (password !== undefined) === (why === "connect");
    if (!isWhole) return staffProblem("invalid_request");
    const refused = async (problem: StaffProblem) => {
      const wait = await options.limits.ofFailures(address);
      return wait === undefined ? problem : tooMany(wait);
    };
    const { store, now } = options.desk;
    if (token !== undefined) {
      const invitation = await openInvitation(store, token, now());
      if (invitation === undefined) return await refused(staffProblem("link_used"));
      // A link for a new password makes nobody.
      if (invitation.userId !== null) return staffProblem("conflict");
    }
    if (password !== undefined && (await login.sessionOf(asked.headers)) === undefined) {
      return staffProblem("unauthenticated");
    }
    if (password !== undefined && !(await login.isPasswordOf(asked.headers, password))) {
      const issues = [{ path: "password", message: "is not yours" }];
      return await refused(staffProblem("invalid_request", { issues }));
    }
    return (await provider.begin(asked, why, to)) ?? staffProblem("unavailable");
  }
}
