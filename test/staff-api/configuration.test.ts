import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServer } from "../../src/main.ts";
import { halfHour, studio } from "../fixtures/studio.ts";
import { type StaffClient, type StaffDesk, startStaffDesk } from "../harness/staff-client.ts";

const ACCOUNT = {
  account: { id: "acc-studio", name: "Studio" },
  entities: [
    studio({
      resources: [
        { id: "room1", pool: "room", name: "Raum 1" },
        { id: "room2", pool: "room", name: "Raum 2" },
      ],
      appointmentTypes: [
        {
          id: "massage",
          name: "Massage",
          agents: ["anna", "ben"],
          products: [halfHour(), halfHour({ id: "in-room", name: "In a room", resources: { room: 1 } })],
        },
      ],
    }),
  ],
};

let desk: StaffDesk;
let script: StaffClient;
beforeAll(async () => {
  desk = await startStaffDesk({ files: [JSON.stringify(ACCOUNT)], roles: [] });
  script = desk.staff.script;
});
afterAll(async () => {
  expect(desk.faults).toEqual([]);
  await desk.stop();
});

const look = (path: string) => script.must(script.get(path));
const patch = (path: string, body: object, ifMatch = "*") => script.change("PATCH", path, body, ifMatch);
const remove = (path: string, ifMatch = "*") => script.change("DELETE", path, undefined, ifMatch);
const idsIn = async (path: string) => (await look(path)).items.map(({ id }: { id: string }) => id);
const order = (path: string, ids: readonly string[], ifMatch = "*") =>
  script.change("PUT", `${path}/order`, { ids }, ifMatch);
const must = (answered: Parameters<StaffClient["must"]>[0]) => script.must(answered);

let names = 0;
/** An agent of its own, who performs the massage. */
async function hireAgent(): Promise<string> {
  names += 1;
  const { id } = await must(
    script.post("/entities/studio/agents", { firstname: "Neu", lastname: `Nummer${names}` }),
  );
  const { agents } = await look("/appointment-types/massage");
  await must(patch("/appointment-types/massage", { agents: [...agents, id] }));
  return id;
}

async function bookWith(agentId: string, productId = "massage-30", start = "2026-12-02T09:00") {
  names += 1;
  const booker = { firstname: "Gast", lastname: `Nummer${names}` };
  return await must(script.post("/bookings", { productId, agentId, start, booker, overrule: true }));
}

const cancel = (id: string) => must(script.change("POST", `/bookings/${id}/cancel`));

/** Each list, with something that can be added to it. */
const LISTS = [
  {
    list: "/entities",
    one: "/entities",
    prefix: "ent_",
    item: { name: "Filiale", timezone: "Europe/Berlin", country: "DE" },
    faulty: [{ name: "Filiale", timezone: "Europe/Nowhere" }, "timezone"],
  },
  {
    list: "/entities/studio/agents",
    one: "/agents",
    prefix: "ag_",
    item: { firstname: "Dora", lastname: "Dietz" },
    faulty: [{ firstname: "Dora", lastname: "Dietz", hours: { mon: ["nine to five"] } }, "hours.mon[0]"],
  },
  {
    list: "/entities/studio/resources",
    one: "/resources",
    prefix: "res_",
    item: { pool: "room", name: "Raum 3" },
    faulty: [{ pool: "room" }, "name"],
  },
  {
    list: "/entities/studio/appointment-types",
    one: "/appointment-types",
    prefix: "type_",
    item: { name: "Beratung", agents: ["anna"] },
    faulty: [{ name: "Beratung", agents: ["nobody"] }, "agents[0]"],
  },
  {
    list: "/appointment-types/massage/products",
    one: "/products",
    prefix: "pr_",
    item: { name: "Lang", durationMinutes: 90, price: 90 },
    faulty: [{ name: "Lang", durationMinutes: -1, price: 90 }, "durationMinutes"],
  },
] as const;

describe.each(LISTS)("$list", ({ list, one, prefix, item, faulty }) => {
  it("takes one more, with an id of its own, which is there then with all its defaults", async () => {
    const before = await idsIn(list);
    const made = await script.post(list, item);
    expect(made).toMatchObject({ status: 201, body: { id: expect.stringMatching(`^${prefix}`) } });
    const read = await script.get(`${one}/${made.body.id}`);
    expect([read.status, read.body, read.etag]).toEqual([200, made.body, made.etag]);
    expect(await idsIn(list)).toEqual([...before, made.body.id]);
    const { items } = await look(list);
    expect(items.at(-1)).toEqual(made.body);
  });

  it("takes an id that was chosen, and none that there is", async () => {
    const id = `own-${names}`;
    names += 1;
    expect(await script.post(list, { ...item, id })).toMatchObject({ status: 201, body: { id } });
    const again = await script.post(list, { ...item, id });
    expect(again).toMatchObject({ status: 422, body: { issues: [{ path: "id" }] } });
    expect((await remove(`${one}/${id}`)).status).toBe(204);
  });

  it("names what is wrong from where it stands in what was sent", async () => {
    const before = await look("/account");
    const [body, path] = faulty;
    const refused = await script.post(list, body);
    expect(refused).toMatchObject({ status: 422, body: { code: "invalid_request" } });
    expect(refused.body.issues.map((issue: { path: string }) => issue.path)).toEqual([path]);
    const { body: made } = await script.post(list, item);
    const { id: _id, ...members } = body as { id?: string };
    const patched = await patch(`${one}/${made.id}`, members);
    if (list !== "/entities/studio/resources") {
      expect(patched).toMatchObject({ status: 422, body: { issues: [{ path }] } });
    }
    const unknown = await patch(`${one}/${made.id}`, { noSuchMember: 1 });
    expect(unknown).toMatchObject({ status: 422, body: { issues: [{ path: "noSuchMember" }] } });
    await must(remove(`${one}/${made.id}`));
    expect(await look("/account")).toEqual(before);
  });

  it("is changed, ordered and shortened by who has seen it as it is", async () => {
    const made = await script.post(list, item);
    const path = `${one}/${made.body.id}`;
    const renamed = { ...("lastname" in item ? { lastname: "Umbenannt" } : { name: "Umbenannt" }) };
    expect((await script.send("PATCH", path, renamed)).status).toBe(428);
    expect((await script.send("DELETE", path)).status).toBe(428);
    const ids = await idsIn(list);
    expect((await script.send("PUT", `${list}/order`, { ids })).status).toBe(428);
    const changed = await patch(path, renamed, made.etag);
    expect(changed).toMatchObject({ status: 200, body: { ...made.body, ...renamed } });
    for (const stale of [
      await patch(path, renamed, made.etag),
      await remove(path, made.etag),
      await order(list, ids, made.etag),
    ]) {
      expect(stale).toMatchObject({ status: 412, body: { code: "changed_meanwhile" } });
    }
    expect((await remove(path, changed.etag)).status).toBe(204);
    expect((await script.get(path)).status).toBe(404);
    expect((await patch(path, renamed)).status).toBe(404);
    expect((await remove(path)).status).toBe(404);
  });

  it("is put into an order that names each once", async () => {
    await must(script.post(list, item));
    const ids = await idsIn(list);
    const reversed = ids.toReversed();
    const put = await must(order(list, reversed));
    expect(put.items.map(({ id }: { id: string }) => id)).toEqual(reversed);
    expect(await idsIn(list)).toEqual(reversed);
    for (const wrong of [ids.slice(1), [...ids, ids[0]], [...ids.slice(1), "nobody"]]) {
      expect(await order(list, wrong)).toMatchObject({ status: 422, body: { issues: [{ path: "ids" }] } });
    }
    await must(order(list, ids));
  });

  it("is in the audit trail, by the names of what was changed", async () => {
    const { body } = await script.post(list, item);
    await must(patch(`${one}/${body.id}`, "lastname" in item ? { lastname: "X" } : { name: "X" }));
    await must(remove(`${one}/${body.id}`));
    const { items } = await look("/audit?limit=3");
    const name = one.slice(1);
    const by = { kind: "key" };
    expect(items).toMatchObject([
      { action: `${name}.remove`, subjectId: body.id, by },
      {
        action: `${name}.change`,
        subjectId: body.id,
        detail: { members: ["lastname" in item ? "lastname" : "name"] },
      },
      { action: `${name}.create`, subjectId: body.id },
    ]);
  });
});

describe("a merge patch", () => {
  it("changes what it names, keeps the rest, and null removes a member", async () => {
    const id = await hireAgent();
    const hours = { mon: ["10:00-12:00"], tue: ["10:00-12:00"] };
    const maxBookingsPerDay = 3;
    const set = await must(patch(`/agents/${id}`, { hours, maxBookingsPerDay }));
    expect(set).toMatchObject({ firstname: "Neu", hours, maxBookingsPerDay });
    const less = await must(patch(`/agents/${id}`, { hours: { tue: null }, maxBookingsPerDay: null }));
    expect(less).toMatchObject({ hours: { mon: hours.mon } });
    expect(less.hours).not.toHaveProperty("tue");
    expect(less).not.toHaveProperty("maxBookingsPerDay");
    const lists = await must(patch(`/agents/${id}`, { hours: { mon: ["08:00-09:00", "10:00-11:00"] } }));
    expect(lists.hours.mon).toEqual(["08:00-09:00", "10:00-11:00"]);
  });

  it("gives nothing another id", async () => {
    const refused = await patch("/agents/anna", { id: "hanna" });
    expect(refused).toMatchObject({ status: 422, body: { issues: [{ path: "id" }] } });
    expect((await patch("/agents/anna", { id: "anna", firstname: "Anna" })).status).toBe(200);
  });

  it("is made good for who takes whatever there is, also when several come at once", async () => {
    const ids = await Promise.all([hireAgent()]);
    const agents = ["anna", "ben", ...ids];
    const done = await Promise.all(
      agents.map((id, index) => patch(`/agents/${id}`, { maxBookingsPerDay: 5 + index })),
    );
    expect(done.map(({ status }) => status)).toEqual(agents.map(() => 200));
    const { items } = await look("/entities/studio/agents");
    for (const [index, id] of agents.entries())
      expect(items.find((one: { id: string }) => one.id === id).maxBookingsPerDay).toBe(5 + index);
    const { etag } = await script.get("/account");
    const both = await Promise.all(
      agents.map((id) => patch(`/agents/${id}`, { maxBookingsPerDay: 14 }, etag)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, ...agents.slice(1).map(() => 412)]);
  });

  it("counts at once for callers, at whichever server", async () => {
    const other = await startServer(
      { ...desk.settings, port: 0 },
      { now: () => desk.clock.now, newId: () => `x_${Math.random()}` },
    );
    try {
      await must(patch("/entities/studio", { name: "Studio Mondschein" }));
      const name = { name: "Studio Mondschein" };
      expect(await desk.bot.must("getBusinessName", { entityId: "studio" })).toMatchObject(name);
      const theirs = script.at(other.address);
      await expect
        .poll(async () => (await theirs.must(theirs.get("/entities/studio"))).name, { timeout: 60_000 })
        .toBe("Studio Mondschein");
    } finally {
      await other.stop();
    }
  });
});

describe("the account", () => {
  it("is told whole, and renamed by who has seen it", async () => {
    const { body, etag } = await script.get("/account");
    expect(body).toMatchObject({ id: "acc-studio", name: "Studio" });
    expect(body.entities.map(({ id }: { id: string }) => id)).toContain("studio");
    const changed = await patch("/account", { name: "Anders", disclose: "minimal" }, etag);
    expect(changed).toMatchObject({ status: 200, body: { ...body, name: "Anders", disclose: "minimal" } });
    expect(await patch("/account", { name: "Doch" }, etag)).toMatchObject({ status: 412 });
    expect((await script.send("PATCH", "/account", { name: "Doch" })).status).toBe(428);
    const empty = await patch("/account", { name: "" });
    expect(empty).toMatchObject({ status: 422, body: { issues: [{ path: "name" }] } });
    expect((await patch("/account", { id: "other" })).status).toBe(422);
    await must(patch("/account", { name: "Studio", disclose: "full" }));
    expect((await look("/me")).account).toEqual({ id: "acc-studio", name: "Studio" });
  });
});

describe("removal", () => {
  it("of an agent is refused while bookings are to come, and names them", async () => {
    const id = await hireAgent();
    const [past, next] = [
      await bookWith(id, "massage-30", "2026-11-29T09:00"),
      await bookWith(id, "massage-30", "2027-11-30T09:00"),
    ];
    const refused = await remove(`/agents/${id}`);
    expect(refused).toMatchObject({ status: 409, body: { code: "in_use", bookingIds: [next.id] } });
    expect((await look(`/agents/${id}`)).id).toBe(id);
    await cancel(next.id);
    expect((await remove(`/agents/${id}`)).status).toBe(204);
    expect((await look("/appointment-types/massage")).agents).not.toContain(id);
    expect(await look(`/bookings/${past.id}`)).toMatchObject({ agentId: id, agent: { firstname: "Neu" } });
    const restored = await script.change("POST", `/bookings/${next.id}/restore`);
    expect([404, 409]).toContain(restored.status);
  });

  it("of a product, and of its type, is refused while bookings of it are to come", async () => {
    const type = await must(
      script.post("/entities/studio/appointment-types", {
        ...{
          name: "Kurs",
          agents: ["anna"],
          products: [{ id: "kurs-60", name: "Kurs", durationMinutes: 60, price: 1 }],
        },
      }),
    );
    const [product] = type.products;
    const booked = await bookWith("anna", product.id, "2026-12-04T15:00");
    for (const path of [`/products/${product.id}`, `/appointment-types/${type.id}`]) {
      const refused = await remove(path);
      expect([path, refused.body]).toMatchObject([path, { code: "in_use", bookingIds: [booked.id] }]);
    }
    await cancel(booked.id);
    expect((await remove(`/appointment-types/${type.id}`)).status).toBe(204);
    expect((await script.get(`/products/${product.id}`)).status).toBe(404);
  });

  it("of a resource is refused while bookings that have it are to come", async () => {
    const booked = await bookWith("anna", "in-room", "2026-12-05T09:00");
    const answers = await Promise.all(["room1", "room2"].map((id) => remove(`/resources/${id}`)));
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused).toMatchObject([{ body: { code: "in_use", bookingIds: [booked.id] } }]);
    await cancel(booked.id);
  });

  it("of an entity is refused while it has bookings to come", async () => {
    const entity = await must(script.post("/entities", studioLike()));
    const [agent] = entity.agents;
    const [product] = entity.appointmentTypes[0].products;
    const booked = await bookWith(agent.id, product.id, "2026-12-06T09:00");
    expect(await remove(`/entities/${entity.id}`)).toMatchObject({
      ...{ status: 409, body: { code: "in_use", bookingIds: [booked.id] } },
    });
    await cancel(booked.id);
    expect((await remove(`/entities/${entity.id}`)).status).toBe(204);
    expect((await look("/account")).entities.map(({ id }: { id: string }) => id)).not.toContain(entity.id);
  });

  it("gives new items of a list an id where none is given, at any depth", async () => {
    const { id: _type, ...type } = await look("/appointment-types/massage");
    const { id: _product, ...fresh } = { ...type.products[0], name: "Neu" };
    const made = await must(
      script.post("/entities/studio/appointment-types", { ...type, name: "Andere", products: [fresh] }),
    );
    expect(made).toMatchObject({
      agents: type.agents,
      products: [{ id: expect.stringMatching(/^pr_/), name: "Neu" }],
    });
    const path = `/appointment-types/${made.id}`;
    const [kept] = made.products;
    const { products } = await must(patch(path, { products: [fresh, kept] }));
    expect(products).toMatchObject([{ id: expect.stringMatching(/^pr_/) }, { id: kept.id }]);
    expect(products[0].id).not.toBe(kept.id);
    const { appointmentTypes } = await look("/entities/studio");
    const changed = appointmentTypes.map((one: { id: string; products: object[] }) =>
      one.id === made.id ? { ...one, products: [...one.products, fresh] } : one,
    );
    await must(patch("/entities/studio", { appointmentTypes: changed }));
    expect((await look(path)).products).toMatchObject([{}, {}, { id: expect.stringMatching(/^pr_/) }]);
    await must(remove(path));
  });

  it("of what something else rests on is refused by the rules of the practice file", async () => {
    const product = { id: "sauna-60", name: "Sauna", durationMinutes: 60, price: 1, resources: { sauna: 1 } };
    const sauna = { name: "Sauna", agents: ["anna"], products: [product] };
    const tooEarly = await script.post("/entities/studio/appointment-types", sauna);
    expect(tooEarly.status).toBe(422);
    expect(tooEarly.body.issues[0].path).toMatch(/^products\[0\]\.resources/);
    const room = { id: "sauna1", pool: "sauna", name: "Sauna" };
    await must(script.post("/entities/studio/resources", room));
    const type = await must(script.post("/entities/studio/appointment-types", sauna));
    const refused = await remove("/resources/sauna1");
    expect(refused).toMatchObject({ status: 422, body: { code: "invalid_request" } });
    expect(refused.body.issues[0].path).toMatch(/^entities\[\d\]\.appointmentTypes/);
    await must(remove(`/appointment-types/${type.id}`));
    expect((await remove("/resources/sauna1")).status).toBe(204);
  });
});

describe("a change that takes something away", () => {
  const whole = async () => await look("/entities/studio");
  const inUse = (booked: { id: string }) => ({
    status: 409,
    body: { code: "in_use", bookingIds: [booked.id] },
  });

  it("is refused for an agent that a list leaves out, and made once nothing is booked with them", async () => {
    const id = await hireAgent();
    const { agents, appointmentTypes } = await whole();
    const lists = {
      agents: agents.filter((one: { id: string }) => one.id !== id),
      appointmentTypes: appointmentTypes.map((type: { agents: string[] }) => ({
        ...type,
        agents: type.agents.filter((one) => one !== id),
      })),
    };
    const booked = await bookWith(id, "massage-30", "2027-01-12T09:00");
    expect(await patch("/entities/studio", lists)).toMatchObject(inUse(booked));
    expect((await whole()).agents).toEqual(agents);
    // Whose bookings they are must go on performing it, by whichever route.
    const { appointmentTypes: types } = lists;
    const [massage] = types.filter((type: { id: string }) => type.id === "massage");
    expect(await patch("/entities/studio", { appointmentTypes: types })).toMatchObject(inUse(booked));
    for (const agents of [massage.agents, []]) {
      const refused = await patch("/appointment-types/massage", { agents });
      expect(refused).toMatchObject({ status: 409, body: { code: "in_use" } });
      expect(refused.body.bookingIds).toContain(booked.id);
    }
    await cancel(booked.id);
    expect((await patch("/entities/studio", { appointmentTypes: types })).status).toBe(200);
    expect((await patch("/entities/studio", lists)).status).toBe(200);
    expect((await script.get(`/agents/${id}`)).status).toBe(404);
  });

  it("is refused for a service and a variant that a list leaves out", async () => {
    const product = { id: "bad-30", name: "Bad", durationMinutes: 30, price: 1 };
    const other = { ...product, id: "bad-60", durationMinutes: 60 };
    const made = { name: "Bad", agents: ["anna"], products: [product, other] };
    const type = await must(script.post("/entities/studio/appointment-types", made));
    const booked = await bookWith("anna", product.id, "2027-01-13T09:00");
    const { appointmentTypes } = await whole();
    const without = appointmentTypes.filter(({ id }: { id: string }) => id !== type.id);
    expect(await patch(`/appointment-types/${type.id}`, { products: [other] })).toMatchObject(inUse(booked));
    expect(await patch("/entities/studio", { appointmentTypes: without })).toMatchObject(inUse(booked));
    const rest = await must(patch(`/appointment-types/${type.id}`, { products: [product] }));
    expect(rest.products.map(({ id }: { id: string }) => id)).toEqual([product.id]);
    await cancel(booked.id);
    expect((await patch("/entities/studio", { appointmentTypes: without })).status).toBe(200);
  });

  it("is refused for a room that would become of another kind, unless its services go along", async () => {
    const bath = await must(script.post("/entities", bathHouse("tub")));
    const path = `/entities/${bath.id}`;
    const booked = await bookWith("bade", "bath", "2027-01-14T09:00");
    const moves = await Promise.all(
      ["tub1", "tub2"].map((id) => patch(`/resources/${id}`, { pool: "cellar" })),
    );
    expect(moves.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(moves.find(({ status }) => status === 409)).toMatchObject(inUse(booked));
    const { resources, appointmentTypes } = bathHouse("basin");
    expect((await patch(path, { resources, appointmentTypes })).status).toBe(200);
    const without = appointmentTypes.map((type) => ({
      ...type,
      products: type.products.map((one) => ({ ...one, resources: {} })),
    }));
    const emptied = await patch(path, { resources: [], appointmentTypes: without });
    expect(emptied).toMatchObject(inUse(booked));
    await cancel(booked.id);
    expect((await patch(path, { resources: [], appointmentTypes: without })).status).toBe(200);
    await must(remove(path));
  });

  it("is not one when hours and absences change: what is booked stays", async () => {
    const id = await hireAgent();
    const booked = await bookWith(id, "massage-30", "2027-01-15T09:00");
    const timeOff = [{ start: "2027-01-15T00:00", end: "2027-01-16T00:00" }];
    expect((await patch(`/agents/${id}`, { hours: { mon: ["09:00-10:00"] }, timeOff })).status).toBe(200);
    expect(await look(`/bookings/${booked.id}`)).toMatchObject({ status: "confirmed", start: booked.start });
    await cancel(booked.id);
  });
});

describe("the absences of an agent", () => {
  it("are one list, which those at the desk set as well, and nothing else of the agent", async () => {
    const id = await hireAgent();
    const path = `/agents/${id}/absences`;
    const receptionist = await desk.hire("desk");
    const ill = { start: "2027-01-18T00:00", end: "2027-01-20T00:00", reason: "Krank" };
    const put = (items: unknown, ifMatch: string) => receptionist.change("PUT", path, { items }, ifMatch);
    const { etag } = await receptionist.get("/account");
    const away = await put([ill], etag);
    expect(away).toMatchObject({ status: 200, body: { id, timeOff: [ill] } });
    expect(await put([], etag)).toMatchObject({ status: 412, body: { code: "changed_meanwhile" } });
    const turned = await put([{ ...ill, end: ill.start }], "*");
    expect(turned).toMatchObject({ status: 422, body: { issues: [{ path: "timeOff[0].end" }] } });
    const { items } = await script.must(script.get("/audit?limit=1"));
    expect(items).toMatchObject([
      { action: "agents.change", subjectId: id, detail: { members: ["timeOff"] } },
    ]);
    expect((await receptionist.change("PATCH", `/agents/${id}`, { timeOff: [] })).status).toBe(403);
    expect((await put([], away.etag)).body).toMatchObject({ id, timeOff: [] });
  });
});

function studioLike() {
  return {
    ...{ name: "Filiale", timezone: "Europe/Berlin", country: "DE", hours: { mon: ["09:00-12:00"] } },
    agents: [{ id: "felix", firstname: "Felix", lastname: "Fuchs" }],
    appointmentTypes: [
      {
        id: "fil-type",
        name: "Kur",
        agents: ["felix"],
        products: [{ id: "fil-30", name: "Kur", durationMinutes: 30, price: 1 }],
      },
    ],
  };
}

function bathHouse(pool: string) {
  const bath = { id: "bath", name: "Bad", durationMinutes: 30, price: 1, resources: { [pool]: 1 } };
  return {
    ...{ name: "Badehaus", timezone: "Europe/Berlin", country: "DE", hours: { mon: ["09:00-12:00"] } },
    agents: [{ id: "bade", firstname: "Bade", lastname: "Meister" }],
    resources: [1, 2].map((number) => ({ id: `tub${number}`, pool, name: `Wanne ${number}` })),
    appointmentTypes: [{ id: "bathing", name: "Bad", agents: ["bade"], products: [bath] }],
  };
}
