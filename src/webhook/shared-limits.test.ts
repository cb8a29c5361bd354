import { expect, it } from "vitest";
import type { KeyCount, KeyUsage } from "../store/key-usage.ts";
import { sharedLimits } from "./shared-limits.ts";

const KEY = { accountId: "acc", id: "key" };
const SETTINGS = { requestsPerMinute: 10, failuresPerMinute: 0 };

/** What the database does, for one key and with a minute that lasts. */
function usageOf(total = { requests: 0 }): KeyUsage & { fails: boolean; failures: number } {
  return {
    fails: false,
    failures: 0,
    async add(counts: readonly KeyCount[]) {
      if (this.fails) {
        this.failures += 1;
        throw new Error("away");
      }
      return counts.map((count) => {
        total.requests += count.requests;
        return { ...count, requests: total.requests, minuteEndsInMs: 30_000 };
      });
    },
    close: async () => {},
  };
}

async function passed(limits: ReturnType<typeof sharedLimits>, times: number): Promise<number> {
  let count = 0;
  for (let turn = 0; turn < times; turn += 1) if ((await limits.ofKey(KEY)) === undefined) count += 1;
  return count;
}

it("lets as many pass as the limit says and then names the seconds to wait", async () => {
  const limits = sharedLimits(SETTINGS, usageOf());
  expect(await passed(limits, 15)).toBe(10);
  expect(await limits.ofKey(KEY)).toBe(60);
  expect(await limits.ofKey({ ...KEY, accountId: "other" })).toBeUndefined();
  await limits.close!();
});

it("counts what other processes have let pass, a moment later", async () => {
  const total = { requests: 0 };
  const [one, other] = [sharedLimits(SETTINGS, usageOf(total)), sharedLimits(SETTINGS, usageOf(total))];
  expect(await passed(one, 6)).toBe(6);
  expect(await passed(other, 1)).toBe(1);
  await expect.poll(() => total.requests, { timeout: 5_000 }).toBe(7);
  expect(await passed(other, 9)).toBe(3);
  await expect.poll(() => total.requests, { timeout: 5_000 }).toBe(10);
  await one.close!();
  await other.close!();
});

it("begins anew with the next minute", async () => {
  let now = 0;
  const limits = sharedLimits(SETTINGS, usageOf(), () => now);
  expect(await passed(limits, 11)).toBe(10);
  now += 60_000;
  expect(await passed(limits, 11)).toBe(10);
  await limits.close!();
});

it("keeps to the limit by itself when the others cannot be asked", async () => {
  const usage = usageOf();
  usage.fails = true;
  const limits = sharedLimits(SETTINGS, usage);
  expect(await passed(limits, 4)).toBe(4);
  await expect.poll(() => usage.failures, { timeout: 5_000 }).toBe(1);
  expect(await passed(limits, 20)).toBe(6);
  await limits.close!();
});
