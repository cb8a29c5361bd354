import { z } from "zod";
import { CALLBACK_PATH, LONGEST_PASSWORD, type ProviderLogin, type ProviderPurpose } from "../login/login.ts";
import type { AdmitOptions } from "./admit-staff.ts";
import { openInvitation } from "./invitations.ts";
import { type StaffProblem, staffProblem, tooMany } from "./problems.ts";
import type { StaffApi } from "./route.ts";
import { iso } from "./wire.ts";

/** Where to afterwards: within this app. What the way back could not carry is its first page. */
const to = z
  .string()
  .regex(/^\/(?![/\\])/)
  .transform((path) => (/%2f|%5c/i.test(path.split("?")[0]!) ? "/" : path))
  .default("/");
/** The desk may stand open while they are away. */
const password = z.string().min(1).max(LONGEST_PASSWORD);

const LOG_IN = z.strictObject({ to });
const JOIN = z.strictObject({ to, token: z.string().min(1).max(200) });
const CONNECT = z.strictObject({ to, password });
const DISCONNECT = z.strictObject({ password });

export interface AskedOfProvider {
  readonly request: Request;
  /** Of who asks. */
  readonly address: string;
}

export type ProviderRoute = (asked: AskedOfProvider) => Promise<Response | StaffProblem>;

/** By method and address below `LOGIN_PATH`; what better-auth has for that takes more than it should. */
export function providerRoutes(
  provider: ProviderLogin,
  { login, desk, limits }: Pick<StaffApi, "login" | "desk"> & Pick<AdmitOptions, "limits">,
): Readonly<Record<string, ProviderRoute>> {
  const { store, now } = desk;
  return {
    "POST /sign-in/provider": withBody(LOG_IN, ({ request }, said) => begun(request, "log-in", said.to)),
    "POST /invitation/provider": withBody(JOIN, async ({ request, address }, said) => {
      const invitation = await openInvitation(store, said.token, now());
      if (invitation === undefined) return await refused(address, staffProblem("link_used"));
      // A link for a new password makes nobody.
      if (invitation.userId !== null) return staffProblem("conflict");
      return await begun(request, "join", said.to);
    }),
    "GET /connect/provider": async ({ request }) => {
      const ways = await login.waysIn(request.headers);
      if (ways === undefined) return staffProblem("unauthenticated");
      const { hasPassword, connectedAt } = ways;
      return Response.json({
        name: provider.name,
        connectedAt: connectedAt === undefined ? null : iso(connectedAt),
        hasPassword,
      });
    },
    "POST /connect/provider": withBody(CONNECT, async ({ request, address }, said) => {
      const ways = await login.waysIn(request.headers);
      if (ways === undefined) return staffProblem("unauthenticated");
      const wrong = await wrongPassword(request, address, said.password);
      if (wrong !== undefined) return wrong;
      if (ways.connectedAt !== undefined) {
        return staffProblem("conflict", {
          detail: "It is connected; disconnect it first to connect another.",
        });
      }
      return await begun(request, "connect", said.to);
    }),
    "POST /disconnect/provider": withBody(DISCONNECT, async ({ request, address }, said) => {
      const ways = await login.waysIn(request.headers);
      if (ways === undefined) return staffProblem("unauthenticated");
      if (!ways.hasPassword) {
        const detail =
          "It is the only way to log in. An owner's link for a new password opens another one, and disconnects it.";
        return staffProblem("conflict", { detail });
      }
      const wrong = await wrongPassword(request, address, said.password);
      if (wrong !== undefined) return wrong;
      if (ways.connectedAt === undefined)
        return staffProblem("not_found", { detail: "It is not connected." });
      await login.disconnect(request.headers);
      return new Response(null, { status: 204 });
    }),
    [`GET ${CALLBACK_PATH}`]: ({ request }) => provider.finish(request),
  };

  async function begun(
    request: Request,
    why: ProviderPurpose,
    then: string,
  ): Promise<Response | StaffProblem> {
    const answered = await provider.begin(request, why, then);
    if (answered === undefined) return staffProblem("unavailable");
    return answered.status === 401 ? staffProblem("unauthenticated") : answered;
  }

  async function wrongPassword(
    { headers }: Request,
    address: string,
    tried: string,
  ): Promise<StaffProblem | undefined> {
    const checked = await login.checkPassword(headers, tried);
    if (checked.ok) return undefined;
    if (checked.waitSeconds !== undefined) return tooMany(checked.waitSeconds);
    const issues = [{ path: "password", message: "is not yours" }];
    return await refused(address, staffProblem("invalid_request", { issues }));
  }

  async function refused(address: string, problem: StaffProblem): Promise<StaffProblem> {
    const wait = await limits.ofFailures(address);
    return wait === undefined ? problem : tooMany(wait);
  }
}

function withBody<Said>(
  form: z.ZodType<Said>,
  work: (asked: AskedOfProvider, said: Said) => Promise<Response | StaffProblem>,
): ProviderRoute {
  return async (asked) => {
    const read: unknown = await asked.request
      .clone()
      .json()
      .catch(() => undefined);
    const said = form.safeParse(read);
    return said.success ? await work(asked, said.data) : staffProblem("invalid_request");
  };
}
