import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { accountWithoutOwner, ownerLink } from "../../src/cli/owner-link.ts";
import { studio } from "../fixtures/studio.ts";
import {
  logIn,
  PASSWORD,
  StaffClient,
  type StaffDesk,
  startStaffDesk,
  tokenIn,
  tokenOf,
} from "../harness/staff-client.ts";

const DAY_MS = 86_400_000;
const WEEK = { entityId: "studio", from: "2026-12-01", to: "2026-12-07" };
const OTHER = "acc-zwei";
const USED = { status: 410, body: { code: "link_used" } };

const file = (id: string) => JSON.stringify({ account: { id, name: `Name of ${id}` }, entities: [studio()] });

let desk: StaffDesk;
let owner: StaffClient;
let visitor: StaffClient;
beforeAll(async () => {
  desk = await startStaffDesk({ files: [file("acc-studio"), file(OTHER)], roles: ["owner"] });
  owner = desk.staff.owner;
  visitor = desk.staff.nobody;
});
afterAll(async () => {
  expect(desk.faults).toEqual([]);
  await desk.stop();
});

let people = 0;
function somebody(members: object = {}) {
  people += 1;
  return { name: `Person ${people}`, email: `person${people}@example.org`, password: PASSWORD, ...members };
}
const link = async (body: object = { role: "desk" }) => {
  desk.clock.now += 1;
  const made = await owner.must(owner.post("/invitations", body));
  return { ...made, token: tokenIn(made.link) };
};
const look = (token: string) => visitor.post("/invitation", { token });
const accept = (token: string, person: object = somebody()) =>
  visitor.post("/invitation/accept", { token, ...person });
const members = async () => (await owner.must(owner.get("/members"))).items;
const invitations = async () => (await owner.must(owner.get("/invitations"))).items;
/** Somebody who has just joined, by the store alone: without a session, so without a second hash. */
async function join(role: "owner" | "desk" | "readonly"): Promise<{ userId: string; email: string }> {
  const person = somebody();
  const token = await tokenOf(desk.store, { accountId: desk.accountId, role }, desk.clock.now);
  await visitor.must(accept(token, person));
  const { userId, email } = (await members()).find((one: { email: string }) => one.email === person.email);
  return { userId, email };
}

describe("an invitation", () => {
  it("says what it is for, and makes its first user a member with that role", async () => {
    const { token, expiresAt, link: url } = await link({ role: "agent", agentId: "anna", label: "For Anna" });
    expect(url).toBe(`${desk.server.address}/invitation#${token}`);
    expect(Date.parse(expiresAt)).toBe(desk.clock.now + 7 * DAY_MS);
    expect((await look(token)).body).toEqual({
      ...{
        makesAccount: false,
        accountName: "Name of acc-studio",
        role: "agent",
        label: "For Anna",
        isReset: false,
      },
    });
    expect(await invitations()).toMatchObject([{ role: "agent", agentId: "anna", label: "For Anna" }]);
    const person = somebody({ email: "Anna@Example.org" });
    expect(await accept(token, person)).toMatchObject({ status: 201 });
    expect(await members()).toContainEqual({
      userId: expect.any(String),
      createdAt: expect.any(String),
      ...{ name: person.name, email: "anna@example.org", role: "agent", agentId: "anna" },
    });
    expect(await invitations()).toEqual([]);
    const anna = await logIn(desk.server.address, "anna@example.org");
    expect((await anna.must(anna.get("/me"))).agentId).toBe("anna");
  });

  it("works once", async () => {
    const { token } = await link();
    expect((await accept(token)).status).toBe(201);
    expect(await look(token)).toMatchObject(USED);
    expect(await accept(token)).toMatchObject(USED);
  });

  it("works for one of two who take it at the same moment; the other one can still be invited", async () => {
    const { token } = await link();
    const two = [somebody(), somebody()];
    const answers = await Promise.all(two.map((person) => accept(token, person)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410]);
    const late = two[answers.findIndex(({ status }) => status === 410)]!;
    const again = await link();
    expect(await accept(again.token, late)).toMatchObject({ status: 201 });
  });

  it("makes one person of one address, also at the same moment", async () => {
    const links = [await link(), await link()];
    const person = somebody();
    const answers = await Promise.all(links.map(({ token }) => accept(token, person)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    const same = (await members()).filter(({ email }: { email: string }) => email === person.email);
    expect(same).toHaveLength(1);
  });

  it("works for a week", async () => {
    const { token } = await link();
    desk.clock.now += 7 * DAY_MS - 1;
    expect((await look(token)).status).toBe(200);
    desk.clock.now += 1;
    expect(await look(token)).toMatchObject(USED);
    expect(await accept(token)).toMatchObject(USED);
    desk.clock.now -= 7 * DAY_MS;
    const [{ id }] = (await invitations()).slice(-1);
    await owner.must(owner.send("DELETE", `/invitations/${id}`));
  });

  it("works no more when it was withdrawn", async () => {
    const { token } = await link();
    const [{ id }] = (await invitations()).slice(-1);
    expect((await owner.send("DELETE", `/invitations/${id}`)).status).toBe(204);
    expect(await accept(token)).toMatchObject(USED);
    expect((await owner.send("DELETE", `/invitations/${id}`)).status).toBe(404);
  });

  it("is not used up by what is wrong with an answer to it", async () => {
    const { token } = await link();
    const person = somebody();
    const taken = { ...person, email: (await members())[0].email.toUpperCase() };
    for (const [wrong, path] of [
      [{ ...person, name: undefined }, "name"],
      [{ ...person, email: undefined }, "email"],
      [{ ...person, email: "nobody" }, "email"],
      [{ ...person, password: "too short" }, "password"],
      [{ ...person, password: "x".repeat(201) }, "password"],
      [taken, "email"],
    ] as const) {
      expect(await accept(token, wrong)).toMatchObject({ status: 422, body: { issues: [{ path }] } });
    }
    expect((await accept(token, person)).status).toBe(201);
  });

  it("that never was is answered like a used one, and never to a page of another site", async () => {
    expect(await look("nonsense")).toMatchObject(USED);
    expect((await visitor.post("/invitation", {})).status).toBe(422);
    expect((await visitor.send("POST", "/invitation", "{")).status).toBe(400);
    const { token } = await link();
    const origin = { origin: "https://evil.example" };
    for (const path of ["/invitation", "/invitation/accept"]) {
      const answered = await visitor.post(path, { token, ...somebody() }, origin);
      expect(answered).toMatchObject({ status: 403, body: { code: "wrong_origin" } });
    }
  });

  it.each([
    [{ role: "agent" }, "agentId"],
    [{ role: "agent", agentId: "nobody" }, "agentId"],
    [{ role: "desk", agentId: "anna" }, "agentId"],
    [{ role: "boss" }, "role"],
    [{}, "role"],
  ])("is not made for %j", async (body, path) => {
    expect(await owner.post("/invitations", body)).toMatchObject({
      status: 422,
      body: { issues: [{ path }] },
    });
  });

  it("is written of in the audit trail without its secret", async () => {
    const { token } = await link({ role: "readonly", label: "For Rita" });
    desk.clock.now += 1;
    await visitor.must(accept(token));
    const { items } = await owner.must(owner.get("/audit", { limit: 2 }));
    const { userId } = (await members()).find(({ role }: { role: string }) => role === "readonly");
    expect(items).toMatchObject([
      {
        action: "members.join",
        subjectId: userId,
        by: { kind: "person", id: userId },
        detail: { role: "readonly" },
      },
      {
        action: "invitations.create",
        by: { id: owner.userId, name: "The owner" },
        detail: { role: "readonly" },
      },
    ]);
    expect(JSON.stringify(items)).not.toContain(token);
  });
});

describe("somebody who has a login already", () => {
  const joinBy = (client: StaffClient, token: string, more: object = {}) =>
    client.post("/invitation/join", { token, ...more });
  const toOther = () => tokenOf(desk.store, { accountId: OTHER, role: "desk" }, desk.clock.now);

  it("joins another business by its link, and says with each request which one is meant", async () => {
    const client = await desk.hire("readonly");
    const token = await toOther();
    expect(await joinBy(client, token)).toMatchObject({ status: 201, body: { accountId: OTHER } });
    const me = (query: object) => client.must(client.get("/me", query));
    expect(await me({})).toMatchObject({ access: "readonly", account: { id: desk.accountId } });
    expect(await me({ account: OTHER })).toMatchObject({ access: "desk", account: { id: OTHER } });
    expect((await me({})).accounts.map(({ id }: { id: string }) => id).sort()).toEqual(
      [desk.accountId, OTHER].sort(),
    );
    expect(await look(token)).toMatchObject(USED);
    const { items } = await client.must(client.get("/bookings", { ...WEEK, account: OTHER }));
    expect(items).toEqual([]);
  });

  it("makes a business of their own by a link for that", async () => {
    const client = await desk.hire("readonly");
    const token = await tokenOf(desk.store, { accountId: null, role: "owner" }, desk.clock.now);
    expect(await joinBy(client, token)).toMatchObject({
      status: 422,
      body: { issues: [{ path: "accountName" }] },
    });
    const { accountId } = await client.must(joinBy(client, token, { accountName: "Zweitpraxis" }));
    expect(await client.must(client.get("/me", { account: accountId }))).toMatchObject({
      access: "owner",
      account: { name: "Zweitpraxis" },
    });
  });

  it("uses no link up for a business that one belongs to, and none that sets a password", async () => {
    const client = await desk.hire("readonly");
    const { token } = await link({ role: "owner" });
    expect(await joinBy(client, token)).toMatchObject({ status: 409, body: { code: "conflict" } });
    expect((await look(token)).status).toBe(200);
    expect(await client.must(client.get("/me"))).toMatchObject({ access: "readonly" });
    const invited = { accountId: desk.accountId, role: "desk", userId: client.userId } as const;
    const reset = await tokenOf(desk.store, invited, desk.clock.now);
    expect(await joinBy(client, reset)).toMatchObject({ status: 409 });
    expect((await look(reset)).status).toBe(200);
  });

  it("is not reached by a link for a new password that the first business made before", async () => {
    const client = await desk.hire("readonly");
    const made = await owner.must(owner.post(`/members/${client.userId}/reset-link`));
    await client.must(joinBy(client, await toOther()));
    const taken = await visitor.post("/invitation/accept", { token: tokenIn(made.link), password: PASSWORD });
    expect(taken).toMatchObject(USED);
    expect((await client.get("/me")).status).toBe(200);
  });

  it("is somebody who is logged in, at a page of this server", async () => {
    const token = await toOther();
    expect(await joinBy(visitor, token)).toMatchObject({ status: 401 });
    expect(await joinBy(desk.staff.script, token)).toMatchObject({ status: 401 });
    const client = await desk.hire("readonly");
    const evil = await client.post("/invitation/join", { token }, { origin: "https://evil.example" });
    expect(evil.status).toBe(403);
    expect((await look(token)).status).toBe(200);
  });

  it("reaches nothing of a business that they do not belong to", async () => {
    for (const path of ["/me", "/account", "/clients", "/members", "/live"])
      expect([path, (await owner.get(path, { account: OTHER })).status]).toEqual([path, 403]);
  });
});

describe("a member", () => {
  it("gets another role, which counts from the next request on", async () => {
    const rita = await desk.hire("readonly");
    expect((await rita.get("/clients")).status).toBe(403);
    const change = (body: object) => owner.send("PATCH", `/members/${rita.userId}`, body);
    expect(await change({ role: "desk" })).toMatchObject({
      status: 200,
      body: { role: "desk", agentId: null },
    });
    expect((await rita.get("/clients")).status).toBe(200);
    expect(await change({ role: "agent", agentId: "ben" })).toMatchObject({ body: { agentId: "ben" } });
    expect((await rita.must(rita.get("/me"))).agentId).toBe("ben");
    expect(await change({ role: "agent" })).toMatchObject({
      status: 422,
      body: { issues: [{ path: "agentId" }] },
    });
    expect((await owner.send("PATCH", "/members/nobody", { role: "desk" })).status).toBe(404);
  });

  it("who is removed is out at once, and in no other account", async () => {
    const rita = await desk.hire("desk");
    expect((await owner.send("DELETE", `/members/${rita.userId}`)).status).toBe(204);
    for (const path of ["/me", "/clients", "/account"])
      expect([path, (await rita.get(path)).status]).toEqual([path, 403]);
    expect((await owner.send("DELETE", `/members/${rita.userId}`)).status).toBe(404);
  });

  it("who is the last owner stays one", async () => {
    const lower = () => owner.send("PATCH", `/members/${owner.userId}`, { role: "desk" });
    const leave = () => owner.send("DELETE", `/members/${owner.userId}`);
    for (const refused of [await lower(), await leave()])
      expect(refused).toMatchObject({ status: 409, body: { code: "conflict" } });
    const second = await join("owner");
    expect((await owner.send("DELETE", `/members/${second.userId}`)).status).toBe(204);
    expect(await leave()).toMatchObject({ status: 409 });
  });

  it("of two owners who lower each other at the same moment, one stays", async () => {
    const second = await join("owner");
    const ids = [owner.userId, second.userId];
    const answers = await Promise.all(
      ids.map((id) => owner.send("PATCH", `/members/${id}`, { role: "desk" })),
    );
    const owners = (await desk.store.members(desk.accountId)).filter(({ role }) => role === "owner");
    expect(owners).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const accountId = desk.accountId;
    await desk.store.changeMember({ accountId, userId: owner.userId, role: "owner", agentId: null });
    await desk.store.removeMember(accountId, second.userId);
  });

  it("of two accounts says which one is meant; without that it is the first", async () => {
    const rita = await desk.hire("readonly");
    const both = { userId: rita.userId, agentId: null, createdAt: desk.clock.now + 1 };
    await desk.store.addMember({ ...both, accountId: OTHER, role: "owner" });
    const me = async (query: object = {}) => await rita.must(rita.get("/me", query));
    const accounts = ["acc-studio", OTHER].map((id) => ({ id, name: `Name of ${id}` }));
    expect(await me()).toMatchObject({ access: "readonly", account: accounts[0], accounts });
    expect(await me({ account: OTHER })).toMatchObject({ access: "owner", account: accounts[1] });
    expect((await rita.get("/members", { account: OTHER })).status).toBe(200);
    expect((await rita.get("/members")).status).toBe(403);
    const reset = await owner.post(`/members/${rita.userId}/reset-link`);
    expect(reset).toMatchObject({ status: 409, body: { code: "conflict" } });
  });
});

describe("a link that sets a password anew", () => {
  it("ends all sessions, works once, and leaves everything else as it was", async () => {
    const rita = await desk.hire("desk");
    const { email } = await rita.must(rita.get("/me"));
    const made = await owner.post(`/members/${rita.userId}/reset-link`);
    expect(made.status).toBe(201);
    const token = tokenIn(made.body.link);
    expect((await look(token)).body).toMatchObject({ isReset: true, role: "desk", label: "The desk" });
    expect(await visitor.post("/invitation/accept", { token, password: "short" })).toMatchObject({
      status: 422,
    });
    expect((await rita.get("/me")).status).toBe(200);
    const password = "another horse battery";
    expect((await visitor.post("/invitation/accept", { token, password })).status).toBe(200);
    expect((await rita.get("/me")).status).toBe(401);
    expect(await visitor.post("/invitation/accept", { token, password: PASSWORD })).toMatchObject(USED);
    await expect(logIn(desk.server.address, email)).rejects.toThrow("401");
    const again = await logIn(desk.server.address, email, password);
    expect(await again.must(again.get("/me"))).toMatchObject({ userId: rita.userId, access: "desk" });
  });

  it("is for members of the account", async () => {
    expect((await owner.post("/members/nobody/reset-link")).status).toBe(404);
  });
});

describe("where there is no account", () => {
  let empty: StaffDesk;
  let stranger: StaffClient;
  beforeEach(async () => {
    empty = await startStaffDesk({ files: [], roles: [] });
    stranger = new StaffClient(empty.server.address, {});
    return async () => {
      expect(empty.faults).toEqual([]);
      await empty.stop();
    };
  });

  it("the owner makes one by the newest link, once, and builds a business in it", async () => {
    expect(await accountWithoutOwner(empty.store)).toEqual({ accountId: null });
    const [old, fresh] = [
      tokenIn(await ownerLink(empty.store, null, "https://desk.example.org")),
      tokenIn(await ownerLink(empty.store, null, "https://desk.example.org")),
    ];
    expect(await stranger.post("/invitation", { token: old })).toMatchObject(USED);
    expect((await stranger.post("/invitation", { token: fresh })).body).toEqual({
      ...{ makesAccount: true, accountName: null, role: "owner", label: "owner link", isReset: false },
    });
    const person = somebody();
    const nameless = await stranger.post("/invitation/accept", { token: fresh, ...person });
    expect(nameless).toMatchObject({ status: 422, body: { issues: [{ path: "accountName" }] } });
    const named = { token: fresh, ...person, accountName: "Praxis Neu" };
    expect((await stranger.post("/invitation/accept", named)).status).toBe(201);
    expect(await stranger.post("/invitation/accept", { ...named, ...somebody() })).toMatchObject(USED);
    expect(await empty.store.accountIds()).toHaveLength(1);
    expect(await accountWithoutOwner(empty.store)).toBeUndefined();
    const boss = await logIn(empty.server.address, person.email);
    const me = await boss.must(boss.get("/me"));
    expect(me).toMatchObject({ access: "owner", account: { name: "Praxis Neu" } });
    const entity = await boss.must(boss.post("/entities", studio()));
    const start = "2026-12-01T09:00";
    const booked = await boss.post("/bookings", {
      ...{ productId: "massage-30", agentId: entity.agents[0].id, start, booker: { lastname: "Erste" } },
    });
    expect(booked.status).toBe(201);
  });
});
