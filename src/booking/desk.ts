import type { Actor, EpochMilliseconds, Store } from "../store/store.ts";
import type { LookupTrail } from "./lookup-trail.ts";
import type { RememberedStarts } from "./remembered-starts.ts";
import type { Turns } from "./turns.ts";

/** What every use case works with: the store and the effects that tests replace. */
export interface Desk {
  readonly store: Store;
  readonly turns: Turns;
  readonly remembered: RememberedStarts;
  readonly lookups: LookupTrail;
  /** The injected clock. */
  readonly now: () => EpochMilliseconds;
  /** A fresh id such as `bk_…`. */
  readonly newId: (prefix: "bk" | "cl") => string;
}

/** On whose behalf a use case runs, and how far that reaches. */
export interface Caller {
  readonly accountId: string;
  /** The only entities in reach; null: all of the account. */
  readonly entityIds: readonly string[] | null;
  readonly actor: Actor;
  /** Wants to hear of no more slots than that at once; null or absent: of all. */
  readonly maxSlots?: number | null | undefined;
  /** Somebody at the desk: needs no proof, may change what callers no longer can, and may overrule the business. */
  readonly isStaff?: boolean | undefined;
  /** The telephone call that it is about, when the bot says. */
  readonly callId?: string | undefined;
}
