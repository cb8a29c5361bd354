import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agentSubject } from "../scheduling/occupancy.ts";
import type { BookingChange, Store } from "./store.ts";
import {
  ACCOUNT,
  AT,
  accountWith,
  at,
  booking,
  cancellation,
  cardOf,
  client,
  commit,
  creation,
  foundAccount,
  HALLE,
  key,
  LEIPZIG,
  lookupFor,
  type OpenStore,
  STALE,
  type StoreUnderTest,
} from "./store-under-test.fixture.ts";

const OTHER = "acc-other";
/** An account that exists and has nothing but its configuration. */
const EMPTY = "acc-empty";

const WINDOW = { start: at("00:00"), end: at("23:59") };
const EVERYTHING = {
  subjects: [agentSubject("max")],
  window: WINDOW,
  reachMinutes: 0,
  productId: "massage-30",
};
const DECISION = {
  ...EVERYTHING,
  versionSubjects: ["agent/max/1"],
  sameStart: { productId: "massage-30", start: at("09:00") },
  idle: { agentIds: ["max"], before: at("23:00") },
};

/** The same ids in both accounts, so that only the account can tell them apart. */
export function describeAccountIsolation(name: string, openStore: OpenStore): void {
  describe(`${name}: accounts see nothing of each other`, () => {
    let opened: StoreUnderTest;
    let store: Store;
    const change = (accountId: string, bookingId: string): BookingChange =>
      creation(booking(bookingId), {
        accountId,
        expectedVersions: new Map([["agent/max/1", 0]]),
        idempotency: { keyId: "key-1", idempotencyKey: "once", fingerprint: accountId, bookingId },
      });
    beforeEach(async () => {
      opened = await openStore();
      store = opened.store;
      for (const account of [ACCOUNT, OTHER, EMPTY]) await foundAccount(store, account);
      await commit(store, change(ACCOUNT, "bk-1"), creation(booking("bk-2", { start: at("11:00") })));
    });
    afterEach(() => opened.close());

    it("in what is taken, what a decision is based on and what was booked", async () => {
      const occupancy = await store.occupancy(EMPTY, EVERYTHING);
      expect(occupancy).toEqual({ claims: new Map(), productStarts: [] });
      const basis = await store.decisionBasis(EMPTY, DECISION);
      expect(basis.versions.get("agent/max/1")).toBe(0);
      expect(basis).toMatchObject({ occupancy, sameStart: [] });
      expect(basis.idleSince.size).toBe(0);
      expect(await store.booking(EMPTY, "bk-1")).toBeUndefined();
      expect(await store.bookingsOf(EMPTY, "erika", 0)).toEqual([]);
      expect(await store.participantsOf(EMPTY, "erika")).toEqual([]);
      expect(await store.idempotencyRecord(EMPTY, "key-1", "once")).toBeUndefined();
      expect(await store.bookingEvents(EMPTY, "bk-1")).toEqual([]);
    });

    it("also when both use the same ids for the same time", async () => {
      await commit(store, change(OTHER, "bk-1"));
      expect(await store.bookingEvents(OTHER, "bk-1")).toHaveLength(1);
      expect((await store.idempotencyRecord(OTHER, "key-1", "once"))?.fingerprint).toBe(OTHER);
      expect((await store.idempotencyRecord(ACCOUNT, "key-1", "once"))?.fingerprint).toBe(ACCOUNT);
      await commit(store, cancellation(booking("bk-1"), { accountId: OTHER }));
      expect(await store.booking(OTHER, "bk-1")).toMatchObject({ status: "cancelled" });
      expect(await store.booking(ACCOUNT, "bk-1")).toMatchObject({ status: "confirmed" });
      expect((await store.occupancy(ACCOUNT, EVERYTHING)).claims.get(agentSubject("max"))).toHaveLength(2);
    });

    it("and change nothing of each other's bookings", async () => {
      const stolen = cancellation(booking("bk-1"), { accountId: EMPTY });
      expect(await store.commitBooking(stolen)).toEqual(STALE);
      expect(await store.booking(ACCOUNT, "bk-1")).toMatchObject({ status: "confirmed" });
    });

    it("in clients, by id and by every key", async () => {
      const card = { email: "m@example.org", phone: "+4930123", dob: "1985-07-25" };
      const mia = client("mia", { firstname: "Mia", lastname: "Meyer", ...card });
      await store.saveClients(ACCOUNT, [mia], AT);
      expect(await store.clientById(OTHER, "mia")).toBeUndefined();
      expect(await store.clientsLike(OTHER, lookupFor(cardOf(mia)))).toEqual([]);
      expect((await store.clients(OTHER)).map(({ id }) => id)).toEqual(["erika"]);
      await store.saveClients(OTHER, [client("mia", { firstname: "Other" })], AT);
      expect(await store.clientById(ACCOUNT, "mia")).toEqual(cardOf(mia));
    });

    it("in configurations: one account's change leaves the other's as it is", async () => {
      const before = await store.configuration(OTHER);
      const changed = await store.saveConfiguration({
        configuration: accountWith([{ ...LEIPZIG, name: "Anders", sipIds: [] }]),
        expectedVersion: 1,
        clients: [client("erika", { firstname: "Anders" })],
        at: AT,
      });
      expect(changed).toEqual({ ok: true });
      expect(await store.configuration(OTHER)).toEqual(before);
      expect((await store.business(OTHER, "leipzig"))?.name).toBe(LEIPZIG.name);
      expect(await store.entityForSipId(OTHER, "phone-1", undefined)).toBe("leipzig");
      expect(await store.entityForSipId(ACCOUNT, "phone-1", undefined)).toBeUndefined();
      expect(await store.entityIds(OTHER)).toEqual(["leipzig", HALLE.id]);
      expect(await store.entityIds(ACCOUNT)).toEqual(["leipzig"]);
      expect((await store.clientById(OTHER, "erika"))?.firstname).toBe("Erika");
    });

    it("in the owners of ids", async () => {
      await store.saveConfiguration({
        configuration: accountWith([HALLE], OTHER),
        expectedVersion: 1,
        clients: [],
        at: AT,
      });
      expect(await store.entityOwning(OTHER, "agent", "max")).toBeUndefined();
      expect(await store.entityOwning(OTHER, "product", "massage-30")).toBeUndefined();
      expect(await store.entityOwning(OTHER, "appointment_type", "massage")).toBeUndefined();
      expect(await store.entityOwning(ACCOUNT, "agent", "max")).toBe("leipzig");
    });

    it("in keys: each belongs to one account", async () => {
      await store.addKey(key("key-1"));
      expect((await store.keyByHash("hash-of-key-1"))?.accountId).toBe(ACCOUNT);
      expect(await store.keys(OTHER)).toEqual([]);
    });
  });
}
