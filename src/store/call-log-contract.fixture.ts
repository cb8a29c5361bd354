import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallCount, CallLog, WebhookCall } from "./call-log.ts";

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

    it("shows the newest of those before a number, oldest first", async () => {
      for (let time = 0; time < 5; time += 1) log.record(call(AT + time));
      log.record(call(AT + 5, { accountId: "acc-other" }));
      await reopen();
      const kept = await log.calls({ most: 10 });
      const before = kept[3]!.number;
      expect(await times({ before, most: 2 })).toEqual([1, 2]);
      expect(await times({ before: kept[0]!.number, most: 2 })).toEqual([]);
      const newest = { before: kept[5]!.number + 1, most: 2, accountId: "acc-leipzig" };
      expect(await times(newest)).toEqual([3, 4]);
    });

    it("shows all requests of one telephone call, oldest first, of one account", async () => {
      log.record(call(AT));
      log.record(call(AT + 1, { callId: "call-2" }));
      log.record(call(AT + 2, { action: "bookAppointment" }));
      log.record(call(AT + 3, { accountId: "acc-other" }));
      log.record(call(AT + 4, { callId: null }));
      await reopen();
      const kept = await log.callsOf("acc-leipzig", ["call-1"]);
      expect(kept.map(({ at }) => at - AT)).toEqual([0, 2]);
      expect(kept[1]).toMatchObject(call(AT + 2, { action: "bookAppointment" }));
      expect(await log.callsOf("acc-other", ["call-2"])).toEqual([]);
      expect(
        (await log.callsOf("acc-leipzig", ["call-2", "call-1", "none"])).map(({ at }) => at - AT),
      ).toEqual([0, 1, 2]);
      expect(await log.callsOf("acc-leipzig", [])).toEqual([]);
    });

    it("counts requests by day of the zone, action and outcome, and each day's all together", async () => {
      const midnight = Date.parse("2026-12-01T00:00:00.000Z");
      const day = midnight / 86_400_000;
      log.record(call(midnight - 1_800_000, { milliseconds: 2 }));
      log.record(call(midnight, { milliseconds: 4, callId: "call-2" }));
      log.record(call(midnight + 1, { milliseconds: 10, callId: "call-2" }));
      log.record(call(midnight + 2, { outcome: "slot_taken", action: "bookAppointment", callId: null }));
      log.record(call(midnight + 3, { action: null, outcome: "malformed_json" }));
      log.record(call(midnight + 4, { accountId: "acc-other" }));
      log.record(call(midnight + 86_400_000));
      await reopen();
      const query = { accountId: "acc-leipzig", from: midnight - 3_600_000, to: midnight + 86_400_000 };
      const one = { action: "getSlots", outcome: "ok", count: 1, calls: 1, milliseconds: 2, slowest: 2 };
      const counts = await log.countCalls({ ...query, offset: 0 });
      const rest = { count: 1, milliseconds: 1.25, slowest: 1.25 };
      expect(counts.toSorted(byName)).toEqual(
        [
          { ...one, day: day - 1 },
          { ...one, day: day - 1, action: "*", outcome: "" },
          { ...one, day, count: 2, milliseconds: 14, slowest: 10 },
          { ...rest, day, action: "bookAppointment", outcome: "slot_taken", calls: 0 },
          { ...rest, day, action: null, outcome: "malformed_json", calls: 1 },
          { day, action: "*", outcome: "", count: 4, calls: 2, milliseconds: 16.5, slowest: 10 },
        ].sort(byName),
      );
      const inBerlin = await log.countCalls({ ...query, offset: 60 });
      expect(inBerlin.filter(({ action }) => action === "*")).toMatchObject([{ day, count: 5, calls: 2 }]);
      log.record(call(midnight, { entityId: "north", callId: "call-3" }));
      log.record(call(midnight + 1, { entityId: null, callId: "call-3" }));
      log.record(call(midnight + 2, { entityId: "south", callId: "call-3" }));
      log.record(call(midnight + 3, { entityId: null, callId: null }));
      await reopen();
      const north = await log.countCalls({ ...query, entityId: "north", offset: 0 });
      expect(north.filter(({ action }) => action === "*")).toMatchObject([{ day, count: 2, calls: 1 }]);
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

function byName(a: CallCount, b: CallCount): number {
  const nameOf = ({ day, action, outcome }: CallCount) => `${day} ${action} ${outcome}`;
  return nameOf(a) < nameOf(b) ? -1 : 1;
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
