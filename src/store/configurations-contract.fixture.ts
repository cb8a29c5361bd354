import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Business } from "../scheduling/business.ts";
import type { EntityConfiguration } from "../scheduling/configuration.ts";
import type { Store } from "./store.ts";
import {
  ACCOUNT,
  AT,
  accountWith,
  booking,
  cardOf,
  client,
  commit,
  creation,
  foundAccount,
  HALLE,
  LEIPZIG,
  type OpenStore,
  STALE,
  type StoreUnderTest,
} from "./store-under-test.fixture.ts";

const WITHOUT_MAX: EntityConfiguration = {
  ...LEIPZIG,
  agents: LEIPZIG.agents.filter((agent) => agent.id !== "max"),
  appointmentTypes: LEIPZIG.appointmentTypes
    .filter((type) => type.id === "massage")
    .map((type) => ({ ...type, agents: ["ayse"] })),
};

export function describeConfigurations(name: string, openStore: OpenStore): void {
  describe(`${name}: configurations`, () => {
    let opened: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      opened = await openStore();
      store = opened.store;
    });
    afterEach(() => opened.close());

    /** Saves over whatever is there. */
    async function save(...entities: EntityConfiguration[]): Promise<void> {
      const expectedVersion = (await store.configuration(ACCOUNT))?.version ?? 0;
      const configuration = accountWith(entities);
      const saved = await store.saveConfiguration({ configuration, expectedVersion, clients: [], at: AT });
      expect(saved).toEqual({ ok: true });
    }

    it("gives back what was saved, every member of it", async () => {
      await save(LEIPZIG, HALLE);
      const stored = await store.configuration(ACCOUNT);
      expect(stored?.configuration).toEqual(accountWith([LEIPZIG, HALLE]));
    });

    it("knows no account that was never saved", async () => {
      expect(await store.configuration("nobody")).toBeUndefined();
      expect(await store.accountIds()).toEqual([]);
      expect(await store.entityIds("nobody")).toEqual([]);
      expect(await store.business("nobody", "leipzig")).toBeUndefined();
      expect(await store.entityOwning("nobody", "agent", "max")).toBeUndefined();
      expect(await store.entityForSipId("nobody", "phone-1", undefined)).toBeUndefined();
    });

    it("lists accounts sorted by id", async () => {
      for (const id of ["zwickau", "aue", "mitte"]) await foundAccount(store, id);
      expect(await store.accountIds()).toEqual(["aue", "mitte", "zwickau"]);
    });

    it("raises the version with every save", async () => {
      await save(LEIPZIG);
      const first = (await store.configuration(ACCOUNT))?.version ?? 0;
      await save(LEIPZIG, HALLE);
      expect((await store.configuration(ACCOUNT))?.version).toBeGreaterThan(first);
      expect((await store.business(ACCOUNT, "halle"))?.version).toBeGreaterThan(first);
    });

    it("refuses a save over another version than the expected one, and writes nothing of it", async () => {
      await foundAccount(store);
      const stored = await store.configuration(ACCOUNT);
      for (const expectedVersion of [0, stored!.version - 1, stored!.version + 1]) {
        const configuration = accountWith([HALLE]);
        const clients = [client("new-one")];
        const refused = await store.saveConfiguration({ configuration, expectedVersion, clients, at: AT });
        expect(refused).toEqual(STALE);
      }
      expect(await store.configuration(ACCOUNT)).toEqual(stored);
      expect(await store.clientById(ACCOUNT, "new-one")).toBeUndefined();
    });

    it("saves the clients that come along", async () => {
      await foundAccount(store);
      expect(await store.clientById(ACCOUNT, "erika")).toEqual(cardOf(client("erika")));
    });

    it("lists entities in the owner's order, also when it changes", async () => {
      await save(LEIPZIG, HALLE);
      expect(await store.entityIds(ACCOUNT)).toEqual(["leipzig", "halle"]);
      await save(HALLE, LEIPZIG);
      expect(await store.entityIds(ACCOUNT)).toEqual(["halle", "leipzig"]);
    });

    it("answers the newest configuration on the very next read", async () => {
      await save(LEIPZIG);
      expect((await store.business(ACCOUNT, "leipzig"))?.name).toBe(LEIPZIG.name);
      await save({ ...LEIPZIG, name: "Neuer Name", sipIds: ["phone-2"] });
      expect((await store.business(ACCOUNT, "leipzig"))?.name).toBe("Neuer Name");
      expect(await store.entityForSipId(ACCOUNT, "phone-2", undefined)).toBe("leipzig");
      expect(await store.entityForSipId(ACCOUNT, "phone-1", undefined)).toBeUndefined();
    });

    it("compiles a business with its types, products, agents and pools in the owner's order", async () => {
      await save(LEIPZIG);
      const business = (await store.business(ACCOUNT, "leipzig"))!;
      expect(business).toMatchObject({
        accountId: ACCOUNT,
        entityId: "leipzig",
        language: "de",
        country: "DE",
      });
      expect([...business.agents.keys()]).toEqual(["max", "ayse"]);
      expect([...business.appointmentTypes.keys()]).toEqual(["massage", "course"]);
      expect(business.appointmentTypes.get("massage")?.agents.map(({ id }) => id)).toEqual(["ayse", "max"]);
      expect([...business.products.keys()]).toEqual(["massage-30", "course-60"]);
      expect(business.pools.get("room")).toEqual(["room2", "room1"]);
      expect(business.longestClaimMinutes).toBe(60);
    });

    it("says which entity owns a type, a product, an agent", async () => {
      await save(HALLE, LEIPZIG);
      expect(await store.entityOwning(ACCOUNT, "appointment_type", "course")).toBe("leipzig");
      expect(await store.entityOwning(ACCOUNT, "product", "course-60")).toBe("leipzig");
      expect(await store.entityOwning(ACCOUNT, "agent", "ayse")).toBe("leipzig");
      expect(await store.entityOwning(ACCOUNT, "agent", "course-60")).toBeUndefined();
      expect(await store.entityOwning(ACCOUNT, "product", "nothing")).toBeUndefined();
    });

    it("archives what a configuration no longer holds: found by nobody, named by its old bookings", async () => {
      await foundAccount(store);
      await commit(store, creation(booking("bk-1")));
      await save(WITHOUT_MAX);
      const business = (await store.business(ACCOUNT, "leipzig"))!;
      expect([...business.agents.keys()]).toEqual(["ayse"]);
      expect([...business.products.keys()]).toEqual(["massage-30"]);
      expect(await store.entityOwning(ACCOUNT, "agent", "max")).toBeUndefined();
      expect(await store.entityOwning(ACCOUNT, "product", "course-60")).toBeUndefined();
      expect(await store.entityOwning(ACCOUNT, "appointment_type", "course")).toBeUndefined();
      expect(await store.entityIds(ACCOUNT)).toEqual(["leipzig"]);
      expect(await store.business(ACCOUNT, "halle")).toBeUndefined();
      expect((await store.configuration(ACCOUNT))?.configuration).toEqual(accountWith([WITHOUT_MAX]));
      expect((await store.booking(ACCOUNT, "bk-1"))?.agent).toEqual({
        id: "max",
        firstname: "Max",
        lastname: "Mustermann",
      });
    });

    it("revives what was archived with the same references, and gives none to anything else", async () => {
      await save(LEIPZIG);
      const before = (await store.business(ACCOUNT, "leipzig"))!;
      const refsBefore = refsOf(before);
      await save(WITHOUT_MAX);
      const newcomer = { id: "hans", firstname: "Hans", lastname: "Meyer", timeOff: [] };
      await save({ ...LEIPZIG, agents: [newcomer, ...LEIPZIG.agents] });
      const after = (await store.business(ACCOUNT, "leipzig"))!;
      for (const id of ["max", "ayse"]) expect(after.agents.get(id)?.ref).toBe(before.agents.get(id)?.ref);
      for (const id of ["massage-30", "course-60"])
        expect(after.products.get(id)?.ref).toBe(before.products.get(id)?.ref);
      expect(refsBefore).not.toContain(after.agents.get("hans")?.ref);
      expect(refsOf(after)).not.toContain(0);
      expect(after.agents.size).toBe(3);
    });

    it("keeps the account's secret for slot ids through every save; another account has another", async () => {
      await save(LEIPZIG);
      const { slotKey } = (await store.business(ACCOUNT, "leipzig"))!;
      await save(WITHOUT_MAX);
      expect((await store.business(ACCOUNT, "leipzig"))?.slotKey).toEqual(slotKey);
      await foundAccount(store, "acc-other");
      expect((await store.business("acc-other", "leipzig"))?.slotKey).not.toEqual(slotKey);
    });

    it("remembers the longest claim there ever was: claims of a product that is gone are still there", async () => {
      await save(LEIPZIG);
      await save(WITHOUT_MAX);
      expect((await store.business(ACCOUNT, "leipzig"))?.longestClaimMinutes).toBe(60);
    });

    it("finds the entity of a sip id as configured", async () => {
      await save(HALLE, LEIPZIG);
      expect(await store.entityForSipId(ACCOUNT, "phone-1", undefined)).toBe("leipzig");
      expect(await store.entityForSipId(ACCOUNT, "0341 1234567", undefined)).toBe("leipzig");
      expect(await store.entityForSipId(ACCOUNT, "PHONE-1", undefined)).toBeUndefined();
      expect(await store.entityForSipId(ACCOUNT, "0341 1234568", undefined)).toBeUndefined();
    });

    it("finds it by the E.164 form of either, the exact one first", async () => {
      await save(LEIPZIG, { ...HALLE, sipIds: ["sip:+493411234567@halle"] });
      const e164 = "+493411234567";
      expect(await store.entityForSipId(ACCOUNT, "sip:+49341 1234567@elsewhere", e164)).toBeDefined();
      expect(await store.entityForSipId(ACCOUNT, "0341 1234567", e164)).toBe("leipzig");
      expect(await store.entityForSipId(ACCOUNT, "sip:+493411234567@halle", e164)).toBe("halle");
      expect(await store.entityForSipId(ACCOUNT, "0341 7654321", "+493417654321")).toBeUndefined();
    });
  });
}

function refsOf(business: Business): number[] {
  return [...business.agents.values(), ...business.products.values()].map((one) => one.ref);
}
