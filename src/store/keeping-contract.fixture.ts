import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agentSubject, claimsOf } from "../scheduling/occupancy.ts";
import type { Store } from "./store.ts";
import {
  ACCOUNT,
  AT,
  at,
  booking,
  client,
  commit,
  creation,
  foundAccount,
  key,
  move,
  type OpenStore,
  type StoreUnderTest,
} from "./store-under-test.fixture.ts";

const DAY_MS = 86_400_000;
const MAX = agentSubject("max");

export function describeKeeping(name: string, openStore: OpenStore): void {
  describe(`${name}: what lasts`, () => {
    let opened: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      opened = await openStore();
      store = opened.store;
      await foundAccount(store);
    });
    afterEach(() => opened.close());

    const versionSubjects = ["agent/max/1", "agent/max/2"];
    const decision = { subjects: [MAX], window: { start: 0, end: 1 }, reachMinutes: 0, versionSubjects };

    it("is everything that was acknowledged, also after closing and opening again", async () => {
      const created = booking("bk-1");
      const idempotency = { keyId: "key-1", idempotencyKey: "once", fingerprint: "print", bookingId: "bk-1" };
      const expectedVersions = new Map([["agent/max/1", 0]]);
      await store.addKey(key("key-1"));
      await commit(
        store,
        creation(created, { idempotency, expectedVersions }),
        move(created, { start: at("11:00") }),
      );
      const read = async (from: Store) => ({
        configuration: await from.configuration(ACCOUNT),
        slotKey: (await from.business(ACCOUNT, "leipzig"))?.slotKey,
        key: await from.keyByHash("hash-of-key-1"),
        clients: await from.clients(ACCOUNT),
        booking: await from.booking(ACCOUNT, "bk-1"),
        events: await from.bookingEvents(ACCOUNT, "bk-1"),
        idempotency: await from.idempotencyRecord(ACCOUNT, "key-1", "once"),
        basis: await from.decisionBasis(ACCOUNT, decision),
      });
      const before = await read(store);
      expect(before.basis.versions.get("agent/max/1")).not.toBe(0);
      expect(await read(await opened.reopen())).toEqual(before);
    });

    it("is not idempotency keys and versions of long ago; bookings and their history stay", async () => {
      const oldOne = creation(booking("bk-old"), {
        at: AT - DAY_MS,
        expectedVersions: new Map([["agent/max/1", 0]]),
        idempotency: { keyId: "key-1", idempotencyKey: "old", fingerprint: "print", bookingId: "bk-old" },
      });
      const newOne = creation(booking("bk-new", { start: at("11:00") }), {
        at: AT,
        expectedVersions: new Map([["agent/max/2", 0]]),
        idempotency: { keyId: "key-1", idempotencyKey: "new", fingerprint: "print", bookingId: "bk-new" },
      });
      await commit(store, oldOne, newOne);
      await store.prune(AT);
      expect(await store.idempotencyRecord(ACCOUNT, "key-1", "old")).toBeUndefined();
      expect(await store.idempotencyRecord(ACCOUNT, "key-1", "new")).toEqual(newOne.idempotency);
      const { versions } = await store.decisionBasis(ACCOUNT, decision);
      expect(versions.get("agent/max/1")).toBe(0);
      expect(versions.get("agent/max/2")).not.toBe(0);
      expect(await store.booking(ACCOUNT, "bk-old")).toBeDefined();
      expect(await store.bookingEvents(ACCOUNT, "bk-old")).toHaveLength(1);
    });

    it("can be written to, which leaves no trace", async () => {
      const before = await store.configuration(ACCOUNT);
      await expect(store.checkWritable()).resolves.toBeUndefined();
      expect(await store.configuration(ACCOUNT)).toEqual(before);
    });

    it("is copied as one moment's state while writes go on", async () => {
      const days = Array.from({ length: 60 }, (_, day) => day);
      const book = (day: number) =>
        creation(booking(`bk-${day}`, { start: at("09:00") + day * 1_440 }), {
          newClients: [client(`cl-${day}`)],
        });
      for (const day of days.slice(0, 20)) await commit(store, book(day));
      const copying = store.backup(opened.backupFile);
      for (const day of days.slice(20)) await commit(store, book(day));
      await copying;
      const copy = await opened.openBackup(opened.backupFile);
      const window = { start: at("00:00"), end: at("00:00") + days.length * 1_440 };
      const taken = claimsOf(
        await copy.occupancy(ACCOUNT, { subjects: [MAX], window, reachMinutes: 0 }),
        MAX,
      );
      const booked = await copy.bookingsOf(ACCOUNT, "erika", 0);
      expect(booked.length).toBeGreaterThanOrEqual(20);
      expect(taken.map(({ bookingId }) => bookingId)).toEqual(booked.map(({ id }) => id));
      expect(await copy.clients(ACCOUNT)).toHaveLength(booked.length + 1);
      for (const { id } of booked) expect(await copy.bookingEvents(ACCOUNT, id)).toHaveLength(1);
      expect(await copy.configuration(ACCOUNT)).toEqual(await store.configuration(ACCOUNT));
      expect(await store.bookingsOf(ACCOUNT, "erika", 0)).toHaveLength(days.length);
    });
  });
}
