import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { CallLog, WebhookCall } from "../call-log.ts";
import { openSqliteCallLog } from "./sqlite-call-log.ts";

const AT = Date.parse("2026-11-30T08:00:00.000Z");

let folder: string;
let log: CallLog;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "slotline-calls-"));
  log = openSqliteCallLog(join(folder, "calls.db"));
});
afterEach(() => {
  log.close();
  rmSync(folder, { recursive: true });
});

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

/** Writes what is waiting, as closing does, and opens the log again. */
function reopen(): void {
  log.close();
  log = openSqliteCallLog(join(folder, "calls.db"));
}

const times = (query: Parameters<CallLog["calls"]>[0]) => log.calls(query).map(({ at }) => at - AT);

it("keeps a call as it was recorded, at the latest when it is closed", () => {
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
  reopen();
  expect(log.calls({ most: 10 }).map(({ number: _number, ...kept }) => kept)).toEqual(calls);
});

it("shows the newest, oldest first, or what came after a number", () => {
  for (let time = 0; time < 5; time += 1) log.record(call(AT + time));
  reopen();
  expect(times({ most: 2 })).toEqual([3, 4]);
  const [first] = log.calls({ most: 5 });
  expect(times({ after: first!.number, most: 3 })).toEqual([1, 2, 3]);
  expect(times({ most: 0 })).toEqual([]);
});

it("shows one account's calls when asked to", () => {
  log.record(call(AT));
  log.record(call(AT + 1, { accountId: "acc-other" }));
  log.record(call(AT + 2, { accountId: null }));
  reopen();
  expect(times({ most: 10, accountId: "acc-other" })).toEqual([1]);
  expect(times({ most: 10, after: 0, accountId: "acc-leipzig" })).toEqual([0]);
});

it("forgets calls of before an instant", async () => {
  for (let time = 0; time < 5; time += 1) log.record(call(AT + time));
  reopen();
  await log.prune(AT + 3);
  expect(times({ most: 10 })).toEqual([3, 4]);
});

it("drops calls rather than memory when they come faster than the disk, and counts them", () => {
  expect(log.dropped).toBe(0);
  for (let time = 0; time < 20_100; time += 1) log.record(call(AT + time));
  expect(log.dropped).toBe(100);
});
