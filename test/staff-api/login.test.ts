import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { studio } from "../fixtures/studio.ts";
import {
  cookiesOf,
  fromElsewhere,
  logIn,
  loginTrail,
  PASSWORD,
  StaffClient,
  type StaffDesk,
  startStaffDesk,
  tokenIn,
} from "../harness/staff-client.ts";
import { totp } from "../harness/totp.ts";

const FILE = JSON.stringify({ account: { id: "acc-studio", name: "Studio" }, entities: [studio()] });
const PUBLIC_URL = "https://desk.example.org";

let desk: StaffDesk;
let visitor: StaffClient;
let email: string;
beforeAll(async () => {
  desk = await startStaffDesk({ files: [FILE], roles: ["owner"] });
  visitor = desk.staff.nobody;
  email = (await desk.staff.owner.get("/me")).body.email;
});
afterAll(async () => {
  expect(desk.faults).toEqual([]);
  await desk.stop();
});

const signIn = (body: unknown, headers: Record<string, string> = {}) =>
  visitor.post("/api/auth/sign-in/email", body, { ...fromElsewhere(), ...headers });

describe("logging in", () => {
  it("gives a cookie that no script of a page can read and no other site sends", async () => {
    const answered = await signIn({ email, password: PASSWORD });
    expect(answered.status).toBe(200);
    const cookies = answered.headers.getSetCookie();
    const session = cookies.find((cookie) => cookie.startsWith("slotline.session_token="))!;
    expect(session).toMatch(/; ?HttpOnly/i);
    expect(session).toMatch(/; ?SameSite=Lax/i);
    expect(session).toMatch(/; ?Path=\//i);
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly/i);
    expect(answered.headers.get("cache-control")).toBe("no-store");
    const client = new StaffClient(desk.server.address, { cookie: cookiesOf(answered) });
    expect(await client.must(client.get("/me"))).toMatchObject({ access: "owner", email });
    expect(await client.must(client.get("/welcome"))).toEqual({ email, providers: [], hasOwner: true });
    expect(await visitor.must(visitor.get("/welcome"))).toEqual({
      email: null,
      providers: [],
      hasOwner: true,
    });
  });

  it("is the same whether it is the password that is wrong or the address", async () => {
    const wrong = await signIn({ email, password: "wrong horse battery" });
    const unknown = await signIn({ email: "nobody@example.org", password: PASSWORD });
    expect(wrong.status).toBe(401);
    expect(wrong.headers.getSetCookie()).toEqual([]);
    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
  });

  it("is for pages of this server, and wants a body that can be read", async () => {
    const foreign = await signIn({ email, password: PASSWORD }, { origin: "https://evil.example" });
    expect(foreign).toMatchObject({ status: 403, body: { code: "wrong_origin" } });
    const own = await signIn(
      { email: "nobody@example.org", password: PASSWORD },
      { origin: desk.server.address },
    );
    expect(own.status).toBe(401);
    for (const body of ["{", "[]", "", '{"email":1,"password":{}}']) {
      const { status } = await signIn(body);
      expect([body, status >= 400 && status < 500]).toEqual([body, true]);
    }
  });

  it("refuses a body that is far larger than a password", async () => {
    const refused = await signIn({ email, password: "x".repeat(64 * 1024) });
    expect(refused).toMatchObject({ status: 413, body: { code: "payload_too_large" } });
    expect(refused.headers.get("content-type")).toContain("application/problem+json");
  });

  it("lasts until one logs out; the cookie is worth nothing then", async () => {
    const client = await logIn(desk.server.address, email);
    expect((await client.post("/api/auth/sign-out")).status).toBe(200);
    expect((await client.get("/me")).status).toBe(401);
    expect((await desk.staff.owner.get("/me")).status).toBe(200);
  });

  it("is not for who makes up a cookie", async () => {
    const { cookie } = desk.staff.owner.headers as { cookie: string };
    const forged = [
      "slotline.session_token=made-up",
      cookie.replace(/session_token=(.)/, (_, first) => `session_token=${first === "x" ? "y" : "x"}`),
      cookie.replace(/[.](.)/, (_, first) => `.${first === "x" ? "y" : "x"}`),
    ];
    for (const one of forged) {
      const client = new StaffClient(desk.server.address, { cookie: one });
      expect([one, (await client.get("/me")).status]).toEqual([one, 401]);
    }
  });
});

describe("what is not offered", () => {
  it.each([
    "/sign-up/email",
    "/sign-in/social",
    "/sign-in/username",
    "/forget-password",
    "/request-password-reset",
    "/reset-password",
    "/update-user",
    "/delete-user",
    "/change-email",
    "/set-password",
    "/verify-email",
    "/send-verification-email",
    "/list-sessions",
    "/revoke-session",
    "/revoke-sessions",
    "/link-social",
    "/unlink-account",
    "/list-accounts",
    "/two-factor/send-otp",
    "/two-factor/verify-otp",
    "/two-factor/get-totp-uri",
    "/oauth2/link",
    "/ok",
    "/error",
    "/sign-in/email/",
    "//sign-up/email",
    "/sign-in/../sign-up/email",
    "/sign-in/%2e%2e/sign-up/email",
    "",
  ])("/api/auth%s is not there", async (path) => {
    for (const method of ["GET", "POST"]) {
      const body =
        method === "POST" ? { email: "new@example.org", password: PASSWORD, name: "New" } : undefined;
      const { status, body: answer } = await desk.staff.owner.send(method, `/api/auth${path}`, body);
      expect([method, status, answer?.code]).toEqual([method, 404, "not_found"]);
    }
  });

  it("a session says nothing of passwords", async () => {
    const { owner } = desk.staff;
    const session = await owner.must(owner.get("/api/auth/get-session"));
    expect(session.user).toMatchObject({ email });
    expect(JSON.stringify(session)).not.toMatch(/argon2|password/i);
    expect((await visitor.get("/api/auth/get-session")).body).toBeNull();
  });

  it("an unknown address of the API is answered as a problem, whoever asks", async () => {
    for (const client of [visitor, desk.staff.owner]) {
      for (const [method, path, code] of [
        ["GET", "/nothing", "not_found"],
        ["GET", "/bookings/%E0%A4%A", "not_found"],
        ["POST", "/me", "method_not_allowed"],
        ["DELETE", "/account", "method_not_allowed"],
      ] as const) {
        const { body, headers } = await client.send(method, path);
        expect([path, body.code]).toEqual([path, code]);
        const allowed = { "/me": "GET, HEAD", "/account": "GET, HEAD, PATCH" }[path as string] ?? null;
        expect(headers.get("allow")).toBe(allowed);
        expect(headers.get("content-type")).toContain("application/problem+json");
      }
    }
  });
});

describe("one's own password", () => {
  it("is changed by who knows it", async () => {
    const client = await desk.hire("readonly");
    const { email: address } = (await client.get("/me")).body;
    const newPassword = "another horse battery";
    const change = (currentPassword: string, password = newPassword) =>
      client.post("/api/auth/change-password", { currentPassword, newPassword: password });
    expect((await change("wrong horse battery")).status).toBe(400);
    expect((await change(PASSWORD, "short")).status).toBe(400);
    expect((await change(PASSWORD)).status).toBe(200);
    await expect(logIn(desk.server.address, address)).rejects.toThrow("401");
    const again = await logIn(desk.server.address, address, newPassword);
    expect((await again.get("/me")).status).toBe(200);
    expect(await loginTrail(desk.staff.owner, client)).toEqual(["login.password"]);
  });

  it("ends the sessions elsewhere, also when the request says that they may stay", async () => {
    const elsewhere = await desk.hire("readonly");
    const { email: address } = (await elsewhere.get("/me")).body;
    const here = await logIn(desk.server.address, address);
    const changed = await here.post("/api/auth/change-password", {
      ...{ currentPassword: PASSWORD, newPassword: "another horse battery", revokeOtherSessions: false },
    });
    expect(changed.status).toBe(200);
    expect((await elsewhere.get("/me")).status).toBe(401);
    const still = new StaffClient(desk.server.address, { cookie: cookiesOf(changed) });
    expect((await still.get("/me")).status).toBe(200);
  });
});

describe("behind a proxy that speaks HTTPS", () => {
  let secure: StaffDesk;
  beforeAll(async () => {
    secure = await startStaffDesk({
      files: [FILE],
      roles: ["owner"],
      settings: { publicUrl: PUBLIC_URL, trustedProxies: [] },
    });
  });
  afterAll(async () => {
    expect(secure.faults).toEqual([]);
    await secure.stop();
  });

  it("cookies go over HTTPS only, and the browser's own origin is the right one", async () => {
    const { owner } = secure.staff;
    const { email: address } = (await owner.get("/me")).body;
    const body = JSON.stringify({ email: address, password: PASSWORD });
    const headers = { host: "desk.example.org", origin: PUBLIC_URL };
    const cookie = owner.headers.cookie!;
    for (const sent of [
      headers,
      // A browser that was logged in before sends its cookie along.
      { ...headers, cookie },
      // A proxy that names itself as the host.
      { origin: PUBLIC_URL, cookie },
    ]) {
      const { status, cookies } = await post(secure, "/api/auth/sign-in/email", body, { ...sent });
      expect([sent, status]).toEqual([sent, 200]);
      const session = cookies.find((one) => one.includes("session_token="))!;
      expect(session).toMatch(/^__Secure-slotline\.session_token=/);
      for (const one of cookies) expect(one).toMatch(/; ?Secure/i);
    }
    for (const origin of ["https://evil.example", "https://desk.example.org.evil.example", "null"]) {
      const sent = { ...headers, cookie, origin };
      expect([origin, (await post(secure, "/api/auth/sign-out", "{}", sent)).status]).toEqual([origin, 403]);
      expect([origin, (await post(secure, "/api/v1/clients", "{}", sent)).status]).toEqual([origin, 403]);
    }
    expect((await post(secure, "/api/v1/clients", "{}", { ...headers, cookie })).status).toBe(422);
    const link = await owner.must(owner.post("/invitations", { role: "desk" }));
    expect(link.link).toMatch(/^https:\/\/desk\.example\.org\/invitation#/);
    const signedOut = await post(secure, "/api/auth/sign-out", "{}", {
      ...headers,
      cookie: owner.headers.cookie!,
    });
    expect(signedOut.status).toBe(200);
    expect((await owner.get("/me")).status).toBe(401);
  });
});

describe("a second factor", () => {
  it("is asked for once it was set up: the password alone opens nothing", async () => {
    const client = await desk.hire("readonly");
    const { email: address } = (await client.get("/me")).body;
    const enabled = await client.post("/api/auth/two-factor/enable", { password: PASSWORD });
    expect(enabled.status).toBe(200);
    const code = () => totp(new URL(enabled.body.totpURI).searchParams.get("secret")!);
    const verified = await client.post("/api/auth/two-factor/verify-totp", { code: code() });
    expect(verified.status).toBe(200);
    const half = await signIn({ email: address, password: PASSWORD });
    expect(half.body).toMatchObject({ twoFactorRedirect: true });
    const halfway = new StaffClient(desk.server.address, { cookie: cookiesOf(half) });
    expect((await halfway.get("/me")).status).toBe(401);
    const wrong = await halfway.post("/api/auth/two-factor/verify-totp", { code: "000000" });
    expect(wrong.status).toBe(401);
    const whole = await halfway.post("/api/auth/two-factor/verify-totp", { code: code() });
    expect(whole.status).toBe(200);
    const inside = new StaffClient(desk.server.address, { cookie: cookiesOf(whole) });
    expect((await inside.get("/me")).status).toBe(200);
    const turnOff = (who: StaffClient) => who.post("/api/auth/two-factor/disable", { password: PASSWORD });
    const off = await turnOff(inside);
    await turnOff(new StaffClient(desk.server.address, { cookie: cookiesOf(off) }));
    expect(await loginTrail(desk.staff.owner, client)).toEqual(["login.factor-on", "login.factor-off"]);
  });

  it("ends with a link for a new password, as for somebody who has lost the phone, and can be set up anew", async () => {
    const client = await desk.hire("readonly");
    const { email: address } = (await client.get("/me")).body;
    const setUp = async (person: StaffClient, password: string) => {
      const { totpURI } = await person.must(person.post("/api/auth/two-factor/enable", { password }));
      const code = totp(new URL(totpURI).searchParams.get("secret")!);
      await person.must(person.post("/api/auth/two-factor/verify-totp", { code }));
    };
    await setUp(client, PASSWORD);
    const halfway = (await signIn({ email: address, password: PASSWORD })).body;
    expect(halfway).toMatchObject({ twoFactorRedirect: true });
    const { owner } = desk.staff;
    const { link } = await owner.must(owner.post(`/members/${client.userId}/reset-link`));
    const password = "another horse battery";
    await visitor.must(visitor.post("/invitation/accept", { token: tokenIn(link), password }));
    const again = await logIn(desk.server.address, address, password);
    expect((await again.get("/me")).status).toBe(200);
    expect((await again.get("/api/auth/get-session")).body.user.twoFactorEnabled).toBe(false);
    expect(await loginTrail(owner, client)).toEqual(["login.factor-on", "login.reset"]);
    await setUp(again, password);
    expect((await signIn({ email: address, password })).body).toMatchObject({ twoFactorRedirect: true });
  });
});

describe("who tries many passwords", () => {
  it("is told to wait, whatever the password", async () => {
    const same = { "x-forwarded-for": "10.9.9.9" };
    const statuses: number[] = [];
    for (let tries = 0; tries < 11; tries += 1) {
      const guess = { email: "victim@example.org", password: `guess number ${tries}` };
      statuses.push((await signIn(guess, same)).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
    const right = { email, password: PASSWORD };
    const refused = await signIn(right, same);
    expect(refused).toMatchObject({ status: 429, body: { code: "rate_limited" } });
    expect(refused.headers.get("content-type")).toContain("application/problem+json");
    const wait = Number(refused.headers.get("retry-after"));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect((await signIn(right, { ...same, "x-slotline-address": "10.1.2.3" })).status).toBe(429);
    expect((await signIn(right)).status).toBe(200);
    expect((await desk.staff.owner.get("/me")).status).toBe(200);
  });

  it("is slowed down with invitations and keys as well", async () => {
    const settings = { failuresPerMinute: 3, requestsPerMinute: 1 };
    const strict = await startStaffDesk({ files: [FILE], roles: [], settings });
    try {
      const stranger = strict.staff.nobody;
      const guess = (token: string) => stranger.post("/invitation", { token });
      const statuses = [];
      for (let tries = 0; tries < 4; tries += 1) statuses.push((await guess(`guess-${tries}`)).status);
      expect(statuses).toEqual([410, 410, 410, 429]);
      const key = new StaffClient(strict.server.address, { authorization: "Bearer slk_none" });
      expect((await strict.staff.script.get("/me")).status).toBe(200);
      const refused = [await guess("guess-5"), await key.get("/me"), await strict.staff.script.get("/me")];
      for (const { status, headers, body } of refused) {
        expect([status, body.code]).toEqual([429, "rate_limited"]);
        expect(headers.get("content-type")).toContain("application/problem+json");
        expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
        expect(body.retryAfterSeconds).toBe(Number(headers.get("retry-after")));
      }
    } finally {
      await strict.stop();
    }
  });
});

/** As a proxy passes it on: under the name that the browser uses. */
async function post(
  { server }: StaffDesk,
  path: string,
  body: string,
  headers: Record<string, string>,
): Promise<{ status: number; cookies: string[] }> {
  return await new Promise((resolve, reject) => {
    const sent = request(server.address + path, { method: "POST", headers }, (response) => {
      response.resume();
      response.on("end", () =>
        resolve({ status: response.statusCode!, cookies: response.headers["set-cookie"] ?? [] }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
