import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StaffClient, type StaffDesk, startStaffDesk } from "../harness/staff-client.ts";

const MAX = "abcUserId";

let desk: StaffDesk;
let owner: StaffClient;
let script: StaffClient;
beforeAll(async () => {
  desk = await startStaffDesk({ roles: ["owner"] });
  owner = desk.staff.owner;
  script = desk.staff.script;
});
afterAll(async () => {
  expect(desk.faults).toEqual([]);
  await desk.stop();
});

let people = 0;
function somebody(members: object = {}) {
  people += 1;
  const phone = `+49 341 66${String(people).padStart(5, "0")}`;
  return { firstname: "Pia", lastname: `Person${people}`, phone, ...members };
}
const add = (members: object = {}) => owner.post("/clients", somebody(members));
const mustAdd = async (members: object = {}) => await owner.must(add(members));
const look = (id: string) => owner.get(`/clients/${id}`);
const patch = (id: string, body: object, ifMatch = "*") =>
  owner.change("PATCH", `/clients/${id}`, body, ifMatch);
const erase = (id: string, ifMatch = "*") => owner.change("DELETE", `/clients/${id}`, undefined, ifMatch);
const find = async (q: string) =>
  (await owner.must(owner.get("/clients", { q }))).items.map(({ id }: { id: string }) => id);

let days = 0;
/** A booking of its own day, by overruling the hours. */
async function bookFor(booker: object, members: object = {}) {
  days += 1;
  const start = `2027-01-${String(days).padStart(2, "0")}T20:00`;
  return await owner.must(
    owner.post("/bookings", {
      productId: "prId1",
      agentId: "agId1",
      start,
      booker,
      overrule: true,
      ...members,
    }),
  );
}

describe("a new client", () => {
  it("is a card in canonical form, with an ETag, found at once by the desk and by callers", async () => {
    const said = somebody({
      email: "Pia.Neu@Example.org",
      dob: "25.7.85",
      city: "Leipzig",
      note: " likes mornings ",
    });
    const answered = await owner.post("/clients", said);
    expect(answered.status).toBe(201);
    expect(answered.body).toEqual({
      ...{ id: expect.stringMatching(/^cl_/), firstname: "Pia", lastname: said.lastname, phone: said.phone },
      ...{ email: expect.stringMatching(/pia\.neu@example\.org/i), dob: "1985-07-25", city: "Leipzig" },
      ...{
        phoneShown: said.phone.replace("+49 ", "0"),
        phoneDialled: said.phone.replaceAll(" ", ""),
        street: null,
        zip: null,
        country: null,
        note: "likes mornings",
      },
      ...{ createdAt: expect.any(String), updatedAt: expect.any(String) },
    });
    const { id } = answered.body;
    const read = await look(id);
    expect([read.body, read.etag]).toEqual([answered.body, answered.etag]);
    const participant = { lastname: said.lastname, phone: said.phone };
    const found = await desk.bot.must("findExistingUser", { participant });
    expect(found).toMatchObject([{ id }]);
    expect(JSON.stringify(found)).not.toContain("mornings");
  });

  it.each([
    [{ phone: "0341 123" }, "lastname"],
    [{ lastname: "Neu", phone: "abc" }, "phone"],
    [{ firstname: " ", lastname: "" }, "lastname"],
    [{ lastname: "Neu", dob: "32.13.1985" }, "dob"],
    [{ lastname: "Neu", dob: "yesterday" }, "dob"],
    [{ lastname: "Neu", email: "no address" }, "email"],
    [{ lastname: "N".repeat(301) }, "lastname"],
    [{ lastname: 5 }, "lastname"],
  ])("is refused for what is wrong in it: %j", async (body, path) => {
    expect(await owner.post("/clients", body)).toMatchObject({
      ...{ status: 422, body: { code: "invalid_request", issues: [{ path }] } },
    });
  });

  it("has no member that cards do not have", async () => {
    expect((await owner.post("/clients", { lastname: "Neu", pin: "1234" })).status).toBe(422);
    const malformed = await owner.send("POST", "/clients", "{");
    expect(malformed).toMatchObject({ status: 400, body: { code: "malformed_json" } });
  });
});

describe("a client's card", () => {
  it("is changed member by member; null and nothing empty one", async () => {
    const { body, etag } = await add({ city: "Leipzig", zip: "04103", note: "first" });
    const changed = await patch(body.id, { city: "Halle", zip: null, note: "" }, etag);
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({
      ...body,
      city: "Halle",
      zip: null,
      note: null,
      updatedAt: expect.any(String),
    });
    expect(changed.etag).not.toBe(etag);
    expect((await look(body.id)).etag).toBe(changed.etag);
  });

  it("is changed by who has seen it as it is", async () => {
    const { body, etag } = await add();
    const missing = await owner.send("PATCH", `/clients/${body.id}`, { city: "Halle" });
    expect(missing).toMatchObject({ status: 428, body: { code: "if_match_missing" } });
    const both = await Promise.all(["Halle", "Jena"].map((city) => patch(body.id, { city }, etag)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await patch(body.id, { city: "Ulm" }, etag)).toMatchObject({
      ...{ status: 412, body: { code: "changed_meanwhile" } },
    });
    expect((await patch(body.id, { city: "Ulm" })).body.city).toBe("Ulm");
  });

  it("keeps a name, and is found by the new one only", async () => {
    const { id, lastname, phone } = await mustAdd();
    expect(await patch(id, { firstname: null, lastname: null })).toMatchObject({
      ...{ status: 422, body: { issues: [{ path: "lastname" }] } },
    });
    await owner.must(patch(id, { lastname: "Umbenannt" }));
    const caller = async (name: string) =>
      await desk.bot.must("findExistingUser", { participant: { firstname: "Pia", lastname: name, phone } });
    expect(await caller("Umbenannt")).toMatchObject([{ id }]);
    expect(await find(`Pia ${lastname}`)).not.toContain(id);
    expect(await find("Pia Umbenannt")).toContain(id);
  });

  it("says what is wrong with a change", async () => {
    const { id } = await mustAdd();
    expect(await patch(id, { dob: "nonsense" })).toMatchObject({
      status: 422,
      body: { issues: [{ path: "dob" }] },
    });
    expect((await patch(id, { id: "other" })).status).toBe(422);
    expect((await patch("cl_nobody", { city: "Halle" })).status).toBe(404);
  });

  it("names in the audit trail what was changed, never what it says", async () => {
    const { id } = await mustAdd();
    await owner.must(patch(id, { city: "Geheimstadt", note: "secret" }));
    const { items } = await owner.must(owner.get("/audit", { limit: 2 }));
    expect(items).toMatchObject([
      { action: "clients.change", subjectId: id, detail: { members: ["city", "note"] } },
      { action: "clients.create", subjectId: id },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/Geheim|secret|Pia/);
  });
});

describe("the list of clients", () => {
  it("comes in pages by name that hold each once", async () => {
    await Promise.all([mustAdd(), mustAdd(), mustAdd()]);
    const whole = (await owner.must(owner.get("/clients", { limit: 500 }))).items;
    const seen: object[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: object[]; nextCursor: string | null } = await owner.must(
        owner.get("/clients", { limit: 2, ...(cursor === null ? {} : { cursor }) }),
      );
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(whole);
    expect(whole.length).toBeGreaterThan(4);
  });

  it.each([
    ["a name", "Max Mustermann"],
    ["a name as it sounds", "Max Mustermahn"],
    ["one name", "Mustermann"],
    ["a phone number", "0341 1234567"],
    ["a date of birth", "25.7.1985"],
    ["an id", MAX],
  ])("is searched by %s", async (_what, q) => {
    expect(await find(q)).toContain(MAX);
  });

  it("has nobody where nobody is meant, and everybody for blanks", async () => {
    expect(await find("Xaver Unbekannt")).toEqual([]);
    expect((await find("  ")).length).toBeGreaterThan(1);
  });
});

describe("a client's bookings", () => {
  it("are all of them, as booker or participant, latest first", async () => {
    const [parent, child] = [await mustAdd(), await mustAdd({ firstname: "Kim" })];
    const first = await bookFor({ id: parent.id });
    const second = await bookFor({ id: parent.id }, { participant: { id: child.id } });
    await owner.must(owner.change("POST", `/bookings/${first.id}/cancel`));
    const ids = async (id: string) =>
      (await owner.must(owner.get(`/clients/${id}/bookings`))).items.map((one: { id: string }) => one.id);
    expect(await ids(parent.id)).toEqual([second.id, first.id]);
    expect(await ids(child.id)).toEqual([second.id]);
    expect((await owner.get("/clients/cl_nobody/bookings")).status).toBe(404);
  });
});

describe("two cards of one person", () => {
  it("are found as duplicates", async () => {
    const [one, other] = [
      await mustAdd({ firstname: "Ingrid", lastname: "Doppelt" }),
      await mustAdd({ firstname: "Ingrid", lastname: "Doppelt" }),
    ];
    const { items } = await owner.must(owner.get(`/clients/${one.id}/duplicates`));
    expect(items.map(({ id }: { id: string }) => id)).toEqual([other.id]);
  });

  it("are found by the same telephone number too, but not where the names or the dates of birth tell them apart", async () => {
    const phone = "0341 7654321";
    const mother = await mustAdd({ firstname: "Ute", lastname: "Anrufer", phone });
    const married = await mustAdd({ firstname: "Ute", lastname: null, phone });
    await mustAdd({ firstname: "Kevin", lastname: "Anrufer", phone });
    const [old, young] = [
      await mustAdd({ firstname: "Paul", lastname: "Anrufer", dob: "1950-01-01" }),
      await mustAdd({ firstname: "Paul", lastname: "Anrufer", dob: "1990-01-01" }),
    ];
    const found = async (id: string) =>
      (await owner.must(owner.get(`/clients/${id}/duplicates`))).items.map((one: { id: string }) => one.id);
    expect(await found(mother.id)).toEqual([married.id]);
    expect(await found(old.id)).not.toContain(young.id);
  });

  it("become one: what it lacks, its bookings, and the other id that leads to it", async () => {
    const keep = await mustAdd({ city: "Leipzig", note: "kept" });
    const drop = await mustAdd({ city: "Halle", dob: "1990-01-01" });
    const booked = await bookFor({ id: drop.id });
    const merge = (body: object) => owner.post(`/clients/${keep.id}/merge`, body);
    const tried = await owner.must(merge({ dropId: drop.id, dryRun: true }));
    expect(tried).toMatchObject({ filled: ["dob"], bookings: null, client: { id: keep.id, dob: null } });
    expect(tried.differing).toEqual(expect.arrayContaining(["city", "lastname", "phone"]));
    const merged = await owner.must(merge({ dropId: drop.id }));
    expect(merged).toMatchObject({
      client: { dob: "1990-01-01", city: "Leipzig", note: "kept" },
      bookings: 1,
    });
    expect((await look(drop.id)).body.id).toBe(keep.id);
    const { items } = await owner.must(owner.get(`/clients/${keep.id}/bookings`));
    expect(items).toMatchObject([{ id: booked.id, booker: { id: keep.id } }]);
    expect(await find(`Pia ${drop.lastname}`)).not.toContain(drop.id);
    const again = await merge({ dropId: drop.id });
    expect(again).toMatchObject({ status: 409, body: { code: "conflict" } });
  });

  it("stay two where both have the same booking, or one is none", async () => {
    const [keep, drop] = [await mustAdd(), await mustAdd()];
    const booked = await bookFor({ id: keep.id });
    const start = booked.start;
    await owner.must(
      owner.post("/bookings", {
        productId: "prId1",
        agentId: "agId2",
        start,
        booker: { id: drop.id },
        overrule: true,
      }),
    );
    const merged = await owner.post(`/clients/${keep.id}/merge`, { dropId: drop.id });
    expect(merged).toMatchObject({
      ...{ status: 409, body: { code: "conflict", detail: expect.stringMatching(/^Both cards .+\.$/) } },
    });
    expect((await owner.post(`/clients/${keep.id}/merge`, { dropId: "cl_nobody" })).status).toBe(404);
    expect((await owner.post(`/clients/${keep.id}/merge`, {})).status).toBe(422);
  });
});

describe("what is kept about a client", () => {
  it("is handed out as a file, which the audit trail knows of", async () => {
    const card = await mustAdd({ note: "likes mornings" });
    const booked = await bookFor({ id: card.id });
    const answered = await owner.get(`/clients/${card.id}/export`);
    expect(answered.status).toBe(200);
    expect(answered.headers.get("content-disposition")).toBe(`attachment; filename="${card.id}.json"`);
    expect(answered.body).toEqual({
      client: card,
      bookings: [{ ...booked, said: { id: card.id } }],
      changes: [],
    });
    const { items } = await owner.must(owner.get("/audit", { limit: 1 }));
    expect(items).toMatchObject([{ action: "clients.export", subjectId: card.id }]);
  });

  it("is erased by who has seen it, but not while bookings are to come", async () => {
    const { body: card, etag } = await add({ note: "likes mornings" });
    const booked = await bookFor({ id: card.id });
    expect((await owner.send("DELETE", `/clients/${card.id}`)).status).toBe(428);
    expect((await erase(card.id, '"other"')).status).toBe(412);
    const refused = await erase(card.id, etag);
    expect(refused).toMatchObject({ status: 409, body: { code: "in_use", bookingIds: [booked.id] } });
    await owner.must(owner.change("POST", `/bookings/${booked.id}/cancel`));
    expect((await erase(card.id, etag)).status).toBe(204);
    expect((await erase(card.id)).status).toBe(404);
  });

  it("is gone then everywhere; past bookings stay without a name", async () => {
    const card = await mustAdd({ note: "likes mornings", email: "gone@example.org" });
    const past = await owner.must(
      owner.post("/bookings", {
        ...{ productId: "prId1", agentId: "agId1", start: "2026-11-29T09:00", booker: { id: card.id } },
        ...{ overrule: true, note: "about her" },
      }),
    );
    expect((await erase(card.id)).status).toBe(204);
    for (const path of ["", "/bookings", "/duplicates", "/export"])
      expect([path, (await owner.get(`/clients/${card.id}${path}`)).status]).toEqual([path, 404]);
    expect((await patch(card.id, { city: "Halle" })).status).toBe(404);
    expect((await owner.post(`/clients/${MAX}/merge`, { dropId: card.id })).status).toBe(404);
    expect(await find(`Pia ${card.lastname}`)).toEqual([]);
    const kept = await owner.must(owner.get(`/bookings/${past.id}`));
    const nobody = { id: card.id, firstname: null, lastname: null, phone: null };
    expect(kept).toMatchObject({ note: null, booker: nobody, participant: nobody, start: past.start });
    const participant = { firstname: card.firstname, lastname: card.lastname, phone: card.phone };
    expect(await desk.bot.must("findExistingUser", { participant })).toEqual([]);
    const days = await owner.must(owner.get("/audit", { limit: 500 }));
    expect(JSON.stringify(days)).not.toContain(card.lastname);
  });

  it("is not written again by who still has the id", async () => {
    const card = await mustAdd();
    expect((await erase(card.id)).status).toBe(204);
    const booker = { id: card.id, firstname: "Pia", lastname: card.lastname };
    const wish = { productId: "prId1", agentId: "agId1", start: "2027-02-01T20:00", booker, overrule: true };
    expect((await owner.post("/bookings", wish)).status).toBe(404);
    expect(await desk.store.deskClient(desk.accountId, card.id)).toMatchObject({ lastname: null });
  });

  it("is a matter of the owner and of scripts", async () => {
    const card = await mustAdd();
    expect((await script.change("DELETE", `/clients/${card.id}`)).status).toBe(204);
  });
});
