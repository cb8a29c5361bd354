import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeSlotId, encodeSlotId, MAX_REF, sipHash } from "./slot-id.ts";

const KEY = [0x03020100, 0x07060504, 0x0b0a0908, 0x0f0e0d0c] as const;

const references = fc.record({
  productRef: fc.integer({ min: 1, max: MAX_REF }),
  agentRef: fc.integer({ min: 0, max: MAX_REF }),
  start: fc.integer({ min: 0, max: 0xffff_ffff }),
});

describe("sipHash", () => {
  // From the reference implementation's vectors.h (CC0): key 00..0f, message 00, 01, 02 ... of that length.
  it.each([
    [0, 0x726fdb47, 0xdd0e0e31],
    [1, 0x74f839c5, 0x93dc67fd],
    [7, 0xab0200f5, 0x8b01d137],
    [8, 0x93f5f579, 0x9a932462],
    [15, 0xa129ca61, 0x49be45e5],
  ])("agrees with the published vector of %i bytes", (length, high, low) => {
    const blocks = Math.floor(length / 8) + 1;
    const message = Buffer.alloc(
      blocks * 8,
      Uint8Array.from({ length: 16 }, (_, index) => index),
    ).fill(0, length);
    message[message.length - 1] = length;
    const words = Int32Array.from({ length: blocks * 2 }, (_, index) => message.readInt32LE(index * 4));
    const tag = new Int32Array(2);
    sipHash(words, KEY, tag);
    expect([tag[1]! >>> 0, tag[0]! >>> 0]).toEqual([high, low]);
  });
});

describe("slot id", () => {
  it("carries product, agent and start through at most 32 plain characters", () => {
    fc.assert(
      fc.property(references, (reference) => {
        const slotId = encodeSlotId(reference, KEY);
        expect(slotId).toMatch(/^[A-Za-z0-9_-]{1,32}$/);
        expect(decodeSlotId(slotId, KEY)).toEqual(reference);
      }),
    );
  });

  it("is refused when one character was changed", () => {
    fc.assert(
      fc.property(references, fc.nat(23), fc.constantFrom(..."AZaz09-_"), (reference, at, character) => {
        const slotId = encodeSlotId(reference, KEY);
        const changed = slotId.slice(0, at) + character + slotId.slice(at + 1);
        fc.pre(changed !== slotId);
        expect(decodeSlotId(changed, KEY)).toBeUndefined();
      }),
    );
  });

  it("is refused under another account's key", () => {
    const slotId = encodeSlotId({ productRef: 1, agentRef: 2, start: 29_000_000 }, KEY);
    expect(decodeSlotId(slotId, [1, 2, 3, 4])).toBeUndefined();
  });

  it.each(["", "abcAvId1", "ä".repeat(24), "A".repeat(25)])("is refused when it is %j", (text) => {
    expect(decodeSlotId(text, KEY)).toBeUndefined();
  });
});
