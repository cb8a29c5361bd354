import { LOGIN_PATH, type OidcProvider, type ProviderLogin } from "./login.ts";

/** Longer than a provider takes, shorter than a person waits. */
const DISCOVERY_MS = 8_000;

/** Whose answer is worth passing on: who asks may not. */
const REFUSED = [401, 429];

interface Handler {
  readonly handler: (request: Request) => Promise<Response>;
}

/**
 * Logging in through an OpenID Connect provider, opened when somebody first does: who has a password does not wait for a
 * provider that is down.
 */
export function throughProvider(oidc: OidcProvider, open: () => Handler): ProviderLogin {
  let opened: Handler | undefined;
  const reached = async (): Promise<Handler> => {
    if (opened !== undefined) return opened;
    const found = await fetch(oidc.discoveryUrl, { signal: AbortSignal.timeout(DISCOVERY_MS) });
    if (!found.ok) throw new Error(`${oidc.discoveryUrl} was answered ${found.status}`);
    opened ??= open();
    return opened;
  };
  return {
    id: oidc.id,
    name: oidc.name,
    begin: async (request, why, to) => {
      let login: Handler;
      try {
        login = await reached();
      } catch {
        return undefined;
      }
      // Nothing else of what a caller may say, such as a token from elsewhere, comes through.
      // Who fails there and logs in otherwise still comes where they wanted to.
      const failed = to === "/" ? "/login" : `/login?${new URLSearchParams({ to })}`;
      const body = {
        provider: oidc.id,
        callbackURL: to,
        errorCallbackURL: why === "connect" ? to : failed,
        disableRedirect: true,
        ...(why === "join" ? { requestSignUp: true } : {}),
      };
      const path = why === "connect" ? "/link-social" : "/sign-in/social";
      const answered = await login.handler(
        new Request(new URL(`${LOGIN_PATH}${path}`, request.url), {
          method: "POST",
          headers: request.headers,
          body: JSON.stringify(body),
        }),
      );
      if (answered.ok || REFUSED.includes(answered.status)) return answered;
      if (answered.status >= 500) return undefined;
      throw new Error(`The way to the provider was refused: ${answered.status} ${await answered.text()}`);
    },
    finish: async (request) => {
      const login = await reached().catch(() => undefined);
      return login === undefined
        ? new Response(null, { status: 302, headers: { location: "/login?error=unreachable" } })
        : await login.handler(request);
    },
  };
}
