import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Client } from "../identity/client.ts";
import { indexAllClients } from "./index-all-clients.ts";
import type { ClientMerge, Store } from "./store.ts";
import {
  ACCOUNT,
  AT,
  at,
  booking,
  cardOf,
  client,
  commit,
  creation,
  foundAccount,
  lookupFor,
  type OpenStore,
  STALE,
  type StoreUnderTest,
} from "./store-under-test.fixture.ts";

const OTHER = "acc-other";
const KEEP = client("keep", { firstname: "Max", lastname: "Mustermann", phone: "+4930123" });
const DROP = client("drop", {
  firstname: "Max",
  lastname: "Mustermann",
  dob: "1985-07-25",
  phone: "+4930456",
});
const MERGED = client("keep", { ...cardOf(KEEP), dob: "1985-07-25" });

export function describeMergingClients(name: string, openStore: OpenStore): void {
  describe(`${name}: two cards that become one`, () => {
    let opened: StoreUnderTest;
    let store: Store;
    const merge = (members: Partial<ClientMerge> = {}): ClientMerge => ({
      accountId: ACCOUNT,
      keep: cardOf(KEEP),
      drop: cardOf(DROP),
      merged: MERGED,
      actor: { kind: "person", id: "cli" },
      at: AT,
      ...members,
    });
    const like = async (members: Partial<Client>) =>
      (await store.clientsLike(ACCOUNT, lookupFor(members))).map(({ id }) => id);
    beforeEach(async () => {
      opened = await openStore();
      store = opened.store;
      for (const account of [ACCOUNT, OTHER]) {
        await foundAccount(store, account);
        await store.saveClients(account, [KEEP, DROP], AT);
      }
    });
    afterEach(() => opened.close());

    it("have one card, its bookings as booker and participant, and a note of it", async () => {
      await commit(
        store,
        creation(booking("bk-1", { bookerId: "drop", participantId: "drop" })),
        creation(booking("bk-2", { bookerId: "drop", start: at("11:00") })),
        creation(booking("bk-3", { bookerId: "keep", participantId: "keep", start: at("13:00") })),
      );
      expect(await store.mergeClients(merge())).toEqual({ ok: true, bookings: 2 });
      expect((await store.bookingsOf(ACCOUNT, "keep", 0)).map(({ id }) => id)).toEqual([
        "bk-1",
        "bk-2",
        "bk-3",
      ]);
      expect(await store.bookingsOf(ACCOUNT, "drop", 0)).toEqual([]);
      expect(await store.booking(ACCOUNT, "bk-2")).toMatchObject({
        bookerId: "keep",
        participantId: "erika",
      });
      expect(await store.clientEvents(ACCOUNT, "keep")).toEqual([
        {
          clientId: "keep",
          kind: "merged",
          at: AT,
          actor: { kind: "person", id: "cli" },
          detail: { dropped: cardOf(DROP), bookings: ["bk-1", "bk-2"], members: ["dob"] },
        },
      ]);
    });

    it("are found as the kept one, also by the dropped id", async () => {
      await store.mergeClients(merge());
      expect(await store.clientById(ACCOUNT, "drop")).toEqual(cardOf(MERGED));
      expect(await store.clientById(ACCOUNT, "keep")).toEqual(cardOf(MERGED));
      expect(await like({ firstname: "Max", lastname: "Mustermann" })).toEqual(["keep"]);
      expect(await like({ phone: "+4930456" })).toEqual([]);
      expect((await store.clients(ACCOUNT)).map(({ id }) => id).sort()).toEqual(["erika", "keep"]);
      expect(await indexAllClients(store, () => AT)).toBe(0);
    });

    it("lead to one card in one step, however often they are merged", async () => {
      await store.mergeClients(merge());
      const last = client("last", { ...cardOf(MERGED) });
      await store.saveClients(ACCOUNT, [last], AT);
      await store.mergeClients(merge({ keep: cardOf(last), drop: cardOf(MERGED), merged: last }));
      expect((await store.clientById(ACCOUNT, "drop"))?.id).toBe("last");
      expect((await store.clientById(ACCOUNT, "keep"))?.id).toBe("last");
    });

    it("stay two when one has changed since it was read", async () => {
      const changed = { ...cardOf(DROP), city: "Leipzig" };
      expect(await store.mergeClients(merge({ drop: changed }))).toEqual(STALE);
      expect(await store.mergeClients(merge({ keep: { ...cardOf(KEEP), city: "Leipzig" } }))).toEqual(STALE);
      await store.mergeClients(merge());
      expect(await store.mergeClients(merge({ keep: cardOf(MERGED) }))).toEqual(STALE);
    });

    it("stay two while both have the same booking", async () => {
      const course = { appointmentTypeId: "course", productId: "course-60" };
      const one = booking("bk-1", { ...course, bookerId: "keep", participantId: "keep" });
      const other = booking("bk-2", { ...course, bookerId: "drop", participantId: "drop", agentId: "ayse" });
      await commit(store, creation(one), creation(other));
      expect(await store.mergeClients(merge())).toEqual({ ok: false, reason: "same_booking" });
      expect((await store.clientById(ACCOUNT, "drop"))?.id).toBe("drop");
      expect(await store.clientById(ACCOUNT, "keep")).toEqual(cardOf(KEEP));
    });

    it("take no booking for the dropped one any more: it is decided again", async () => {
      await store.mergeClients(merge());
      const late = creation(booking("bk-1", { bookerId: "drop", participantId: "drop" }));
      expect(await store.commitBooking(late)).toEqual(STALE);
      expect(await store.booking(ACCOUNT, "bk-1")).toBeUndefined();
    });

    it("are another account's business", async () => {
      await store.mergeClients(merge());
      expect((await store.clientById(OTHER, "drop"))?.id).toBe("drop");
      expect(await store.clientEvents(OTHER, "keep")).toEqual([]);
    });
  });
}
