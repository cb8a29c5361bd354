/**
 * QR codes (ISO/IEC 18004) of text in bytes, with the least error correction: what a phone reads off a screen has no stains.
 * Always mask 0; the standard lets readers expect any, and which one looks best matters on paper only.
 */

/** By version from 1: error correction bytes of a block, and how many blocks there are; level L. */
const CORRECTION = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28];
const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8];

const LEVEL_L = 1;
const MASK = 0;

type Grid = (boolean | undefined)[][];

/** Rows of modules, true where dark; undefined when the text is too long (about 850 bytes). */
export function qrModules(text: string): boolean[][] | undefined {
  const bytes = new TextEncoder().encode(text);
  for (let version = 1; version <= CORRECTION.length; version += 1) {
    const data = dataOf(bytes, version);
    if (data !== undefined) return drawn(withCorrection(data, version), version);
  }
  return undefined;
}

const sizeOf = (version: number) => version * 4 + 17;

/** All bytes that the version has room for, data and correction. */
function capacityOf(version: number): number {
  let modules = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const alignments = Math.floor(version / 7) + 2;
    modules -= (25 * alignments - 10) * alignments - 55;
    if (version >= 7) modules -= 36;
  }
  return Math.floor(modules / 8);
}

/** The text with its header and padding; undefined when the version is too small. */
function dataOf(bytes: Uint8Array, version: number): number[] | undefined {
  const room = capacityOf(version) - CORRECTION[version - 1]! * BLOCKS[version - 1]!;
  const lengthBits = version < 10 ? 8 : 16;
  if (4 + lengthBits + bytes.length * 8 > room * 8) return undefined;
  const bits: number[] = [];
  const push = (value: number, count: number) => {
    for (let bit = count - 1; bit >= 0; bit -= 1) bits.push((value >>> bit) & 1);
  };
  push(0b0100, 4);
  push(bytes.length, lengthBits);
  for (const byte of bytes) push(byte, 8);
  push(0, Math.min(4, room * 8 - bits.length));
  push(0, (8 - (bits.length % 8)) % 8);
  const data: number[] = [];
  for (let at = 0; at < bits.length; at += 8) {
    data.push(Number.parseInt(bits.slice(at, at + 8).join(""), 2));
  }
  for (let pad = 0xec; data.length < room; pad ^= 0xec ^ 0x11) data.push(pad);
  return data;
}

/** Cut into blocks, each with its correction, and interleaved. */
function withCorrection(data: readonly number[], version: number): number[] {
  const count = BLOCKS[version - 1]!;
  const correction = CORRECTION[version - 1]!;
  const capacity = capacityOf(version);
  const short = Math.floor(capacity / count) - correction;
  const longBlocks = capacity % count;
  const divisor = generator(correction);
  const blocks: { data: number[]; correction: number[] }[] = [];
  let at = 0;
  for (let block = 0; block < count; block += 1) {
    const length = short + (block >= count - longBlocks ? 1 : 0);
    const part = data.slice(at, at + length);
    at += length;
    blocks.push({ data: part, correction: remainder(part, divisor) });
  }
  const result: number[] = [];
  for (let index = 0; index <= short; index += 1) {
    for (const block of blocks) if (index < block.data.length) result.push(block.data[index]!);
  }
  for (let index = 0; index < correction; index += 1) {
    for (const block of blocks) result.push(block.correction[index]!);
  }
  return result;
}

/** In the field of 256 elements with the polynomial 0x11d. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((b >>> bit) & 1) * a;
  }
  return product;
}

function generator(degree: number): number[] {
  const result = [...new Array<number>(degree - 1).fill(0), 1];
  let root = 1;
  for (let i = 0; i < degree; i += 1) {
    for (let j = 0; j < degree; j += 1) result[j] = times(result[j]!, root) ^ (result[j + 1] ?? 0);
    root = times(root, 2);
  }
  return result;
}

function remainder(data: readonly number[], divisor: readonly number[]): number[] {
  const result = divisor.map(() => 0);
  for (const byte of data) {
    const factor = byte ^ result.shift()!;
    result.push(0);
    divisor.forEach((coefficient, index) => {
      result[index]! ^= times(coefficient, factor);
    });
  }
  return result;
}

function drawn(bytes: readonly number[], version: number): boolean[][] {
  const size = sizeOf(version);
  const grid: Grid = Array.from({ length: size }, () => new Array<boolean | undefined>(size).fill(undefined));
  drawPatterns(grid, version);
  let at = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    // The timing column is none of the pairs.
    const edge = right <= 6 ? right - 1 : right;
    for (let step = 0; step < size; step += 1) {
      for (const x of [edge, edge - 1]) {
        const isUpward = ((edge + 1) & 2) === 0;
        const y = isUpward ? size - 1 - step : step;
        if (grid[y]![x] !== undefined) continue;
        const bit = at < bytes.length * 8 ? (bytes[at >>> 3]! >>> (7 - (at & 7))) & 1 : 0;
        grid[y]![x] = (bit === 1) !== ((x + y) % 2 === 0);
        at += 1;
      }
    }
  }
  return grid as boolean[][];
}

/** Everything that is not data: finders, timing, alignment, and what says level, mask and version. */
function drawPatterns(grid: Grid, version: number): void {
  const size = grid.length;
  const set = (x: number, y: number, isDark: boolean) => {
    if (x >= 0 && x < size && y >= 0 && y < size) grid[y]![x] = isDark;
  };
  for (let i = 0; i < size; i += 1) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  const square = (cx: number, cy: number, radius: number, light: readonly number[]) => {
    for (let dy = -radius; dy <= radius; dy += 1) {
      for (let dx = -radius; dx <= radius; dx += 1) {
        set(cx + dx, cy + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
      }
    }
  };
  const places = alignments(version);
  for (const x of places) {
    for (const y of places) {
      const isFinder = (x === 6 && (y === 6 || y === size - 7)) || (x === size - 7 && y === 6);
      if (!isFinder) square(x, y, 2, [1]);
    }
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const) {
    square(x, y, 4, [2, 4]);
  }
  const format = withCheck((LEVEL_L << 3) | MASK, 10, 0x537) ^ 0x5412;
  for (let bit = 0; bit < 15; bit += 1) {
    const isDark = ((format >>> bit) & 1) === 1;
    set(8, bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit, isDark);
    set(bit < 8 ? size - 1 - bit : bit === 8 ? 7 : 14 - bit, 8, isDark);
  }
  set(8, size - 8, true);
  if (version < 7) return;
  const stated = withCheck(version, 12, 0x1f25);
  for (let bit = 0; bit < 18; bit += 1) {
    const isDark = ((stated >>> bit) & 1) === 1;
    const along = size - 11 + (bit % 3);
    const across = Math.floor(bit / 3);
    set(along, across, isDark);
    set(across, along, isDark);
  }
}

function alignments(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const last = sizeOf(version) - 7;
  return [6, ...Array.from({ length: count - 1 }, (_, index) => last - (count - 2 - index) * step)];
}

/** With its BCH code behind it. */
function withCheck(value: number, bits: number, polynomial: number): number {
  let rest = value;
  for (let i = 0; i < bits; i += 1) rest = (rest << 1) ^ ((rest >>> (bits - 1)) * polynomial);
  return (value << bits) | rest;
}
