/** A whole minute, counted from 1970-01-01T00:00Z: the only unit of time inside the rules. */
export type Minute = number;

/** `[start, end)`: touching is not overlapping. */
export interface Range {
  readonly start: Minute;
  readonly end: Minute;
}

export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The same time as sorted, disjoint, non-touching ranges; empty ranges vanish. */
export function merge(ranges: Iterable<Range>): Range[] {
  const sorted = [...ranges].filter((range) => range.start < range.end).sort((a, b) => a.start - b.start);
  const merged: Range[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && range.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else {
      merged.push(range);
    }
  }
  return merged;
}

/** `from` without `holes`; both sorted and disjoint, and so is the result. */
export function subtract(from: readonly Range[], holes: readonly Range[]): Range[] {
  const rest: Range[] = [];
  for (const range of from) {
    let start = range.start;
    for (const hole of holes) {
      if (hole.end <= start) continue;
      if (hole.start >= range.end) break;
      if (hole.start > start) rest.push({ start, end: hole.start });
      start = Math.max(start, hole.end);
    }
    if (start < range.end) rest.push({ start, end: range.end });
  }
  return rest;
}

/** Index of the first of `ranges` (sorted by start) that starts at or after `minute`; their count if none does. */
export function firstStartingAt(ranges: readonly Range[], minute: Minute): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ranges[middle]!.start >= minute) high = middle;
    else low = middle + 1;
  }
  return low;
}
