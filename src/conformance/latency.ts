import type { Exchange } from "./findings.ts";

export interface Latency {
  readonly action: string;
  /** Milliseconds, sorted. */
  readonly times: readonly number[];
}

/** Of each action that was answered. */
export function latencies(exchanges: readonly Exchange[]): readonly Latency[] {
  const byAction = new Map<string, number[]>();
  for (const { action, status, milliseconds } of exchanges) {
    if (status !== undefined) byAction.set(action, [...(byAction.get(action) ?? []), milliseconds]);
  }
  return [...byAction].map(([action, times]) => ({ action, times: times.toSorted((a, b) => a - b) }));
}

/** `share` from 0 to 1; by nearest rank. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
