import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { studio } from "../fixtures/studio.ts";
import { CLIENT, FOREIGN_KEY, type OidcProvider, startOidcProvider } from "../harness/oidc-provider.ts";
import {
  cookiesOf,
  fromElsewhere,
  PASSWORD,
  type StaffAnswer,
  StaffClient,
  type StaffDesk,
  startStaffDesk,
  tokenOf,
} from "../harness/staff-client.ts";

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
  return await finish(await pass(begun.url), `${who.headers["cookie"]}; ${begun.cookie}`);
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
    expect((await meOf((await goThrough()).cookie)).body).toMatchObject(me);
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
