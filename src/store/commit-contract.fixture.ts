import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agentSubject, type Claim, claimsOf, resourceSubject } from "../scheduling/occupancy.ts";
import type { BookingChange, BookingEvent, Store } from "./store.ts";
import {
  ACCOUNT,
  AT,
  accountWith,
  agentClaim,
  at,
  booking,
  cancellation,
  cardOf,
  client,
  commit,
  creation,
  foundAccount,
  LEIPZIG,
  move,
  type OpenStore,
  STALE,
  type StoreUnderTest,
} from "./store-under-test.fixture.ts";

const MAX_DAY = "agent/max/20788";

export function describeCommits(name: string, openStore: OpenStore): void {
  describe(`${name}: committing a booking`, () => {
    let opened: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      opened = await openStore();
      store = opened.store;
      await foundAccount(store);
      await store.saveClients(ACCOUNT, [client("mia"), client("tom")], AT);
    });
    afterEach(() => opened.close());

    async function claims(subject: string = agentSubject("max")): Promise<readonly Claim[]> {
      const window = { start: at("00:00"), end: at("23:59") };
      return claimsOf(
        await store.occupancy(ACCOUNT, { subjects: [subject], window, reachMinutes: 0 }),
        subject,
      );
    }

    async function version(subject: string): Promise<number> {
      const window = { start: 0, end: 1 };
      const query = { subjects: [], window, reachMinutes: 0, versionSubjects: [subject] };
      return (await store.decisionBasis(ACCOUNT, query)).versions.get(subject)!;
    }

    /** A change for Tom and a newcomer that touches everything a change can touch. */
    function fullChange(id: string, members: Partial<BookingChange> = {}): BookingChange {
      const record = booking(id, { participantId: "tom", bookerId: `${id}-newcomer` });
      const room = { ...agentClaim(record), subject: resourceSubject("room1") };
      return creation(record, {
        claims: [room, agentClaim(record)],
        newClients: [client(`${id}-newcomer`)],
        idempotency: { keyId: "key-1", idempotencyKey: id, fingerprint: "print", bookingId: id },
        ...members,
      });
    }

    async function expectNothingOf(id: string): Promise<void> {
      expect(await store.booking(ACCOUNT, id)).toBeUndefined();
      expect(await store.bookingEvents(ACCOUNT, id)).toEqual([]);
      expect(await store.clientById(ACCOUNT, `${id}-newcomer`)).toBeUndefined();
      expect(await store.idempotencyRecord(ACCOUNT, "key-1", id)).toBeUndefined();
      expect((await claims()).map(({ bookingId }) => bookingId)).not.toContain(id);
      const rooms = await claims(resourceSubject("room1"));
      expect(rooms.map(({ bookingId }) => bookingId)).not.toContain(id);
    }

    it("writes booking, claims, new clients, event and idempotency record", async () => {
      const change = fullChange("bk-1");
      expect(await store.commitBooking(change)).toEqual({ ok: true });
      const agent = { id: "max", firstname: "Max", lastname: "Mustermann" };
      expect(await store.booking(ACCOUNT, "bk-1")).toEqual({ ...change.booking, agent });
      expect(await claims()).toHaveLength(1);
      expect(await claims(resourceSubject("room1"))).toHaveLength(1);
      expect(await store.clientById(ACCOUNT, "bk-1-newcomer")).toEqual(cardOf(client("bk-1-newcomer")));
      expect(await store.idempotencyRecord(ACCOUNT, "key-1", "bk-1")).toEqual(change.idempotency);
    });

    it("keeps for good who did what when, what was before and what after", async () => {
      const created = booking("bk-1");
      const moved = move(
        created,
        { start: at("11:00") },
        { actor: { kind: "person", id: "anna" }, at: AT + 1 },
      );
      const cancelled = cancellation(moved.booking, { at: AT + 2 });
      await commit(store, creation(created), moved, cancelled);
      const byKey = { kind: "key", id: "key-1" } as const;
      const byAnna = { kind: "person", id: "anna" } as const;
      const bookingId = "bk-1";
      const events: BookingEvent[] = [
        { bookingId, kind: "created", at: AT, actor: byKey, before: null, after: created },
        { bookingId, kind: "moved", at: AT + 1, actor: byAnna, before: created, after: moved.booking },
        {
          bookingId,
          kind: "cancelled",
          at: AT + 2,
          actor: byKey,
          before: moved.booking,
          after: cancelled.booking,
        },
      ];
      expect(await store.bookingEvents(ACCOUNT, "bk-1")).toEqual(events);
    });

    it("moves a booking: its old time is free, its new time and agent are taken", async () => {
      const before = booking("bk-1");
      const to = { start: at("11:00"), agentId: "ayse", slotId: "slot-2" };
      const moved = move(before, to);
      await commit(store, creation(before), moved);
      expect(await claims()).toEqual([]);
      expect(await claims(agentSubject("ayse"))).toMatchObject([{ start: at("11:00"), end: at("11:30") }]);
      const agent = { id: "ayse", firstname: "Ayşe", lastname: "Öztürk" };
      expect(await store.booking(ACCOUNT, "bk-1")).toEqual({ ...moved.booking, agent });
      await commit(store, creation(booking("bk-2", { participantId: "tom" })));
    });

    it("moves a booking to a time that overlaps its own", async () => {
      const before = booking("bk-1");
      await commit(store, creation(before), move(before, { start: at("09:15") }));
      expect(await claims()).toMatchObject([{ start: at("09:15"), end: at("09:45") }]);
    });

    it("cancels a booking: it is kept and its time is free at once", async () => {
      const before = booking("bk-1");
      await commit(store, creation(before), cancellation(before));
      expect(await claims()).toEqual([]);
      expect((await store.booking(ACCOUNT, "bk-1"))?.status).toBe("cancelled");
      await commit(store, creation(booking("bk-2")));
    });

    it.each([
      ["the same time", "09:00", "09:30"],
      ["one that begins inside", "09:29", "09:59"],
      ["one that ends inside", "08:31", "09:01"],
      ["one that lies inside", "09:10", "09:20"],
      ["one that spans it", "08:00", "11:00"],
    ])("refuses a claim that overlaps: %s", async (_which, start, end) => {
      await commit(store, creation(booking("bk-1")));
      const record = booking("bk-2", { participantId: "tom", start: at(start), end: at(end) });
      expect(await store.commitBooking(creation(record))).toEqual(STALE);
      expect(await claims()).toHaveLength(1);
    });

    it("refuses an overlap with a claim as long as two days", async () => {
      const from = at("00:00") - 2 * 1_440 + 1;
      const long = booking("bk-1", { start: from, end: from + 2 * 1_440 });
      await commit(store, creation(long));
      const first = booking("bk-2", { participantId: "tom", start: at("00:00") });
      expect(await store.commitBooking(creation(first))).toEqual(STALE);
    });

    it("lets claims touch, and those of other subjects overlap", async () => {
      await commit(
        store,
        creation(booking("bk-1")),
        creation(booking("bk-2", { participantId: "tom", start: at("09:30") })),
        creation(booking("bk-3", { participantId: "tom", start: at("08:30") })),
        creation(booking("bk-4", { participantId: "mia", agentId: "ayse" })),
      );
      expect(await claims()).toHaveLength(3);
    });

    it("writes nothing of a refused change", async () => {
      await commit(store, creation(booking("bk-1")));
      const expectedVersions = new Map([[MAX_DAY, await version(MAX_DAY)]]);
      expect(await store.commitBooking(fullChange("bk-2", { expectedVersions }))).toEqual(STALE);
      await expectNothingOf("bk-2");
      expect(await version(MAX_DAY)).toBe(expectedVersions.get(MAX_DAY));
    });

    it("leaves a booking as it was when its move is refused", async () => {
      const inTheWay = booking("bk-1", { start: at("11:00") });
      const mine = booking("bk-2", { participantId: "tom" });
      await commit(store, creation(inTheWay), creation(mine));
      expect(await store.commitBooking(move(mine, { start: at("10:45") }))).toEqual(STALE);
      expect(await store.booking(ACCOUNT, "bk-2")).toMatchObject(mine);
      expect(await store.bookingEvents(ACCOUNT, "bk-2")).toHaveLength(1);
      expect((await claims()).map(({ start }) => start)).toEqual([at("09:00"), at("11:00")]);
    });

    it("lets claims overlap that share their key, but no seat be taken twice", async () => {
      const attend = (id: string, participantId: string, seat: string) => {
        const record = booking(id, { participantId, productId: "course-60" });
        const own = agentClaim(record);
        return creation(record, {
          claims: [
            { ...own, shareKey: "class" },
            { ...own, subject: seat },
          ],
        });
      };
      await commit(store, attend("bk-1", "erika", "seat/1"), attend("bk-2", "tom", "seat/2"));
      expect(await claims()).toHaveLength(2);
      expect(await store.commitBooking(attend("bk-3", "mia", "seat/2"))).toEqual(STALE);
      const alone = booking("bk-4", { participantId: "mia" });
      expect(await store.commitBooking(creation(alone))).toEqual(STALE);
      expect(await claims()).toHaveLength(2);
    });

    it("refuses a decision that was made on another configuration", async () => {
      const decided = (await store.configuration(ACCOUNT))!.version;
      const configuration = accountWith([{ ...LEIPZIG, name: "Neu" }]);
      await store.saveConfiguration({ configuration, expectedVersion: decided, clients: [], at: AT });
      const change = fullChange("bk-1", { expectedConfigurationVersion: decided });
      expect(await store.commitBooking(change)).toEqual(STALE);
      await expectNothingOf("bk-1");
      await commit(store, { ...change, expectedConfigurationVersion: decided + 1 });
    });

    it("refuses the second of two decisions that were made on the same version", async () => {
      const expectedVersions = new Map([[MAX_DAY, await version(MAX_DAY)]]);
      await commit(store, creation(booking("bk-1"), { expectedVersions }));
      const start = at("15:00");
      const second = booking("bk-2", { start });
      expect(await store.commitBooking(creation(second, { expectedVersions }))).toEqual(STALE);
      const fresh = new Map([[MAX_DAY, await version(MAX_DAY)]]);
      await commit(store, creation(second, { expectedVersions: fresh }));
    });

    it("raises no version when one of several is stale", async () => {
      const expectedVersions = new Map([
        ["agent/ayse/20788", 0],
        [MAX_DAY, 7],
      ]);
      expect(await store.commitBooking(creation(booking("bk-1"), { expectedVersions }))).toEqual(STALE);
      expect(await version("agent/ayse/20788")).toBe(0);
    });

    it("refuses a change of a booking that was changed meanwhile, or that does not exist", async () => {
      const before = booking("bk-1");
      await commit(store, creation(before), move(before, { start: at("11:00") }));
      expect(await store.commitBooking(move(before, { start: at("14:00") }))).toEqual(STALE);
      expect(await store.commitBooking(cancellation(before))).toEqual(STALE);
      expect(await store.commitBooking(cancellation(booking("bk-9")))).toEqual(STALE);
      expect(await store.booking(ACCOUNT, "bk-1")).toMatchObject({ start: at("11:00"), version: 2 });
      expect(await claims()).toMatchObject([{ start: at("11:00") }]);
      expect(await store.bookingEvents(ACCOUNT, "bk-1")).toHaveLength(2);
    });

    it("refuses a booking id that is taken", async () => {
      await commit(store, creation(booking("bk-1")));
      const again = booking("bk-1", { participantId: "tom", start: at("15:00") });
      expect(await store.commitBooking(creation(again))).toEqual(STALE);
      expect((await store.booking(ACCOUNT, "bk-1"))?.participantId).toBe("erika");
    });

    it("refuses the same start of the same product for the same client, until the first is cancelled", async () => {
      const first = booking("bk-1");
      await commit(store, creation(first));
      const again = booking("bk-2", { agentId: "ayse" });
      expect(await store.commitBooking(creation(again))).toEqual(STALE);
      const elsewhere = booking("bk-3", { agentId: "ayse", start: at("11:00") });
      await commit(store, creation(elsewhere));
      expect(await store.commitBooking(move(elsewhere, { start: at("09:00") }))).toEqual(STALE);
      await commit(store, cancellation(first), creation(again));
    });

    it("keeps which booking a repeated request made, by key", async () => {
      const change = fullChange("bk-1");
      await commit(store, change);
      const repeat = fullChange("bk-2", { idempotency: { ...change.idempotency!, bookingId: "bk-2" } });
      const elsewhere = { ...repeat.booking, start: at("15:00"), end: at("15:30") };
      const refused = await store.commitBooking({ ...repeat, booking: elsewhere, claims: [] });
      expect(refused).toEqual(STALE);
      await expectNothingOf("bk-2");
      expect(await store.idempotencyRecord(ACCOUNT, "key-1", "bk-1")).toEqual(change.idempotency);
      expect(await store.idempotencyRecord(ACCOUNT, "key-2", "bk-1")).toBeUndefined();
    });

    it("answers each of several changes at once for itself: a stale one does not spoil the others", async () => {
      await commit(store, creation(booking("bk-1")));
      const results = await Promise.all([
        store.commitBooking(fullChange("bk-2")),
        store.commitBooking(creation(booking("bk-3", { start: at("11:00") }))),
        store.commitBooking(cancellation(booking("bk-9"))),
        store.commitBooking(creation(booking("bk-4", { start: at("12:00") }))),
      ]);
      expect(results.map(({ ok }) => ok)).toEqual([false, true, false, true]);
      await expectNothingOf("bk-2");
      expect((await claims()).map(({ bookingId }) => bookingId)).toEqual(["bk-1", "bk-3", "bk-4"]);
    });

    it("lets exactly one of many win the same time", async () => {
      const attempts = Array.from({ length: 20 }, (_, number) => {
        const newClients = [client(`caller-${number}`)];
        const record = booking(`bk-${number}`, {
          participantId: `caller-${number}`,
          bookerId: `caller-${number}`,
        });
        return store.commitBooking(creation(record, { newClients }));
      });
      const results = await Promise.all(attempts);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await claims()).toHaveLength(1);
    });

    it("rejects a change that is a bug by itself: others of the same moment are committed", async () => {
      const broken = creation(booking("bk-1", { agentId: "nobody" }), { claims: [] });
      const [bug, fine] = await Promise.allSettled([
        store.commitBooking(broken),
        store.commitBooking(creation(booking("bk-2", { start: at("11:00") }))),
      ]);
      expect(bug.status).toBe("rejected");
      expect(fine).toMatchObject({ status: "fulfilled", value: { ok: true } });
      expect(await store.booking(ACCOUNT, "bk-1")).toBeUndefined();
      expect(await store.booking(ACCOUNT, "bk-2")).toBeDefined();
    });
  });
}
