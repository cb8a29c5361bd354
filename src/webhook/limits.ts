import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

export interface Limits {
  /** Seconds to wait when the key has asked too often; undefined when it may go on. */
  ofKey(key: { readonly accountId: string; readonly id: string }): Promise<number | undefined>;
  /** The same for an address that keeps sending credentials that are none. */
  ofFailures(address: string): Promise<number | undefined>;
  readonly close?: () => Promise<void>;
}

export interface LimitSettings {
  /** Requests a minute with one key; 0: no limit. */
  readonly requestsPerMinute: number;
  /** Failed credentials a minute from one address; 0: no limit. */
  readonly failuresPerMinute: number;
}

export function memoryLimits({ requestsPerMinute, failuresPerMinute }: LimitSettings): Limits {
  const ofKey = limiter(requestsPerMinute);
  return {
    ofKey: ({ accountId, id }) => ofKey(`${accountId}/${id}`),
    ofFailures: limiter(failuresPerMinute),
  };
}

function limiter(points: number): (key: string) => Promise<number | undefined> {
  if (points === 0) return async () => undefined;
  const memory = new RateLimiterMemory({ points, duration: 60 });
  return async (key) => {
    try {
      await memory.consume(key);
      return undefined;
    } catch (exceeded) {
      if (exceeded instanceof RateLimiterRes) return Math.max(1, Math.ceil(exceeded.msBeforeNext / 1_000));
      throw exceeded;
    }
  };
}
