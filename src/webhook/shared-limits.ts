import type { KeyUsage } from "../store/key-usage.ts";
import { type LimitSettings, type Limits, memoryLimits } from "./limits.ts";

/** How far processes may be behind each other: a limit of a minute is overrun by that much at most. */
const TELL_EVERY_MS = 250;

const MINUTE_MS = 60_000;

interface Count {
  readonly accountId: string;
  readonly keyId: string;
  /** Of all processes, as far as they have told of them. */
  told: number;
  /** Ours since then. */
  untold: number;
  /** By `performance.now()`. */
  minuteEndsAt: number;
}

/**
 * The limit of a key over all processes on one database, without a round trip on a request's way: each counts for
 * itself and adds up with the others beside its requests. Who sends wrong keys is counted by each process alone.
 */
export function sharedLimits(
  settings: LimitSettings,
  usage: KeyUsage,
  now: () => number = () => performance.now(),
): Limits {
  const { requestsPerMinute } = settings;
  const { ofFailures } = memoryLimits(settings);
  const counts = new Map<string, Count>();
  let timer: NodeJS.Timeout | undefined;
  let telling: Promise<void> | undefined;

  const tell = async () => {
    const news = [...counts.values()].filter((count) => count.untold > 0);
    const sent = news.map(({ accountId, keyId, untold }) => ({ accountId, keyId, requests: untold }));
    for (const count of news) {
      count.told += count.untold;
      count.untold = 0;
    }
    try {
      for (const { accountId, keyId, requests, minuteEndsInMs } of await usage.add(sent)) {
        const count = counts.get(`${accountId}/${keyId}`);
        if (count === undefined) continue;
        count.told = requests;
        count.minuteEndsAt = now() + minuteEndsInMs;
      }
    } catch {
      // Without the others' counts each process still keeps to the limit by its own.
    }
    for (const [name, count] of counts) {
      if (count.untold === 0 && now() >= count.minuteEndsAt) counts.delete(name);
    }
  };
  const schedule = () => {
    timer ??= setTimeout(() => {
      telling = tell().finally(() => {
        timer = undefined;
        if ([...counts.values()].some((count) => count.untold > 0)) schedule();
      });
    }, TELL_EVERY_MS).unref();
  };

  return {
    ofKey: async ({ accountId, id }) => {
      if (requestsPerMinute === 0) return undefined;
      const name = `${accountId}/${id}`;
      const count = counts.get(name) ?? {
        accountId,
        keyId: id,
        told: 0,
        untold: 0,
        minuteEndsAt: now() + MINUTE_MS,
      };
      if (now() >= count.minuteEndsAt) {
        count.told = 0;
        count.untold = 0;
        count.minuteEndsAt = now() + MINUTE_MS;
      }
      if (count.told + count.untold >= requestsPerMinute) {
        return Math.max(1, Math.ceil((count.minuteEndsAt - now()) / 1_000));
      }
      count.untold += 1;
      counts.set(name, count);
      schedule();
      return undefined;
    },
    ofFailures,
    close: async () => {
      clearTimeout(timer);
      await telling;
      await usage.close();
    },
  };
}
