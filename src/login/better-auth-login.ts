import { betterAuth } from "better-auth";
import { createAuthMiddleware } from "better-auth/api";
import { genericOAuth, twoFactor } from "better-auth/plugins";
import type { Kysely } from "kysely";
import {
  ADDRESS_HEADER,
  LOGIN_PATH,
  LONGEST_PASSWORD,
  type Login,
  type LoginChange,
  type OidcProvider,
  SHORTEST_PASSWORD,
} from "./login.ts";
import { hashPassword, isPasswordOf } from "./password-hash.ts";
import { RequestWindows } from "./request-windows.ts";
import { throughProvider } from "./through-provider.ts";

export interface LoginOptions {
  // biome-ignore lint/suspicious/noExplicitAny: its tables are better-auth's to name
  readonly people: Kysely<any>;
  /** Signs cookies and encrypts second factors. */
  readonly secret: string;
  /** Cookies go over HTTPS only. */
  readonly isSecure: boolean;
  readonly oidc: OidcProvider | undefined;
  readonly onChange: (userId: string, change: LoginChange) => Promise<void>;
}

const DAY_S = 86_400;
/** A receptionist logs in once a week, whatever the day. */
const SESSION_S = 7 * DAY_S;

/** Of one address; a person mistypes twice or three times. */
const SIGN_INS = { window: 60, max: 10 };

/** Of one person who is logged in already, whatever the address: more than anybody mistypes. */
const PASSWORD_TRIES = { window: 60, max: 10 };

/** Which of better-auth's requests change how somebody logs in, by what was so before. */
const CHANGES: Readonly<Record<string, (hadFactor: boolean) => LoginChange | undefined>> = {
  "/change-password": () => "password",
  "/two-factor/verify-totp": (hadFactor) => (hadFactor ? undefined : "factor-on"),
  "/two-factor/disable": (hadFactor) => (hadFactor ? "factor-off" : undefined),
};

/** Microsoft Entra's word for a verified address, where its administrator has it told; it has no `email_verified`. */
const VERIFIED_BY_ENTRA = "xms_edov";

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const columns = <Name extends string>(...names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, snakeCase(name)])) as Record<Name, string>;

/** Logging in by better-auth; its tables are of our own migrations (0005-desk.ts). */
export function betterAuthLogin({ oidc, ...options }: LoginOptions): Login {
  const { people, onChange } = options;
  const tries = new RequestWindows();
  const auth = betterAuthWith(options);
  const provider =
    oidc === undefined ? undefined : throughProvider(oidc, () => betterAuthWith(options, oidc));
  return {
    sessionOf: async (headers) => {
      const found = await auth.api.getSession({ headers });
      if (found === null) return undefined;
      const { id, name, email } = found.user;
      return { userId: id, name, email };
    },
    handle: async (request) => {
      const changeOf = CHANGES[new URL(request.url).pathname.slice(LOGIN_PATH.length)];
      const { headers } = request;
      const before = changeOf && (await auth.api.getSession({ headers }));
      const answered = await auth.handler(request);
      if (!changeOf || !before || !answered.ok) return answered;
      const { id, twoFactorEnabled } = before.user;
      const change = changeOf(twoFactorEnabled === true);
      if (change !== undefined) await onChange(id, change);
      return answered;
    },
    ...(provider === undefined ? {} : { provider }),
    addPerson: async ({ name, email, password }) => {
      const { internalAdapter } = await auth.$context;
      const address = email.toLowerCase();
      const isTaken = async () => (await internalAdapter.findUserByEmail(address)) !== null;
      if (await isTaken()) return { ok: false, reason: "email_taken" };
      const hashed = await hashPassword(password);
      let person: { readonly id: string };
      try {
        // Anybody's address can be typed in: it connects nobody's login at the provider with this one.
        person = await internalAdapter.createUser(
          { name, email: address, emailVerified: false },
          { method: "email-password" },
        );
      } catch (error) {
        // Somebody else took the address at the same moment, and the database said so.
        if (await isTaken()) return { ok: false, reason: "email_taken" };
        throw error;
      }
      await internalAdapter.linkAccount({
        userId: person.id,
        providerId: "credential",
        accountId: person.id,
        password: hashed,
      });
      return { ok: true, userId: person.id };
    },
    removePerson: async (userId) => {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.deleteUser(userId);
    },
    waysIn: async (headers) => {
      const found = await auth.api.getSession({ headers });
      if (found === null) return undefined;
      const { internalAdapter } = await auth.$context;
      const accounts = await internalAdapter.findAccounts(found.user.id);
      const since = accounts.filter(isProviders).map(({ createdAt }) => createdAt.getTime());
      return {
        hasPassword: accounts.some(isCredential),
        connectedAt: since.length === 0 ? undefined : Math.min(...since),
      };
    },
    checkPassword: async (headers, password) => {
      const found = await auth.api.getSession({ headers });
      if (found === null) return { ok: false };
      const { allowed, retryAfter } = await tries.consume(found.user.id, PASSWORD_TRIES);
      if (!allowed) return { ok: false, waitSeconds: retryAfter ?? PASSWORD_TRIES.window };
      const { internalAdapter } = await auth.$context;
      const own = (await internalAdapter.findAccounts(found.user.id)).find(isCredential);
      return { ok: own?.password != null && (await isPasswordOf(password, own.password)) };
    },
    disconnect: async (headers) => {
      const found = await auth.api.getSession({ headers });
      if (found === null) return;
      const { session, user } = found;
      const { internalAdapter } = await auth.$context;
      for (const { id } of (await internalAdapter.findAccounts(user.id)).filter(isProviders))
        await internalAdapter.deleteAccount(id);
      for (const { token } of await internalAdapter.listSessions(user.id))
        if (token !== session.token) await internalAdapter.deleteSession(token);
      await onChange(user.id, "disconnect");
    },
    setPassword: async (userId, password) => {
      const { adapter, internalAdapter } = await auth.$context;
      const hashed = await hashPassword(password);
      const accounts = await internalAdapter.findAccounts(userId);
      for (const { id } of accounts.filter(isProviders)) await internalAdapter.deleteAccount(id);
      if (accounts.some(isCredential)) {
        await internalAdapter.updatePassword(userId, hashed);
      } else {
        await internalAdapter.linkAccount({
          userId,
          providerId: "credential",
          accountId: userId,
          password: hashed,
        });
      }
      await internalAdapter.updateUser(userId, { twoFactorEnabled: false });
      await adapter.deleteMany({ model: "twoFactor", where: [{ field: "userId", value: userId }] });
      await internalAdapter.deleteUserSessions(userId);
      await onChange(userId, "reset");
    },
    close: () => people.destroy(),
  };
}

const isCredential = ({ providerId }: { readonly providerId: string }) => providerId === "credential";
const isProviders = (account: { readonly providerId: string }) => !isCredential(account);

/** With a provider, or for passwords alone. */
function betterAuthWith(
  { people, secret, isSecure, onChange }: Omit<LoginOptions, "oidc">,
  oidc?: OidcProvider,
) {
  return betterAuth({
    appName: "Slotline",
    basePath: LOGIN_PATH,
    secret,
    // ISO text and 0 or 1 in both databases. No transactions: one that waited for the next turn of the event loop
    // would hold SQLite's lock against the store, which waits for it without letting that turn come.
    database: { db: people, type: "sqlite", transaction: false },
    // The origin is checked before a request comes here, and is the one that the browser itself uses.
    trustedOrigins: async (request) => (request === undefined ? [] : [new URL(request.url).origin]),
    onAPIError: { errorURL: "/login" },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: "slotline",
      useSecureCookies: isSecure,
      // Said, because it would be off where tests run, and they would see another login than people do.
      disableOriginCheck: false,
      defaultCookieAttributes: { sameSite: "lax", httpOnly: true, path: "/" },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    rateLimit: {
      enabled: true,
      customStorage: new RequestWindows(),
      window: 60,
      max: 300,
      customRules: {
        "/sign-in/email": SIGN_INS,
        "/sign-in/social": SIGN_INS,
        "/link-social": SIGN_INS,
        "/two-factor/verify-totp": SIGN_INS,
        "/two-factor/verify-backup-code": SIGN_INS,
        "/change-password": SIGN_INS,
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPasswordOf(password, hash) },
    },
    hooks: {
      // Whoever changes a password may fear that somebody knows it: that one is out at once, whatever the request says.
      before: createAuthMiddleware(async ({ path, body }) =>
        path === "/change-password"
          ? { context: { body: { ...body, revokeOtherSessions: true } } }
          : undefined,
      ),
    },
    databaseHooks: {
      account: {
        create: {
          after: async ({ providerId, userId }) => {
            if (isProviders({ providerId })) await onChange(userId, "connect");
          },
        },
      },
    },
    user: {
      modelName: "people",
      fields: columns("emailVerified", "createdAt", "updatedAt"),
    },
    session: {
      modelName: "people_sessions",
      fields: columns("expiresAt", "createdAt", "updatedAt", "ipAddress", "userAgent", "userId"),
      expiresIn: SESSION_S,
      updateAge: DAY_S,
    },
    account: {
      modelName: "people_credentials",
      fields: columns(
        "accountId",
        "providerId",
        "userId",
        "accessToken",
        "refreshToken",
        "idToken",
        "accessTokenExpiresAt",
        "refreshTokenExpiresAt",
        "createdAt",
        "updatedAt",
      ),
      // No address links a provider's person to ours, since anybody's can be typed in here: whoever is logged in at both connects
      // the two, whatever their addresses are.
      accountLinking: {
        enabled: true,
        trustedProviders: [],
        disableImplicitLinking: true,
        allowDifferentEmails: true,
      },
    },
    verification: {
      modelName: "people_verifications",
      fields: columns("expiresAt", "createdAt", "updatedAt"),
    },
    plugins: [
      twoFactor({
        issuer: "Slotline",
        schema: {
          user: { fields: columns("twoFactorEnabled") },
          twoFactor: {
            modelName: "people_two_factors",
            fields: columns("backupCodes", "userId", "failedVerificationCount", "lockedUntil"),
          },
        },
      }),
      ...(oidc === undefined
        ? []
        : [
            genericOAuth({
              config: [
                {
                  providerId: oidc.id,
                  discoveryUrl: oidc.discoveryUrl,
                  clientId: oidc.clientId,
                  clientSecret: oidc.clientSecret,
                  scopes: ["openid", "email", "profile"],
                  // Only who was invited becomes a person; the provider proves who it is.
                  disableImplicitSignUp: true,
                  requireIdTokenVerification: true,
                  ...(oidc.redirectUrl === undefined ? {} : { redirectURI: oidc.redirectUrl }),
                  mapProfileToUser: (profile) => (profile[VERIFIED_BY_ENTRA] ? { emailVerified: true } : {}),
                },
              ],
            }),
          ]),
    ],
  });
}
