import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agentSubject, claimsOf, type Occupancy, resourceSubject } from "../scheduling/occupancy.ts";
import type { Lookup, OccupancyQuery, Store } from "./store.ts";
import {
  ACCOUNT,
  AT,
  agentClaim,
  at,
  booking,
  cancellation,
  client,
  commit,
  creation,
  foundAccount,
  lookupFor,
  type OpenStore,
  type StoreUnderTest,
} from "./store-under-test.fixture.ts";

const MAX = agentSubject("max");
const AYSE = agentSubject("ayse");

/** Half past eight to ten, and claims of up to an hour. */
const MORNING: OccupancyQuery = {
  subjects: [MAX],
  window: { start: at("08:30"), end: at("10:00") },
  reachMinutes: 60,
};

/** A store may hand out more than was asked for, as long as nothing is missing that overlaps the window. */
function idsWithin({ window }: OccupancyQuery, occupancy: Occupancy, subject = MAX): string[] {
  return claimsOf(occupancy, subject)
    .filter(({ start, end }) => start < window.end && end > window.start)
    .map(({ bookingId }) => bookingId);
}

export function describeBookingReads(name: string, openStore: OpenStore): void {
  describe(`${name}: what is taken`, () => {
    let opened: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      opened = await openStore();
      store = opened.store;
      await foundAccount(store);
    });
    afterEach(() => opened.close());

    it("is nothing where nothing was booked", async () => {
      const occupancy = await store.occupancy(ACCOUNT, MORNING);
      expect(claimsOf(occupancy, MAX)).toEqual([]);
      expect(occupancy.productStarts).toEqual([]);
    });

    it("is each claim with its booking, its share key and the start without buffers", async () => {
      const record = booking("bk-1");
      const buffered = { subject: MAX, start: at("08:55"), end: at("09:40"), shareKey: "class-1" };
      await commit(store, creation(record, { claims: [buffered] }));
      const { claims } = await store.occupancy(ACCOUNT, MORNING);
      expect(claims.get(MAX)).toEqual([
        {
          start: at("08:55"),
          end: at("09:40"),
          bookingId: "bk-1",
          shareKey: "class-1",
          slotStart: at("09:00"),
        },
      ]);
    });

    it("is read for the asked subjects only", async () => {
      const record = booking("bk-1");
      const room = { ...agentClaim(record), subject: resourceSubject("room1") };
      await commit(store, creation(record, { claims: [agentClaim(record), room] }));
      const subjects = [AYSE, resourceSubject("room1")];
      const { claims } = await store.occupancy(ACCOUNT, { ...MORNING, subjects });
      expect([...claims.keys()]).toEqual([resourceSubject("room1")]);
    });

    it("is sorted by start, whatever the order of booking", async () => {
      for (const [id, start] of [
        ["second", "09:00"],
        ["third", "09:30"],
        ["first", "08:30"],
      ] as const) {
        await commit(store, creation(booking(id, { start: at(start) })));
      }
      const occupancy = await store.occupancy(ACCOUNT, MORNING);
      expect(idsWithin(MORNING, occupancy)).toEqual(["first", "second", "third"]);
    });

    it("holds what reaches into the window from before, as long as the reach", async () => {
      const early = booking("early", { start: at("07:31"), end: at("08:31") });
      await commit(store, creation(early));
      expect(idsWithin(MORNING, await store.occupancy(ACCOUNT, MORNING))).toEqual(["early"]);
    });

    it("is half-open: what ends at the window's start or begins at its end does not count", async () => {
      await commit(
        store,
        creation(booking("ends", { start: at("08:00"), end: at("08:30") })),
        creation(booking("inside", { start: at("09:30"), end: at("10:00") })),
        creation(booking("begins", { start: at("10:00"), end: at("10:30") })),
      );
      const occupancy = await store.occupancy(ACCOUNT, MORNING);
      expect(idsWithin(MORNING, occupancy)).toEqual(["inside"]);
      expect(claimsOf(occupancy, MAX).map(({ bookingId }) => bookingId)).not.toContain("begins");
    });

    it("is the same ranges when whose they are does not matter", async () => {
      const record = booking("bk-1");
      const buffered = { subject: MAX, start: at("08:55"), end: at("09:40"), shareKey: "class-1" };
      const later = creation(booking("bk-2", { start: at("09:40") }));
      await commit(store, creation(record, { claims: [buffered] }), later);
      const subjects = [AYSE, MAX];
      const { claims } = await store.occupancy(ACCOUNT, { ...MORNING, subjects, anonymous: true });
      expect([...claims.keys()]).toEqual([MAX]);
      expect(claims.get(MAX)).toMatchObject([
        { start: at("08:55"), end: at("09:40"), slotStart: at("09:00") },
        { start: at("09:40"), end: at("10:10"), slotStart: at("09:40") },
      ]);
    });

    it("is nothing for no subjects", async () => {
      await commit(store, creation(booking("bk-1")));
      expect((await store.occupancy(ACCOUNT, { ...MORNING, subjects: [] })).claims.size).toBe(0);
    });

    it("counts a product's confirmed starts with any agent when asked to", async () => {
      const cancelled = booking("cancelled", { start: at("09:30") });
      await store.saveClients(ACCOUNT, [client("mia")], AT);
      await commit(
        store,
        creation(booking("with-max")),
        creation(booking("with-ayse", { agentId: "ayse", bookerId: "mia", participantId: "mia" })),
        creation(booking("course", { productId: "course-60", start: at("08:30") })),
        creation(cancelled),
        cancellation(cancelled),
        creation(booking("at-end", { start: at("10:00") })),
      );
      const { productStarts } = await store.occupancy(ACCOUNT, { ...MORNING, productId: "massage-30" });
      expect(productStarts.toSorted((a, b) => (a.bookingId < b.bookingId ? -1 : 1))).toEqual([
        { bookingId: "with-ayse", start: at("09:00") },
        { bookingId: "with-max", start: at("09:00") },
      ]);
    });
  });

  describe(`${name}: what a decision is based on`, () => {
    let opened: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      opened = await openStore();
      store = opened.store;
      await foundAccount(store);
    });
    afterEach(() => opened.close());

    it("has the occupancy that a plain read has", async () => {
      await commit(store, creation(booking("bk-1")));
      const query = { ...MORNING, productId: "massage-30" };
      const basis = await store.decisionBasis(ACCOUNT, { ...query, versionSubjects: [] });
      expect(basis.occupancy).toEqual(await store.occupancy(ACCOUNT, query));
      expect(basis.sameStart).toEqual([]);
      expect(basis.idleSince.size).toBe(0);
    });

    it("has a version for every asked subject, also for one that nobody changed yet", async () => {
      const versionSubjects = ["agent/max/1", "agent/ayse/1"];
      const before = (await store.decisionBasis(ACCOUNT, { ...MORNING, versionSubjects })).versions;
      expect([...before.keys()].sort()).toEqual(versionSubjects.toSorted());
      const expectedVersions = new Map([["agent/max/1", before.get("agent/max/1")!]]);
      await commit(store, creation(booking("bk-1"), { expectedVersions }));
      const after = (await store.decisionBasis(ACCOUNT, { ...MORNING, versionSubjects })).versions;
      expect(after.get("agent/max/1")).not.toBe(before.get("agent/max/1"));
      expect(after.get("agent/ayse/1")).toBe(before.get("agent/ayse/1"));
    });

    it("has the confirmed bookings of the same product at the same start, with their agents", async () => {
      const cancelled = booking("cancelled");
      await store.saveClients(ACCOUNT, [client("mia"), client("tom")], AT);
      const mias = booking("mias", { agentId: "ayse", bookerId: "mia", participantId: "mia" });
      await commit(
        store,
        creation(cancelled),
        cancellation(cancelled),
        creation(mias),
        creation(booking("later", { start: at("09:30") })),
        creation(booking("other-product", { productId: "course-60", participantId: "tom" })),
      );
      const sameStart = { productId: "massage-30", start: at("09:00") };
      const basis = await store.decisionBasis(ACCOUNT, { ...MORNING, versionSubjects: [], sameStart });
      const agent = { id: "ayse", firstname: "Ayşe", lastname: "Öztürk" };
      expect(basis.sameStart).toEqual([{ ...mias, agent }]);
    });

    it("has for each of the people the cards that a look-up finds, booker first", async () => {
      await store.saveClients(
        ACCOUNT,
        [client("mia", { firstname: "Mia", lastname: "Nowak" }), client("tom", { phone: "+493411234567" })],
        AT,
      );
      const [mia, tom] = [
        lookupFor({ firstname: "Mia", lastname: "Nowak" }),
        lookupFor({ phone: "+493411234567" }),
      ];
      const nobody = lookupFor({ firstname: "Nie", lastname: "Mand" });
      const cardsOf = async (account: string, ...people: Lookup[]) =>
        (await store.decisionBasis(account, { ...MORNING, versionSubjects: [], people })).cards;
      expect(await cardsOf(ACCOUNT)).toEqual([]);
      expect(await cardsOf(ACCOUNT, mia)).toEqual([await store.clientsLike(ACCOUNT, mia)]);
      const both = await cardsOf(ACCOUNT, tom, mia);
      expect(both.map((cards) => cards.map(({ id }) => id))).toEqual([["tom"], ["mia"]]);
      expect(await cardsOf(ACCOUNT, nobody, tom)).toEqual([[], await store.clientsLike(ACCOUNT, tom)]);
      await foundAccount(store, "acc-elsewhere");
      expect(await cardsOf("acc-elsewhere", mia, tom)).toEqual([[], []]);
    });

    it("has the end of each agent's last claim before the asked minute", async () => {
      await commit(
        store,
        creation(booking("first", { start: at("07:00") })),
        creation(booking("last", { start: at("08:00") })),
        creation(booking("after", { start: at("09:00") })),
      );
      const idle = { agentIds: ["max", "ayse"], before: at("09:00") };
      const basis = await store.decisionBasis(ACCOUNT, { ...MORNING, versionSubjects: [], idle });
      expect([...basis.idleSince]).toEqual([["max", at("08:30")]]);
    });
  });

  describe(`${name}: bookings of a client`, () => {
    let opened: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      opened = await openStore();
      store = opened.store;
      await foundAccount(store);
      await store.saveClients(ACCOUNT, [client("mia"), client("tom")], AT);
    });
    afterEach(() => opened.close());

    it("are the confirmed ones as booker or participant from a minute on, soonest first", async () => {
      const cancelled = booking("cancelled", { start: at("12:00") });
      await commit(
        store,
        creation(booking("later", { start: at("11:00") })),
        creation(booking("attends", { start: at("10:00"), bookerId: "mia" })),
        creation(booking("books", { start: at("09:00"), participantId: "mia" })),
        creation(booking("past", { start: at("08:30") })),
        creation(booking("strangers", { start: at("13:00"), bookerId: "tom", participantId: "tom" })),
        creation(cancelled),
        cancellation(cancelled),
      );
      const found = await store.bookingsOf(ACCOUNT, "erika", at("09:00"));
      expect(found.map(({ id }) => id)).toEqual(["books", "attends", "later"]);
      expect(found[0]?.agent).toEqual({ id: "max", firstname: "Max", lastname: "Mustermann" });
      expect(await store.bookingsOf(ACCOUNT, "nobody", 0)).toEqual([]);
    });

    it("are told one by one also when cancelled, and not at all when there is none", async () => {
      const record = booking("bk-1");
      await commit(store, creation(record), cancellation(record));
      expect(await store.booking(ACCOUNT, "bk-1")).toMatchObject({ status: "cancelled", version: 2 });
      expect(await store.booking(ACCOUNT, "bk-2")).toBeUndefined();
      expect(await store.bookingEvents(ACCOUNT, "bk-2")).toEqual([]);
    });
  });
}
