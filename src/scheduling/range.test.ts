import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstStartingAt, merge, overlaps, type Range, subtract } from "./range.ts";

const range = (start: number, end: number): Range => ({ start, end });

/** Also empty and inverted ones. */
const anyRanges = fc.array(fc.record({ start: fc.nat(60), end: fc.nat(60) }), { maxLength: 8 });

function minutesIn(ranges: readonly Range[]): number[] {
  const minutes = new Set<number>();
  for (const { start, end } of ranges) {
    for (let minute = start; minute < end; minute += 1) minutes.add(minute);
  }
  return [...minutes].sort((a, b) => a - b);
}

function expectSortedAndApart(ranges: readonly Range[]): void {
  for (const [index, one] of ranges.entries()) {
    expect(one.start).toBeLessThan(one.end);
    if (index > 0) expect(ranges[index - 1]!.end).toBeLessThan(one.start);
  }
}

describe("overlaps", () => {
  it("is true of ranges that share a minute", () => {
    expect(overlaps(range(0, 10), range(9, 20))).toBe(true);
    expect(overlaps(range(5, 6), range(0, 10))).toBe(true);
  });

  it("is false of ranges that only touch", () => {
    expect(overlaps(range(0, 10), range(10, 20))).toBe(false);
    expect(overlaps(range(10, 20), range(0, 10))).toBe(false);
  });
});

describe("merge", () => {
  it("makes one of ranges that touch, overlap or contain each other", () => {
    expect(merge([range(20, 30), range(0, 10), range(10, 15), range(22, 25)])).toEqual([
      range(0, 15),
      range(20, 30),
    ]);
  });

  it("drops empty and inverted ranges", () => {
    expect(merge([range(5, 5), range(9, 3)])).toEqual([]);
  });

  it("holds the same minutes, sorted and apart", () => {
    fc.assert(
      fc.property(anyRanges, (ranges) => {
        const merged = merge(ranges);
        expect(minutesIn(merged)).toEqual(minutesIn(ranges));
        expectSortedAndApart(merged);
      }),
    );
  });
});

describe("subtract", () => {
  it("cuts a range into two at a hole", () => {
    expect(subtract([range(0, 10)], [range(4, 6)])).toEqual([range(0, 4), range(6, 10)]);
  });

  it("leaves nothing of a range that a hole covers", () => {
    expect(subtract([range(2, 5), range(7, 9)], [range(0, 8)])).toEqual([range(8, 9)]);
  });

  it("holds the minutes that are in no hole, sorted and apart", () => {
    fc.assert(
      fc.property(anyRanges.map(merge), anyRanges.map(merge), (from, holes) => {
        const rest = subtract(from, holes);
        const inHole = new Set(minutesIn(holes));
        expect(minutesIn(rest)).toEqual(minutesIn(from).filter((minute) => !inHole.has(minute)));
        expectSortedAndApart(rest);
      }),
    );
  });
});

describe("firstStartingAt", () => {
  it("is the index that a walk from the front finds", () => {
    const sorted = anyRanges.map((ranges) => ranges.toSorted((a, b) => a.start - b.start));
    fc.assert(
      fc.property(sorted, fc.nat(61), (ranges, minute) => {
        const found = ranges.findIndex((one) => one.start >= minute);
        expect(firstStartingAt(ranges, minute)).toBe(found === -1 ? ranges.length : found);
      }),
    );
  });
});
