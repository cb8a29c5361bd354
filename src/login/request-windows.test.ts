import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { RequestWindows } from "./request-windows.ts";

const RULE = { window: 60, max: 2 };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("lets so many through in a window, says when the next begins, and counts each key alone", async () => {
  const windows = new RequestWindows();
  const ask = async (key: string) => await windows.consume(key, RULE);
  for (const _ of [1, 2]) expect(await ask("a")).toEqual({ allowed: true, retryAfter: null });
  vi.advanceTimersByTime(20_000);
  expect(await ask("a")).toEqual({ allowed: false, retryAfter: 40 });
  expect((await ask("b")).allowed).toBe(true);
  vi.advanceTimersByTime(40_000);
  for (const allowed of [true, true, false]) expect((await ask("a")).allowed).toBe(allowed);
});
