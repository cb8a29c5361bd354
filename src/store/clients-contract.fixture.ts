import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Client } from "../identity/client.ts";
import type { Store, StoredClient } from "./store.ts";
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
  keysFor,
  type OpenStore,
  type StoreUnderTest,
} from "./store-under-test.fixture.ts";

/** As the limit of `clientsLike` says. */
const MOST_CANDIDATES = 50;

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
      (await store.clientsLike(ACCOUNT, keysFor(members))).map(({ id }) => id);

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
      expect(await store.clientsLike(ACCOUNT, keysFor(said))).toEqual([FULL]);
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

    it(`finds at most ${MOST_CANDIDATES}`, async () => {
      const crowd = Array.from({ length: MOST_CANDIDATES + 5 }, (_, number) => client(`erika-${number}`));
      await store.saveClients(ACCOUNT, crowd, AT);
      expect(await like({ firstname: "Erika", lastname: "Musterfrau" })).toHaveLength(MOST_CANDIDATES);
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
      expect(booked).toContainEqual(client("mia"));
      expect(await store.participantsOf(ACCOUNT, "mia")).toEqual([]);
    });
  });
}

const FUTURE = booking("any").start + 1_440;
