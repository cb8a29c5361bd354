type EpochMilliseconds = number;

/** One look-up of clients: who asked, what was given and whom it was answered with, never the values. */
export interface LookupRecord {
  readonly accountId: string;
  readonly at: EpochMilliseconds;
  readonly id: string;
  readonly keyId: string;
  readonly callId: string | null;
  readonly action: string;
  /** Names of the members that were said. */
  readonly members: readonly string[];
  /** `ok`, `none`, or why it was refused. */
  readonly outcome: string;
  readonly clientIds: readonly string[];
}

/** Refused before anybody was looked for: kept, but not counted. */
export const NOT_COUNTED: readonly string[] = ["rate_limited", "too_broad", "invalid_request"];

export interface LookupCount {
  readonly count: number;
  /** When the first of them was; null for none. */
  readonly since: EpochMilliseconds | null;
}

export interface LookupCounts {
  readonly ofKey: LookupCount;
  /** Of none when there is no call id. */
  readonly ofCall: LookupCount;
}

/** The audit trail of look-ups: added to and, after its time, forgotten; never changed. */
export interface Lookups {
  recordLookups(records: readonly LookupRecord[]): Promise<void>;
  /** How many there were at or after that instant in which somebody was looked for. */
  countLookups(
    accountId: string,
    query: { keyId: string; callId: string | undefined; since: EpochMilliseconds },
  ): Promise<LookupCounts>;
  /** The newest, oldest first. */
  lookups(accountId: string, most: number): Promise<LookupRecord[]>;
  forgetLookups(before: EpochMilliseconds): Promise<void>;
}

/** A client whom a call has proved to be, and by what. */
export interface Verification {
  readonly accountId: string;
  readonly keyId: string;
  readonly callId: string;
  readonly clientId: string;
  readonly proof: string;
}

/** What calls have proved, for all servers to know. */
export interface Verifications {
  rememberVerifications(verifications: readonly Verification[], expiresAt: EpochMilliseconds): Promise<void>;
  /** Whether one of these clients was proved in that call by one of these proofs. */
  isVerified(
    accountId: string,
    query: {
      keyId: string;
      callId: string;
      clientIds: readonly string[];
      proofs: readonly string[];
      now: EpochMilliseconds;
    },
  ): Promise<boolean>;
}
