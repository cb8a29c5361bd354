import type { SlotKey } from "./business.ts";
import type { Minute } from "./range.ts";

/** What a slot id says: this product, at this start, with this agent or (0) with any. */
export interface SlotReference {
  readonly productRef: number;
  readonly agentRef: number;
  readonly start: Minute;
}

export const ANY_AGENT_REF = 0;

/** Owners run out of products and agents long before three bytes run out of numbers. */
export const MAX_REF = 0xff_ffff;

const PAYLOAD_BYTES = 10;
const TAG_BYTES = 8;

/**
 * The reference as 24 characters of `[A-Za-z0-9_-]`: ten bytes in the clear and a SipHash-2-4 tag under the
 * account's key. Forging one takes 2^63 guesses on average and gains nothing: every write asks the rule again.
 */
export function encodeSlotId(reference: SlotReference, key: SlotKey): string {
  const bytes = payloadOf(reference);
  writeTag(bytes, key);
  return toBase64Url(bytes);
}

/** The reference in a slot id made with that key, or undefined for anything else. */
export function decodeSlotId(slotId: string, key: SlotKey): SlotReference | undefined {
  const bytes = fromBase64Url(slotId);
  if (bytes === undefined) return undefined;
  const reference = {
    productRef: (bytes[0]! << 16) | (bytes[1]! << 8) | bytes[2]!,
    agentRef: (bytes[3]! << 16) | (bytes[4]! << 8) | bytes[5]!,
    start: ((bytes[6]! << 24) | (bytes[7]! << 16) | (bytes[8]! << 8) | bytes[9]!) >>> 0,
  };
  return encodeSlotId(reference, key) === slotId ? reference : undefined;
}

function payloadOf({ productRef, agentRef, start }: SlotReference): Uint8Array {
  const bytes = new Uint8Array(PAYLOAD_BYTES + TAG_BYTES);
  bytes[0] = productRef >>> 16;
  bytes[1] = productRef >>> 8;
  bytes[2] = productRef;
  bytes[3] = agentRef >>> 16;
  bytes[4] = agentRef >>> 8;
  bytes[5] = agentRef;
  bytes[6] = start >>> 24;
  bytes[7] = start >>> 16;
  bytes[8] = start >>> 8;
  bytes[9] = start;
  return bytes;
}

function writeTag(bytes: Uint8Array, key: SlotKey): void {
  const [high, low] = sipHash(bytes, PAYLOAD_BYTES, key);
  for (let index = 0; index < 4; index += 1) {
    bytes[PAYLOAD_BYTES + index] = low >>> (8 * index);
    bytes[PAYLOAD_BYTES + 4 + index] = high >>> (8 * index);
  }
}

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012) of the first `length` bytes, as [high, low] words. Written out in
 * 32-bit halves because it runs once a slot: `node:crypto` would cost ten times as much for ten bytes.
 */
export function sipHash(bytes: Uint8Array, length: number, key: SlotKey): [number, number] {
  const state = new Int32Array([
    // v0, v1, v2, v3 as low and high halves; the key's words are k0 low, k0 high, k1 low, k1 high
    key[0] ^ 0x70736575,
    key[1] ^ 0x736f6d65,
    key[2] ^ 0x6e646f6d,
    key[3] ^ 0x646f7261,
    key[0] ^ 0x6e657261,
    key[1] ^ 0x6c796765,
    key[2] ^ 0x79746573,
    key[3] ^ 0x74656462,
  ]);
  const wholeBlocks = length - (length % 8);
  for (let offset = 0; offset < wholeBlocks; offset += 8) {
    compress(state, wordAt(bytes, offset, length), wordAt(bytes, offset + 4, length));
  }
  const lastLow = wordAt(bytes, wholeBlocks, length);
  const lastHigh = (wordAt(bytes, wholeBlocks + 4, length) & 0xff_ffff) | (length << 24);
  compress(state, lastLow, lastHigh);
  state[4]! ^= 0xff;
  for (let round = 0; round < 4; round += 1) sipRound(state);
  return [
    (state[1]! ^ state[3]! ^ state[5]! ^ state[7]!) >>> 0,
    (state[0]! ^ state[2]! ^ state[4]! ^ state[6]!) >>> 0,
  ];
}

function compress(state: Int32Array, low: number, high: number): void {
  state[6]! ^= low;
  state[7]! ^= high;
  sipRound(state);
  sipRound(state);
  state[0]! ^= low;
  state[1]! ^= high;
}

function sipRound(v: Int32Array): void {
  add(v, 0, 2);
  rotateAndXor(v, 2, 13, 0);
  swapHalves(v, 0);
  add(v, 4, 6);
  rotateAndXor(v, 6, 16, 4);
  add(v, 0, 6);
  rotateAndXor(v, 6, 21, 0);
  add(v, 4, 2);
  rotateAndXor(v, 2, 17, 4);
  swapHalves(v, 4);
}

function add(v: Int32Array, to: number, from: number): void {
  const low = (v[to]! >>> 0) + (v[from]! >>> 0);
  v[to + 1] = v[to + 1]! + v[from + 1]! + (low > 0xffff_ffff ? 1 : 0);
  v[to] = low;
}

/** Rotates a 64-bit word left by less than 32, then XORs another into it. */
function rotateAndXor(v: Int32Array, at: number, bits: number, other: number): void {
  const low = v[at]!;
  const high = v[at + 1]!;
  v[at] = ((low << bits) | (high >>> (32 - bits))) ^ v[other]!;
  v[at + 1] = ((high << bits) | (low >>> (32 - bits))) ^ v[other + 1]!;
}

function swapHalves(v: Int32Array, at: number): void {
  const low = v[at]!;
  v[at] = v[at + 1]!;
  v[at + 1] = low;
}

/** Little-endian; bytes past `length` count as zero. */
function wordAt(bytes: Uint8Array, offset: number, length: number): number {
  let word = 0;
  for (let index = 0; index < 4; index += 1) {
    if (offset + index < length) word |= bytes[offset + index]! << (8 * index);
  }
  return word;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Map(Array.from(ALPHABET, (character, value) => [character, value]));

function toBase64Url(bytes: Uint8Array): string {
  let text = "";
  for (let index = 0; index < bytes.length; index += 3) {
    const group = (bytes[index]! << 16) | (bytes[index + 1]! << 8) | bytes[index + 2]!;
    text +=
      ALPHABET[group >>> 18]! +
      ALPHABET[(group >>> 12) & 63]! +
      ALPHABET[(group >>> 6) & 63]! +
      ALPHABET[group & 63]!;
  }
  return text;
}

function fromBase64Url(text: string): Uint8Array | undefined {
  if (text.length !== ((PAYLOAD_BYTES + TAG_BYTES) / 3) * 4) return undefined;
  const bytes = new Uint8Array(PAYLOAD_BYTES + TAG_BYTES);
  for (let index = 0; index < text.length; index += 4) {
    let group = 0;
    for (let at = index; at < index + 4; at += 1) {
      const value = VALUES.get(text[at]!);
      if (value === undefined) return undefined;
      group = (group << 6) | value;
    }
    const to = (index / 4) * 3;
    bytes[to] = group >>> 16;
    bytes[to + 1] = group >>> 8;
    bytes[to + 2] = group;
  }
  return bytes;
}
