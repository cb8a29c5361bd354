import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Client } from "../identity/client.ts";
import { indexAllClients } from "./index-all-clients.ts";
import { MOST_CLIENTS_OF_KEY, type Store, type StoredClient } from "./store.ts";
import {
  ACCOUNT,
  AT,
  accountWith,
  booking,
  cancellation,
  cardOf,
  client,
  commit,
  creation,
  foundAccount,
  HALLE,
  lookupFor,
  type OpenStore,
  STALE,
  type StoreUnderTest,
} from "./store-under-test.fixture.ts";
import { lookupOf, matchContext } from "./stored-client.ts";

const FULL = client("full", {
  firstname: "Max",
  lastname: "Mustermann",
  email: "max@example.org",
  dob: "1985-07-25",
  phone: "+493411234567",
  street: "Beispielstr. 2",
  zip: "01044",
  city: "Musterstadt",
  country: "Musterland",
});

export function describeClients(name: string, openStore: OpenStore): void {
  describe(`${name}: clients`, () => {
    let opened: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      opened = await openStore();
      store = opened.store;
      await foundAccount(store);
    });
    afterEach(() => opened.close());

    const like = async (members: Partial<Client>) =>
      (await store.clientsLike(ACCOUNT, lookupFor(members))).map(({ id }) => id);

    it("gives back a client, every member as it was saved", async () => {
      const nameless = client("nameless", { firstname: null, lastname: null, phone: "+4915112345678" });
      await store.saveClients(ACCOUNT, [FULL, nameless], AT);
      expect(await store.clientById(ACCOUNT, "full")).toEqual(cardOf(FULL));
      expect(await store.clientById(ACCOUNT, "nameless")).toEqual(cardOf(nameless));
      expect(await store.clientById(ACCOUNT, "nobody")).toBeUndefined();
    });

    it.each<[string, Partial<Client>]>([
      ["phone", { phone: "+493411234567" }],
      ["mail address", { email: "max@example.org" }],
      ["both names", { firstname: "Max", lastname: "Mustermann" }],
      ["last name and date of birth", { lastname: "Mustermann", dob: "1985-07-25" }],
      ["first name and date of birth", { firstname: "Max", dob: "1985-07-25" }],
    ])("finds who could be meant by %s", async (_by, said) => {
      await store.saveClients(ACCOUNT, [FULL, client("other", { phone: "+4930123", dob: "1985-07-24" })], AT);
      expect(await store.clientsLike(ACCOUNT, lookupFor(said))).toEqual([cardOf(FULL)]);
    });

    it.each<[string, Partial<Client>]>([
      ["nothing", {}],
      ["a last name alone", { lastname: "Mustermann" }],
      ["a first name alone", { firstname: "Max" }],
      ["a date of birth alone", { dob: "1985-07-25" }],
      ["names of two people", { firstname: "Max", lastname: "Musterfrau" }],
      ["a wrong date of birth", { lastname: "Mustermann", dob: "1985-07-26" }],
    ])("finds nobody by %s", async (_by, said) => {
      await store.saveClients(ACCOUNT, [FULL], AT);
      expect(await like(said)).toEqual([]);
    });

    it("finds everybody whom one of the keys could mean, each once", async () => {
      const samePhone = client("same-phone", { firstname: "Mia", phone: FULL.phone });
      const sameNames = client("same-names", { firstname: "Max", lastname: "Mustermann" });
      await store.saveClients(ACCOUNT, [FULL, samePhone, sameNames], AT);
      expect((await like(cardOf(FULL))).sort()).toEqual(["full", "same-names", "same-phone"]);
    });

    it(`reads at most ${MOST_CLIENTS_OF_KEY} of one key, and those of the other keys nevertheless`, async () => {
      const crowd = Array.from({ length: 3 * MOST_CLIENTS_OF_KEY }, (_, number) => client(`erika-${number}`));
      await store.saveClients(
        ACCOUNT,
        [...crowd, client("zoe", { firstname: "Zoe", phone: "+4930123" })],
        AT,
      );
      const crowded = await like({ firstname: "Erika", lastname: "Musterfrau" });
      expect(crowded.length).toBeGreaterThanOrEqual(MOST_CLIENTS_OF_KEY);
      expect(crowded.length).toBeLessThanOrEqual(2 * MOST_CLIENTS_OF_KEY); // by the index, and by equal spelling
      expect(await like({ firstname: "Erika", lastname: "Musterfrau", phone: "+4930123" })).toContain("zoe");
    });

    it("finds by keys that only the index has", async () => {
      await store.saveClients(ACCOUNT, [FULL], AT);
      const found = await store.clientsLike(ACCOUNT, {
        ...lookupFor({}),
        lookupKeys: ["names:MAX MUSTERMANN"],
      });
      expect(found).toEqual([cardOf(FULL)]);
      const other = await store.clientsLike(ACCOUNT, { ...lookupFor({}), lookupKeys: ["names:MAX"] });
      expect(other).toEqual([]);
    });

    it("replaces a client by id, and with it what it is found by", async () => {
      await store.saveClients(ACCOUNT, [FULL], AT);
      const married = client("full", { firstname: "Max", lastname: "Meyer", phone: "+4930123" });
      await store.saveClients(ACCOUNT, [married], AT + 1);
      expect(await store.clientById(ACCOUNT, "full")).toEqual(cardOf(married));
      expect(await like({ phone: "+493411234567" })).toEqual([]);
      expect(await like({ email: "max@example.org" })).toEqual([]);
      expect(await like({ firstname: "Max", lastname: "Meyer" })).toEqual(["full"]);
    });

    it("saves all of them or none, however many", async () => {
      const many = Array.from({ length: 1_200 }, (_, index) => client(`one-${index}`));
      const broken = { ...client("broken"), id: null as unknown as string };
      await expect(store.saveClients(ACCOUNT, [...many, broken], AT)).rejects.toThrow();
      expect((await store.clients(ACCOUNT)).map(({ id }) => id)).toEqual(["erika"]);
      await store.saveClients(ACCOUNT, many, AT);
      expect(await store.clients(ACCOUNT)).toHaveLength(many.length + 1);
    });

    it("a configuration is written with all of its clients or not at all", async () => {
      const before = await store.configuration(ACCOUNT);
      const many = Array.from({ length: 1_200 }, (_, index) => client(`one-${index}`));
      const broken = { ...client("broken"), id: null as unknown as string };
      const change = { configuration: accountWith([HALLE]), expectedVersion: 1, at: AT };
      await expect(store.saveConfiguration({ ...change, clients: [...many, broken] })).rejects.toThrow();
      expect(await store.configuration(ACCOUNT)).toEqual(before);
      expect((await store.clients(ACCOUNT)).map(({ id }) => id)).toEqual(["erika"]);
      expect(await store.saveConfiguration({ ...change, clients: many })).toEqual({ ok: true });
      expect(await store.clients(ACCOUNT)).toHaveLength(many.length + 1);
    });

    it("of two cards with one id the later one counts", async () => {
      const cards = [client("twice", { lastname: "Meyer" }), client("twice", { lastname: "Albers" })];
      await store.saveClients(ACCOUNT, cards, AT);
      expect(await store.clientById(ACCOUNT, "twice")).toEqual(cardOf(cards[1]!));
    });

    it("lists everybody by last name, first name, id", async () => {
      const people: StoredClient[] = [
        client("4", { firstname: "Bea", lastname: "Meyer" }),
        client("3", { firstname: "Anna", lastname: "Meyer" }),
        client("2", { firstname: "Anna", lastname: "Meyer" }),
        client("1", { firstname: "Zoe", lastname: "Albers" }),
      ];
      await store.saveClients(ACCOUNT, people, AT);
      expect((await store.clients(ACCOUNT)).map(({ id }) => id)).toEqual(["1", "2", "3", "4", "erika"]);
    });

    it("has nothing to index of what it wrote itself", async () => {
      const crowd = Array.from({ length: 3 }, (_, number) => client(`erika-${number}`));
      await store.saveClients(ACCOUNT, crowd, AT);
      await commit(
        store,
        creation(booking("bk-1", { bookerId: "new", participantId: "new" }), { newClients: [client("new")] }),
      );
      expect(await indexAllClients(store, () => AT)).toBe(0);
    });

    it("indexes what a server of the release before has written or changed", async () => {
      await store.saveClients(ACCOUNT, [FULL, client("2"), client("3")], AT);
      await opened.execute("update clients set lastname = 'Meyer' where id = 'full'");
      await opened.execute("update clients set lookup_version = null where id = '2'");
      expect(await indexAllClients(store, () => AT)).toBe(2);
      expect(await indexAllClients(store, () => AT)).toBe(0);
      const married = { firstname: "Max", lastname: "Meyer", dob: "1985-07-25" };
      const lookup = lookupOf(married, matchContext({ country: "DE", language: "de" }, AT));
      const none = lookupFor({});
      expect(await store.clientsLike(ACCOUNT, { ...none, lookupKeys: lookup.lookupKeys })).toMatchObject([
        { id: "full" },
      ]);
      expect(await store.clientsLike(ACCOUNT, { ...none, lookupKeys: ["names:MAX MUSTERMANN"] })).toEqual([]);
    });

    it("finds by equal spelling also what is not indexed yet", async () => {
      await store.saveClients(ACCOUNT, [FULL], AT);
      await opened.execute("delete from client_lookup");
      await opened.execute("update clients set lookup_version = null, lookup_keys = null");
      expect(await like({ phone: "+493411234567" })).toEqual(["full"]);
      expect(await like({ firstname: "Max", lastname: "Mustermann" })).toEqual(["full"]);
    });

    describe("with a booking, a card", () => {
      const after = client("full", { ...cardOf(FULL), city: "Leipzig", country: null });
      const before: Client = { ...cardOf(FULL), city: null, country: null };
      const completing = (id: string, was: Client) =>
        creation(booking(id, { bookerId: "full", participantId: "full" }), {
          completedClients: [{ before: was, after }],
        });

      it("gets what it lacked, with who said it", async () => {
        await store.saveClients(ACCOUNT, [{ ...before, ...lookupFor(before) }], AT);
        expect(await store.commitBooking(completing("bk-1", before))).toEqual({ ok: true });
        expect(await store.clientById(ACCOUNT, "full")).toEqual(cardOf(after));
        expect(await like({ phone: "+493411234567" })).toEqual(["full"]);
        expect(await store.clientEvents(ACCOUNT, "full")).toEqual([
          {
            clientId: "full",
            kind: "completed",
            at: AT,
            actor: { kind: "key", id: "key-1" },
            detail: { bookingId: "bk-1", members: ["city"] },
          },
        ]);
        expect(await indexAllClients(store, () => AT)).toBe(0);
      });

      it("is left alone, and the booking too, when it has changed since it was read", async () => {
        await store.saveClients(ACCOUNT, [FULL], AT);
        expect(await store.commitBooking(completing("bk-1", before))).toEqual(STALE);
        expect(await store.clientById(ACCOUNT, "full")).toEqual(cardOf(FULL));
        expect(await store.booking(ACCOUNT, "bk-1")).toBeUndefined();
        expect(await store.clientEvents(ACCOUNT, "full")).toEqual([]);
      });
    });

    it("tells whom a booker has booked for, each once", async () => {
      await store.saveClients(ACCOUNT, [client("mia"), client("tom"), client("stranger")], AT);
      const forMia = booking("bk-1", { participantId: "mia" });
      await commit(
        store,
        creation(forMia),
        cancellation(forMia),
        creation(booking("bk-2", { participantId: "mia", start: FUTURE })),
        creation(booking("bk-3", { participantId: "tom", start: FUTURE + 30 })),
        creation(booking("bk-4", { bookerId: "stranger", participantId: "stranger", start: FUTURE + 60 })),
      );
      const booked = await store.participantsOf(ACCOUNT, "erika");
      expect(booked.map(({ id }) => id).sort()).toEqual(["mia", "tom"]);
      expect(booked).toContainEqual(cardOf(client("mia")));
      expect(await store.participantsOf(ACCOUNT, "mia")).toEqual([]);
    });
  });
}

const FUTURE = booking("any").start + 1_440;
