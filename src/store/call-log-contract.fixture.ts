import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallLog, WebhookCall } from "./call-log.ts";

export interface CallLogUnderTest {
  readonly log: CallLog;
  /** Closes the log, which writes what is waiting, and opens it again. */
  readonly reopen: () => Promise<CallLog>;
  readonly close: () => Promise<void>;
}

const AT = Date.parse("2026-11-30T08:00:00.000Z");

/** What every call log must do, asked through the port alone. */
export function describeCallLog(name: string, open: () => Promise<CallLogUnderTest>): void {
  describe(`${name}: the call log`, () => {
    let opened: CallLogUnderTest;
    let log: CallLog;
    beforeEach(async () => {
      opened = await open();
      log = opened.log;
    });
    afterEach(() => opened.close());

    const reopen = async () => {
      log = await opened.reopen();
    };
    const times = async (query: Parameters<CallLog["calls"]>[0]) =>
      (await log.calls(query)).map(({ at }) => at - AT);

    it("keeps a call as it was recorded, at the latest when it is closed", async () => {
      const nameless = {
        accountId: null,
        keyId: null,
        entityId: null,
        callId: null,
        action: null,
        request: null,
      };
      const calls = [call(AT), call(AT + 1, { ...nameless, outcome: "unauthorized" })];
      for (const one of calls) log.record(one);
      await reopen();
      const kept = await log.calls({ most: 10 });
      expect(kept.map(({ number: _number, ...members }) => members)).toEqual(calls);
    });

    it("writes by itself, within a second", async () => {
      log.record(call(AT));
      await expect.poll(() => times({ most: 10 }), { timeout: 5_000 }).toEqual([0]);
    });

    it("shows the newest, oldest first, or what came after a number", async () => {
      for (let time = 0; time < 5; time += 1) log.record(call(AT + time));
      await reopen();
      expect(await times({ most: 2 })).toEqual([3, 4]);
      const [first] = await log.calls({ most: 5 });
      expect(await times({ after: first!.number, most: 3 })).toEqual([1, 2, 3]);
      expect(await times({ most: 0 })).toEqual([]);
    });

    it("shows one account's calls when asked to", async () => {
      log.record(call(AT));
      log.record(call(AT + 1, { accountId: "acc-other" }));
      log.record(call(AT + 2, { accountId: null }));
      await reopen();
      expect(await times({ most: 10, accountId: "acc-other" })).toEqual([1]);
      expect(await times({ most: 10, after: 0, accountId: "acc-leipzig" })).toEqual([0]);
    });

    it("forgets calls of before an instant", async () => {
      for (let time = 0; time < 5; time += 1) log.record(call(AT + time));
      await reopen();
      await log.prune(AT + 3);
      expect(await times({ most: 10 })).toEqual([3, 4]);
    });

    it("drops calls rather than memory when they come faster than they are written, and counts them", () => {
      expect(log.dropped).toBe(0);
      for (let time = 0; time < 20_100; time += 1) log.record(call(AT + time));
      expect(log.dropped).toBe(100);
    });
  });
}

function call(at: number, members: Partial<WebhookCall> = {}): WebhookCall {
  return {
    at,
    accountId: "acc-leipzig",
    keyId: "key-1",
    entityId: "leipzig",
    callId: "call-1",
    action: "getSlots",
    outcome: "ok",
    milliseconds: 1.25,
    request: '{"action":"getSlots"}',
    answer: "[]",
    ...members,
  };
}
