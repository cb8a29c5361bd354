import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guest, studio } from "../fixtures/studio.ts";
import { StaffClient, type StaffDesk, scriptOf, startStaffDesk } from "../harness/staff-client.ts";

const FILE = JSON.stringify({ account: { id: "acc-studio", name: "Studio" }, entities: [studio()] });
const OTHER = JSON.stringify({ account: { id: "acc-other", name: "Other" }, entities: [] });
const DAYS = { entityId: "studio", from: "2026-12-01", to: "2026-12-31" };

let desk: StaffDesk;
let script: StaffClient;
beforeAll(async () => {
  desk = await startStaffDesk({ files: [FILE, OTHER], roles: [] });
  script = await scriptOf(desk, "acc-studio", { label: "Website" });
});
afterAll(async () => {
  expect(desk.faults).toEqual([]);
  await desk.stop();
});

let minutes = 0;
function wish(more: object = {}) {
  minutes += 30;
  const time = new Date(minutes * 60_000).toISOString().slice(11, 16);
  return {
    productId: "massage-30",
    start: `2026-12-02T${time}`,
    booker: guest(minutes),
    overrule: true,
    ...more,
  };
}
const book = async (more: object = {}) => await script.must(script.post("/bookings", wish(more)));
const refused = (issue: { path: string; message?: unknown }) => ({ status: 422, body: { issues: [issue] } });

describe("a key", () => {
  it("is of one account, by its label, and of no other one", async () => {
    const me = await script.must(script.get("/me", { account: "acc-studio" }));
    const account = { id: "acc-studio", name: "Studio" };
    expect(me).toMatchObject({ name: "Website", account, accounts: [account] });
    for (const path of ["/me", "/live"]) {
      expect(await script.get(path, { account: "acc-other" })).toMatchObject({
        ...{ status: 403, body: { code: "forbidden" } },
      });
    }
  });

  it("is taken from Authorization alone", async () => {
    const key = script.headers.authorization!.replace("Bearer ", "");
    const nobody = new StaffClient(desk.server.address, {});
    for (const answered of [
      await nobody.get("/me", { key }),
      await nobody.send("GET", "/me", undefined, { headers: { "x-api-key": key } }),
      await nobody.get("/live", { key }),
    ]) {
      expect(answered.status).toBe(401);
      expect(answered.headers.get("www-authenticate")).toBe("Bearer");
    }
  });
});

describe("what nobody knows", () => {
  it("is refused by its path, with what was meant", async () => {
    const { id, version } = await book();
    const change = (body: unknown) => script.change("PATCH", `/bookings/${id}`, body);
    expect(await change({ Note: "typo" })).toMatchObject(
      refused({ path: "Note", message: "is not known here; did you mean note?" }),
    );
    expect(await change({ status: "cancelled" })).toMatchObject(refused({ path: "status" }));
    const cancel = script.change("POST", `/bookings/${id}/cancel`, { reason: "x" });
    expect(await cancel).toMatchObject(refused({ path: "reason" }));
    const mail = script.post("/bookings", wish({ booker: { lastname: "X", mail: "x@example.org" } }));
    expect(await mail).toMatchObject(
      refused({ path: "booker.mail", message: expect.stringContaining("email") }),
    );
    expect(await script.get("/bookings", { ...DAYS, stauts: "cancelled" })).toMatchObject(
      refused({ path: "stauts", message: "is not known here; did you mean status?" }),
    );
    // Who says nothing changes nothing.
    expect(await change({})).toMatchObject({ status: 200, body: { version, status: "confirmed" } });
  });

  it.each([
    [{ start: "9999-12-31T23:50" }, "start"],
    [{ start: "1900-01-01T10:00" }, "start"],
    [{ booker: { lastname: "X", phone: "abc" } }, "booker.phone"],
    [{ participant: { lastname: "X", phone: "anonymous" } }, "participant.phone"],
  ])("of a booking is refused: %j", async (more, path) => {
    expect(await script.post("/bookings", wish(more))).toMatchObject(refused({ path }));
  });

  it("of a card takes nothing away", async () => {
    const { id } = await script.must(script.post("/clients", { lastname: "Weber", phone: "0341 123456" }));
    const changed = await script.change("PATCH", `/clients/${id}`, { phone: "abc" });
    expect(changed).toMatchObject(refused({ path: "phone" }));
    expect(await script.must(script.get(`/clients/${id}`))).toMatchObject({ phone: "0341 123456" });
  });

  it.each([
    ["/bookings", { ...DAYS, to: "9999-12-31" }, "to"],
    ["/audit", { from: "2026-12-02", to: "2026-12-01" }, "to"],
    ["/next-free", { productId: "massage-30", after: "12026-01-01T00:00Z" }, "after"],
    ["/bookings", { ...DAYS, limit: "many" }, "limit"],
  ])("of %s is refused: %j", async (path, query, member) => {
    const answered = await script.get(path, query);
    expect(answered).toMatchObject(
      refused({ path: member, message: expect.stringMatching(/^must (be|not) /) }),
    );
  });

  it("is a body that is no object, in words of this API", async () => {
    for (const body of ["null", "[]"]) {
      expect(await script.post("/bookings", body)).toMatchObject({
        ...{ status: 400, body: { code: "malformed_json", detail: "The body must be a JSON object." } },
      });
    }
    expect(await script.post("/bookings", wish({ agentId: "nobody" }))).toMatchObject({
      ...{ status: 404, body: { detail: "There is no such agent." } },
    });
  });
});

describe("a cursor", () => {
  it("leads on in its own list only, also in that of a client's bookings", async () => {
    const one = await book();
    const path = `/clients/${one.booker.id}/bookings`;
    const other = await book({ booker: { id: one.booker.id } });
    const first = await script.must(script.get(path, { limit: 1 }));
    expect(first.items.map(({ id }: { id: string }) => id)).toEqual([other.id]);
    const cursor = first.nextCursor;
    const second = await script.must(script.get(path, { limit: 5, cursor }));
    expect(second).toMatchObject({ items: [{ id: one.id }], nextCursor: null });
    expect(await script.get("/bookings", { ...DAYS, cursor })).toMatchObject(refused({ path: "cursor" }));
  });
});

describe("a tag", () => {
  it("is found in a list, without quotes and as a weak one; who has it is not sent the same again", async () => {
    const { id, version } = await book();
    const tags = [(now: number) => `"a", "${now}"`, (now: number) => `${now}`, (now: number) => `W/"${now}"`];
    for (const [index, tag] of tags.entries()) {
      const now = version + index;
      const changed = await script.change("PATCH", `/bookings/${id}`, { note: `${index}` }, tag(now));
      expect([tag(now), changed.status]).toEqual([tag(now), 200]);
    }
    expect(await script.change("PATCH", `/bookings/${id}`, { note: "x" }, `"a", b`)).toMatchObject({
      status: 412,
    });
    const { etag } = await script.get(`/bookings/${id}`);
    const read = (known: string) =>
      script.send("GET", `/bookings/${id}`, undefined, { headers: { "if-none-match": known } });
    expect(await read(`"old", ${etag}`)).toMatchObject({ status: 304, etag, body: undefined });
    expect((await read(`"old"`)).status).toBe(200);
    const head = await script.send("HEAD", `/bookings/${id}`);
    expect(head).toMatchObject({ status: 200, etag, body: undefined });
  });
});
