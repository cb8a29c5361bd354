import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MOST_WRONG_PINS, WRONG_PINS_MS } from "./client-pins.ts";
import type { Store } from "./store.ts";
import {
  ACCOUNT,
  AT,
  cardOf,
  client,
  foundAccount,
  type OpenStore,
  type StoreUnderTest,
} from "./store-under-test.fixture.ts";

const OTHER = "acc-other";
const KEEP = client("keep", { firstname: "Max", lastname: "Mustermann" });
const DROP = client("drop", { firstname: "Max", lastname: "Mustermann" });

export function describePins(name: string, openStore: OpenStore): void {
  describe(`${name}: PINs of clients`, () => {
    let opened: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      opened = await openStore();
      store = opened.store;
      for (const account of [ACCOUNT, OTHER]) {
        await foundAccount(store, account);
        await store.saveClients(account, [KEEP, DROP], AT);
      }
    });
    afterEach(() => opened.close());

    const tries = async (count: number, at = AT) => {
      const hashes = await Promise.all(
        Array.from({ length: count }, () => store.tryPin(ACCOUNT, "keep", at)),
      );
      return hashes.filter((hash) => hash !== undefined).length;
    };
    const merge = () =>
      store.mergeClients({
        ...{ accountId: ACCOUNT, keep: cardOf(KEEP), drop: cardOf(DROP), merged: KEEP },
        ...{ actor: { kind: "person", id: "cli" }, at: AT },
      });

    it("are set, replaced and removed, for one client of one account", async () => {
      expect(await store.setPin(ACCOUNT, "keep", "one")).toBe(true);
      expect(await store.setPin(ACCOUNT, "keep", "other")).toBe(true);
      expect(await store.tryPin(ACCOUNT, "keep", AT)).toBe("other");
      expect(await store.tryPin(ACCOUNT, "drop", AT)).toBeUndefined();
      expect(await store.tryPin(OTHER, "keep", AT)).toBeUndefined();
      expect(await store.hasPin(OTHER, "keep")).toBe(false);
      expect(await store.setPin(ACCOUNT, "keep", null)).toBe(true);
      expect(await store.setPin(ACCOUNT, "keep", null)).toBe(false);
      expect(await store.hasPin(ACCOUNT, "keep")).toBe(false);
      expect(await store.setPin(ACCOUNT, "nobody", "one")).toBe(false);
    });

    it("stay when the card is written anew, also after opening again", async () => {
      await store.setPin(ACCOUNT, "keep", "one");
      await store.saveClients(ACCOUNT, [client("keep", { city: "Leipzig" })], AT);
      store = await opened.reopen();
      expect(await store.tryPin(ACCOUNT, "keep", AT)).toBe("one");
    });

    it("are in nothing that is told about a client", async () => {
      await store.setPin(ACCOUNT, "keep", "secret-hash");
      await merge();
      const told = [await store.clientById(ACCOUNT, "keep"), await store.clients(ACCOUNT)];
      expect(JSON.stringify([told, await store.clientEvents(ACCOUNT, "keep")])).not.toMatch(/secret|pin/i);
    });

    it("are not looked at for an hour after five wrong ones in an hour, also when all come at once", async () => {
      await store.setPin(ACCOUNT, "keep", "one");
      expect(await tries(20)).toBe(MOST_WRONG_PINS);
      expect(await tries(1, AT + WRONG_PINS_MS - 1)).toBe(0);
      expect(await tries(20, AT + WRONG_PINS_MS)).toBe(MOST_WRONG_PINS);
    });

    it("forget wrong ones after an hour, after a right one, and when a new one is set", async () => {
      await store.setPin(ACCOUNT, "keep", "one");
      expect(await tries(4)).toBe(4);
      expect(await tries(4, AT + WRONG_PINS_MS)).toBe(4);
      await store.forgetPinTries(ACCOUNT, "keep");
      expect(await tries(9, AT + WRONG_PINS_MS)).toBe(MOST_WRONG_PINS);
      await store.setPin(ACCOUNT, "keep", "new");
      expect(await tries(1, AT + WRONG_PINS_MS)).toBe(1);
    });

    it("of two cards that become one: the kept card's", async () => {
      await store.setPin(ACCOUNT, "keep", "kept");
      await store.setPin(ACCOUNT, "drop", "dropped");
      await merge();
      expect(await store.tryPin(ACCOUNT, "keep", AT)).toBe("kept");
      expect(await store.tryPin(ACCOUNT, "drop", AT)).toBeUndefined();
    });

    it("of two cards that become one: the dropped card's, where the kept one has none", async () => {
      await store.setPin(ACCOUNT, "drop", "dropped");
      await store.setPin(OTHER, "drop", "theirs");
      await merge();
      expect(await store.tryPin(ACCOUNT, "keep", AT)).toBe("dropped");
      expect(await store.setPin(ACCOUNT, "drop", "by the dropped id")).toBe(true);
      expect(await store.tryPin(ACCOUNT, "keep", AT)).toBe("by the dropped id");
      expect(await store.tryPin(OTHER, "drop", AT)).toBe("theirs");
    });
  });
}
