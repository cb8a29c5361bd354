import type { Login, LoginChange, OidcProvider } from "./login.ts";
import { openPeople } from "./people-database.ts";

export interface LoginPlace {
  readonly place: { readonly file: string } | { readonly url: string };
  readonly secret: () => Promise<string>;
  readonly isSecure: boolean;
  readonly oidc: OidcProvider | undefined;
  readonly onChange: (userId: string, change: LoginChange) => Promise<void>;
}

/**
 * Loads better-auth when somebody first logs in or `warmUp` is called: it takes as long as everything else of the start,
 * and no caller should wait for it.
 */
export function openLogin({ place, secret, isSecure, oidc, onChange }: LoginPlace): Login & {
  readonly warmUp: () => Promise<void>;
} {
  let opened: Promise<Login> | undefined;
  let isClosed = false;
  const open = async (): Promise<Login> => {
    const { betterAuthLogin } = await import("./better-auth-login.ts");
    return betterAuthLogin({ people: openPeople(place), secret: await secret(), isSecure, oidc, onChange });
  };
  const login = () => {
    if (isClosed) throw new Error("The login is closed.");
    opened ??= open().catch((error) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  return {
    sessionOf: async (headers) => {
      if (!/slotline\.session_token=/.test(headers.get("cookie") ?? "")) return undefined;
      return await (await login()).sessionOf(headers);
    },
    handle: async (request) => await (await login()).handle(request),
    addPerson: async (person) => await (await login()).addPerson(person),
    waysIn: async (headers) => await (await login()).waysIn(headers),
    checkPassword: async (headers, password) => await (await login()).checkPassword(headers, password),
    disconnect: async (headers) => await (await login()).disconnect(headers),
    removePerson: async (userId) => await (await login()).removePerson(userId),
    setPassword: async (userId, password) => await (await login()).setPassword(userId, password),
    ...(oidc === undefined
      ? {}
      : {
          provider: {
            id: oidc.id,
            name: oidc.name,
            begin: async (request, why, to) => await (await login()).provider!.begin(request, why, to),
            finish: async (request) => await (await login()).provider!.finish(request),
          },
        }),
    warmUp: async () => {
      await login();
    },
    close: async () => {
      isClosed = true;
      await opened?.then((one) => one.close()).catch(() => {});
    },
  };
}
