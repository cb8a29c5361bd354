import type { Business } from "./play-call.ts";

/** A business that was opened for one call. */
export interface OpenBusiness extends Business {
  readonly entityId: string;
  readonly sipId: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Asks its webhook; throws when it refuses. */
  readonly ask: <Answer>(action: string, members: object) => Promise<Answer>;
}

/** Where businesses are opened: a server of their own. */
export interface Stage {
  /** The practice file's business in an account of its own; members of its first entity and its clients can be others. */
  readonly open: (
    practice: string,
    changes: { readonly entity: object; readonly clients: readonly object[] },
  ) => Promise<OpenBusiness>;
  readonly close: () => Promise<void>;
}
