import { expect, it } from "vitest";
import { hashPin, isPinOf } from "./pin-hash.ts";

it("knows the PIN again and no other, and two hashes of one PIN differ", async () => {
  const [one, other] = await Promise.all([hashPin("1234"), hashPin("1234")]);
  expect(one).not.toBe(other);
  expect(one).not.toContain("1234");
  expect(await Promise.all([isPinOf("1234", one), isPinOf("1234", other)])).toEqual([true, true]);
  expect(await Promise.all([isPinOf("1235", one), isPinOf("01234", one)])).toEqual([false, false]);
});

it("takes no PIN where there is no hash or one of another form", async () => {
  expect(await isPinOf("1234", undefined)).toBe(false);
  expect(await isPinOf("1234", "1234")).toBe(false);
  expect(await isPinOf("", "")).toBe(false);
});
