import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TURN_PATIENCE_MS } from "./phone-calls.ts";
import type { Store } from "./store.ts";
import {
  ACCOUNT,
  AT,
  foundAccount,
  type OpenStore,
  type StoreUnderTest,
} from "./store-under-test.fixture.ts";

const OTHER = "acc-other";
const TIMES = { at: AT, forgetAt: AT + 3_600_000 };
const HELLO = { state: '{"phase":"listening"}', answer: "Guten Tag." };

export function describePhoneCalls(name: string, openStore: OpenStore): void {
  describe(`${name}: calls over a carrier`, () => {
    let opened: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      opened = await openStore();
      store = opened.store;
      for (const account of [ACCOUNT, OTHER]) await foundAccount(store, account);
    });
    afterEach(() => opened.close());

    const begin = (turn: number, at = AT) => store.beginTurn(ACCOUNT, "call", turn, { ...TIMES, at });

    it("are unknown before their first turn, and have what the last one came to", async () => {
      expect(await store.phoneCall(ACCOUNT, "call")).toBeUndefined();
      expect(await begin(0)).toBe(true);
      expect(await store.phoneCall(ACCOUNT, "call")).toEqual({ turn: 0, state: null, answer: null });
      await store.endTurn(ACCOUNT, "call", 0, HELLO, TIMES);
      store = await opened.reopen();
      expect(await store.phoneCall(ACCOUNT, "call")).toEqual({ turn: 0, ...HELLO });
    });

    it("go on turn by turn: none twice, none left out, none before the last has ended", async () => {
      await begin(0);
      expect(await begin(0)).toBe(false);
      expect(await begin(1)).toBe(false);
      await store.endTurn(ACCOUNT, "call", 0, HELLO, TIMES);
      expect(await begin(0)).toBe(false);
      expect(await begin(2)).toBe(false);
      expect(await begin(1)).toBe(true);
      await store.endTurn(ACCOUNT, "call", 0, { ...HELLO, answer: "zu spät" }, TIMES);
      expect(await store.phoneCall(ACCOUNT, "call")).toEqual({ turn: 1, state: HELLO.state, answer: null });
      await store.endTurn(ACCOUNT, "call", 1, { state: null, answer: "Auf Wiederhören." }, TIMES);
      expect(await store.phoneCall(ACCOUNT, "call")).toEqual({
        turn: 1,
        state: null,
        answer: "Auf Wiederhören.",
      });
    });

    it.each([0, 1])("turn %i is begun by one of many who try at once", async (turn) => {
      if (turn === 1) {
        await begin(0);
        await store.endTurn(ACCOUNT, "call", 0, HELLO, TIMES);
      }
      const begun = await Promise.all(Array.from({ length: 20 }, () => begin(turn)));
      expect(begun.filter((one) => one)).toHaveLength(1);
    });

    it.each([0, 1])("turn %i, on which a server has died, is begun again", async (turn) => {
      if (turn === 1) {
        await begin(0);
        await store.endTurn(ACCOUNT, "call", 0, HELLO, TIMES);
      }
      await begin(turn);
      expect(await begin(turn, AT + TURN_PATIENCE_MS)).toBe(false);
      expect(await begin(turn, AT + TURN_PATIENCE_MS + 1)).toBe(true);
    });

    it("belong to one account", async () => {
      await begin(0);
      expect(await store.phoneCall(OTHER, "call")).toBeUndefined();
      expect(await store.beginTurn(OTHER, "call", 0, TIMES)).toBe(true);
      await store.endTurn(OTHER, "call", 0, HELLO, TIMES);
      expect(await store.phoneCall(ACCOUNT, "call")).toEqual({ turn: 0, state: null, answer: null });
    });

    it("end while a turn is under way: what that comes to is not kept", async () => {
      await begin(0);
      await store.endTurn(ACCOUNT, "call", 0, HELLO, TIMES);
      await begin(1);
      await store.endCall(ACCOUNT, "call", "aufgelegt", TIMES);
      await store.endTurn(ACCOUNT, "call", 1, { ...HELLO, answer: "noch da?" }, TIMES);
      expect(await store.phoneCall(ACCOUNT, "call")).toEqual({ turn: 1, state: null, answer: "aufgelegt" });
      await store.endCall(ACCOUNT, "unknown", "aufgelegt", TIMES);
      expect(await store.phoneCall(ACCOUNT, "unknown")).toBeUndefined();
    });

    it("are forgotten in time", async () => {
      await begin(0);
      await store.forgetPhoneCalls(TIMES.forgetAt);
      expect(await store.phoneCall(ACCOUNT, "call")).toBeDefined();
      await store.forgetPhoneCalls(TIMES.forgetAt + 1);
      expect(await store.phoneCall(ACCOUNT, "call")).toBeUndefined();
    });
  });
}
