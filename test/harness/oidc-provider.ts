import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export const CLIENT = { id: "slotline", secret: "a secret of the provider's" };

/** The claims of whoever is logged in at the provider. */
export interface Claims {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
  readonly [claim: string]: unknown;
}

export interface OidcProvider {
  readonly discoveryUrl: string;
  /** Who logs in next; undefined: who refuses. */
  person: Claims | undefined;
  /** Changes what is in the next ID token, as somebody in between would. */
  forge: { readonly claims?: object; readonly key?: KeyObject } | undefined;
  /** The queries that `/authorize` was asked with. */
  readonly asked: URLSearchParams[];
  readonly stop: () => Promise<void>;
}

const newKey = () => generateKeyPairSync("rsa", { modulusLength: 2048 });
export const FOREIGN_KEY = newKey().privateKey;

/** A provider after OpenID Connect Core 1.0 that refuses what the standard lets it refuse; who comes is logged in already. */
export async function startOidcProvider(): Promise<OidcProvider> {
  const { publicKey, privateKey } = newKey();
  const granted = new Map<string, { readonly query: URLSearchParams; readonly person: Claims }>();
  let issuer = "";
  const state = { person: undefined, forge: undefined, asked: [] } as Pick<
    OidcProvider,
    "person" | "forge" | "asked"
  >;

  const tokenFor = async (request: IncomingMessage): Promise<object | undefined> => {
    const form = new URLSearchParams(await text(request));
    const grant = granted.get(form.get("code") ?? "");
    granted.delete(form.get("code") ?? "");
    const basic = Buffer.from(
      request.headers.authorization?.slice("Basic ".length) ?? "",
      "base64",
    ).toString();
    const secret = form.get("client_secret") ?? decodeURIComponent(basic.split(":")[1] ?? "");
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const isRight =
      grant !== undefined &&
      secret === CLIENT.secret &&
      form.get("grant_type") === "authorization_code" &&
      form.get("redirect_uri") === grant.query.get("redirect_uri") &&
      challenge === grant.query.get("code_challenge");
    if (!isRight) return undefined;
    const now = Math.floor(Date.now() / 1_000);
    const claims = {
      ...{ iss: issuer, aud: CLIENT.id, iat: now, exp: now + 300, nonce: grant.query.get("nonce") },
      ...grant.person,
      ...state.forge?.claims,
    };
    const parts = [{ alg: "RS256", typ: "JWT", kid: "one" }, claims].map((part) =>
      Buffer.from(JSON.stringify(part)).toString("base64url"),
    );
    const signature = sign("RSA-SHA256", Buffer.from(parts.join(".")), state.forge?.key ?? privateKey);
    const idToken = `${parts.join(".")}.${signature.toString("base64url")}`;
    return { access_token: "access", token_type: "Bearer", expires_in: 300, id_token: idToken };
  };

  const server = createServer(async (request, response) => {
    const { pathname, searchParams: query } = new URL(request.url!, issuer);
    const json = (body: object, status = 200) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (pathname === "/.well-known/openid-configuration") {
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        id_token_signing_alg_values_supported: ["RS256"],
      });
    }
    if (pathname === "/jwks") {
      return json({
        keys: [{ ...publicKey.export({ format: "jwk" }), kid: "one", use: "sig", alg: "RS256" }],
      });
    }
    if (pathname === "/token") {
      const token = await tokenFor(request);
      return token === undefined ? json({ error: "invalid_grant" }, 400) : json(token);
    }
    state.asked.push(query);
    const back = new URL(query.get("redirect_uri")!);
    back.searchParams.set("state", query.get("state") ?? "");
    if (state.person === undefined) back.searchParams.set("error", "access_denied");
    else {
      const code = randomBytes(16).toString("hex");
      granted.set(code, { query, person: state.person });
      back.searchParams.set("code", code);
    }
    return response.writeHead(302, { location: back.href }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(state, {
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}
