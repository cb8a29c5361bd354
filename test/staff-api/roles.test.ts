import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { StaffRoute } from "../../src/staff-api/route.ts";
import { ROUTES } from "../../src/staff-api/routes.ts";
import type { Access } from "../../src/staff-api/staff.ts";
import { PHYSIO } from "../harness/desk-under-test.ts";
import { type StaffClient, type StaffDesk, scriptOf, startStaffDesk } from "../harness/staff-client.ts";
import { twinOf } from "../harness/twin-practices.ts";

const EVERYBODY = ["owner", "desk", "agent", "readonly", "script"] as const satisfies Access[];
const ENTITY = "xyzBusinessEntityId";
const OTHER = "acc-zwickau";
const KAI = { firstname: "Kai", lastname: "Kunz", phone: "+49 341 7778889" };
/** The call log is written a moment after the request. */
const PATIENCE = { timeout: 60_000 };

let desk: StaffDesk;
beforeAll(async () => {
  desk = await startStaffDesk({ files: [PHYSIO, twinOf(OTHER, "Z")] });
});
afterAll(async () => {
  expect(desk.faults).toEqual([]);
  await desk.stop();
});

const nameOf = ({ method, path }: StaffRoute) => `${method} ${path}`;
const ALL = ROUTES.map((route) => ({ name: nameOf(route), route }));

/** The route's address with those ids in it. */
function pathWith({ path }: StaffRoute, idOf: (name: string) => string): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(idOf(name)));
}

/** A request that names nothing that there is, and says nothing: who may use the route is asked before all that. */
async function sendEmpty(client: StaffClient, route: StaffRoute, headers: Record<string, string> = {}) {
  const body = route.bodyForm === undefined ? undefined : {};
  return await client.send(
    route.method,
    pathWith(route, () => "nothing-there"),
    body,
    { headers },
  );
}

describe.each(ALL)("$name", ({ route }) => {
  it("is for those whom it names, and for nobody else", async () => {
    for (const access of EVERYBODY) {
      const { status, body } = await sendEmpty(desk.staff[access], route);
      if (route.access.includes(access)) expect([access, status]).not.toEqual([access, 403]);
      else expect([access, status, body.code]).toEqual([access, 403, "forbidden"]);
      expect([access, status]).not.toEqual([access, 401]);
    }
    const { status, body } = await sendEmpty(desk.staff.nobody, route);
    expect([status, body.code]).toEqual([401, "unauthenticated"]);
  });

  it("is closed to keys of other scopes, to those of some entities, and to those that are none", async () => {
    const keys = {
      webhook: await scriptOf(desk, desk.accountId, { scopes: ["read", "book", "clients"] }),
      narrowed: await scriptOf(desk, desk.accountId, { entityIds: [ENTITY] }),
      expired: await scriptOf(desk, desk.accountId, { expiresAt: desk.clock.now }),
    };
    expect((await sendEmpty(keys.webhook, route)).status).toBe(403);
    expect((await sendEmpty(keys.narrowed, route)).status).toBe(403);
    expect((await sendEmpty(keys.expired, route)).status).toBe(401);
  });

  it("is closed to an account that one does not belong to", async () => {
    const query = { account: OTHER };
    const body = route.bodyForm === undefined ? undefined : {};
    const sent = [route.method, pathWith(route, () => "nothing-there"), body, { query }] as const;
    expect(await desk.staff.owner.send(...sent)).toMatchObject({ status: 403, body: { code: "forbidden" } });
  });
});

describe.each(ALL.filter(({ route }) => route.method !== "GET"))("$name", ({ route }) => {
  it("takes no request from a page of another site", async () => {
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: "", "sec-fetch-site": "cross-site" },
      { origin: "", "sec-fetch-site": "same-site" },
    ]) {
      for (const client of [desk.staff.owner, desk.staff.nobody]) {
        const { status, body } = await sendEmpty(client, route, headers as unknown as Record<string, string>);
        expect([headers, status, body.code]).toEqual([headers, 403, "wrong_origin"]);
      }
    }
    const own = { origin: desk.server.address };
    const { body } = await sendEmpty(desk.staff.owner, route, own);
    expect(body?.code).not.toBe("wrong_origin");
  });
});

describe.each(ALL.filter(({ route }) => route.needsIfMatch))("$name", ({ route }) => {
  it("wants to know what was seen", async () => {
    const valid = route.bodyForm?.safeParse({}).success ?? true;
    const { status } = await sendEmpty(desk.staff.owner, route);
    expect(status).toBe(valid ? 428 : 422);
  });
});

/** What stands in the other account, by the names that paths use for it. */
interface Theirs {
  readonly [name: string]: string;
}

describe("what belongs to another account", () => {
  let theirOwner: StaffClient;
  let theirs: Theirs;
  let never: Theirs;
  let collections: Readonly<Record<string, string>>;
  beforeAll(async () => {
    theirOwner = await desk.hire("owner", { accountId: OTHER });
    const booker = { firstname: "Nora", lastname: "Nachbar", phone: "+49 375 1112223" };
    const wish = { productId: "prId1Z", agentId: "agId1Z", start: "2026-12-02T09:00", booker };
    const booking = await theirOwner.must(theirOwner.post("/bookings", wish));
    const { link } = await theirOwner.must(theirOwner.post("/invitations", { role: "desk" }));
    expect(link).toContain("#");
    const [invitation] = (await theirOwner.must(theirOwner.get("/invitations"))).items;
    const { stored } = await theirOwner.must(theirOwner.post("/keys"));
    const theirBot = await desk.botOf(OTHER);
    await theirBot.must("getBusinessName", { entityId: `${ENTITY}Z` }, { "x-call-id": "call-z" });
    await vi.waitFor(() => theirOwner.must(theirOwner.get("/calls/call-z")), PATIENCE);
    theirs = {
      bookingId: booking.id,
      clientId: booking.booker.id,
      entityId: `${ENTITY}Z`,
      typeId: "abc1Z",
      productId: "prId1Z",
      agentId: "agId1Z",
      userId: theirOwner.userId,
      keyId: stored.id,
      callId: "call-z",
      invitation: invitation.id,
    };
    never = Object.fromEntries(Object.keys(theirs).map((name) => [name, `never-${name}`]));
    collections = {
      "/entities/{id}": theirs.entityId!,
      "/agents/{id}": theirs.agentId!,
      "/resources/{id}": "room1Z",
      "/appointment-types/{id}": theirs.typeId!,
      "/products/{id}": theirs.productId!,
      "/invitations/{id}": theirs.invitation!,
    };
  });

  /** A body that the route takes, so that the id is what it looks at. */
  const BODIES: Readonly<Record<string, (ids: Theirs) => object>> = {
    "POST /clients/{clientId}/merge": () => ({ dropId: "abcUserId" }),
    "PATCH /members/{userId}": () => ({ role: "desk" }),
    "PUT /agents/{agentId}/absences": () => ({ items: [] }),
    "PUT /entities/{entityId}/agents/order": () => ({ ids: ["agId1Z"] }),
    "PUT /entities/{entityId}/resources/order": () => ({ ids: ["room1Z"] }),
    "PUT /entities/{entityId}/appointment-types/order": () => ({ ids: ["abc1Z"] }),
    "PUT /appointment-types/{typeId}/products/order": () => ({ ids: ["prId1Z"] }),
  };

  const withIds = ALL.filter(({ route }) => route.path.includes("{"));
  it.each(withIds)("$name answers as if it had never been", async ({ name, route }) => {
    const idOf = (ids: Theirs, ofCollection: (id: string) => string) => (param: string) => {
      if (param !== "id") return ids[param] ?? expect.fail(`no id of the other account for {${param}}`);
      return ofCollection(collections[route.path] ?? expect.fail(`no id of the other account for ${name}`));
    };
    const body = route.bodyForm === undefined ? undefined : (BODIES[name]?.(theirs) ?? {});
    const headers = { "if-match": "*" };
    const before = await theirData();
    for (const client of [desk.staff.owner, desk.staff.script]) {
      if (client === desk.staff.script && !route.access.includes("script")) continue;
      const path = pathWith(
        route,
        idOf(theirs, (id) => id),
      );
      const foreign = await client.send(route.method, path, body, { headers });
      const path2 = pathWith(
        route,
        idOf(never, (id) => `never-${id}`),
      );
      const unknown = await client.send(route.method, path2, body, { headers });
      expect([foreign.status, foreign.body]).toEqual([404, expect.objectContaining({ code: "not_found" })]);
      expect(foreign.body).toEqual(unknown.body);
    }
    expect(await theirData()).toEqual(before);
  });

  /** Ids that stand in a query or a body rather than in the path. */
  const NAMED: readonly { name: string; query?: (ids: Theirs) => object; body?: (ids: Theirs) => object }[] =
    [
      {
        name: "GET /bookings",
        query: ({ entityId }) => ({ entityId, from: "2026-12-01", to: "2026-12-31" }),
      },
      { name: "GET /availability", query: ({ productId }) => ({ productId, date: "2026-12-02" }) },
      { name: "GET /next-free", query: ({ productId }) => ({ productId }) },
      {
        name: "GET /statistics",
        query: ({ entityId }) => ({ entityId, from: "2026-12-01", to: "2026-12-31" }),
      },
      {
        name: "POST /bookings",
        body: ({ productId, agentId }) => ({
          ...{ productId, agentId, start: "2026-12-02T10:00", booker: { lastname: "Neu" } },
        }),
      },
      {
        name: "POST /bookings",
        body: ({ agentId }) => ({
          ...{ productId: "prId1", agentId, start: "2026-12-02T10:00", booker: { lastname: "Neu" } },
        }),
      },
      {
        name: "POST /bookings",
        body: ({ clientId }) => ({
          ...{ productId: "prId1", agentId: "agId1", start: "2026-12-02T10:00", booker: { id: clientId } },
        }),
      },
      { name: "POST /clients/abcUserId/merge", body: ({ clientId }) => ({ dropId: clientId }) },
    ];
  it.each(NAMED)("$name does not know it where it is named", async ({ name, query, body }) => {
    const [method, path] = name.split(" ") as [string, string];
    const before = await theirData();
    const send = (ids: Theirs) =>
      desk.staff.owner.send(method, path, body?.(ids), { query: query?.(ids) ?? {} });
    const [foreign, unknown] = [await send(theirs), await send(never)];
    expect([foreign.status, foreign.body]).toEqual([404, expect.objectContaining({ code: "not_found" })]);
    expect(foreign.body).toEqual(unknown.body);
    expect(await theirData()).toEqual(before);
  });

  it("is no role's agent and no key's entity", async () => {
    const { owner } = desk.staff;
    const invited = await owner.post("/invitations", { role: "agent", agentId: theirs.agentId });
    expect(invited).toMatchObject({ status: 422, body: { issues: [{ path: "agentId" }] } });
    const key = await owner.post("/keys", { entityIds: [theirs.entityId] });
    expect(key).toMatchObject({ status: 422, body: { issues: [{ path: "entityIds" }] } });
  });

  it("is in no list", async () => {
    const { owner } = desk.staff;
    const lists = ["/clients", "/members", "/invitations", "/keys", "/audit", "/account", "/calls"];
    const told = JSON.stringify(await Promise.all(lists.map((path) => owner.must(owner.get(path)))));
    const { agentId, clientId, userId, keyId, callId, invitation } = theirs;
    for (const id of [agentId, clientId, userId, keyId, callId, invitation, "Nachbar"])
      expect([id, told.includes(`"${id}"`)]).toEqual([id, false]);
  });

  async function theirData(): Promise<unknown> {
    const { store } = desk;
    return [
      await store.configuration(OTHER),
      await store.deskBooking(OTHER, theirs.bookingId!),
      await store.clients(OTHER),
      await store.members(OTHER),
      await store.invitations(OTHER),
      await store.keys(OTHER),
      await store.auditEvents(OTHER, { most: 100 }),
    ];
  }
});

it("calls name their clients to nobody who may not see those", () => {
  const accessOf = (name: string) => ALL.find((one) => one.name === name)!.route.access;
  for (const name of ["GET /calls", "GET /calls/{callId}"])
    for (const access of accessOf(name)) expect(accessOf("GET /clients/{clientId}")).toContain(access);
});

describe("the role agent", () => {
  let own: { id: string };
  let others: { id: string };
  const range = { entityId: ENTITY, from: "2026-12-01", to: "2026-12-31" };
  beforeAll(async () => {
    const { owner } = desk.staff;
    const book = (agentId: string, start: string) =>
      owner.must(
        owner.post("/bookings", {
          ...{ productId: "prId1", agentId, start, booker: KAI },
        }),
      );
    own = await book("agId1", "2026-12-03T13:00");
    others = await book("agId2", "2026-12-03T14:00");
  });

  it("sees the bookings of its own calendar, whatever it asks for", async () => {
    const { agent, owner } = desk.staff;
    const idsOf = (items: { id: string }[]) => items.map(({ id }) => id);
    for (const query of [range, { ...range, agentId: "agId2" }]) {
      const { items } = await agent.must(agent.get("/bookings", query));
      expect(idsOf(items)).toEqual([own.id]);
    }
    const { items } = await owner.must(owner.get("/bookings", range));
    expect(idsOf(items)).toEqual([own.id, others.id]);
    expect((await agent.get(`/bookings/${own.id}`)).status).toBe(200);
  });

  it.each(ALL.filter(({ route }) => route.path.startsWith("/bookings/{bookingId}")))(
    "finds nothing of another calendar: $name",
    async ({ route }) => {
      const body = route.method === "PATCH" ? { note: "mine" } : undefined;
      const path = pathWith(route, () => others.id);
      const headers = { "if-match": "*" };
      const answered = await desk.staff.agent.send(route.method, path, body, { headers });
      expect([answered.status, answered.body.code]).toEqual([404, "not_found"]);
      expect(await desk.store.deskBooking(desk.accountId, others.id)).toMatchObject({
        ...{ status: "confirmed", note: null, version: 1 },
      });
    },
  );

  it("books for its own calendar only, and moves nothing to another one", async () => {
    const { agent } = desk.staff;
    const wish = { productId: "prId1", start: "2026-12-04T09:00", booker: { lastname: "Lang" } };
    const theirs = await agent.post("/bookings", { ...wish, agentId: "agId2" });
    expect(theirs).toMatchObject({ status: 403, body: { code: "forbidden" } });
    expect((await agent.post("/bookings", { ...wish, agentId: "agId1" })).status).toBe(201);
    const moved = await agent.change("POST", `/bookings/${own.id}/move`, { agentId: "agId2" });
    expect(moved).toMatchObject({ status: 403, body: { code: "forbidden" } });
    expect(
      (await agent.change("POST", `/bookings/${own.id}/move`, { start: "2026-12-03T15:00" })).status,
    ).toBe(200);
  });

  it("writes no note on another's booking by booking the same client for the same time", async () => {
    const { agent } = desk.staff;
    const start = "2026-12-03T14:00";
    const again = { productId: "prId1", agentId: "agId1", start, booker: KAI };
    const answered = await agent.post("/bookings", { ...again, note: "mine" });
    expect(answered.status).toBe(409);
    expect(await desk.store.deskBooking(desk.accountId, others.id)).toMatchObject({ note: null, version: 1 });
  });

  it("is told what is free in its own calendar only", async () => {
    const { agent } = desk.staff;
    const { agents } = await agent.must(
      agent.get("/availability", { productId: "prId1", date: "2026-12-03" }),
    );
    expect(agents.map(({ agentId }: { agentId: string }) => agentId)).toEqual(["agId1"]);
    const { items } = await agent.must(agent.get("/next-free", { productId: "prId1", agentId: "agId2" }));
    expect(items[0].agentId).toBe("agId1");
  });

  it("sees a client's bookings with itself only", async () => {
    const { agent, owner } = desk.staff;
    const { booker } = await owner.must(owner.get(`/bookings/${own.id}`));
    const of = async (client: StaffClient) =>
      (await client.must(client.get(`/clients/${booker.id}/bookings`))).items.length;
    expect(await of(owner)).toBe(2);
    expect(await of(agent)).toBe(1);
  });
});
