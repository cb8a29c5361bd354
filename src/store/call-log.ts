import type { EpochMilliseconds } from "./store.ts";

/** One webhook request as it is kept for a while: no personal data, no credential. */
export interface WebhookCall {
  readonly at: EpochMilliseconds;
  /** Null when the request had no valid key. */
  readonly accountId: string | null;
  readonly keyId: string | null;
  readonly entityId: string | null;
  readonly callId: string | null;
  /** Null when the body named none of the 13. */
  readonly action: string | null;
  /** `ok` or the problem's code. */
  readonly outcome: string;
  readonly milliseconds: number;
  /** Masked JSON; null where there was nothing fit to keep. */
  readonly request: string | null;
  readonly answer: string | null;
}

export interface KeptCall extends WebhookCall {
  /** Grows by time. */
  readonly number: number;
}

export interface CallCount {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly action: string | null;
  readonly outcome: string;
  readonly count: number;
  /** Telephone calls among them, where the bot names them. */
  readonly calls: number;
  /** Sum and largest. */
  readonly milliseconds: number;
  readonly slowest: number;
}

/** Where calls are kept, off the request's path: a crash may lose the last second of it. */
export interface CallLog {
  record(call: WebhookCall): void;
  /** Calls that came after that number, oldest first; without one, the newest `most`, or those before a number. */
  calls(query: {
    readonly after?: number;
    readonly before?: number;
    readonly most: number;
    readonly accountId?: string | undefined;
  }): Promise<KeptCall[]>;
  /** All requests of these telephone calls, oldest first. */
  callsOf(accountId: string, callIds: readonly string[]): Promise<KeptCall[]>;
  /**
   * How many requests there were between two moments, by day in the zone of that offset, action and outcome; and of each
   * day all together, as the action `*`.
   */
  countCalls(query: {
    readonly accountId: string;
    /** Only requests that named that entity, or none in a call that named it; without one, all. */
    readonly entityId?: string | undefined;
    readonly from: EpochMilliseconds;
    readonly to: EpochMilliseconds;
    /** Minutes east of UTC. */
    readonly offset: number;
  }): Promise<CallCount[]>;
  /** Calls that were dropped because they came faster than the disk takes them. */
  readonly dropped: number;
  /** Forgets older calls, a few at a time. */
  prune(before: EpochMilliseconds): Promise<void>;
  /** Writes what is waiting. */
  close(): Promise<void>;
}
