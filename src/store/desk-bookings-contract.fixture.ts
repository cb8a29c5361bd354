import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BookingsQuery } from "./desk-bookings.ts";
import type { Store } from "./store.ts";
import {
  ACCOUNT,
  AT,
  at,
  booking,
  cancellation,
  client,
  commit,
  creation,
  foundAccount,
  move,
  type OpenStore,
  type StoreUnderTest,
} from "./store-under-test.fixture.ts";

const OTHER = "acc-other";
const DAY_MINUTES = 1_440;
const DAY: BookingsQuery = {
  entityId: "leipzig",
  range: { start: at("00:00"), end: at("00:00") + DAY_MINUTES },
  most: 100,
};
const PERSON = { kind: "person", id: "us_1" } as const;

export function describeDeskBookings(name: string, openStore: OpenStore): void {
  describe(`${name}: bookings as the desk sees them`, () => {
    let opened: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      opened = await openStore();
      store = opened.store;
      for (const account of [ACCOUNT, OTHER]) {
        await foundAccount(store, account);
        await store.saveClients(account, [client("mia", { firstname: "Mia", phone: "+4930123" })], AT);
      }
    });
    afterEach(() => opened.close());

    const between = async (query: Partial<BookingsQuery> = {}, account = ACCOUNT) =>
      (await store.bookingsBetween(account, { ...DAY, ...query })).map(({ id }) => id);
    const ofClient = async (clientId: string, most = 10, account = ACCOUNT) =>
      (await store.bookingsOfClient(account, clientId, most)).map(({ id }) => id);

    it("are whole: people, agent, who made them, in which call, and when", async () => {
      const record = booking("bk-1", { participantId: "mia" });
      await commit(store, creation(record, { callId: "call-1", at: AT + 1 }));
      expect(await store.deskBooking(ACCOUNT, "bk-1")).toEqual({
        ...record,
        agent: { id: "max", firstname: "Max", lastname: "Mustermann" },
        booker: { id: "erika", firstname: "Erika", lastname: "Musterfrau", phone: null },
        participant: { id: "mia", firstname: "Mia", lastname: "Musterfrau", phone: "+4930123" },
        note: null,
        noShow: false,
        isNewClient: false,
        source: "phone",
        callId: "call-1",
        createdAt: AT + 1,
        updatedAt: AT + 1,
      });
      expect(await store.deskBooking(ACCOUNT, "bk-2")).toBeUndefined();
      expect(await store.deskBooking(OTHER, "bk-1")).toBeUndefined();
    });

    it("say that the desk made them, whoever changed them later", async () => {
      const record = booking("bk-1");
      await commit(
        store,
        creation(record, { actor: PERSON, at: AT }),
        move(record, { start: at("10:00") }, { callId: "call-2", at: AT + 5 }),
      );
      expect(await store.deskBooking(ACCOUNT, "bk-1")).toMatchObject({
        ...{ source: "desk", callId: null, createdAt: AT, updatedAt: AT + 5, version: 2, start: at("10:00") },
      });
    });

    it("say when their participant's card was made for them", async () => {
      const record = booking("bk-1", { participantId: "new" });
      await commit(store, creation(record, { at: AT + 1, newClients: [client("new")] }));
      expect(await store.deskBooking(ACCOUNT, "bk-1")).toMatchObject({ isNewClient: true });
      const later = booking("bk-2", { participantId: "new", start: at("11:00") });
      await commit(store, creation(later, { at: AT + 2 }));
      expect(await store.deskBooking(ACCOUNT, "bk-2")).toMatchObject({ isNewClient: false });
    });

    it("between two minutes are those that touch them, of one entity and one account, soonest first", async () => {
      await commit(
        store,
        creation(booking("late", { start: at("15:00") })),
        creation(booking("early", { start: at("08:00") })),
        creation(booking("ends", { start: at("07:00"), end: at("08:00"), agentId: "ayse" })),
        creation(booking("reaches-in", { start: at("07:30"), end: at("08:30"), agentId: "ayse" }), {
          claims: [],
        }),
        creation(booking("theirs", { start: at("09:00") }), { accountId: OTHER }),
      );
      const range = { start: at("08:00"), end: at("15:00") };
      expect(await between({ range })).toEqual(["reaches-in", "early"]);
      expect(await between()).toEqual(["ends", "reaches-in", "early", "late"]);
      expect(await between({ entityId: "halle" })).toEqual([]);
      expect(await between({}, OTHER)).toEqual(["theirs"]);
    });

    it("are found also when they began a day before and last that long", async () => {
      const whole = booking("day", { start: at("08:00"), end: at("08:00") + DAY_MINUTES });
      await commit(store, creation(whole));
      const start = whole.end - 1;
      expect(await between({ range: { start, end: start + 1 } })).toEqual(["day"]);
      expect(await between({ range: { start: whole.end, end: whole.end + 1 } })).toEqual([]);
    });

    it("are narrowed to an agent and to a status", async () => {
      const gone = booking("gone", { start: at("10:00") });
      await commit(
        store,
        creation(booking("max")),
        creation(booking("ayse", { agentId: "ayse", participantId: "mia" })),
        creation(gone),
        cancellation(gone),
      );
      expect(await between({ agentId: "ayse" })).toEqual(["ayse"]);
      expect(await between({ status: "cancelled" })).toEqual(["gone"]);
      expect(await between({ status: "confirmed" })).toEqual(["ayse", "max"]);
      expect(await between({ agentId: "max", status: "cancelled" })).toEqual(["gone"]);
    });

    it("come in pages that hold each once, also where several begin together", async () => {
      const people = Array.from({ length: 5 }, (_, index) => client(`guest-${index}`));
      await store.saveClients(ACCOUNT, people, AT);
      for (const [index, { id }] of people.entries()) {
        const start = index < 3 ? at("09:00") : at("10:00");
        // All in one class: they share the agent's time.
        const record = booking(`bk-${index}`, { participantId: id, start });
        await commit(store, creation(record, { claims: [] }));
      }
      const seen: string[] = [];
      let after: BookingsQuery["after"];
      for (;;) {
        const page = await store.bookingsBetween(ACCOUNT, { ...DAY, most: 2, after });
        if (page.length === 0) break;
        seen.push(...page.map(({ id }) => id));
        after = page.at(-1);
      }
      expect(seen).toEqual(["bk-0", "bk-1", "bk-2", "bk-3", "bk-4"]);
    });

    it("of a client are all of them once, as booker or participant, latest start first", async () => {
      const gone = booking("gone", { start: at("07:00") });
      await commit(
        store,
        creation(booking("both", { start: at("08:00") })),
        creation(booking("attends", { start: at("10:00"), bookerId: "mia" })),
        creation(booking("books", { start: at("09:00"), participantId: "mia" })),
        creation(gone),
        cancellation(gone),
        creation(booking("theirs", { start: at("09:00") }), { accountId: OTHER }),
      );
      expect(await ofClient("erika")).toEqual(["attends", "books", "both", "gone"]);
      expect(await ofClient("erika", 2)).toEqual(["attends", "books"]);
      expect(await ofClient("mia")).toEqual(["attends", "books"]);
      expect(await ofClient("erika", 10, OTHER)).toEqual(["theirs"]);
      expect(await ofClient("nobody")).toEqual([]);
    });

    it("of a telephone call are those that it made, moved or cancelled, each once", async () => {
      const [made, moved, other] = [
        booking("made", { start: at("12:00") }),
        booking("moved"),
        booking("other", { start: at("15:00") }),
      ];
      await commit(
        store,
        creation(made, { callId: "call-1" }),
        creation(moved, { callId: "call-0" }),
        move(moved, { start: at("10:00") }, { callId: "call-1" }),
        creation(other),
      );
      const again = { ...made, version: 2, start: at("13:00"), end: at("13:30") };
      await commit(store, move(made, again, { callId: "call-1" }));
      const ids = (await store.bookingsOfCall(ACCOUNT, "call-1")).map(({ id }) => id);
      expect(ids).toEqual(["moved", "made"]);
      expect(await store.bookingsOfCall(OTHER, "call-1")).toEqual([]);
      expect(await store.bookingsOfCall(ACCOUNT, "call-2")).toEqual([]);
    });

    it("are marked with a note and as not come, which counts as a change", async () => {
      await commit(store, creation(booking("bk-1")), creation(booking("bk-1"), { accountId: OTHER }));
      const mark = { bookingId: "bk-1", expectedVersion: 1, at: AT + 1, actor: PERSON };
      expect(await store.markBooking(ACCOUNT, { ...mark, note: "brings a dog" })).toBe(true);
      const noted = {
        note: "brings a dog",
        noShow: false,
        version: 2,
        updatedAt: AT + 1,
        start: at("09:00"),
      };
      expect(await store.deskBooking(ACCOUNT, "bk-1")).toMatchObject(noted);
      expect(await store.markBooking(ACCOUNT, { ...mark, expectedVersion: 2, noShow: true })).toBe(true);
      store = await opened.reopen();
      const both = { note: "brings a dog", noShow: true, version: 3 };
      expect(await store.deskBooking(ACCOUNT, "bk-1")).toMatchObject(both);
      expect(await store.booking(ACCOUNT, "bk-1")).toMatchObject({ version: 3 });
      const none = { ...mark, expectedVersion: 3, note: null, noShow: false };
      expect(await store.markBooking(ACCOUNT, none)).toBe(true);
      expect(await store.deskBooking(ACCOUNT, "bk-1")).toMatchObject({ note: null, noShow: false });
      expect(await store.deskBooking(OTHER, "bk-1")).toMatchObject({ note: null, version: 1 });
      const kept = { at: AT + 1, actor: PERSON };
      expect(await store.bookingMarks(ACCOUNT, "bk-1")).toEqual([
        { ...kept, kind: "noted", number: 2 },
        { ...kept, kind: "missed", number: 3 },
        { ...kept, kind: "came", number: 4 },
      ]);
      expect(await store.bookingMarks(OTHER, "bk-1")).toEqual([]);
      const said = {
        bookingId: "bk-1",
        expectedVersion: 1,
        note: "late",
        at: AT,
        actor: PERSON,
        isOfCreation: true,
      };
      expect(await store.markBooking(OTHER, said)).toBe(true);
      expect(await store.bookingMarks(OTHER, "bk-1")).toEqual([]);
    });

    it("are not marked when they have changed meanwhile, or are not there", async () => {
      const record = booking("bk-1");
      await commit(store, creation(record), move(record, { start: at("10:00") }));
      const mark = { bookingId: "bk-1", expectedVersion: 1, note: "late", at: AT, actor: PERSON };
      expect(await store.markBooking(ACCOUNT, mark)).toBe(false);
      expect(await store.markBooking(OTHER, { ...mark, expectedVersion: 2 })).toBe(false);
      expect(await store.markBooking(ACCOUNT, { ...mark, bookingId: "bk-2" })).toBe(false);
      expect(await store.deskBooking(ACCOUNT, "bk-1")).toMatchObject({ note: null, version: 2 });
      expect(await store.bookingMarks(ACCOUNT, "bk-1")).toEqual([]);
    });

    it("that were marked are not moved by who has not seen the mark", async () => {
      const record = booking("bk-1");
      await commit(store, creation(record));
      await store.markBooking(ACCOUNT, {
        bookingId: "bk-1",
        expectedVersion: 1,
        noShow: true,
        at: AT,
        actor: PERSON,
      });
      expect(await store.commitBooking(move(record, { start: at("10:00") }))).toMatchObject({ ok: false });
      const marked = { ...record, version: 2 };
      await commit(store, move(marked, { start: at("10:00") }));
      expect(await store.deskBooking(ACCOUNT, "bk-1")).toMatchObject({ noShow: true, version: 3 });
    });

    it("are told by a new mark when one was marked", async () => {
      await commit(store, creation(booking("bk-1")));
      const before = store.bookingsMark(ACCOUNT);
      await store.markBooking(ACCOUNT, {
        bookingId: "bk-1",
        expectedVersion: 1,
        noShow: true,
        at: AT,
        actor: PERSON,
      });
      await expect.poll(() => store.bookingsMark(ACCOUNT) !== before).toBe(true);
    });

    it("are counted by day, agent, source, status and no-show", async () => {
      const gone = booking("gone", { start: at("12:00") });
      await commit(
        store,
        creation(booking("one")),
        creation(booking("two", { start: at("10:00"), end: at("11:00") })),
        creation(booking("desk", { start: at("11:00") }), { actor: PERSON }),
        creation(booking("ayse", { agentId: "ayse", participantId: "mia" })),
        creation(gone),
        cancellation(gone),
        creation(booking("missed", { start: at("08:00") })),
        creation(booking("theirs", { start: at("13:00") }), { accountId: OTHER }),
      );
      await store.markBooking(ACCOUNT, {
        bookingId: "missed",
        expectedVersion: 1,
        noShow: true,
        at: AT,
        actor: PERSON,
      });
      const day = at("00:00") / DAY_MINUTES;
      const counted = await store.countBookings(ACCOUNT, { ...DAY, offset: 0 });
      const row = { day, agentId: "max", source: "phone", status: "confirmed", noShow: false } as const;
      expect(sorted(counted)).toEqual(
        sorted([
          { ...row, count: 2, minutes: 90 },
          { ...row, source: "desk", count: 1, minutes: 30 },
          { ...row, agentId: "ayse", count: 1, minutes: 30 },
          { ...row, status: "cancelled", count: 1, minutes: 30 },
          { ...row, noShow: true, count: 1, minutes: 30 },
        ]),
      );
      expect(await store.countBookings(ACCOUNT, { ...DAY, entityId: "halle", offset: 0 })).toEqual([]);
    });

    it("are counted on the day of the zone, those that start in the range", async () => {
      await commit(
        store,
        creation(booking("late", { start: at("23:30"), end: at("24:00") })),
        creation(booking("before", { start: at("00:00") - 30, end: at("00:00") })),
        creation(booking("at-end", { start: at("00:00") + DAY_MINUTES })),
      );
      const day = at("00:00") / DAY_MINUTES;
      const days = async (offset: number) =>
        (await store.countBookings(ACCOUNT, { ...DAY, offset })).map((one) => [one.day, one.count]);
      expect(await days(0)).toEqual([[day, 1]]);
      expect(await days(60)).toEqual([[day + 1, 1]]);
    });

    it("can be longer from now on: who reads the entity sees it, and a new version of it", async () => {
      const before = (await store.business(ACCOUNT, "leipzig"))!;
      await store.allowLongerClaims(ACCOUNT, "leipzig", 240);
      const business = (await store.business(ACCOUNT, "leipzig"))!;
      expect(business.longestClaimMinutes).toBe(240);
      expect(business.version).toBeGreaterThan(before.version);
      expect((await store.configuration(ACCOUNT))?.version).toBe(business.version);
      expect((await store.business(ACCOUNT, "halle"))?.longestClaimMinutes).toBeLessThan(240);
      expect((await store.business(OTHER, "leipzig"))?.longestClaimMinutes).toBe(60);
      await store.allowLongerClaims(ACCOUNT, "leipzig", 120);
      store = await opened.reopen();
      expect((await store.business(ACCOUNT, "leipzig"))?.longestClaimMinutes).toBe(240);
    });

    it("and what was decided before that is refused", async () => {
      const { version } = (await store.business(ACCOUNT, "leipzig"))!;
      await store.allowLongerClaims(ACCOUNT, "leipzig", 240);
      const late = creation(booking("bk-1"), { expectedConfigurationVersion: version });
      expect(await store.commitBooking(late)).toMatchObject({ ok: false });
    });
  });
}

function sorted(counts: readonly object[]): string[] {
  const inOrder = (one: object) => JSON.stringify(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));
  return counts.map(inOrder).sort();
}
