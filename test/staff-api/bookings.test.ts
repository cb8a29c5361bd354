import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type RunningServer, startServer } from "../../src/main.ts";
import { formatDate, parseDate } from "../../src/scheduling/calendar-date.ts";
import { isWorthPacking } from "../../src/staff-api/pack.ts";
import { guest, halfHour, MASSAGE, mustBook, slotAt, slotsOf, studio } from "../fixtures/studio.ts";
import {
  type StaffAnswer,
  type StaffClient,
  type StaffDesk,
  scriptOf,
  startStaffDesk,
} from "../harness/staff-client.ts";

const PRODUCT = MASSAGE.productId;
const CLASS = "yoga-60";

const ACCOUNT = {
  account: { id: "acc-studio", name: "Studio" },
  entities: [
    studio({
      agents: [
        { id: "anna", firstname: "Anna", lastname: "Albrecht" },
        {
          id: "ben",
          firstname: "Ben",
          lastname: "Brandt",
          timeOff: [{ start: "2026-12-01T00:00", end: "2026-12-02T00:00" }],
        },
        { id: "carla", firstname: "Carla", lastname: "Conrad", maxBookingsPerDay: 1 },
      ],
      resources: [{ id: "room1", pool: "room", name: "Raum 1" }],
      appointmentTypes: [
        {
          id: "massage",
          name: "Massage",
          agents: ["anna", "ben", "carla"],
          products: [halfHour(), halfHour({ id: "in-room", resources: { room: 1 } })],
        },
        {
          id: "yoga",
          name: "Yoga",
          agents: ["anna"],
          products: [halfHour({ id: CLASS, capacity: 2, durationMinutes: 60 })],
        },
        { id: "others", name: "Other", agents: ["ben"], products: [halfHour({ id: "bens" })] },
      ],
    }),
  ],
};

let desk: StaffDesk;
let staff: StaffClient;
beforeAll(async () => {
  desk = await startStaffDesk({ files: [JSON.stringify(ACCOUNT)], agentId: "anna", roles: ["desk"] });
  staff = desk.staff.desk;
});
afterAll(async () => {
  expect(desk.faults).toEqual([]);
  await desk.stop();
});

let days = 0;
/** A day that no other test books. */
function freshDay(): string {
  days += 1;
  return formatDate(parseDate("2026-12-01")! + days);
}

let guests = 0;
function somebody() {
  guests += 1;
  return guest(guests);
}

const wish = (start: string, members: object = {}) => ({
  ...{ productId: PRODUCT, agentId: "anna", start, booker: somebody() },
  ...members,
});
const book = (start: string, members: object = {}, headers: Record<string, string> = {}) =>
  staff.post("/bookings", wish(start, members), headers);
const mustBookAt = async (start: string, members: object = {}) => await staff.must(book(start, members));
const look = (id: string) => staff.must(staff.get(`/bookings/${id}`));
const change = (id: string, what: string, body: object = {}, ifMatch = "*") =>
  staff.change("POST", `/bookings/${id}/${what}`, body, ifMatch);
const mark = (id: string, body: object, ifMatch = "*") =>
  staff.change("PATCH", `/bookings/${id}`, body, ifMatch);
const list = (query: object) => staff.must(staff.get("/bookings", { entityId: "studio", ...query }));
const clockOf = ({ start }: { start: string }) => start.slice(11, 16);

function refused({ status, body }: StaffAnswer) {
  return { status, code: body?.code, rule: body?.rule, bookingId: body?.bookingId };
}

describe("a booking made at the desk", () => {
  it("is answered whole, with an ETag, and can be read", async () => {
    const day = freshDay();
    const participant = { firstname: "Kind", lastname: "Klein", dob: "25.7.2015" };
    const answered = await book(`${day}T09:00`, { participant, note: " brings a dog " });
    expect(answered.status).toBe(201);
    const { body, etag } = answered;
    expect(body).toEqual({
      id: expect.stringMatching(/^bk_/),
      entityId: "studio",
      appointmentTypeId: "massage",
      productId: PRODUCT,
      agentId: "anna",
      agent: { firstname: "Anna", lastname: "Albrecht" },
      name: "Massage",
      start: `${day}T09:00:00.000+01:00`,
      end: `${day}T09:30:00.000+01:00`,
      status: "confirmed",
      version: 2,
      booker: {
        ...{ id: expect.any(String), ...guest(guests) },
        ...{
          phoneShown: expect.stringMatching(/^0341 \d+$/),
          phoneDialled: expect.stringMatching(/^\+49341\d+$/),
        },
      },
      participant: {
        id: expect.any(String),
        firstname: "Kind",
        lastname: "Klein",
        phone: null,
        phoneShown: null,
        phoneDialled: null,
      },
      note: "brings a dog",
      noShow: false,
      isNewClient: true,
      source: "desk",
      callId: null,
      createdAt: new Date(desk.clock.now).toISOString(),
      updatedAt: new Date(desk.clock.now).toISOString(),
    });
    const read = await staff.get(`/bookings/${body.id}`);
    expect([read.body, read.etag]).toEqual([body, etag]);
    const card = await staff.must(staff.get(`/clients/${body.participant.id}`));
    expect(card.dob).toBe("2015-07-25");
  });

  it("is for a known client when it names one", async () => {
    const day = freshDay();
    const { booker } = await mustBookAt(`${day}T09:00`);
    const again = await mustBookAt(`${day}T10:00`, { booker: { id: booker.id } });
    expect(again).toMatchObject({ booker, participant: booker });
    const unknown = await book(`${day}T11:00`, { booker: { id: "cl_nobody" } });
    expect(refused(unknown)).toMatchObject({ status: 404, code: "not_found" });
  });

  it("needs a name or an id, and nothing else of what callers are asked for", async () => {
    const day = freshDay();
    const nameless = await book(`${day}T09:00`, { booker: { phone: "+49 341 1" } });
    expect(nameless).toMatchObject({ status: 422, body: { issues: [{ path: "booker" }] } });
    const only = await book(`${day}T09:00`, { booker: { lastname: "Nur" } });
    expect(only.status).toBe(201);
  });

  it.each([
    ["tomorrow", "start"],
    ["2026-12-01T09:00:30", "start"],
    ["2026-12-01T25:00", "start"],
    ["2026-02-30T09:00", "start"],
  ])("does not begin at %s", async (start, path) => {
    expect(await book(start)).toMatchObject({ status: 422, body: { issues: [{ path }] } });
  });

  it("begins at the instant that was meant, in whatever offset it was said", async () => {
    const day = freshDay();
    const made = await mustBookAt(`${day}T08:00:00Z`);
    expect(made.start).toBe(`${day}T09:00:00.000+01:00`);
  });

  it("is refused where the business does not offer it, and made when that is overruled", async () => {
    const day = freshDay();
    const cases = [
      [`${day}T20:00`, {}, "outside_working_time"],
      [`${day}T09:10`, {}, "off_grid"],
      ["2026-12-01T10:00", { agentId: "ben" }, "absent"],
      ["2026-11-30T07:00", {}, "outside_working_time"],
      ["2026-11-30T09:00", {}, undefined],
      ["2028-01-03T09:00", {}, "too_far"],
    ] as const;
    for (const [start, members, rule] of cases) {
      const plain = await book(start, members);
      if (rule === undefined) expect([start, plain.status]).toEqual([start, 201]);
      else {
        expect([start, refused(plain)]).toMatchObject([
          start,
          { status: 409, code: "slot_not_offered", rule },
        ]);
        const overruled = await book(start, { ...members, overrule: true });
        expect([start, overruled.status]).toEqual([start, 201]);
        expect(overruled.body.agentId).toBe("agentId" in members ? members.agentId : "anna");
      }
    }
  });

  it("that is refused leaves what callers are offered as it is, whatever its length", async () => {
    const day = freshDay();
    for (const [durationMinutes, agentId] of [
      [600, "anna"],
      [5, "anna"],
      [600, undefined],
    ] as const) {
      const offered = () =>
        slotsOf(desk.bot, { dateTime: day, ...(agentId === undefined ? {} : { agentId }) });
      const before = (await offered()).map(({ avId }) => avId);
      const { id } = await mustBookAt(`${day}T06:00`, { overrule: true, durationMinutes: 5 });
      expect(refused(await book(`${day}T07:00`, { durationMinutes, agentId })).code).toBe("slot_not_offered");
      expect((await offered()).map(({ avId }) => avId)).toEqual(before);
      await staff.must(change(id, "cancel"));
    }
  });

  it("is never with somebody who does not perform it, whatever is overruled", async () => {
    const day = freshDay();
    const others = await book(`${day}T09:00`, { productId: "bens", overrule: true });
    expect(others).toMatchObject({ status: 422, body: { issues: [{ path: "agentId" }] } });
    const made = await mustBookAt(`${day}T09:00`, { productId: "bens", agentId: "ben" });
    expect(await change(made.id, "move", { agentId: "anna", overrule: true })).toMatchObject({
      status: 422,
      body: { issues: [{ path: "agentId" }] },
    });
  });

  it("can be soon, and in the past, only when that is overruled", async () => {
    const today = "2026-11-30";
    const past = await book(`${today}T07:30`);
    expect(past.status).toBe(409);
    expect((await book(`${today}T07:30`, { overrule: true, agentId: "ben" })).status).toBe(201);
  });

  it("never takes a time that somebody has, overruled or not; who has it is said, and what else is free", async () => {
    const day = freshDay();
    const first = await mustBookAt(`${day}T09:00`);
    for (const overrule of [false, true]) {
      for (const start of ["09:00", "09:15", "08:45"]) {
        if (!overrule && start !== "09:00") continue;
        const second = await book(`${day}T${start}`, { overrule });
        const taken = { status: 409, code: "slot_taken", rule: "agent_busy", bookingId: first.id };
        expect([overrule, start, refused(second)]).toEqual([overrule, start, taken]);
        expect(second.body.alternatives.length).toBeGreaterThan(0);
      }
    }
    expect((await book(`${day}T09:00`, { agentId: "ben" })).status).toBe(201);
    expect((await list({ from: day, to: day })).items).toHaveLength(2);
  });

  it("never takes a room that somebody has, nor more seats than there are, nor more than a day's limit", async () => {
    const day = freshDay();
    const room = { productId: "in-room", overrule: true };
    const inRoom = await mustBookAt(`${day}T09:00`, room);
    const busy = await book(`${day}T09:15`, { ...room, agentId: "ben" });
    expect(refused(busy)).toMatchObject({ code: "slot_taken", rule: "resource_busy", bookingId: inRoom.id });
    const seat = { productId: CLASS, overrule: true };
    await mustBookAt(`${day}T15:00`, seat);
    await mustBookAt(`${day}T15:00`, seat);
    expect(refused(await book(`${day}T15:00`, seat))).toMatchObject({
      code: "slot_taken",
      rule: "class_full",
    });
    const carla = { agentId: "carla", overrule: true };
    await mustBookAt(`${day}T10:00`, carla);
    const full = await book(`${day}T11:00`, carla);
    expect(refused(full)).toMatchObject({ code: "slot_taken", rule: "agent_day_full" });
  });

  it("is of the length that was asked for", async () => {
    const day = freshDay();
    const short = await mustBookAt(`${day}T09:00`, { durationMinutes: 10, overrule: true });
    expect(short.end).toBe(`${day}T09:10:00.000+01:00`);
    const next = await mustBookAt(`${day}T09:10`, { durationMinutes: 50, overrule: true });
    expect(next.end).toBe(`${day}T10:00:00.000+01:00`);
    for (const durationMinutes of [0, -5, 1.5, 1_441]) {
      const wrong = await book(`${day}T11:00`, { durationMinutes });
      expect(wrong).toMatchObject({ status: 422, body: { issues: [{ path: "durationMinutes" }] } });
    }
  });

  it("that is longer than anything before is in everybody's way for as long as it lasts", async () => {
    const day = freshDay();
    const long = await mustBookAt(`${day}T00:00`, { durationMinutes: 1_440, overrule: true });
    for (const start of [`${day}T00:30`, `${day}T11:30`, `${day}T23:59`]) {
      const second = await book(start, { overrule: true });
      expect([start, refused(second)]).toMatchObject([start, { code: "slot_taken", bookingId: long.id }]);
    }
    const before = `${formatDate(parseDate(day)! - 1)}T23:45`;
    expect(refused(await book(before, { overrule: true }))).toMatchObject({ bookingId: long.id });
    const slots = await slotsOf(desk.bot, { dateTime: day, agentId: "anna" });
    expect(slots.filter(({ slotStart }) => slotStart.startsWith(day))).toEqual([]);
    const late = { from: `${formatDate(parseDate(day)! + 1)}`, to: `${formatDate(parseDate(day)! + 1)}` };
    expect((await list(late)).items).toEqual([]);
    expect((await list({ from: day, to: day })).items).toMatchObject([{ id: long.id }]);
  });

  it("is with an agent who performs it, and of a product that there is", async () => {
    const day = freshDay();
    expect(refused(await book(`${day}T09:00`, { productId: "nothing" }))).toMatchObject({
      code: "not_found",
    });
    expect(refused(await book(`${day}T09:00`, { agentId: "nobody" }))).toMatchObject({ code: "not_found" });
    const wrong = await book(`${day}T09:00`, { agentId: "anna", productId: "bens" });
    expect([wrong.status >= 400 && wrong.status < 500, wrong.body.code]).not.toContain("internal_error");
    expect(wrong.status).toBeLessThan(500);
    expect((await list({ from: day, to: day })).items).toEqual([]);
  });

  it("is made once for one Idempotency-Key", async () => {
    const day = freshDay();
    const [asked, headers] = [wish(`${day}T09:00`, { note: "once" }), { "idempotency-key": "click-1" }];
    const both = await Promise.all([1, 2].map(() => staff.post("/bookings", asked, headers)));
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    const later = await staff.post("/bookings", asked, headers);
    expect(new Set([...both, later].map(({ body }) => body.id)).size).toBe(1);
    expect((await list({ from: day, to: day })).items).toHaveLength(1);
    const other = await staff.post("/bookings", { ...asked, start: `${day}T10:00` }, headers);
    expect(other).toMatchObject({ status: 422, body: { issues: [{ path: "Idempotency-Key" }] } });
    const trail = async () => {
      const query = { action: "bookings.create", limit: 100 };
      const { items } = await desk.staff.script.must(desk.staff.script.get("/audit", query));
      return items.map(({ subjectId }: { subjectId: string }) => subjectId);
    };
    expect((await trail()).filter((one: string) => one === later.body.id)).toHaveLength(1);
    // A crash before it was written down; who asks again has it written.
    vi.spyOn(desk.store, "recordAudit").mockRejectedValueOnce(new Error("crash"));
    const [lost, again] = [wish(`${day}T10:00`), { "idempotency-key": "click-2" }];
    expect((await staff.post("/bookings", lost, again)).status).toBe(500);
    expect(desk.faults.splice(0)).toHaveLength(1);
    const kept = await staff.must(staff.post("/bookings", lost, again));
    expect((await trail()).filter((one: string) => one === kept.id)).toHaveLength(1);
    // Of each person their own.
    const script = await desk.staff.script.post("/bookings", { ...asked, start: `${day}T11:00` }, headers);
    expect(script.status).toBe(201);
  });

  it("that a client has with another agent or of another length is not answered as the one asked for", async () => {
    const day = freshDay();
    const booker = somebody();
    const first = await mustBookAt(`${day}T09:00`, { booker });
    const trail = async () => (await desk.staff.script.get("/audit", { limit: 2 })).body.items;
    const before = await trail();
    expect((await book(`${day}T09:00`, { booker })).body).toEqual(first);
    expect(await trail()).toEqual(before);
    expect((await book(`${day}T09:00`, { booker, note: "late" })).body).toMatchObject({ note: "late" });
    expect(await trail()).toMatchObject([{ action: "bookings.mark", subjectId: first.id }, before[0]]);
    const same = { status: 409, code: "slot_taken", rule: "client_busy", bookingId: first.id };
    expect(refused(await book(`${day}T09:00`, { booker, agentId: "ben" }))).toEqual(same);
    const longer = await book(`${day}T09:00`, { booker, durationMinutes: 60, overrule: true });
    expect(refused(longer)).toEqual(same);
    // Who asked for nobody in particular means whoever it is.
    expect((await book(`${day}T09:00`, { booker, agentId: undefined })).body.id).toBe(first.id);
    expect((await list({ from: day, to: day })).items).toMatchObject([{ id: first.id, note: "late" }]);
  });

  it("of two who ask at the same moment, at whichever server, goes to one", async () => {
    const other = await otherServer(desk);
    try {
      const day = freshDay();
      const people = [staff, staff.at(other.address), desk.staff.script, desk.staff.script.at(other.address)];
      const asked = await Promise.all(
        people.map((person) => person.post("/bookings", wish(`${day}T09:00`, { overrule: true }))),
      );
      const won = asked.filter(({ status }) => status === 201);
      expect(won).toHaveLength(1);
      for (const answer of asked.filter((one) => one !== won[0]))
        expect(refused(answer)).toMatchObject({ status: 409, code: "slot_taken" });
      expect((await list({ from: day, to: day })).items).toMatchObject([{ id: won[0]!.body.id }]);
    } finally {
      await other.stop();
    }
  });
});

describe("the list of bookings", () => {
  it("has those between two dates, both included, soonest first, narrowed as asked", async () => {
    const [first, second] = [freshDay(), freshDay()];
    const late = await mustBookAt(`${second}T23:30`, { overrule: true });
    const early = await mustBookAt(`${first}T00:00`, { overrule: true, agentId: "ben" });
    const gone = await mustBookAt(`${first}T10:00`);
    await staff.must(change(gone.id, "cancel"));
    const ids = async (query: object) => (await list(query)).items.map(({ id }: { id: string }) => id);
    const both = { from: first, to: second };
    expect(await ids(both)).toEqual([early.id, gone.id, late.id]);
    expect(await ids({ ...both, agentId: "anna" })).toEqual([gone.id, late.id]);
    expect(await ids({ ...both, status: "cancelled" })).toEqual([gone.id]);
    expect(await ids({ ...both, status: "confirmed" })).toEqual([early.id, late.id]);
    expect(await ids({ from: second, to: second })).toEqual([late.id]);
    const listed = (query: object) => staff.get("/bookings", { entityId: "studio", ...both, ...query });
    expect(await listed({ from: second, to: first })).toMatchObject({
      ...{ status: 422, body: { issues: [{ path: "to" }] } },
    });
    expect(await listed({ agentId: "nobody" })).toMatchObject({ status: 404, body: { code: "not_found" } });
  });

  it("comes in pages that hold each once", async () => {
    const day = freshDay();
    const made: string[] = [];
    for (const time of ["09:00", "09:30", "10:00", "10:30", "11:00"]) {
      made.push((await mustBookAt(`${day}T${time}`)).id);
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query = { from: day, to: day, limit: 2, ...(cursor === null ? {} : { cursor }) };
      const { items, nextCursor }: { items: { id: string }[]; nextCursor: string | null } = await list(query);
      seen.push(...items.map(({ id }) => id));
      cursor = nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(made);
    expect((await list({ from: day, to: day, limit: 5 })).nextCursor).toBeNull();
  });

  it("says what is wrong with a question", async () => {
    const day = freshDay();
    const ask = (query: object) => staff.get("/bookings", query);
    const [known, unknown] = [{ entityId: "studio" }, { entityId: "nowhere", from: day, to: day }];
    expect(await ask({ ...known, to: day })).toMatchObject({
      status: 422,
      body: { issues: [{ path: "from" }] },
    });
    expect(await ask({ ...known, from: "2026-02-30", to: day })).toMatchObject({ status: 422 });
    expect(await ask({ ...known, from: day, to: day, limit: 0 })).toMatchObject({ status: 422 });
    expect(await ask({ ...known, from: day, to: day, cursor: "nonsense" })).toMatchObject({
      ...{ status: 422, body: { issues: [{ path: "cursor" }] } },
    });
    expect(await ask(unknown)).toMatchObject({ status: 404 });
  });
});

describe("a change of a booking", () => {
  it.each(["move", "cancel", "restore"])("by %s wants If-Match: missing, stale, seen, *", async (what) => {
    const day = freshDay();
    const { body, etag } = await book(`${day}T09:00`);
    if (what === "restore") await staff.must(change(body.id, "cancel"));
    const before = what === "restore" ? (await staff.get(`/bookings/${body.id}`)).etag : etag;
    const path = `/bookings/${body.id}/${what}`;
    const wanted = what === "move" ? { start: `${day}T10:00` } : {};
    expect(await staff.post(path, wanted)).toMatchObject({ status: 428, body: { code: "if_match_missing" } });
    const stale = await staff.change("POST", path, wanted, '"99"');
    expect(stale).toMatchObject({ status: 412, body: { code: "changed_meanwhile" } });
    expect(stale.body.detail).toMatch(/Fetch it anew.*new ETag/);
    const done = await staff.change("POST", path, wanted, before);
    expect(done).toMatchObject({ status: 200, body: { id: body.id } });
    expect(done.etag).not.toBe(before);
    const seen = await staff.get(`/bookings/${body.id}`);
    expect([seen.etag, seen.body]).toEqual([done.etag, done.body]);
  });

  it("moves to another time: the old one is free, the new one taken", async () => {
    const day = freshDay();
    const made = await mustBookAt(`${day}T09:00`, { note: "stays" });
    const moved = await staff.must(change(made.id, "move", { start: `${day}T10:00` }));
    expect(moved).toMatchObject({ start: `${day}T10:00:00.000+01:00`, end: `${day}T10:30:00.000+01:00` });
    expect(moved).toMatchObject({ note: "stays", agentId: "anna", booker: made.booker });
    expect((await book(`${day}T09:00`)).status).toBe(201);
    expect(refused(await book(`${day}T10:00`))).toMatchObject({ bookingId: made.id });
  });

  it("moves to another agent at the same time", async () => {
    const day = freshDay();
    const made = await mustBookAt(`${day}T09:00`);
    const moved = await staff.must(change(made.id, "move", { agentId: "ben" }));
    expect(moved).toMatchObject({ agentId: "ben", agent: { firstname: "Ben" }, start: made.start });
    expect((await book(`${day}T09:00`)).status).toBe(201);
  });

  it("makes it longer and shorter where it is", async () => {
    const day = freshDay();
    const made = await mustBookAt(`${day}T09:00`);
    const longer = await staff.must(change(made.id, "move", { durationMinutes: 45 }));
    expect(longer).toMatchObject({ start: made.start, end: `${day}T09:45:00.000+01:00` });
    expect(refused(await book(`${day}T09:30`))).toMatchObject({ code: "slot_taken", bookingId: made.id });
    const shorter = await staff.must(change(made.id, "move", { durationMinutes: 15 }));
    expect(shorter.end).toBe(`${day}T09:15:00.000+01:00`);
    expect((await book(`${day}T09:30`)).status).toBe(201);
    const kept = await staff.must(change(made.id, "move", { start: `${day}T11:00` }));
    expect(kept.end).toBe(`${day}T11:15:00.000+01:00`);
  });

  it("makes it longer than anything before, and never over somebody else", async () => {
    const day = freshDay();
    const [made, next] = [await mustBookAt(`${day}T09:00`), await mustBookAt(`${day}T11:30`)];
    const over = await change(made.id, "move", { durationMinutes: 180, overrule: true });
    expect(refused(over)).toMatchObject({ status: 409, code: "slot_taken", bookingId: next.id });
    expect((await look(made.id)).end).toBe(`${day}T09:30:00.000+01:00`);
    const until = await staff.must(change(made.id, "move", { durationMinutes: 150, overrule: true }));
    expect(until.end).toBe(`${day}T11:30:00.000+01:00`);
  });

  it("moves outside of what is offered only when that is overruled, and never onto somebody", async () => {
    const day = freshDay();
    const [made, other] = [await mustBookAt(`${day}T09:00`), await mustBookAt(`${day}T10:00`)];
    const outside = await change(made.id, "move", { start: `${day}T20:00` });
    expect(refused(outside)).toMatchObject({ code: "slot_not_offered", rule: "outside_working_time" });
    await staff.must(change(made.id, "move", { start: `${day}T20:00`, overrule: true }));
    const onto = await change(made.id, "move", { start: `${day}T10:00`, overrule: true });
    expect(refused(onto)).toMatchObject({ code: "slot_taken", bookingId: other.id });
  });

  it("moves within its own time", async () => {
    const day = freshDay();
    const made = await mustBookAt(`${day}T09:00`);
    const moved = await staff.must(change(made.id, "move", { start: `${day}T09:15`, overrule: true }));
    expect(moved.start).toBe(`${day}T09:15:00.000+01:00`);
  });

  it("does not move what is cancelled, or what there is not", async () => {
    const day = freshDay();
    const made = await mustBookAt(`${day}T09:00`);
    await staff.must(change(made.id, "cancel"));
    const moved = await change(made.id, "move", { start: `${day}T10:00` });
    expect(refused(moved)).toMatchObject({ status: 409, code: "not_changeable" });
    expect(refused(await change("bk_none", "move", { start: `${day}T10:00` }))).toMatchObject({
      status: 404,
    });
  });

  it("cancels also what callers no longer could: its time is free at once", async () => {
    const today = "2026-11-30";
    const made = await mustBookAt(`${today}T06:00`, { overrule: true });
    const cancelled = await staff.must(change(made.id, "cancel"));
    expect(cancelled).toMatchObject({ status: "cancelled", version: 2 });
    expect((await book(`${today}T06:00`, { overrule: true })).status).toBe(201);
  });

  it("restores at the same time with the same agent and length", async () => {
    const day = freshDay();
    const made = await mustBookAt(`${day}T19:00`, { durationMinutes: 40, overrule: true, note: "kept" });
    await staff.must(change(made.id, "cancel"));
    const restored = await staff.must(change(made.id, "restore"));
    const { version: _v, ...rest } = made;
    expect(restored).toMatchObject({ ...rest, status: "confirmed", note: "kept" });
    expect(refused(await book(`${day}T19:30`, { overrule: true }))).toMatchObject({ bookingId: made.id });
    const again = await change(made.id, "restore");
    expect(refused(again)).toMatchObject({ status: 409, code: "not_changeable" });
  });

  it("does not restore where somebody has the time meanwhile", async () => {
    const day = freshDay();
    const made = await mustBookAt(`${day}T09:00`);
    await staff.must(change(made.id, "cancel"));
    const next = await mustBookAt(`${day}T09:00`);
    const restored = await change(made.id, "restore");
    expect(refused(restored)).toEqual({
      status: 409,
      code: "slot_taken",
      rule: "agent_busy",
      bookingId: next.id,
    });
    expect(await look(made.id)).toMatchObject({ status: "cancelled" });
    await staff.must(change(next.id, "cancel"));
    expect((await change(made.id, "restore")).status).toBe(200);
  });

  it("does not restore a second booking of one client for one time", async () => {
    const day = freshDay();
    const booker = somebody();
    const made = await mustBookAt(`${day}T09:00`, { booker });
    await staff.must(change(made.id, "cancel"));
    await mustBookAt(`${day}T09:00`, { booker, agentId: "ben" });
    expect(refused(await change(made.id, "restore"))).toMatchObject({ status: 409, code: "slot_taken" });
  });

  it("restores one of two for the same time who are restored at the same moment", async () => {
    const day = freshDay();
    const made = [await mustBookAt(`${day}T09:00`)];
    await staff.must(change(made[0].id, "cancel"));
    made.push(await mustBookAt(`${day}T09:00`));
    await staff.must(change(made[1].id, "cancel"));
    const both = await Promise.all(made.map(({ id }) => change(id, "restore")));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it("of two moves at the same moment: one of those who have seen the same, each of those who need not", async () => {
    const day = freshDay();
    const { body, etag } = await book(`${day}T09:00`);
    const both = async (ifMatch: string) =>
      (
        await Promise.all(
          ["10:00", "11:00"].map((clock) => change(body.id, "move", { start: `${day}T${clock}` }, ifMatch)),
        )
      ).map(({ status, body: answered }) => [status, answered.code]);
    expect((await both(etag!)).sort()).toEqual([
      [200, undefined],
      [412, "changed_meanwhile"],
    ]);
    expect(await both("*")).toEqual([
      [200, undefined],
      [200, undefined],
    ]);
  });

  it("that changes nothing is no event, and leaves the version", async () => {
    const day = freshDay();
    const made = await mustBookAt(`${day}T09:00`);
    await staff.must(change(made.id, "move", { start: `${day}T09:00`, durationMinutes: 30 }));
    expect((await mark(made.id, {})).body).toEqual(made);
    const { items } = await staff.must(staff.get(`/bookings/${made.id}/events`));
    expect(items).toHaveLength(1);
  });

  it("of two at the same moment with what both have seen, one is made", async () => {
    const day = freshDay();
    const { body, etag } = await book(`${day}T09:00`);
    const both = await Promise.all([
      mark(body.id, { note: "one" }, etag),
      mark(body.id, { note: "other" }, etag),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});

describe("what the desk notes on a booking", () => {
  it("is that nobody came, and words of its own", async () => {
    const toCome = await book(`${freshDay()}T09:00`);
    const early = await mark(toCome.body.id, { noShow: true });
    expect(early).toMatchObject({ status: 409, body: { code: "not_changeable" } });
    const { body, etag } = await book("2026-11-26T09:00", { overrule: true });
    expect((await staff.send("PATCH", `/bookings/${body.id}`, { noShow: true })).status).toBe(428);
    const missed = await mark(body.id, { noShow: true }, etag);
    expect(missed).toMatchObject({ status: 200, body: { noShow: true, note: null, status: "confirmed" } });
    const stale = await mark(body.id, { note: "late" }, etag);
    expect(stale).toMatchObject({ status: 412, body: { code: "changed_meanwhile" } });
    const noted = await mark(body.id, { note: "  late  " }, missed.etag);
    expect(noted.body).toMatchObject({ noShow: true, note: "late" });
    expect((await mark(body.id, { note: "", noShow: false })).body).toMatchObject({
      noShow: false,
      note: null,
    });
    expect((await mark(body.id, { note: "x".repeat(2_001) })).status).toBe(422);
    const by = { kind: "person", id: staff.userId };
    const { start, end, agentId } = body;
    const at = new Date(desk.clock.now).toISOString();
    const { items: events } = await staff.must(staff.get(`/bookings/${body.id}/events`));
    for (const mark of events.slice(1)) expect(mark).toMatchObject({ by, at, start, end, agentId });
    expect(events.map(({ kind }: { kind: string }) => kind)).toEqual(["created", "missed", "noted", "came"]);
  });

  it("is heard by no caller", async () => {
    const day = freshDay();
    const booker = somebody();
    const made = await mustBookAt(`${day}T09:00`, { booker, note: "owes us money" });
    const told = await desk.bot.must("findExistingBooking", { id: made.booker.id });
    expect(JSON.stringify(told)).toContain(made.id);
    expect(JSON.stringify(told)).not.toMatch(/money|noShow|note/);
  });
});

describe("what happened to a booking", () => {
  it("is told oldest first, with who did it, when, and what it was then", async () => {
    const day = freshDay();
    const made = await mustBookAt(`${day}T09:00`);
    desk.clock.now += 60_000;
    await staff.must(change(made.id, "move", { start: `${day}T10:00`, agentId: "ben" }));
    await staff.must(change(made.id, "cancel"));
    await staff.must(change(made.id, "restore"));
    const { items } = await staff.must(staff.get(`/bookings/${made.id}/events`));
    const by = { kind: "person", id: staff.userId };
    expect(items).toMatchObject([
      { kind: "created", by, at: made.createdAt, start: made.start, agentId: "anna" },
      { kind: "moved", by, at: new Date(desk.clock.now).toISOString(), agentId: "ben" },
      { kind: "cancelled", by, start: `${day}T10:00:00.000+01:00` },
      { kind: "restored", by, end: `${day}T10:30:00.000+01:00` },
    ]);
  });

  it("says which script it was, also when its key was revoked since", async () => {
    const day = freshDay();
    const website = await scriptOf(desk, desk.accountId, { label: "Website" });
    const { id } = (await desk.store.keys(desk.accountId)).find(({ label }) => label === "Website")!;
    const made = await website.must(website.post("/bookings", wish(`${day}T09:00`)));
    expect(made).toMatchObject({ source: "desk", callId: null });
    await staff.must(change(made.id, "cancel"));
    expect(await desk.store.revokeKey(desk.accountId, id, desk.clock.now)).toBe(true);
    const by = { kind: "key", id, name: "Website", isScript: true };
    const { items } = await staff.must(staff.get(`/bookings/${made.id}/events`));
    expect(items).toMatchObject([
      { kind: "created", by },
      { kind: "cancelled", by: { kind: "person", id: staff.userId, name: "The desk", isScript: false } },
    ]);
    const trail = await desk.staff.script.must(desk.staff.script.get("/audit", { limit: 2 }));
    expect(trail.items).toMatchObject([
      { action: "bookings.cancel" },
      { action: "bookings.create", subjectId: made.id, by },
    ]);
    const today = new Date(desk.clock.now).toISOString().slice(0, 10);
    const narrowed = (query: object) => desk.staff.script.get("/audit", query);
    const wanted = { by: id, action: "bookings", from: today, to: today, limit: 1 };
    expect((await narrowed(wanted)).body).toEqual({ items: [trail.items[1]], nextCursor: null });
    for (const other of [{ by: staff.userId, from: "2020-01-01", to: "2020-01-01" }, { by: "eve" }])
      expect((await narrowed({ ...wanted, ...other })).body.items).toEqual([]);
    for (const wrong of [{ action: "%" }, { from: "today" }, { by: "" }, { ...wanted, to: "2020-01-01" }])
      expect((await narrowed(wrong)).status).toBe(422);
    expect((await narrowed({ entityId: "nowhere" })).status).toBe(404);
  });

  it("comes packed in long lists, for whoever takes that", async () => {
    expect([2_047, 2_048].map((count) => isWorthPacking("ü".repeat(count)))).toEqual([false, true]);
    const { accountId, store, clock } = desk;
    const actor = { kind: "person", id: "pia" } as const;
    const event = { accountId, at: clock.now, actor, action: "bookings.move", subjectId: null, detail: {} };
    for (let number = 0; number < 40; number += 1) await store.recordAudit({ ...event, id: `au-${number}` });
    const asked = (accepted: string, path = "/audit", query: object = { by: "pia" }) =>
      desk.staff.script.send("GET", path, undefined, { query, headers: { "accept-encoding": accepted } });
    const plain = await asked("identity");
    expect(plain.body.items).toHaveLength(40);
    for (const [accepted, packing] of [
      ["gzip, deflate, br, zstd", "br"],
      ["GZIP;q=0.5, br;q=0", "gzip"],
      ["br; q=0.0, deflate", null],
      ["identity", null],
    ] as const) {
      const { headers, body } = await asked(accepted);
      expect([accepted, headers.get("content-encoding")]).toEqual([accepted, packing]);
      expect([headers.get("vary"), body]).toEqual(["accept-encoding", plain.body]);
    }
    for (const [path, query] of [["/audit", { by: "pia", limit: 2 }] as const, ["/account", {}] as const])
      expect((await asked("br", path, query)).headers.get("content-encoding")).toBeNull();
  });

  it("is in the audit trail without anybody's data", async () => {
    const day = freshDay();
    const owner = desk.staff.script;
    const made = await mustBookAt(`${day}T20:00`, { overrule: true, note: "private" });
    await staff.must(change(made.id, "cancel"));
    const { items } = await owner.must(owner.get("/audit", { limit: 2 }));
    const by = { kind: "person", id: staff.userId, name: "The desk" };
    expect(items).toMatchObject([
      { action: "bookings.cancel", subjectId: made.id, by },
      { action: "bookings.create", subjectId: made.id, by, detail: { overrule: true } },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/private|Nummer/);
  });
});

describe("a booking by telephone", () => {
  it("has its call, and is changed at the desk like any other", async () => {
    const day = freshDay();
    const slot = slotAt(await slotsOf(desk.bot, { dateTime: day, agentId: "anna" }), "09:00");
    const booked = await mustBook(desk.bot, slot, { booker: somebody(), callId: "call-77" });
    const made = await look(booked.bookingId);
    expect(made).toMatchObject({ source: "phone", callId: "call-77", version: 1, isNewClient: true });
    const moved = await staff.must(change(made.id, "move", { start: `${day}T10:00` }));
    expect(moved).toMatchObject({ source: "phone", callId: "call-77" });
    const { items } = await staff.must(staff.get(`/bookings/${made.id}/events`));
    expect(items.map(({ by }: { by: { kind: string } }) => by.kind)).toEqual(["key", "person"]);
  });

  it("without a call has none, and sees what the desk has taken", async () => {
    const day = freshDay();
    await mustBookAt(`${day}T09:00`);
    const slots = await slotsOf(desk.bot, { dateTime: day, agentId: "anna" });
    expect(
      slots
        .filter(({ slotStart }) => slotStart.startsWith(day))
        .map(({ slotStart }) => slotStart.slice(11, 16)),
    ).toEqual(["09:30", "10:00", "10:30", "11:00", "11:30"]);
    const booked = await mustBook(desk.bot, slotAt(slots, "09:30"), { booker: somebody() });
    expect(await look(booked.bookingId)).toMatchObject({ source: "phone", callId: null });
  });
});

describe("what can be had", () => {
  it("is told for each start of a day, with the rule that refuses it", async () => {
    const day = freshDay();
    const made = await mustBookAt(`${day}T09:30`);
    const { agents } = await staff.must(
      staff.get("/availability", { productId: PRODUCT, date: day, agentId: "anna" }),
    );
    expect(agents).toMatchObject([{ agentId: "anna", basis: "weekly_hours" }]);
    const rules = agents[0].starts.map((one: { start: string; rule: string | null; bookingId?: string }) => [
      ...[clockOf(one), one.rule, one.bookingId],
    ]);
    expect(rules.slice(0, 3)).toEqual([
      ["09:00", null, undefined],
      ["09:30", "agent_busy", made.id],
      ["10:00", null, undefined],
    ]);
  });

  it("is told from a moment on, and for a booking that is to move, its own time as well", async () => {
    const day = freshDay();
    const made = await mustBookAt(`${day}T09:00`);
    const query = { productId: PRODUCT, agentId: "anna", after: `${day}T08:00`, limit: 2 };
    const starts = async (more: object = {}) =>
      (await staff.must(staff.get("/next-free", { ...query, ...more }))).items.map(clockOf);
    expect(await starts()).toEqual(["09:30", "10:00"]);
    expect(await starts({ bookingId: made.id })).toEqual(["09:00", "09:30"]);
    expect(await starts({ after: `${day}T10:00` })).toEqual(["10:00", "10:30"]);
    const wrong = await staff.get("/next-free", { ...query, after: "soon" });
    expect(wrong).toMatchObject({ status: 422, body: { issues: [{ path: "after" }] } });
  });
});

describe("when the clocks change", () => {
  let night: StaffDesk;
  let script: StaffClient;
  beforeAll(async () => {
    const hours = Object.fromEntries(["sat", "sun", "mon"].map((day) => [day, ["00:00-06:00"]]));
    const entity = studio({ hours });
    const file = JSON.stringify({ account: ACCOUNT.account, entities: [entity] });
    const now = Date.parse("2026-10-23T08:00:00+02:00");
    night = await startStaffDesk({ files: [file], roles: [], now });
    script = night.staff.script;
  });
  afterAll(async () => {
    expect(night.faults).toEqual([]);
    await night.stop();
  });
  const at = (start: string, members: object = {}) => script.post("/bookings", wish(start, members));
  const day = async (date: string) =>
    (await script.must(script.get("/bookings", { entityId: "studio", from: date, to: date }))).items.map(
      ({ start }: { start: string }) => start,
    );

  it("back, the hour that comes twice can be booked twice", async () => {
    const first = await script.must(at("2026-10-25T02:00:00+02:00"));
    const second = await script.must(at("2026-10-25T02:00:00+01:00"));
    expect(first.start).toBe("2026-10-25T02:00:00.000+02:00");
    expect(second.start).toBe("2026-10-25T02:00:00.000+01:00");
    const unsaid = await at("2026-10-25T02:30");
    expect(unsaid.body.start).toBe("2026-10-25T02:30:00.000+02:00");
    expect(await day("2026-10-25")).toEqual([first.start, unsaid.body.start, second.start]);
  });

  it("back, a booking lasts as long as it lasts, and the day has 25 hours", async () => {
    const long = await script.must(
      at("2026-10-25T01:00", { agentId: "ben", durationMinutes: 120, overrule: true }),
    );
    expect(long.end).toBe("2026-10-25T02:00:00.000+01:00");
    const late = await script.must(at("2026-10-25T23:30", { agentId: "ben", overrule: true }));
    expect((await day("2026-10-25")).at(-1)).toBe(late.start);
    expect(await day("2026-10-26")).toEqual([]);
    const moved = await script.must(
      script.change("POST", `/bookings/${long.id}/move`, { start: "2026-10-26T01:00", overrule: true }),
    );
    expect(moved).toMatchObject({
      start: "2026-10-26T01:00:00.000+01:00",
      end: "2026-10-26T03:00:00.000+01:00",
    });
  });

  it("forward, the hour that is left out is the one after, and the day has 23 hours", async () => {
    night.clock.now = Date.parse("2027-03-26T08:00:00+01:00");
    const gap = await script.must(at("2027-03-28T02:30", { overrule: true, agentId: "ben" }));
    expect(gap.start).toBe("2027-03-28T03:30:00.000+02:00");
    const long = await script.must(at("2027-03-28T01:30", { durationMinutes: 60, overrule: true }));
    expect(long).toMatchObject({
      start: "2027-03-28T01:30:00.000+01:00",
      end: "2027-03-28T03:30:00.000+02:00",
    });
    const taken = await at("2027-03-28T03:00", { overrule: true });
    expect(refused(taken)).toMatchObject({ code: "slot_taken", bookingId: long.id });
    const next = await script.must(at("2027-03-28T23:30", { overrule: true }));
    expect(await day("2027-03-28")).toEqual([long.start, gap.start, next.start]);
    expect(await day("2027-03-29")).toEqual([]);
  });
});

/** A second server over the same data. */
async function otherServer({ settings, clock }: StaffDesk): Promise<RunningServer> {
  let ids = 0;
  const newId = (prefix: string) => {
    ids += 1;
    return `${prefix}_other${ids}`;
  };
  return await startServer({ ...settings, port: 0 }, { now: () => clock.now, newId });
}
