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

/** Of every slot id. */
export const SLOT_ID_LENGTH = ((PAYLOAD_BYTES + TAG_BYTES) / 3) * 4;

/**
 * The reference as 24 characters of `[A-Za-z0-9_-]`: ten bytes in the clear and a SipHash-2-4 tag under the
 * account's key. Forging one takes 2^63 guesses on average and gains nothing: every write asks the rule again.
 */
export function encodeSlotId(reference: SlotReference, key: SlotKey): string {
  writeSlotId(CHARACTERS, 0, reference, key);
  return CHARACTERS.toString("latin1");
}

/** The same 24 characters as ASCII, written into `to` from `offset` on. */
export function writeSlotId(to: Uint8Array, offset: number, reference: SlotReference, key: SlotKey): void {
  const { productRef, agentRef, start } = reference;
  WORDS[0] =
    (productRef >>> 16) | (productRef & 0xff00) | ((productRef & 0xff) << 16) | ((agentRef >>> 16) << 24);
  WORDS[1] =
    ((agentRef >>> 8) & 0xff) | ((agentRef & 0xff) << 8) | ((start >>> 24) << 16) | ((start >>> 16) << 24);
  WORDS[2] = ((start >>> 8) & 0xff) | ((start & 0xff) << 8);
  WORDS[3] = PAYLOAD_BYTES << 24;
  sipHash(WORDS, key, TAG);
  const low = swapped(TAG[0]!);
  const high = swapped(TAG[1]!);
  writeGroup(to, offset, productRef);
  writeGroup(to, offset + 4, agentRef);
  writeGroup(to, offset + 8, start >>> 8);
  writeGroup(to, offset + 12, ((start & 0xff) << 16) | (low >>> 16));
  writeGroup(to, offset + 16, ((low & 0xffff) << 8) | (high >>> 24));
  writeGroup(to, offset + 20, high & 0xff_ffff);
}

/** Written anew by each call and read before it returns: ids are made by the hundred. */
const CHARACTERS = Buffer.alloc(SLOT_ID_LENGTH);
const WORDS = new Int32Array(4);
const TAG = new Int32Array(2);

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

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012) into `tag`, as [low, high] words. The message comes as little-endian words,
 * padded with zeros to whole blocks of two, its length in the highest byte of the last. Each 64-bit word is a pair of
 * 32-bit locals because it runs once a slot: `node:crypto` would cost several times as much.
 */
export function sipHash(words: Int32Array, key: SlotKey, tag: Int32Array): void {
  let v0l = key[0] ^ 0x70736575;
  let v0h = key[1] ^ 0x736f6d65;
  let v1l = key[2] ^ 0x6e646f6d;
  let v1h = key[3] ^ 0x646f7261;
  let v2l = key[0] ^ 0x6e657261;
  let v2h = key[1] ^ 0x6c796765;
  let v3l = key[2] ^ 0x79746573;
  let v3h = key[3] ^ 0x74656462;
  for (let block = 0; block <= words.length; block += 2) {
    const isFinal = block === words.length;
    const low = isFinal ? 0 : words[block]!;
    const high = isFinal ? 0 : words[block + 1]!;
    v3l ^= low;
    v3h ^= high;
    if (isFinal) v2l ^= 0xff;
    for (let round = isFinal ? 4 : 2; round > 0; round -= 1) {
      // v0 += v1; v1 <<<= 13; v1 ^= v0; v0 <<<= 32
      v0l = (v0l + v1l) | 0;
      v0h = (v0h + v1h + (v0l >>> 0 < v1l >>> 0 ? 1 : 0)) | 0;
      let carried = v1l;
      v1l = ((v1l << 13) | (v1h >>> 19)) ^ v0l;
      v1h = ((v1h << 13) | (carried >>> 19)) ^ v0h;
      carried = v0l;
      v0l = v0h;
      v0h = carried;
      // v2 += v3; v3 <<<= 16; v3 ^= v2
      v2l = (v2l + v3l) | 0;
      v2h = (v2h + v3h + (v2l >>> 0 < v3l >>> 0 ? 1 : 0)) | 0;
      carried = v3l;
      v3l = ((v3l << 16) | (v3h >>> 16)) ^ v2l;
      v3h = ((v3h << 16) | (carried >>> 16)) ^ v2h;
      // v0 += v3; v3 <<<= 21; v3 ^= v0
      v0l = (v0l + v3l) | 0;
      v0h = (v0h + v3h + (v0l >>> 0 < v3l >>> 0 ? 1 : 0)) | 0;
      carried = v3l;
      v3l = ((v3l << 21) | (v3h >>> 11)) ^ v0l;
      v3h = ((v3h << 21) | (carried >>> 11)) ^ v0h;
      // v2 += v1; v1 <<<= 17; v1 ^= v2; v2 <<<= 32
      v2l = (v2l + v1l) | 0;
      v2h = (v2h + v1h + (v2l >>> 0 < v1l >>> 0 ? 1 : 0)) | 0;
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
  tag[0] = v0l ^ v1l ^ v2l ^ v3l;
  tag[1] = v0h ^ v1h ^ v2h ^ v3h;
}

/** The bytes of a word the other way round. */
function swapped(word: number): number {
  return ((word >>> 24) | ((word >>> 8) & 0xff00) | ((word & 0xff00) << 8) | (word << 24)) >>> 0;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Map(Array.from(ALPHABET, (character, value) => [character, value]));
const CODES = Uint8Array.from(ALPHABET, (character) => character.charCodeAt(0));

/** 24 bits as four characters of base64url. */
function writeGroup(to: Uint8Array, offset: number, bits: number): void {
  to[offset] = CODES[bits >>> 18]!;
  to[offset + 1] = CODES[(bits >>> 12) & 63]!;
  to[offset + 2] = CODES[(bits >>> 6) & 63]!;
  to[offset + 3] = CODES[bits & 63]!;
}

function fromBase64Url(text: string): Uint8Array | undefined {
  if (text.length !== SLOT_ID_LENGTH) return undefined;
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
