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
  writePayload(SCRATCH, reference);
  writeTag(SCRATCH, key);
  return toBase64Url(SCRATCH);
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

/** Written anew by each call and read before it returns: ids are made by the hundred. */
const SCRATCH = new Uint8Array(PAYLOAD_BYTES + TAG_BYTES);

function writePayload(bytes: Uint8Array, { productRef, agentRef, start }: SlotReference): void {
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
}

function writeTag(bytes: Uint8Array, key: SlotKey): void {
  const [high, low] = sipHash(bytes, PAYLOAD_BYTES, key);
  for (let index = 0; index < 4; index += 1) {
    bytes[PAYLOAD_BYTES + index] = low >>> (8 * index);
    bytes[PAYLOAD_BYTES + 4 + index] = high >>> (8 * index);
  }
}

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012) of the first `length` bytes, as [high, low] words. Each 64-bit word is a
 * pair of 32-bit locals because it runs once a slot: `node:crypto` or an array would cost several times as much.
 */
export function sipHash(bytes: Uint8Array, length: number, key: SlotKey): [number, number] {
  let v0l = key[0] ^ 0x70736575;
  let v0h = key[1] ^ 0x736f6d65;
  let v1l = key[2] ^ 0x6e646f6d;
  let v1h = key[3] ^ 0x646f7261;
  let v2l = key[0] ^ 0x6e657261;
  let v2h = key[1] ^ 0x6c796765;
  let v3l = key[2] ^ 0x79746573;
  let v3h = key[3] ^ 0x74656462;
  const lastBlock = length - (length % 8);
  for (let offset = 0; offset <= lastBlock + 8; offset += 8) {
    const isFinal = offset > lastBlock;
    const low = isFinal ? 0 : wordAt(bytes, offset, length);
    const high =
      offset === lastBlock
        ? (wordAt(bytes, offset + 4, length) & 0xff_ffff) | (length << 24)
        : isFinal
          ? 0
          : wordAt(bytes, offset + 4, length);
    v3l ^= low;
    v3h ^= high;
    if (isFinal) v2l ^= 0xff;
    for (let round = isFinal ? 4 : 2; round > 0; round -= 1) {
      // v0 += v1; v1 <<<= 13; v1 ^= v0; v0 <<<= 32
      let sum = (v0l >>> 0) + (v1l >>> 0);
      v0h = (v0h + v1h + (sum > 0xffff_ffff ? 1 : 0)) | 0;
      v0l = sum | 0;
      let carried = v1l;
      v1l = ((v1l << 13) | (v1h >>> 19)) ^ v0l;
      v1h = ((v1h << 13) | (carried >>> 19)) ^ v0h;
      carried = v0l;
      v0l = v0h;
      v0h = carried;
      // v2 += v3; v3 <<<= 16; v3 ^= v2
      sum = (v2l >>> 0) + (v3l >>> 0);
      v2h = (v2h + v3h + (sum > 0xffff_ffff ? 1 : 0)) | 0;
      v2l = sum | 0;
      carried = v3l;
      v3l = ((v3l << 16) | (v3h >>> 16)) ^ v2l;
      v3h = ((v3h << 16) | (carried >>> 16)) ^ v2h;
      // v0 += v3; v3 <<<= 21; v3 ^= v0
      sum = (v0l >>> 0) + (v3l >>> 0);
      v0h = (v0h + v3h + (sum > 0xffff_ffff ? 1 : 0)) | 0;
      v0l = sum | 0;
      carried = v3l;
      v3l = ((v3l << 21) | (v3h >>> 11)) ^ v0l;
      v3h = ((v3h << 21) | (carried >>> 11)) ^ v0h;
      // v2 += v1; v1 <<<= 17; v1 ^= v2; v2 <<<= 32
      sum = (v2l >>> 0) + (v1l >>> 0);
      v2h = (v2h + v1h + (sum > 0xffff_ffff ? 1 : 0)) | 0;
      v2l = sum | 0;
      carried = v1l;
      v1l = ((v1l << 17) | (v1h >>> 15)) ^ v2l;
      v1h = ((v1h << 17) | (carried >>> 15)) ^ v2h;
      carried = v2l;
      v2l = v2h;
      v2h = carried;
    }
    v0l ^= low;
    v0h ^= high;
  }
  return [(v0h ^ v1h ^ v2h ^ v3h) >>> 0, (v0l ^ v1l ^ v2l ^ v3l) >>> 0];
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

const CODES = Uint8Array.from(ALPHABET, (character) => character.charCodeAt(0));

/** One call for all 24 characters: joining them makes a string of strings, which costs three times as much. */
function toBase64Url(bytes: Uint8Array): string {
  const a = (bytes[0]! << 16) | (bytes[1]! << 8) | bytes[2]!;
  const b = (bytes[3]! << 16) | (bytes[4]! << 8) | bytes[5]!;
  const c = (bytes[6]! << 16) | (bytes[7]! << 8) | bytes[8]!;
  const d = (bytes[9]! << 16) | (bytes[10]! << 8) | bytes[11]!;
  const e = (bytes[12]! << 16) | (bytes[13]! << 8) | bytes[14]!;
  const f = (bytes[15]! << 16) | (bytes[16]! << 8) | bytes[17]!;
  // biome-ignore format: four characters of each group a line
  return String.fromCharCode(
    CODES[a >>> 18]!, CODES[(a >>> 12) & 63]!, CODES[(a >>> 6) & 63]!, CODES[a & 63]!,
    CODES[b >>> 18]!, CODES[(b >>> 12) & 63]!, CODES[(b >>> 6) & 63]!, CODES[b & 63]!,
    CODES[c >>> 18]!, CODES[(c >>> 12) & 63]!, CODES[(c >>> 6) & 63]!, CODES[c & 63]!,
    CODES[d >>> 18]!, CODES[(d >>> 12) & 63]!, CODES[(d >>> 6) & 63]!, CODES[d & 63]!,
    CODES[e >>> 18]!, CODES[(e >>> 12) & 63]!, CODES[(e >>> 6) & 63]!, CODES[e & 63]!,
    CODES[f >>> 18]!, CODES[(f >>> 12) & 63]!, CODES[(f >>> 6) & 63]!, CODES[f & 63]!,
  );
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
