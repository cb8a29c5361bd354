import { type LookupCount, type LookupRecord, type Lookups, NOT_COUNTED } from "../store/lookups.ts";
import type { EpochMilliseconds } from "../store/store.ts";
import { done, type Outcome, refused } from "./outcome.ts";

export interface LookupLimits {
  /** Within one call; 0: no limit. */
  readonly lookupsPerCall: number;
  /** With one key; 0: no limit. */
  readonly lookupsPerHour: number;
}

export type Looked = Pick<LookupRecord, "action" | "members" | "outcome" | "clientIds">;

/** Who looks up. */
export interface Looker {
  readonly accountId: string;
  readonly actor: { readonly id: string };
  readonly callId?: string | undefined;
}

const HOUR_MS = 3_600_000;

/** How far several servers may be behind each other, and what a machine that loses its power may lose of the trail. */
const WRITE_EVERY_MS = 250;

/** Some minutes of a busy desk, while the database is away. */
const MOST_WAITING = 20_000;

/**
 * Every look-up of clients, written beside the requests; what has been written, by whatever server, is counted to keep a
 * call and a key from trying out who is known here.
 */
export class LookupTrail {
  readonly #store: Lookups;
  readonly #limits: LookupLimits;
  readonly #now: () => EpochMilliseconds;
  readonly #newId: (prefix: "lk") => string;
  readonly #onFault: (error: unknown) => void;
  #waiting: LookupRecord[] = [];
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> | undefined;
  #writesBegun = 0;

  constructor(
    store: Lookups,
    limits: LookupLimits,
    effects: { readonly now: () => EpochMilliseconds; readonly newId: (prefix: "lk") => string },
    onFault: (error: unknown) => void,
  ) {
    this.#store = store;
    this.#limits = limits;
    this.#now = effects.now;
    this.#newId = effects.newId;
    this.#onFault = onFault;
  }

  /** Whether the call and the key may look up once more. */
  async admit({ accountId, actor, callId }: Looker): Promise<Outcome<undefined>> {
    const { lookupsPerCall, lookupsPerHour } = this.#limits;
    if (lookupsPerCall === 0 && lookupsPerHour === 0) return done(undefined);
    const since = this.#now() - HOUR_MS;
    const written = await this.#countWritten(accountId, { keyId: actor.id, callId, since });
    const waiting = this.#waiting.filter(
      (one) => one.accountId === accountId && one.at >= since && !NOT_COUNTED.includes(one.outcome),
    );
    const ofKey = waiting.filter((one) => one.keyId === actor.id);
    const ofCall = waiting.filter((one) => callId !== undefined && one.callId === callId);
    const waits = [
      {
        seconds: this.#waitFor(lookupsPerCall, written.ofCall, ofCall),
        limit: `${lookupsPerCall} in this call`,
      },
      {
        seconds: this.#waitFor(lookupsPerHour, written.ofKey, ofKey),
        limit: `${lookupsPerHour} an hour with this key`,
      },
    ];
    const longest = waits.reduce((a, b) => (b.seconds > a.seconds ? b : a));
    if (longest.seconds === 0) return done(undefined);
    return refused("rate_limited", {
      retryAfterSeconds: longest.seconds,
      lookups: true,
      detail: `Clients were looked up as often as the server allows, ${longest.limit}. Go on without, or hand the call over.`,
    });
  }

  record({ accountId, actor, callId }: Looker, looked: Looked): void {
    if (this.#waiting.length >= MOST_WAITING) return;
    const { action, members, outcome, clientIds } = looked;
    this.#waiting.push({
      accountId,
      at: this.#now(),
      id: this.#newId("lk"),
      keyId: actor.id,
      callId: callId ?? null,
      action,
      members,
      outcome,
      clientIds,
    });
    this.#schedule();
  }

  /** Writes what is waiting. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#writing;
    await this.#write();
  }

  /** Of a moment in which nothing is on its way: what is would be counted twice, as written and as waiting. */
  async #countWritten(...query: Parameters<Lookups["countLookups"]>): ReturnType<Lookups["countLookups"]> {
    for (;;) {
      await this.#writing;
      const begun = this.#writesBegun;
      const counted = await this.#store.countLookups(...query);
      if (this.#writesBegun === begun) return counted;
    }
  }

  #waitFor(limit: number, { count, since }: LookupCount, waiting: readonly LookupRecord[]): number {
    if (limit === 0 || count + waiting.length < limit) return 0;
    const first = since ?? waiting[0]?.at ?? this.#now();
    return Math.max(1, Math.ceil((first + HOUR_MS - this.#now()) / 1_000));
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#writing = this.#write().finally(() => {
        this.#timer = undefined;
        if (this.#waiting.length > 0) this.#schedule();
      });
    }, WRITE_EVERY_MS).unref();
  }

  async #write(): Promise<void> {
    const records = [...this.#waiting]; // more come while these are written
    if (records.length === 0) return;
    this.#writesBegun += 1;
    try {
      await this.#store.recordLookups(records);
      this.#waiting = this.#waiting.slice(records.length);
    } catch (error) {
      this.#onFault(error); // tried again with the next
    }
  }
}
