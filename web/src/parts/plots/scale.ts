/** Round steps from zero up to what holds the largest value, at most `most` of them. */
export function ticksUpTo(largest: number, most = 4, isWhole = true): number[] {
  if (largest <= 0) return [0, 1];
  const rough = largest / most;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const nice = [1, 2, 5, 10].map((one) => one * magnitude).find((one) => one >= rough) ?? rough;
  const step = isWhole ? Math.max(1, Math.round(nice)) : nice;
  const count = Math.ceil(largest / step);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** Which of many labels are written, so that each has room; the last one always counts least. */
export function labelEvery(count: number, width: number, labelWidth: number): number {
  const room = Math.max(1, Math.floor(width / labelWidth));
  return Math.max(1, Math.ceil(count / room));
}
