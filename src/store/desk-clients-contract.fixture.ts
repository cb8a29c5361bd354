import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Client } from "../identity/client.ts";
import type { Minute } from "../scheduling/range.ts";
import type { DeskClient } from "./desk-clients.ts";
import { indexAllClients } from "./index-all-clients.ts";
import type { Store } from "./store.ts";
import {
  ACCOUNT,
  AT,
  at,
  booking,
  cancellation,
  cardOf,
  client,
  commit,
  creation,
  foundAccount,
  lookupFor,
  move,
  type OpenStore,
  type StoreUnderTest,
} from "./store-under-test.fixture.ts";

const OTHER = "acc-other";
const MEMBERS = {
  firstname: "Mia",
  lastname: "Meyer",
  email: "mia@example.org",
  dob: "1985-07-25",
  phone: "+4930123",
  street: "Weg 1",
  zip: "04103",
  city: "Leipzig",
  country: "DE",
};
const MIA = client("mia", MEMBERS);

export function describeDeskClients(name: string, openStore: OpenStore): void {
  describe(`${name}: cards as the desk sees them`, () => {
    let opened: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      opened = await openStore();
      store = opened.store;
      for (const account of [ACCOUNT, OTHER]) {
        await foundAccount(store, account);
        await store.saveClients(account, [MIA], AT);
      }
    });
    afterEach(() => opened.close());

    const mia = async () => (await store.deskClient(ACCOUNT, "mia"))!;
    const changed = (members: Partial<DeskClient>, before = MIA) => ({
      ...client(before.id, { ...cardOf(before), ...members }),
      note: members.note ?? null,
    });
    const change = async (members: Partial<DeskClient>, before?: DeskClient, account = ACCOUNT) =>
      await store.changeClient(account, {
        before: before ?? (await mia()),
        after: changed(members),
        at: AT + 1,
      });
    const like = async (members: Partial<Client>, account = ACCOUNT) =>
      (await store.clientsLike(account, lookupFor(members))).map(({ id }) => id);
    const merge = async (keepId: string, dropId: string) => {
      const [keep, drop] = [
        (await store.clientById(ACCOUNT, keepId))!,
        (await store.clientById(ACCOUNT, dropId))!,
      ];
      const merged = { ...keep, ...lookupFor(keep) };
      const actor = { kind: "person", id: "ada" } as const;
      const done = await store.mergeClients({ accountId: ACCOUNT, keep, drop, merged, actor, at: AT });
      expect(done.ok).toBe(true);
    };

    it("are news when one is added, changed, merged or erased", async () => {
      const news = () => store.clientsNews(ACCOUNT);
      await expect.poll(news, { timeout: 10_000 }).toBeDefined();
      for (const happens of [
        () => store.saveClients(ACCOUNT, [client("drop")], AT),
        () => change({ city: "Halle" }),
        () => merge("mia", "drop"),
        () => store.eraseClient(ACCOUNT, "mia", { at: AT + 2, unlessFrom: at("23:00") }),
      ]) {
        const before = news();
        await happens();
        await expect.poll(() => news() !== before).toBe(true);
      }
    });

    it("finds cards by the beginning of a name or a number, in one account", async () => {
      // Names as keys have them: folded.
      const found = async (names: string[], phone?: string) =>
        (await store.clientsBeginning(ACCOUNT, { names, phone }, 50)).map(({ id }) => id).sort();
      await store.saveClients(
        ACCOUNT,
        [client("uwe", { firstname: "Uwe", lastname: "Miaow", phone: "+49341555" })],
        AT,
      );
      expect(await found(["mi"])).toEqual(["mia", "uwe"]);
      expect(await found(["mey"])).toEqual(["mia"]);
      expect(await found(["mz"])).toEqual([]);
      expect(await found([], "+4934")).toEqual(["uwe"]);
      expect(await found(["u"], "+4930")).toEqual(["mia", "uwe"]);
      expect(await store.clientsBeginning("acc-none", { names: ["m"] }, 50)).toEqual([]);
      expect(await store.clientsBeginning(ACCOUNT, { names: ["m"] }, 1)).toHaveLength(1);
      expect(await store.countClients("acc-none")).toBe(0);
      expect(await store.countClients(OTHER)).toBeGreaterThan(0);
    });

    it("are whole, with a note and their times", async () => {
      expect(await mia()).toEqual({
        ...cardOf(MIA),
        note: null,
        createdAt: AT,
        updatedAt: AT,
        erasedAt: null,
      });
      expect(await store.deskClient(ACCOUNT, "nobody")).toBeUndefined();
      await store.saveClients(OTHER, [client("theirs")], AT);
      expect(await store.deskClient(ACCOUNT, "theirs")).toBeUndefined();
    });

    it("are the one that they were merged into, over several merges", async () => {
      await store.saveClients(ACCOUNT, [client("drop"), client("last")], AT);
      await merge("mia", "drop");
      expect((await store.deskClient(ACCOUNT, "drop"))?.id).toBe("mia");
      await merge("last", "mia");
      expect((await store.deskClient(ACCOUNT, "drop"))?.id).toBe("last");
    });

    it("come in pages by name that hold each once, those without a name first", async () => {
      const cards = [
        client("c1", { lastname: null, firstname: null }),
        client("c2", { lastname: null, firstname: "Zoe" }),
        client("c3", { lastname: "Albrecht", firstname: null }),
        client("c5", { lastname: "Albrecht", firstname: "Bea" }),
        client("c4", { lastname: "Albrecht", firstname: "Bea" }),
        client("gone", { lastname: "Albrecht", firstname: "Gone" }),
        client("merged", { lastname: "Albrecht", firstname: "Merged" }),
      ];
      await store.saveClients(ACCOUNT, cards, AT);
      await store.saveClients(OTHER, [client("theirs", { lastname: "Albrecht" })], AT);
      await store.eraseClient(ACCOUNT, "gone", { at: AT + 1, unlessFrom: at("23:00") });
      await merge("c3", "merged");
      const whole = (await store.deskClients(ACCOUNT, { most: 100 })).map(({ id }) => id);
      expect(whole).toEqual(["c1", "c2", "c3", "c4", "c5", "mia", "erika"]);
      expect(whole).toEqual((await store.clients(ACCOUNT)).map(({ id }) => id));
      const seen: string[] = [];
      let after: DeskClient | undefined;
      for (;;) {
        const page = await store.deskClients(ACCOUNT, { most: 2, after });
        if (page.length === 0) break;
        seen.push(...page.map(({ id }) => id));
        after = page.at(-1);
      }
      expect(seen).toEqual(whole);
      await store.saveClients(
        ACCOUNT,
        [client("z", { lastname: "Zander" }), client("ö", { lastname: "Özdemir" })],
        AT,
      );
      const last = await store.deskClients(ACCOUNT, { most: 100 });
      expect(last.slice(-2).map(({ id }) => id)).toEqual(["ö", "z"]);
    });

    it("are changed as a whole and found by what they say then, and by nothing else", async () => {
      const before = await mia();
      expect(await change({ lastname: "Neumann", phone: null, note: "likes mornings" })).toBe(true);
      store = await opened.reopen();
      expect(await mia()).toEqual({
        ...before,
        ...{ lastname: "Neumann", phone: null, note: "likes mornings", updatedAt: AT + 1 },
      });
      expect(await like({ firstname: "Mia", lastname: "Neumann" })).toEqual(["mia"]);
      expect(await like({ phone: MEMBERS.phone })).toEqual([]);
      expect(await like({ firstname: "Mia", lastname: "Meyer" })).toEqual([]);
      expect(await like({ phone: MEMBERS.phone }, OTHER)).toEqual(["mia"]);
      expect(await store.deskClient(OTHER, "mia")).toMatchObject({ lastname: "Meyer", note: null });
    });

    it("are indexed when they were changed: nobody has to index them anew", async () => {
      await indexAllClients(
        store,
        () => AT,
        () => false,
      );
      await change({ lastname: "Neumann" });
      expect(await store.indexClients(undefined, AT)).toMatchObject({ indexed: 0 });
    });

    it("are not changed when they have changed meanwhile", async () => {
      const before = await mia();
      expect(await change({ city: "Halle" }, before)).toBe(true);
      expect(await change({ city: "Dresden" }, before)).toBe(false);
      expect(await mia()).toMatchObject({ city: "Halle" });
      expect(await change({ city: "Dresden" }, undefined)).toBe(true);
    });

    it("are changed by one of two who have seen the same, also at the same moment", async () => {
      const before = await mia();
      const done = await Promise.all(["Halle", "Dresden"].map((city) => change({ city }, before)));
      expect(done.filter(Boolean)).toHaveLength(1);
      expect((await mia()).city).toBe(done[0] ? "Halle" : "Dresden");
    });

    it("are read by their ids, in that order, without those who are gone", async () => {
      await store.saveClients(ACCOUNT, [client("zoe", { firstname: "Zoe" }), client("gone", {})], AT);
      await store.eraseClient(ACCOUNT, "gone", { at: AT, unlessFrom: at("23:00") });
      const ids = async (account: string, ...wanted: string[]) =>
        (await store.deskClientsOf(account, wanted)).map(({ id }) => id);
      expect(await ids(ACCOUNT, "zoe", "gone", "nobody", "mia")).toEqual(["zoe", "mia"]);
      expect(await ids(OTHER, "zoe", "mia")).toEqual(["mia"]);
      expect(await ids(ACCOUNT)).toEqual([]);
    });

    it("are named for the calls that booked, moved or cancelled for them, and for ids that calls found", async () => {
      const people = ["zoe", "dup", "gone", "late"].map((id) => client(id, { firstname: id }));
      for (const account of [ACCOUNT, OTHER]) await store.saveClients(account, people, AT);
      const moved = booking("moved", { participantId: "zoe" });
      const gone = booking("gone", { participantId: "gone", start: at("11:00"), end: at("11:30") });
      await commit(
        store,
        creation(booking("made", { participantId: "mia", start: at("12:00"), end: at("12:30") }), {
          callId: "call-1",
        }),
        creation(moved),
        move(moved, { start: at("10:00") }, { callId: "call-1" }),
        creation(gone, { callId: "call-2" }),
        creation(booking("other", { participantId: "zoe" }), { accountId: OTHER, callId: "call-1" }),
      );
      await commit(store, cancellation(gone, { callId: "call-1" }));
      await merge("mia", "dup");
      for (const id of ["gone", "late"])
        await store.eraseClient(ACCOUNT, id, { at: AT, unlessFrom: at("23:00") });
      const callIds = ["call-1", "call-2", "never"];
      const clientIds = ["dup", "zoe", "late", "nobody"];
      const mia = { id: "mia", firstname: "Mia", lastname: "Meyer" };
      const zoe = { id: "zoe", firstname: "zoe", lastname: cardOf(people[0]!).lastname };
      expect(await store.clientsOfCalls(ACCOUNT, { callIds, clientIds })).toEqual({
        booked: new Map([["call-1", [zoe, mia]]]),
        known: new Map(Object.entries({ dup: mia, zoe })),
      });
      const { booked } = await store.clientsOfCalls(OTHER, { callIds, clientIds: [] });
      expect(booked).toEqual(new Map([["call-1", [zoe]]]));
      const nobody = await store.clientsOfCalls(ACCOUNT, { callIds: [], clientIds: [] });
      expect([nobody.booked.size, nobody.known.size]).toEqual([0, 0]);
    });

    it("are told what was said of them when they were booked for, and of nobody else", async () => {
      const said = { booker: { firstname: "Erika" }, participant: { firstname: "Mia" } };
      const own = { booker: { firstname: "Mia", phone: "030 123" }, participant: null };
      await commit(
        store,
        creation(booking("bk-1", { bookerId: "erika", participantId: "mia" }), { said }),
        creation(booking("bk-2", { bookerId: "mia", participantId: "mia", start: at("10:00") }), {
          said: own,
        }),
      );
      expect(await store.saidOfClient(ACCOUNT, "mia")).toEqual([
        { bookingId: "bk-1", said: said.participant },
        { bookingId: "bk-2", said: own.booker },
      ]);
      expect(await store.saidOfClient(OTHER, "mia")).toEqual([]);
    });

    it("are not changed by another account, nor when merged, erased or never there", async () => {
      const before = await mia();
      await store.saveClients(ACCOUNT, [client("drop")], AT);
      const drop = (await store.deskClient(ACCOUNT, "drop"))!;
      await merge("mia", "drop");
      const stale = { before: drop, after: changed({ city: "Halle" }, client("drop")), at: AT + 1 };
      expect(await store.changeClient(ACCOUNT, stale)).toBe(false);
      expect(await store.changeClient("acc-none", { ...stale, before })).toBe(false);
      await store.eraseClient(ACCOUNT, "mia", { at: AT + 2, unlessFrom: at("23:00") });
      expect(await change({ city: "Halle" }, before)).toBe(false);
      expect(await change({ city: "Halle" }, await mia())).toBe(false);
    });

    it("keep their note when they are completed, merged or imported anew", async () => {
      await change({ note: "likes mornings" });
      await store.saveClients(
        ACCOUNT,
        [client("mia", { ...MEMBERS, city: "Halle" }), client("drop")],
        AT + 3,
      );
      await merge("mia", "drop");
      expect(await mia()).toMatchObject({ note: "likes mornings", city: "Halle" });
    });
  });

  describe(`${name}: a card that is erased`, () => {
    let opened: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      opened = await openStore();
      store = opened.store;
      for (const account of [ACCOUNT, OTHER]) {
        await foundAccount(store, account);
        await store.saveClients(account, [MIA], AT);
        await store.setPin(account, "mia", "hash-of-pin");
      }
    });
    afterEach(() => opened.close());

    const said = { booker: { firstname: "Mia", phone: "+4930123" }, participant: { firstname: "Mia" } };
    const book = (id: string, members: object, accountId = ACCOUNT) =>
      creation(booking(id, members), { accountId, said });

    it("leaves its id, and bookings without a name", async () => {
      const gone = booking("gone", { start: at("07:00"), participantId: "mia" });
      await commit(
        store,
        book("bk-1", { bookerId: "mia", participantId: "mia" }),
        book("bk-2", { bookerId: "mia", start: at("10:00") }),
        creation(gone, { said }),
        cancellation(gone),
      );
      await store.markBooking(ACCOUNT, {
        bookingId: "bk-1",
        expectedVersion: 1,
        note: "allergic",
        at: AT,
        actor: { kind: "person", id: "ada" },
      });
      await store.eraseClient(ACCOUNT, "mia", { at: AT + 5, unlessFrom: at("23:00") });
      store = await opened.reopen();
      const nothing = Object.fromEntries(Object.keys(MEMBERS).map((member) => [member, null]));
      expect(await store.deskClient(ACCOUNT, "mia")).toEqual({
        ...nothing,
        ...{ id: "mia", note: null, createdAt: 0, updatedAt: AT + 5, erasedAt: AT + 5 },
      });
      const nobody = { id: "mia", firstname: null, lastname: null, phone: null };
      const kept = {
        booker: nobody,
        participant: nobody,
        note: null,
        start: at("09:00"),
        status: "confirmed",
      };
      expect(await store.deskBooking(ACCOUNT, "bk-1")).toMatchObject(kept);
      const bookings = await store.bookingsOfClient(ACCOUNT, "mia", 10);
      expect(bookings.map(({ id }) => id)).toEqual(["bk-2", "bk-1", "gone"]);
    });

    it("is found by nobody: by id, key, name, list, or PIN", async () => {
      await store.eraseClient(ACCOUNT, "mia", { at: AT + 5, unlessFrom: at("23:00") });
      expect(await store.clientById(ACCOUNT, "mia")).toBeUndefined();
      for (const members of [
        MEMBERS,
        { phone: MEMBERS.phone },
        { email: MEMBERS.email },
        { firstname: "Mia", lastname: "Meyer" },
      ]) {
        expect(await store.clientsLike(ACCOUNT, lookupFor(members))).toEqual([]);
      }
      expect((await store.clients(ACCOUNT)).map(({ id }) => id)).toEqual(["erika"]);
      expect(await store.tryPin(ACCOUNT, "mia", AT)).toBeUndefined();
      expect(await store.hasPin(ACCOUNT, "mia")).toBe(false);
      expect(await store.clientEvents(ACCOUNT, "mia")).toEqual([]);
      expect(await store.indexClients(undefined, AT)).toMatchObject({ indexed: 0 });
    });

    it("takes with it the cards that were merged into it, and what was said in their bookings", async () => {
      const drop = client("drop", { firstname: "Mia", lastname: "Maier", phone: "+4930456" });
      await store.saveClients(ACCOUNT, [drop], AT);
      await commit(store, book("bk-1", { bookerId: "drop", participantId: "drop" }));
      await store.mergeClients({
        ...{ accountId: ACCOUNT, keep: cardOf(MIA), drop: cardOf(drop), merged: MIA },
        ...{ actor: { kind: "person", id: "ada" }, at: AT },
      });
      await store.eraseClient(ACCOUNT, "mia", { at: AT + 5, unlessFrom: at("23:00") });
      expect(await store.deskClient(ACCOUNT, "drop")).toMatchObject({ firstname: null, erasedAt: AT + 5 });
      expect(await store.clientById(ACCOUNT, "drop")).toBeUndefined();
      expect(await store.clientsLike(ACCOUNT, lookupFor(cardOf(drop)))).toEqual([]);
    });

    it("leaves nothing of what it said anywhere in the data", async () => {
      const drop = client("drop", { firstname: "Mia", lastname: "Maier", email: "drop@example.org" });
      await store.saveClients(ACCOUNT, [drop], AT);
      await store.eraseClient(OTHER, "mia", { at: AT, unlessFrom: at("23:00") });
      await commit(
        store,
        book("bk-1", { bookerId: "mia", participantId: "mia" }),
        book("bk-2", { bookerId: "drop", participantId: "drop", start: at("10:00") }),
      );
      await store.markBooking(ACCOUNT, {
        bookingId: "bk-1",
        expectedVersion: 1,
        note: "Mia rang",
        at: AT,
        actor: { kind: "person", id: "ada" },
      });
      await store.mergeClients({
        ...{ accountId: ACCOUNT, keep: cardOf(MIA), drop: cardOf(drop), merged: MIA },
        ...{ actor: { kind: "person", id: "ada" }, at: AT },
      });
      const before = await remains(store, opened);
      expect(before).toContain("Mia");
      expect(before).toContain("drop@example.org");
      await store.eraseClient(ACCOUNT, "mia", { at: AT + 5, unlessFrom: at("23:00") });
      const after = await remains(store, opened);
      for (const word of [
        "Mia",
        "Meyer",
        "Maier",
        "mia@example.org",
        "drop@example.org",
        "4930123",
        "allergic",
      ])
        expect([word, after.includes(word)]).toEqual([word, false]);
      expect(after).toContain("Erika");
    });

    it("is one account's own", async () => {
      await commit(store, book("bk-1", { bookerId: "mia", participantId: "mia" }, OTHER));
      await store.markBooking(OTHER, {
        bookingId: "bk-1",
        expectedVersion: 1,
        note: "theirs",
        at: AT,
        actor: { kind: "person", id: "ada" },
      });
      await store.eraseClient(ACCOUNT, "mia", { at: AT + 5, unlessFrom: at("23:00") });
      expect(await store.deskClient(OTHER, "mia")).toMatchObject({ firstname: "Mia", erasedAt: null });
      expect(await store.deskBooking(OTHER, "bk-1")).toMatchObject({ note: "theirs" });
      expect(await store.tryPin(OTHER, "mia", AT)).toBe("hash-of-pin");
      expect((await store.clientsLike(OTHER, lookupFor({ phone: MEMBERS.phone }))).length).toBe(1);
    });

    it("is refused while something is booked, and nothing is gone then", async () => {
      const coming = booking("bk-1", { bookerId: "erika", participantId: "mia" });
      await commit(store, creation(coming, { said }));
      const erase = (unlessFrom: Minute) => store.eraseClient(ACCOUNT, "mia", { at: AT + 5, unlessFrom });
      expect(await erase(coming.start)).toBe(false);
      expect(await store.deskClient(ACCOUNT, "mia")).toMatchObject({ firstname: "Mia", erasedAt: null });
      expect(await store.hasPin(ACCOUNT, "mia")).toBe(true);
      expect(await erase(coming.start + 1)).toBe(true);
    });

    it("is booked for by nobody who has read it before", async () => {
      await store.eraseClient(ACCOUNT, "mia", { at: AT + 5, unlessFrom: at("23:00") });
      const late = book("bk-1", { bookerId: "mia", participantId: "mia" });
      expect(await store.commitBooking(late)).toEqual({ ok: false, reason: "stale" });
    });

    it("is either booked for or erased, when both are asked for at once", async () => {
      const late = booking("bk-1", { bookerId: "mia", participantId: "mia" });
      const [booked, erased] = await Promise.all([
        store.commitBooking(creation(late, { said })),
        store.eraseClient(ACCOUNT, "mia", { at: AT + 5, unlessFrom: late.start }),
      ]);
      expect(erased).toBe(!booked.ok);
    });

    it("is named among those who are gone, as are cards that became a part of another", async () => {
      await store.mergeClients({
        ...{ accountId: ACCOUNT, keep: cardOf(MIA), drop: (await store.clientById(ACCOUNT, "erika"))! },
        ...{ merged: MIA, actor: { kind: "person", id: "ada" }, at: AT },
      });
      expect(await store.goneClients(ACCOUNT)).toEqual([{ id: "erika", mergedInto: "mia" }]);
      await store.eraseClient(OTHER, "mia", { at: AT, unlessFrom: at("23:00") });
      expect(await store.goneClients(OTHER)).toEqual([{ id: "mia", mergedInto: null }]);
    });

    it("changes nothing when there is no such card", async () => {
      await store.eraseClient(ACCOUNT, "nobody", { at: AT + 5, unlessFrom: at("23:00") });
      expect(await store.clients(ACCOUNT)).toHaveLength(2);
    });
  });
}

/** All text that the data holds, as a backup of it has it. */
async function remains(store: Store, opened: StoreUnderTest): Promise<string> {
  await store.backup(opened.backupFile);
  const { DatabaseSync } = await import("node:sqlite");
  const { rmSync } = await import("node:fs");
  const database = new DatabaseSync(opened.backupFile, { readOnly: true });
  try {
    const tables = database.prepare("select name from sqlite_schema where type = 'table'").all();
    return JSON.stringify(tables.map(({ name }) => database.prepare(`select * from "${name}"`).all()));
  } finally {
    database.close();
    rmSync(opened.backupFile);
  }
}
