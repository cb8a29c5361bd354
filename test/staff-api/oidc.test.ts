import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { studio } from "../fixtures/studio.ts";
import { CLIENT, FOREIGN_KEY, type OidcProvider, startOidcProvider } from "../harness/oidc-provider.ts";
import {
  cookiesOf,
  fromElsewhere,
  loginTrail,
  PASSWORD,
  type StaffAnswer,
  StaffClient,
  type StaffDesk,
  startStaffDesk,
  tokenOf,
} from "../harness/staff-client.ts";

const DAY_MS = 86_400_000;
const FILE = JSON.stringify({ account: { id: "acc-studio", name: "Studio" }, entities: [studio()] });

let provider: OidcProvider;
let desk: StaffDesk;
let email: string;
beforeAll(async () => {
  provider = await startOidcProvider();
  desk = await startDeskWith(provider.discoveryUrl);
  email = (await desk.staff.owner.get("/me")).body.email;
  provider.person = { sub: "42", email, email_verified: true };
  await connect(desk.staff.owner);
});
afterAll(async () => {
  expect(desk.faults).toEqual([]);
  await desk.stop();
  await provider.stop();
});
beforeEach(() => {
  provider.person = { sub: "42", email, email_verified: true, name: "Olga Ohm" };
  provider.forge = undefined;
});

const startDeskWith = (oidcUrl: string, more = {}) =>
  startStaffDesk({
    files: [FILE],
    roles: ["owner"],
    settings: { oidcUrl, oidcClientId: CLIENT.id, oidcClientSecret: CLIENT.secret, ...more },
  });

/** The login page's button: where the browser is sent, and the cookie that it keeps. */
async function begin(to?: string) {
  const { nobody } = desk.staff;
  return sentTo(await nobody.post("/api/auth/sign-in/provider", { to }, fromElsewhere()));
}

function sentTo(begun: StaffAnswer) {
  expect(begun.status).toBe(200);
  return { url: begun.body.url as string, cookie: cookiesOf(begun) };
}

/** Under "my login", by whoever is logged in; the browser has both cookies. */
async function connect(who: StaffClient) {
  const said = { to: "/profile?connected=1", password: PASSWORD };
  const begun = sentTo(await who.post("/api/auth/connect/provider", said, fromElsewhere()));
  return await finish(await pass(begun.url), `${who.headers.cookie}; ${begun.cookie}`);
}

/** The provider's way back: the address below this server. */
async function pass(url: string): Promise<string> {
  const passed = await fetch(url, { redirect: "manual" });
  const back = new URL(passed.headers.get("location")!);
  expect(back.origin).toBe(desk.server.address);
  expect(back.pathname).toBe("/api/auth/callback/oidc");
  return back.pathname + back.search;
}

async function finish(back: string, cookie: string) {
  const finished = await new StaffClient(desk.server.address, { cookie }).get(back);
  expect(finished.status).toBe(302);
  return { lands: finished.headers.get("location"), cookie: cookiesOf(finished), finished };
}

async function goThrough(to?: string) {
  const { url, cookie } = await begin(to);
  return await finish(await pass(url), cookie);
}

const meOf = (cookie: string) => new StaffClient(desk.server.address, { cookie }).get("/me");

describe("logging in through a provider", () => {
  it("is for who has connected it, and by who that was from then on", async () => {
    expect((await desk.staff.nobody.get("/welcome")).body.providers).toEqual(["oidc"]);
    const first = await goThrough("/clients?x=1");
    expect(first.lands).toBe("/clients?x=1");
    expect((await meOf(first.cookie)).body).toMatchObject({ email, access: "owner" });
    provider.person = { sub: "42", email: "another@example.org", email_verified: false };
    expect((await meOf((await goThrough()).cookie)).body).toMatchObject({ email });
  });

  it("lets nobody in who was not invited", async () => {
    provider.person = { sub: "stranger", email: "stranger@example.org", email_verified: true };
    const { lands, cookie } = await goThrough();
    expect(lands).toBe("/login?error=signup_disabled");
    expect((await meOf(cookie)).status).toBe(401);
  });

  it.each([{ email_verified: true }, { email_verified: false }, {}, { email_verified: "no" as never }])(
    "gives nobody a member's place for having an address that somebody typed in here: %j",
    async (claim) => {
      provider.person = { sub: "namesake", email, ...claim };
      const { lands, cookie } = await goThrough();
      expect(lands).toBe("/login?error=account_not_linked");
      expect((await meOf(cookie)).status).toBe(401);
    },
  );

  it("comes back to the login page when somebody refuses there", async () => {
    provider.person = undefined;
    expect((await goThrough()).lands).toBe("/login?error=access_denied");
    // Who then logs in with a password comes to where they wanted.
    const { lands } = await goThrough("/clients?x=1&y=2");
    const { pathname, searchParams } = new URL(lands!, desk.server.address);
    expect([pathname, Object.fromEntries(searchParams)]).toEqual([
      "/login",
      { to: "/clients?x=1&y=2", error: "access_denied" },
    ]);
  });

  it("leads to the first page where the way back could not carry the address", async () => {
    expect((await goThrough("/calls/a%2Fb")).lands).toBe("/");
  });

  it("leads to pages of this app only", async () => {
    for (const to of ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:x", 7]) {
      const { status } = await desk.staff.nobody.post("/api/auth/sign-in/provider", { to }, fromElsewhere());
      expect([to, status]).toEqual([to, 422]);
    }
  });

  it("takes nothing but where to go afterwards", async () => {
    for (const more of [{ idToken: { token: "x" } }, { scopes: ["all"] }, { provider: "github" }]) {
      expect((await desk.staff.nobody.post("/api/auth/sign-in/provider", more)).status).toBe(422);
    }
    for (const path of ["/sign-in/social", "/sign-in/oauth2", "/callback/github", "/oauth2/callback/oidc"]) {
      expect([path, (await desk.staff.nobody.post(`/api/auth${path}`)).status]).toEqual([path, 404]);
    }
  });
});

describe("connecting it with the login that one has here", () => {
  const refused = (error: string) => `/profile?connected=1&error=${error}`;

  it("takes who is logged in at both, whatever the addresses", async () => {
    const member = await desk.hire("desk");
    provider.person = { sub: "elsewhere", email: "private@example.org", email_verified: true };
    expect((await connect(member)).lands).toBe("/profile?connected=1");
    const { body } = await meOf((await goThrough()).cookie);
    expect(body).toMatchObject({ email: (await member.get("/me")).body.email, access: "desk" });
  });

  it("takes Entra's own word for a verified address, and no other", async () => {
    const member = await desk.hire("desk");
    provider.person = { sub: "entra", email: "entra@example.org", other_word: true };
    expect((await connect(member)).lands).toBe(refused("unable_to_link_account"));
    provider.person = { sub: "entra", email: "entra@example.org", xms_edov: true };
    expect((await connect(member)).lands).toBe("/profile?connected=1");
  });

  it("is not for nobody, nor for who somebody else is", async () => {
    const path = "/api/auth/connect/provider";
    const statusOf = async (who: StaffClient, said: object) =>
      (await who.post(path, said, fromElsewhere())).status;
    expect(await statusOf(desk.staff.nobody, { password: PASSWORD })).toBe(401);
    expect(await statusOf(desk.staff.owner, {})).toBe(422);
    const { body } = await desk.staff.owner.post(path, { password: "a guess" }, fromElsewhere());
    expect(body).toMatchObject({ code: "invalid_request", issues: [{ path: "password" }] });
    const { lands } = await connect(await desk.hire("readonly"));
    expect(lands).toMatch(/^\/profile\?connected=1&error=account_already_linked_to_different_user/);
  });
});

describe("what is connected", () => {
  const look = (who: StaffClient) => who.get("/api/auth/connect/provider");
  const disconnect = (who: StaffClient, said: object = { password: PASSWORD }, headers = {}) =>
    who.post("/api/auth/disconnect/provider", said, { ...fromElsewhere(), ...headers });

  it("is seen and ended by who it belongs to, with the sessions elsewhere; each business's audit trail knows", async () => {
    const member = await desk.hire("desk");
    const token = await tokenOf(desk.store, { accountId: null, role: "owner" }, desk.clock.now);
    const { accountId } = await member.must(member.post("/invitation/join", { token, accountName: "Two" }));
    const name = new URL(provider.discoveryUrl).host;
    expect((await look(member)).body).toEqual({ name, connectedAt: null, hasPassword: true });
    provider.person = { sub: "both", email: "both@example.org", email_verified: true };
    await connect(member);
    const { connectedAt } = (await look(member)).body;
    expect(Math.abs(Date.parse(connectedAt) - Date.now())).toBeLessThan(DAY_MS);
    const again = await member.post("/api/auth/connect/provider", { password: PASSWORD });
    expect([again.status, again.body.code]).toEqual([409, "conflict"]);
    const elsewhere = await goThrough();
    expect((await meOf(elsewhere.cookie)).status).toBe(200);
    expect((await disconnect(member)).status).toBe(204);
    expect((await meOf(elsewhere.cookie)).status).toBe(401);
    expect((await look(member)).body).toEqual({ name, connectedAt: null, hasPassword: true });
    expect((await goThrough()).lands).toBe("/login?error=signup_disabled");
    const told = ["login.connect", "login.disconnect"];
    expect(await loginTrail(desk.staff.owner, member)).toEqual(told);
    const second = await desk.store.auditEvents(accountId, { most: 2, action: "login" });
    expect(second.map(({ action }) => action).reverse()).toEqual(told);
  });

  it("is nobody's to see or end who is not logged in, and no page's of another site", async () => {
    const { nobody, script, owner } = desk.staff;
    for (const who of [nobody, script]) {
      for (const { status, body } of [await look(who), await disconnect(who)])
        expect([status, body.code]).toEqual([401, "unauthenticated"]);
    }
    const foreign = await disconnect(owner, undefined, { origin: "https://evil.example" });
    expect([foreign.status, foreign.body.code]).toEqual([403, "wrong_origin"]);
    expect((await owner.get("/api/auth/disconnect/provider")).status).toBe(404);
    for (const said of [{}, { password: "" }, { password: PASSWORD, to: "/" }])
      expect((await disconnect(owner, said)).status).toBe(422);
    expect((await look(owner)).body.connectedAt).not.toBeNull();
  });

  it("is everybody's own, whatever the role; who guesses passwords has to wait, from whatever address", async () => {
    let member = desk.staff.owner;
    for (const role of ["agent", "readonly"] as const) {
      member = await desk.hire(role);
      expect((await look(member)).status).toBe(200);
      expect((await disconnect(member)).body.code).toBe("not_found");
    }
    for (let tries = 1; tries < 10; tries += 1) {
      const { status, body } = await disconnect(member, { password: `guess ${tries}` });
      expect([status, body.issues?.[0].path]).toEqual([422, "password"]);
    }
    for (const path of ["disconnect", "connect"]) {
      const said = { password: PASSWORD };
      const right = await member.post(`/api/auth/${path}/provider`, said, fromElsewhere());
      expect([path, right.status, right.body.code]).toEqual([path, 429, "rate_limited"]);
      expect(Number(right.headers.get("retry-after"))).toBeGreaterThan(0);
    }
  });
});

describe("a link for a new password", () => {
  it("ends what was connected: somebody else may have been at the desk", async () => {
    const member = await desk.hire("desk");
    provider.person = { sub: "intruder", email: "intruder@example.org", email_verified: true };
    await connect(member);
    const { userId } = member;
    const reset = { accountId: desk.accountId, role: "desk", userId } as const;
    const token = await tokenOf(desk.store, reset, desk.clock.now);
    const elsewhere = { to: "/invitation", token };
    expect(
      (await desk.staff.nobody.post("/api/auth/invitation/provider", elsewhere, fromElsewhere())).status,
    ).toBe(409);
    await desk.staff.nobody.must(desk.staff.nobody.post("/invitation/accept", { token, password: PASSWORD }));
    expect((await goThrough()).lands).toBe("/login?error=signup_disabled");
  });
});

describe("accepting an invitation through it", () => {
  const invited = () => tokenOf(desk.store, { accountId: desk.accountId, role: "desk" }, desk.clock.now);
  const accept = (token: unknown) =>
    desk.staff.nobody.post("/api/auth/invitation/provider", { to: "/invitation", token }, fromElsewhere());

  it("makes a login without a password, by who it is at the provider", async () => {
    const token = await invited();
    provider.person = { sub: "new", email: "new@example.org", email_verified: true, name: "Nora Neu" };
    const begun = sentTo(await accept(token));
    const { lands, cookie } = await finish(await pass(begun.url), begun.cookie);
    expect(lands).toBe("/invitation");
    const nora = new StaffClient(desk.server.address, { cookie });
    expect((await nora.get("/me")).status).toBe(403);
    expect((await nora.post("/invitation/join", { token })).status).toBe(201);
    const me = { name: "Nora Neu", email: "new@example.org", access: "desk" };
    expect((await nora.get("/me")).body).toMatchObject(me);
    const only = await nora.get("/api/auth/connect/provider");
    expect(only.body).toMatchObject({ hasPassword: false, connectedAt: expect.any(String) });
    const kept = await nora.post("/api/auth/disconnect/provider", { password: PASSWORD });
    expect([kept.status, kept.body.code]).toEqual([409, "conflict"]);
    expect(kept.body.detail).toContain("link for a new password");
    expect((await meOf((await goThrough()).cookie)).body).toMatchObject(me);
  });

  it("is for the first of several with one link; the others can do nothing, and are forgotten", async () => {
    const token = await invited();
    const [first, second] = ["first", "second"].map((sub) => ({
      ...{ sub, email: `${sub}@example.org`, email_verified: true, name: sub },
    }));
    const came: StaffClient[] = [];
    for (const person of [first, second]) {
      provider.person = person;
      const begun = sentTo(await accept(token));
      const { cookie } = await finish(await pass(begun.url), begun.cookie);
      came.push(new StaffClient(desk.server.address, { cookie }));
    }
    const joined = [];
    for (const one of came) joined.push((await one.post("/invitation/join", { token })).status);
    expect(joined).toEqual([201, 410]);
    expect((await came[1]!.get("/me")).status).toBe(403);
    const inDays = (days: number) => Date.now() + days * DAY_MS;
    await desk.store.forgetPeopleOfNoAccount({ madeBefore: inDays(1), at: inDays(6) });
    expect((await came[1]!.get("/me")).status).toBe(403);
    await desk.store.forgetPeopleOfNoAccount({ madeBefore: inDays(1), at: inDays(8) });
    expect((await came[1]!.get("/me")).status).toBe(401);
    expect((await came[0]!.get("/me")).status).toBe(200);
  });

  it("needs an invitation that works, and takes nobody's place here", async () => {
    const token = await invited();
    expect((await accept(undefined)).status).toBe(422);
    expect((await accept("x")).body.code).toBe("link_used");
    provider.person = { sub: "taker", email, email_verified: true };
    const begun = sentTo(await accept(token));
    const { lands } = await finish(await pass(begun.url), begun.cookie);
    expect(lands).toBe("/login?to=%2Finvitation&error=account_not_linked");
  });
});

describe("what keeps others from coming in between", () => {
  it("the provider is asked with state, nonce and a challenge, new ones each time", async () => {
    const asked = [await begin(), await begin()].map(({ url }) => new URL(url).searchParams);
    for (const query of asked) {
      expect(query.get("code_challenge_method")).toBe("S256");
      expect(query.get("response_type")).toBe("code");
      expect(query.get("scope")!.split(" ").sort()).toEqual(["email", "openid", "profile"]);
    }
    for (const name of ["state", "nonce", "code_challenge"]) {
      const [one, other] = asked.map((query) => query.get(name)!);
      expect([name, one!.length >= 32, one === other]).toEqual([name, true, false]);
    }
  });

  it("a way back works in the browser that began, and once", async () => {
    const { url, cookie } = await begin();
    const back = await pass(url);
    const elsewhere = await finish(back, "");
    expect(elsewhere.lands).toBe("/login?error=state_mismatch");
    expect((await meOf(elsewhere.cookie)).status).toBe(401);
    const other = await begin();
    expect((await finish(back, other.cookie)).lands).toBe("/login?error=state_mismatch");
    expect((await finish(back, cookie)).lands).toBe("/");
    expect((await finish(back, cookie)).lands).toBe("/login?error=state_mismatch");
    expect((await finish("/api/auth/callback/oidc?code=x", cookie)).lands).toMatch(/^\/login\?error=/);
  });

  it("a code that was given to somebody else is worth nothing: its verifier is missing", async () => {
    const [mine, theirs] = [await begin(), await begin()];
    const code = new URLSearchParams((await pass(theirs.url)).split("?")[1]).get("code")!;
    const back = new URL(await pass(mine.url), desk.server.address);
    back.searchParams.set("code", code);
    const { lands } = await finish(back.pathname + back.search, mine.cookie);
    expect(lands).toBe("/login?error=invalid_code");
  });

  it.each([
    ["another nonce", () => ({ claims: { nonce: "of another login" } })],
    ["no nonce", () => ({ claims: { nonce: undefined } })],
    ["another audience", () => ({ claims: { aud: "another-client" } })],
    ["another issuer", () => ({ claims: { iss: "https://evil.example" } })],
    ["an end that has passed", () => ({ claims: { exp: 1_000_000 } })],
    ["another key", () => ({ key: FOREIGN_KEY })],
  ] as const)("an ID token with %s is none", async (_what, forge) => {
    provider.forge = forge();
    const { lands, cookie } = await goThrough();
    expect(lands).toBe("/login?error=unable_to_get_user_info");
    expect((await meOf(cookie)).status).toBe(401);
  });
});

describe("behind a proxy", () => {
  it("the provider sends people back to the public address, whatever the request says", async () => {
    const publicUrl = "https://desk.example.org";
    const behind = await startDeskWith(provider.discoveryUrl, { publicUrl });
    try {
      const begun = await behind.staff.nobody.post("/api/auth/sign-in/provider", {});
      const query = new URL(begun.body.url).searchParams;
      expect(query.get("redirect_uri")).toBe(`${publicUrl}/api/auth/callback/oidc`);
    } finally {
      await behind.stop();
    }
  });
});

describe("a provider that is down", () => {
  it("is said, and keeps nobody from logging in with a password", async () => {
    const down = await startOidcProvider();
    await down.stop();
    const lonely = await startDeskWith(down.discoveryUrl);
    try {
      expect((await lonely.staff.owner.get("/me")).status).toBe(200);
      const refused = await lonely.staff.nobody.post("/api/auth/sign-in/provider", {});
      expect([refused.status, refused.body.code]).toEqual([503, "unavailable"]);
      const back = await lonely.staff.nobody.get("/api/auth/callback/oidc?code=a&state=b");
      expect(back.headers.get("location")).toBe("/login?error=unreachable");
    } finally {
      await lonely.stop();
    }
  });
});
