import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "./store.ts";
import {
  ACCOUNT,
  AT,
  foundAccount,
  key,
  type OpenStore,
  type StoreUnderTest,
} from "./store-under-test.fixture.ts";

export function describeKeys(name: string, openStore: OpenStore): void {
  describe(`${name}: keys`, () => {
    let opened: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      opened = await openStore();
      store = opened.store;
      await foundAccount(store);
    });
    afterEach(() => opened.close());

    it("finds a key by its hash, every member as it was added", async () => {
      const plain = key("key-1");
      const narrow = key("key-2", {
        label: "voice bot",
        entityIds: ["halle", "leipzig"],
        scopes: ["read", "clients"],
        errorStatus: 200,
        maxSlots: 3,
        expiresAt: AT + 1,
      });
      await store.addKey(plain);
      await store.addKey(narrow);
      expect(await store.keyByHash("hash-of-key-1")).toEqual(plain);
      expect(await store.keyByHash("hash-of-key-2")).toEqual(narrow);
      expect(await store.keyByHash("hash-of-key-3")).toBeUndefined();
    });

    it("finds expired keys too: what that means is the caller's to say", async () => {
      await store.addKey(key("key-1", { expiresAt: AT - 1 }));
      expect((await store.keyByHash("hash-of-key-1"))?.expiresAt).toBe(AT - 1);
    });

    it("finds a key that was asked for before it was added", async () => {
      expect(await store.keyByHash("hash-of-key-1")).toBeUndefined();
      await store.addKey(key("key-1"));
      expect(await store.keyByHash("hash-of-key-1")).toBeDefined();
    });

    it("shows a revocation on the next look-up and keeps when it was", async () => {
      await store.addKey(key("key-1"));
      await store.keyByHash("hash-of-key-1");
      expect(await store.revokeKey(ACCOUNT, "key-1", AT + 5)).toBe(true);
      expect((await store.keyByHash("hash-of-key-1"))?.revokedAt).toBe(AT + 5);
    });

    it("revokes a key once, and none that it does not have", async () => {
      await store.addKey(key("key-1"));
      expect(await store.revokeKey(ACCOUNT, "key-2", AT)).toBe(false);
      expect(await store.revokeKey(ACCOUNT, "key-1", AT)).toBe(true);
      expect(await store.revokeKey(ACCOUNT, "key-1", AT + 1)).toBe(false);
      expect((await store.keyByHash("hash-of-key-1"))?.revokedAt).toBe(AT);
    });

    it("lists an account's keys, newest last, or those of all accounts", async () => {
      await foundAccount(store, "acc-other");
      await store.addKey(key("key-c", { createdAt: AT + 2 }));
      await store.addKey(key("key-a", { createdAt: AT + 3, accountId: "acc-other" }));
      await store.addKey(key("key-b", { createdAt: AT + 4 }));
      const ids = (keys: readonly { id: string }[]) => keys.map(({ id }) => id);
      expect(ids(await store.keys(ACCOUNT))).toEqual(["key-c", "key-b"]);
      expect(ids(await store.keys("acc-other"))).toEqual(["key-a"]);
      expect(ids(await store.keys())).toEqual(["key-c", "key-a", "key-b"]);
      expect(await store.keys("nobody")).toEqual([]);
    });

    it("takes no key for an account that does not exist", async () => {
      await expect(store.addKey(key("key-1", { accountId: "nobody" }))).rejects.toThrow();
    });
  });
}
